"""Helps tests of imports: take a file that is all in memory, and look at what came of it."""

import hashlib
import io
from datetime import UTC, datetime
from typing import Any

from camden.models import Team
from cases.models import Case, ChronologyEntry, Episode, ImportedChild, ImportRun, Member, SourceRow
from cases.operations.imports import Outcome, Problem, hold
from cases.returns.cin_census import read

AT = datetime(2026, 11, 3, 9, tzinfo=UTC)


def take(team: Team, file: bytes, told: list[Problem] | None = None, **more: Any) -> Outcome:
    """Import a file that is all in memory."""
    return hold(
        census=read(io.BytesIO(file)),
        file_name="cin.xml",
        sha256=hashlib.sha256(file).hexdigest(),
        team=team,
        on=AT.date(),
        at=AT,
        tell=(told if told is not None else []).append,
        **more,
    )


def sentences(told: list[Problem]) -> dict[str, str]:
    """What was told, by the last step of the path."""
    return {problem.path.rpartition("/")[2]: problem.sentence for problem in told}


def everything() -> dict[str, int]:
    """How much there is of everything an import writes."""
    models = (Case, Member, Episode, ChronologyEntry, ImportRun, ImportedChild, SourceRow)
    return {model.__name__: model.objects.count() for model in models}

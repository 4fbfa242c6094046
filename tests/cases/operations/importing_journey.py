"""Helps tests of imports: files of a child's journey, and all that came of them."""

from collections import Counter
from datetime import date
from typing import Any

from django.db.models import Model

from cases.models import (
    Assessment,
    AssessmentChild,
    ChronologyEntry,
    Enquiry,
    PlanSpell,
    ProtectionConference,
    ProtectionConferenceChild,
    SourceRow,
)
from cases.operations.imported_again import make_facts
from cases.operations.imports import Problem
from cases.returns.cin_census import read_again
from tests.cases.operations.importing import AT
from tests.cases.returns.xml import assessment, census, child, enquiry, episode, need_plan, protection_plan

JOURNEY: tuple[type[Model], ...] = (
    PlanSpell, Enquiry, ProtectionConferenceChild, ProtectionConference, AssessmentChild, Assessment,
)  # fmt: skip
ON = AT.date()


def of(*activities: str, closed: str | None = None, reason: str | None = None, **more: Any) -> bytes:
    """A file of one child with one referral of 1 April 2025."""
    return census(child("C1", episode("2025-04-01", closed, reason, more="".join(activities), **more)))


def again(told: list[Problem] | None = None, on: date = ON, **more: Any) -> Counter[str]:
    """Make facts of what was kept."""
    return make_facts(read=read_again, on=on, at=AT, tell=(told if told is not None else []).append, **more).counts


def everything() -> list[list[dict[str, Any]]]:
    """All that is held of the journey, and what is said of each value; by what it says and not by key."""
    found = []
    for model in (*JOURNEY, ChronologyEntry, SourceRow):
        names = [field.name for field in model._meta.concrete_fields]
        plain = [name for name in names if name not in ("id", "subject_id", "assessment", "conference", "version")]
        found.append(sorted(model._default_manager.values(*plain), key=str))
    return found


FILE = of(
    assessment("2025-04-02", "2025-05-20", "16A"), enquiry("2025-04-07", "2025-04-24"),
    protection_plan("2025-04-24", None, "2025-07-15", "2025-07-19"), need_plan("2025-05-02"), need_plan("2025-05-02"),
)  # fmt: skip

"""Ideas that rang a bell: what is asked of each, and what it still needs before its discussion is agreed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from supervision.models import Discussion, Hypothesis, HypothesisKept
from supervision.readings.formulation import as_rule, with_all_of_it
from supervision.rules import hypotheses
from supervision.rules.hypotheses import LEVEL

NOTHING_YET = HypothesisKept()


@dataclass(frozen=True)
class KeptIdea:
    """One idea that was kept, as it is read. `missing` is what it needs, in words; empty once it has a question."""

    pk: int
    text: str
    level: str
    is_about_danger: bool
    became: str
    said: HypothesisKept
    missing: tuple[str, ...] = ()

    @property
    def is_asked_about(self) -> bool:
        """Whether anything but the idea itself was written."""
        said = self.said
        words = (said.whose_view, said.evidence_for, said.evidence_against, said.would_see, said.risk_means)
        return any(words) or bool(said.ask_what or said.first_sentence or said.not_asked_because)


def kept_ideas(discussion: Discussion) -> tuple[KeptIdea, ...]:
    """Ideas of a discussion that were kept, in the order in which they were offered. One query."""
    return tuple(as_read(each) for each in kept_rows(discussion))


def kept_rows(discussion: Discussion) -> list[Hypothesis]:
    """The rows, each with what is asked of it."""
    found = discussion.hypotheses.exclude(status=Hypothesis.Status.PROPOSED)
    return list(with_all_of_it(found).order_by("pk"))


def as_read(row: Hypothesis) -> KeptIdea:
    """One idea, of a row of `with_all_of_it`."""
    return KeptIdea(
        pk=row.pk,
        text=row.text,
        level=LEVEL.get(row.level, ""),
        is_about_danger=row.is_about_danger,
        became="" if row.status == Hypothesis.Status.KEPT else row.get_status_display(),
        said=said_of(row),
        missing=tuple(hypotheses.missing(as_rule(row))),
    )


def said_of(row: Hypothesis) -> HypothesisKept:
    """What was written of a kept idea; an empty row where nothing was."""
    return getattr(row, "kept", NOTHING_YET)


def version_of(rows: Sequence[Hypothesis]) -> int:
    """What changes whenever somebody writes about one of these ideas: never 0, which asks nobody."""
    return 1 + sum(said_of(row).version or 0 for row in rows if hasattr(row, "kept"))


def kept_asked(discussion: Discussion, keepers: Sequence[Any]) -> dict[str, Any]:
    """What the form about kept ideas asks, as it stands. `keepers`: who may ask the family."""
    rows = kept_rows(discussion)
    return {"discussion": discussion, "ideas": rows, "keepers": keepers, "version": version_of(rows)}

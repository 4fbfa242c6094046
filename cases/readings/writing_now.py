"""Which paper there is now, and what somebody changed in a part of it."""

from typing import Any

from cases.models import Assessment, Case, Writing, WritingPart
from cases.rules.comparing import Change, changes


def writing_of(case: Case, assessment: Assessment | None = None) -> Writing | None:
    """The text of this assessment, else the family's plan that is open; None while there is none. One query."""
    rows = Writing.objects.filter(case=case)
    found = rows.filter(assessment=assessment) if assessment else rows.filter(paper="plan", closed_on=None)
    return found.first()


def compared(theirs: WritingPart, version: int) -> tuple[Change, ...]:
    """What somebody changed in a part since the version that was seen; nothing where that was none. One query."""
    history: Any = WritingPart.pgh_event_model  # type: ignore[attr-defined]
    before = history.objects.filter(pgh_obj=theirs.pk, version=version).order_by("-pgh_id").first()
    return changes(before.words, theirs.words) if before and before.words else ()

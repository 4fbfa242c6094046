"""What was taken into a paper stays tied to where it came from: its marks follow it, and what is taken back leaves."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import F

from cases.models import (
    Case,
    CaseNote,
    ChronologyEntry,
    FamilySays,
    PartSource,
    Quote,
    SignificantEvent,
    Visit,
    WritingPart,
)
from cases.rules.audience import Marks
from cases.rules.writing import SOURCE_KIND

_KIND: dict[type, str] = {
    Visit: "visit",
    CaseNote: "note",
    Quote: "quote",
    SignificantEvent: "event",
    WritingPart: "assessment",
}
_TOLD: dict[str, str] = {
    ChronologyEntry.Kind.VISIT: "visit",
    ChronologyEntry.Kind.QUOTE: "quote",
    ChronologyEntry.Kind.CALL: "note",
    ChronologyEntry.Kind.CONVERSATION: "note",
    ChronologyEntry.Kind.NOTE: "note",
    ChronologyEntry.Kind.DIRECT_WORK: "note",
    ChronologyEntry.Kind.OBSERVATION: "note",
}


def follow_into_papers(row: Any, marks: Marks) -> None:
    """What was taken from this row into papers is kept from the same people as the row itself."""
    kind = _KIND.get(type(row), "")
    if isinstance(row, ChronologyEntry):
        kind = "hypothesis" if row.kind == ChronologyEntry.Kind.REFLECTION else "entry"
    said = {"is_kept_from_family": marks.is_kept_from_family, "kept_from": list(marks.kept_from)}
    if kind:
        taken = PartSource.objects.filter(case=row.case_id, kind=kind, subject_id=row.pk)
        taken.update(**said, version=F("version") + 1)
    if kind == "quote":
        FamilySays.objects.filter(case=row.case_id, quote=row.pk).update(**said, version=F("version") + 1)


def leave_papers(case: Case, kinds: Sequence[str], subject_id: int, on: date) -> None:
    """What was taken back is no evidence any more: it leaves the parts it was taken into; their history keeps it."""
    taken = {_TOLD.get(kind, kind) for kind in kinds} & set(SOURCE_KIND)
    if not taken:
        return
    rows = PartSource.objects.filter(case=case, kind__in=taken, subject_id=subject_id, left_out_on=None)
    rows.update(left_out_on=on, version=F("version") + 1)

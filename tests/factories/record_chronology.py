"""The chronology for tests: one entry taken from the timeline, and a file somebody asked for."""

from datetime import date
from typing import Any

from camden.operations.files import keep
from cases.models import Case, ChronologyEntry, Export, Member, SetAside, SignificantEvent, SignificantEventChild

ON = date(2026, 10, 2)


def chronicled(case: Case, children: list[Member], worker: Any) -> None:
    """A row of every kind, for pages that ask for one."""
    entry = ChronologyEntry.objects.create(case=case, happened_on=ON, kind="milestone", summary="Anisa went missing")
    other = ChronologyEntry.objects.create(case=case, happened_on=ON, kind="plan", summary="A plan")
    SetAside.objects.create(case=case, entry=other, set_by=worker, set_on=ON)
    event = SignificantEvent.objects.create(
        case=case, happened_on=ON, what="Anisa went missing", entry=entry, written_by=worker, written_on=ON
    )
    SignificantEventChild.objects.create(case=case, event=event, child=children[0], impact="She was cold.")
    asked = {"reader": "staff", "is_summary": False, "child": None}
    at, sha256 = "2026-11-03T09:00:00Z", keep(b"a chronology")
    Export.objects.create(
        case=case, what="chronology", layout="word", asked=asked, asked_by=worker, asked_at=at, ready_at=at,
        sha256=sha256, size=12,
    )  # fmt: skip

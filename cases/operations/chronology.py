"""The one way onto a timeline."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import F

from camden.models import User
from cases.models import Case, ChronologyChild, ChronologyEntry, Member
from cases.operations.papers import leave_papers
from cases.rules.audience import Marks


@transaction.atomic(savepoint=False)
def note(
    *,
    case: Case,
    on: date,
    kind: str,
    summary: str,
    children: Sequence[Member],
    subject_id: int | None = None,
    by: User | None = None,
    marks: Marks = Marks(),  # noqa: B008 - frozen
) -> ChronologyEntry:
    """Put one thing on the timeline of a family and of each child it happened to.

    `summary` is one sentence of at most 300 characters; longer ones are cut at a word. `by` is whoever did it: to
    everybody else who works with the family it is news. `marks` are those of what is behind it.
    """
    entry = ChronologyEntry.objects.create(
        case=case,
        happened_on=on,
        kind=kind,
        summary=_short(summary),
        subject_id=subject_id,
        written_by=by,
        is_kept_from_family=marks.is_kept_from_family,
        kept_from=list(marks.kept_from),
    )
    ChronologyChild.objects.bulk_create(
        ChronologyChild(case=case, entry=entry, child=child, happened_on=on) for child in children
    )
    return entry


def strike_entries(*, case: Case, kinds: Sequence[str], subject_id: int, on: date) -> None:
    """What these entries tell of was taken back: they stay on the timeline, struck through. No paper rests on it."""
    entries = ChronologyEntry.objects.filter(case=case, kind__in=kinds, subject_id=subject_id, struck_on=None)
    entries.update(struck_on=on, version=F("version") + 1)
    leave_papers(case, kinds, subject_id, on)


def _short(summary: str, most: int = 300) -> str:
    if len(summary) <= most:
        return summary
    return summary[: most - 1].rsplit(" ", 1)[0][: most - 1] + "…"

"""What was thought together about one child, as it stands on that child's file (REFERENCE 5.4)."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse

from camden.rules.names import day_in_words
from cases.models import Member, OversightNote
from cases.readings.audience import shown_to
from cases.readings.marks import kept_from
from cases.rules.audience import STAFF, Audience
from cases.rules.keyset import Mark, read_mark

PAGE = 20


@dataclass(frozen=True)
class NoteOfChild:
    """A note: where and when it was thought, (heading, words) in their order, who agreed it, from whom it is kept."""

    pk: int
    href: str
    child: str
    day: str
    iso: str
    thought_in: str
    said: tuple[tuple[str, str], ...]
    agreed: str
    kept_from: str


@dataclass(frozen=True)
class NotePage:
    """One page of notes, newest first. `older` is the mark of the next page, or empty on the last."""

    notes: tuple[NoteOfChild, ...]
    older: str


def oversight_notes(
    child: Member, names: Mapping[int, str], *, audience: Audience = STAFF, after: str = ""
) -> NotePage:
    """What was thought about a child, the newest first, as far as this audience may read it. One query.

    A brother's or sister's notes are never among them.
    """
    found = shown_to(audience, OversightNote.objects.filter(case=child.case_id, child=child))
    mark = read_mark(after)
    if mark:
        found = found.filter(Q(thought_on__lt=mark.day) | Q(thought_on=mark.day, pk__lt=mark.key))
    rows = list(found.select_related("agreed_by", "child").order_by("-thought_on", "-pk")[: PAGE + 1])
    older = str(Mark(rows[PAGE - 1].thought_on, rows[PAGE - 1].pk)) if len(rows) > PAGE else ""
    return NotePage(tuple(read_oversight_note(row, names) for row in rows[:PAGE]), older)


def read_oversight_note(row: OversightNote, names: Mapping[int, str]) -> NoteOfChild:
    """One row with its `child` and `agreed_by`, for people who work here. `names` are those of the record's people."""
    return NoteOfChild(
        pk=row.pk,
        href=reverse("cases:oversight-note", args=[row.case_id, row.pk]),
        child=row.child.first_name,
        day=day_in_words(row.thought_on),
        iso=row.thought_on.isoformat(),
        thought_in=row.thought_in,
        said=tuple((str(heading), str(words)) for heading, words in row.said),
        agreed=f"Agreed by {row.agreed_by.name}, {day_in_words(row.agreed_on)}",
        kept_from=kept_from(row, names),
    )

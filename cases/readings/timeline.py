"""A timeline, newest first: of a family, or of one child."""

from dataclasses import dataclass

from django.db.models import Q

from camden.rules.names import day_in_words
from cases.models import Case, ChronologyEntry, Member
from cases.rules.keyset import Mark, read_mark

PAGE = 20
# What the key of an entry's subject is a key of. Other kinds come from apps above, which link to their own pages.
SUBJECTS: dict[str, str] = {
    ChronologyEntry.Kind.VISIT: "visit",
    ChronologyEntry.Kind.AGREED: "action",
    ChronologyEntry.Kind.DUTY: "note",
}


@dataclass(frozen=True)
class Entry:
    """One thing that happened. `visit`, `action` and `note` are keys of what is behind it, if it was such a thing."""

    pk: int
    day: str
    iso: str
    kind: str
    label: str
    summary: str
    visit: int | None
    action: int | None = None
    note: int | None = None


@dataclass(frozen=True)
class Timeline:
    """One page of a timeline. `older` is the mark of the next page, or empty on the last."""

    entries: tuple[Entry, ...]
    older: str


def timeline(*, case: Case, child: Member | None = None, after: str = "") -> Timeline:
    """What happened to the family, or to one child of it. One query. `after` is the `older` of the page before."""
    found = ChronologyEntry.objects.filter(case=case)
    if child is not None:
        found = found.filter(about__child=child)
    mark = read_mark(after)
    if mark:
        found = found.filter(Q(happened_on__lt=mark.day) | Q(happened_on=mark.day, pk__lt=mark.key))
    entries = list(found.order_by("-happened_on", "-pk")[: PAGE + 1])
    older = str(Mark(entries[PAGE - 1].happened_on, entries[PAGE - 1].pk)) if len(entries) > PAGE else ""
    return Timeline(tuple(_entry(entry) for entry in entries[:PAGE]), older)


def _entry(entry: ChronologyEntry) -> Entry:
    subjects = {SUBJECTS[entry.kind]: entry.subject_id} if entry.kind in SUBJECTS else {}
    return Entry(
        pk=entry.pk,
        day=day_in_words(entry.happened_on),
        iso=entry.happened_on.isoformat(),
        kind=entry.kind,
        label=entry.get_kind_display(),
        summary=entry.summary,
        **({"visit": None} | subjects),
    )

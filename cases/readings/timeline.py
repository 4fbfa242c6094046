"""A timeline, newest first: of a family, or of one child."""

from dataclasses import dataclass

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q
from django.urls import NoReverseMatch, reverse

from camden.rules.names import day_in_words
from cases.models import Case, ChronologyEntry, Member, Visit
from cases.rules.keyset import Mark, read_mark

PAGE = 20
# The page of what is behind an entry, whose key is the entry's subject. Other kinds come from apps above, which link to
# their own pages. A page that does not exist yet is left out.
PAGES: dict[str, str] = {
    ChronologyEntry.Kind.VISIT: "cases:visit",
    ChronologyEntry.Kind.AGREED: "cases:action",
    ChronologyEntry.Kind.DUTY: "cases:duty-note",
    ChronologyEntry.Kind.CONTACT: "cases:contact",
    ChronologyEntry.Kind.REFERRAL_DECIDED: "cases:referral",
    ChronologyEntry.Kind.ASSESSMENT: "cases:assessment",
    ChronologyEntry.Kind.STRATEGY: "cases:strategy",
    ChronologyEntry.Kind.ENQUIRY: "cases:enquiry",
    ChronologyEntry.Kind.CONFERENCE: "cases:protection-conference",
    ChronologyEntry.Kind.PLAN: "cases:plan",
    ChronologyEntry.Kind.MEETING: "cases:plan-meeting",
    ChronologyEntry.Kind.THRESHOLD: "cases:threshold",
    ChronologyEntry.Kind.CLOSING: "cases:closure",
    ChronologyEntry.Kind.MILESTONE: "cases:milestone",
}

_WAITS = ExpressionWrapper(
    Q(kind=ChronologyEntry.Kind.VISIT)
    & Q(Exists(Visit.objects.filter(pk=OuterRef("subject_id"), account=None, struck_on=None, missed_why=""))),
    output_field=BooleanField(),
)


@dataclass(frozen=True)
class Entry:
    """One thing that happened. `href` is the page of what is behind it, or empty."""

    pk: int
    day: str
    iso: str
    kind: str
    label: str
    summary: str
    href: str
    mark: str = ""
    """What one must know of it at a glance: it waits to be written up, or was taken back."""


@dataclass(frozen=True)
class Timeline:
    """One page of a timeline. `older` is the mark of the next page, or empty on the last."""

    entries: tuple[Entry, ...]
    older: str


def timeline(*, case: Case, child: Member | None = None, after: str = "") -> Timeline:
    """What happened to the family, or to one child of it. One query. `after` is the `older` of the page before."""
    found = ChronologyEntry.objects.filter(case=case).annotate(waits=_WAITS)
    if child is not None:
        found = found.filter(about__child=child)
    mark = read_mark(after)
    if mark:
        found = found.filter(Q(happened_on__lt=mark.day) | Q(happened_on=mark.day, pk__lt=mark.key))
    entries = list(found.order_by("-happened_on", "-pk")[: PAGE + 1])
    older = str(Mark(entries[PAGE - 1].happened_on, entries[PAGE - 1].pk)) if len(entries) > PAGE else ""
    return Timeline(tuple(_entry(entry) for entry in entries[:PAGE]), older)


def _entry(entry: ChronologyEntry) -> Entry:
    return Entry(
        pk=entry.pk,
        day=day_in_words(entry.happened_on),
        iso=entry.happened_on.isoformat(),
        kind=entry.kind,
        label=entry.get_kind_display(),
        summary=entry.summary,
        href=_page(entry),
        mark="Taken back" if entry.struck_on else "To write up" if getattr(entry, "waits", False) else "",
    )


def _page(entry: ChronologyEntry) -> str:
    name = PAGES.get(entry.kind)
    if not name or entry.subject_id is None:
        return ""
    try:
        return reverse(name, args=[entry.case_id, entry.subject_id])
    except NoReverseMatch:
        return ""

"""A timeline, newest first: of a family, or of one child; all of it, or what was asked for."""

from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet
from django.urls import NoReverseMatch, reverse

from camden.rules.names import day_in_words
from cases.models import Case, ChronologyChild, ChronologyEntry, Member, Presence, SetAside, SignificantEvent, Visit
from cases.readings.audience import shown_to
from cases.readings.disagreements import Differs, disagreements_of
from cases.rules.audience import STAFF, Audience, Marks
from cases.rules.chronology import PROPOSED, kinds_of
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
    ChronologyEntry.Kind.CALL: "cases:note",
    ChronologyEntry.Kind.CONVERSATION: "cases:note",
    ChronologyEntry.Kind.NOTE: "cases:note",
    ChronologyEntry.Kind.DIRECT_WORK: "cases:note",
    ChronologyEntry.Kind.OBSERVATION: "cases:note",
    ChronologyEntry.Kind.DOCUMENT: "cases:document",
    ChronologyEntry.Kind.PEOPLE: "cases:member",
    ChronologyEntry.Kind.QUOTE: "cases:quote",
    ChronologyEntry.Kind.DECISION: "cases:decision",
    ChronologyEntry.Kind.SHARED: "cases:sharing-new",
    ChronologyEntry.Kind.OVERSIGHT: "cases:oversight",
    ChronologyEntry.Kind.COMPLIMENT: "cases:complaint",
    ChronologyEntry.Kind.DISPUTE: "cases:dispute",
}

_WAITS = ExpressionWrapper(
    Q(kind=ChronologyEntry.Kind.VISIT)
    & Q(Exists(Visit.objects.filter(pk=OuterRef("subject_id"), account=None, struck_on=None, missed_why=""))),
    output_field=BooleanField(),
)


NOTES = (
    ChronologyEntry.Kind.CALL,
    ChronologyEntry.Kind.CONVERSATION,
    ChronologyEntry.Kind.NOTE,
    ChronologyEntry.Kind.DIRECT_WORK,
    ChronologyEntry.Kind.OBSERVATION,
)


@dataclass(frozen=True)
class Filter:
    """What of a timeline is asked for: groups of kinds, one person by key, or only what is in the chronology."""

    groups: tuple[str, ...] = ()
    person: Member | None = None
    is_significant: bool = False

    def __bool__(self) -> bool:
        return bool(self.groups or self.person or self.is_significant)


@dataclass(frozen=True)
class Entry:
    """One thing that happened. `href` is the page of what is behind it, or empty.

    `is_struck`: it was taken back. `is_marked`: it is not to be shared with somebody. `event` is its entry in the
    chronology, if it has one.
    """

    pk: int
    day: str
    iso: str
    kind: str
    label: str
    summary: str
    href: str
    is_struck: bool = False
    is_marked: bool = False
    event: int | None = None
    mark: str = ""
    """What one must know of it at a glance: it waits to be written up, or was taken back."""
    others: tuple[Differs, ...] = ()
    """How somebody of the family sees it differently."""


@dataclass(frozen=True)
class Timeline:
    """One page of a timeline. `older` is the mark of the next page, or empty on the last."""

    entries: tuple[Entry, ...]
    older: str


def timeline(
    *,
    case: Case,
    child: Member | None = None,
    after: str = "",
    asked: Filter = Filter(),
    audience: Audience = STAFF,
) -> Timeline:
    """What happened to the family, or to one child of it. Two queries. `after` is the `older` of the page before."""
    person = child or asked.person
    found: Any = shown_to(audience, ChronologyEntry.objects.filter(case=case)).annotate(waits=_WAITS)
    if person is not None:
        found = _about(found, person)
    if kinds := kinds_of(asked.groups):
        found = found.filter(kind__in=kinds)
    if asked.is_significant:
        found = found.filter(event__struck_on=None, event__isnull=False)
    mark = read_mark(after)
    if mark:
        found = found.filter(Q(happened_on__lt=mark.day) | Q(happened_on=mark.day, pk__lt=mark.key))
    found = found.select_related("event").defer("event__analysis", "event__what")
    entries = list(found.order_by("-happened_on", "-pk")[: PAGE + 1])
    older = str(Mark(entries[PAGE - 1].happened_on, entries[PAGE - 1].pk)) if len(entries) > PAGE else ""
    others = disagreements_of(case, [entry.pk for entry in entries[:PAGE]])
    return Timeline(tuple(read_entry(entry, others.get(entry.pk, ())) for entry in entries[:PAGE]), older)


def proposals(case: Case, after: str = "") -> Timeline:
    """What of the timeline may belong into the chronology and was neither taken nor set aside, oldest first.

    One query. `older` is then the mark of the next, later page.
    """
    found = ChronologyEntry.objects.filter(case=case, kind__in=PROPOSED, struck_on=None)
    found = found.exclude(Exists(SignificantEvent.objects.filter(entry=OuterRef("pk"))))
    found = found.exclude(Exists(SetAside.objects.filter(entry=OuterRef("pk"))))
    mark = read_mark(after)
    if mark:
        found = found.filter(Q(happened_on__gt=mark.day) | Q(happened_on=mark.day, pk__gt=mark.key))
    entries = list(found.order_by("happened_on", "pk")[: PAGE + 1])
    later = str(Mark(entries[PAGE - 1].happened_on, entries[PAGE - 1].pk)) if len(entries) > PAGE else ""
    return Timeline(tuple(read_entry(entry) for entry in entries[:PAGE]), later)


def _about(found: "QuerySet[ChronologyEntry]", person: Member) -> "QuerySet[ChronologyEntry]":
    """Entries about a child; for an adult, what they were there for or we spoke with them about."""
    if person.kind == Member.Kind.CHILD:
        return found.filter(Exists(ChronologyChild.objects.filter(entry=OuterRef("pk"), child=person)))
    there = Presence.objects.filter(member=person)
    visits = Q(kind=ChronologyEntry.Kind.VISIT, subject_id__in=there.values("visit"))
    return found.filter(visits | Q(kind__in=NOTES, subject_id__in=there.values("note")))


def read_entry(entry: ChronologyEntry, others: tuple[Differs, ...] = ()) -> Entry:
    """One entry as a timeline shows it."""
    return Entry(
        pk=entry.pk,
        day=day_in_words(entry.happened_on),
        iso=entry.happened_on.isoformat(),
        kind=entry.kind,
        label=entry.get_kind_display(),
        summary=entry.summary,
        href=_page(entry),
        is_struck=entry.struck_on is not None,
        is_marked=bool(Marks(entry.is_kept_from_family, tuple(entry.kept_from))),
        event=_event(entry),
        mark="Taken back" if entry.struck_on else "To write up" if getattr(entry, "waits", False) else "",
        others=others,
    )


def _event(entry: ChronologyEntry) -> int | None:
    event: SignificantEvent | None = entry._state.fields_cache.get("event")
    return event.pk if event and event.struck_on is None else None


def _page(entry: ChronologyEntry) -> str:
    name = PAGES.get(entry.kind)
    if not name or entry.subject_id is None:
        return ""
    try:
        return reverse(name, args=[entry.case_id, entry.subject_id])
    except NoReverseMatch:
        return ""

"""A timeline, newest first: of a family, or of one child; all of it, or what was asked for."""

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BigIntegerField,
    BooleanField,
    DateField,
    Exists,
    ExpressionWrapper,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.expressions import RawSQL
from django.urls import NoReverseMatch, reverse

from camden.models.once import Rows, later, rows_of
from camden.rules.names import day_in_words
from cases.models import Case, ChronologyChild, ChronologyEntry, Member, Presence, SetAside, SignificantEvent, Visit
from cases.readings.audience import shown_to
from cases.readings.disagreements import Differs, differing, read_differing
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
    ChronologyEntry.Kind.SHARED: "cases:writing",
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
    """What happened to the family, or to one child of it. One query. `after` is the `older` of the page before."""
    person = child or asked.person
    mark = read_mark(after)
    shape = _Shape(
        audience, Member.Kind(person.kind) if person else None, kinds_of(asked.groups), asked.is_significant, bool(mark)
    )
    found: Any = _statement(shape).made(
        case=case.pk, person=person and person.pk, day=mark and mark.day, key=mark and mark.key
    )
    older = str(Mark(found[PAGE - 1].happened_on, found[PAGE - 1].pk)) if len(found) > PAGE else ""
    return Timeline(
        tuple(read_entry(entry, tuple(map(_differs, entry.others)), entry.event_key) for entry in found[:PAGE]), older
    )


@dataclass(frozen=True)
class _Shape:
    """What makes the text of the question: for whom, about what kind of person, of which kinds, whether from a mark."""

    audience: Audience
    about: Member.Kind | None
    kinds: tuple[str, ...]
    is_significant: bool
    is_from_mark: bool

    @property
    def is_plain(self) -> bool:
        """Whether every line is asked for, so that the newest can be counted off before any is read."""
        is_of_children = self.about in (None, Member.Kind.CHILD)
        return self.audience.is_staff and is_of_children and not self.kinds and not self.is_significant


def _newest(shape: _Shape) -> RawSQL:
    """The keys of one page, without the policy of each row: see `wall_timeline.sql`."""
    person = _later("person") if shape.about else None
    mark = [later("day", DateField()), _later("key")] if shape.is_from_mark else [None, None]
    values = [value.params[0] if value else None for value in (_later("case"), person, *mark)]
    # nosemgrep: rows-by-sql - calls newest_entries, a function of wall_timeline.sql that holds the policy inside
    return RawSQL("select newest_entries(%s, %s, %s, %s, %s)", [*values, PAGE + 1])  # noqa: S611


@lru_cache(maxsize=256)
def _statement(shape: _Shape) -> Rows[ChronologyEntry]:
    entries: Any = ChronologyEntry.objects.filter(case=_later("case"))
    found = shown_to(shape.audience, entries).annotate(waits=_WAITS)
    if shape.is_plain:
        found = found.filter(pk__in=_newest(shape))
    elif shape.about is not None:
        found = _about(found, shape.about)
    if shape.kinds:
        found = found.filter(kind__in=shape.kinds)
    if shape.is_significant:
        found = found.filter(event__struck_on=None, event__isnull=False)
    if shape.is_from_mark:
        day = later("day", DateField())
        found = found.filter(Q(happened_on__lt=day) | Q(happened_on=day, pk__lt=_later("key")))
    event = SignificantEvent.objects.filter(entry=OuterRef("pk"), struck_on=None)
    found = found.annotate(event_key=Subquery(event.values("pk")[:1]), others=ArraySubquery(differing(OuterRef("pk"))))
    return rows_of(found.order_by("-happened_on", "-pk")[: PAGE + 1], "waits", "event_key", "others")


def _later(name: str) -> RawSQL:
    return later(name, BigIntegerField())


def _differs(row: str) -> Differs:
    return read_differing(json.loads(row))


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


def _about(found: "QuerySet[ChronologyEntry]", kind: Member.Kind) -> "QuerySet[ChronologyEntry]":
    """Entries about a child; for an adult, what they were there for or we spoke with them about."""
    if kind == Member.Kind.CHILD:
        return found.filter(Exists(ChronologyChild.objects.filter(entry=OuterRef("pk"), child=_later("person"))))
    there: Any = Presence.objects.filter(member=_later("person"))
    visits = Q(kind=ChronologyEntry.Kind.VISIT, subject_id__in=there.values("visit"))
    return found.filter(visits | Q(kind__in=NOTES, subject_id__in=there.values("note")))


def read_entry(entry: ChronologyEntry, others: tuple[Differs, ...] = (), event: int | None = None) -> Entry:
    """One entry as a timeline shows it. `event` is its entry in the chronology, if it has one."""
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
        event=event,
        mark="Taken back" if entry.struck_on else "To write up" if getattr(entry, "waits", False) else "",
        others=others,
    )


def _page(entry: ChronologyEntry) -> str:
    name = PAGES.get(entry.kind)
    if not name or entry.subject_id is None:
        return ""
    try:
        return reverse(name, args=[entry.case_id, entry.subject_id])
    except NoReverseMatch:
        return ""

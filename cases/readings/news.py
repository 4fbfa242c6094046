"""What happened in somebody's families while they were away, and who opened them on duty."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import Case as Choose
from django.db.models import OuterRef, Subquery, When
from django.db.models.functions import JSONObject
from django.urls import reverse

from camden.models import User
from camden.rules.moments import short_day, span_in_words
from cases.models import Action, ChronologyEntry, DutyNote
from cases.rules.planning import day_ahead
from cases.rules.visits import in_a_row

MOST = 300  # entries in all: after a very long leave, the rest is in each family's record
OPEN, FOLDED = 3, 7  # entries of one family that are shown, and that are folded beneath


@dataclass(frozen=True)
class HandOver:
    """A hand-over note: by whom, when, about which family, and all it says."""

    pk: int
    case_pk: int
    family: str
    writer: str
    when: str
    why: str
    done: str
    left_to_do: str
    is_new: bool
    """Whether the person sees it for the first time."""


@dataclass(frozen=True)
class Look:
    """Somebody on duty opened a family's record and left no note."""

    case_pk: int
    family: str
    who: str
    when: str


@dataclass(frozen=True)
class Line:
    """Something that somebody else wrote down. `day` in words."""

    day: str
    label: str
    summary: str


@dataclass(frozen=True)
class FamilyNews:
    """What is new in one family: some lines shown, some folded, and how many more its record holds.

    `who` were there meanwhile; `promised` is what they promised somebody of the family and is open, with its address.
    """

    case_pk: int
    family: str
    shown: tuple[Line, ...]
    folded: tuple[Line, ...]
    more: int
    who: str = ""
    promised: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class News:
    """All that is new, hand-over notes first."""

    notes: tuple[HandOver, ...]
    looks: tuple[Look, ...]
    families: tuple[FamilyNews, ...]

    def __bool__(self) -> bool:
        return bool(self.notes or self.looks or self.families)


def news_since(
    *, user: User, families: Mapping[int, str], since: datetime, on: date, new: frozenset[tuple[str, int]]
) -> News:
    """What others did in these families (key: name) since then. Two queries.

    `families` are the person's own, as they were fetched for them. `new` are subjects of messages just seen.
    """
    said = DutyNote.objects.filter(case=OuterRef("case"), pk=OuterRef("subject_id"))
    words = said.values(words=JSONObject(why="why", done="done", left_to_do="left_to_do"))
    is_note, is_agreed = {"kind": ChronologyEntry.Kind.DUTY}, {"kind": ChronologyEntry.Kind.AGREED}
    found: Any = ChronologyEntry.objects.filter(case__in=list(families), created_at__gt=since, written_by__isnull=False)
    found = found.filter(struck_on=None).exclude(written_by=user).select_related("written_by")
    found = found.annotate(
        note=Choose(When(**is_note, then=Subquery(words))),
        promise=Choose(When(**is_agreed, then=Subquery(_promises()))),
    )
    # Hand-over notes first, so that however much happened they are never among what did not fit.
    entries = list(found.order_by(Choose(When(**is_note, then=0), default=1), "-happened_on", "-pk")[:MOST])
    notes = [entry for entry in entries if entry.note]
    left = {(entry.case_id, entry.written_by_id) for entry in notes}
    return News(
        notes=tuple(_hand_over(entry, families, on, new) for entry in notes),
        looks=_looks(families, since, on, left),
        families=_by_family([entry for entry in entries if not entry.note], families, on),
    )


def _promises() -> Any:
    """What an entry says was agreed, if it was promised to somebody and is open."""
    open_ones = Action.objects.filter(case=OuterRef("case"), pk=OuterRef("subject_id"), closed_on=None)
    words = JSONObject(pk="pk", what="what", to="promised_to", who="keeper__name", due_on="due_on")
    return open_ones.exclude(promised_to="").values(words=words)


def _promised(entries: Iterable[Any], on: date) -> Iterator[tuple[str, str]]:
    for entry in entries:
        if said := entry.promise:
            by = f", by {day_ahead(date.fromisoformat(said['due_on']), on)}" if said["due_on"] else ""
            what = said["what"][:1].lower() + said["what"][1:]
            href = reverse("cases:action", args=[entry.case_id, said["pk"]])
            yield f"{said['who']} promised {said['to']}: {what}{by}", href


def _hand_over(entry: Any, families: Mapping[int, str], on: date, new: frozenset[tuple[str, int]]) -> HandOver:
    return HandOver(
        pk=entry.subject_id,
        case_pk=entry.case_id,
        family=families[entry.case_id],
        writer=entry.written_by.name,
        when=span_in_words(entry.created_at, entry.created_at, on),
        is_new=(DutyNote._meta.label, entry.subject_id) in new,
        **entry.note,
    )


def _looks(families: Mapping[int, str], since: datetime, on: date, left: set[tuple[int, int]]) -> tuple[Look, ...]:
    """Looks on duty by people who left no note. A function of wall.sql holds the policy inside."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select l.case_id, l.user_id, u.name, l.first_at, l.last_at from looked_on_duty(%s) l"
            " join camden_user u on u.id = l.user_id order by l.last_at desc, l.case_id, l.user_id",
            [since],
        )
        rows = cursor.fetchall()
    return tuple(
        Look(case, families[case], name, span_in_words(first_at, last_at, on))
        for case, who, name, first_at, last_at in rows
        if case in families and (case, who) not in left
    )


def _by_family(entries: list[Any], families: Mapping[int, str], on: date) -> tuple[FamilyNews, ...]:
    """What was promised stands apart, and is said once."""
    of_family: dict[int, list[Any]] = defaultdict(list)
    for entry in entries:
        of_family[entry.case_id].append(entry)
    return tuple(_family(families[case], found, on) for case, found in of_family.items())


def _family(name: str, entries: list[Any], on: date) -> FamilyNews:
    told = [each for each in entries if not each.promise]
    lines = [Line(short_day(each.happened_on, on), each.get_kind_display(), each.summary) for each in told]
    return FamilyNews(
        case_pk=entries[0].case_id,
        family=name,
        shown=tuple(lines[:OPEN]),
        folded=tuple(lines[OPEN : OPEN + FOLDED]),
        more=max(len(lines) - OPEN - FOLDED, 0),
        who=in_a_row(list(dict.fromkeys(each.written_by.name for each in entries))),
        promised=tuple(dict.fromkeys(_promised(entries, on))),
    )

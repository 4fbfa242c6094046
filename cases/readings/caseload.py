"""Lists of records: mine, my team's, those waiting for a worker."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db import connection
from django.db.models import FilteredRelation, Q

from camden.models import User
from camden.rules.names import age_in_words, display_name
from cases.access import involves
from cases.models import Case, Involvement, Member
from cases.rules.keyset import Mark, read_mark

PAGE = 25


class Show(StrEnum):
    """Which records a list shows."""

    MINE = "mine"
    TEAM = "team"
    WAITING = "waiting"
    DUTY = "duty"

    @property
    def label(self) -> str:
        """What the list is called."""
        names = {"mine": "My families", "team": "My team’s families", "waiting": "Waiting for a worker"}
        return names.get(self, "Families you answer for on duty")

    @property
    def tab(self) -> str:
        """The same where there is little room."""
        return {"mine": "Mine", "team": "My team’s", "waiting": "Waiting", "duty": "On duty"}[self]


@dataclass(frozen=True)
class ChildLine:
    """One child in a list: who, how old, whose."""

    pk: int
    case_pk: int
    name: str
    age: str
    lead: str
    found: bool = False


@dataclass(frozen=True)
class RecordLine:
    """One family in a list."""

    pk: int
    name: str
    opened_on: date
    is_closed: bool
    children: tuple[ChildLine, ...]


@dataclass(frozen=True)
class RecordPage:
    """One page of a list. `older` is the mark of the next page ("day.key"), or empty on the last."""

    lines: tuple[RecordLine, ...]
    older: str


def lists_for(user: User) -> list[Show]:
    """The lists this person has: the one of a duty only while it runs."""
    return [show for show in Show if show is not Show.DUTY or user.is_on_duty]


def records(*, user: User, show: Show, on: date, after: str = "") -> RecordPage:
    """Families this person may see, newest first. `after` is the `older` of the page before; nonsense is page one."""
    found = Case.objects.visible_to(user)
    if show is Show.MINE:
        mine = Involvement.objects.filter(worker=user, ended_on=None)
        found = found.filter(closed_on=None, pk__in=mine.values("case"))
    elif user.is_on_duty and show is not Show.DUTY:
        # A duty opens a whole service: one's own team's list stays one's own team's meanwhile.
        found = found.filter(Q(team_ids__overlap=user.member_team_ids) | Q(involves(user)))
    if show is Show.WAITING:
        found = found.unallocated()
    mark = read_mark(after)
    if mark:
        found = found.filter(Q(opened_on__lt=mark.day) | Q(opened_on=mark.day, pk__lt=mark.key))
    cases = list(found.order_by("-opened_on", "-pk")[: PAGE + 1])
    older = str(Mark(cases[PAGE - 1].opened_on, cases[PAGE - 1].pk)) if len(cases) > PAGE else ""
    return RecordPage(lines=lines_of(cases[:PAGE], on), older=older)


def people_called(words: str) -> list[tuple[int, int]]:
    """At most 50 people open to whoever asks, whom the words mean, exact ones first: (member, record)."""
    with connection.cursor() as cursor:
        cursor.execute("select member_id, case_id from search_people(%s, 50)", [words])
        return list(cursor.fetchall())


def lines_of(cases: Iterable[Case], on: date, found: frozenset[int] = frozenset()) -> tuple[RecordLine, ...]:
    """Lines of a list; `found` are keys of children to mark. One query: each child with the lead they have now."""
    cases = list(cases)
    lead = FilteredRelation("involvements", condition=Q(involvements__leads_now=True))
    rows = Member.objects.children().filter(case__in=[case.pk for case in cases]).annotate(lead=lead)
    names, days = ("given_name", "family_name", "la_child_id"), ("born_on", "expected_on", "died_on")
    children: dict[int, list[ChildLine]] = defaultdict(list)
    # Values and not members: a list shows little of a child, and making fifty of them takes longer than asking.
    found_rows = rows.values_list("pk", "case", "lead__worker__name", *names, *days)
    for key, case, worker, given, family, number, born_on, expected_on, died_on in found_rows:
        name, age = display_name(given, family, number), age_in_words(born_on, expected_on, died_on, on)
        children[case].append(ChildLine(key, case, name, age, worker or "", key in found))
    return tuple(
        RecordLine(case.pk, case.name, case.opened_on, case.closed_on is not None, tuple(children[case.pk]))
        for case in cases
    )

"""What the figures of a team are counted from, on any day: children and who leads, who waits, changes, what is due.

A figure is the number of its rows and nothing else, so that it can be opened into them.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.db.models import (
    BigIntegerField,
    DateField,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Coalesce, Greatest, NullIf

from camden.models import LocalHoliday, Membership
from camden.rules.rows import Owner
from camden.rules.workdays import Calendar, calendar_of
from cases.measures import CARRIERS, in_need
from cases.measures.weighing import at
from cases.models import Case, Clock, Involvement
from cases.rules.continuity import year_before
from cases.rules.works import BY_CODE

# Ten working days are never more, whatever a council closes for.
SOON_AT_MOST = timedelta(days=40)
LEAD, WAITING, CHANGE, CLOCK, CLOSED, PERSON = "lead", "waiting", "change", "clock", "closed", "person"
THEIRS = (Owner.LEAD, Owner.WORKER)
COLUMNS = ("of", "about", "record", "who", "where", "day", "said")


class Fact(NamedTuple):
    """One row: what it says, of which child and record, by whom and in which team, since or on which day."""

    what: str
    child: int
    case: int
    worker: int
    team: int
    day: date
    said: str


@dataclass(frozen=True)
class Work:
    """A piece of work that waits: of these children of one record, however many rules ask for it; the first day.

    `worker` leads for the children; `is_theirs` when it is the lead's to do and not a manager's or a chair's.
    """

    case: int
    children: tuple[int, ...]
    worker: int
    team: int
    work: str
    rule: str
    due_on: date
    is_theirs: bool


@dataclass(frozen=True)
class Facts:
    """All of some teams on one day. Nothing of records that whoever asks may not see."""

    on: date
    calendar: Calendar
    leads: tuple[Fact, ...]
    """Of each child and whoever leads for them; `day` is since when."""
    waiting: tuple[Fact, ...]
    """Of each child in need whom nobody leads for; `day` is since when, `said` the family's name."""
    changes: tuple[Fact, ...]
    """Of each change of lead in twelve months: `worker` came, for the reason `said`."""
    works: tuple[Work, ...]
    people: tuple[Fact, ...]
    """Everybody with a caseload in these teams: `worker`, `team`, since when, and their role, which is `said`."""
    others: tuple[Fact, ...]
    """What was asked for in the same question by an app above."""


def facts_of(
    *,
    cases: QuerySet[Case],
    team_ids: Sequence[int],
    on: date,
    also: Sequence[Any] = (),
    worker: int | None = None,
) -> Facts:
    """What the figures of these teams are counted from on a day. One query.

    `cases` are the records that whoever asks may see; `also` are more rows in the same columns (`rows_in`).
    Of one `worker`, if given: of whomever they lead for, in whichever team.
    """
    visible = cases.values("pk")
    leads = leads_of(team_ids, visible, on) if worker is None else led_by(worker, visible, on)
    waits = waiting_in(team_ids, visible, on)
    people, closed = people_in(team_ids, on), LocalHoliday.objects.all()
    arms = [
        rows_in(leads, LEAD, who="worker", where="team", day="started_on"),
        rows_in(waits, WAITING, where="case__team_ids__0", day="since", said="case__name"),
        rows_in(_changes(leads, on), CHANGE, who="worker", where="team", day="started_on", said="change_reason"),
        # Two questions: of "in the one or in the other" the database would look through every clock of the service.
        *(rows_in(_clocks(children, on), CLOCK, day="due_on", said="rule") for children in (leads, waits)),
        rows_in(people, PERSON, about=None, record=None, who="user", where="team", day="started_on", said="role"),
        rows_in(closed, CLOSED, about=None, record=None, day="closed_on"),
        *also,
    ]
    found: dict[str, list[Fact]] = defaultdict(list)
    for row in arms[0].union(*arms[1:], all=True):
        found[row[0]].append(Fact._make(row))
    for rows in found.values():
        rows.sort(key=lambda row: (row.day, row.case, row.child, row.worker, row.said, row.team))
    ours = {LEAD, WAITING, CHANGE, CLOCK, CLOSED, PERSON}
    return Facts(
        on=on,
        calendar=calendar_of(tuple(row.day for row in found[CLOSED])),
        leads=tuple(found[LEAD]),
        waiting=tuple(found[WAITING]),
        changes=tuple(found[CHANGE]),
        works=_works(found[CLOCK], found[LEAD], found[WAITING]),
        people=tuple(found[PERSON]),
        others=tuple(row for what, rows in found.items() if what not in ours for row in rows),
    )


def rows_in(
    rows: Any,
    what: str,
    *,
    about: str | None = "child",
    record: str | None = "case",
    who: str = "",
    where: str = "",
    day: str = "",
    said: str = "",
) -> Any:
    """Rows of one table in the columns that all have here."""

    def key(name: str | None) -> Any:
        return Cast(F(name), BigIntegerField()) if name else Cast(Value(0), BigIntegerField())

    return (
        rows.order_by()
        .annotate(
            of=Value(what, TextField()),
            about=key(about),
            record=key(record),
            who=key(who),
            where=Coalesce(key(where), Value(0, BigIntegerField())),
            day=Cast(F(day), DateField()),
            said=Cast(F(said), TextField()) if said else Value("", TextField()),
        )
        .values_list(*COLUMNS)
    )


def people_in(team_ids: Sequence[int], on: date) -> Any:
    """Places of work on the day of those who have a caseload."""
    found = at(Membership.objects.all(), on)
    return found.filter(team__in=list(team_ids), role__in=CARRIERS, user__is_active=True)


def leads_of(team_ids: Sequence[int], visible: Any, on: date) -> Any:
    """Who leads for whom: of people who work in these teams, and of children whose lead was given to one of them.

    The second so that nobody is lost when a worker leaves a team and the children wait for another to be named.
    """
    found = _leads(visible, on)
    return found.filter(Q(worker__in=people_in(team_ids, on).values("user")) | Q(team__in=list(team_ids)))


def led_by(worker: int, visible: Any, on: date) -> Any:
    """Whomever one person leads for."""
    return _leads(visible, on).filter(worker=worker)


def _leads(visible: Any, on: date) -> Any:
    return at(Involvement.objects.filter(role=Involvement.Role.LEAD, is_cover=False, case__in=visible), on)


def waiting_in(team_ids: Sequence[int], visible: Any, on: date) -> Any:
    """Children in need of records of these teams whom nobody leads for, `since` when."""
    spells = Involvement.objects.filter(child=OuterRef("child"), role=Involvement.Role.LEAD, is_cover=False)
    last = spells.filter(ended_on__lte=on).order_by("-ended_on").values("ended_on")[:1]
    held = at(Involvement.objects.filter(role=Involvement.Role.LEAD, is_cover=False), on).values("child")
    found = in_need(on).filter(case__team_ids__overlap=list(team_ids), case__in=visible).exclude(child__in=held)
    return found.annotate(since=Greatest(F("referred_on"), Coalesce(Subquery(last), F("referred_on"))))


def _changes(leads: Any, on: date) -> Any:
    """Spells of lead that began in the twelve months to the day, after somebody else's. As `rules.continuity`."""
    spells: Any = Involvement.objects.filter(role=Involvement.Role.LEAD, is_cover=False)
    ends = Coalesce(F("ended_on"), Value(date.max, DateField()))
    spells = spells.alias(ends=ends)
    earlier = (
        Q(started_on__lt=OuterRef("started_on"))
        | Q(started_on=OuterRef("started_on"), ends__lt=OuterRef("ends"))
        | Q(started_on=OuterRef("started_on"), ends=OuterRef("ends"), pk__lt=OuterRef("pk"))
    )
    before = spells.filter(earlier, child=OuterRef("child")).order_by("-started_on", "-ends", "-pk")
    found = spells.filter(child__in=leads.values("child"), started_on__gt=year_before(on), started_on__lte=on)
    # Nothing, too, where the one before is the same: the question is asked once for each spell.
    other = NullIf(Subquery(before.values("worker")[:1]), F("worker"), output_field=BigIntegerField())
    return found.annotate(before=other).exclude(before=None)


def _clocks(children: Any, on: date) -> Any:
    """Rounds that ran on the day and are late, or due soon. One that counts back had begun whenever it was planned."""
    begun = Q(anchor_on__lte=on) | Q(amount__lt=0)
    ran = (Q(met_on=None) | Q(met_on__gt=on)) & (Q(ended_on=None) | Q(ended_on__gt=on))
    found = Clock.objects.filter(begun, ran, due_on__lte=on + SOON_AT_MOST, rule__in=list(BY_CODE))
    return found.filter(child__in=children.values("child"))


def _works(clocks: Sequence[Fact], leads: Sequence[Fact], waiting: Sequence[Fact]) -> tuple[Work, ...]:
    """Rounds as pieces of work: three children who are due one visit are one piece, and one visit clears it."""
    led = {row.child: row for row in leads} | {row.child: row for row in waiting}
    grouped: dict[tuple[Any, ...], list[Fact]] = defaultdict(list)
    for clock in clocks:
        rule, lead = BY_CODE[clock.said], led[clock.child]
        grouped[clock.case, rule.work, lead.worker, lead.team, rule.owner in THEIRS].append(clock)
    return tuple(
        Work(
            case=case,
            children=tuple(dict.fromkeys(each.child for each in rounds)),
            worker=worker,
            team=team,
            work=work,
            rule=rounds[0].said,
            due_on=rounds[0].day,
            is_theirs=is_theirs,
        )
        for (case, work, worker, team, is_theirs), rounds in grouped.items()
    )

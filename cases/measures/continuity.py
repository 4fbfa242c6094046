"""The dated facts that the eight measures of continuity are counted from (REFERENCE 4.5), of many children at once.

Nothing is kept from day to day: `rules.steadiness` counts any day again from these. Each takes the records that whoever
asks may see, and runs the same queries for one family as for a thousand.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from camden.models import Employment
from camden.rules.names import display_name
from cases.models import (
    Case,
    Episode,
    Introduction,
    Involvement,
    Member,
    Milestone,
    ThresholdChild,
    VisitChild,
)
from cases.rules import steadiness as rules
from cases.rules.continuity import Spell, led
from cases.rules.happenings import Happened
from cases.rules.steadiness import ChildFacts, Days

BEGINS, ENDS = Happened.LOOKED_AFTER_BEGAN.value, Happened.LOOKED_AFTER_ENDED.value
"""Being looked after. A series of short breaks has words of its own, and is left out as the Department does (C1)."""
NOBODY_SEEN = (VisitChild.Seen.NOT_SEEN,)


@dataclass(frozen=True)
class Known:
    """One child with the facts that count; `family` is the record's name, `case` its key.

    `team` is that of whoever led last by the day asked for, and of the record where nobody had led yet; `teams` says
    since when each team led, so that an earlier day finds whose the child was then.
    """

    facts: ChildFacts
    case: int
    name: str
    family: str
    team: int | None
    teams: tuple[tuple[date, int], ...] = ()

    def team_on(self, day: date) -> int | None:
        """Whose the child was on an earlier day."""
        led_by = [team for since, team in self.teams if since <= day]
        return led_by[-1] if led_by else None if self.teams else self.team

    @property
    def key(self) -> int:
        """The child's."""
        return int(str(self.facts.key))


@dataclass(frozen=True)
class Children:
    """Children in the order of their families' names, and what the workers among their facts are called."""

    all: tuple[Known, ...]
    names: Mapping[int, str]

    @property
    def facts(self) -> tuple[ChildFacts, ...]:
        """What `rules.steadiness` counts."""
        return tuple(each.facts for each in self.all)

    def of_teams(self, team_ids: Iterable[int], day: date) -> tuple[Known, ...]:
        """Those of these teams on an earlier day."""
        here = set(team_ids)
        return tuple(each for each in self.all if each.team_on(day) in here)


def children_of_teams(
    *, cases: QuerySet[Case], team_ids: Sequence[int], on: date, since: date, earlier: Sequence[date] = ()
) -> Children:
    """Children whose lead is of one of these teams on the day, or was the last to lead. Eight queries.

    Where nobody has led yet, the record's own teams say whose they are. Those who were of the teams on one of the
    `earlier` days come too. `since` is the day after which visits count.
    """
    leads = Involvement.objects.filter(team__in=list(team_ids), started_on__lte=on, **_LEADS)
    here = Q(team_ids__overlap=list(team_ids)) | Q(pk__in=leads.values("case"))
    # A record that was closed before the time began adds nothing: archives grow, and these pages must not with them.
    lately = Q(closed_on=None) | Q(closed_on__gt=since)
    found = _children(cases.filter(here & lately), on, since)
    wanted = set(team_ids)
    theirs = (each for each in found.all if wanted & {each.team, *(each.team_on(day) for day in earlier)})
    return replace(found, all=tuple(theirs))


def children_of_worker(*, cases: QuerySet[Case], worker: int, on: date, since: date) -> Children:
    """Children for whom this person leads, or has led. Eight queries."""
    leads = Involvement.objects.filter(worker=worker, started_on__lte=on, **_LEADS)
    found = _children(cases.filter(pk__in=leads.values("case")), on, since)
    return replace(found, all=tuple(each for each in found.all if _has_led(each.facts, worker)))


def one_child(*, cases: QuerySet[Case], child: int, on: date, since: date) -> Children:
    """One child, where they are of the records given; nobody otherwise. Eight queries."""
    return _children(cases, on, since, child=child)


_LEADS: dict[str, Any] = {"role": Involvement.Role.LEAD, "is_cover": False}
_NAMED = ("given_name", "family_name", "la_child_id")


def _children(cases: QuerySet[Case], on: date, since: date, *, child: int | None = None) -> Children:
    members = Member.objects.children().filter(case__in=cases.values("pk"))
    members = members.filter(pk=child) if child is not None else members
    columns = ("pk", "case", *_NAMED, "case__name", "case__team_ids")
    rows = list(members.order_by("case__name", "case", "born_on", "pk").values_list(*columns))
    keys = [row[0] for row in rows]
    spells, names, teams = _spells(keys, on)
    facts = _Facts(keys, on, since)
    known = [
        Known(
            facts=ChildFacts(
                key,
                tuple(spells[key]),
                in_need=tuple(facts.in_need[key]),
                looked_after=tuple(facts.looked_after[key]),
                introductions=tuple(facts.introductions[key]),
                steps=tuple(facts.steps[key]),
                visits=tuple(facts.visits[key]),
            ),
            case=case,
            name=display_name(given, family, number),
            family=called,
            team=teams[key][-1][1] if key in teams else (of_record or [None])[0],
            teams=tuple(teams.get(key, ())),
        )
        for key, case, given, family, number, called, of_record in rows
    ]
    return Children(tuple(known), names)


class _Facts:
    """What five tables tell of these children up to a day. Five queries."""

    def __init__(self, keys: list[int], on: date, since: date):
        found = {"child__in": keys}
        begun = Episode.objects.filter(referred_on__lte=on, no_further_action=False, **found)
        self.in_need = _by_child(
            (child, Days(referred_on, closed_on))
            for child, referred_on, closed_on in begun.order_by("referred_on", "pk").values_list(
                "child", "referred_on", "closed_on"
            )
        )
        told = Milestone.objects.filter(kind__in=(BEGINS, ENDS), struck_on=None, happened_on__lte=on, **found)
        days = _by_child((child, (day, kind)) for child, day, kind in told.values_list("child", "happened_on", "kind"))
        self.looked_after = defaultdict(list, {child: stretches(each) for child, each in days.items()})
        met = Introduction.objects.filter(changed_on__lte=on, **found).order_by("changed_on", "pk")
        columns = ("child", "changed_on", "told_on", "goodbye_on", "hello_on")
        self.introductions = _by_child(
            (child, rules.Introduction(changed_on, *(_by(on, day) for day in days)))
            for child, changed_on, *days in met.values_list(*columns)
        )
        moved = ThresholdChild.objects.filter(move__moved_on__lte=on, **found).order_by("move__moved_on", "pk")
        self.steps = _by_child(moved.values_list("child", "move__moved_on"))
        seen = VisitChild.objects.filter(visit__struck_on=None, visit__visited_on__lte=on, **found)
        seen = seen.filter(visit__visited_on__gt=since).exclude(seen__in=NOBODY_SEEN)
        rows = seen.order_by("visit__visited_on", "pk").values_list("child", "visit__visited_on", "visit__worker")
        self.visits = _by_child((child, (day, worker)) for child, day, worker in rows)


def stretches(told: Iterable[tuple[date, str]]) -> list[Days]:
    """Times of being looked after, from the days on which they began and ended. Begun twice, it goes on.

    On one day an end comes first: somebody may come back on the day on which an earlier time ended.
    """
    found: list[Days] = []
    for day, is_begin in sorted((day, kind == BEGINS) for day, kind in told):
        is_open = bool(found) and found[-1].ended_on is None
        if is_begin and not is_open:
            found.append(Days(day))
        elif not is_begin and is_open:
            found[-1] = Days(found[-1].started_on, day)
    return found


def _spells(
    keys: list[int], on: date
) -> tuple[dict[int, list[Spell]], dict[int, str], dict[int, list[tuple[date, int]]]]:
    """Every spell of lead that had begun, cover too; what the workers are called; and since when which team led."""
    spells: dict[int, list[Spell]] = defaultdict(list)
    names: dict[int, str] = {}
    teams: dict[int, list[tuple[date, int]]] = {}
    found = Involvement.objects.filter(child__in=keys, role=Involvement.Role.LEAD, started_on__lte=on)
    columns = ("child", "worker", "started_on", "ended_on", "change_reason", "is_cover", "worker__name", "team")
    rows = list(found.order_by("started_on", "pk").values_list(*columns))
    agency = _agency({row[1] for row in rows}, on)
    for child, worker, started_on, ended_on, reason, is_cover, name, team in rows:
        spells[child].append(Spell(worker, started_on, ended_on, reason, is_cover, worker in agency))
        names[worker] = name
        if not is_cover:
            teams.setdefault(child, []).append((started_on, team))
    return spells, names, teams


def _agency(workers: set[int], on: date) -> set[int]:
    """Those of these people who work here through an agency on the day."""
    found = Employment.objects.filter(user__in=workers, is_agency=True, started_on__lte=on)
    return set(found.filter(Q(ended_on=None) | Q(ended_on__gt=on)).values_list("user", flat=True))


def _by_child(pairs: Iterable[tuple[int, Any]]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for child, fact in pairs:
        found[child].append(fact)
    return found


def _by(on: date, day: date | None) -> date | None:
    """A day that had come by then."""
    return day if day and day <= on else None


def _has_led(facts: ChildFacts, worker: int) -> bool:
    return any(spell.worker == worker for spell in led(facts.spells))

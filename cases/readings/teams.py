"""Caseloads as pages show them: teams, the people of a team, one person. In the order of names, never of weight."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from camden.models import Team
from camden.rules.names import day_in_words
from cases import measures
from cases.measures import Caseload
from cases.measures.weighing import Held
from cases.models import Case, Involvement, Member
from cases.rules.weighting import Part, Zone, in_points, in_score

ZONES = {
    Zone.ROOM: ("has room", "green"),
    Zone.HEALTHY: ("healthy", "green"),
    Zone.FULL: ("full", "grey"),
    Zone.OVER: ("over: talk about it", "amber"),
    Zone.UNSAFE: ("more than is safe", "red"),
}
BAR = 120  # a bar is as wide as 120 of 100


@dataclass(frozen=True)
class WorkerLoad:
    """One worker's row: figures, words beside them, and what the score is made of."""

    pk: int
    name: str
    role: str
    children: int
    families: int
    beside: str
    """Children they help with or cover for, in words; empty when none."""
    score: str
    """As "77.4"; empty for somebody who is to hold no caseload."""
    bar: int
    """Width of the bar, of 120."""
    load: str
    capacity: str
    zone: str
    zone_kind: str
    parts: tuple[tuple[str, str], ...]
    whole: tuple[tuple[str, str], ...]
    """The same points child by child, to the last half point."""
    holds_up: tuple[tuple[str, str], ...]
    """How the capacity comes about."""
    due_soon: int
    notes: tuple[str, ...]


@dataclass(frozen=True)
class WaitingFamily:
    """A family with children whom nobody leads for. `since` in words, and for how many days."""

    case_pk: int
    name: str
    children: int
    since: str
    days: int


@dataclass(frozen=True)
class TeamLine:
    """One team in the list of teams. Figures are of the team and all beneath it."""

    pk: int
    name: str
    kind: str
    depth: int
    workers: int
    children: int
    families: int
    waiting: int


@dataclass(frozen=True)
class HeldChild:
    """One child of one person's caseload: as what they work with them, and since when."""

    name: str
    url: str
    age: str
    role: str
    since: str


@dataclass(frozen=True)
class HeldFamily:
    """One family of one person's caseload."""

    case_pk: int
    name: str
    children: tuple[HeldChild, ...]


def waiting_families(rows: Iterable[Any], on: date) -> tuple[WaitingFamily, ...]:
    """Families of children who wait (each row of a `case`, since a `day`, `said` its name), the longest first."""
    days: dict[tuple[int, str], list[date]] = defaultdict(list)
    for row in rows:
        days[row.case, row.said].append(row.day)
    found = sorted((min(since), case, name, len(since)) for (case, name), since in days.items())
    return tuple(
        WaitingFamily(case, name, count, day_in_words(since), (on - since).days) for since, case, name, count in found
    )


def team_lines(*, user: Any, team_ids: Sequence[int], on: date) -> tuple[TeamLine, ...]:
    """Teams somebody is responsible for, each with its figures, as the tree has them. Nine queries."""
    cases = Case.objects.visible_to(user)
    teams = list(Team.objects.filter(pk__in=list(team_ids)))
    loads = measures.caseloads(cases=cases, team_ids=team_ids, on=on)
    waits = measures.waiting(cases=cases, team_ids=team_ids, on=on)
    holders = dict(cases.filter(pk__in=[each.case for each in waits]).values_list("pk", "team_ids"))
    path_of = {team.pk: team.path for team in teams}
    names = {team.pk: team.name for team in teams}
    top = min((len(team.path) for team in teams), default=0)

    def line(team: Team) -> TeamLine:
        theirs = [load for load in loads if team.pk in path_of.get(load.team, ())]
        waiting = [w for w in waits if any(team.pk in path_of.get(holder, ()) for holder in holders.get(w.case, ()))]
        led = [each for load in theirs for each in _led(load.held)]
        return TeamLine(
            pk=team.pk,
            name=team.name,
            kind=team.get_kind_display(),
            depth=len(team.path) - top,
            workers=len(theirs),
            children=len({each.child for each in led}),
            families=len({each.case for each in led}),
            waiting=len({each.child for each in waiting}),
        )

    return tuple(line(team) for team in sorted(teams, key=lambda team: [names.get(key, "") for key in team.path]))


def own_caseload(*, user: Any, on: date) -> Caseload | None:
    """One's own caseload, restricted records included. None when no role of theirs is with children."""
    return measures.caseload_of(cases=Case.objects.visible_to(user), user=user, on=on)


def caseload_in(*, user: Any, team_id: int, worker: int, on: date) -> Caseload | None:
    """The caseload of somebody who works in a team or beneath it, of the records `user` may see. None: nobody there."""
    cases = Case.objects.visible_to(user)
    keys = list(Team.objects.filter(path__contains=[team_id]).values_list("pk", flat=True))
    return next(iter(measures.caseloads(cases=cases, team_ids=keys, on=on, worker=worker)), None)


def worker_load(load: Caseload, on: date) -> WorkerLoad:
    """A caseload in words and figures."""
    permille = load.score.permille
    word, kind = ZONES[load.zone] if load.zone else ("holds no caseload", "grey")
    return WorkerLoad(
        pk=load.worker,
        name=load.name,
        role=load.role,
        children=load.children,
        families=load.families,
        beside=_beside(load),
        score="" if permille is None else in_score(permille),
        bar=min((permille or 0) // 10, BAR),
        load=in_points(load.score.load),
        capacity=in_points(load.score.capacity),
        zone=word,
        zone_kind=kind,
        parts=_parts(load.score.parts),
        whole=_parts(load.whole),
        holds_up=_parts(load.holds_up),
        due_soon=load.due_soon,
        notes=_notes(load, on),
    )


def _parts(parts: Sequence[Part]) -> tuple[tuple[str, str], ...]:
    return tuple((in_points(part.points), part.words) for part in parts)


def held_families(*, user: Any, load: Caseload, on: date) -> tuple[HeldFamily, ...]:
    """The families of one caseload, by name, of the records that whoever asks may see. One query."""
    members = measures.names_of({each.child for each in load.held}, Case.objects.visible_to(user))
    families: dict[int, list[HeldChild]] = defaultdict(list)
    names: dict[int, str] = {}
    for each in sorted(load.held, key=lambda held: held.child):
        child = members.get(each.child)
        if child is not None:
            names[child.case_id] = child.case.name
            families[child.case_id].append(_held_child(child, each, on))
    return tuple(
        HeldFamily(key, names[key], tuple(families[key])) for key in sorted(names, key=lambda key: (names[key], key))
    )


def _held_child(child: Member, held: Held, on: date) -> HeldChild:
    role = "cover for the lead worker" if held.is_cover else Involvement.Role(held.role).label.lower()
    return HeldChild(child.name, child.get_absolute_url(), child.age(on), role, day_in_words(held.since))


def _led(held: Sequence[Held]) -> list[Held]:
    return [each for each in held if each.role == Involvement.Role.LEAD and not each.is_cover]


def _beside(load: Caseload) -> str:
    said = []
    if load.helps:
        said.append(f"works with {load.helps} more beside another lead")
    if load.covers:
        said.append(f"covers for the lead of {load.covers}")
    return "; ".join(said)


def _notes(load: Caseload, on: date) -> tuple[str, ...]:
    said = list(load.breaches)
    if load.is_early_career:
        said.append("Early career: a smaller caseload, and co-works child protection and court")
        if load.zone in (Zone.OVER, Zone.UNSAFE):
            # Addressed to who can change it; the worker reads the same on the page of their own caseload.
            said.append("Holds more than the cap of an early career: it is for the manager to lighten it")
    if load.is_agency:
        said.append("From an agency")
    if load.leaves_on:
        gone = load.leaves_on < on
        said.append(f"{'Left' if gone else 'Leaves'} on {day_in_words(load.leaves_on)}: no new families")
    if not load.is_employment_noted:
        said.append("Employment not noted yet: reckoned as full time")
    return tuple(said)

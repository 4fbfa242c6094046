"""The figures of a team on one day, with the rows each is counted from: what every app knows, for one table.

Rows are people for whoever leads them, and teams for everybody above: a service is too many people for one. They come
in the order of names; nobody is ranked. A figure is the number of its rows, so it opens into as many as it says.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from camden.access import Role
from camden.models import Team
from camden.rules.workdays import Calendar
from cases import measures
from cases.access import with_key_in
from cases.measures import Caseload, team_rows
from cases.measures.records import records_of
from cases.measures.team_rows import Facts
from cases.models import Case
from cases.rules.continuity import is_unsettled
from cases.rules.lateness import BANDS, band_of, is_soon
from conferences.measures import OFFERED, offered_rows
from supervision.measures import families_heard, families_in, heard_rows
from supervision.rules.rotation import WITHIN_WEEKS, Heard, is_within
from training.measures import OfPerson, of_people
from training.rules.registration import registration_year

OTHERS = 0
"""The key of the row for children whom nobody in the table leads for, and for what is not the lead's to do."""


@dataclass(frozen=True)
class Figure:
    """One figure: its column, the heading of its list, and what is counted."""

    code: str
    short: str
    title: str
    says: str


FIGURES = {
    figure.code: figure
    for figure in (
        Figure("children", "Children", "Children", "Children whom somebody here leads for."),
        Figure("families", "Families", "Families", "Families with a child whom somebody here leads for."),
        Figure(
            "changes",
            "Changes of lead",
            "Changes of lead worker in 12 months",
            "Of children who are led for here now, whoever led before and for whatever reason. Cover is no change.",
        ),
        Figure(
            "unsettled",
            "Unsettled",
            "Children whose lead changed twice or more in 12 months",
            "Two changes in a year unsettle a child (the Children’s Commissioner’s measure).",
        ),
        *(
            Figure(band.code, band.words.replace(" working days late", ""), band.words.capitalize(), "Pieces of work "
                   "that timescales ask for: brothers and sisters who are due one visit are one piece.")
            for band in BANDS
        ),
        Figure(
            "due",
            "Due in 10 days",
            "Due in the next 10 working days",
            "Pieces of work that timescales ask for: brothers and sisters who are due one visit are one piece.",
        ),
        Figure(
            "talked",
            "Talked about",
            "Families talked about in time",
            f"In group supervision or one-to-one, within {WITHIN_WEEKS} weeks or as the council counts (PR1).",
        ),
        Figure(
            "not-talked",
            "Not talked about",
            "Families not talked about in time",
            f"In group supervision or one-to-one, within {WITHIN_WEEKS} weeks or as the council counts (PR1).",
        ),
        Figure(
            "offered",
            "Conference offered",
            "Families who were offered a conference in 12 months",
            "A family group conference. What a family answered is no figure about anybody.",
        ),
        Figure(
            "late",
            "Late",
            "Late",
            "Pieces of work that timescales ask for: brothers and sisters who are due one visit are one piece.",
        ),
        Figure("waiting", "Waiting", "Children waiting for a lead worker", "In need, and nobody leads for them."),
    )
}  # fmt: skip
LATE = tuple(band.code for band in BANDS)


class Item(NamedTuple):
    """One row that a figure is counted from: which record and children, who leads, since or by which day, and why."""

    case: int
    children: tuple[int, ...]
    worker: int
    day: date | None
    said: str

    @property
    def itself(self) -> tuple[Any, ...]:
        """What it is of, whoever it is said of: counted once in a sum."""
        return self.case, self.children, self.day, self.said


@dataclass(frozen=True)
class Unit:
    """A row of the table: a person, or a team with all beneath it. `pk` is OTHERS for what is nobody's there."""

    pk: int
    name: str
    is_person: bool = False


@dataclass(frozen=True)
class Figures:
    """A team on one day, by unit. `loads` of people only, by key; `learned` is empty for any day but today."""

    on: date
    units: tuple[Unit, ...]
    items: Mapping[tuple[int, str], tuple[Item, ...]]
    loads: Mapping[int, Caseload]
    learned: Mapping[int, OfPerson]
    places: Mapping[int, int]
    """The unit of each person."""
    calendar: Calendar

    @property
    def waiting(self) -> tuple[Item, ...]:
        """Children who wait for a lead worker."""
        return self.of("waiting")

    def of(self, code: str, unit: int | None = None) -> tuple[Item, ...]:
        """The rows of one figure, each thing once; of the whole team when no unit is named."""
        keys = [unit] if unit is not None else [each.pk for each in self.units]
        codes = LATE if code == "late" else (code,)
        once = {item.itself: item for key in keys for each in codes for item in self.items.get((key, each), ())}
        return tuple(once.values())

    def count(self, code: str, unit: int | None = None) -> int:
        """The figure."""
        return len(self.of(code, unit))


def leads_people(user: Any, team: Team) -> bool:
    """Whether somebody sees the people of a team one by one: they lead its pod, or manage the team.

    Above that, and for a whole service, figures are of teams.
    """
    own = user.team_ids_as(Role.SENIOR_PRACTITIONER, Role.TEAM_MANAGER)
    return team.kind != Team.Kind.SERVICE and team.pk in own


def figures_of(*, user: Any, team: Team, teams: Sequence[Team], on: date, today: date) -> Figures:
    """The figures of a team and all beneath it (`teams`), of records this person may see. Seven queries, whatever
    is held; one fewer for another day than today."""
    keys = [each.pk for each in teams]
    cases = Case.objects.visible_to(user).filter(with_key_in(records_of(keys, user=user)))
    facts = team_rows.facts_of(
        cases=cases, team_ids=keys, on=on, also=[offered_rows(cases, on), heard_rows(cases, keys, on)]
    )
    heard = families_in(facts.others, on)
    learned = of_people(registration_year(on), on) if on == today else {}
    if leads_people(user, team):
        loads = measures.caseloads(cases=cases, team_ids=keys, on=on)
        units = [Unit(load.worker, load.name, is_person=True) for load in loads]
        places = {load.worker: load.worker for load in loads}
        place = _place_of_person(places)
    else:
        units, of_team = in_teams(team, teams)
        places = {}
        for each in facts.people:
            places.setdefault(each.worker, of_team.get(each.team, OTHERS))
        loads = measures.caseloads(cases=cases, team_ids=keys, on=on, early_career=True)
        place = _place_of_team(places, of_team)
    items = _Sorter(facts, place).sorted(heard)
    units = with_others(units, any(key == OTHERS for key, _ in items))
    return Figures(on, tuple(units), items, {load.worker: load for load in loads}, learned, places, facts.calendar)


def own_figures_of(*, user: Any, on: date) -> Figures:
    """One's own figures today, restricted records included. Two queries. What is the team's is left aside."""
    cases = Case.objects.visible_to(user)
    facts = team_rows.facts_of(cases=cases, team_ids=[], on=on, also=[offered_rows(cases, on)], worker=user.pk)
    heard = families_heard(sorted({row.team for row in facts.leads}), on, user=user)
    items = _Sorter(facts, _place_of_person({user.pk: user.pk})).sorted(heard)
    own = {key: rows for key, rows in items.items() if key[0] == user.pk}
    return Figures(on, (Unit(user.pk, user.name, is_person=True),), own, {}, {}, {user.pk: user.pk}, facts.calendar)


Place = Callable[[int, int, bool], int]
"""In which unit something counts: whoever leads, the team it was given to, whether it is the lead's to do."""


def _place_of_person(people: Mapping[int, int]) -> Place:
    return lambda worker, team, is_theirs: people.get(worker, OTHERS) if is_theirs else OTHERS


def _place_of_team(people: Mapping[int, int], teams: Mapping[int, int]) -> Place:
    return lambda worker, team, is_theirs: people.get(worker, teams.get(team, OTHERS))


def with_others(units: Sequence[Unit], is_needed: bool) -> list[Unit]:
    """The rows of a table, and one for what is nobody's there, if there is any."""
    is_of_people = bool(units) and units[0].is_person
    name = "Led by nobody here, or for others to do" if is_of_people else "Led from none of these teams"
    return [*units, Unit(OTHERS, name)] if is_needed else list(units)


def in_teams(team: Team, teams: Sequence[Team]) -> tuple[list[Unit], dict[int, int]]:
    """The teams right beneath this one, and in which of them each team beneath it counts; its own people apart."""
    depth = team.path.index(team.pk) + 1
    of_team = {each.pk: each.path[depth] if len(each.path) > depth else team.pk for each in teams}
    names = {each.pk: each.name for each in teams}
    units = [Unit(key, names[key]) for key in dict.fromkeys(of_team.values()) if key != team.pk]
    units.sort(key=lambda unit: (unit.name, unit.pk))
    return [*units, Unit(team.pk, f"{team.name} itself")], of_team


class _Sorter:
    """Sorts every row of every figure into its unit."""

    def __init__(self, facts: Facts, place: Place) -> None:
        self.facts, self.place = facts, place
        self.found: dict[tuple[int, str], list[Item]] = defaultdict(list)
        self.lead_of = {row.child: (row.worker, row.team) for row in facts.leads}
        # Of each record: whoever leads there, and in which team; nobody (0) where a child waits.
        self.holders: dict[int, dict[int, int]] = defaultdict(dict)
        for row in (*facts.leads, *facts.waiting):
            self.holders[row.case].setdefault(row.worker, row.team)

    def sorted(self, heard: Iterable[Heard]) -> dict[tuple[int, str], tuple[Item, ...]]:
        """All of them, each once."""
        self._children()
        self._works()
        self._changes()
        self._families(heard)
        return {key: tuple(dict.fromkeys(items)) for key, items in self.found.items()}

    def _add(self, code: str, worker: int, team: int, item: Item, *, is_theirs: bool = True) -> None:
        self.found[self.place(worker, team, is_theirs), code].append(item)

    def _children(self) -> None:
        for row in self.facts.leads:
            self._add("children", row.worker, row.team, Item(row.case, (row.child,), row.worker, row.day, ""))
            self._add("families", row.worker, row.team, Item(row.case, (), row.worker, None, ""))
        for row in self.facts.waiting:
            self._add("waiting", 0, row.team, Item(row.case, (row.child,), 0, row.day, row.said))

    def _works(self) -> None:
        on, calendar = self.facts.on, self.facts.calendar
        for work in self.facts.works:
            band = band_of(work.due_on, on, calendar)
            if band or is_soon(work.due_on, on, calendar):
                item = Item(work.case, work.children, work.worker, work.due_on, work.rule)
                self._add(band.code if band else "due", work.worker, work.team, item, is_theirs=work.is_theirs)

    def _changes(self) -> None:
        by_child: dict[int, list[Item]] = defaultdict(list)
        for row in self.facts.changes:
            by_child[row.child].append(Item(row.case, (row.child,), self.lead_of[row.child][0], row.day, row.said))
        for child, items in by_child.items():
            for item in items:
                self._add("changes", *self.lead_of[child], item)
            if is_unsettled(len(items)):
                self._add("unsettled", *self.lead_of[child], items[-1]._replace(said=""))

    def _families(self, heard: Iterable[Heard]) -> None:
        for each in heard:
            code = "talked" if is_within(each, self.facts.on) else "not-talked"
            for worker, team in self.holders.get(each.key, {0: 0}).items():
                self._add(code, worker, team, Item(each.key, (), worker, each.last_on, ""))
        # The latest of each: they come in the order of their days.
        offered = {row.case: row.day for row in self.facts.others if row.what == OFFERED}
        for case, day in offered.items():
            for worker, team in self.holders.get(case, {}).items():
                self._add("offered", worker, team, Item(case, (), worker, day, ""))

"""The figures of a service, or of whatever has teams beneath it, on one day: numbers only, counted where the rows are.

`figures.py` has the same with the rows each is counted from, for one team and for a list. A test of invented services
holds the two equal.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg

from camden.models import LocalHoliday, Team
from camden.overview.figures import LATE, OTHERS, Figures, Item, Unit, figures_of, in_teams, leads_people, with_others
from camden.rules.workdays import calendar_of
from cases import measures
from cases.measures import Caseload
from cases.measures.team_counts import counted
from cases.measures.team_rows import CLOSED, PERSON, Fact, people_in, rows_in
from cases.models import Case
from conferences.measures import OFFERED, offered_rows
from supervision.measures import heard_in
from training.measures import OfPerson, of_people
from training.rules.registration import registration_year


@dataclass(frozen=True)
class Counts:
    """As `Figures`, without the rows. `numbers` by unit and code; None as unit: of all, each thing once."""

    on: date
    units: tuple[Unit, ...]
    numbers: Mapping[tuple[int | None, str], int]
    waiting: tuple[Item, ...]
    loads: Mapping[int, Caseload]
    learned: Mapping[int, OfPerson]
    places: Mapping[int, int]

    def count(self, code: str, unit: int | None = None) -> int:
        """The figure."""
        codes = LATE if code == "late" else (code,)
        return sum(self.numbers.get((unit, each), 0) for each in codes)


def shown_on(*, user: Any, team: Team, teams: Sequence[Team], on: date, today: date) -> "Figures | Counts":
    """What a table of figures shows: of people for whoever leads them, else of the teams beneath."""
    of = figures_of if leads_people(user, team) else counts_of
    return of(user=user, team=team, teams=teams, on=on, today=today)


def counts_of(*, user: Any, team: Team, teams: Sequence[Team], on: date, today: date) -> Counts:
    """The figures of each team right beneath a service, of records this person may see. Eight queries at most,
    whatever is held; one fewer for another day than today."""
    cases = Case.objects.visible_to(user)
    units, of_team = in_teams(team, teams)
    people, closed, offered = _around(cases, list(of_team), on)
    places: dict[int, int] = {}
    for each in people:
        places.setdefault(each.worker, of_team.get(each.team, OTHERS))
    records = cases.order_by().aggregate(keys=ArrayAgg("pk", default=[]))["keys"]
    found = counted(
        records=records, workers=places, teams=of_team, on=on, calendar=calendar_of(tuple(row.day for row in closed))
    )
    talked, not_talked = heard_in(records, list(of_team), on)
    by_key = {
        "families": found.families,
        "talked": _held(found.held, talked, elsewhere=OTHERS),
        "not-talked": _held(found.held, not_talked, elsewhere=OTHERS),
        "offered": _held(found.held, frozenset(row.case for row in offered)),
    }
    numbers = _numbers(found.numbers, by_key)
    loads = measures.caseloads(cases=cases, team_ids=list(of_team), on=on, early_career=True)
    return Counts(
        on=on,
        units=tuple(with_others(units, any(unit == OTHERS for unit, _ in numbers))),
        numbers=numbers,
        waiting=tuple(Item(row.case, (row.child,), 0, row.day, row.said) for row in found.waiting),
        loads={load.worker: load for load in loads},
        learned=of_people(registration_year(on), on) if on == today else {},
        places=places,
    )


def _around(cases: Any, team_ids: list[int], on: date) -> tuple[list[Fact], list[Fact], list[Fact]]:
    """Who works in these teams, days the council is closed, and offers of a conference. One query."""
    closed = LocalHoliday.objects.all()
    rows = rows_in(people_in(team_ids, on), PERSON, about=None, record=None, who="user", where="team", day="started_on",
                   said="role").union(
        rows_in(closed, CLOSED, about=None, record=None, day="closed_on"), offered_rows(cases, on), all=True
    )  # fmt: skip
    found = sorted((Fact._make(row) for row in rows), key=lambda row: (row.day, row.worker, row.said, row.team))
    return tuple([row for row in found if row.what == what] for what in (PERSON, CLOSED, OFFERED))  # type: ignore[return-value]


def _held(
    held: Mapping[int, frozenset[int]], families: frozenset[int], elsewhere: int | None = None
) -> dict[int, frozenset[int]]:
    """In which units these families count: wherever somebody leads for a child of theirs or a child waits.

    Those of nobody there count `elsewhere`, if that is given.
    """
    found = {unit: keys & families for unit, keys in held.items()}
    if elsewhere is not None:
        rest = families.difference(*held.values())
        found[elsewhere] = found.get(elsewhere, frozenset()) | rest
    return {unit: keys for unit, keys in found.items() if keys}


def _numbers(
    numbers: Mapping[tuple[int, str], int], by_key: Mapping[str, Mapping[int, Iterable[int]]]
) -> dict[tuple[int | None, str], int]:
    """Each unit's, and all together: what is of one child is in one unit; a family may be in two and counts once."""
    found: dict[tuple[int | None, str], int] = dict(numbers)
    for (_, code), number in numbers.items():
        found[None, code] = found.get((None, code), 0) + number
    for code, units in by_key.items():
        found |= {(unit, code): len(set(keys)) for unit, keys in units.items()}
        found[None, code] = len(set().union(*units.values()))
    return found

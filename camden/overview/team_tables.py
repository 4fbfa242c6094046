"""The table of a team as its page, its sheet and its print show it: figures in words, beside an earlier day."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from camden.models import Team
from camden.overview.counts import Counts
from camden.overview.figures import FIGURES, LATE, OTHERS, Figures, Unit
from camden.rules.names import day_in_words
from cases.readings.teams import WorkerLoad, worker_load
from training.rules.requirements import FEWEST_SHOWN, PIECES

COUNTED = ("children", "families", "changes", *LATE, "due", "offered")
"""Figures that are a number and nothing else, in the order of their columns; points come after families."""


@dataclass(frozen=True)
class Cell:
    """One figure in words: `text`, where it leads (empty: nowhere), and how it was on the earlier day."""

    label: str
    text: str
    href: str = ""
    then: str = ""
    kind: str = ""
    """late, where something is; else empty."""
    hidden: str = ""
    """What a link says beyond its figure, to who hears it."""


@dataclass(frozen=True)
class Row:
    """One person, one team, or what is nobody's; `load` of a person, with what it is made of."""

    name: str
    href: str
    cells: tuple[Cell, ...]
    load: WorkerLoad | None = None
    load_then: str = ""
    notes: tuple[str, ...] = ()
    is_answered: bool = False
    """Whether they say something about a figure of theirs, on their own page."""


@dataclass(frozen=True)
class Table:
    """A team on a day. `strip` are the figures above the table, `total` its last row."""

    on: date
    beside: date | None
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    total: Row
    strip: tuple[Cell, ...]
    breaches: tuple[tuple[str, str], ...]
    """Of people early in their career: where, and what is more than is right for them."""
    is_of_people: bool


def table_of(
    *, team: Team, now: Figures | Counts, then: Figures | Counts | None, today: date, answered: Container[int] = ()
) -> Table:
    """The table of a team; `answered` are people who say something about their figures. No query."""
    is_of_people = any(unit.is_person for unit in now.units)
    writes = _Cells(team, now, then, today)
    rows = [_row(writes, unit, answered) for unit in now.units]
    return Table(
        on=now.on,
        beside=then.on if then else None,
        head=_head(is_of_people),
        rows=tuple(rows),
        total=Row("All together", "", writes.cells(None, all_of=True)),
        strip=writes.strip(),
        breaches=tuple(_breaches(now, is_of_people)),
        is_of_people=is_of_people,
    )


def list_address(team: int, code: str, on: date, today: date, unit: int | None = None) -> str:
    """The list of a figure: of one unit, or of all."""
    asked = {"on": on.isoformat()} if on != today else {}
    asked |= {"of": str(unit)} if unit is not None else {}
    query = f"?{urlencode(asked)}" if asked else ""
    return reverse("overview:team-list", args=[team, code]) + query


class _Cells:
    """Writes the figures of one unit, or of all, each with its list."""

    def __init__(self, team: Team, now: Figures | Counts, then: Figures | Counts | None, today: date) -> None:
        self.team, self.now, self.then, self.today = team, now, then, today

    def cells(self, unit: Unit | None, *, all_of: bool = False) -> tuple[Cell, ...]:
        """One row: in the order of `_head`, without points."""
        key = None if all_of or unit is None else unit.pk
        counted = [self.counted(code, key, unit.name if unit else "") for code in COUNTED]
        return (*counted[:-1], self.talked(key), counted[-1], self.learned(key))

    def counted(self, code: str, key: int | None, whose: str = "") -> Cell:
        """A number that leads to its list."""
        number = self.now.count(code, key)
        return Cell(
            FIGURES[code].title if code in LATE else FIGURES[code].short,
            str(number),
            self._href(code, key) if number else "",
            self._then(number, code, key),
            "late" if number and code in LATE else "",
            f" {FIGURES[code].title.lower()}{f', {whose}' if whose else ''}",
        )

    def talked(self, key: int | None) -> Cell:
        """So many of so many families."""
        yes, no = self.now.count("talked", key), self.now.count("not-talked", key)
        then = ""
        if self.then:
            before = self.then.count("talked", key), self.then.count("not-talked", key)
            then = f"{before[0]} of {sum(before)} then" if before != (yes, no) else ""
        text = f"{yes} of {yes + no}" if yes + no else "0"
        href = self._href("not-talked" if no else "talked", key) if yes + no else ""
        return Cell(FIGURES["talked"].short, text, href, then, "", " families talked about in time")

    def learned(self, key: int | None) -> Cell:
        """Pieces of learning recorded of what the year asks, and no more; of a team, from three people up."""
        label = "Learning this year"
        if self.now.on != self.today:
            return Cell(label, "–", hidden=" kept for today only")
        unit = next((each for each in self.now.units if each.pk == key), None)
        if unit and unit.is_person:
            found = self.now.learned.get(unit.pk)
            return Cell(
                label, f"{min(found.recorded, PIECES)} of {PIECES}" if found else "–", hidden=" pieces recorded"
            )
        places = self.now.places
        people = [one for who, one in self.now.learned.items() if who in places and key in (None, places[who])]
        if len(people) < FEWEST_SHOWN:
            return Cell(label, "–", hidden=" too few people to say")
        return Cell(
            label, f"{sum(one.is_whole for one in people)} of {len(people)}", hidden=" people recorded all of it"
        )

    def strip(self) -> tuple[Cell, ...]:
        """What to see first."""
        late = sum(self.now.count(code) for code in LATE)
        before = sum(self.then.count(code) for code in LATE) if self.then else None
        then = "" if before is None else difference(late, before)
        return (
            self._named("waiting", "child waiting for a lead worker", "children waiting for a lead worker"),
            Cell("late", str(late), self._href("late", None) if late else "", then, "late" if late else ""),
            self._named("due", "due in the next 10 working days", "due in the next 10 working days"),
            self._named(
                "unsettled",
                "child whose lead changed twice or more in 12 months",
                "children whose lead changed twice or more in 12 months",
            ),
        )

    def _named(self, code: str, one: str, many: str) -> Cell:
        number = self.now.count(code)
        words = one if number == 1 else many
        href = self._href(code, None) if number else ""
        return Cell(words, str(number), href, self._then(number, code, None))

    def _then(self, number: int, code: str, key: int | None) -> str:
        return difference(number, self.then.count(code, key)) if self.then else ""

    def _href(self, code: str, key: int | None) -> str:
        return list_address(self.team.pk, code, self.now.on, self.today, key)


def difference(now: int, then: int) -> str:
    """How a figure differs from an earlier day's, in words; empty where it does not.

    >>> difference(12, 9), difference(3, 4), difference(2, 2)
    ('9 then: 3 more', '4 then: 1 fewer', '')
    """
    return "" if now == then else f"{then} then: {abs(now - then)} {'more' if now > then else 'fewer'}"


def _head(is_of_people: bool) -> tuple[str, ...]:
    first = ("Worker" if is_of_people else "Team", "Children", "Families")
    counted = [FIGURES[code].short for code in COUNTED[2:-1]]
    points = ("Points, of 100",) if is_of_people else ()
    return (*first, *points, *counted, FIGURES["talked"].short, FIGURES["offered"].short, "Learning this year")


def _row(writes: _Cells, unit: Unit, answered: Container[int]) -> Row:
    load = writes.now.loads.get(unit.pk) if unit.is_person else None
    before = writes.then.loads.get(unit.pk) if writes.then and unit.is_person else None
    said = worker_load(load, writes.now.on) if load else None
    then = worker_load(before, writes.then.on) if before and writes.then else None
    return Row(
        unit.name,
        _address(writes.team, unit),
        writes.cells(unit),
        said,
        f"{then.score} then" if then and said and then.score != said.score else "",
        said.notes if said else (),
        unit.is_person and unit.pk in answered,
    )


def _address(team: Team, unit: Unit) -> str:
    if unit.is_person:
        return reverse("overview:team-worker", args=[team.pk, unit.pk])
    return reverse("overview:team", args=[unit.pk]) if unit.pk not in (OTHERS, team.pk) else ""


def _breaches(now: Figures | Counts, is_of_people: bool) -> Iterable[tuple[str, str]]:
    """In the order of names; above a team, nobody is named."""
    names = {unit.pk: unit.name for unit in now.units}
    for load in now.loads.values():
        where = load.name if is_of_people else names.get(now.places.get(load.worker, OTHERS), "")
        for breach in load.breaches:
            yield where, breach


def sheet_rows(table: Table) -> list[list[str | int | float]]:
    """The table for a file: a head, each row, and the sum. Numbers are numbers, and a column says its whole name."""
    whole = {FIGURES[code].short: FIGURES[code].title for code in LATE}
    head: list[str | int | float] = [whole.get(words, words) for words in table.head]
    if table.is_of_people:
        head[3:4] = ["Points", "Capacity", "Points, of 100", "Of what sort"]
    rows = [head]
    for row in (*table.rows, table.total):
        cells = [_number(cell.text) for cell in row.cells]
        points: list[str | int | float] = []
        if table.is_of_people:
            load = row.load
            points = [*map(_number, (load.load, load.capacity, load.score)), load.zone] if load else ["", "", "", ""]
        rows.append([row.name, *cells[:2], *points, *cells[2:]])
    return rows


def _number(said: str) -> str | int | float:
    """A number as one, so that a spreadsheet can add it up; words as they are.

    >>> _number("12"), _number("23.8"), _number("1 of 2")
    (12, 23.8, '1 of 2')
    """
    try:
        return int(said) if said.isdigit() else float(said)
    except ValueError:
        return said


def says(table: Table) -> str:
    """Which day it is of, and beside which."""
    beside = f", beside {day_in_words(table.beside)}" if table.beside else ""
    return f"{day_in_words(table.on)}{beside}"

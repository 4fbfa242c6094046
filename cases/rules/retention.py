"""How long a child's record is kept, in plain Python (REFERENCE 10.1). It says a day; nothing is disposed of by it.

Each row is law, or what councils have published and this council may set. Of all rows that apply to what a child ever
had, the longest counts. A record is one family's, so brothers and sisters are kept as long as the one kept longest. A
hold keeps everything, without a day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Had(StrEnum):
    """What a child had with us, as far as this service records it."""

    KNOWN = "known"
    """A contact, or a referral that led to nothing more."""
    HELP = "help"
    NEED = "need"
    PROTECTION = "protection"
    LOOKED_AFTER = "looked-after"
    LEFT_CARE = "left-care"
    ADOPTED = "adopted"


class From(StrEnum):
    """What the years are counted from."""

    BIRTH = "birth"
    ENDING = "ending"
    """The last day on which we worked with the child."""
    ORDER = "order"


OF_AGE = 18


@dataclass(frozen=True)
class Row:
    """One row: what it is about, how many years from what, and by which source.

    `if_died_young` are years from the death of somebody who died before they were 18, which then takes its place.
    """

    had: Had
    words: str
    years: int
    counts_from: From
    source: str
    is_law: bool = False
    if_died_young: int = 0


# REFERENCE 10.1, with its sources. What is not recorded here (foster carers, allegations against staff, private law
# reports, supervision orders, workers' own notes) has no row: those papers are not in a family's record.
ROWS: tuple[Row, ...] = (
    Row(Had.KNOWN, "Known to us", 30, From.BIRTH, "As for a child in need, to be on the safe side"),
    Row(Had.HELP, "Help by agreement", 30, From.BIRTH, "Another council publishes the 30th birthday [S86]"),
    Row(Had.NEED, "Child in need", 30, From.BIRTH, "Another council publishes the 30th birthday [S86]"),
    Row(Had.PROTECTION, "Child protection plan", 35, From.ENDING, "Two other councils publish it [S86][S87]"),
    Row(
        Had.LOOKED_AFTER, "Looked after", 75, From.BIRTH,
        "Care Planning, Placement and Case Review Regulations, regulation 50 [S84][S87]", is_law=True, if_died_young=15,
    ),
    Row(Had.LEFT_CARE, "Left care", 75, From.BIRTH, "Two other councils publish it [S85][S87]", if_died_young=15),
    Row(
        Had.ADOPTED, "Adopted", 100, From.ORDER,
        "Disclosure of Adoption Information Regulations 2005, regulation 6 [S84]", is_law=True,
    ),
)  # fmt: skip
BY_HAD: dict[Had, Row] = {row.had: row for row in ROWS}


@dataclass(frozen=True)
class Time:
    """A time a child had something: until a day, or None while it goes on. For an adoption: the day of the order."""

    had: Had
    ended_on: date | None = None


@dataclass(frozen=True)
class ChildFacts:
    """What is known of one child: when they were born (None: not known), died, and what they ever had with us."""

    born_on: date | None
    died_on: date | None
    times: tuple[Time, ...]


@dataclass(frozen=True)
class Until:
    """What one row says of one child. `day` None: it cannot be counted yet, because of `waits_for`."""

    row: Row
    day: date | None
    waits_for: str = ""


@dataclass(frozen=True)
class ChildUntil:
    """Until when one child's record is kept by itself: the longest of its rows, which is `because`.

    `day` None: no day yet. `at_least` is the latest day that can be counted already, if any.
    """

    day: date | None
    because: Until
    rows: tuple[Until, ...]
    at_least: date | None


def child_until(facts: ChildFacts) -> ChildUntil:
    """The longest of all rows that apply; a child who had nothing else was at least known to us."""
    times = facts.times or (Time(Had.KNOWN, facts.died_on or date.min),)
    rows = tuple(_of_row(row, facts, times) for row in ROWS if any(time.had is row.had for time in times))
    longest = max(rows, key=lambda each: each.day or date.max)
    days = [each.day for each in rows if each.day]
    return ChildUntil(longest.day, longest, rows, max(days, default=None))


def record_until(children: Sequence[ChildUntil], *, is_held: bool) -> date | None:
    """Until when a family's record is kept: as long as the child kept longest. None: no day, or it is held."""
    days = [child.day for child in children]
    known = [day for day in days if day]
    return None if is_held or not known or len(known) < len(days) else max(known)


def years_after(day: date, years: int) -> date:
    """The same day so many years on; 1 March where 29 February is missing, so that nothing is kept a day too short."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def _of_row(row: Row, facts: ChildFacts, times: Iterable[Time]) -> Until:
    all_times = list(times)
    if row.if_died_young and _died_young(facts):
        assert facts.died_on  # noqa: S101 - said by the line above
        return Until(row, years_after(facts.died_on, row.if_died_young))
    if row.counts_from is From.BIRTH:
        if facts.born_on is None:
            return Until(row, None, "the birthday")
        return Until(row, years_after(facts.born_on, row.years))
    if row.counts_from is From.ORDER:
        orders = [time.ended_on for time in all_times if time.had is row.had]
        last = max((day for day in orders if day), default=None)
        return Until(row, years_after(last, row.years)) if last and all(orders) else Until(row, None, "the order")
    ends = [time.ended_on for time in all_times]
    if any(end is None for end in ends):
        return Until(row, None, "the end of our work")
    return Until(row, years_after(max(end for end in ends if end), row.years))


def _died_young(facts: ChildFacts) -> bool:
    born, died = facts.born_on, facts.died_on
    return died is not None and born is not None and died < years_after(born, OF_AGE)

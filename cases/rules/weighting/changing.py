"""One number of the weighting changed: how people read and type it, and what is wrong with all of them from then on."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from cases.rules.weighting.rows import Row, Unit, Weights
from cases.rules.weighting.scheme import Scheme, problems

# How many of what is stored make one of what is typed: points are kept in thousandths, shares of capacity in tenths.
_SCALE = {Unit.POINTS: 1000, Unit.PERMILLE: 10}
PLACES = {Unit.POINTS: 2, Unit.PERMILLE: 1}
"""Decimal places that may be typed; none for the others."""
MOST = {Unit.POINTS: 1000, Unit.PERMILLE: 1000, Unit.PERCENT: 100, Unit.MINUTES: 600, Unit.DAYS: 1000}
OTHERWISE_MOST = 120
_ONE = {
    Unit.POINTS: "point", Unit.FACTORS: "factor", Unit.CHILDREN: "child", Unit.MINUTES: "minute", Unit.DAYS: "day",
    Unit.WORKING_DAYS: "working day", Unit.MONTHS: "month",
}  # fmt: skip
_MANY = {Unit.CHILDREN: "children"}
# What a second number of a row says, by the beginning of its code.
_LIMIT = {
    "travel.": "from {} one way",
    "early-career.": "until {} are over",
    "early-career-children": "in the first {}",
    "starting.": "until {} are over",
}


def unit_in_words(unit: Unit, amount: int = 2) -> str:
    """What a number counts, after the number: "points", "of 100", "child". For one, `amount` is 1."""
    if unit in (Unit.PERCENT, Unit.PERMILLE):
        return "of 100"
    return _ONE[unit] if amount == 1 else _MANY.get(unit, f"{_ONE[unit]}s")


def typed(unit: Unit, stored: int) -> Decimal:
    """A stored number as people type it.

    >>> typed(Unit.POINTS, 4500), typed(Unit.DAYS, 90)
    (Decimal('4.5'), Decimal('90'))
    """
    found = (Decimal(stored) / _SCALE.get(unit, 1)).normalize()
    return found.quantize(Decimal(1)) if found == found.to_integral() else found


def stored(unit: Unit, typed: Decimal) -> int:
    """The other way round.

    >>> stored(Unit.PERMILLE, Decimal("72.5"))
    725
    """
    return int(typed * _SCALE.get(unit, 1))


def amount_in_words(row: Row) -> str:
    """ "4.5 points", "70 of 100", "90 days"."""
    number = typed(row.unit, row.amount)
    return f"{number} {unit_in_words(row.unit, 1 if number == 1 else 2)}"


def limit_in_words(row: Row) -> str:
    """What the second number of a row says: "from 60 minutes one way"; empty for a row without one."""
    if row.limit is None or row.limit_unit is None:
        return ""
    says = next((said for prefix, said in _LIMIT.items() if row.code.startswith(prefix)), "up to {}")
    return says.format(f"{row.limit} {unit_in_words(row.limit_unit, row.limit)}")


def in_words(row: Row) -> str:
    """The whole of a row: "1 point, from 60 minutes one way"."""
    return ", ".join(filter(None, (amount_in_words(row), limit_in_words(row))))


def changed(weights: Weights, code: str, begins_on: date, amount: int, limit: int | None, why: str) -> Weights:
    """These numbers with one more row: `amount` and `limit` as they are stored. Raises KeyError for an unknown code."""
    first = weights.rows[code][0]
    row = Row(code, first.words, amount, first.unit, begins_on, why, limit or first.limit, first.limit_unit)
    return weights.with_own([row])


def problems_from(weights: Weights, begins_on: date) -> tuple[str, ...]:
    """What is wrong with the numbers on that day, and on each later one on which another begins; each said once.

    What was wrong before is wrong still, so a number that puts one of two things right is refused until both are.
    """
    later = {row.since for rows in weights.rows.values() for row in rows if row.since > begins_on}
    found: dict[str, None] = {}
    for day in (begins_on, *sorted(later)):
        found |= dict.fromkeys(problems(Scheme(_on(weights, day))))
    return tuple(found)


def _on(weights: Weights, day: date) -> Mapping[str, Row]:
    return weights.on(day)

"""Every number of the weighting as a dated row with its source: the shipped ones, and room for a council's own.

A row holds from its day until a later row of the same code begins. So a caseload of last spring is weighed with last
spring's numbers, and changing one is adding a row.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import MappingProxyType


class Plan(StrEnum):
    """What help a child has, as far as it weighs. The value is said after a number: "3 children in need"."""

    INFORMATION = "with information or advice"
    EARLY_HELP = "with early help"
    ASSESSMENT = "being assessed"
    IN_NEED = "in need"
    ENQUIRY = "in an enquiry about harm"
    PROTECTION = "with a protection plan"
    PROCEEDINGS = "in care proceedings"
    LOOKED_AFTER_NEW = "looked after for up to four months"
    LOOKED_AFTER_SETTLING = "looked after and settling"
    LOOKED_AFTER_LONG = "looked after in a home that lasts"
    PRIVATE_FOSTERING = "privately fostered"
    LEAVER_TO_21 = "who left care, aged 18 to 20"
    LEAVER_TO_25 = "who left care, aged 21 to 24"
    CLOSING = "whose work is closing"


class Addition(StrEnum):
    """What adds to one child's weight, in full for each child of one home."""

    PRE_PROCEEDINGS = "before proceedings"
    UNACCOMPANIED = "unaccompanied, first six months"
    PERMANENCE = "adoption or special guardianship work"
    ELIGIBLE = "eligible for leaving care at 16 or 17"


class Duty(StrEnum):
    """Work beside the caseload."""

    PRACTICE_EDUCATOR = "practice educator"
    EARLY_CAREER_MENTOR = "mentor of an early-career worker"
    CHAMPION = "champion"
    DUTY_WEEK = "a week on duty"
    SUPERVISES_POD = "supervises a pod"


class Zone(StrEnum):
    """Where a score lies. The value is the word a page shows."""

    ROOM = "room"
    HEALTHY = "healthy"
    FULL = "full"
    OVER = "over"
    UNSAFE = "unsafe"


class Unit(StrEnum):
    """What a number of a row counts."""

    POINTS = "thousandths of a point"
    PERCENT = "per cent"
    PERMILLE = "thousandths of capacity"
    FACTORS = "factors"
    CHILDREN = "children"
    MINUTES = "minutes one way"
    DAYS = "days"
    WORKING_DAYS = "working days"
    MONTHS = "months"


@dataclass(frozen=True)
class Row:
    """One number in force from a day. `limit` is where it begins or ends, of rows that come in steps."""

    code: str
    words: str
    amount: int
    unit: Unit
    since: date
    source: str
    limit: int | None = None
    limit_unit: Unit | None = None


@dataclass(frozen=True, eq=False)
class Weights:
    """All rows by code, the oldest of each first. Compared as itself, so that a day's scheme is put together once."""

    rows: Mapping[str, tuple[Row, ...]]

    def on(self, day: date) -> dict[str, Row]:
        """The row of each code in force on a day; the oldest where none had begun: an earlier day has numbers too."""
        return {code: ([row for row in rows if row.since <= day] or rows[:1])[-1] for code, rows in self.rows.items()}

    def with_own(self, own: Iterable[Row]) -> "Weights":
        """These and a council's own, which win on the same day. Raises UnknownRow for a code nothing asks for."""
        rows = {code: {row.since: row for row in dated} for code, dated in self.rows.items()}
        for row in own:
            if row.code not in rows or rows[row.code][min(rows[row.code])].unit is not row.unit:
                raise UnknownRow(row.code)
            rows[row.code][row.since] = row
        return _weights(row for dated in rows.values() for row in dated.values())

    def without(self, code: str, since: date) -> "Weights":
        """These without the row of a code that begins on a day; the same if there is none."""
        kept = (row for dated in self.rows.values() for row in dated)
        return _weights(row for row in kept if (row.code, row.since) != (code, since))


class UnknownRow(LookupError):
    """No number of the scheme has this code, or it counts something else. Holds the code."""


def _weights(rows: Iterable[Row]) -> Weights:
    found: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: row.since):
        found.setdefault(row.code, []).append(row)
    return Weights(MappingProxyType({code: tuple(dated) for code, dated in found.items()}))


@cache
def code_of(what: Plan | Addition | Duty) -> str:
    """The code of the row that says how much something weighs: "plan.in-need"."""
    group = {Plan: "plan", Addition: "addition", Duty: "duty"}[type(what)]
    return f"{group}.{what.name.lower().replace('_', '-')}"


_SINCE = date(2000, 1, 1)
_WIRRAL = "Wirral: 100 points for full time, 15 of them stable (REFERENCE 9.1, S73)"
_PLANS = "Our default, after Slough, Swindon and Oxfordshire (REFERENCE 9.2, S74, S77, S78)"
_OURS = "Our default (REFERENCE 9.2)"
_FIRST_YEAR = "A local convention, from memory; compare Wirral's ceiling of 90 (REFERENCE 9.2, S73)"
_TWELVE = "Wirral: a newly qualified worker holds about 12 children (REFERENCE 9.1, S73)"
_SILENT = "Our own reading: REFERENCE 9.2 names no number"

_PLAN_POINTS = {
    Plan.INFORMATION: 1000,
    Plan.EARLY_HELP: 3000,
    Plan.ASSESSMENT: 5000,
    Plan.IN_NEED: 4000,
    Plan.ENQUIRY: 8000,
    Plan.PROTECTION: 7000,
    Plan.PROCEEDINGS: 10000,
    Plan.LOOKED_AFTER_NEW: 8000,
    Plan.LOOKED_AFTER_SETTLING: 6000,
    Plan.LOOKED_AFTER_LONG: 4000,
    Plan.PRIVATE_FOSTERING: 3000,
    Plan.LEAVER_TO_21: 2500,
    Plan.LEAVER_TO_25: 1000,
    Plan.CLOSING: 1000,
}
_ADDED_POINTS = {
    Addition.PRE_PROCEEDINGS: 2000,
    Addition.UNACCOMPANIED: 1000,
    Addition.PERMANENCE: 2000,
    Addition.ELIGIBLE: 1000,
}
_DUTY_POINTS = {
    Duty.PRACTICE_EDUCATOR: 8000,
    Duty.EARLY_CAREER_MENTOR: 4000,
    Duty.CHAMPION: 2000,
    Duty.DUTY_WEEK: 5000,
    Duty.SUPERVISES_POD: 15000,
}
# Grades as Employment has them; an early-career worker has a social worker's, and a share of it by months.
_GRADES = {
    "social-worker": ("social worker", 100),
    "senior-practitioner": ("senior practitioner", 60),
    "family-help": ("family help practitioner", 100),
    "personal-adviser": ("personal adviser", 100),
    "manager": ("manager", 0),
    "clinician": ("clinician", 0),
    "other": ("other grades", 0),
}
# code, words, amount, unit, source; and for rows in steps where they begin or end.
_NUMBERS: tuple[tuple[str, str, int, Unit, str, int | None, Unit | None], ...] = (
    ("full-time", "full time", 100_000, Unit.POINTS, _WIRRAL, None, None),
    ("stable", "meetings, supervision and learning", 15_000, Unit.POINTS, _WIRRAL, None, None),
    ("siblings.1", "the first child of one home with the same plan", 100, Unit.PERCENT, _OURS, None, None),
    ("siblings.2", "the second child", 70, Unit.PERCENT, _OURS, None, None),
    ("siblings.3", "each further child", 50, Unit.PERCENT, _OURS, None, None),
    ("siblings-in-court.1", "the first child in proceedings", 100, Unit.PERCENT, _OURS, None, None),
    ("siblings-in-court.2", "the second child in proceedings", 60, Unit.PERCENT, _OURS, None, None),
    ("siblings-in-court.3", "each further child in proceedings", 40, Unit.PERCENT, _OURS, None, None),
    ("travel.1", "a way from half an hour", 500, Unit.POINTS, _OURS, 30, Unit.MINUTES),
    ("travel.2", "a way from one hour", 1000, Unit.POINTS, _OURS, 60, Unit.MINUTES),
    ("travel.3", "a way of more than two hours", 2000, Unit.POINTS, _OURS, 121, Unit.MINUTES),
    ("complexity", "each confirmed factor", 1000, Unit.POINTS, _OURS, None, None),
    ("complexity.most", "factors that count for one child", 3, Unit.FACTORS, _OURS, None, None),
    ("complexity.lasts", "a confirmed factor counts for", 90, Unit.DAYS, _OURS, None, None),
    ("complexity.new-worker", "a new worker after another counts for", 42, Unit.DAYS, _OURS, None, None),
    ("shared.lead", "a lead who has a co-worker", 70, Unit.PERCENT, _OURS, None, None),
    ("shared.helper", "a co-worker", 40, Unit.PERCENT, _OURS, None, None),
    ("shared.cover", "whoever covers for the lead", 0, Unit.PERCENT, _SILENT, None, None),
    ("early-career.1", "first half year of a programme", 80, Unit.PERCENT, _FIRST_YEAR, 6, Unit.MONTHS),
    ("early-career.2", "second half year of a programme", 90, Unit.PERCENT, _FIRST_YEAR, 12, Unit.MONTHS),
    ("early-career-children", "children held at most early in a career", 12, Unit.CHILDREN, _TWELVE, 12, Unit.MONTHS),
    ("starting.1", "first fortnight here", 50, Unit.PERCENT, _OURS, 14, Unit.DAYS),
    ("starting.2", "second fortnight here", 75, Unit.PERCENT, _OURS, 28, Unit.DAYS),
    ("leaving", "nothing new before the last day, for", 28, Unit.DAYS, _OURS, None, None),
    ("away-long", "an absence leaves no capacity from", 28, Unit.DAYS, _SILENT, None, None),
    ("looked-after.new", "newly looked after, up to", 4, Unit.MONTHS, _OURS, None, None),
    ("looked-after.long", "a home lasts when it has lasted more than", 12, Unit.MONTHS, _OURS, None, None),
    ("unaccompanied", "an unaccompanied child weighs more for", 6, Unit.MONTHS, _OURS, None, None),
    ("due-soon", "what is due is shown for", 14, Unit.DAYS, _OURS, None, None),
    ("zone.room", "room below", 700, Unit.PERMILLE, _OURS, None, None),
    ("zone.healthy", "healthy below", 900, Unit.PERMILLE, _OURS, None, None),
    ("zone.full", "full up to", 1000, Unit.PERMILLE, _OURS, None, None),
    ("zone.over", "over, and to be explained, up to", 1150, Unit.PERMILLE, _OURS, None, None),
)


def _shipped() -> Iterable[Row]:
    for code, words, amount, unit, source, limit, limit_unit in _NUMBERS:
        yield Row(code, words, amount, unit, _SINCE, source, limit, limit_unit)
    for grade, (words, share) in _GRADES.items():
        yield Row(f"grade.{grade}", words, share, Unit.PERCENT, _SINCE, _OURS)
    for points, source in ((_PLAN_POINTS, _PLANS), (_ADDED_POINTS, _OURS), (_DUTY_POINTS, _OURS)):
        for what, amount in points.items():
            yield Row(code_of(what), what.value, amount, Unit.POINTS, _SINCE, source)


SHIPPED = _weights(_shipped())

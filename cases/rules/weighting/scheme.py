"""The numbers in force on one day, and what is wrong with numbers that somebody wants to put in force."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from cases.rules.weighting.rows import SHIPPED, Addition, Duty, Plan, Row, Unit, Weights, Zone, code_of


@dataclass(frozen=True, eq=False)
class Scheme:
    """Every number in force on a day, by the code of its row."""

    rows: Mapping[str, Row]

    def __getitem__(self, code: str) -> Row:
        return self.rows[code]

    def weighs(self, what: Plan | Addition | Duty) -> Row:
        """The row of points of a plan, an addition or a duty."""
        return self.rows[code_of(what)]

    def grade(self, grade: str) -> Row:
        """The row of a grade; one nobody knows is among the others, and carries nothing."""
        return self.rows.get(f"grade.{grade}") or self.rows["grade.other"]

    def siblings(self, plan: Plan, place: int) -> Row:
        """The share of the child at a place among those of one home with one plan; the first is at 0."""
        steps = self._in_court if plan is Plan.PROCEEDINGS else self._siblings
        return steps[min(place, len(steps) - 1)]

    def travel(self, minutes: int) -> Row | None:
        """The row for a way of so many minutes; None for a short one."""
        return next((row for row in reversed(self._travel) if minutes >= (row.limit or 0)), None)

    def early_career(self, months: int | None) -> Row | None:
        """The row for so many completed months of a programme; None outside one, or when it lowers nothing any more."""
        return _until(self._early_career, months)

    def starting(self, days: int | None) -> Row | None:
        """The row for so many days since somebody began; None once they have settled in."""
        return _until(self._starting, days)

    @property
    def programme_lasts(self) -> int:
        """Completed months after which a programme lowers nothing any more."""
        return max(row.limit or 0 for row in self._early_career)

    @property
    def leaving_days(self) -> int:
        """Nothing new in so many days before somebody's last one."""
        return self.rows["leaving"].amount

    @property
    def limits(self) -> tuple[tuple[Zone, int], ...]:
        """Zones with their limits in thousandths of capacity: room and healthy end below theirs, the others at it."""
        return tuple((zone, self.rows[f"zone.{zone}"].amount) for zone in list(Zone)[:-1])

    @cached_property
    def _siblings(self) -> tuple[Row, ...]:
        return self.steps("siblings.")

    @cached_property
    def _in_court(self) -> tuple[Row, ...]:
        return self.steps("siblings-in-court.")

    @cached_property
    def _travel(self) -> tuple[Row, ...]:
        return self.steps("travel.")

    @cached_property
    def _early_career(self) -> tuple[Row, ...]:
        return self.steps("early-career.")

    @cached_property
    def _starting(self) -> tuple[Row, ...]:
        return self.steps("starting.")

    def steps(self, prefix: str) -> tuple[Row, ...]:
        """The rows whose code begins so, in the order in which they begin or end."""
        found = (row for code, row in self.rows.items() if code.startswith(prefix))
        return tuple(sorted(found, key=lambda row: (row.limit or 0, row.code)))


@lru_cache(maxsize=64)
def scheme_on(on: date, weights: Weights = SHIPPED) -> Scheme:
    """The numbers in force on a day."""
    return Scheme(weights.on(on))


def problems(scheme: Scheme) -> tuple[str, ...]:
    """What must be put right before these numbers can hold, a sentence each; empty when they can.

    Numbers that went down where they should go up would make one child more a lighter caseload.
    """
    found = [f"“{row.words}” cannot be less than nothing." for row in scheme.rows.values() if row.amount < 0]
    shares = (row for row in scheme.rows.values() if row.unit is Unit.PERCENT)
    found += [f"“{row.words}” cannot be more than 100 of 100." for row in shares if row.amount > 100]
    if scheme["full-time"].amount <= 0:
        found.append("A full-time worker must have some capacity.")
    for prefix in ("siblings.", "siblings-in-court."):
        if not _rises([-row.amount for row in scheme.steps(prefix)]):
            found.append("A further brother or sister cannot weigh more than the one before.")
    for prefix in ("travel.", "early-career.", "starting."):
        steps = scheme.steps(prefix)
        if not _rises([row.amount for row in steps]) or len({row.limit for row in steps}) < len(steps):
            found.append(f"“{steps[-1].words}” must not be less than the step before, and begin or end after it.")
    if not _rises([limit for _, limit in scheme.limits]):
        found.append("Room, healthy, full and over must follow one another.")
    return tuple(found)


def _rises(amounts: list[int]) -> bool:
    return all(before <= after for before, after in zip(amounts, amounts[1:], strict=False))


def _until(steps: tuple[Row, ...], passed: int | None) -> Row | None:
    if passed is None:
        return None
    return next((row for row in steps if passed < (row.limit or 0)), None)

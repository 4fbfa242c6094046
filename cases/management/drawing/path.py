"""Draws the way of a family through a service after its referral: assessment, enquiry, plans, meetings, care.

Everything happens in time, counted in days of the calendar, so that bank holidays only make it earlier; what was let
slip on purpose is said by the family's `Slip`. Days count from the day shown.
"""

from collections.abc import Iterator

from cases.management.drawing import proportions
from cases.management.drawing.chance import Chance, working_day
from cases.management.drawing.drawn import (
    DrawnConference,
    DrawnEnquiry,
    DrawnMeeting,
    DrawnPath,
    DrawnPlan,
    Slip,
)

NOT_HELD_SINCE = (125, 170)  # days without a meeting where one was let slip  # invented proportion


class Paths:
    """Draws one way after the other. `on` says which days are weekends."""

    def __init__(self, chance: Chance, on: object) -> None:
        self.chance, self.on = chance, on

    def draw(self, *, first: int, until: int, is_open: bool, need: str, slip: Slip | None) -> DrawnPath:
        """From the first day of work until the closing, or until today while the family is open."""
        ended: int | None = self._day(first + self.chance.between(proportions.ASSESSED_IN), first)
        assert ended is not None
        if is_open and ended >= 0:
            ended = None
        elif not is_open:
            ended = min(ended, until)
        path = DrawnPath(first, ended, self.chance.by_weight(proportions.FACTORS[need]))
        if ended is not None:
            _Drawing(self, path, ended, until, is_open, slip).draw()
        return path

    def _day(self, day: int, not_before: int) -> int:
        return max(working_day(day, self.on), not_before)  # type: ignore[arg-type]


class _Drawing:
    """One way while it is drawn, from its assessment on."""

    def __init__(
        self, paths: Paths, path: DrawnPath, assessed: int, until: int, is_open: bool, slip: Slip | None
    ) -> None:
        self.chance, self.day = paths.chance, paths._day
        self.path, self.assessed, self.until, self.is_open = path, assessed, until, is_open
        self.stops = until
        if slip is Slip.NO_MEETING and is_open:
            self.stops = -self.chance.between(NOT_HELD_SINCE)

    def draw(self) -> None:
        basis = self.chance.by_weight(proportions.BASIS)
        begins = self.day(self.assessed + self.chance.between((2, 9)), self.assessed)
        if basis == "protection":
            self._protection()
        elif begins > self.until - 10:
            self._enquiry_alone()
        elif basis == "care":
            self._care(begins)
        else:
            self._plan(basis, begins)
            self._enquiry_alone()

    def _enquiry_alone(self) -> None:
        """An enquiry after which no conference is needed."""
        if self.chance.is_so(proportions.ENQUIRED):
            held = self.day(self.assessed - self.chance.between((10, 16)), self.path.assessed_from)
            ended = max(held, min(self.day(held + self.chance.between((5, 13)), held), self.until))
            self.path.enquiry = DrawnEnquiry(held, ended, is_conference=False)

    def _protection(self) -> None:
        held = self.day(self.assessed - self.chance.between((6, 12)), self.path.assessed_from)
        conferred = self.day(held + self.chance.between((9, 17)), held + 1)
        if conferred >= self.until:
            ended = None if self.is_open else self.until
            self.path.enquiry = DrawnEnquiry(held, ended, is_conference=False)
            return
        self.path.enquiry = DrawnEnquiry(held, conferred, is_conference=True)
        category = self.chance.by_weight(proportions.CATEGORY)
        self.path.conferences.append(DrawnConference("initial", conferred, "plan", category))
        ends = self._reviews(conferred, category)
        plan = DrawnPlan("protection", conferred, ends, "step-down", category)
        self.path.plans.append(plan)
        for day in self._again(conferred, (4, 11), (26, 37), self.until if ends is None else ends):
            self.path.meetings.append(DrawnMeeting("core-group", day))
        if ends is not None and ends < self.until - 3:
            self._plan("need", ends)
        elif ends is None and not self.is_open:
            plan.ended, plan.reason = self.until, "no-longer-needed"

    def _reviews(self, since: int, category: str) -> int | None:
        """Review conferences until one ends the plan: that day, or none."""
        for day in self._again(since, (72, 86), (140, 174), self.until):
            ends = self.chance.is_so(proportions.PLAN_ENDS_AT_REVIEW)
            self.path.conferences.append(DrawnConference("review", day, "ends" if ends else "continues", category))
            if ends:
                return day
        return None

    def _plan(self, basis: str, since: int) -> None:
        ended = None if self.is_open else self.until
        self.path.plans.append(DrawnPlan(basis, since, ended, "no-longer-needed"))
        kind, bounds = ("help-review", (50, 78)) if basis == "early-help" else ("need-review", (64, 84))
        for day in self._again(since, bounds, bounds, self.until):
            self.path.meetings.append(DrawnMeeting(kind, day))

    def _care(self, since: int) -> None:
        self.path.care_since = since
        add = self.path.facts.append
        for kind, after in proportions.CARE_BEGINS:
            day = self.day(since + after, since)
            if day < self.until:
                add((kind, day))
        reviews = list(self._again(since, (17, 25), (72, 84), self.until))
        later = self._again(reviews[1], (140, 172), (140, 172), self.until) if len(reviews) > 1 else iter(())
        for day in [*reviews[:2], *later]:
            add(("looked-after-review", day))
        if not self.is_open:
            add(("looked-after-ended", self.until))

    def _again(self, since: int, first: tuple[int, int], then: tuple[int, int], until: int) -> Iterator[int]:
        """Days on which something is done, from one time to the next, before `until` and before what was let slip."""
        day = self.day(since + self.chance.between(first), since + 1)
        while day < until and day <= self.stops:
            yield day
            day = self.day(day + self.chance.between(then), day + 1)

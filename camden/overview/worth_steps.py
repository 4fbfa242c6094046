"""The balance of help (REFERENCE 4.6): how steps down held, and who was referred again after a closing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from camden.overview.worth_promises import NOTHING, Thing
from camden.rules.names import day_in_words
from cases.measures.steps import Closed, Step, a_year_before, closings_of, steps_of
from cases.models import Case
from cases.rules.continuity import year_before
from cases.rules.helping import plan_name

HALF, YEAR = 6, 12
"""Months after a step down (REFERENCE 4.6)."""


@dataclass(frozen=True)
class BalanceLine:
    """One figure with what is counted, and the two lists it is made of."""

    code: str
    title: str
    counted: str
    value: str
    words: str
    met: tuple[Thing, ...]
    rest: tuple[Thing, ...]
    met_heading: str
    rest_heading: str


@dataclass(frozen=True)
class Balance:
    """All of the page. `steps` says in a sentence how many there were up and down in the 12 months to the day."""

    steps: str
    lines: tuple[BalanceLine, ...]

    @property
    def cases(self) -> set[int]:
        """The records that it names."""
        return {thing.case for line in self.lines for thing in (*line.met, *line.rest)}


def balance(*, user: Any, team_ids: Sequence[int], on: date) -> Balance:
    """Of the records that this person may see, on a day. Five queries."""
    cases = Case.objects.visible_to(user)
    steps = steps_of(cases=cases, team_ids=team_ids, after=a_year_before(on, YEAR)[0], until=on)
    closings = closings_of(cases=cases, team_ids=team_ids, months=YEAR, on=on)
    return Balance(_up_and_down(steps, on), (_held(steps, HALF, on), _held(steps, YEAR, on), _again(closings)))


def _up_and_down(steps: Sequence[Step], on: date) -> str:
    lately = [each for each in steps if year_before(on) < each.moved_on]
    down = sum(each.is_down for each in lately)
    ups = len(lately) - down
    return f"In the 12 months to {day_in_words(on)}: {down} step{_s(down)} down, {ups} step{_s(ups)} up."


def _held(steps: Sequence[Step], months: int, on: date) -> BalanceLine:
    after, until = a_year_before(on, months)
    found = [each for each in steps if each.is_down and after < each.moved_on <= until]
    things = [_step(each, months) for each in found]
    counted = (
        f"Of steps down from {day_in_words(after)} to {day_in_words(until)}, of which {months} months are over: those "
        f"after which no more formal help began within {months} months."
    )
    title = f"Steps down that held for {months} months"
    return _line(f"held-{months}", title, counted, "steps", things, "Held", "More formal help followed")


def _again(closings: Sequence[Closed]) -> BalanceLine:
    things = [_closed(each) for each in closings]
    counted = (
        f"Of closings of one year, of which {YEAR} months are over: those after which nobody referred the child again "
        f"within {YEAR} months. Children who were adopted, died or moved away are left out."
    )
    title = f"Not referred again within {YEAR} months"
    return _line("not-again", title, counted, "closings", things, "Not referred again", "Referred again")


def _line(
    code: str, title: str, counted: str, unit: str, things: Sequence[Thing], met_heading: str, rest_heading: str
) -> BalanceLine:
    met = tuple(each for each in things if each.is_met)
    rest = tuple(each for each in things if not each.is_met)
    value = f"{len(met) / len(things):.0%}" if things else NOTHING
    words = f"{len(met)} of {len(things)} {unit}." if things else f"There were no {unit} to count."
    return BalanceLine(code, title, counted, value, words, met, rest, met_heading, rest_heading)


def _step(step: Step, months: int) -> Thing:
    said = f"From {plan_name(step.before)} to {plan_name(step.after)} on {day_in_words(step.moved_on)}."
    again = (
        f"More formal help began on {day_in_words(step.again_on)}." if step.again_on else "No more formal help since."
    )
    href = reverse("cases:threshold", args=[step.case, step.key])
    return Thing(step.case, step.family, "", (said, again), href, step.held(months))


def _closed(closed: Closed) -> Thing:
    said = f"Closed on {day_in_words(closed.closed_on)}."
    again = f"Referred again on {day_in_words(closed.again_on)}." if closed.again_on else "Not referred since."
    href = reverse("cases:journey", args=[closed.case])
    return Thing(closed.case, closed.name or closed.family, closed.family, (said, again), href, closed.held(YEAR))


def _s(count: int) -> str:
    return "" if count == 1 else "s"

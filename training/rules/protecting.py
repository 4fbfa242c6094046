"""What protects a newly qualified worker and does not hold at present, as sentences for whoever can mend it.

| rule | source |
|---|---|
| the agreement, or a review, whose day has passed | REFERENCE 7.3 |
| protected time that gave way three weeks running: less than half of it was there | step 9; the half our own design |
| a week nobody wrote down says nothing | PRACTICE 1: no monitored workplace |
| the worker reads it two days before anybody else does, in the same words | PRACTICE 1; the days our own design |
| what they hold above their cap is said on the caseload page | `cases.rules.weighting.early_career_breaches` |

No sentence is about the worker: each says what is wanted, and whose it is to mend.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from camden.rules.names import day_in_words
from training.rules.early_career import Held, Path, Work, plan

WEEK = timedelta(weeks=1)
RUNNING = 3  # weeks
THEIRS_FIRST = timedelta(days=2)


@dataclass(frozen=True)
class Week:
    """Protected time of a week that began on a Monday, in minutes: planned, and had."""

    on: date
    planned: int
    had: int

    @property
    def gave_way(self) -> bool:
        """Whether less than half of it was there."""
        return self.had * 2 < self.planned

    @property
    def ends_on(self) -> date:
        """The first day after it."""
        return self.on + WEEK


@dataclass(frozen=True)
class Fact:
    """A sentence about what is wanted, and since which day it is so."""

    words: str
    since_on: date


def monday_of(on: date) -> date:
    """The first day of the week a day lies in.

    >>> monday_of(date(2026, 11, 8))
    datetime.date(2026, 11, 2)
    """
    return on - timedelta(days=on.weekday())


def facts(path: Path, held: Iterable[Held], weeks: Iterable[Week], on: date) -> tuple[Fact, ...]:
    """What is wanted, the longest first: as the worker reads it from the first day."""
    found = [
        Fact(
            f"{each.title} was wanted by {day_in_words(each.by_on)}. It is for {_who(each.work)} to find a day.",
            each.by_on + timedelta(days=1),
        )
        for each in plan(path, held)
        if each.work is not Work.OBSERVATION and each.is_late(on)
    ]
    return tuple(sorted([*found, *_gave_way(weeks, on)], key=lambda fact: (fact.since_on, fact.words)))


def for_others(found: Iterable[Fact], on: date) -> tuple[Fact, ...]:
    """What others read of it: the same sentences, two days later."""
    return tuple(fact for fact in found if fact.since_on + THEIRS_FIRST <= on)


def _gave_way(weeks: Iterable[Week], on: date) -> list[Fact]:
    """Of weeks that are over: the latest three that follow one another."""
    over = {week.on: week for week in weeks if week.ends_on <= on}
    if not over:
        return []
    last: Week | None = over[max(over)]
    running: list[Week] = []
    while last is not None and last.gave_way:
        running.append(last)
        last = over.get(last.on - WEEK)
    if len(running) < RUNNING or running[0].ends_on + 2 * WEEK <= on:
        return []
    words = f"Protected time has given way to other work since {day_in_words(running[-1].on)}."
    # The sentence is as old as its third week: a fourth does not make it new to anybody.
    since = running[-RUNNING].ends_on
    return [Fact(f"{words} It is for the manager to make room for it.", since)]


def _who(work: Work) -> str:
    return "the three who agree" if work is Work.AGREEMENT else "the assessor"

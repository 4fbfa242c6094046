"""What another limit, or another day off, would do to the clocks that run: counted, before anybody saves it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from camden.rules.dates import Span, Unit, counted
from camden.rules.due import as_counted, next_due
from camden.rules.rows import Timescale
from camden.rules.workdays import Calendar


class Alike(NamedTuple):
    """Running clocks that count from one day, with one limit: `clocks` of them. Nothing says whose they are."""

    anchor_on: date
    anchor_at: datetime | None
    amount: int
    """As counted: less than 0 counts back."""
    unit: str
    due_on: date
    due_at: datetime | None
    clocks: int


@dataclass(frozen=True, slots=True)
class Impact:
    """Of so many running clocks, how many move, how many are late only afterwards, and how many no longer."""

    running: int = 0
    moved: int = 0
    newly_late: int = 0
    no_longer_late: int = 0


NewDay = Callable[[Alike], tuple[date, datetime | None]]


def impact(clocks: Iterable[Alike], new_day: NewDay, at: datetime) -> Impact:
    """Counts what moves when each clock is due on its new day instead. `at` is now, by the clock on the wall here."""
    running = moved = newly_late = no_longer = 0
    for each in clocks:
        new = new_day(each)
        was_late, is_late = _is_late(each.due_on, each.due_at, at), _is_late(*new, at)
        running += each.clocks
        moved += each.clocks * (new != (each.due_on, each.due_at))
        newly_late += each.clocks * (is_late and not was_late)
        no_longer += each.clocks * (was_late and not is_late)
    return Impact(running, moved, newly_late, no_longer)


def by_limit(rule: Timescale, old: Span, new: Span, calendar: Calendar) -> NewDay:
    """Due days when the rule's limit is another. A plan's own shorter interval stays; so does what was extended."""

    def new_day(each: Alike) -> tuple[date, datetime | None]:
        usual = as_counted(rule, each.anchor_on, old)
        limit = new
        if (each.amount, each.unit) != usual:
            is_shorter = rule.can_be_shortened and each.unit == old.unit and 0 < each.amount < old.amount
            if not is_shorter or each.unit != new.unit:
                return each.due_on, each.due_at
            limit = Span(min(each.amount, new.amount), new.unit)
        due = next_due(rule, each.anchor_on, each.anchor_at, calendar=calendar, limit=limit)
        return due.due_on, due.due_at

    return new_day


def by_calendar(calendar: Calendar) -> NewDay:
    """Due days when other days are worked."""

    def new_day(each: Alike) -> tuple[date, datetime | None]:
        if each.unit != Unit.WORKING_DAYS:
            return each.due_on, each.due_at
        return counted(each.anchor_on, each.amount, Unit.WORKING_DAYS, calendar), None

    return new_day


def _is_late(due_on: date, due_at: datetime | None, at: datetime) -> bool:
    return due_at < at if due_at else due_on < at.date()

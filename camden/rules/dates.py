"""The arithmetic of days: an amount of a unit after a day, or before it."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple

from camden.rules.moments import HERE
from camden.rules.workdays import Calendar


class Unit(StrEnum):
    """What an amount counts."""

    WORKING_DAYS = "wd"
    DAYS = "d"
    WEEKS = "w"
    MONTHS = "m"
    HOURS = "h"


class Span(NamedTuple):
    """An amount with its unit: (12, months)."""

    amount: int
    unit: Unit


def counted(day: date, amount: int, unit: Unit, calendar: Calendar) -> date:
    """The day that lies an amount of anything but hours after another, or before it when it is less than 0."""
    if unit is Unit.WORKING_DAYS:
        return calendar.add(day, amount) if amount >= 0 else calendar.back(day, -amount)
    if unit is Unit.MONTHS:
        return months_after(day, amount)
    return day + timedelta(days=amount * 7 if unit is Unit.WEEKS else amount)


def months_after(day: date, months: int) -> date:
    """The same day of another month, or that month's last one: 30 November and three months are 28 February.

    >>> months_after(date(2026, 11, 30), 3)
    datetime.date(2027, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if day.day <= 28:
        return date(year, month + 1, day.day)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def hours_after(moment: datetime, hours: int) -> datetime:
    """So many hours later by a stopwatch, told by the clock on the wall here: a summer night is one hour shorter."""
    return (moment.astimezone(UTC) + timedelta(hours=hours)).astimezone(HERE)


def midnight(day: date) -> datetime:
    """The first moment of a day here."""
    return datetime.combine(day, time(), HERE)

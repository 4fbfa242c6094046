"""Which days a visit is offered for, and how such a day is said."""

from datetime import date, time, timedelta

from camden.rules.names import day_in_words
from camden.rules.workdays import Calendar

MOST = 7  # days at one tap: more than that is a calendar


def days_to_offer(on: date, due_on: date | None, calendar: Calendar) -> list[date]:
    """Days for a visit at one tap: today, tomorrow, the next working days up to the day it is due, and that day.

    Today and tomorrow are offered whatever day it is: a child is visited on a Saturday too. Without a day it is due,
    or when that has passed, a working week ahead.
    """
    until = due_on if due_on and due_on > on else calendar.add(on, 5)
    days = [on, on + timedelta(days=1), *calendar.days(on + timedelta(days=2), until)]
    offered = sorted({day for day in days if day <= max(until, on + timedelta(days=1))})
    if len(offered) > MOST:
        last = [until] if due_on and due_on > on else []
        offered = offered[: MOST - len(last)] + last
    return offered


def day_ahead(day: date, on: date) -> str:
    """A day to come: "today", "tomorrow", "Thursday 5 November", with its year where that is another one."""
    days = (day - on).days
    if days in (0, 1):
        return ("today", "tomorrow")[days]
    if days == -1:
        return "yesterday"
    return f"{day:%A} " + (f"{day.day} {day:%B}" if day.year == on.year else day_in_words(day))


def hour_in_words(starts: time | None) -> str:
    """The time of day as people say it: "10 am", "2.30 pm"; empty without one."""
    if starts is None:
        return ""
    hour, half = starts.hour % 12 or 12, "am" if starts.hour < 12 else "pm"
    return f"{hour}.{starts.minute:02} {half}" if starts.minute else f"{hour} {half}"

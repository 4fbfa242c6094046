"""Moments as people say them, by the clock on the wall here."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from camden.rules.names import day_in_words

HERE = ZoneInfo("Europe/London")
A_WEEK = 6  # days back for which the name of the day is enough


def clock(moment: datetime) -> str:
    """The time of day: "09:05"."""
    return f"{moment.astimezone(HERE):%H:%M}"


def day_here(moment: datetime) -> date:
    """The day a moment falls on here, which in summer is not always the day in Greenwich."""
    return moment.astimezone(HERE).date()


def moment_here(day: date | None, at: time | None) -> datetime | None:
    """The moment at which a clock on the wall here showed that time of that day; None without one of them."""
    return datetime.combine(day, at, HERE) if day and at is not None else None


def until_in_words(until: datetime, at: datetime) -> str:
    """The end of something that runs: "09:00" today, "tomorrow 09:00", else with its day.

    The end of a day is its midnight, and not nought o'clock of the next: "midnight", "midnight tomorrow".
    """
    if clock(until) == "00:00":
        last = day_here(until) - timedelta(days=1)
        days = (last - day_here(at)).days
        return {0: "midnight", 1: "midnight tomorrow"}.get(days, f"{recent_day(last, day_here(at))}, midnight")
    days = (day_here(until) - day_here(at)).days
    day = {0: "", 1: "tomorrow "}.get(days, f"{recent_day(day_here(until), day_here(at))}, ")
    return day + clock(until)


def recent_day(day: date, on: date) -> str:
    """A day near today: "today", "yesterday", "Saturday" within the last week, else "Saturday 3 October 2026"."""
    days = (on - day).days
    if days in (0, 1):
        return ("today", "yesterday")[days]
    return f"{day:%A}" if 0 < days <= A_WEEK else f"{day:%A} {day_in_words(day)}"


def short_day(day: date, on: date) -> str:
    """A day that passed, where there is little room: "yesterday", "Saturday", "4 October", "4 October 2025"."""
    if 0 <= (on - day).days <= A_WEEK:
        return recent_day(day, on)
    return f"{day.day} {day:%B}" if day.year == on.year else day_in_words(day)


def span_in_words(first: datetime, last: datetime, on: date) -> str:
    """From one moment to another: "Saturday 19:05–19:40"; "today 19:05" when both are in the same minute."""
    one, other = day_here(first), day_here(last)
    began = f"{recent_day(one, on)} {clock(first)}"
    if one != other:
        return f"{began} to {recent_day(other, on)} {clock(last)}"
    return began if clock(first) == clock(last) else f"{began}–{clock(last)}"


def days_in_words(days: int) -> str:
    """How long: "1 day", "9 days"."""
    return f"{days} day{'' if days == 1 else 's'}"


def day_away(day: date, on: date) -> str:
    """How far a day is: "today", "tomorrow", "in 3 days", "2 days late"."""
    days = (day - on) // timedelta(days=1)
    if days < 0:
        return f"{days_in_words(-days)} late"
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days_in_words(days)}")

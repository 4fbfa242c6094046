"""How late something is, in bands of working days, and what is due soon.

| said | working days | source |
|---|---|---|
| late | 1 to 5, 6 to 20, more | our own: the first is the week in which a manager hears of it (REFERENCE 13.4) |
| due soon | the next 10 | REFERENCE 13 (c) |

A limit that ran out on Friday is late on Saturday, and counts as one day until there were two.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from camden.rules.workdays import Calendar

SOON = 10


@dataclass(frozen=True)
class Band:
    """How late, in working days, both ends with it. `until` None: and more."""

    code: str
    words: str
    first: int
    until: int | None


BANDS = (
    Band("late-5", "1 to 5 working days late", 1, 5),
    Band("late-20", "6 to 20 working days late", 6, 20),
    Band("late-more", "more than 20 working days late", 21, None),
)


def days_late(due_on: date, on: date, calendar: Calendar) -> int:
    """Working days since the limit ran out; 0 when it has not."""
    return max(calendar.number(on) - calendar.number(due_on), 1) if due_on < on else 0


def band_of(due_on: date, on: date, calendar: Calendar) -> Band | None:
    """In which band it lies on the day; None when it is not late."""
    days = days_late(due_on, on, calendar)
    return next((band for band in BANDS if band.first <= days and (band.until is None or days <= band.until)), None)


def is_soon(due_on: date, on: date, calendar: Calendar) -> bool:
    """Whether it is due on the day or in the ten working days after it."""
    return on <= due_on <= calendar.add(on, SOON)


def days_of_bands(on: date, calendar: Calendar) -> dict[str, tuple[date, date]]:
    """Of each band, by its code, the first and the last day on which something in it ran out, as seen on that day."""
    found, last = {}, on - timedelta(days=1)
    for band in BANDS:
        first = last
        while band.until is not None and days_late(first - timedelta(days=1), on, calendar) <= band.until:
            first -= timedelta(days=1)
        found[band.code] = (first if band.until is not None else date.min, last)
        last = first - timedelta(days=1)
    return found

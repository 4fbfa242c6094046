"""Working days in England: Monday to Friday, without the bank holidays and without a council's own closures.

Every working day from 1980 to 2080 has a number, so that "ten working days on" is one look into a list, here and
in the database (`days` fills its table).
"""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from camden.rules.bank_holidays import bank_holidays

FIRST, LAST = date(1980, 1, 1), date(2080, 12, 31)
_BEFORE = FIRST.toordinal()
SATURDAY = 5


class NoCalendar(ValueError):
    """A day for which nobody has counted the working days: before 1980, or after 2080."""


class Calendar:
    """England's working days, without the local closures given. It does not change: make one and keep it."""

    __slots__ = ("_number", "_working")

    def __init__(self, local: Iterable[date] = ()) -> None:
        closed = {day.toordinal() for day in (*bank_holidays(), *local)}
        self._working: list[date] = []  # each working day, in order
        self._number: list[int] = []  # for each day since 1980: how many working days there were up to it
        for ordinal in range(_BEFORE, LAST.toordinal() + 1):
            # The first day of the first year was a Monday.
            if (ordinal - 1) % 7 < SATURDAY and ordinal not in closed:
                self._working.append(date.fromordinal(ordinal))
            self._number.append(len(self._working))

    def number(self, day: date) -> int:
        """How many working days there were since 1980, up to this day and with it."""
        place = day.toordinal() - _BEFORE
        if place < 0 or place >= len(self._number):
            raise NoCalendar(f"Working days are known from {FIRST.year} to {LAST.year} only.")
        return self._number[place]

    def is_working(self, day: date) -> bool:
        """Whether people are at work."""
        return self._nth(max(self.number(day), 1)) == day

    def add(self, day: date, n: int) -> date:
        """The nth working day after a day; working day 1 is the next one, whatever the day itself is."""
        return self._nth(self.number(day) + n) if n > 0 else day

    def back(self, day: date, n: int) -> date:
        """The nth working day before a day."""
        return self._nth(self.number(day - timedelta(days=1)) - n + 1) if n > 0 else day

    def on_or_before(self, day: date) -> date:
        """The day itself when it is a working day, else the last one before it."""
        return self._nth(self.number(day))

    def days(self, first: date, last: date) -> list[date]:
        """The working days from the first day to the last, both with them."""
        before = self.number(first) - self.is_working(first)
        return self._working[before : self.number(last)]

    def _nth(self, number: int) -> date:
        if not 0 < number <= len(self._working):
            raise NoCalendar(f"Working days are known from {FIRST.year} to {LAST.year} only.")
        return self._working[number - 1]


@lru_cache(maxsize=1)
def england() -> Calendar:
    """The calendar of a council without closures of its own."""
    return Calendar()


@lru_cache(maxsize=4)
def calendar_of(closed: tuple[date, ...]) -> Calendar:
    """The calendar of a council with these closures of its own. Making one takes a while, so the last few are kept."""
    return Calendar(closed) if closed else england()

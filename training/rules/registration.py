"""The registration year with Social Work England and its edges, by the clock on the wall here.

| rule | source |
|---|---|
| the year runs from 1 December to 30 November | REFERENCE 7.1 [S66] |
| everything is recorded by 23:59 on 30 November; renewal is open from 1 September | REFERENCE 2.7 CPD1 [S66][S67] |
| a piece has a day within the year | the regulator's page “You have not recorded valid CPD” |
| leave and sickness take nothing away, nor does having no job: who is on the register is asked | the same page |
| who joins during the year is asked for both pieces | the same page: “newly registered social workers” |
| who joined or came back from 1 September on pays the fee and writes no pieces | its report of 6 February 2024 |
| who leaves the register before the year ends is asked for nothing | renewing is for those who stay |

A moment belongs to the day it has here: in summer, half past eleven in the evening by Greenwich is tomorrow.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from camden.rules.dates import midnight
from camden.rules.moments import day_here

OPENS = (9, 1)
"""Month and day on which renewal opens; who joins from that day on is asked for no pieces that year."""


@dataclass(frozen=True)
class RegistrationYear:
    """A registration year, both days included."""

    begins_on: date
    ends_on: date

    def __str__(self) -> str:
        return f"December {self.begins_on.year} to November {self.ends_on.year}"

    @property
    def opens_on(self) -> date:
        """The first day of renewal."""
        return date(self.ends_on.year, *OPENS)

    @property
    def closes_at(self) -> datetime:
        """The first moment that is too late: midnight after 30 November."""
        return midnight(date(self.ends_on.year, 12, 1))

    def has(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.begins_on <= day <= self.ends_on

    def days_left(self, on: date) -> int:
        """Days after this one: 0 on 30 November, when there is still that day. Never less than 0."""
        return max((self.ends_on - on).days, 0)


@dataclass(frozen=True)
class OnRegister:
    """One stretch on the register: the day it began, and the first day without it (None: still on it)."""

    joined_on: date
    left_on: date | None = None

    def holds(self, on: date) -> bool:
        """Whether somebody was on the register that day."""
        return self.joined_on <= on and (self.left_on is None or on < self.left_on)


def registration_year(on: date) -> RegistrationYear:
    """The registration year a day lies in.

    >>> str(registration_year(date(2026, 12, 1)))
    'December 2026 to November 2027'
    """
    began = on.year if on.month == 12 else on.year - 1
    return RegistrationYear(date(began, 12, 1), date(began + 1, 11, 30))


def year_at(moment: datetime) -> RegistrationYear:
    """The registration year in which something is recorded at that moment. The moment knows its time zone."""
    return registration_year(day_here(moment))


def counts_in(year: RegistrationYear, done_on: date, recorded_on: date) -> bool:
    """Whether a piece counts for a year: done within it, and final before it closed.

    What was done in November and finished in December counts in neither year.
    """
    return year.has(done_on) and done_on <= recorded_on <= year.ends_on


def is_asked_in(year: RegistrationYear, register: Iterable[OnRegister]) -> bool:
    """Whether somebody owes this year's two pieces: on the register when it ends, and before renewal opened.

    Leave is no argument of it: nobody is let off for it, and nobody asked for more.
    """
    return any(spell.holds(year.ends_on) and spell.joined_on < year.opens_on for spell in register)

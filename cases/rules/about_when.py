"""When something was, as far as somebody knows it: a day, a month, a year, or how old somebody is.

A day is kept as a day, anything less as "1955" or "1955-03" (ABOUT in the models).
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from camden.rules.names import day_in_words
from cases.rules.genogram.days import MONTHS

OLDEST = 130  # years
MIDDLE = 15  # the day that stands for a month, where a day is needed
_FILLER = re.compile(r"^(?:about|around|approximately|circa|ca?\.?|aged?|in|born|since|from|until|~)\s*(?=\w)")
_AGE = re.compile(r"(?P<count>\d{1,3})\s*(?P<unit>|y|years?|yrs?|m|months?|w|weeks?|d|days?)(?:\s*old)?")
HELP = "A day, a month, a year or an age: 3 11 1984, May 1984, 1984 or 42."


class NotADay(ValueError):
    """What was typed is no day, month, year or age. Says what to type."""


@dataclass(frozen=True)
class When:
    """A day, or a month or year ("1955-03", "1955") where the day is not known. Neither, when nothing was said."""

    day: date | None = None
    about: str = ""

    def __bool__(self) -> bool:
        return bool(self.day or self.about)

    @property
    def first(self) -> date | None:
        """The first day it may have been."""
        if self.day or not self.about:
            return self.day
        year, _, month = self.about.partition("-")
        return date(int(year), int(month or 1), 1)

    @property
    def last(self) -> date | None:
        """The last day it may have been."""
        if self.day or not self.about:
            return self.day
        year, _, month = self.about.partition("-")
        number = int(month or 12)
        return date(int(year), number, monthrange(int(year), number)[1])

    @property
    def words(self) -> str:
        """3 November 1984; November 1984; 1984; nothing."""
        if self.day:
            return day_in_words(self.day)
        year, _, month = self.about.partition("-")
        return f"{MONTHS[int(month) - 1]} {year}" if month else year


def known_when(day: date | None, about: str) -> When:
    """The same from the two fields that a row keeps."""
    return When(day) if day else When(about=about)


def read_when(typed: str, on: date) -> When:
    """What was typed, read on a day: it says how old somebody is who is "42". Raises NotADay.

    >>> read_when("May 1984", date(2026, 11, 3)), read_when("42", date(2026, 11, 3)).about
    (When(day=None, about='1984-05'), '1984')
    """
    said = " ".join(typed.casefold().replace(",", " ").split())[:40]
    if said in ("", "?", "unknown", "not known"):
        return When()
    while said != (bare := _FILLER.sub("", said)):
        said = bare
    if found := _AGE.fullmatch(said):
        return _of_age(int(found["count"]), found["unit"][:1], on)
    said = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|\bof\b", "", said)
    return _of_parts([part for part in re.split(r"[\s/.-]+", said) if part])


def _of_age(count: int, unit: str, on: date) -> When:
    if unit == "d":
        return When(on - timedelta(days=count))
    if unit in ("w", "m"):
        months = count if unit == "m" else 0
        then = on - timedelta(weeks=count) if unit == "w" else on
        number = then.year * 12 + then.month - 1 - months
        return When(about=f"{number // 12:04}-{number % 12 + 1:02}")
    if count > OLDEST:
        raise NotADay(f"Nobody is {count} years old. Check the age, or give the year with four digits.")
    return When(about=f"{on.year - count:04}")


def _of_parts(parts: list[str]) -> When:
    years = [part for part in parts if re.fullmatch(r"(?:18|19|20)\d\d", part)]
    if len(years) == 1 and len(parts) <= 3:
        at = parts.index(years[0])
        year, rest = int(years[0]), parts[:at] + parts[at + 1 :]
        if not rest:
            return When(about=f"{year:04}")
        if len(rest) == 1 and (month := _month(rest[0])):
            return When(about=f"{year:04}-{month:02}")
        if at == 0:
            rest.reverse()
        if len(rest) == 2:
            day, month = (rest[0], _month(rest[1])) if rest[0].isdecimal() else (rest[1], _month(rest[0]))
            if month and day.isdecimal():
                return When(_day(year, month, int(day)))
    raise NotADay("We cannot read that. " + HELP)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise NotADay(f"There is no {day} {MONTHS[month - 1]} {year}. Check the day.") from None


def _month(said: str) -> int:
    if said.isdecimal() and said.isascii() and len(said) < 3:
        return int(said) if 1 <= int(said) <= 12 else 0
    return next((at for at, name in enumerate(MONTHS, 1) if len(said) > 2 and name.casefold().startswith(said)), 0)

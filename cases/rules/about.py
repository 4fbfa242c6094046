"""A day as well as anybody knows it: a year, a month or a day, kept as "2008", "2008-05" or "2008-05-01"."""

import re
from datetime import date

from cases.rules.genogram.days import MONTHS, in_words

FIRST_YEAR = 1850
_GAP = r"[\s/.,-]+"
_YEAR = re.compile(r"(?P<year>\d{4})")
_MONTH = re.compile(rf"(?P<month>\d{{1,2}}|[a-z]{{3,9}}){_GAP}(?P<year>\d{{4}})")
_DAY = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?{_GAP}(?P<month>\d{{1,2}}|[a-z]{{3,9}}){_GAP}(?P<year>\d{{4}})"
)
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})(?:-(?P<day>\d{2}))?")


class NoSuchDay(ValueError):
    """What was typed is no year, month or day up to today."""


def read_about(typed: str, on: date) -> str:
    """What was typed, as it is kept. Raises NoSuchDay, in words for whoever typed it.

    >>> read_about("May 2008", date(2026, 11, 3)), read_about(" 2008 ", date(2026, 11, 3)), read_about("", date.max)
    ('2008-05', '2008', '')
    """
    text = " ".join(typed.lower().split())
    if not text:
        return ""
    found = next((match for form in (_YEAR, _ISO, _MONTH, _DAY) if (match := form.fullmatch(text))), None)
    parts = found.groupdict() if found else {}
    kept = _kept(int(parts["year"]), parts.get("month"), parts.get("day")) if parts else ""
    if not kept:
        raise NoSuchDay(f"Enter a year, a month or a day, for example {on.year - 10} or May {on.year - 10}.")
    if kept > on.isoformat()[: len(kept)]:
        raise NoSuchDay("Enter a time that has passed.")
    return kept


def about_in_words(about: str) -> str:
    """2008; May 2008; 1 May 2008."""
    return in_words(about) if about else ""


def _kept(year: int, month: str | None, day: str | None) -> str:
    if year < FIRST_YEAR:
        return ""
    if not month:
        return str(year)
    number = int(month) if month.isdigit() else _month(month)
    try:
        return date(year, number, int(day or 1)).isoformat()[: 10 if day else 7]
    except ValueError:
        return ""


def _month(word: str) -> int:
    return next((at for at, name in enumerate(MONTHS, 1) if name.lower().startswith(word)), 0)

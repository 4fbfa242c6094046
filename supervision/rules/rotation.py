"""Whose turn it is: the families that have gone longest unheard.

| rule | default | source |
|---|---|---|
| every child is discussed in reflective group supervision | within 8 weeks | PR1, local default |
| of those in a session | one to three in depth, others in a quick round | REFERENCE 5.1 |
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

WITHIN_WEEKS = 8
IN_DEPTH = 3


@dataclass(frozen=True)
class Heard:
    """A family: its key, since when it is open, and the day it was last discussed, if ever."""

    key: int
    opened_on: date
    last_on: date | None = None

    @property
    def since(self) -> date:
        """From when the weeks count: the last discussion, else the day the record was opened."""
        return self.last_on or self.opened_on


def longest_unheard(families: Iterable[Heard], most: int = 5) -> list[Heard]:
    """The families to think of first, the longest unheard at the top.

    Never discussed counts from the day the record was opened: a family that came yesterday does not push in.
    """
    return sorted(families, key=lambda family: (family.since, family.key))[:most]


def weeks_unheard(family: Heard, on: date) -> int:
    """Whole weeks since the family was discussed, or since its record was opened; never less than nought."""
    return max((on - family.since).days // 7, 0)


def is_within(family: Heard, on: date, weeks: int = WITHIN_WEEKS) -> bool:
    """Whether the family was discussed in the last so many weeks, or is not open for longer than that."""
    return (on - family.since).days <= weeks * 7


def in_weeks(weeks: int) -> str:
    """Weeks as people say them: "this week", "1 week", "6 weeks"."""
    return "less than a week" if weeks < 1 else "1 week" if weeks == 1 else f"{weeks} weeks"

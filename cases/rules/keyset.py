"""The mark between two pages of a list that is ordered by day and key, newest first."""

from datetime import date
from typing import NamedTuple


class Mark(NamedTuple):
    """The last row of a page: its day and its key. Written "20261103.42" in a URL."""

    day: date
    key: int

    def __str__(self) -> str:
        return f"{self.day:%Y%m%d}.{self.key}"


def read_mark(text: str) -> Mark | None:
    """The mark a URL carries; None when there is none or it is nonsense, which shows the first page.

    >>> read_mark("20261103.42")
    Mark(day=datetime.date(2026, 11, 3), key=42)
    >>> read_mark("20261399.42") is None
    True
    """
    day, _, key = text.partition(".")
    digits = day + key
    if len(day) != 8 or not 1 <= len(key) <= 18 or not (digits.isascii() and digits.isdigit()):
        return None
    try:
        return Mark(date(int(day[:4]), int(day[4:6]), int(day[6:])), int(key))
    except ValueError:
        return None

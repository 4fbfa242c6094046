"""What a person is to be reminded of: every app says it in the same shape, and one list shows it (DESIGN 7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Standing(StrEnum):
    """How near a thing is. Never a count of days alone: a screen says it in words."""

    LATE = "late"
    SOON = "soon"
    AHEAD = "ahead"


@dataclass(frozen=True)
class Reminder:
    """One line of *My day*, *Late or slipping* or a digest.

    `text` says what, in plain words and without blame; `about` whom ("Anisa, Imran and Zayd"); `why` gives the rule
    or where it was agreed; `due_on` may be None; `url` leads to the form that answers it; `case_ids` are the records
    it names, which the page that shows it must note as opened.
    """

    kind: str
    text: str
    about: str
    due_on: date | None
    url: str
    why: str = ""
    case_ids: Sequence[int] = ()

    def standing(self, on: date, soon_days: int = 3) -> Standing:
        """Late after its day; soon within `soon_days` calendar days of it; else ahead."""
        if self.due_on is None or (self.due_on - on).days > soon_days:
            return Standing.AHEAD
        return Standing.LATE if self.due_on < on else Standing.SOON

"""What a registration year with Social Work England asks: REFERENCE 7.1, from the regulator's guidance on CPD.

| asked | source |
|---|---|
| the year runs from 1 December to 30 November | 7.1 [S66] |
| at least two different pieces, recorded by 30 November | 7.1 [S67] |
| at least one of them with peer reflection | 7.1 [S67][S68] |
| no number of hours | 7.1 |

Only people registered with Social Work England are asked. Nobody is reminded from December to August (PRACTICE 3).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

PIECES = 2
WITH_A_PEER = 1
FEWEST_SHOWN = 3  # people: a figure about fewer would be a figure about a person
# Days on which a gentle word is said, month and day (REFERENCE 7.5), and for how long it stays on the page.
REMINDED_FROM = [(9, 1), (10, 1), (11, 1), (11, 15), (11, 23), (11, 28)]
STAYS_DAYS = 7
SOCIAL_WORK_ENGLAND = "swe"


@dataclass(frozen=True)
class RegistrationYear:
    """A registration year, both days included."""

    begins_on: date
    ends_on: date

    def __str__(self) -> str:
        return f"December {self.begins_on.year} to November {self.ends_on.year}"


@dataclass(frozen=True)
class Recorded:
    """One final piece: the day of what it is about, what sets it apart from others, whether a peer took part."""

    done_on: date
    about: str
    has_peer: bool


@dataclass(frozen=True)
class Standing:
    """Where somebody stands in a registration year: different pieces recorded, and what is missing in words."""

    recorded: int
    has_peer: bool
    missing: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Nothing is missing."""
        return not self.missing

    @property
    def in_words(self) -> str:
        """ "1 of 2": never more than is asked."""
        return f"{min(self.recorded, PIECES)} of {PIECES}"


def registration_year(on: date) -> RegistrationYear:
    """The registration year a day lies in.

    >>> str(registration_year(date(2026, 12, 1)))
    'December 2026 to November 2027'
    """
    began = on.year if on.month == 12 else on.year - 1
    return RegistrationYear(date(began, 12, 1), date(began + 1, 11, 30))


def asks(registered_with: str) -> bool:
    """Whether these pieces are asked of somebody registered there. Other bodies have rules of their own, or none."""
    return registered_with == SOCIAL_WORK_ENGLAND


def standing(pieces: Iterable[Recorded], year: RegistrationYear) -> Standing:
    """What is recorded and what is missing. Two pieces with the same words about what was learned are one."""
    own = [piece for piece in pieces if year.begins_on <= piece.done_on <= year.ends_on]
    different = len({" ".join(piece.about.lower().split()) for piece in own})
    has_peer = any(piece.has_peer for piece in own)
    missing = []
    if different < PIECES:
        missing.append("two more pieces" if different == 0 else "one more piece, about something different")
    if not has_peer:
        missing.append("peer reflection in at least one of them")
    return Standing(different, has_peer, tuple(missing))


def is_reminded(on: date) -> bool:
    """Whether somebody with something missing is reminded that day: for a week from each of a few days in autumn."""
    year = registration_year(on).ends_on.year
    began = (date(year, month, day) for month, day in REMINDED_FROM)
    return any(day <= on < day + timedelta(days=STAYS_DAYS) for day in began) and on.month in (9, 10, 11)

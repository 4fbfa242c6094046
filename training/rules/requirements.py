"""What a registration year asks of whom, and what is still wanted: REFERENCE 7.1, from the regulator's guidance on CPD.

| asked | source |
|---|---|
| at least two different pieces, recorded by 30 November | 7.1 [S67] |
| at least one of them with peer reflection | 7.1 [S67][S68] |
| no number of hours | 7.1 |
| of people registered with Social Work England only; others follow their own body, or none | PRACTICE 3 |

The year itself is in `registration`, the days on which somebody is reminded in `reminding`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from training.rules.registration import OnRegister, RegistrationYear, counts_in, is_asked_in, registration_year
from training.rules.reminding import is_reminded

__all__ = [
    "BODIES",
    "FEWEST_SHOWN",
    "PIECES",
    "SOCIAL_WORK_ENGLAND",
    "Recorded",
    "RegistrationYear",
    "Standing",
    "asks",
    "is_reminded",
    "owes",
    "registration_year",
    "standing",
    "whose_rule",
]

PIECES = 2
WITH_A_PEER = 1
FEWEST_SHOWN = 3  # people: a figure about fewer would be a figure about a person
SOCIAL_WORK_ENGLAND = "swe"
# Bodies by the codes of an employment, and what a page says about each.
BODIES: Mapping[str, str] = {
    SOCIAL_WORK_ENGLAND: "Social Work England asks for two different pieces a year, one of them with peer reflection.",
    "hcpc": "The Health and Care Professions Council has its own rules for learning. Nothing is asked of you here.",
    "ukcp": "The UK Council for Psychotherapy has its own rules for learning. Nothing is asked of you here.",
    "": "No professional body asks for pieces of learning in your work. What you keep here is for you.",
}


@dataclass(frozen=True)
class Recorded:
    """One final piece: the day of what it is about, what sets it apart from others, whether a peer took part.

    `recorded_on` is the day it became final, if that is known.
    """

    done_on: date
    about: str
    has_peer: bool
    recorded_on: date | None = None


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
        """ "1 of 2": never more than is asked. A line manager sees this and nothing else."""
        return f"{min(self.recorded, PIECES)} of {PIECES}"


def asks(registered_with: str) -> bool:
    """Whether these pieces are asked of somebody registered there. Other bodies have rules of their own, or none."""
    return registered_with == SOCIAL_WORK_ENGLAND


def owes(registered_with: Iterable[str], register: Iterable[OnRegister], year: RegistrationYear) -> bool:
    """Whether somebody owes that year's pieces: registered with Social Work England, and asked in that year.

    What they work as, and whether they are at work, does not matter. `register` is their time on that register.
    """
    return any(asks(body) for body in registered_with) and is_asked_in(year, register)


def whose_rule(registered_with: str) -> str:
    """What somebody's page says about who asks for learning. A body nobody has described is not put words into."""
    return BODIES.get(registered_with, "Your professional body has its own rules for learning. Nothing is asked here.")


def standing(pieces: Iterable[Recorded], year: RegistrationYear) -> Standing:
    """What is recorded and what is missing. Two pieces with the same words about what was learned are one."""
    own = [piece for piece in pieces if counts_in(year, piece.done_on, piece.recorded_on or piece.done_on)]
    different = len({" ".join(piece.about.lower().split()) for piece in own})
    has_peer = any(piece.has_peer for piece in own)
    missing = []
    if different < PIECES:
        missing.append("two more pieces" if different == 0 else "one more piece, about something different")
    if not has_peer:
        missing.append("peer reflection in at least one of them")
    return Standing(different, has_peer, tuple(missing))

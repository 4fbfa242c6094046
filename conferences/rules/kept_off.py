"""What stays off a paper: asked of its text, of the file made of it, and of the file's name.

| rule | source |
|---|---|
| a protected address or number is on no paper, in no link, in no file's name | PRACTICE 3; REFERENCE 10.2 |
| whoever must not meet somebody reads neither their name, nor the hour, nor the place | PRACTICE 3 |
| what is known of a safe address reaches the coordinator in sentences: addresses are found in them | DESIGN |

The children the meeting is about are named in every letter: without them nobody would know which family it is.
"""

import re
from calendar import month_name
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time

from conferences.rules.inviting import Way, why_not_sent
from conferences.rules.letters import TOGETHER

NAME_OF_FILE = {"letter": "letter.pdf", "plan": "plan.pdf", "children": "plan-for-children.pdf"}
"""What files are called: never after anybody."""
_MONTHS = frozenset(month.casefold() for month in month_name if month)
_HOUSE = re.compile(r"\b(?:(?:Flat|Unit|Room)\s+)?\d+[a-zA-Z]?,?\s+(?:[A-Z][\w’'-]+\s*){1,4}")
_POSTCODE = re.compile(r"\b[A-Za-z]{1,2}\d[\dA-Za-z]?\s?\d[A-Za-z]{2}\b")
_NUMBER = re.compile(r"\+?\d(?:[\s().-]*\d){8,}")


@dataclass(frozen=True)
class KeptOff:
    """What one paper must not say: protected texts by whose they are, names, and the meeting's hour and place.

    `place` and `starts` are empty for whoever sits in the room with the others.
    """

    protected: Mapping[str, Sequence[str]] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    place: str = ""
    starts: time | None = None


def addresses_in(text: str) -> list[str]:
    """House numbers with their street, postcodes and telephone numbers that stand in sentences.

    >>> addresses_in("Shirin lives at 14 Ossulston House, NW1 1AA, since 3 March. Ring 07700 900 123.")
    ['14 Ossulston House', 'NW1 1AA', '07700 900 123']
    """
    houses = [found.strip() for found in _HOUSE.findall(text)]
    kept = [house for house in houses if not set(house.casefold().split()) & _MONTHS]
    return [*kept, *_POSTCODE.findall(text), *(found.strip() for found in _NUMBER.findall(text))]


def without_meeting(way: Way, place: str, starts: time | None) -> tuple[str, time | None]:
    """The meeting's place and hour, where somebody who takes part in this way must not read them."""
    if way in TOGETHER:
        return "", None
    return place, None if way is Way.BY_VIDEO else starts


def why_not_printed(text: str, kept: KeptOff) -> str:
    """Why a paper may not leave, in a sentence for whoever prints it; empty when it may."""
    protected = dict(kept.protected) | ({"the meeting": [kept.place]} if kept.place else {})
    if why := why_not_sent(text, protected=protected, hidden_names=kept.names):
        return why
    if kept.starts and _names_hour(text, kept.starts):
        return "The hour of the meeting stands in it, and they take part apart from the others."
    return ""


def hidden_names(names: Iterable[str], children: Iterable[str], reader: str = "") -> tuple[str, ...]:
    """The names somebody must not read: whole, and the first name of each, but the children's and the reader's own."""
    said = {name.strip().casefold() for name in (*children, reader, *reader.split()) if name.strip()}
    every = [each for name in names for each in (name.strip(), name.strip().split(" ")[0])]
    return tuple(dict.fromkeys(each for each in every if len(each) > 1 and each.casefold() not in said))


def _names_hour(text: str, starts: time) -> bool:
    hour = starts.hour % 12 or 12
    half = "am" if starts.hour < 12 else "pm"
    minutes = rf"[:.]\s?{starts.minute:02d}" if starts.minute else r"(?:[:.]\s?00)?"
    spoken = rf"\b(?:{starts.hour:02d}|{starts.hour})[:.]{starts.minute:02d}\b|\b{hour}{minutes}\s?{half[0]}\.?m\b"
    clock = rf"|\b{hour}\s+o[’']?\s?clock\b" if not starts.minute else ""
    return bool(re.search(spoken + clock, text, re.IGNORECASE))

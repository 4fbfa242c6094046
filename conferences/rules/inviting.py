"""Who comes, who may be missing, who is prepared, and who must not meet whom.

| rule | source |
|---|---|
| the network is whoever the child is connected to: relatives, friends, neighbours, teachers | REFERENCE 6.1 |
| each side of the family is asked after, the father's and his kin's first | REFERENCE 6.2.3, 6.5 |
| every invitee is met or rung before; contacts and hours are kept | REFERENCE 6.2.3 |
| safety screening: shuttle, separate, or not invited, with a reason | REFERENCE 6.2.1 |
| of two who must not meet, neither learns the other's address, number, time or way of arriving | PRACTICE 3 |
| a protected address is never on a paper, in a link, in a file's name | PRACTICE 3; REFERENCE 10.2 |

Hours are the coordinator's, for the cost of a conference; they are never set against a person.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cases.rules.giving import gives_away


class Side(StrEnum):
    """Whose side of the family. The values are those of `Invitee.Side`."""

    MOTHER = "mother"
    FATHER = "father"
    OTHER = "other"


class Way(StrEnum):
    """How somebody takes part."""

    TOGETHER = "together"
    OTHER_ROOM = "other-room"
    OTHER_TIME = "other-time"
    SHUTTLE = "shuttle"
    BY_VIDEO = "by-video"
    IN_WRITING = "in-writing"
    SPOKEN_FOR = "spoken-for"
    NOT_INVITED = "not-invited"


WAY_SAYS: dict[Way, str] = {
    Way.TOGETHER: "In the room with the others",
    Way.OTHER_ROOM: "In another room, with another door and another time to come",
    Way.OTHER_TIME: "On another day or at another hour",
    Way.SHUTTLE: "The coordinator goes to and fro between two places",
    Way.BY_VIDEO: "By video or telephone",
    Way.IN_WRITING: "By a letter, a recording or a drawing",
    Way.SPOKEN_FOR: "Somebody speaks for them",
    Way.NOT_INVITED: "Not invited, to keep somebody safe",
}
IN_THE_HOUSE = frozenset({Way.TOGETHER, Way.OTHER_ROOM})
IN_THE_TALK = frozenset({Way.TOGETHER, Way.BY_VIDEO})
"""Whoever takes part so sees and hears the others: a screen is a meeting too."""
FEWEST_OF_A_SIDE = 2
NUMBER = 9  # digits: shorter ones are years, prices, house numbers


class Contacted(StrEnum):
    """How somebody was reached while the conference was prepared."""

    VISIT = "visit"
    PHONE = "phone"
    VIDEO = "video"
    WRITTEN = "written"
    NOT_REACHED = "not-reached"


@dataclass(frozen=True)
class Call:
    """One contact in preparation: with whom, when, how, and how long in minutes."""

    invitee: int
    on: date
    how: Contacted
    minutes: int = 0


@dataclass(frozen=True)
class Invited:
    """Somebody who may come. `member` is the person of the record, where they are known in it.

    `is_screened`: somebody asked who they are safe with. `is_coming` is None while they have not said. `way` is how
    they take part; `why_not` is needed where they are not invited.
    """

    key: int
    name: str
    side: Side = Side.OTHER
    is_family: bool = True
    is_parent: bool = False
    is_child: bool = False
    is_screened: bool = False
    is_coming: bool | None = None
    way: Way = Way.TOGETHER
    why_not: str = ""
    member: int | None = None


@dataclass(frozen=True)
class Kin:
    """A relative as the genogram has them: whose side, what they are to the child, whether they are alive.

    `is_kept` says that the family must not be told of them together: a private paternity, a child adopted away.
    """

    member: int
    name: str
    side: Side
    tie: str = ""
    is_parent: bool = False
    is_alive: bool = True
    is_kept: bool = False


@dataclass(frozen=True)
class Apart:
    """Two invitees who must not meet, and why. `is_by_law`: an order or a condition of bail says so."""

    one: int
    two: int
    because: str = ""
    is_by_law: bool = False


def who_is_missing(kin: Iterable[Kin], invited: Sequence[Invited]) -> list[str]:
    """Gentle questions to the coordinator about who is not there, the father's side first.

    A father or mother of whom nobody spoke; a side with fewer than two people; and by name, those of that side whom
    the genogram knows. Nobody who died, and nobody who is kept from the family.
    """
    known = {each.member for each in invited if each.member is not None}
    left = [each for each in kin if each.is_alive and not each.is_kept and each.member not in known]
    found: list[str] = []
    for side, words in ((Side.FATHER, "father"), (Side.MOTHER, "mother")):
        there = [each for each in invited if each.side is side and each.is_family and not each.is_child]
        found += _parent(words, [each for each in left if each.side is side and each.is_parent], there)
        if len(there) >= FEWEST_OF_A_SIDE:
            continue
        names = [each.name for each in left if each.side is side and not each.is_parent]
        count = "nobody yet" if not there else "1 person so far"
        ask = f"Ask about {', '.join(names)}." if names else "Who do the children speak of?"
        found.append(f"The {words}’s side has {count}. {ask}")
    return found


def _parent(words: str, left: Sequence[Kin], there: Sequence[Invited]) -> list[str]:
    if any(each.is_parent for each in there):
        return []
    if left:
        return [f"{each.name}, a {words}, is not on the list. How can they take part?" for each in left]
    return [] if there else [f"Nobody has said who the {words} is, or how they can take part."]


def is_missing_side(invited: Sequence[Invited], side: Side) -> bool:
    """Whether a side of the family has fewer than two people on the list."""
    return sum(each.side is side and each.is_family and not each.is_child for each in invited) < FEWEST_OF_A_SIDE


def lacks(one: Invited, calls: Iterable[Call]) -> list[str]:
    """What is missing before somebody is prepared, in words; nothing when they are.

    Reached once in person or by voice; screened, if they are of the family; and known whether they come.
    """
    if one.way is Way.NOT_INVITED:
        return [] if one.why_not.strip() else ["why they are not invited"]
    spoken = (Contacted.VISIT, Contacted.PHONE, Contacted.VIDEO)
    found = [] if any(call.invitee == one.key and call.how in spoken for call in calls) else ["a talk with them"]
    if one.is_family and not one.is_screened:
        found.append("who they are safe with")
    return [*found, "whether they come"] if one.is_coming is None else found


def hours(calls: Iterable[Call]) -> float:
    """Hours spent on preparation, to a quarter of an hour."""
    return round(sum(call.minutes for call in calls) / 15) / 4


def clashes(invited: Iterable[Invited], apart: Iterable[Apart]) -> tuple[Apart, ...]:
    """Those who must not meet and for whom nothing is arranged yet: neither has said that they stay away, and both
    would see or hear each other, or, where an order or bail keeps them apart, both would come to one house."""
    by_key = {each.key: each for each in invited}
    found = []
    for pair in apart:
        one, two = by_key.get(pair.one), by_key.get(pair.two)
        if one and two and _may_meet(one, two, pair.is_by_law):
            found.append(pair)
    return tuple(found)


def _may_meet(one: Invited, two: Invited, is_by_law: bool) -> bool:
    if one.is_coming is False or two.is_coming is False:
        return False
    ways = {one.way, two.way}
    return ways <= IN_THE_TALK or (is_by_law and ways <= IN_THE_HOUSE)


def unsaid_of(reader: int, apart: Iterable[Apart]) -> frozenset[int]:
    """The invitees of whom one reader's letter, list or link says nothing: whoever must not meet them."""
    both = [(pair.one, pair.two) for pair in apart]
    return frozenset([two for one, two in both if one == reader] + [one for one, two in both if two == reader])


def may_be_named(reader: int, invited: Iterable[Invited], apart: Sequence[Apart]) -> tuple[Invited, ...]:
    """Who may be named to one reader as coming: nobody they must not meet, and nobody who is not invited."""
    hidden = unsaid_of(reader, apart)
    return tuple(
        each for each in invited if each.key not in hidden and each.way is not Way.NOT_INVITED and each.key != reader
    )


def why_not_sent(text: str, *, protected: Mapping[str, Sequence[str]], hidden_names: Iterable[str] = ()) -> str:
    """Why a paper may not leave, in a sentence; empty when it may.

    `protected` are the texts that must not be on it (addresses, numbers), by whose they are. Whoever prints calls this
    for the text and for the name of the file; the letter itself is made without any address but the venue's.
    """
    numbers = _numbers(text)
    for whose, texts in protected.items():
        if gives_away(text, _parts(texts)) or any(each in numbers for kept in texts for each in _numbers_of(kept)):
            return f"An address or number of {whose} that must not be known stands in it."
    for name in hidden_names:
        if name.strip() and re.search(rf"\b{re.escape(name.strip())}\b", text, re.IGNORECASE):
            return f"{name.strip()} is named to somebody who must not meet them."
    return ""


def _parts(kept: Iterable[str]) -> list[str]:
    """Each kept text, and of an address its first line and every line with a number: "14 Ossulston House"."""
    found = []
    for each in kept:
        lines = [line for line in re.split(r"[,;\n]", each) if line.strip()]
        found += [each, *lines[:1], *(line for line in lines[1:] if re.search(r"\d", line))]
    return found


def _numbers(text: str) -> str:
    """A text as its digits alone, so that a number is found however it is spaced."""
    return re.sub(r"\D+", "", re.sub(r"(?<=\d)[\s().-]+(?=\d)", "", text).replace("+44", "0"))


def _numbers_of(kept: str) -> list[str]:
    """The telephone numbers in a kept text, as digits: nine or more of them."""
    tight = re.sub(r"(?<=\d)[\s().-]+(?=\d)", "", kept).replace("+44", "0")
    return [digits for digits in re.findall(r"\d+", tight) if len(digits) >= NUMBER]


NEEDS: dict[str, str] = {
    "advocate": "Somebody to speak for each child",
    "interpreter": "An interpreter who is not of the family",
    "venue": "A place that is not ours",
    "food": "Food that everybody can eat",
    "childcare": "Somebody to look after the little ones",
    "travel": "Fares, a lift, no stairs",
    "faith": "Days and hours of prayer, fasts and feasts",
    "private-room": "A room for the family alone",
}
"""What is thought of for each conference (REFERENCE 6.2.3). None of it holds a meeting up."""

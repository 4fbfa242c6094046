"""How a group sees its own sessions: seven things and a band, as the group's own trend.

| rule | source |
|---|---|
| seven items, each not yet, in part, or clearly: 0, 1, 2 | REFERENCE 5.3, design |
| three bands | REFERENCE 5.2, after the researchers' three-point coding |
| shown as a trend over five sessions or more | PRACTICE 3, issue of the step |
| those who were there and an observer are two measures, never mixed | REFERENCE 5.3 |
| never by supervisor, by worker, or beside researchers' figures | PRACTICE 1: appraisal in disguise; another measure |
| a session with fewer than three people's answers says nothing: it would be a person's | PRACTICE 1, surveillance |
| a session is told once nobody can add to it: what one more answer changed would be that answer | the same |

A rating here knows its session and neither who gave it nor who supervised, so no figure can be asked about a person.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import mean

SESSIONS = 5
"""How many sessions make one point of a trend."""
FEWEST = 3
"""How many people of a group say how they saw a session before it is shown."""
OPEN_FOR = timedelta(weeks=1)
"""How long after a session people say how they saw it."""
MOST = 2  # of one item


class Source(StrEnum):
    """Who says it: those who were there, or somebody who observed."""

    SELF = "self"
    OBSERVER = "observer"


class Band(StrEnum):
    """What the session was like as a whole."""

    NOT_YET = "not-yet"
    GREEN_SHOOTS = "green-shoots"
    SYSTEMIC = "systemic"


class Item(StrEnum):
    """What is looked at."""

    PLURAL = "plural"
    CURIOUS = "curious"
    CHILD = "child"
    RISK = "risk"
    DIFFERENCE = "difference"
    CONVERSATION = "conversation"
    NETWORK = "network"


ASKS: Mapping[Item, str] = {
    Item.PLURAL: "We had more than one idea, and they were about what goes on between people",
    Item.CURIOUS: "We asked more than we told",
    Item.CHILD: "Each child was in the room in what we said",
    Item.RISK: "We said what we are worried about, how likely it is and what keeps the child safe",
    Item.DIFFERENCE: "We spoke about differences that may matter, ours too",
    Item.CONVERSATION: "We left with a conversation somebody can have with the family, and its first sentence",
    Item.NETWORK: "We thought about family, friends and others who help",
}
BAND_SAYS: Mapping[Band, str] = {
    Band.NOT_YET: "We went through what happened and what to do",
    Band.GREEN_SHOOTS: "We wondered about relationships, and did not get to what we will say",
    Band.SYSTEMIC: "We wondered about relationships and risk, and know which conversation comes next",
}
ANSWERS = ("Not yet", "In part", "Clearly")
SAYS = "How this group sees its own sessions. It is no mark, and not to be set beside what researchers found elsewhere."


@dataclass(frozen=True)
class Rating:
    """One answer about one session. `items` holds 0 to 2 for each item that was answered."""

    session: int
    held_on: date
    source: Source
    band: Band
    items: Mapping[Item, int]


@dataclass(frozen=True)
class Point:
    """Five sessions in a row: the days of the first and the last, the mean of each item, how many were in each band.

    The mean is of sessions, 0 to 2, so that a full room does not weigh more; None where too few answered: an item of a
    session counts from as many answers as the session does, for one answer among them would be somebody's. The band of
    a session is the middle one of its answers.
    """

    first_on: date
    last_on: date
    items: Mapping[Item, float | None]
    bands: Mapping[Band, int]
    sessions: tuple[int, ...]


def is_open(held_on: date, on: date) -> bool:
    """Whether people say on that day how they saw a session; once they do not, it may be told."""
    return held_on <= on < held_on + OPEN_FOR


def trend(ratings: Iterable[Rating], source: Source) -> tuple[Point, ...]:
    """A point for every five sessions in a row, the earliest first; nothing while there are fewer."""
    by_session: dict[tuple[date, int], list[Rating]] = {}
    for rating in ratings:
        if rating.source is source:
            by_session.setdefault((rating.held_on, rating.session), []).append(rating)
    fewest = FEWEST if source is Source.SELF else 1
    told = sorted((when, said) for when, said in by_session.items() if len(said) >= fewest)
    return tuple(_point(told[first : first + SESSIONS], fewest) for first in range(len(told) - SESSIONS + 1))


def sessions_to_go(ratings: Iterable[Rating], source: Source) -> int:
    """How many sessions are missing before there is a trend."""
    found = list(ratings)
    fewest = FEWEST if source is Source.SELF else 1
    keys = [each.session for each in found if each.source is source]
    return max(SESSIONS - sum(keys.count(key) >= fewest for key in set(keys)), 0)


def wonders(band: Band, items: Mapping[Item, int]) -> str:
    """A question back to whoever rates, where band and items seem to say two things; empty otherwise. Never refuses.

    What tells the third band from the second is a conversation to be had with the family (REFERENCE 5.2).
    """
    conversation = items.get(Item.CONVERSATION)
    if band is Band.SYSTEMIC and conversation == 0:
        return "Which conversation with the family comes next? Without one, was it green shoots?"
    if band is Band.NOT_YET and items and all(items.get(item) == MOST for item in Item):
        return "You saw all seven clearly. What was missing?"
    return ""


def _point(told: Sequence[tuple[tuple[date, int], list[Rating]]], fewest: int) -> Point:
    bands = {band: 0 for band in Band}
    for _, said in told:
        bands[_middle([rating.band for rating in said])] += 1
    return Point(
        first_on=told[0][0][0],
        last_on=told[-1][0][0],
        items={item: _mean_of(item, [said for _, said in told], fewest) for item in Item},
        bands=bands,
        sessions=tuple(session for (_, session), _ in told),
    )


def _mean_of(item: Item, told: Sequence[Sequence[Rating]], fewest: int) -> float | None:
    each = [[rating.items[item] for rating in said if item in rating.items] for said in told]
    means = [mean(answers) for answers in each if len(answers) >= fewest]
    return mean(means) if means else None


def _middle(bands: Sequence[Band]) -> Band:
    """The middle one; of two in the middle, the earlier, for nobody is flattered."""
    order = list(Band)
    return sorted(bands, key=order.index)[(len(bands) - 1) // 2]

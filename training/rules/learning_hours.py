"""Hours of learning that nobody has to type: who was at a session of group supervision, for how long, in which part.

| rule | source |
|---|---|
| attendance and roles played in group supervision count as learning hours | the step's issue; REFERENCE 7.5 |
| an hour counts once, however many families were talked about and parts played | assumed here |
| only sessions that were held and agreed count; who left early counts the minutes they were there | assumed here |
| systemic supervision hours of the ladder need a systemically trained supervisor or clinician in the room | \
REFERENCE 7.4; our reading |
| kinds of hours are never added up into one figure | no number of hours is asked of anybody: REFERENCE 7.1 |

Nothing here knows a family. The figures are the person's own.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

MOST = 8 * 60
"""Minutes: nobody learns longer in one day's session; more is a clock that was left running."""


class Way(StrEnum):
    """Ways of learning, as `Learning.Kind` has them."""

    GROUP_SUPERVISION = "group-supervision"
    COURSE = "course"
    OBSERVATION = "observation"
    CONFERENCE = "conference"
    READING = "reading"
    OTHER = "other"


@dataclass(frozen=True)
class Took:
    """Somebody took part in something once. `key` is the source's own name for it; `parts` are roles they played.

    `is_systemic`: with somebody trained to supervise systemic practice.
    """

    key: str
    on: date
    way: Way
    minutes: int
    parts: tuple[str, ...] = ()
    is_agreed: bool = True
    is_systemic: bool = False


@dataclass(frozen=True)
class Sum:
    """A person's own figures from one day to another: minutes by way, those with systemic supervision, parts played."""

    minutes: Mapping[Way, int] = field(default_factory=dict)
    systemic_minutes: int = 0
    parts: Mapping[str, int] = field(default_factory=dict)


def learning_hours(took: Iterable[Took], from_on: date, until_on: date) -> Sum:
    """What somebody took part in, both days included. The same thing counts once, the longest time said of it."""
    once: dict[str, Took] = {}
    for each in sorted(took, key=lambda one: (one.minutes, one.parts)):
        if each.is_agreed and from_on <= each.on <= until_on:
            once[each.key] = each
    minutes: Counter[Way] = Counter()
    parts: Counter[str] = Counter()
    for each in once.values():
        minutes[each.way] += _minutes(each)
        parts.update(set(each.parts))
    return Sum(dict(minutes), sum(_minutes(each) for each in once.values() if each.is_systemic), dict(parts))


def in_hours(minutes: int) -> str:
    """Minutes as people say them.

    >>> [in_hours(each) for each in (45, 60, 150, 125)]
    ['45 minutes', '1 hour', '2.5 hours', '2 hours 5 minutes']
    """
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} minute{'' if rest == 1 else 's'}"
    if rest in (0, 30):
        return f"{minutes / 60:g} hour{'' if minutes == 60 else 's'}"
    return f"{hours} hour{'' if hours == 1 else 's'} {rest} minute{'' if rest == 1 else 's'}"


def parts_in_words(parts: Mapping[str, int]) -> tuple[str, ...]:
    """What somebody has done most first: ("consultant, 3 times", "scribe, once")."""
    said = {1: "once", 2: "twice"}
    ordered = sorted(parts.items(), key=lambda part: (-part[1], part[0]))
    return tuple(f"{part}, {said.get(many, f'{many} times')}" for part, many in ordered)


def _minutes(each: Took) -> int:
    return min(max(each.minutes, 0), MOST)

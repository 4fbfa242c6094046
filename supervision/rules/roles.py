"""Who does what in a discussion: proposed so that everybody comes to play every part.

| rule | source |
|---|---|
| the supervisor or mentor gives out the roles | REFERENCE 5.1, step 1; this only proposes |
| whoever works with the family presents, and listens while others reflect | REFERENCE 5.1, steps 2 and 4 |
| consultant, action planner and scribe go to those who have done it least, then longest ago | our own design |
| a clinician or mentor reflects with the others or asks the questions, and never writes | REFERENCE 4.4, 13 (e) |
| a guest from another service reflects with the others | PRACTICE 1: ideas are offered by everybody in the room |
| one laptop and one scribe are enough; in a small group one person does two things | PRACTICE 1 |

Nobody is ranked by it: how often somebody played a part is their own, and turns into their learning.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import permutations


class Part(StrEnum):
    """Parts as a discussion knows them; the codes of Attendance.Part."""

    SUPERVISOR = "supervisor"
    PRESENTER = "presenter"
    CONSULTANT = "consultant"
    OBSERVER = "observer"
    PLANNER = "action-planner"
    SCRIBE = "scribe"


GIVEN_OUT = (Part.CONSULTANT, Part.PLANNER, Part.SCRIBE)


@dataclass(frozen=True)
class Here:
    """Somebody who takes part. `may_play` are the parts of GIVEN_OUT that may be given to them."""

    key: int
    may_play: frozenset[Part] = frozenset(GIVEN_OUT)
    is_supervisor: bool = False


@dataclass(frozen=True)
class Played:
    """A part somebody played, and when."""

    person: int
    part: Part
    on: date


def clinician(key: int) -> Here:
    """A clinician or mentor who joins a group."""
    return Here(key, frozenset({Part.CONSULTANT}))


def guest(key: int) -> Here:
    """Somebody of another service, adult social care for one."""
    return Here(key, frozenset())


def give_out(people: Sequence[Here], presenter: int, played: Iterable[Played]) -> dict[int, tuple[Part, ...]]:
    """A part for everybody who is here, by key; more than one only where there are too few people.

    The presenter presents and does nothing else while others can. The supervisor keeps the whole in sight, and asks the
    questions only when nobody else is left to. One other person reflects before somebody is taken to plan or to write;
    in a small group whoever reflects also plans and writes. Raises ValueError when the presenter is not here.
    """
    if presenter not in {person.key for person in people}:
        raise ValueError("The presenter is not here.")
    others = [person for person in people if person.key != presenter and not person.is_supervisor]
    # One reflects and does nothing else, as long as there is somebody beside them.
    own = _fairest(others, GIVEN_OUT[: max(len(others) - 1, 0)], list(played))
    also = {part: _doubling(people, presenter, own, part) for part in GIVEN_OUT if part not in own}
    return {person.key: _parts_of(person, presenter, own, also) for person in people}


def _fairest(others: Sequence[Here], wanted: Sequence[Part], past: Sequence[Played]) -> dict[Part, int]:
    """Who plays what: those who did least of it, then those who did least of anything, then the longest ago."""
    times: dict[tuple[int, Part], int] = {}
    last: dict[tuple[int, Part], date] = {}
    for each in past:
        at = (each.person, each.part)
        times[at] = times.get(at, 0) + 1
        last[at] = max(each.on, last.get(at, each.on))
    ours = {person.key: sum(times.get((person.key, part), 0) for part in GIVEN_OUT) for person in others}
    return min(
        _ways(others, wanted),
        key=lambda way: (
            -len(way),
            sum(2 * times.get((key, part), 0) + ours[key] for part, key in way.items()),
            sorted(last.get((key, part), date.min) for part, key in way.items()),
            sorted(way.items()),
        ),
    )


def _ways(people: Sequence[Here], wanted: Sequence[Part]) -> Iterator[dict[Part, int]]:
    """Every way to give parts to different people who may play them; a part nobody may play stays free."""
    for some in permutations(people, len(wanted)):
        yield {part: one.key for part, one in zip(wanted, some, strict=True) if part in one.may_play}


def _doubling(people: Sequence[Here], presenter: int, own: dict[Part, int], part: Part) -> int:
    """Who takes a part beside their own: whoever reflects, the supervisor, somebody with another part; in this order,
    but for the questions, which are the supervisor's first. A pair is enough for a talk; alone, one does it all."""
    supervisors = [one.key for one in people if one.is_supervisor and one.key != presenter]
    able = [one.key for one in people if part in one.may_play and one.key not in (presenter, *supervisors)]
    reflecting = [key for key in able if key not in own.values()]
    first = [*supervisors, *reflecting] if part is Part.CONSULTANT else [*reflecting, *supervisors]
    return [*first, *able, presenter][0]


def _parts_of(here: Here, presenter: int, own: dict[Part, int], also: dict[Part, int]) -> tuple[Part, ...]:
    if here.key == presenter:
        main = [Part.PRESENTER, *([Part.SUPERVISOR] if here.is_supervisor else [])]
    elif here.is_supervisor:
        main = [Part.SUPERVISOR]
    else:
        main = [part for part, key in own.items() if key == here.key] or [Part.OBSERVER]
    return (*main, *(part for part, key in also.items() if key == here.key))

"""What counts as having thought about a child together, and from which day the next one is due.

| rule | default | source |
|---|---|---|
| deep discussion, quick round and one-to-one are counted apart | – | PRACTICE 3 |
| which of them begin PR1 anew | deep discussion and quick round | the council sets it; PR1 asks for a group's thought |
| the same with a protection plan, or before court | the same | the council may ask for depth |
| every child is discussed | within 8 weeks | PR1, local |
| with a protection plan, or before court | within 6 weeks | PR1: four to six, the longest is shipped |
| protection and court count with each child's voice and risk and safety only | – | REFERENCE 5.3 |
| what is left to finish is finished within | 2 working days | PR5, local |

What was said of a family counts for the children it named, and for no brother or sister who was left out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from supervision.rules.stages import Voice, finish_by, still_to_write


class Talk(StrEnum):
    """How a family was talked about. The values of the first two are those of a discussion's depth."""

    DEEP = "deep"
    QUICK = "quick"
    ONE_TO_ONE = "one-to-one"


class Standing(StrEnum):
    """What makes a family's turn come sooner."""

    ORDINARY = ""
    PROTECTION = "protection"
    COURT = "court"

    @property
    def is_watched(self) -> bool:
        """Whether voice and risk are asked of every discussion."""
        return self is not Standing.ORDINARY


@dataclass(frozen=True)
class Counting:
    """What a council sets: which talks begin PR1 anew, for most and for those who are watched; its limits in weeks."""

    resets: frozenset[Talk] = frozenset({Talk.DEEP, Talk.QUICK})
    resets_watched: frozenset[Talk] = frozenset({Talk.DEEP, Talk.QUICK})
    weeks: int = 8
    weeks_watched: int = 6

    def begins_anew(self, talk: Talk, standing: Standing) -> bool:
        """Whether such a talk, when it counts, begins PR1 anew."""
        return talk in (self.resets_watched if standing.is_watched else self.resets)

    def limit(self, standing: Standing) -> timedelta:
        """How long after a talk the next one is due."""
        return timedelta(weeks=min(self.weeks_watched, self.weeks) if standing.is_watched else self.weeks)


@dataclass(frozen=True)
class Said:
    """What was written of one family in one talk. `changed` and `next_step` are the lines of a quick round.

    `worry` is "up", "same", "down", or empty while nobody said.
    """

    talk: Talk
    standing: Standing = Standing.ORDINARY
    dilemma: str = ""
    voices: tuple[Voice, ...] = ()
    safety: str = ""
    changed: str = ""
    worry: str = ""
    next_step: str = ""


@dataclass(frozen=True)
class Talked:
    """A talk that was held: its day, how, the children it named, and whether it counts."""

    held_on: date
    talk: Talk
    children: frozenset[int]
    counts: bool = True


@dataclass(frozen=True)
class Tally:
    """How often one child was talked about, each way by itself, and the last day of each. Never added up."""

    times: Mapping[Talk, int] = field(default_factory=dict)
    last_on: Mapping[Talk, date] = field(default_factory=dict)


def missing(said: Said) -> list[str]:
    """What a talk needs before it counts, in words; nothing when it is whole.

    In depth, everything is needed. A quick round and a one-to-one are lighter, but of a child with a protection plan
    or before court neither counts without each child's voice, and risk and safety.

    >>> missing(Said(Talk.QUICK, Standing.PROTECTION, changed="Calmer", worry="down", next_step="Ring the school"))
    ['the children’s voices', 'risk and safety']
    """
    if said.talk is Talk.DEEP:
        found = still_to_write(said.dilemma, said.voices, said.safety)
        return _with_children(found, said) if said.standing.is_watched else found
    found = [] if said.changed.strip() else ["what changed"]
    if said.talk is Talk.QUICK:
        found += [] if said.worry in ("up", "same", "down") else ["whether the worry is up or down"]
        found += [] if said.next_step.strip() else ["the next step"]
    if said.standing.is_watched:
        found += _with_children(still_to_write("–", said.voices, said.safety), said)
    return found


def counts(said: Said) -> bool:
    """Whether a talk counts: for the tally, for the clock, for the figures."""
    return not missing(said)


def finished_by(said: Said, ended_on: date) -> date | None:
    """The day by which somebody finishes what the session could not (PR5); None when nothing is missing."""
    return finish_by(ended_on) if missing(said) else None


def tally(talks: Iterable[Talked], child: int) -> Tally:
    """One child's talks that count, each kind by itself."""
    times: dict[Talk, int] = {}
    last_on: dict[Talk, date] = {}
    for each in talks:
        if each.counts and child in each.children:
            times[each.talk] = times.get(each.talk, 0) + 1
            last_on[each.talk] = max(each.held_on, last_on.get(each.talk, each.held_on))
    return Tally(times, last_on)


def since(talks: Iterable[Talked], child: int, allocated_on: date, standing: Standing, rules: Counting) -> date:
    """From when a child's weeks count: the last talk that begins PR1 anew, else the day they had a lead worker.

    A talk before that day is another spell's and begins nothing.
    """
    found = tally(talks, child).last_on
    return max([allocated_on, *(day for talk, day in found.items() if rules.begins_anew(talk, standing))])


def due_on(talks: Iterable[Talked], child: int, allocated_on: date, standing: Standing, rules: Counting) -> date:
    """The last day on which the next talk about a child is in time. In time up to and with that day."""
    return since(talks, child, allocated_on, standing, rules) + rules.limit(standing)


def family_since(talks: Sequence[Talked], children: Mapping[int, date], standing: Standing, rules: Counting) -> date:
    """From when a family's weeks count: those of the child who waits longest. `children`: each with their first day.

    `standing` is the most pressing of the children's. Raises ValueError without any child.
    """
    return min(since(talks, child, allocated_on, standing, rules) for child, allocated_on in children.items())


def _with_children(found: list[str], said: Said) -> list[str]:
    """A discussion that names no child has heard none."""
    return found if said.voices else ["the children’s voices", *found]

"""The learning passport: first what somebody has become good at, then what holds, then what is missing.

| rule | source |
|---|---|
| roles played, observations and families' words come first, what is missing last | PRACTICE 3 |
| required items with green, amber, red; pieces; observations; protected time used | REFERENCE 7.5 |
| the worker sees all of it; a line manager what is complete and until when, and no reflection | PRACTICE 3, issue |
| a training lead sees completion and steps of the ladder, as courses are planned by them; no reflection | issue |
| an assessor sees the programme of their own learner, and what the learner shows them | REFERENCE 4.3 |
| nobody else sees anything; figures about a worker are theirs first | PRACTICE 1 |

A colour is never the only sign: every line has its words.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from training.rules.required_learning import Standing, State
from training.rules.requirements import PIECES


class Part(IntEnum):
    """The parts of a passport in the order of the page."""

    GOOD_AT = 1
    HOLDS = 2
    UNDER_WAY = 3
    MISSING = 4


class Kind(StrEnum):
    """What a line is about."""

    ROLE = "role"
    OBSERVATION = "observation"
    FAMILY_SAID = "family-said"
    STEP = "step"
    REQUIRED = "required"
    PIECES = "pieces"
    REFLECTION = "reflection"
    PROGRAMME = "programme"
    PROTECTED_TIME = "protected-time"


class Reader(StrEnum):
    """Who looks at a passport."""

    SELF = "self"
    LINE_MANAGER = "line-manager"
    TRAINING_LEAD = "training-lead"
    ASSESSOR = "assessor"


SEES: Mapping[Reader, frozenset[Kind]] = {
    Reader.SELF: frozenset(Kind),
    Reader.LINE_MANAGER: frozenset({Kind.REQUIRED, Kind.PIECES, Kind.PROGRAMME, Kind.PROTECTED_TIME}),
    Reader.TRAINING_LEAD: frozenset({Kind.REQUIRED, Kind.PIECES, Kind.PROGRAMME, Kind.STEP}),
    Reader.ASSESSOR: frozenset({Kind.PROGRAMME, Kind.PROTECTED_TIME}),
}


@dataclass(frozen=True)
class Line:
    """One line of a passport. `colour` is green, amber or red, or empty; the words say the same."""

    part: Part
    kind: Kind
    words: str
    colour: str = ""


def required_line(standing: Standing) -> Line:
    """An item that is asked, as a line. Only what is required and past its day is red."""
    part, colour = {
        State.HELD: (Part.HOLDS, "green"),
        State.SOON: (Part.UNDER_WAY, "amber"),
        State.TO_DO: (Part.UNDER_WAY, "amber" if standing.is_required else ""),
        State.LATE: (Part.MISSING, "red"),
    }[standing.state]
    return Line(part, Kind.REQUIRED, f"{standing.item.title}: {standing.words[:1].lower()}{standing.words[1:]}", colour)


def pieces_line(recorded: int, missing: Sequence[str], *, is_asked: bool, is_autumn: bool) -> Line | None:
    """The pieces of this year as a line: "1 of 2 recorded"; None for whom nothing is asked.

    What is missing is said from September to November only, and is never red: there is time until the last day.
    """
    if not is_asked:
        return None
    words = f"{min(recorded, PIECES)} of {PIECES} recorded"
    if not missing:
        return Line(Part.HOLDS, Kind.PIECES, words, "green")
    return Line(Part.MISSING if is_autumn else Part.UNDER_WAY, Kind.PIECES, words, "amber" if is_autumn else "")


def passport(lines: Iterable[Line], reader: Reader) -> tuple[Line, ...]:
    """The lines somebody sees, in the order of the page; within a part as they were given."""
    return tuple(sorted((line for line in lines if line.kind in SEES[reader]), key=lambda line: line.part))

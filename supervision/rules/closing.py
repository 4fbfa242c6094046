"""How a session ends, and what flows where. It can always end: what is missing is finished afterwards.

| rule | source |
|---|---|
| a session ends whatever is missing; that discussion does not count, and is due in two working days | PRACTICE 1, PR5 |
| whole: what `counting` asks, a question or reason for each kept idea, whose decision it is | REFERENCE 5.2, 5.3 |
| the child's file, tracked actions, formulation, next visit, clock, learning | REFERENCE 5.4 |
| never: the worker's position, private reflection, how the group got on, ideas that were not kept | REFERENCE 5.4 |
| who saw it differently is recorded; who was not there confirms having read it | REFERENCE 5.4 |
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from supervision.rules import counting, hypotheses
from supervision.rules.counting import Said
from supervision.rules.deciding import Decided
from supervision.rules.hypotheses import Hypothesis
from supervision.rules.stages import finish_by


class Part(StrEnum):
    """A part of the record of a session (REFERENCE 5.3)."""

    DILEMMA = "dilemma"
    COMMISSION = "commission"
    GENOGRAM = "genogram"
    IDEA = "idea"
    KEPT = "kept"
    QUESTION = "question"
    DIFFERENCE = "difference"
    VOICE = "voice"
    SAFETY = "safety"
    POSITION = "position"
    REFLECTION = "reflection"
    PROCESS = "process"
    ACTION = "action"
    DECISION = "decision"
    RECOMMENDATION = "recommendation"
    DISSENT = "dissent"
    QUICK_LINE = "quick-line"
    ATTENDANCE = "attendance"


class To(StrEnum):
    """Where something goes."""

    FILE = "file"
    """An oversight note on each child's file, in words the child may read at 25."""
    ACTIONS = "actions"
    FORMULATION = "formulation"
    VISIT = "visit"
    """The checklist of the next visit, which answers it."""
    CLOCK = "clock"
    LEARNING = "learning"
    """Hours, the part played, with whom, and a draft of a peer reflection. Not a word about a family."""
    MANAGER = "manager"
    SESSION = "session"
    """It stays with the session and those who were there."""
    AUTHOR = "author"
    """Its author reads it, and nobody else."""


@dataclass(frozen=True)
class Flow:
    """Where a part goes, and how it is said there. `is_each_childs`: only a child's own line goes to their file."""

    part: Part
    to: To
    says: str
    is_each_childs: bool = False


FLOWS: tuple[Flow, ...] = (
    Flow(Part.DILEMMA, To.FILE, "What we thought about"),
    Flow(Part.COMMISSION, To.SESSION, "What would have been most useful"),
    Flow(Part.GENOGRAM, To.SESSION, "The genogram as it was that day"),
    Flow(Part.IDEA, To.SESSION, "Ideas that were offered"),
    Flow(Part.KEPT, To.FILE, "What we hold as possible"),
    Flow(Part.KEPT, To.FORMULATION, "The family’s living formulation"),
    Flow(Part.QUESTION, To.VISIT, "What we ask, of whom, in which first sentence"),
    Flow(Part.DIFFERENCE, To.SESSION, "Differences that may matter"),
    Flow(Part.VOICE, To.FILE, "What this child would want us to hear", is_each_childs=True),
    Flow(Part.SAFETY, To.FILE, "Risk and safety"),
    Flow(Part.POSITION, To.SESSION, "The worker’s position"),
    Flow(Part.REFLECTION, To.AUTHOR, "Private reflection"),
    Flow(Part.PROCESS, To.SESSION, "How we worked together"),
    Flow(Part.ACTION, To.FILE, "What was agreed"),
    Flow(Part.ACTION, To.ACTIONS, "A tracked action with its keeper"),
    Flow(Part.DECISION, To.FILE, "What was decided, by whom and why"),
    Flow(Part.RECOMMENDATION, To.MANAGER, "Recommended; a manager decides"),
    Flow(Part.DISSENT, To.SESSION, "Who saw it differently"),
    Flow(Part.QUICK_LINE, To.FILE, "What changed, and the next step"),
    Flow(Part.ATTENDANCE, To.CLOCK, "The day it was talked about"),
    Flow(Part.ATTENDANCE, To.LEARNING, "What those who were there learned"),
)
STAYS = frozenset({Part.POSITION, Part.REFLECTION, Part.PROCESS, Part.IDEA, Part.DIFFERENCE})
POSITION_SAYS = (
    "Kept with the group’s session and not on the child’s file. A court or a request for records may still ask for it."
)


@dataclass(frozen=True)
class Discussed:
    """What was written of one family, by the key of its discussion."""

    key: int
    said: Said
    hypotheses: tuple[Hypothesis, ...] = ()
    decided: tuple[Decided, ...] = ()


@dataclass(frozen=True)
class ToFinish:
    """A discussion with something still to write, what, and by which day."""

    key: int
    missing: tuple[str, ...]
    due_on: date


@dataclass(frozen=True)
class Ending:
    """How a session ends: what is agreed and flows, and what is left to finish. Each discussion is in one of them."""

    agreed: tuple[int, ...]
    to_finish: tuple[ToFinish, ...]


def missing(one: Discussed) -> list[str]:
    """What a discussion needs before it is agreed, in words; nothing when it is whole. Kept ideas by their number."""
    found = counting.missing(one.said)
    kept = hypotheses.formulation(one.hypotheses)
    for number, idea in enumerate(kept, start=1):
        which = "what was kept" if len(kept) == 1 else f"kept idea {number}"
        found += [f"{words}, for {which}" for words in hypotheses.missing(idea)]
    return found + [words for decided in one.decided for words in decided.missing()]


def end(discussions: Iterable[Discussed], ended_on: date) -> Ending:
    """End a session. There is nothing that it could refuse."""
    agreed: list[int] = []
    left: list[ToFinish] = []
    for one in discussions:
        words = missing(one)
        if words:
            left.append(ToFinish(one.key, tuple(words), finish_by(ended_on)))
        else:
            agreed.append(one.key)
    return Ending(tuple(agreed), tuple(left))


def goes_to(to: To) -> tuple[Flow, ...]:
    """All that goes there, in the order in which it is read."""
    return tuple(flow for flow in FLOWS if flow.to is to)


def for_file(record: Mapping[Part, str], voice_of_this_child: str = "") -> tuple[tuple[str, str], ...]:
    """The oversight note on one child's file: headings and words. `record` may hold anything; only what flows is read.

    Of the voices, this child's alone: brothers and sisters have notes of their own.
    """
    words = {**record, Part.VOICE: voice_of_this_child}
    return tuple((flow.says, words[flow.part]) for flow in goes_to(To.FILE) if words.get(flow.part, "").strip())


def still_to_read(members: Iterable[int], were_there: Iterable[int], have_read: Iterable[int]) -> set[int]:
    """Members of the group who were not there and have not confirmed that they read it."""
    return set(members) - set(were_there) - set(have_read)

"""What the worker may agree to in the room, and how an answer to a family's plan must be given.

| rule | source |
|---|---|
| a manager says before the meeting what must be in place, what may be promised, up to what cost | issue; PRACTICE 1 |
| nobody gives themselves a mandate | REFERENCE 12.4: "authorise own work" is blocked |
| the referrer accepts within it in the room | PRACTICE 1, "Who decides" |
| or says, in words for the family, which danger remains and who decided | issue; PRACTICE 3 |
| or the family leaves with a plan that waits for a manager | PRACTICE 1 |
| the coordinator never | REFERENCE 4.3 [S44]; PRACTICE 1 |
| plan accepted and resourced unless unsafe | REFERENCE 6.1: no other reason refuses a plan |

A plan that costs more than the mandate, or asks for something else, is not unsafe: it waits for a manager.
Money is in whole pounds. `answering.answers_open` is the short form of this for a mandate that is only words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from conferences.rules.answering import AGREED, AWAITING, NOT_SAFE

SHORTEST_DANGER = 15
"""Characters: "unsafe" alone tells a family nothing."""


class Part(StrEnum):
    """Who somebody is to this conference."""

    REFERRER = "referrer"
    MANAGER = "manager"
    COORDINATOR = "coordinator"
    OTHER = "other"


@dataclass(frozen=True)
class MayPromise:
    """One thing the worker may promise: a name and the most it may cost in all, in pounds; 0 for what costs nothing."""

    what: str
    up_to: int = 0


@dataclass(frozen=True)
class Mandate:
    """What a manager said: what must be in place for the children to be safe, what may be promised, the most in all.

    `given_by` and `referrer` are keys of people.
    """

    must_haves: Sequence[str]
    promises: Sequence[MayPromise]
    up_to: int
    given_by: int
    given_on: date
    is_manager: bool = True

    def missing(self, *, referrer: int) -> list[str]:
        """What stands against it being a mandate at all, in words."""
        found = [] if self.is_manager and self.given_by != referrer else ["a manager who is not the referrer"]
        if not [each for each in self.must_haves if each.strip()]:
            found.append("what must be in place for the children to be safe, even if it is one line")
        over = [each.what for each in self.promises if each.up_to > self.up_to]
        found += [f"a sum in all that has room for {what}" for what in over]
        if self.up_to < 0 or any(each.up_to < 0 for each in self.promises):
            found.append("sums that are not below nought")
        return found

    def holds(self, held_on: date | None, *, referrer: int) -> bool:
        """Whether it can be used at a meeting: it was whole, and there on the day the family met or before."""
        return held_on is not None and self.given_on <= held_on and not self.missing(referrer=referrer)


@dataclass(frozen=True)
class Asked:
    """Something the family asks the council for: what of the mandate it is (empty for something else), and its cost."""

    what: str
    of: str = ""
    cost: int = 0


@dataclass(frozen=True)
class Offered:
    """What of a plan matters to an answer: each must-have with how the plan meets it, and what is asked for.

    `met` says of each of the mandate's must-haves True, False, or None while nobody has looked.
    """

    met: Sequence[bool | None]
    asks: Sequence[Asked]


@dataclass(frozen=True)
class Within:
    """How a plan stands to a mandate: dangers that are left, what nobody has looked at yet, and what goes further."""

    dangers: tuple[str, ...] = ()
    to_look_at: tuple[str, ...] = ()
    further: tuple[str, ...] = ()

    @property
    def is_within(self) -> bool:
        """Whether the referrer may say yes in the room."""
        return not (self.dangers or self.to_look_at or self.further)


def judge(plan: Offered, mandate: Mandate) -> Within:
    """A plan beside a mandate. Raises ValueError when the plan does not answer each must-have."""
    if len(plan.met) != len(mandate.must_haves):
        raise ValueError("Each must-have of the mandate needs an answer of its own.")
    both = list(zip(mandate.must_haves, plan.met, strict=True))
    most = {each.what: each.up_to for each in mandate.promises}
    further = [f"{asked.what}: nobody said that it may be promised" for asked in plan.asks if asked.of not in most]
    for name, limit in most.items():
        cost = sum(asked.cost for asked in plan.asks if asked.of == name)
        if cost > limit:
            further.append(f"{name}: £{cost:,}, and up to £{limit:,} may be promised")
    total = sum(asked.cost for asked in plan.asks)
    if total > mandate.up_to:
        further.append(f"in all £{total:,}, and up to £{mandate.up_to:,} may be promised")
    return Within(
        dangers=tuple(what for what, met in both if met is False),
        to_look_at=tuple(what for what, met in both if met is None),
        further=tuple(further),
    )


def answers(part: Part, *, within: Within | None) -> tuple[str, ...]:
    """The answers somebody may give to a plan, best first. `within` is None where no mandate holds.

    A manager may give any, except a yes while something that keeps the children safe is not met or not looked at. The
    referrer says yes within the mandate, may name a danger (a manager decides it, see `missing`), and can always leave
    it to a manager. The coordinator, and anybody else, gives none.
    """
    if part not in (Part.REFERRER, Part.MANAGER):
        return ()
    if within is None:
        return (AGREED, AWAITING, NOT_SAFE) if part is Part.MANAGER else (AWAITING, NOT_SAFE)
    is_unsafe = bool(within.dangers or within.to_look_at)
    if part is Part.MANAGER:
        return (AWAITING, NOT_SAFE) if is_unsafe else (AGREED, AWAITING, NOT_SAFE)
    return (AGREED, AWAITING, NOT_SAFE) if within.is_within else (AWAITING, NOT_SAFE)


@dataclass(frozen=True)
class Answered:
    """An answer as it is given: by whom, in which words for the family, who decided it and what they are."""

    answer: str
    part: Part
    words: str = ""
    decided_by: int | None = None
    decided_as: Part | None = None
    will_change: str = ""
    """What would have to be different for a yes, in words for the family."""


def missing(said: Answered, *, within: Within | None) -> list[str]:
    """What an answer still lacks, in words; nothing when it may be given."""
    if said.answer not in answers(said.part, within=within):
        return ["somebody whose answer this is to give"]
    if said.answer == NOT_SAFE:
        found = [] if len(said.words.strip()) >= SHORTEST_DANGER else ["which danger is left, in words for the family"]
        if said.decided_as is not Part.MANAGER or said.decided_by is None:
            found.append("the manager who decided it")
        return found if said.will_change.strip() else [*found, "what would have to be different"]
    if said.answer == AWAITING:
        return [] if said.words.strip() else ["what it waits for, in words for the family"]
    return [] if said.decided_by is not None else ["who decided it"]

"""The family's plan: its sections, its promises, what keeps the children safe, what was asked for; and its reviews.

| rule | source |
|---|---|
| the plan is the family's, in its words; the referrer responds and does not edit | REFERENCE 6.3 |
| a question a section; what we will do, if it does not work out, warning signs, family time, a child's message | 6.3 |
| who in the family, or which professional, does what, when, how we will know | REFERENCE 6.3 |
| kinship offered leads to a viability assessment | REFERENCE 6.3 |
| resources asked for: agreed or declined, with the reason and the cost of family network support | REFERENCE 6.3 |
| each must-have met or not | REFERENCE 6.3; issue |
| reviewed per promise: done, in part, not; a new version | REFERENCE 6.2.5 |
| a relative's promise is never red, late or "not completed" | PRACTICE 1, 3 |
| what a worker promised is theirs to do, with a day | PRACTICE 2.8 |

Money is in whole pounds.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class Section(StrEnum):
    """Parts of a plan that every family is offered, after its own questions. None of them has to be filled."""

    FAMILY_TIME = "family-time"
    WARNING_SIGNS = "warning-signs"
    IF_NOT = "if-not"
    WHO_COULD_CARE = "who-could-care"
    CHILDS_MESSAGE = "childs-message"


SECTION_ASKS: dict[Section, str] = {
    Section.FAMILY_TIME: "Who sees whom, and when?",
    Section.WARNING_SIGNS: "How will we see early that it is getting hard again?",
    Section.IF_NOT: "What do we do if it does not work out?",
    Section.WHO_COULD_CARE: "Who could look after the children for a while, or for long, if it had to be?",
    Section.CHILDS_MESSAGE: "What do the children want to say?",
}
FIRST_QUESTION = "What will we do, and who will do it?"
"""Where a family set no question of its own."""


class Whose(StrEnum):
    """Who promised. The values are those of `PlanItem.Whose`."""

    FAMILY = "family"
    PROFESSIONAL = "professional"
    OURS = "ours"


class Went(StrEnum):
    """How a promise went, as the family or the professional says at a review."""

    NOT_SAID = ""
    DONE = "done"
    PART = "part"
    NOT = "not"


WENT_SAYS: dict[tuple[bool, Went], str] = {
    (True, Went.NOT_SAID): "Not spoken about yet",
    (True, Went.DONE): "Done",
    (True, Went.PART): "Some of it",
    (True, Went.NOT): "It went another way",
    (False, Went.NOT_SAID): "Not said yet",
    (False, Went.DONE): "Done",
    (False, Went.PART): "Done in part",
    (False, Went.NOT): "Not done",
}
"""By whether it is a relative's: what they promised is never said to be "not done"."""
BLUE, GREEN, AMBER, RED, PLAIN = "blue", "green", "amber", "red", ""


@dataclass(frozen=True)
class Promise:
    """Who will do what. A relative's has no day: `when` are words. What somebody who works here promised has both."""

    key: int
    what: str
    who: str
    whose: Whose
    when: str = ""
    how_we_know: str = ""
    due_on: date | None = None
    went: Went = Went.NOT_SAID
    note: str = ""

    @property
    def is_relatives(self) -> bool:
        """Whether somebody of the family or a friend promised it."""
        return self.whose is Whose.FAMILY

    @property
    def says(self) -> str:
        """How it went, in words."""
        return WENT_SAYS[self.is_relatives, self.went]


def lacks(promise: Promise) -> list[str]:
    """What a promise still needs, in words. Of a relative's only who and what; when is theirs to say or leave."""
    found = [] if promise.who.strip() else ["who"]
    found += [] if promise.what.strip() else ["what"]
    if promise.whose is Whose.OURS and promise.due_on is None:
        found.append("by which day")
    if promise.whose is Whose.PROFESSIONAL and not promise.when.strip():
        found.append("when")
    if promise.is_relatives and promise.due_on is not None:
        found.append("no day to be late by: write when in the family’s words")
    return found


def mark(promise: Promise, *, on: date) -> str:
    """The colour of a promise's mark. A relative's is green when done, blue when some of it is, and else has none.

    What we or another professional promised, and did not do, is ours to answer for: late and not done is red for us.
    """
    if promise.went is Went.DONE:
        return GREEN
    if promise.is_relatives:
        return BLUE if promise.went is Went.PART else PLAIN
    if promise.whose is Whose.OURS and promise.due_on is not None and on > promise.due_on:
        return RED
    return {Went.PART: BLUE, Went.NOT: AMBER}.get(promise.went, PLAIN)


def late(promises: Iterable[Promise], *, on: date) -> tuple[Promise, ...]:
    """Promises that are late: ours with a day that passed, and never a relative's."""
    return tuple(each for each in promises if mark(each, on=on) == RED)


@dataclass(frozen=True)
class MustHave:
    """What must happen for the children to be safe, and how the plan does it. `met` is None until somebody looked.

    `by` names the referrer or manager who said so: it is not the coordinator's to say.
    """

    words: str
    met: bool | None = None
    how: str = ""
    by: str = ""


@dataclass(frozen=True)
class Resource:
    """Something the family asks for: its cost in pounds, and whether it was agreed (None while nobody answered).

    `is_network_support`: paid as family network support. A decline has its reason, in words for the family.
    """

    what: str
    cost: int = 0
    is_network_support: bool = False
    is_agreed: bool | None = None
    reason: str = ""


@dataclass(frozen=True)
class CouldCare:
    """Somebody who could look after the children, for a while or for long."""

    who: str
    for_long: bool = False


@dataclass(frozen=True)
class Plan:
    """One version of a family's plan. `answers` are (question, words) in the family's order."""

    version: int
    answers: Sequence[tuple[str, str]]
    promises: Sequence[Promise]
    must_haves: Sequence[MustHave]
    resources: Sequence[Resource] = ()
    could_care: Sequence[CouldCare] = ()
    if_not: str = ""
    childs_message: str = ""
    plan_keeper: str = ""
    review_on: date | None = None
    is_protection: bool = False
    """Whether a child has a protection plan or is before court: then a plan B is not left open."""


def for_agreement(plan: Plan) -> list[str]:
    """What must be there before a plan can be agreed in the room, in words; nothing when all is there.

    As little as possible: an answer or a promise, each must-have looked at and met, each thing asked for answered, and
    for children who are watched over what happens if it does not work out. A plan that says less in few words is whole.
    """
    found: list[str] = []
    if not any(words.strip() for _, words in plan.answers) and not plan.promises:
        found.append("what the family will do")
    for promise in plan.promises:
        found += [f"“{promise.what or promise.who}”: {each}" for each in lacks(promise)]
    if not plan.must_haves:
        found.append("what must happen for the children to be safe")
    found += [missing for each in plan.must_haves if (missing := _not_safe_yet(each))]
    found += [f"an answer to what was asked for: {each.what}" for each in plan.resources if each.is_agreed is None]
    found += [f"why not: {each.what}" for each in plan.resources if each.is_agreed is False and not each.reason.strip()]
    if plan.is_protection and not plan.if_not.strip():
        found.append("what happens if it does not work out")
    return found


def _not_safe_yet(each: MustHave) -> str:
    if each.met is None:
        return f"whether the plan does this: {each.words}"
    if not each.met:
        return f"how this is made safe: {each.words}"
    return "" if each.by.strip() else f"who says that the plan does this: {each.words}"


def good_to_have(plan: Plan) -> list[str]:
    """What a family may want to add; it never waits for it."""
    found = [] if plan.plan_keeper.strip() else ["Who keeps the plan for the family?"]
    found += [] if plan.if_not.strip() or plan.is_protection else [SECTION_ASKS[Section.IF_NOT]]
    found += [] if plan.childs_message.strip() else [SECTION_ASKS[Section.CHILDS_MESSAGE]]
    return [*found, "When does the family look at it again?"] if plan.review_on is None else found


def viability(plan: Plan) -> list[str]:
    """Whom to tell the worker about: each who could care for the children is offered an assessment (REFERENCE 6.3)."""
    return [f"{each.who} {'for long' if each.for_long else 'for a while'}" for each in plan.could_care if each.who]


@dataclass(frozen=True)
class Costs:
    """In pounds: what was asked for, agreed and declined; of what was agreed, how much is family network support."""

    asked: int
    agreed: int
    declined: int
    network_support: int


def costs(resources: Iterable[Resource]) -> Costs:
    """What a plan costs the council. Raises ValueError for a sum below nought."""
    every = list(resources)
    if any(each.cost < 0 for each in every):
        raise ValueError("A cost is not below nought.")
    agreed = [each for each in every if each.is_agreed]
    return Costs(
        sum(each.cost for each in every),
        sum(each.cost for each in agreed),
        sum(each.cost for each in every if each.is_agreed is False),
        sum(each.cost for each in agreed if each.is_network_support),
    )


@dataclass(frozen=True)
class Heard:
    """What was said at a review about one promise."""

    key: int
    went: Went
    note: str = ""


def reviewed(plan: Plan, heard: Iterable[Heard]) -> Plan:
    """The plan with what was said of each promise; the same version. Raises ValueError for a promise it has not."""
    said = {each.key: each for each in heard}
    if unknown := set(said) - {each.key for each in plan.promises}:
        raise ValueError(f"No promise of this plan: {sorted(unknown)}")
    promises = [
        replace(each, went=said[each.key].went, note=said[each.key].note) if each.key in said else each
        for each in plan.promises
    ]
    return replace(plan, promises=tuple(promises))


def next_version(plan: Plan) -> Plan:
    """The plan a family goes on from: what is done is left behind, everything else stays, nothing is marked yet.

    The version before is kept as it was. Each must-have is looked at anew; what was asked for and answered is not asked
    for again.
    """
    open_now = [replace(each, went=Went.NOT_SAID, note="") for each in plan.promises if each.went is not Went.DONE]
    return replace(
        plan,
        version=plan.version + 1,
        promises=tuple(open_now),
        must_haves=tuple(MustHave(each.words) for each in plan.must_haves),
        resources=tuple(each for each in plan.resources if each.is_agreed is None),
        review_on=None,
    )


@dataclass(frozen=True)
class Tally:
    """How a plan's promises went, our side alone with how many were not done. Of the family only what was done."""

    family: int
    family_done: int
    family_part: int
    ours: int
    ours_done: int
    ours_part: int
    ours_not: int


def tally(promises: Iterable[Promise]) -> Tally:
    """Of a review, for the family and the figures. Professionals who do not work here are counted with us."""
    every = list(promises)
    family = [each.went for each in every if each.is_relatives]
    ours = [each.went for each in every if not each.is_relatives]
    return Tally(
        len(family),
        family.count(Went.DONE),
        family.count(Went.PART),
        len(ours),
        ours.count(Went.DONE),
        ours.count(Went.PART),
        ours.count(Went.NOT),
    )

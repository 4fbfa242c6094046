"""What was typed, on its way from a form to the operation that writes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class AnswerSaid:
    """What one person of the family said: name, whose what they are, a code of FamilyAnswer.Answer, on which day.

    The rest is as in `FamilyAnswer`; `shares` are codes of `consent.Fact`.
    """

    who: str
    tie: str
    answer: str
    asked_on: date
    member_id: int | None = None
    has_responsibility: bool = False
    is_child: bool = False
    language: str = ""
    interpreter: str = ""
    is_kin: bool = False
    shares: Sequence[str] = ()
    not_asked_because: str = ""
    words: str = ""


@dataclass(frozen=True)
class SafetySaid:
    """One thing that keeps people safe: a code of `consent.SAFETY`, about whom, in which words; see `SafetyFact`."""

    kind: str
    about: str
    words: str
    ends_on: date | None = None


@dataclass(frozen=True)
class NetworkSaid:
    """Somebody of the family's network; see `NetworkPerson`. `member_id` is their key in the record, or None."""

    name: str
    tie: str
    side: str
    member_id: int | None = None
    is_parent: bool = False
    is_child: bool = False


@dataclass(frozen=True)
class Beside:
    """What goes with a brief in rows of its own: safety, what must happen (a line each), the network, the threshold."""

    safety: Sequence[SafetySaid] = ()
    must_haves: Sequence[str] = ()
    network: Sequence[NetworkSaid] = ()
    threshold: str = ""


def is_yes(answers: Sequence[AnswerSaid]) -> bool:
    """Whether somebody whose yes counts said yes: with parental responsibility, or any grown-up while nobody is known
    to have it.
    """
    counts = [each for each in answers if each.has_responsibility] or [each for each in answers if not each.is_child]
    return any(each.answer == "yes" for each in counts)


def after_a_referral(answers: Sequence[AnswerSaid], coordinator: str = "") -> str:
    """What has happened now and what has not, for whoever sent a referral. `coordinator` is a name.

    >>> after_a_referral([])
    'Noted as a thought. Nobody in the family has been asked yet, and no coordinator knows of it.'
    """
    if coordinator:
        return f"{coordinator} has the referral and contacts the family."
    if is_yes(answers):
        return "Noted: somebody in the family would like a conference. No coordinator has it yet."
    if any(each.answer != "not-asked" and not each.is_child for each in answers):
        return "Noted as offered, with what each of them said. A coordinator hears of it once somebody says yes."
    return "Noted as a thought. Nobody in the family has been asked yet, and no coordinator knows of it."


@dataclass(frozen=True)
class BriefWords:
    """The words of a brief; see `Brief`."""

    reason: str
    safety: str
    safety_facts: str = ""
    questions: str = ""
    bottom_lines: str = ""
    shared: str = ""
    shared_agreed_by: str = ""
    shared_agreed_on: date | None = None
    arrangements: str = ""
    childrens_views: str = ""


@dataclass(frozen=True)
class ItemWords:
    """One line of the plan. `key` is that of a line that was there before; a line without words is taken out."""

    key: int | None
    what: str
    who: str
    whose: str
    when: str = ""
    how_we_know: str = ""
    promised_to: str = ""
    keeper_id: int | None = None
    due_on: date | None = None


@dataclass(frozen=True)
class CareWords:
    """Somebody who could look after the children. A line without a name is taken out."""

    key: int | None
    who: str
    tie: str = ""
    for_long: bool = False


@dataclass(frozen=True)
class WishWords:
    """Something the family asks for, with its cost in whole pounds. A line without words is taken out."""

    key: int | None
    what: str
    cost: int = 0
    is_network_support: bool = False


@dataclass(frozen=True)
class PlanWords:
    """The plan as typed: answers as (question, words) in the questions' order."""

    answers: Sequence[tuple[str, str]]
    items: Sequence[ItemWords]
    contingency: str = ""
    childs_message: str = ""
    plan_keeper: str = ""
    family_time: str = ""
    warning_signs: str = ""
    in_childs_words: str = ""
    review_on: date | None = None
    could_care: Sequence[CareWords] = ()
    wishes: Sequence[WishWords] = ()


@dataclass(frozen=True)
class LookSaid:
    """Whether the plan does what must happen, and how. `key` is that of the must-have; `is_met` None: not looked at."""

    key: int
    is_met: bool | None
    how: str = ""


@dataclass(frozen=True)
class WishAnswered:
    """What is answered to a wish: agreed, declined with its reason, or open (None). `of` names it in the mandate."""

    key: int
    is_agreed: bool | None
    cost: int = 0
    of: str = ""
    reason: str = ""


@dataclass(frozen=True)
class ReviewWords:
    """What a family says when it looks at its plan again, and on which day it did."""

    held_on: date
    went_well: str = ""
    hard: str = ""
    change: str = ""
    childs_words: str = ""

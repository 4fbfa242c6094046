"""The life of a hypothesis: an idea, offered; kept by the presenter; asked of the family; held more firmly or let go.

| rule | source |
|---|---|
| ideas are offered from the reflecting conversation on, in one tentative sentence each | REFERENCE 5.1; PRACTICE 1 |
| the presenter keeps at most three, at *What rang bells* | PRACTICE 2, moment 3 |
| the supervisor may add one, about danger | PRACTICE 1: somebody must be able to say it |
| only what is kept is asked for more, and only that reaches the family's formulation | PRACTICE 1 |
| nothing kept closes without a question to the family, or the reason for none | REFERENCE 5.2: reflection to action |
| strengthened, revised or dropped with what the family's answer showed | REFERENCE 5.3: persists across sessions |

What was not kept stays with the session, and with those who were there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from supervision.rules.stages import MOST_KEPT, offers_ideas

MOST_BY_SUPERVISOR = 1
TENTATIVE = ("perhaps", "maybe", "i wonder", "we wonder", "could", "might", "what if", "possibly", "it may be")


class State(StrEnum):
    """Where a hypothesis stands. The values are those of Hypothesis.Status."""

    OFFERED = "proposed"
    KEPT = "kept"
    ASKED = "asked"
    STRENGTHENED = "strengthened"
    REVISED = "revised"
    DROPPED = "dropped"


class KeptBy(StrEnum):
    """Who kept it. The supervisor's is about danger."""

    PRESENTER = "presenter"
    SUPERVISOR = "supervisor"


# What an idea is about (REFERENCE 5.3), in the order in which it is offered.
LEVEL: dict[str, str] = {
    "relational": "Between people in the family",
    "belief": "What somebody believes",
    "contextual": "The family’s circumstances, and power",
    "worker-system": "Between us and the family",
    "network": "Between those who help",
}
VERDICTS = frozenset({State.STRENGTHENED, State.REVISED, State.DROPPED})


class NotNow(Exception):
    """This cannot be said of the hypothesis now; the words say why."""


@dataclass(frozen=True)
class ToAsk:
    """What will be asked: of whom, by whom (a key), by which day, in which first sentence."""

    whom: str = ""
    by: int | None = None
    due_on: date | None = None
    first_sentence: str = ""

    def missing(self) -> list[str]:
        """What is not said yet, in words."""
        said = {
            "whom we ask": self.whom.strip(),
            "who asks": self.by is not None,
            "by when": self.due_on is not None,
            "the first sentence": self.first_sentence.strip(),
        }
        return [words for words, is_said in said.items() if not is_said]


@dataclass(frozen=True)
class Hypothesis:
    """One idea and what became of it. `asked_on` and `answer` come from the visit that asked.

    `evidence` is what strengthened it, changed it or spoke against it; `now` its new sentence where it was revised.
    """

    text: str
    kept_by: KeptBy | None = None
    is_about_danger: bool = False
    to_ask: ToAsk = ToAsk()
    not_asked_because: str = ""
    asked_on: date | None = None
    answer: str = ""
    verdict: State | None = None
    evidence: str = ""
    now: str = ""

    @property
    def state(self) -> State:
        """Where it stands, read from its facts."""
        if self.verdict:
            return self.verdict
        if self.asked_on:
            return State.ASKED
        return State.KEPT if self.kept_by else State.OFFERED


def keep(found: Sequence[Hypothesis], place: int, by: KeptBy, step: str) -> list[Hypothesis]:
    """The session's ideas with one of them kept, in a step of `stages.STEPS`. Raises NotNow.

    The presenter keeps from *What rang bells* on, three at most; the supervisor one, and it is about danger.
    """
    if step not in ("bells", "conversations", "close"):
        raise NotNow("Ideas are only offered now. The presenter keeps some at What rang bells.")
    most = MOST_KEPT if by is KeptBy.PRESENTER else MOST_BY_SUPERVISOR
    if found[place].kept_by:
        return list(found)
    if sum(each.kept_by is by for each in found) >= most:
        raise NotNow("Three are kept already." if by is KeptBy.PRESENTER else "One about danger is kept already.")
    danger = found[place].is_about_danger or by is KeptBy.SUPERVISOR
    kept = replace(found[place], kept_by=by, is_about_danger=danger)
    return [*found[:place], kept, *found[place + 1 :]]


def taken_back(one: Hypothesis, by: KeptBy) -> Hypothesis:
    """An idea that rang no bell after all, while the session lasts: by whoever kept it, before it was asked or weighed.

    It stays with the session as it was offered. Raises NotNow.
    """
    if one.kept_by is not by:
        raise NotNow("Whoever kept it may take it back.")
    if one.asked_on or one.verdict:
        raise NotNow("It was asked already. Weigh it instead.")
    return replace(one, kept_by=None)


def may_offer(step: str) -> bool:
    """Whether ideas are asked for in a step of `stages.STEPS`."""
    return offers_ideas(step)


def missing(one: Hypothesis) -> list[str]:
    """What a kept idea needs before its discussion closes, in words; an offered one needs nothing.

    >>> missing(Hypothesis("Perhaps quiet keeps the peace", KeptBy.PRESENTER, to_ask=ToAsk(whom="Anisa", by=4)))
    ['by when', 'the first sentence']
    """
    if not one.kept_by or one.not_asked_because.strip():
        return []
    return one.to_ask.missing()


def asked(one: Hypothesis, on: date, answer: str) -> Hypothesis:
    """It was asked on that day, and this is what was said; silence is an answer too, in words. Raises NotNow.

    A question that had a reason against it may be asked after all.
    """
    if not one.kept_by:
        raise NotNow("Only what was kept is asked.")
    if one.verdict:
        raise NotNow("It was weighed already.")
    if not answer.strip():
        raise NotNow("Say what was answered, or how the question was met.")
    return replace(one, asked_on=on, answer=answer)


def weighed(one: Hypothesis, verdict: State, evidence: str, now: str = "") -> Hypothesis:
    """What became of it, with the evidence. Raises NotNow.

    Strengthened or revised only after somebody asked. Dropped after that, or by the reason why nobody will ask.
    Revised, it has a new sentence, and stays open: the new one is a hypothesis too, see `revised_into`.
    """
    if not one.kept_by or one.verdict or verdict not in VERDICTS:
        raise NotNow("Only what is held is weighed, once.")
    if not evidence.strip():
        raise NotNow("Say what showed it.")
    if verdict is State.DROPPED:
        if not one.asked_on and not one.not_asked_because.strip():
            raise NotNow("Nobody has asked yet. Ask, or say why not.")
    elif not one.asked_on:
        raise NotNow("Nobody has asked yet.")
    if (verdict is State.REVISED) != bool(now.strip()):
        raise NotNow("A revised one has a new sentence, and no other has.")
    return replace(one, verdict=verdict, evidence=evidence, now=now)


def revised_into(one: Hypothesis) -> Hypothesis:
    """The hypothesis that follows from a revised one: kept by the same, with a question of its own still to find."""
    if one.verdict is not State.REVISED:
        raise NotNow("It was not revised.")
    return Hypothesis(one.now, kept_by=one.kept_by, is_about_danger=one.is_about_danger)


def formulation(found: Iterable[Hypothesis]) -> list[Hypothesis]:
    """What the family's living formulation holds: all that was kept, also what was let go, with its evidence."""
    return [each for each in found if each.kept_by]


def opens_with(found: Iterable[Hypothesis]) -> list[Hypothesis]:
    """What the next session opens with: asked and not weighed, then those whose question waits, then the weighed."""
    order = {State.ASKED: 0, State.KEPT: 1}
    return sorted(formulation(found), key=lambda each: order.get(each.state, 2))


def is_tentative(text: str) -> bool:
    """Whether a sentence leaves room to be wrong. A gentle hint hangs on it, and nothing is refused.

    >>> is_tentative("I wonder who would be glad"), is_tentative("She lies")
    (True, False)
    """
    said = f" {text.casefold()} "
    return "?" in text or any(f" {word} " in said for word in TENTATIVE)

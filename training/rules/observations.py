"""Practice observations: what is looked at, what makes one complete, and what its worker sees of their own over time.

| rule | source |
|---|---|
| who, where, the family's consent, a focus, strengths, seven skills 1 to 5, their comment, learning | REFERENCE 7.5 |
| what each number means is said in words; a skill nobody could see is left out and is no 1 | our own design |
| without the family's consent nobody observes in their home or a meeting with them | 7.5 |
| supervision is observed with the consent of those there; no family is asked | our own design |
| nobody observes themselves; strengths come first, and an observation without one is not complete | PRACTICE 3 |
| numbers are the worker's and the observer's; no two people are set beside each other, no mean is made | PRACTICE 1 |
| a consent taken back takes the family's comment with it and leaves what was learned | REFERENCE 10.3; our reading |

An observation names no family: "a first visit", "a mother". What would tell who they are is kept with their record.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from camden.rules.names import day_in_words

FOLLOW_UP = timedelta(weeks=12)
"""Until when what was agreed is looked at again: our own design."""
LOWEST, HIGHEST = 1, 5


class Setting(StrEnum):
    """Where somebody was observed."""

    HOME = "home"
    MEETING = "meeting"
    SUPERVISION = "supervision"

    @property
    def needs_family(self) -> bool:
        """Whether a family is there, and is asked."""
        return self is not Setting.SUPERVISION


class Skill(StrEnum):
    """Systemic skills. The value is what a page says."""

    CURIOSITY = "Curiosity"
    COLLABORATION = "Collaboration"
    EMPATHY = "Empathy"
    CHILD_FOCUS = "Focus on the child"
    AUTHORITY = "Use of authority"
    DIFFERENCE = "Differences that may matter"
    HYPOTHESES = "Led by hypotheses"


SCALE: Mapping[int, str] = {
    1: "I did not see it, where there was room for it",
    2: "Once or twice, and it went again",
    3: "There, for most of the time",
    4: "There throughout, and it changed the conversation",
    5: "There throughout, and others could learn from it",
}
"""What each number means. An observer chooses the sentence and not the number."""


class Consent(StrEnum):
    """What the family said when they were asked."""

    NOT_ASKED = "not-asked"
    GIVEN = "given"
    REFUSED = "refused"
    TAKEN_BACK = "taken-back"


@dataclass(frozen=True)
class Observation:
    """One observation of one worker. Words are the worker's and the observer's and name no family."""

    worker: int
    observer: int
    on: date
    setting: Setting
    focus: str = ""
    consent: Consent = Consent.NOT_ASKED
    strengths: str = ""
    skills: Mapping[Skill, int] = field(default_factory=dict)
    family_said: str = ""
    agreed_learning: str = ""
    by_registered: bool = False


@dataclass(frozen=True)
class Trend:
    """One skill of one worker: the numbers with their days, the earliest first. Never of two workers together."""

    skill: Skill
    seen: tuple[tuple[date, int], ...]

    @property
    def in_words(self) -> str:
        """What the worker reads: the sentence of the last time, and when."""
        day, number = self.seen[-1]
        return f"{self.skill.value}: {SCALE[number].lower()} ({day_in_words(day)})"


def may_begin(setting: Setting, consent: Consent, worker: int, observer: int) -> str:
    """Why nobody can observe; empty when they can."""
    if worker == observer:
        return "Somebody else observes."
    if setting.needs_family and consent is not Consent.GIVEN:
        return {
            Consent.NOT_ASKED: "Ask the family first.",
            Consent.REFUSED: "The family said no. Choose another time with another family.",
            Consent.TAKEN_BACK: "The family took their consent back.",
        }[consent]
    return ""


def missing(seen: Observation) -> tuple[str, ...]:
    """What it needs before the observer can give it to the worker, in words. The family's comment is never forced."""
    found = []
    because = may_begin(seen.setting, seen.consent, seen.worker, seen.observer)
    if because and seen.consent is not Consent.TAKEN_BACK:
        found.append(because[0].lower() + because[1:].rstrip("."))
    if not seen.focus.strip():
        found.append("the focus you agreed before")
    if not seen.strengths.strip():
        found.append("at least one strength")
    if not seen.skills:
        found.append("at least one skill you saw")
    if any(not LOWEST <= number <= HIGHEST for number in seen.skills.values()):
        found.append(f"skills from {LOWEST} to {HIGHEST}")
    if not seen.agreed_learning.strip():
        found.append("what you agreed to learn next")
    return tuple(found)


def consent_taken_back(seen: Observation) -> Observation:
    """The same without the family's words: what the worker learned stays theirs."""
    return replace(seen, consent=Consent.TAKEN_BACK, family_said="")


def has_family(seen: Observation) -> bool:
    """Whether what the family says is with it, as an early-career programme asks."""
    return bool(seen.family_said.strip()) and seen.consent is Consent.GIVEN


def trends(observations: Iterable[Observation], worker: int) -> tuple[Trend, ...]:
    """A worker's own skills over time: what is strongest now first, then in the order of the scale.

    Only of complete observations. For the worker, and whoever they show it to.
    """
    own = sorted((each for each in observations if each.worker == worker and not missing(each)), key=_by_day)
    found = []
    for skill in Skill:
        seen = tuple((each.on, each.skills[skill]) for each in own if skill in each.skills)
        if seen:
            found.append(Trend(skill, seen))
    return tuple(sorted(found, key=lambda trend: -trend.seen[-1][1]))


def next_by(observations: Iterable[Observation], worker: int, started_on: date, apart: timedelta) -> date:
    """The last day on which the next observation is in time: so long after the last, or after somebody started."""
    days = [each.on for each in observations if each.worker == worker and not missing(each)]
    return max([started_on, *days]) + apart


def follow_up_by(seen: Observation) -> date:
    """When what was agreed is looked at again."""
    return seen.on + FOLLOW_UP


def _by_day(each: Observation) -> tuple[date, int]:
    return each.on, each.observer

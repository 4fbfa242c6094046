"""The systemic ladder: from five days for everybody to supervising others, with its hours by kind.

| step | asks | source |
|---|---|---|
| introduction | five days, for every level up to the director | REFERENCE 4.1 [S58] |
| systemic conversations | a workshop for new starters | 4.1 [S58] |
| foundation | 60 h taught, 120 h private study | 7.4 [S70][S72] |
| intermediate | 60 h taught, 60 h systemic practice, 10 h of it with systemic supervision, 180 h study | 7.4 |
| qualifying | 300 h clinical work in group supervision, 40 h of it direct, and 200 h systemic work elsewhere | 7.4 |
| supervision | the provider says; no hours known | 7.4 [S71] |

From foundation on a step is the Association for Family Therapy's (AFT) when the course is accredited. The provider's
certificate makes a step complete; hours only say how far the way still is. Steps are counted for the service and shown
to the person: nobody is told to climb, and no two people are set beside each other.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum


class Hours(StrEnum):
    """Kinds of hours. The value is what a page says."""

    TAUGHT = "taught"
    STUDY = "private study"
    PRACTICE = "systemic practice"
    SUPERVISED = "practice with systemic supervision"
    CLINICAL = "clinical work in group supervision"
    DIRECT = "direct clinical work"
    ELSEWHERE = "systemic work elsewhere"


WITHIN: Mapping[Hours, Hours] = {Hours.SUPERVISED: Hours.PRACTICE, Hours.DIRECT: Hours.CLINICAL}
"""Hours that are part of others: they are not added to them."""


class Step(IntEnum):
    """The steps, the lowest first."""

    INTRODUCTION = 1
    CONVERSATIONS = 2
    FOUNDATION = 3
    INTERMEDIATE = 4
    QUALIFYING = 5
    SUPERVISION = 6

    @property
    def label(self) -> str:
        """What the step is called."""
        return LABELS[self]

    @property
    def is_accredited(self) -> bool:
        """Whether the step exists as an accredited course."""
        return self >= Step.FOUNDATION


LABELS: Mapping[Step, str] = {
    Step.INTRODUCTION: "Five-day introduction",
    Step.CONVERSATIONS: "Systemic conversations",
    Step.FOUNDATION: "Foundation, first year",
    Step.INTERMEDIATE: "Intermediate, second year",
    Step.QUALIFYING: "Qualifying, third and fourth year",
    Step.SUPERVISION: "Supervision of systemic practice",
}
ASKS: Mapping[Step, Mapping[Hours, int]] = {
    Step.FOUNDATION: {Hours.TAUGHT: 60, Hours.STUDY: 120},
    Step.INTERMEDIATE: {Hours.TAUGHT: 60, Hours.PRACTICE: 60, Hours.SUPERVISED: 10, Hours.STUDY: 180},
    Step.QUALIFYING: {Hours.CLINICAL: 300, Hours.DIRECT: 40, Hours.ELSEWHERE: 200},
}
"""Hours each step asks at least; a step that is not here is counted in days or by its provider."""
HOUR = 60  # minutes


@dataclass(frozen=True)
class Training:
    """Somebody's way through one step: since when, until when (the certificate's day), minutes of each kind.

    `completed_on` is None while they are on it. `stopped_on` is when they left it unfinished.
    """

    step: Step
    provider: str
    started_on: date
    completed_on: date | None = None
    stopped_on: date | None = None
    is_accredited: bool = False
    minutes: Mapping[Hours, int] = field(default_factory=dict)

    def is_done(self, on: date) -> bool:
        """Whether it was complete by the end of that day."""
        return self.completed_on is not None and self.completed_on <= on

    def is_under_way(self, on: date) -> bool:
        """Whether somebody is on it that day."""
        ended = [day for day in (self.completed_on, self.stopped_on) if day is not None]
        return self.started_on <= on and all(on < day for day in ended)


@dataclass(frozen=True)
class StillToGo:
    """Hours of one kind: asked and had, in minutes, and what is left."""

    kind: Hours
    asked: int
    had: int

    @property
    def left(self) -> int:
        """Minutes to go; never less than 0."""
        return max(self.asked - self.had, 0)


def reached(trainings: Iterable[Training], on: date) -> Step | None:
    """The highest step somebody has completed by that day; None: none yet."""
    return max((each.step for each in trainings if each.is_done(on)), default=None)


def hours(training: Training) -> tuple[StillToGo, ...]:
    """For each kind a step asks for: asked, had and left. Empty where no hours are known.

    Hours that lie within others count in those too: who wrote down 60 hours of supervised practice has 60 of practice.
    """
    return tuple(
        StillToGo(kind, amount * HOUR, _had(training.minutes, kind))
        for kind, amount in ASKS.get(training.step, {}).items()
    )


def hours_in_words(training: Training) -> tuple[str, ...]:
    """What is still to go, a line each; empty when all hours are there, or none are known.

    >>> hours_in_words(Training(Step.FOUNDATION, "A college", date(2026, 9, 1), minutes={Hours.TAUGHT: 2730}))
    ('14.5 of 60 hours taught to go', '120 of 120 hours private study to go')
    """
    return tuple(
        f"{each.left / HOUR:g} of {each.asked // HOUR} hours {each.kind.value} to go"
        for each in hours(training)
        if each.left
    )


def problems(training: Training) -> tuple[str, ...]:
    """What cannot be right about a record of training, a sentence each; nothing of it stops anybody from saving."""
    found = []
    if any(amount < 0 for amount in training.minutes.values()):
        found.append("Hours cannot be less than none.")
    for part, whole in WITHIN.items():
        if whole in training.minutes and training.minutes.get(part, 0) > training.minutes[whole]:
            found.append(f"Hours of {part.value} are part of the hours of {whole.value}, and cannot be more.")
    if training.completed_on and training.completed_on < training.started_on:
        found.append("It was completed before it started.")
    if training.completed_on and training.stopped_on:
        found.append("It was either completed or left, not both.")
    if training.is_accredited and not training.step.is_accredited:
        found.append(f"{training.step.label} is not an accredited step.")
    return tuple(found)


@dataclass(frozen=True)
class Climber:
    """Somebody in the count: the key of their pod (None: none), their grade, and the step they have reached."""

    pod: int | None
    grade: str
    step: Step | None


@dataclass(frozen=True)
class Share:
    """How many of how many. `in_words` says it with the number: a share of three people is not a percentage."""

    many: int
    of: int

    @property
    def in_words(self) -> str:
        """ "7 of 12"; "nobody yet" where there is nobody to count."""
        return f"{self.many} of {self.of}" if self.of else "nobody yet"


def share(people: Iterable[Climber], grade: str, at_least: Step) -> Share:
    """How many of a grade have reached a step: social workers with foundation, senior practitioners intermediate."""
    of_grade = [each for each in people if each.grade == grade]
    return Share(sum(each.step is not None and each.step >= at_least for each in of_grade), len(of_grade))


def pods_for_each_clinician(people: Iterable[Climber], pods: int) -> tuple[int, int]:
    """Clinicians at qualifying level or above, and how many pods there are for them."""
    qualified = sum(
        each.grade == "clinician" and each.step is not None and each.step >= Step.QUALIFYING for each in people
    )
    return qualified, pods


def heat_map(people: Iterable[Climber]) -> dict[int, dict[Step | None, int]]:
    """For each pod, how many of its people have each step as their highest; None: none yet. Adds up to its people."""
    found: dict[int, dict[Step | None, int]] = {}
    for each in people:
        if each.pod is not None:
            row = found.setdefault(each.pod, {step: 0 for step in (None, *Step)})
            row[each.step] += 1
    return found


def _had(minutes: Mapping[Hours, int], kind: Hours) -> int:
    parts = sum(amount for part, amount in minutes.items() if WITHIN.get(part) is kind)
    return max(minutes.get(kind, 0), parts)

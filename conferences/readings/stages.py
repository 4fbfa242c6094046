"""The steps that may come next: who says each, what it waits for, what would be good to have, and where it is said."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from conferences.models import ConferenceStage, FamilyConference
from conferences.readings.there import read_there
from conferences.rules.stages import (
    BY_ANSWERING_THE_PLAN,
    Stage,
    may_follow,
    moves_of_the_coordinator,
    moves_of_the_worker,
)
from conferences.rules.steps import WHO, By, needs

# Facts that are said on a page of their own, which moves the conference when it is saved.
PAGES: dict[Stage, tuple[str, str]] = {
    Stage.OFFERED: ("conferences:offer-again", "Offer it again"),
    Stage.ACCEPTED: ("conferences:asking-new", "Say what the family answered"),
    Stage.DECLINED: ("conferences:not-taken-up", "Not taken up, and why"),
    Stage.NO_RESPONSE: ("conferences:not-taken-up", "Not taken up, and why"),
    Stage.EXEMPT: ("conferences:not-taken-up", "Not taken up, and why"),
    Stage.ALLOCATED: ("conferences:coordinator", "Choose a coordinator"),
    Stage.HELD: ("conferences:meeting", "The family’s meeting"),
    Stage.PLAN_AGREED: ("conferences:agreement", "Answer the family’s plan"),
    Stage.PLAN_NOT_AGREED: ("conferences:agreement", "Answer the family’s plan"),
    Stage.REVIEWED: ("conferences:plan-review-new", "The family looks at its plan again"),
}
STOPS = frozenset({Stage.PAUSED, Stage.WITHDRAWN})
WHO_SAYS = {
    frozenset({By.COORDINATOR}): "The coordinator says this.",
    frozenset({By.MANAGER}): "A manager says this.",
    frozenset({By.WORKER, By.MANAGER}): "The family’s worker or a manager says this.",
}
ANYBODY = "The coordinator, the family’s worker or a manager says this."


@dataclass(frozen=True)
class StepCard:
    """One step that may come next. What it waits for is shown to whoever says it, and to nobody else."""

    stage: Stage
    who: str
    is_mine: bool
    bars: tuple[str, ...]
    wishes: tuple[str, ...]
    goes_on: bool
    is_again: bool
    """Whether it has been there before: a step back, or once more."""
    href: str
    action: str


@dataclass(frozen=True)
class NextSteps:
    """What may come next: each step, and those that this person says on the page itself."""

    cards: tuple[StepCard, ...]
    said_here: tuple[Stage, ...]
    waits_for_an_answer: bool
    """Whether the agency answers the plan next, and not whoever asks."""

    @property
    def barred(self) -> frozenset[Stage]:
        """Steps that wait for something, so that the form says so beside them."""
        return frozenset(card.stage for card in self.cards if card.bars)


def read_steps(conference: FamilyConference, part: By) -> NextSteps:
    """Ten queries at most. `part` is what whoever asks is to this conference."""
    found = ConferenceStage.objects.filter(conference=conference).order_by("pk")
    history = [Stage(stage) for stage in found.values_list("stage", flat=True)]
    there = read_there(conference, convenes=part is By.COORDINATOR)
    moves = moves_of(part, history)
    is_resting = bool(history) and history[-1] is Stage.PAUSED
    cards = []
    # A coordinator is not even shown the agency's answers as something that is chosen.
    open_now = may_follow(history) - STOPS - (BY_ANSWERING_THE_PLAN if part is By.COORDINATOR else frozenset())
    for stage in sorted(open_now, key=lambda each: _order(each, history)):
        is_mine = part in WHO[stage]
        lacking = needs(stage, there) if is_mine and not is_resting else ()
        href = "" if is_resting or not is_mine else address(stage, conference)
        cards.append(
            StepCard(
                stage=stage,
                who=WHO_SAYS.get(WHO[stage], ANYBODY),
                is_mine=is_mine,
                bars=tuple(need.words for need in lacking if need.is_bar),
                wishes=tuple(need.words for need in lacking if not need.is_bar),
                goes_on=is_resting,
                is_again=not is_resting and stage in history,
                href=href,
                action=PAGES[stage][1] if href else "",
            )
        )
    elsewhere = {card.stage for card in cards if card.href}
    waits = part is By.COORDINATOR and bool(may_follow(history) & BY_ANSWERING_THE_PLAN) and not is_resting
    return NextSteps(tuple(cards), tuple(stage for stage in moves if stage not in elsewhere), waits)


def _order(stage: Stage, history: Sequence[Stage]) -> tuple[bool, bool, int]:
    """What leads on first, then what goes back; a decision against it last, and never before the way on."""
    way = list(Stage)
    here = way.index(history[-1]) if history else 0
    return stage is Stage.EXEMPT, way.index(stage) < here, way.index(stage)


def moves_of(part: By, history: Sequence[Stage]) -> list[Stage]:
    """What this person may say on the page of the next step."""
    if part is By.COORDINATOR:
        return moves_of_the_coordinator(history)
    return moves_of_the_worker(history, is_manager=part is By.MANAGER)


def address(stage: Stage, conference: FamilyConference) -> str:
    """Where a step is said that has a page of its own; empty where it has none."""
    if stage not in PAGES:
        return ""
    try:
        return reverse(PAGES[stage][0], args=[conference.case_id, conference.pk])
    except NoReverseMatch:
        return ""

"""The way of a family group conference from the first thought to the last review (REFERENCE 6.2).

A stage is never overwritten: each is a dated fact with who and why, and where the conference stands is the last of
them. Plain Python, no clock, no database.
"""

from collections.abc import Sequence
from enum import StrEnum


class Stage(StrEnum):
    """Where a conference stands. `says` is the sentence a family may read too."""

    CONSIDERED = "considered"
    OFFERED = "offered"
    DECLINED = "declined"
    NO_RESPONSE = "no-response"
    EXEMPT = "exempt"
    ACCEPTED = "accepted"
    ALLOCATED = "allocated"
    PREPARING = "preparing"
    READY = "ready"
    HELD = "held"
    PLAN_AGREED = "plan-agreed"
    PLAN_NOT_AGREED = "plan-not-agreed"
    NO_PLAN = "no-plan"
    ACTIVE = "active"
    REVIEWED = "reviewed"
    CLOSED = "closed"
    PAUSED = "paused"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """Its name, as a heading has it."""
        return LABELS[self]

    @property
    def says(self) -> str:
        """What it means, in one sentence."""
        return SENTENCES[self]

    @property
    def is_over(self) -> bool:
        """Whether nothing follows any more."""
        return not NEXT[self]


LABELS = {
    Stage.CONSIDERED: "Thought of",
    Stage.OFFERED: "Offered",
    Stage.DECLINED: "Not wanted at present",
    Stage.NO_RESPONSE: "No answer yet after asking",
    Stage.EXEMPT: "Not offered, in the child’s interest",
    Stage.ACCEPTED: "Wanted by the family",
    Stage.ALLOCATED: "With the coordinator",
    Stage.PREPARING: "Preparing",
    Stage.READY: "Ready to meet",
    Stage.HELD: "The family has met",
    Stage.PLAN_AGREED: "Plan agreed",
    Stage.PLAN_NOT_AGREED: "Plan not agreed yet",
    Stage.NO_PLAN: "Met without a plan",
    Stage.ACTIVE: "The plan is being lived",
    Stage.REVIEWED: "Reviewed",
    Stage.CLOSED: "Finished",
    Stage.PAUSED: "Paused",
    Stage.WITHDRAWN: "Withdrawn",
}

SENTENCES = {
    Stage.CONSIDERED: "Somebody thinks that a family group conference could help.",
    Stage.OFFERED: "The family was told what a conference is and asked whether they want one.",
    Stage.DECLINED: "The family does not want a conference now. It can be offered again.",
    Stage.NO_RESPONSE: "The family was asked and has not answered. It can be offered again.",
    Stage.EXEMPT: "A manager decided, with reasons, that a conference would not be in the child’s interest.",
    Stage.ACCEPTED: "Somebody in the family said yes.",
    Stage.ALLOCATED: "A coordinator has the referral and will contact the family.",
    Stage.PREPARING: "The coordinator meets the children and everybody who may come.",
    Stage.READY: "The day and the place are known and everybody is prepared.",
    Stage.HELD: "The family met, with time on their own.",
    Stage.PLAN_AGREED: "The plan is the family’s, and the council agreed to it.",
    Stage.PLAN_NOT_AGREED: "The council said what danger is left, and the family may change the plan.",
    Stage.NO_PLAN: "The family met and made no plan this time.",
    Stage.ACTIVE: "The family lives with its plan.",
    Stage.REVIEWED: "The family looked together at what worked.",
    Stage.CLOSED: "The conference and its reviews are finished.",
    Stage.PAUSED: "The work rests for a while. It goes on where it stopped.",
    Stage.WITHDRAWN: "The family or the worker stopped before the conference was finished.",
}

# What may follow what. Pausing and withdrawing, possible from everywhere that is not over, are added beneath.
NEXT: dict[Stage, frozenset[Stage]] = {
    Stage.CONSIDERED: frozenset({Stage.OFFERED, Stage.EXEMPT}),
    Stage.OFFERED: frozenset({Stage.ACCEPTED, Stage.DECLINED, Stage.NO_RESPONSE, Stage.EXEMPT}),
    Stage.DECLINED: frozenset({Stage.OFFERED}),
    Stage.NO_RESPONSE: frozenset({Stage.OFFERED, Stage.ACCEPTED}),
    Stage.EXEMPT: frozenset({Stage.OFFERED}),
    # A danger may come to light after a yes: a manager may decide against it until the family meets (PL5).
    Stage.ACCEPTED: frozenset({Stage.ALLOCATED, Stage.EXEMPT}),
    Stage.ALLOCATED: frozenset({Stage.PREPARING, Stage.EXEMPT}),
    Stage.PREPARING: frozenset({Stage.READY, Stage.HELD, Stage.EXEMPT}),
    Stage.READY: frozenset({Stage.HELD, Stage.PREPARING, Stage.EXEMPT}),
    Stage.HELD: frozenset({Stage.PLAN_AGREED, Stage.PLAN_NOT_AGREED, Stage.NO_PLAN}),
    Stage.PLAN_AGREED: frozenset({Stage.ACTIVE}),
    Stage.PLAN_NOT_AGREED: frozenset({Stage.PLAN_AGREED, Stage.PREPARING, Stage.CLOSED}),
    Stage.NO_PLAN: frozenset({Stage.PREPARING, Stage.CLOSED}),
    Stage.ACTIVE: frozenset({Stage.REVIEWED, Stage.CLOSED}),
    Stage.REVIEWED: frozenset({Stage.REVIEWED, Stage.CLOSED}),
    Stage.CLOSED: frozenset(),
    Stage.PAUSED: frozenset({Stage.WITHDRAWN}),  # and back to where it stopped: see `may_follow`
    Stage.WITHDRAWN: frozenset(),
}

# The agency answers the plan on a page of its own: nobody moves a conference here, least of all its coordinator.
BY_ANSWERING_THE_PLAN = frozenset({Stage.PLAN_AGREED, Stage.PLAN_NOT_AGREED})
# Facts with a page of their own: the day of the meeting, who coordinates.
BY_A_PAGE_OF_THEIR_OWN = frozenset({Stage.HELD, Stage.ALLOCATED})
# Before a coordinator has it, the worker who offers says what the family answered.
BY_THE_WORKER = frozenset(
    {Stage.OFFERED, Stage.ACCEPTED, Stage.DECLINED, Stage.NO_RESPONSE, Stage.WITHDRAWN, Stage.PAUSED}
)
BY_A_MANAGER = frozenset({Stage.EXEMPT})
# A stop, or a decision against, is never without its reason in words.
NEEDS_A_REASON = frozenset({Stage.EXEMPT, Stage.PAUSED, Stage.WITHDRAWN, Stage.NO_PLAN})
# While the coordinator has it and the agency has not agreed, the family's words may change; and again once the family
# looked at its plan together, which is how there is a next edition of it.
PLAN_IS_OPEN = frozenset(
    {Stage.PREPARING, Stage.READY, Stage.HELD, Stage.PLAN_NOT_AGREED, Stage.NO_PLAN, Stage.REVIEWED}
)


def present(history: Sequence[Stage]) -> Stage:
    """Where a conference stands: the last of its stages, the oldest first. Raises IndexError without any."""
    return history[-1]


def may_follow(history: Sequence[Stage]) -> frozenset[Stage]:
    """The stages that may come next, given all so far, the oldest first; without any, those one may begin with."""
    if not history:
        return frozenset({Stage.CONSIDERED, Stage.OFFERED})
    here = present(history)
    if here.is_over:
        return frozenset()
    if here is Stage.PAUSED:
        return NEXT[here] | {_before_the_pause(history)}
    return NEXT[here] | {Stage.PAUSED, Stage.WITHDRAWN}


def _before_the_pause(history: Sequence[Stage]) -> Stage:
    return next(stage for stage in reversed(history) if stage is not Stage.PAUSED)


def moves_of_the_coordinator(history: Sequence[Stage]) -> list[Stage]:
    """What a coordinator may say comes next, in the order of the stages. Never an answer to the plan."""
    others = BY_ANSWERING_THE_PLAN | BY_A_PAGE_OF_THEIR_OWN | BY_A_MANAGER
    return [stage for stage in Stage if stage in may_follow(history) - others or _resumes(history, stage)]


def moves_of_the_worker(history: Sequence[Stage], *, is_manager: bool) -> list[Stage]:
    """What the family's worker, or a manager, may say comes next: the offer and its answers, and a stop."""
    theirs = BY_THE_WORKER | (BY_A_MANAGER if is_manager else frozenset())
    return [stage for stage in Stage if stage in may_follow(history) & theirs or _resumes(history, stage)]


def _resumes(history: Sequence[Stage], stage: Stage) -> bool:
    """Whether this is going on where a pause began, which is no new decision."""
    return bool(history) and present(history) is Stage.PAUSED and stage is _before_the_pause(history)

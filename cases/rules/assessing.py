"""The states of an assessment, and which step may follow which (REFERENCE 12.4)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cases.rules.codesets import ASSESSMENT_FACTOR, RETIRED_FACTORS

# What an assessment may find today, in the official order.
FACTORS: dict[str, str] = {code: words for code, words in ASSESSMENT_FACTOR.items() if code not in RETIRED_FACTORS}
NO_FACTOR = "21"


@dataclass(frozen=True)
class Finding:
    """What an assessment found for one child: in need or not, and codes of ASSESSMENT_FACTOR."""

    child_id: int
    is_in_need: bool
    factors: tuple[str, ...]


class State(StrEnum):
    """Where an assessment stands. It follows from its days and is never typed."""

    DRAFT = "draft"
    SHARED = "shared"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    """Given back to its writer: it is a draft again."""
    AUTHORISED = "authorised"
    STOPPED = "stopped"

    @property
    def is_open(self) -> bool:
        """Neither authorised nor stopped."""
        return self not in (State.AUTHORISED, State.STOPPED)


class Step(StrEnum):
    """What somebody does to an assessment."""

    CHECK = "check"
    SHARE = "share"
    SUBMIT = "submit"
    AUTHORISE = "authorise"
    GIVE_BACK = "give-back"
    STOP = "stop"


_WHILE_WRITTEN = frozenset({Step.CHECK, Step.SHARE, Step.SUBMIT, Step.STOP})
MAY_FOLLOW: dict[State, frozenset[Step]] = {
    State.DRAFT: _WHILE_WRITTEN,
    State.SHARED: _WHILE_WRITTEN,
    State.RETURNED: _WHILE_WRITTEN,
    State.SUBMITTED: frozenset({Step.AUTHORISE, Step.GIVE_BACK, Step.STOP}),
    State.AUTHORISED: frozenset(),
    State.STOPPED: frozenset(),
}


_NOT_NOW: dict[State, str] = {
    State.DRAFT: "This assessment is still being written. It is submitted first.",
    State.SHARED: "This assessment has not been submitted yet.",
    State.RETURNED: "This assessment was given back to its writer, and is being written again.",
    State.SUBMITTED: "This assessment waits for a manager’s decision.",
    State.AUTHORISED: "This assessment is authorised already.",
    State.STOPPED: "This assessment has ended already.",
}


def why_not(
    step: Step, state: State, *, is_writer: bool = False, is_submitter: bool = False, is_checked: bool = False
) -> str:
    """Why this person may not take this step now, in a sentence; empty when they may."""
    if step not in MAY_FOLLOW[state]:
        return _NOT_NOW[state]
    if step is Step.CHECK and is_checked:
        return "A manager has looked at this assessment already."
    if step is Step.CHECK and is_writer:
        return "You write this assessment. Another manager looks at it."
    if step in (Step.AUTHORISE, Step.GIVE_BACK) and (is_writer or is_submitter):
        return "You wrote or submitted this assessment yourself. Another manager decides about it."
    return ""


def state_of(
    *,
    shared_on: date | None = None,
    submitted_on: date | None = None,
    authorised_on: date | None = None,
    stopped_on: date | None = None,
    was_returned: bool = False,
) -> State:
    """The state that follows from the days.

    >>> state_of(shared_on=date(2026, 11, 3)).value
    'shared'
    """
    if stopped_on:
        return State.STOPPED
    if authorised_on:
        return State.AUTHORISED
    if submitted_on:
        return State.SUBMITTED
    if was_returned:
        return State.RETURNED
    return State.SHARED if shared_on else State.DRAFT


def factors_wrong(factors: list[str]) -> str:
    """What is wrong with the factors found for one child, in a sentence; empty when nothing is (8897, 8898, 8869)."""
    if not factors:
        return "Choose what was found, or “No factor found”."
    if set(factors) - set(FACTORS):
        return "Choose from the list."
    if NO_FACTOR in factors and len(set(factors)) > 1:
        return "“No factor found” stands alone: choose it, or what was found."
    return ""

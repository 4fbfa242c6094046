"""Whose decision it is: a group reflects, and a manager decides (PRACTICE 1).

| rule | source |
|---|---|
| a senior practitioner signs off supervision and advises on risk | REFERENCE 4.3 |
| a team manager decides on allocation, assessment, enquiry, plan and closure | REFERENCE 4.3 |
| a service manager decides on the legal gateway, placements and exceptions | REFERENCE 4.3 |
| what is above the supervisor's authority is a recommendation on a named manager's list | PRACTICE 1 |
| it waits for 5 working days, or until the day that is said with it | design, as REFERENCE 13.4 goes up a step |
| after that, or once the named manager has left or moved, it is whoever manages the team now | design |
"""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from camden.rules.workdays import england

ANSWERED_WITHIN = 5  # working days


class Authority(IntEnum):
    """How far somebody may decide, from the least to the most."""

    SENIOR_PRACTITIONER = 1
    TEAM_MANAGER = 2
    SERVICE_MANAGER = 3


class About(StrEnum):
    """What is decided."""

    NEXT_STEPS = "next-steps"
    RISK = "risk"
    ALLOCATION = "allocation"
    ASSESSMENT = "assessment"
    ENQUIRY = "enquiry"
    PLAN = "plan"
    CLOSURE = "closure"
    LEGAL = "legal"
    PLACEMENT = "placement"
    EXCEPTION = "exception"


NEEDS: dict[About, Authority] = {
    About.NEXT_STEPS: Authority.SENIOR_PRACTITIONER,
    About.RISK: Authority.SENIOR_PRACTITIONER,
    About.ALLOCATION: Authority.TEAM_MANAGER,
    About.ASSESSMENT: Authority.TEAM_MANAGER,
    About.ENQUIRY: Authority.TEAM_MANAGER,
    About.PLAN: Authority.TEAM_MANAGER,
    About.CLOSURE: Authority.TEAM_MANAGER,
    About.LEGAL: Authority.SERVICE_MANAGER,
    About.PLACEMENT: Authority.SERVICE_MANAGER,
    About.EXCEPTION: Authority.SERVICE_MANAGER,
}
WORDS: dict[About, str] = {
    About.NEXT_STEPS: "What we do next",
    About.RISK: "How we hold the risk",
    About.ALLOCATION: "Who works with them",
    About.ASSESSMENT: "An assessment",
    About.ENQUIRY: "An enquiry (section 47)",
    About.PLAN: "The plan",
    About.CLOSURE: "Ending the work",
    About.LEGAL: "Going to legal planning or court",
    About.PLACEMENT: "Where a child lives",
    About.EXCEPTION: "An exception from the rules",
}


@dataclass(frozen=True)
class Decided:
    """What was said to be decided, why, by whom with what authority, and which manager (a key) it is for if above it.

    `authority` is None for somebody who decides nothing: a clinician, a worker.
    """

    about: About
    what: str = ""
    why: str = ""
    authority: Authority | None = None
    for_manager: int | None = None

    @property
    def is_recommendation(self) -> bool:
        """Whether a manager has still to decide."""
        return self.authority is None or self.authority < NEEDS[self.about]

    def missing(self) -> list[str]:
        """What is not said yet, in words; nothing where nothing was decided."""
        if not self.what.strip():
            return []
        found = [] if self.why.strip() else ["why it is decided"]
        return [*found, "which manager decides"] if self.is_recommendation and self.for_manager is None else found


def decide_by(on: date) -> date:
    """The day by which a manager answers what was recommended on that day, unless another is said.

    >>> decide_by(date(2026, 11, 3))
    datetime.date(2026, 11, 10)
    """
    return england().add(on, ANSWERED_WITHIN)

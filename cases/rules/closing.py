"""Ending the work with a family, in plain Python."""

from dataclasses import asdict, dataclass
from datetime import date

DIED = "RC2"
AFTER_ASSESSMENT = frozenset({"RC8", "RC9"})  # rule 8825
# Why a plan ended that ended with the closing: codes of PLAN_ENDING, by code of CLOSURE_REASON.
_PLAN_ENDING = {"RC2": "died", "RC5": "moved", "RC6": "eighteen", "RC9": "step-down"}


@dataclass(frozen=True, kw_only=True)
class ClosingSaid:
    """What a worker says when work is to end: `reason` is of CLOSURE_REASON; the rest answers REFERENCE 1.12."""

    reason: str
    closed_on: date
    summary: str
    family_told: str = ""
    way_back: str = ""
    named_person: str = ""
    network_plan: str = ""
    goodbye: str = ""
    feedback_asked_on: date | None = None
    died_on: date | None = None

    def facts(self) -> dict[str, object]:
        """The fields of a Closure."""
        return {name: value for name, value in asdict(self).items() if name != "died_on"}


def plan_ending(reason: str) -> str:
    """Why a child's plan ends that ends with a closing for this reason."""
    return _PLAN_ENDING.get(reason, "no-longer-needed")

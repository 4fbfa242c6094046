"""Ending the work with a family, in plain Python."""

from dataclasses import asdict, dataclass
from datetime import date

DIED = "RC2"
AFTER_ASSESSMENT = frozenset({"RC8", "RC9"})  # rule 8825
# Why a plan ended that ended with the closing: codes of PLAN_ENDING, by code of CLOSURE_REASON.
NO_FURTHER_ACTION = "RC8"
# The child leaves us: adopted, died, moved, grown up. Help by agreement ends with the rest, otherwise it goes on.
_LEAVES_US = frozenset({"RC1", "RC2", "RC5", "RC6"})
AGREEMENT = "early-help"  # of LEGAL_BASIS
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


def help_goes_on(reason: str) -> bool:
    """Whether help by agreement outlasts a closing for this reason: a closing ends statutory work (REFERENCE 1.2).

    >>> help_goes_on("RC9"), help_goes_on("RC5")
    (True, False)
    """
    return reason not in _LEAVES_US


def plan_ending(reason: str) -> str:
    """Why a child's plan ends that ends with a closing for this reason."""
    return _PLAN_ENDING.get(reason, "no-longer-needed")

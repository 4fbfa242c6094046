"""Who sits on the panel of an early-career programme, and who says how it ends.

| rule | source |
|---|---|
| the newly qualified worker and whoever assesses them do not sit on it | REFERENCE 7.3: assessor and internal panel |
| a panel is two people or more | our own design |
| whoever manages the worker may sit on it and is not the one who decides | our own design |
| it passes somebody when all is there, and says how long it goes on when it extends | `early_career`; our own design |

The wall holds the same rules once more: `wall_programmes.sql`.
"""

from collections.abc import Collection
from datetime import date

from camden.rules.names import day_in_words

FEWEST = 2
THEMSELVES = "Nobody sits on the panel of their own programme."
ASSESSES = "Whoever assesses does not sit on the panel: somebody else looks with fresh eyes."
MANAGES = (
    "You answer for this worker’s day-to-day work: somebody else of the panel writes down what you decided together."
)
TOO_FEW = "A panel is two people or more. Ask the training lead to name another."
NOT_OF_IT = "You do not sit on this panel."


def may_not_sit(member: int, person: int, assessor: int) -> str:
    """Why somebody cannot sit on the panel; empty when they can."""
    if member == person:
        return THEMSELVES
    return ASSESSES if member == assessor else ""


def may_not_decide(by: int, person: int, assessor: int, panel: Collection[int], *, manages: bool) -> str:
    """Why somebody cannot write down what the panel says; empty when they can. `manages`: answers for the worker."""
    if by not in panel:
        return NOT_OF_IT
    return may_not_sit(by, person, assessor) or (MANAGES if manages else TOO_FEW if len(panel) < FEWEST else "")


def not_long_enough(until: date | None, ends_on: date, decided_on: date) -> str:
    """Why a programme cannot be extended to that day; empty when it can."""
    if until is None:
        return "Enter the day until which it goes on."
    if until <= max(ends_on, decided_on):
        return f"Enter a day after {day_in_words(max(ends_on, decided_on))}."
    return ""

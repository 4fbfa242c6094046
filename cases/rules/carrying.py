"""What makes work weigh more than its plan says, as it is stored: codes with the words of the weighing."""

from dataclasses import dataclass
from datetime import date, timedelta

from cases.rules.weighting import Duty
from cases.rules.weighting.facts import Complexity, Factor

CODE_OF_COMPLEXITY = {kind: kind.name.lower().replace("_", "-") for kind in Complexity}
COMPLEXITY = {code: kind.value[:1].upper() + kind.value[1:] for kind, code in CODE_OF_COMPLEXITY.items()}
KIND_OF_COMPLEXITY = {code: kind for kind, code in CODE_OF_COMPLEXITY.items()}
ANSWER = {"yes": "Yes, it counts", "no": "No"}
# A week on duty comes from the rota, and a pod somebody supervises from their role: these are noted by hand.
_NOTED = (Duty.PRACTICE_EDUCATOR, Duty.EARLY_CAREER_MENTOR, Duty.CHAMPION)
DUTY_OF = {duty.name.lower().replace("_", "-"): duty for duty in _NOTED}
NOTED_DUTY = {code: duty.value[:1].upper() + duty.value[1:] for code, duty in DUTY_OF.items()}
WARN_DAYS = 14
"""So many days before a factor ends, whoever leads and whoever confirmed it are told: our own default."""


@dataclass(frozen=True)
class Standing:
    """Where one factor stands on a day: `word` for a page, and the last day on which it counts, if it ever did."""

    word: str
    counts: bool = False
    waits: bool = False
    last_on: date | None = None
    ends_soon: bool = False


def standing(factor: Factor, *, is_declined: bool, on: date, lasts: int) -> Standing:
    """What a factor is on a day. `lasts`: for how many days one that is confirmed counts.

    >>> day = date(2026, 11, 3)
    >>> standing(Factor(Complexity.NETWORK, day), is_declined=False, on=day, lasts=90).word
    'Waits for a manager'
    >>> standing(Factor(Complexity.NETWORK, day, day), is_declined=False, on=day, lasts=90).last_on
    datetime.date(2027, 1, 31)
    """
    if factor.withdrawn_on is not None and factor.withdrawn_on <= on:
        return Standing("No longer so")
    if is_declined:
        return Standing("Not confirmed")
    if factor.waits(on):
        return Standing("Waits for a manager", waits=True)
    last = factor.expires_on(lasts) - timedelta(days=1)
    if not factor.counts(on, lasts):
        return Standing("Over", last_on=last)
    return Standing("Counts", counts=True, last_on=last, ends_soon=(last - on).days < WARN_DAYS)

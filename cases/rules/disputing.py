"""A dispute of a chair or reviewing officer, step by step upwards (REFERENCE 1.5, 4.3)."""

from cases.rules.overseeing import DISPUTE_STAGE

STAGE_WHO: dict[str, str] = {
    "worker": "the family’s worker",
    "manager": "the team manager",
    "service": "the service manager",
    "director": "the director",
}
_STAGES = tuple(DISPUTE_STAGE)
NEXT_STAGE: dict[str, str] = dict(zip(_STAGES, _STAGES[1:], strict=False))
DAYS_TO_ANSWER = 5
"""Working days that are offered first; whoever raises it says which."""

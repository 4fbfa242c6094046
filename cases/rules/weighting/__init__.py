"""What a caseload weighs (REFERENCE 9.2), as plain arithmetic: points in thousandths, shares in per cent, no floats.

A full-time worker's capacity is 100 points. The weight is an indication to talk about, never a target and never a
rank: children, families and what is due soon stand beside it.

`rows` holds every number as a dated row with its source, and a council's own rows beside the shipped ones; `scheme`
is what of them holds on a day; `points` weighs and explains; `facts` says how a caseload stood on any day, from
dated facts alone: nothing is kept from night to night, so yesterday's score can always be worked out again.
"""

from cases.rules.weighting.points import (
    Part,
    Score,
    Terms,
    Weighed,
    capacity,
    early_career_breaches,
    explain,
    explain_capacity,
    in_points,
    in_score,
    score,
    weigh,
    zone,
)
from cases.rules.weighting.rows import SHIPPED, Addition, Duty, Plan, Row, Unit, Weights, Zone
from cases.rules.weighting.scheme import Scheme, problems, scheme_on

__all__ = [
    "SHIPPED",
    "Addition",
    "Duty",
    "Part",
    "Plan",
    "Row",
    "Scheme",
    "Score",
    "Terms",
    "Unit",
    "Weighed",
    "Weights",
    "Zone",
    "capacity",
    "early_career_breaches",
    "explain",
    "explain_capacity",
    "in_points",
    "in_score",
    "problems",
    "scheme_on",
    "score",
    "weigh",
    "zone",
]

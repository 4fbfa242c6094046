"""The timescales of a child's journey: one row for each rule, or for each tier of one, by subject.

Switched on as shipped is a short core: what the law or a child's safety asks of nearly every family, and no more, so
that a worker's morning has a handful of lines. Each core row says above it why it is one. An administrator switches on
the others.
"""

from cases.rules.timescales import (
    after_care,
    court,
    danger,
    front_door,
    governance,
    looked_after,
    need,
    placements,
    protection_plan,
)

ROWS = (
    *front_door.ROWS,
    *danger.ROWS,
    *protection_plan.ROWS,
    *need.ROWS,
    *court.ROWS,
    *placements.ROWS,
    *looked_after.ROWS,
    *after_care.ROWS,
    *governance.ROWS,
)

"""Plans for children in need (REFERENCE 2.3)."""

from camden.rules.timescales import Basis, Kind, Owner, Timescale, Unit
from cases.rules.happenings import Happened as H
from cases.rules.timescales.sources import CLOSED, OURS

WD, DAYS, MONTHS = Unit.WORKING_DAYS, Unit.DAYS, Unit.MONTHS
# A plan of another kind, or care, takes its place.
OVER = (H.NEED_PLAN_ENDED, H.PROTECTION_PLAN_STARTED, H.LOOKED_AFTER_BEGAN, *CLOSED)


def _drift(code: str, months: int) -> Timescale:
    """A plan is this many months old: are we helping?"""
    return Timescale(
        code=code, title=f"Ask what is stuck: the plan is {months} months old",
        kind=Kind.TIER, amount=months, unit=MONTHS, starts=(H.NEED_PLAN_STARTED,), ends=OVER,
        basis=Basis.PRACTICE, source=OURS, owner=Owner.MANAGER, work="drift",
    )  # fmt: skip


# fmt: off
ROWS = (
    Timescale(
        code="CN1", title="Agree a plan with the family",
        kind=Kind.CLOCK, amount=10, unit=WD, starts=(H.ASSESSMENT_AUTHORISED,),
        meets=(H.NEED_PLAN_STARTED, H.HELP_PLAN_STARTED, H.PROTECTION_PLAN_STARTED),
        ends=(H.LOOKED_AFTER_BEGAN, *CLOSED), basis=Basis.LOCAL, source="Local practice (from memory)", warn_days=3,
        work="plan",
    ),
    # Core: visits and reviews are the help; without them a plan is a paper.
    Timescale(
        code="CN2", title="See the child",
        kind=Kind.REPEAT, amount=20, unit=WD, starts=(H.NEED_PLAN_STARTED,), meets=(H.CHILD_SEEN,), ends=OVER,
        is_repeat=True, can_be_shortened=True, basis=Basis.LOCAL,
        source=f"{OURS}; six weeks at another council [S30]", work="visit", is_core=True,
    ),
    Timescale(
        code="CN3", title="Review the plan",
        kind=Kind.REPEAT, amount=3, unit=MONTHS, starts=(H.NEED_PLAN_STARTED,), meets=(H.NEED_PLAN_REVIEWED,),
        ends=OVER, is_repeat=True, basis=Basis.LOCAL, source=f"{OURS}; twelve weeks at another council [S30]",
        warn_days=15, work="need-review", is_core=True,
    ),
    Timescale(
        code="CN4", title="Send the family the record of the review",
        kind=Kind.CLOCK, amount=5, unit=DAYS, starts=(H.NEED_PLAN_REVIEWED,), meets=(H.REVIEW_RECORD_SENT,),
        ends=CLOSED, basis=Basis.LOCAL, source="Local procedure [S30]", warn_days=1, work="review-record",
    ),
    _drift("CN5a", 9), _drift("CN5b", 12),
)
# fmt: on

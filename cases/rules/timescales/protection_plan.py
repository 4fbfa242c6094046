"""While a child has a protection plan: core groups, reviews, visits, drift (REFERENCE 2.2)."""

from camden.rules.timescales import Basis, Kind, Ladder, Owner, Timescale, Unit
from cases.rules.happenings import Happened as H
from cases.rules.timescales.sources import CLOSED, OURS

HOURS, WD, WEEKS, MONTHS = Unit.HOURS, Unit.WORKING_DAYS, Unit.WEEKS, Unit.MONTHS
OVER = (H.PROTECTION_PLAN_ENDED, *CLOSED)
DRIFT = f"{OURS}; two years and more is a published band [S89]"


def _drift(code: str, months: int) -> Timescale:
    """A protection plan is this many months old: are we helping?"""
    return Timescale(
        code=code, title=f"Ask what is stuck: the protection plan is {months} months old",
        kind=Kind.TIER, amount=months, unit=MONTHS, starts=(H.PROTECTION_PLAN_STARTED,), ends=OVER,
        basis=Basis.PRACTICE, source=DRIFT, owner=Owner.MANAGER, work="drift",
    )  # fmt: skip


# fmt: off
ROWS = (
    # Core: the plan is empty words until these people meet.
    Timescale(
        code="CP8", title="Hold the first core group",
        kind=Kind.CLOCK, amount=10, unit=WD, starts=(H.INITIAL_CONFERENCE,), needs=(H.PROTECTION_PLAN_STARTED,),
        meets=(H.CORE_GROUP,), ends=OVER, basis=Basis.GUIDANCE, source="Safeguarding procedures [S26]",
        ladder=Ladder.WHOLE, work="core-group", is_core=True, note="Where the conference decided on a plan.",
    ),
    Timescale(
        code="CP9", title="Hold the core group",
        kind=Kind.REPEAT, amount=6, unit=WEEKS, opens=(H.PROTECTION_PLAN_STARTED,), starts=(H.CORE_GROUP,),
        meets=(H.CORE_GROUP,), ends=OVER, is_repeat=True, basis=Basis.GUIDANCE,
        source="Safeguarding procedures [S26]; London says four to six weeks (from memory)",
        ladder=Ladder.WHOLE, work="core-group", is_core=True,
    ),
    # Core: nobody may stay on a plan without people asking why.
    Timescale(
        code="CP10", title="Hold the first review conference",
        kind=Kind.CLOCK, amount=3, unit=MONTHS, starts=(H.INITIAL_CONFERENCE,), needs=(H.PROTECTION_PLAN_STARTED,),
        meets=(H.REVIEW_CONFERENCE,), ends=OVER, basis=Basis.GUIDANCE,
        source="Working Together, statutory guidance [S25]", warn_days=15, owner=Owner.CHAIR, ladder=Ladder.WHOLE,
        work="review-conference", is_core=True, note="The national measure counts 91 days (from memory).",
    ),
    Timescale(
        code="CP11", title="Hold the review conference",
        kind=Kind.REPEAT, amount=6, unit=MONTHS, opens=(H.PROTECTION_PLAN_STARTED,), starts=(H.REVIEW_CONFERENCE,),
        meets=(H.REVIEW_CONFERENCE,), ends=OVER, is_repeat=True, basis=Basis.GUIDANCE,
        source="Working Together, statutory guidance [S25]", warn_days=15, owner=Owner.CHAIR, ladder=Ladder.WHOLE,
        work="review-conference", is_core=True, note="The national measure counts 183 days (from memory).",
    ),
    # Core: seeing the child is what keeps them safe.
    Timescale(
        code="CP12", title="See the child",
        kind=Kind.REPEAT, amount=10, unit=WD, starts=(H.PROTECTION_PLAN_STARTED,), meets=(H.CHILD_SEEN,), ends=OVER,
        is_repeat=True, can_be_shortened=True, basis=Basis.LOCAL,
        source="Camden procedure: every ten days or as the chair directs [S27]; others [S28][S29]",
        ladder=Ladder.WHOLE, work="visit", is_core=True,
        note="The conference or a manager may set a shorter interval for a plan, never a longer one.",
    ),
    Timescale(
        code="CP13", title="See the child alone, and their bedroom, at every second visit at least",
        kind=Kind.MARKER, amount=2, unit=WD, starts=(H.CHILD_SEEN,), meets=(H.CHILD_SEEN_ALONE,), ends=OVER,
        basis=Basis.LOCAL, source="Local procedure [S29]", work="visit",
        note="It counts visits and not days. No baby or unborn child is asked to be seen alone.",
    ),
    # Core: the last net beneath a child nobody has seen.
    Timescale(
        code="CP14a", title="Not seen by us for four weeks: tell the manager",
        kind=Kind.TIER, amount=4, unit=WEEKS, starts=(H.PROTECTION_PLAN_STARTED,), meets=(H.CHILD_SEEN,), ends=OVER,
        is_repeat=True, basis=Basis.LOCAL, source="Local procedure [S29]", owner=Owner.MANAGER, ladder=Ladder.WHOLE,
        work="visit", is_core=True,
    ),
    Timescale(
        code="CP14b", title="Not seen by anybody for six weeks: tell the chair",
        kind=Kind.TIER, amount=6, unit=WEEKS, starts=(H.PROTECTION_PLAN_STARTED,),
        meets=(H.CHILD_SEEN, H.SEEN_BY_AGENCY), ends=OVER, is_repeat=True, basis=Basis.LOCAL,
        source="Local procedure [S29]", owner=Owner.CHAIR, ladder=Ladder.WHOLE, work="visit",
        silent="Nothing records yet when another agency last saw the child.",
    ),
    # Core: what nobody wrote down, nobody else can act on.
    Timescale(
        code="CP15", title="Write up the visit",
        kind=Kind.CLOCK, amount=48, unit=HOURS, target=24, starts=(H.VISIT_MADE,), meets=(H.VISIT_WRITTEN_UP,),
        ends=CLOSED, basis=Basis.LOCAL, source="Local procedure", warn_days=0, work="visit-record", is_core=True,
        note="24 hours to aim at, 48 at most, from the end of the visit.",
    ),
    _drift("CP17a", 9), _drift("CP17b", 15), _drift("CP17c", 18), _drift("CP17d", 24),
    Timescale(
        code="CP18", title="A second or later protection plan",
        kind=Kind.MARKER, amount=24, unit=MONTHS, starts=(H.PROTECTION_PLAN_STARTED,), basis=Basis.REGULATOR,
        source="Ofsted, Annex A list 7 [S18]", owner=Owner.MANAGER, work="repeat-plan",
        note="It marks a new plan where an earlier one ended, ever or within 24 months.",
    ),
)
# fmt: on

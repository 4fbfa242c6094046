"""Where a child lives, and how often they are visited there (REFERENCE 2.5)."""

from camden.rules.timescales import Again, Basis, Kind, Ladder, Span, Timescale, Unit
from cases.rules.happenings import Happened as H
from cases.rules.timescales.sources import CARE_COMES_LATER, CARE_REGULATIONS

WD, DAYS, WEEKS, MONTHS = Unit.WORKING_DAYS, Unit.DAYS, Unit.WEEKS, Unit.MONTHS
A_YEAR = Span(12, MONTHS)
CARE_ENDS = (H.LOOKED_AFTER_ENDED, H.DIED)
MOVES = (H.PLACEMENT_ENDED, *CARE_ENDS)
NEW_HOME = (H.PLACEMENT_STARTED, H.CARER_CHANGED)
BEFORE = "Before the placement where that can be; the days are for where it cannot."

# fmt: off
ROWS = (
    Timescale(
        code="LA1", title="Make the care plan",
        kind=Kind.CLOCK, amount=10, unit=WD, opens=(H.LOOKED_AFTER_BEGAN,), starts=(H.PLACEMENT_STARTED,),
        last_start=1, meets=(H.CARE_PLAN_SIGNED,), ends=CARE_ENDS, basis=Basis.LAW,
        source=f"{CARE_REGULATIONS} r4 (from memory) [S35]",
        warn_days=3, ladder=Ladder.WHOLE, work="care-plan", silent=CARE_COMES_LATER, note=BEFORE,
    ),
    Timescale(
        code="LA2", title="Make the placement plan",
        kind=Kind.CLOCK, amount=5, unit=WD, starts=(H.PLACEMENT_STARTED,), again=Again.RESTART,
        meets=(H.PLACEMENT_PLAN_SIGNED,), ends=MOVES, basis=Basis.LAW,
        source=f"{CARE_REGULATIONS} r9 (from memory) [S35]", warn_days=2, ladder=Ladder.WHOLE, work="placement-plan",
        silent=CARE_COMES_LATER, note=BEFORE,
    ),
    Timescale(
        code="LA3", title="Tell the area's authority, the doctor and the school where the child lives",
        kind=Kind.CLOCK, amount=5, unit=WD, starts=(H.PLACEMENT_STARTED,), again=Again.RESTART,
        meets=(H.PLACEMENT_NOTIFIED,), ends=MOVES, basis=Basis.LAW, source=f"{CARE_REGULATIONS} r13 (from memory)",
        warn_days=2, ladder=Ladder.WHOLE, work="placement-notice", silent=CARE_COMES_LATER, note=BEFORE,
    ),
    # Core, LA4 to LA7: a child among strangers is seen soon, and goes on being seen.
    Timescale(
        code="LA4", title="See the child in their new home",
        kind=Kind.CLOCK, amount=1, unit=WEEKS, starts=NEW_HOME, again=Again.RESTART, meets=(H.CHILD_SEEN,), ends=MOVES,
        basis=Basis.LAW, source=f"{CARE_REGULATIONS} r28(2)(a) [S40]", warn_days=2, ladder=Ladder.WHOLE, work="visit",
        is_core=True, note="A move with a change of carer starts it; a change of legal status alone does not.",
    ),
    Timescale(
        code="LA5", title="Visit the child, in the first year of a placement",
        kind=Kind.REPEAT, amount=6, unit=WEEKS, opens=NEW_HOME, starts=(H.CHILD_SEEN,), again=Again.RESTART,
        meets=(H.CHILD_SEEN,), ends=MOVES, is_repeat=True, until=A_YEAR, basis=Basis.LAW,
        source=f"{CARE_REGULATIONS} r28(2)(b) [S40][S42]", ladder=Ladder.WHOLE, work="visit", is_core=True,
        note="What counts is when the last visit was: one made within the first year is followed by six weeks.",
    ),
    Timescale(
        code="LA6", title="Visit the child, after a year in a placement meant to last",
        kind=Kind.REPEAT, amount=3, unit=MONTHS, opens=NEW_HOME, starts=(H.CHILD_SEEN,), again=Again.RESTART,
        needs=(H.PLACEMENT_MEANT_TO_LAST,), meets=(H.CHILD_SEEN,), ends=MOVES, is_repeat=True, since=A_YEAR,
        basis=Basis.LAW, source=f"{CARE_REGULATIONS} r28(2)(c)(i) [S40]", ladder=Ladder.WHOLE, work="visit",
        silent="Nothing records yet that a placement is meant to last until 18; until then six weeks hold for all.",
    ),
    Timescale(
        code="LA7", title="Visit the child, after a year in any other placement",
        kind=Kind.REPEAT, amount=6, unit=WEEKS, opens=NEW_HOME, starts=(H.CHILD_SEEN,), again=Again.RESTART,
        meets=(H.CHILD_SEEN,), ends=(H.PLACEMENT_MEANT_TO_LAST, *MOVES), is_repeat=True, since=A_YEAR, basis=Basis.LAW,
        source=f"{CARE_REGULATIONS} r28(2)(c)(ii) [S40]", ladder=Ladder.WHOLE, work="visit", is_core=True,
    ),
    Timescale(
        code="LA8", title="Visit the child, who agrees to fewer visits in a long-term foster placement",
        kind=Kind.REPEAT, amount=6, unit=MONTHS, opens=(H.FEWER_VISITS_AGREED,), starts=(H.CHILD_SEEN,),
        meets=(H.CHILD_SEEN,), ends=(H.FEWER_VISITS_WITHDRAWN, *MOVES), is_repeat=True, basis=Basis.LAW,
        source="2015 amendment of the regulations [S43]; the six months are from memory", warn_days=10,
        ladder=Ladder.WHOLE, work="visit", silent=CARE_COMES_LATER,
        note="After more than a year there, and only while a child who understands agrees.",
    ),
    Timescale(
        code="LA9", title="Visit the child placed with parents before their assessment",
        kind=Kind.REPEAT, amount=1, unit=WEEKS, starts=(H.PLACED_WITH_PARENTS,), meets=(H.CHILD_SEEN,), ends=MOVES,
        is_repeat=True, then=Span(6, WEEKS), then_after=(H.LOOKED_AFTER_REVIEW,), basis=Basis.LAW,
        source=f"{CARE_REGULATIONS} r28(3), r19 [S40]", warn_days=2, ladder=Ladder.WHOLE, work="visit",
        silent=CARE_COMES_LATER, note="Weekly until the first review, then every six weeks.",
    ),
    Timescale(
        code="LA10", title="Visit the child with a carer approved for a time, or at home under an interim order",
        kind=Kind.REPEAT, amount=1, unit=WEEKS, starts=(H.TEMPORARY_APPROVAL, H.INTERIM_ORDER_AT_HOME),
        meets=(H.CHILD_SEEN,), ends=(H.CARER_APPROVED, *MOVES), is_repeat=True, then=Span(4, WEEKS),
        then_after=(H.LOOKED_AFTER_REVIEW,), basis=Basis.LAW, source=f"{CARE_REGULATIONS} r28(4), r24 [S40]",
        warn_days=2, ladder=Ladder.WHOLE, work="visit", silent=CARE_COMES_LATER,
        note="Weekly until the first review, then every four weeks.",
    ),
    Timescale(
        code="LA11", title="Visit the child at home under a full care order",
        kind=Kind.REPEAT, amount=1, unit=WEEKS, starts=(H.CARE_ORDER_AT_HOME,), meets=(H.CHILD_SEEN,),
        ends=(H.CARE_ORDER_ENDED, *MOVES), is_repeat=True, then=Span(6, WEEKS), then_round=2, basis=Basis.LAW,
        source=f"{CARE_REGULATIONS} r28(5) [S40]", warn_days=2, ladder=Ladder.WHOLE, work="visit",
        silent=CARE_COMES_LATER, note="Within a week of the order, then every six weeks.",
    ),
    Timescale(
        code="LA12", title="Visit because the child, the carer or the reviewing officer asked",
        kind=Kind.CLOCK, amount=5, unit=WD, starts=(H.VISIT_ASKED_FOR,), meets=(H.CHILD_SEEN,), ends=CARE_ENDS,
        basis=Basis.LAW, source=f"{CARE_REGULATIONS} r28 (from memory)", warn_days=2, ladder=Ladder.WHOLE,
        work="visit", silent=CARE_COMES_LATER, note="The law says promptly; five working days are local.",
    ),
    Timescale(
        code="LA13", title="The temporary approval of a relative or friend as carer ends",
        kind=Kind.CAP, amount=16, unit=WEEKS, starts=(H.TEMPORARY_APPROVAL,), meets=(H.CARER_APPROVED,), ends=MOVES,
        extended_by=(H.TEMPORARY_APPROVAL_EXTENDED,), extension=8, extension_times=1, basis=Basis.LAW,
        source=f"{CARE_REGULATIONS} r24-25 (from memory)", warn_days=15, ladder=Ladder.WHOLE, work="carer-approval",
        silent=CARE_COMES_LATER, note="It may be extended once, by eight weeks.",
    ),
    Timescale(
        code="LA27", title="Find a school place after a move",
        kind=Kind.CLOCK, amount=20, unit=WD, starts=(H.PLACEMENT_STARTED,), again=Again.RESTART,
        meets=(H.SCHOOL_PLACE_FOUND,), ends=MOVES, basis=Basis.GUIDANCE, source="Statutory guidance (from memory)",
        ladder=Ladder.WHOLE, work="school-place", silent=CARE_COMES_LATER,
        note="The rule says school days; until term dates are entered, working days are counted.",
    ),
    Timescale(
        code="LA29a", title="A short break ends",
        kind=Kind.TIER, amount=17, unit=DAYS, starts=(H.SHORT_BREAK_STARTED,), meets=(H.SHORT_BREAK_ENDED,),
        ends=CARE_ENDS, basis=Basis.LAW, source=f"{CARE_REGULATIONS} r48 [S36]", warn_days=3, ladder=Ladder.WHOLE,
        work="short-break", silent=CARE_COMES_LATER, note="No break is longer than 17 days.",
    ),
    Timescale(
        code="LA29b", title="Short breaks: 75 days in twelve months at most",
        kind=Kind.MARKER, amount=75, unit=DAYS, starts=(H.SHORT_BREAK_STARTED,), basis=Basis.LAW,
        source=f"{CARE_REGULATIONS} r48 [S36]", work="short-break",
        note="It adds up days of several breaks, so it has no day of its own: 75 in twelve months at most.",
    ),
)
# fmt: on

"""Before court and in court (REFERENCE 2.4)."""

from camden.rules.timescales import Basis, Kind, Ladder, Span, Timescale, Unit
from cases.rules.happenings import Happened as H
from cases.rules.timescales.sources import CLOSED, COURT_COMES_LATER, PRACTICE_DIRECTION

WD, DAYS, WEEKS = Unit.WORKING_DAYS, Unit.DAYS, Unit.WEEKS
OUTCOME = (H.PRE_PROCEEDINGS_ENDED, H.PROCEEDINGS_ISSUED)
OFFER = "Children Act 1989 s31ZA, by the Children's Wellbeing and Schools Act 2026 s1 [S3]; commencement unset [S5]"
NOT_COMMENCED = "The section has no commencement date yet: until it has one this is good practice, and no clock runs."
DAY_ONE = (
    "Counted here with the day of issue as day 0, as everywhere. The practice direction calls the day of issue day 1:"
    " by its count the last day is one working day earlier."
)

# fmt: off
ROWS = (
    Timescale(
        code="PL1", title="Hold the first meeting before proceedings",
        kind=Kind.CLOCK, amount=10, unit=WD, starts=(H.LETTER_BEFORE_PROCEEDINGS,), meets=(H.PRE_PROCEEDINGS_MEETING,),
        ends=(*OUTCOME, *CLOSED), basis=Basis.LOCAL, source="Local practice (from memory)", warn_days=3,
        work="pre-proceedings-meeting", silent=COURT_COMES_LATER,
    ),
    Timescale(
        code="PL2", title="Review the time before proceedings half-way",
        kind=Kind.CLOCK, amount=8, unit=WEEKS, starts=(H.LETTER_BEFORE_PROCEEDINGS,), meets=(H.PRE_PROCEEDINGS_REVIEW,),
        ends=(*OUTCOME, *CLOSED), basis=Basis.LOCAL, source="Local practice (from memory)",
        work="pre-proceedings-review", silent=COURT_COMES_LATER,
    ),
    # Core: families wait between hope and court, and drift is what inspectors found.
    Timescale(
        code="PL3", title="Conclude the time before proceedings: step down, or apply to the court",
        kind=Kind.CLOCK, amount=16, unit=WEEKS, starts=(H.LETTER_BEFORE_PROCEEDINGS,), meets=OUTCOME, ends=CLOSED,
        basis=Basis.PRACTICE, source="Public Law Working Group, best practice guidance 2021 (from memory)",
        warn_days=15, work="pre-proceedings", is_core=True,
    ),
    Timescale(
        code="PL4", title="Offer a family group decision-making meeting, inside the letter before proceedings",
        kind=Kind.COUNTDOWN, amount=0, unit=DAYS, is_back=True, starts=(H.LETTER_PLANNED,),
        meets=(H.FAMILY_MEETING_OFFERED, H.FAMILY_MEETING_EXEMPT), ends=CLOSED, is_commenced=False, basis=Basis.LAW,
        source=OFFER, ladder=Ladder.WHOLE, work="family-meeting-offer",
        silent=NOT_COMMENCED,
        note="On the day the letter goes at the latest, because the offer stands in it.",
    ),
    Timescale(
        code="PL5", title="Hold the family group decision-making meeting before the application",
        kind=Kind.COUNTDOWN, amount=0, unit=DAYS, is_back=True, starts=(H.PROCEEDINGS_PLANNED,),
        needs=(H.FAMILY_MEETING_ACCEPTED,), meets=(H.FAMILY_MEETING_HELD, H.FAMILY_MEETING_EXEMPT),
        ends=(H.PROCEEDINGS_ISSUED, *CLOSED), is_commenced=False, basis=Basis.LAW, source=OFFER, ladder=Ladder.WHOLE,
        work="family-meeting",
        silent=NOT_COMMENCED,
        note="Where at least one person accepted: before the application is made, on its day at the latest.",
    ),
    Timescale(
        code="PL6", title="The application is issued and allocated",
        kind=Kind.CLOCK, amount=2, unit=WD, starts=(H.PROCEEDINGS_ISSUED,), meets=(H.COURT_ALLOCATED,),
        ends=(H.FINAL_ORDER, *CLOSED), basis=Basis.LAW, source=f"{PRACTICE_DIRECTION} [S32]", warn_days=0,
        ladder=Ladder.WHOLE, work="court-allocation", silent=COURT_COMES_LATER, note=DAY_ONE,
    ),
    Timescale(
        code="PL7", title="Case management hearing",
        kind=Kind.WINDOW, amount=18, unit=WD, window=Span(12, WD), starts=(H.PROCEEDINGS_ISSUED,),
        meets=(H.CASE_MANAGEMENT_HEARING,), ends=(H.FINAL_ORDER, *CLOSED), basis=Basis.LAW,
        source=f"{PRACTICE_DIRECTION} (from memory)", ladder=Ladder.WHOLE, work="case-management-hearing",
        silent=COURT_COMES_LATER, note=DAY_ONE,
    ),
    # Core: 26 weeks are long in the life of a baby.
    Timescale(
        code="PL8", title="The court disposes of the proceedings",
        kind=Kind.CLOCK, amount=26, unit=WEEKS, is_inclusive=True, starts=(H.PROCEEDINGS_ISSUED,),
        meets=(H.FINAL_ORDER,), ends=(H.DIED,), extended_by=(H.PROCEEDINGS_EXTENDED,), extension=8, basis=Basis.LAW,
        source="Children Act 1989 s32 [S33]; that the day of issue is day 1 is from memory", warn_days=15,
        ladder=Ladder.WHOLE, work="proceedings", is_core=True,
        note="The day of issue is day 1. Each extension the court grants is counted as its longest, eight weeks.",
    ),
    Timescale(
        code="PL9", title="File the report the court directed",
        kind=Kind.CLOCK, amount=8, unit=WEEKS, starts=(H.COURT_REPORT_DIRECTED,), meets=(H.COURT_REPORT_FILED,),
        ends=(H.DIED,), basis=Basis.LAW, source="Children Act 1989 s37 (from memory)", warn_days=10,
        ladder=Ladder.WHOLE, work="court-report", silent=COURT_COMES_LATER,
    ),
)
# fmt: on

"""Reviews, health, school and safety of looked-after children (REFERENCE 2.5)."""

from camden.rules.timescales import Basis, Kind, Ladder, Owner, Timescale, Unit
from cases.rules.happenings import Happened as H
from cases.rules.timescales.sources import CARE_COMES_LATER, CARE_REGULATIONS, HANDBOOK

HOURS, WD, DAYS, MONTHS = Unit.HOURS, Unit.WORKING_DAYS, Unit.DAYS, Unit.MONTHS
CARE_ENDS = (H.LOOKED_AFTER_ENDED, H.DIED)
IN_CARE = (H.LOOKED_AFTER_BEGAN,)
IRO = Owner.REVIEWING_OFFICER

# fmt: off
ROWS = (
    # Core, LA14 to LA16: the review is where a child in care is asked, and heard.
    Timescale(
        code="LA14", title="Hold the first review of a looked-after child",
        kind=Kind.CLOCK, amount=20, unit=WD, starts=IN_CARE, meets=(H.LOOKED_AFTER_REVIEW,), ends=CARE_ENDS,
        basis=Basis.LAW, source=f"{CARE_REGULATIONS} r33(1) [S41]", warn_days=15, owner=IRO, ladder=Ladder.WHOLE,
        work="looked-after-review", is_core=True,
    ),
    Timescale(
        code="LA15", title="Hold the second review",
        kind=Kind.CLOCK, amount=3, unit=MONTHS, opens=IN_CARE, starts=(H.LOOKED_AFTER_REVIEW,), last_start=1,
        meets=(H.LOOKED_AFTER_REVIEW,), ends=CARE_ENDS, basis=Basis.LAW, source=f"{CARE_REGULATIONS} r33(2) [S41]",
        warn_days=15, owner=IRO, ladder=Ladder.WHOLE, work="looked-after-review", is_core=True,
    ),
    Timescale(
        code="LA16", title="Hold the review",
        kind=Kind.REPEAT, amount=6, unit=MONTHS, opens=IN_CARE, starts=(H.LOOKED_AFTER_REVIEW,), first_start=2,
        meets=(H.LOOKED_AFTER_REVIEW,), ends=CARE_ENDS, is_repeat=True, basis=Basis.LAW,
        source=f"{CARE_REGULATIONS} r33(2) [S41]", warn_days=15, owner=IRO, ladder=Ladder.WHOLE,
        work="looked-after-review", is_core=True,
    ),
    Timescale(
        code="LA17", title="Hold an early review before what makes it needed",
        kind=Kind.COUNTDOWN, amount=0, unit=DAYS, is_back=True, opens=(H.LOOKED_AFTER_REVIEW,),
        starts=(H.EARLY_REVIEW_NEEDED,), meets=(H.LOOKED_AFTER_REVIEW,), ends=CARE_ENDS, basis=Basis.LAW,
        source=f"{CARE_REGULATIONS} r33(3) [S41]", owner=IRO, ladder=Ladder.WHOLE, work="looked-after-review",
        silent=CARE_COMES_LATER,
        note="Before the event: leaving care without a home, detention ending, or when the reviewing officer asks.",
    ),
    Timescale(
        code="LA18", title="Hold a review before the care plan changes much",
        kind=Kind.COUNTDOWN, amount=0, unit=DAYS, is_back=True, opens=(H.LOOKED_AFTER_REVIEW,),
        starts=(H.CARE_CHANGE_PLANNED,), meets=(H.LOOKED_AFTER_REVIEW,), ends=CARE_ENDS, basis=Basis.LAW,
        source=f"{CARE_REGULATIONS} r32(2) [S41]", owner=IRO, ladder=Ladder.WHOLE, work="looked-after-review",
        silent=CARE_COMES_LATER, note="By the day the change is planned for.",
    ),
    Timescale(
        code="LA19", title="Name the reviewing officer",
        kind=Kind.CLOCK, amount=5, unit=WD, starts=IN_CARE, meets=(H.REVIEWING_OFFICER_NAMED,), ends=CARE_ENDS,
        basis=Basis.GUIDANCE, source=HANDBOOK, warn_days=2, owner=Owner.MANAGER, ladder=Ladder.WHOLE,
        work="reviewing-officer", silent=CARE_COMES_LATER,
    ),
    Timescale(
        code="LA20a", title="Send the decisions of the review",
        kind=Kind.TIER, amount=5, unit=WD, starts=(H.LOOKED_AFTER_REVIEW,), meets=(H.LOOKED_AFTER_DECISIONS_SENT,),
        ends=(H.DIED,), basis=Basis.GUIDANCE, source=HANDBOOK, warn_days=2, owner=IRO, ladder=Ladder.WHOLE,
        work="review-decisions", silent=CARE_COMES_LATER,
    ),
    Timescale(
        code="LA20b", title="Send the full record of the review",
        kind=Kind.TIER, amount=15, unit=WD, starts=(H.LOOKED_AFTER_REVIEW,), meets=(H.LOOKED_AFTER_RECORD_SENT,),
        ends=(H.DIED,), basis=Basis.GUIDANCE, source=HANDBOOK, owner=IRO, ladder=Ladder.WHOLE,
        work="review-record", silent=CARE_COMES_LATER,
    ),
    Timescale(
        code="LA21", title="Agree the plan for permanence",
        kind=Kind.CLOCK, amount=4, unit=MONTHS, starts=IN_CARE, meets=(H.PERMANENCE_AGREED,), ends=CARE_ENDS,
        basis=Basis.GUIDANCE, source="Statutory guidance [S35]", warn_days=15, ladder=Ladder.WHOLE,
        work="permanence-plan", silent=CARE_COMES_LATER, note="By the second review, which is about four months.",
    ),
    Timescale(
        code="LA22", title="Have the first health assessment reported, in time for the first review",
        kind=Kind.CLOCK, amount=20, unit=WD, starts=IN_CARE, meets=(H.HEALTH_ASSESSMENT,), ends=CARE_ENDS,
        basis=Basis.LAW, source=f"{CARE_REGULATIONS} r7 (from memory)", warn_days=10, ladder=Ladder.WHOLE,
        work="health-assessment",
    ),
    Timescale(
        code="LA23a", title="Review the health assessment of a child under five",
        kind=Kind.TIER, amount=6, unit=MONTHS, opens=IN_CARE, starts=(H.HEALTH_ASSESSMENT,),
        meets=(H.HEALTH_ASSESSMENT,), ends=(H.TURNED_FIVE, *CARE_ENDS), is_repeat=True, basis=Basis.LAW,
        source=f"{CARE_REGULATIONS} r7 (from memory)", warn_days=15, ladder=Ladder.WHOLE, work="health-assessment",
        silent="No fact says yet that a child turned five, which changes the interval.",
    ),
    Timescale(
        code="LA23b", title="Review the health assessment of a child of five or more",
        kind=Kind.TIER, amount=12, unit=MONTHS, opens=IN_CARE, starts=(H.HEALTH_ASSESSMENT,), needs=(H.TURNED_FIVE,),
        meets=(H.HEALTH_ASSESSMENT,), ends=CARE_ENDS, is_repeat=True, basis=Basis.LAW,
        source=f"{CARE_REGULATIONS} r7 (from memory)", warn_days=15, ladder=Ladder.WHOLE, work="health-assessment",
        silent="No fact says yet that a child turned five, which changes the interval.",
    ),
    Timescale(
        code="LA24", title="See that the child has been to the dentist",
        kind=Kind.REPEAT, amount=12, unit=MONTHS, opens=IN_CARE, starts=(H.DENTAL_CHECK,), meets=(H.DENTAL_CHECK,),
        ends=CARE_ENDS, is_repeat=True, basis=Basis.REGULATOR, source="Ofsted, Annex A list 8 [S18]", warn_days=15,
        work="dental-check", silent=CARE_COMES_LATER, note="Some councils ask for every six months.",
    ),
    Timescale(
        code="LA25", title="Have the strengths and difficulties questionnaire filled in",
        kind=Kind.REPEAT, amount=12, unit=MONTHS, opens=IN_CARE, starts=(H.STRENGTHS_QUESTIONNAIRE,),
        meets=(H.STRENGTHS_QUESTIONNAIRE,), ends=CARE_ENDS, is_repeat=True, basis=Basis.REGULATOR,
        source="National return [S15]", warn_days=15, work="strengths-questionnaire", silent=CARE_COMES_LATER,
        note="For children of 4 to 16 looked after for a year or more.",
    ),
    Timescale(
        code="LA26a", title="Make the first personal education plan",
        kind=Kind.TIER, amount=10, unit=WD, starts=IN_CARE, meets=(H.EDUCATION_PLAN,), ends=CARE_ENDS,
        basis=Basis.GUIDANCE, source="Statutory guidance (from memory)", warn_days=3, ladder=Ladder.WHOLE,
        work="education-plan", silent=CARE_COMES_LATER,
    ),
    Timescale(
        code="LA26b", title="Review the personal education plan each school term",
        kind=Kind.TIER, amount=4, unit=MONTHS, opens=IN_CARE, starts=(H.EDUCATION_PLAN,), meets=(H.EDUCATION_PLAN,),
        ends=CARE_ENDS, is_repeat=True, basis=Basis.GUIDANCE, source="Statutory guidance (from memory)", warn_days=15,
        ladder=Ladder.WHOLE, work="education-plan", silent=CARE_COMES_LATER,
        note="The rule says each school term; until term dates are entered, a third of a year is counted.",
    ),
    # Core: what a child says after running away is said in the first days or not at all.
    Timescale(
        code="LA28", title="Offer and hold the return interview",
        kind=Kind.CLOCK, amount=72, unit=HOURS, starts=(H.RETURNED,),
        meets=(H.RETURN_INTERVIEW, H.RETURN_INTERVIEW_DECLINED), ends=(H.DIED,), basis=Basis.GUIDANCE,
        source="Statutory guidance on missing children 2014 (from memory)", warn_days=1, ladder=Ladder.WHOLE,
        work="return-interview", is_core=True, note="Each time the child comes back. An offer alone does not meet it.",
    ),
    Timescale(
        code="LA30a", title="Secure accommodation without a court ends",
        kind=Kind.TIER, amount=72, unit=HOURS, starts=(H.SECURE_ADMITTED,), meets=(H.SECURE_ENDED,), ends=(H.DIED,),
        basis=Basis.LAW, source="Secure accommodation law (from memory)", warn_days=1, owner=Owner.MANAGER,
        ladder=Ladder.WHOLE, work="secure", silent=CARE_COMES_LATER, note="72 hours in any 28 days.",
    ),
    Timescale(
        code="LA30b", title="Review the secure accommodation for the first time",
        kind=Kind.TIER, amount=1, unit=MONTHS, starts=(H.SECURE_ADMITTED,), meets=(H.SECURE_REVIEW,),
        ends=(H.SECURE_ENDED, H.DIED), basis=Basis.LAW, source="Secure accommodation law (from memory)", warn_days=10,
        owner=IRO, ladder=Ladder.WHOLE, work="secure-review", silent=CARE_COMES_LATER,
    ),
    Timescale(
        code="LA30c", title="Review the secure accommodation",
        kind=Kind.TIER, amount=3, unit=MONTHS, opens=(H.SECURE_ADMITTED,), starts=(H.SECURE_REVIEW,),
        meets=(H.SECURE_REVIEW,), ends=(H.SECURE_ENDED, H.DIED), is_repeat=True, basis=Basis.LAW,
        source="Secure accommodation law (from memory)", warn_days=15, owner=IRO, ladder=Ladder.WHOLE,
        work="secure-review", silent=CARE_COMES_LATER,
    ),
    Timescale(
        code="LA31", title="Have the end of care approved",
        kind=Kind.MARKER, amount=0, unit=DAYS, starts=(H.LOOKED_AFTER_ENDED,), basis=Basis.LAW,
        source="2015 amendment of the regulations [S43]; the detail is from memory", owner=Owner.MANAGER,
        work="end-of-care",
        note="It says who approves, not by when: a nominated officer, and the director for a child of 16 or 17.",
    ),
)
# fmt: on

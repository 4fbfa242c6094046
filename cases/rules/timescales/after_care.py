"""Adoption, leaving care, private fostering (REFERENCE 2.6)."""

from camden.rules.timescales import Again, Basis, Kind, Ladder, Owner, Span, Timescale, Unit
from cases.rules.happenings import Happened as H
from cases.rules.timescales.sources import CARE_COMES_LATER, CARE_REGULATIONS

HOURS, WD, DAYS, WEEKS, MONTHS = Unit.HOURS, Unit.WORKING_DAYS, Unit.DAYS, Unit.WEEKS, Unit.MONTHS
ADOPTED = (H.ADOPTION_ORDER, H.PLACEMENT_ENDED, H.DIED)
ADOPTION_LAW = "Adoption Agencies Regulations r36 (from memory)"
LEAVERS_LAW = "Care Leavers (England) Regulations 2010"
FOSTERING_LAW = "Children (Private Arrangements for Fostering) Regulations 2005"
UNTIL_21 = (H.LEAVING_CARE_ENDED, H.DIED)
ARRANGED = (H.PRIVATE_FOSTERING_ENDED, H.LOOKED_AFTER_BEGAN, H.DIED)

# fmt: off
ROWS = (
    Timescale(
        code="AD1", title="Decide on the panel's recommendation",
        kind=Kind.CLOCK, amount=7, unit=WD, starts=(H.PANEL_RECOMMENDED,), meets=(H.AGENCY_DECIDED,), ends=(H.DIED,),
        basis=Basis.GUIDANCE, source="Statutory guidance on adoption (from memory)", warn_days=2, owner=Owner.MANAGER,
        ladder=Ladder.WHOLE, work="agency-decision", silent=CARE_COMES_LATER,
    ),
    Timescale(
        code="AD2", title="Visit the child placed for adoption",
        kind=Kind.REPEAT, amount=1, unit=WEEKS, starts=(H.ADOPTIVE_PLACEMENT,), meets=(H.CHILD_SEEN,),
        ends=(H.ADOPTION_REVIEW, *ADOPTED), is_repeat=True, basis=Basis.LAW, source=ADOPTION_LAW, warn_days=2,
        ladder=Ladder.WHOLE, work="visit", silent=CARE_COMES_LATER,
        note="Within a week, then weekly until the first review, which sets what follows.",
    ),
    Timescale(
        code="AD3a", title="Hold the first review of a child placed for adoption",
        kind=Kind.TIER, amount=4, unit=WEEKS, starts=(H.ADOPTIVE_PLACEMENT,), meets=(H.ADOPTION_REVIEW,), ends=ADOPTED,
        basis=Basis.LAW, source=ADOPTION_LAW, warn_days=10, owner=Owner.REVIEWING_OFFICER, ladder=Ladder.WHOLE,
        work="adoption-review", silent=CARE_COMES_LATER,
    ),
    Timescale(
        code="AD3b", title="Hold the second review of a child placed for adoption",
        kind=Kind.TIER, amount=3, unit=MONTHS, opens=(H.ADOPTIVE_PLACEMENT,), starts=(H.ADOPTION_REVIEW,), last_start=1,
        meets=(H.ADOPTION_REVIEW,), ends=ADOPTED, basis=Basis.LAW, source=ADOPTION_LAW, warn_days=15,
        owner=Owner.REVIEWING_OFFICER, ladder=Ladder.WHOLE, work="adoption-review", silent=CARE_COMES_LATER,
        note="Three months after the first review.",
    ),
    Timescale(
        code="AD3c", title="Hold the next review of a child placed for adoption",
        kind=Kind.TIER, amount=6, unit=MONTHS, opens=(H.ADOPTIVE_PLACEMENT,), starts=(H.ADOPTION_REVIEW,),
        first_start=2, meets=(H.ADOPTION_REVIEW,), ends=ADOPTED, is_repeat=True, basis=Basis.LAW, source=ADOPTION_LAW,
        warn_days=15, owner=Owner.REVIEWING_OFFICER, ladder=Ladder.WHOLE, work="adoption-review",
        silent=CARE_COMES_LATER, note="Every six months from the second review on.",
    ),
    # Core: what a young person will need at 18 is asked at 16, or too late.
    Timescale(
        code="LC1", title="Complete the assessment of what a young person needs to leave care",
        kind=Kind.CLOCK, amount=3, unit=MONTHS, starts=(H.LEAVING_CARE_ELIGIBLE,), again=Again.KEEP,
        meets=(H.PATHWAY_NEEDS_ASSESSMENT,), ends=(H.DIED,), basis=Basis.LAW, source=f"{CARE_REGULATIONS} r42 [S37]",
        warn_days=15, ladder=Ladder.WHOLE, work="needs-assessment", is_core=True,
        note="From the 16th birthday, or from the day a young person becomes eligible after it.",
    ),
    Timescale(
        code="LC2", title="Agree the pathway plan",
        kind=Kind.CLOCK, amount=10, unit=WD, starts=(H.PATHWAY_NEEDS_ASSESSMENT,), meets=(H.PATHWAY_PLAN_SIGNED,),
        ends=UNTIL_21, basis=Basis.LAW, source=f"{CARE_REGULATIONS} r43 (from memory)", warn_days=3,
        owner=Owner.ADVISER, ladder=Ladder.WHOLE, work="pathway-plan", silent=CARE_COMES_LATER,
        note="The law says as soon as possible; ten working days are local.",
    ),
    Timescale(
        code="LC3a", title="Review the pathway plan",
        kind=Kind.TIER, amount=6, unit=MONTHS, starts=(H.PATHWAY_PLAN_SIGNED,), meets=(H.PATHWAY_PLAN_REVIEWED,),
        ends=UNTIL_21, is_repeat=True, basis=Basis.LAW, source=f"{LEAVERS_LAW} r7 (from memory)", warn_days=15,
        owner=Owner.ADVISER, ladder=Ladder.WHOLE, work="pathway-review", silent=CARE_COMES_LATER,
    ),
    Timescale(
        code="LC3b", title="Review the pathway plan after a move",
        kind=Kind.TIER, amount=28, unit=DAYS, starts=(H.CARE_LEAVER_MOVED,), again=Again.RESTART,
        meets=(H.PATHWAY_PLAN_REVIEWED,), ends=UNTIL_21, basis=Basis.LAW, source=f"{LEAVERS_LAW} r7 (from memory)",
        owner=Owner.ADVISER, ladder=Ladder.WHOLE, work="pathway-review", silent=CARE_COMES_LATER,
    ),
    Timescale(
        code="LC4", title="The personal adviser visits the young person",
        kind=Kind.REPEAT, amount=7, unit=DAYS, starts=(H.CARE_LEAVER_MOVED,), again=Again.RESTART,
        meets=(H.ADVISER_VISIT,), ends=UNTIL_21, is_repeat=True, then=Span(2, MONTHS), then_round=2, basis=Basis.LAW,
        source=f"{LEAVERS_LAW} r8 and guidance (from memory)", warn_days=2, owner=Owner.ADVISER, ladder=Ladder.WHOLE,
        work="adviser-visit", silent=CARE_COMES_LATER,
        note="Within seven days of a move, then every two months; in touch every eight weeks.",
    ),
    Timescale(
        code="LC5", title="Say how a care leaver is around their birthday",
        kind=Kind.WINDOW, amount=1, unit=MONTHS, window=Span(-3, MONTHS), starts=(H.BIRTHDAY,),
        meets=(H.IN_TOUCH_RECORDED,), ends=(H.DIED,), basis=Basis.REGULATOR,
        source="National return [S15]; the window is from memory", warn_days=15, owner=Owner.ADVISER,
        work="in-touch", silent=CARE_COMES_LATER,
        note="Each birthday from the 17th to the 21st: from three months before until one month after it.",
    ),
    Timescale(
        code="PF1", title="Those who arrange private fostering tell the council",
        kind=Kind.COUNTDOWN, amount=6, unit=WEEKS, is_back=True, starts=(H.PRIVATE_FOSTERING_PLANNED,),
        meets=(H.PRIVATE_FOSTERING_NOTIFIED,), ends=(H.DIED,), basis=Basis.LAW, source=f"{FOSTERING_LAW} r3 [S38]",
        ladder=Ladder.WHOLE, work="private-fostering-notice", silent="Others must tell us: nothing here can start it.",
        note="Six weeks before it begins, counted back from that day; where it begins sooner, at once.",
    ),
    # Core, PF2 and PF3: a child far from their family, whom nobody else looks in on.
    Timescale(
        code="PF2", title="Visit the privately fostered child and make enquiries",
        kind=Kind.CLOCK, amount=7, unit=WD, starts=(H.PRIVATE_FOSTERING_NOTIFIED,), again=Again.KEEP,
        meets=(H.PRIVATE_FOSTERING_VISIT, H.CHILD_SEEN), ends=ARRANGED, basis=Basis.LAW,
        source=f"{FOSTERING_LAW} r4, r7 (from memory)", warn_days=3, ladder=Ladder.WHOLE, work="visit", is_core=True,
    ),
    Timescale(
        code="PF3", title="Visit the privately fostered child",
        kind=Kind.REPEAT, amount=6, unit=WEEKS, starts=(H.PRIVATE_FOSTERING_NOTIFIED,),
        meets=(H.PRIVATE_FOSTERING_VISIT, H.CHILD_SEEN), ends=ARRANGED, is_repeat=True, then=Span(12, WEEKS),
        then_since=Span(12, MONTHS), basis=Basis.LAW, source=f"{FOSTERING_LAW} r8 [S39]", ladder=Ladder.WHOLE,
        work="visit", is_core=True,
        note="Every six weeks for a year from when we became aware, then every twelve. The child is spoken to alone.",
    ),
    Timescale(
        code="PF4", title="The carer tells us that a privately fostered child has left",
        kind=Kind.CLOCK, amount=48, unit=HOURS, starts=(H.PRIVATE_FOSTERING_ENDED,), meets=(H.CARER_TOLD_US,),
        ends=(H.DIED,), basis=Basis.LAW, source="Private fostering law (from memory)", warn_days=0,
        ladder=Ladder.WHOLE, work="private-fostering-notice", silent="Others must tell us: nothing here can stop it.",
    ),
)
# fmt: on

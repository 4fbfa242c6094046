"""From worry to conference: strategy discussion, enquiry, emergency powers, notifications (REFERENCE 2.2)."""

from camden.rules.timescales import Basis, Kind, Ladder, Owner, Span, Timescale, Unit
from cases.rules.happenings import Happened as H
from cases.rules.timescales.sources import CLOSED, NOT_RECORDED, WORKING_TOGETHER

HOURS, WD, DAYS, WEEKS = Unit.HOURS, Unit.WORKING_DAYS, Unit.DAYS, Unit.WEEKS
IN_FORCE = "Working Together, statutory guidance [S23][S24]"

# fmt: off
ROWS = (
    # Core: the first hours of a child who may be in danger.
    Timescale(
        code="CP1", title="Hold the strategy discussion",
        kind=Kind.CLOCK, amount=24, unit=HOURS, starts=(H.CAUSE_IDENTIFIED,),
        meets=(H.STRATEGY_DISCUSSION, H.ENQUIRY_STARTED), ends=CLOSED, basis=Basis.GUIDANCE,
        source="Statutory guidance: at once; the 24 hours are local procedure [S22]", warn_days=0, owner=Owner.MANAGER,
        ladder=Ladder.WHOLE, work="strategy-discussion", is_core=True, note="At once; councils say 24 hours at most.",
    ),
    # Core: a legal power that ends by itself, and leaves a child without it.
    Timescale(
        code="CP2", title="Police protection ends",
        kind=Kind.CAP, amount=72, unit=HOURS, starts=(H.POLICE_PROTECTION,),
        meets=(H.EMERGENCY_ORDER, H.INTERIM_ORDER, H.POLICE_PROTECTION_ENDED), ends=CLOSED,
        basis=Basis.LAW, source="Children Act 1989 s46 (from memory)", warn_days=1, owner=Owner.MANAGER,
        ladder=Ladder.WHOLE, work="emergency-powers", is_core=True,
    ),
    Timescale(
        code="CP3", title="The emergency protection order ends",
        kind=Kind.CAP, amount=8, unit=DAYS, starts=(H.EMERGENCY_ORDER,),
        meets=(H.INTERIM_ORDER, H.EMERGENCY_ORDER_ENDED), ends=CLOSED, extended_by=(H.EMERGENCY_ORDER_EXTENDED,),
        extension=7, extension_times=1, basis=Basis.LAW, source="Children Act 1989 s44-45 (from memory)", warn_days=3,
        owner=Owner.MANAGER, ladder=Ladder.WHOLE, work="emergency-powers", is_core=True,
        note="The court may extend it once, by seven days.",
    ),
    # Core: the clock an inspector looks at first, and with reason.
    Timescale(
        code="CP4", title="Hold the initial child protection conference",
        kind=Kind.CLOCK, amount=15, unit=WD, starts=(H.ENQUIRY_STARTED,),
        meets=(H.INITIAL_CONFERENCE, H.CONFERENCE_NOT_REQUIRED), ends=CLOSED,
        basis=Basis.GUIDANCE, source=IN_FORCE, warn_days=10, ladder=Ladder.WHOLE, work="initial-conference",
        is_core=True,
        note="It counts from the discussion that began the enquiry; only a conference stops it, or that none is due.",
    ),
    Timescale(
        code="CP5a", title="Share the report with the family before the initial conference",
        kind=Kind.TIER, amount=2, unit=WD, is_back=True, starts=(H.CONFERENCE_PLANNED,), meets=(H.REPORT_SHARED,),
        ends=(H.INITIAL_CONFERENCE, H.CONFERENCE_NOT_REQUIRED, *CLOSED), basis=Basis.LOCAL,
        source="Local procedure", warn_days=3, work="conference-report", note="Counts back from the conference.",
    ),
    Timescale(
        code="CP5b", title="Share the report with the family before the review conference",
        kind=Kind.TIER, amount=5, unit=WD, is_back=True, starts=(H.REVIEW_PLANNED,),
        opens=(H.INITIAL_CONFERENCE, H.REVIEW_CONFERENCE), meets=(H.REPORT_SHARED,),
        ends=(H.REVIEW_CONFERENCE, H.PROTECTION_PLAN_ENDED, *CLOSED), basis=Basis.LOCAL,
        source="Local procedure; five days seen at [S25]", warn_days=3, work="conference-report",
        note="Counts back from the conference.",
    ),
    Timescale(
        code="CP6", title="Send the outline plan and the decisions of the conference",
        kind=Kind.CLOCK, amount=5, unit=WD, starts=(H.INITIAL_CONFERENCE, H.REVIEW_CONFERENCE),
        meets=(H.DECISIONS_SENT,), ends=CLOSED, basis=Basis.LOCAL, source="Local procedure (from memory)", warn_days=1,
        owner=Owner.CHAIR, work="conference-decisions",
        note="Councils set one to five working days; the longest is shipped.",
    ),
    Timescale(
        code="CP7", title="Send the record of the conference",
        kind=Kind.CLOCK, amount=20, unit=WD, starts=(H.INITIAL_CONFERENCE, H.REVIEW_CONFERENCE),
        meets=(H.CONFERENCE_RECORD_SENT,), ends=CLOSED, basis=Basis.LOCAL, source="Local procedure (from memory)",
        owner=Owner.CHAIR, work="conference-record",
        note="Councils set fifteen to twenty working days; the longest is shipped.",
    ),
    Timescale(
        code="CP16", title="Hold the conference for a child who moved here with a protection plan",
        kind=Kind.CLOCK, amount=15, unit=WD, starts=(H.MOVED_IN,), meets=(H.TRANSFER_IN_CONFERENCE,), ends=CLOSED,
        basis=Basis.GUIDANCE, source="Child protection procedures (from memory)", warn_days=10, ladder=Ladder.WHOLE,
        work="transfer-in-conference", silent="Nothing records yet that another authority told us of a move.",
    ),
    Timescale(
        code="CP19", title="Hold the conference before the birth",
        kind=Kind.COUNTDOWN, amount=8, unit=WEEKS, is_back=True, window=Span(-12, WEEKS), starts=(H.EXPECTED_BIRTH,),
        meets=(H.PRE_BIRTH_CONFERENCE,), ends=CLOSED, basis=Basis.LOCAL, source="London procedure (from memory)",
        warn_days=15, work="initial-conference", silent="No fact says yet that a conference was held before a birth.",
        note="Counts back from the day the baby is expected, taken as 40 weeks: from 28 weeks on, by 32 weeks.",
    ),
    Timescale(
        code="CP20a", title="Notify a serious incident",
        kind=Kind.TIER, amount=5, unit=WD, starts=(H.INCIDENT_KNOWN,), meets=(H.INCIDENT_NOTIFIED,),
        basis=Basis.GUIDANCE, source=f"{WORKING_TOGETHER} (from memory)", warn_days=2, owner=Owner.MANAGER,
        ladder=Ladder.WHOLE, work="incident", silent=NOT_RECORDED,
    ),
    Timescale(
        code="CP20b", title="Finish the rapid review of a serious incident",
        kind=Kind.TIER, amount=15, unit=WD, starts=(H.INCIDENT_KNOWN,), meets=(H.RAPID_REVIEW_SENT,),
        basis=Basis.GUIDANCE, source=f"{WORKING_TOGETHER} (from memory)", owner=Owner.MANAGER,
        ladder=Ladder.WHOLE, work="rapid-review", silent=NOT_RECORDED,
    ),
    Timescale(
        code="CP21", title="Tell the designated officer of an allegation against somebody who works with children",
        kind=Kind.CLOCK, amount=1, unit=WD, starts=(H.ALLEGATION_KNOWN,), meets=(H.DESIGNATED_OFFICER_TOLD,),
        basis=Basis.GUIDANCE, source=f"{WORKING_TOGETHER} (from memory)", warn_days=0, owner=Owner.MANAGER,
        ladder=Ladder.WHOLE, work="allegation", silent=NOT_RECORDED,
    ),
)
# fmt: on

"""The front door, help by agreement, and the assessment (REFERENCE 2.1)."""

from camden.rules.timescales import Basis, Kind, Ladder, Owner, Timescale, Unit
from cases.rules.happenings import Happened as H
from cases.rules.timescales.sources import CLOSED, WORKING_TOGETHER

HOURS, WD, DAYS, WEEKS, MONTHS = Unit.HOURS, Unit.WORKING_DAYS, Unit.DAYS, Unit.WEEKS, Unit.MONTHS
LONDON = "London threshold practice (from memory)"

# fmt: off
ROWS = (
    # Core: a family waits for the answer, and a child may be in danger meanwhile.
    Timescale(
        code="FD1", title="Decide what a referral needs, and tell the referrer that it came",
        kind=Kind.CLOCK, amount=1, unit=WD, starts=(H.REFERRAL_RECEIVED,), meets=(H.REFERRAL_DECIDED,), ends=CLOSED,
        basis=Basis.GUIDANCE, source=WORKING_TOGETHER, warn_days=0, owner=Owner.MANAGER, ladder=Ladder.WHOLE,
        work="referral-decision", is_core=True, note="That the referrer is told that it came is from memory.",
    ),
    Timescale(
        code="FD2a", title="Decide a contact rated red",
        kind=Kind.TIER, amount=4, unit=HOURS, starts=(H.CONTACT_RECEIVED,), needs=(H.CONTACT_RATED_RED,),
        meets=(H.CONTACT_DECIDED,), basis=Basis.LOCAL, source=LONDON, warn_days=0, owner=Owner.MANAGER, work="triage",
    ),
    Timescale(
        code="FD2b", title="Decide a contact rated amber",
        kind=Kind.TIER, amount=1, unit=WD, starts=(H.CONTACT_RECEIVED,), needs=(H.CONTACT_RATED_AMBER,),
        meets=(H.CONTACT_DECIDED,), basis=Basis.LOCAL, source=LONDON, warn_days=0, owner=Owner.MANAGER, work="triage",
    ),
    Timescale(
        code="FD2c", title="Decide a contact rated green",
        kind=Kind.TIER, amount=3, unit=WD, starts=(H.CONTACT_RECEIVED,), needs=(H.CONTACT_RATED_GREEN,),
        meets=(H.CONTACT_DECIDED,), basis=Basis.LOCAL, source=LONDON, warn_days=1, owner=Owner.MANAGER, work="triage",
    ),
    Timescale(
        code="FD3", title="Tell the referrer and the family what was decided",
        kind=Kind.CLOCK, amount=1, unit=WD, starts=(H.REFERRAL_DECIDED,), meets=(H.REFERRER_TOLD,), ends=CLOSED,
        basis=Basis.LOCAL, source=f"{WORKING_TOGETHER}; the number of days is local", warn_days=0,
        work="referrer-told", note="Some councils allow three working days.",
    ),
    Timescale(
        code="FD4", title="Referred again within twelve months",
        kind=Kind.MARKER, amount=12, unit=MONTHS, starts=(H.REFERRAL_RECEIVED,),
        basis=Basis.REGULATOR, source="Ofsted, Annex A list 3 [S18]", work="re-referral",
        note="It marks a referral that comes within twelve months of the one before.",
    ),
    # Core: help by agreement drifts most quietly, and nobody else asks.
    Timescale(
        code="EH1", title="Review the help with the family and those around them",
        kind=Kind.REPEAT, amount=12, unit=WEEKS, starts=(H.HELP_PLAN_STARTED,), meets=(H.HELP_PLAN_REVIEWED,),
        ends=(H.HELP_PLAN_ENDED, H.NEED_PLAN_STARTED, H.PROTECTION_PLAN_STARTED, H.DIED), is_repeat=True,
        basis=Basis.LOCAL, source="Local practice (from memory)", warn_days=10, work="help-review", is_core=True,
        note="Councils set six to twelve weeks; the longest is shipped.",
    ),
    # Core: the one date every family asks about.
    Timescale(
        code="AS1", title="Complete the assessment and have it authorised",
        kind=Kind.CLOCK, amount=45, unit=WD, starts=(H.ASSESSMENT_CALLED_FOR,),
        meets=(H.ASSESSMENT_AUTHORISED,), ends=(H.ASSESSMENT_ENDED, *CLOSED), basis=Basis.GUIDANCE,
        source=f"{WORKING_TOGETHER}; national return, check 8670Q [S17]", warn_days=15,
        ladder=Ladder.WHOLE, work="assessment", is_core=True,
        note="It counts from the referral that the assessment answers.",
    ),
    Timescale(
        code="AS2", title="Ask whether the assessment needs all its 45 days",
        kind=Kind.CLOCK, amount=10, unit=WD, starts=(H.ASSESSMENT_STARTED,), meets=(H.ASSESSMENT_CHECKED,),
        ends=(H.ASSESSMENT_AUTHORISED, H.ASSESSMENT_ENDED, *CLOSED), basis=Basis.LOCAL,
        source="Local practice (from memory)", warn_days=2, owner=Owner.MANAGER, work="assessment-checkpoint",
    ),
    Timescale(
        code="AS3", title="See the child for the assessment",
        kind=Kind.CLOCK, amount=10, unit=WD, starts=(H.ASSESSMENT_STARTED,), meets=(H.CHILD_SEEN,),
        ends=(H.ASSESSMENT_AUTHORISED, H.ASSESSMENT_ENDED, *CLOSED), basis=Basis.LOCAL,
        source="Local practice; whether the child was seen is asked by Annex A list 4 [S18]", warn_days=3, work="visit",
        note="Councils set five to ten working days, and at once where harm is feared; the longest is shipped.",
    ),
    # Core: a young person without a bed tonight.
    Timescale(
        code="AS4", title="Begin the joint assessment of a homeless young person",
        kind=Kind.CLOCK, amount=0, unit=DAYS, starts=(H.HOMELESS_PRESENTED,),
        meets=(H.ASSESSMENT_STARTED, H.LOOKED_AFTER_BEGAN), ends=CLOSED,
        basis=Basis.GUIDANCE, source="Guidance on homeless 16- and 17-year-olds (from memory)", warn_days=0,
        ladder=Ladder.WHOLE, work="assessment-start", is_core=True, note="On the same day.",
    ),
)
# fmt: on

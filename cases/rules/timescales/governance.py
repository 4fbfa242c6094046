"""The record itself, its audit, and what people may ask of us (REFERENCE 2.7)."""

from camden.rules.timescales import Basis, Kind, Ladder, Owner, Timescale, Unit
from cases.rules.happenings import Happened as H
from cases.rules.timescales.sources import NOT_RECORDED, OURS

HOURS, WD, DAYS, MONTHS = Unit.HOURS, Unit.WORKING_DAYS, Unit.DAYS, Unit.MONTHS
DATA = "UK General Data Protection Regulation"
COMPLAINTS = "Complaints regulations 2006 (from memory)"
OFFICE = Owner.GOVERNANCE

# fmt: off
ROWS = (
    Timescale(
        code="PR9a", title="Bring the chronology up to date after something important",
        kind=Kind.TIER, amount=5, unit=WD, starts=(H.SIGNIFICANT_EVENT,), meets=(H.CHRONOLOGY_REFRESHED,),
        ends=(H.NEED_ENDED, H.DIED), basis=Basis.PRACTICE, source=OURS, warn_days=2, work="chronology",
        silent=NOT_RECORDED,
    ),
    Timescale(
        code="PR9b", title="Bring the chronology up to date before a conference",
        kind=Kind.TIER, amount=0, unit=DAYS, is_back=True, starts=(H.CONFERENCE_PLANNED, H.REVIEW_PLANNED),
        meets=(H.CHRONOLOGY_REFRESHED,), ends=(H.NEED_ENDED, H.DIED), basis=Basis.PRACTICE, source=OURS,
        work="chronology", silent=NOT_RECORDED, note="Before every conference, court hearing and transfer.",
    ),
    Timescale(
        code="PR10", title="Draw the month's sample of records to audit",
        kind=Kind.REPEAT, amount=1, unit=MONTHS, starts=(H.AUDIT_SAMPLE,), meets=(H.AUDIT_SAMPLE,), is_repeat=True,
        basis=Basis.LOCAL, source="Local practice", owner=Owner.MANAGER, work="audit", silent=NOT_RECORDED,
        note="How many for each team is local.",
    ),
    Timescale(
        code="IG1", title="Answer somebody who asked for their own record",
        kind=Kind.CLOCK, amount=1, unit=MONTHS, starts=(H.SUBJECT_REQUEST,), meets=(H.SUBJECT_REQUEST_ANSWERED,),
        extended_by=(H.SUBJECT_REQUEST_EXTENDED,), extension=2, extension_times=1, basis=Basis.LAW,
        source=f"{DATA} article 12 (from memory)", warn_days=10, owner=OFFICE, ladder=Ladder.WHOLE,
        work="subject-request", silent=NOT_RECORDED, note="Two months more where it is complex, said within the first.",
    ),
    Timescale(
        code="IG2", title="Answer a freedom of information request",
        kind=Kind.CLOCK, amount=20, unit=WD, starts=(H.INFORMATION_REQUEST,), meets=(H.INFORMATION_REQUEST_ANSWERED,),
        basis=Basis.LAW, source="Freedom of information law (from memory)", warn_days=10, owner=OFFICE,
        ladder=Ladder.WHOLE, work="information-request", silent=NOT_RECORDED,
    ),
    Timescale(
        code="IG3", title="Report a breach of personal data",
        kind=Kind.CLOCK, amount=72, unit=HOURS, starts=(H.BREACH_KNOWN,), meets=(H.BREACH_REPORTED,), basis=Basis.LAW,
        source=f"{DATA} (from memory)", warn_days=1, owner=OFFICE, ladder=Ladder.WHOLE, work="breach",
        silent=NOT_RECORDED,
    ),
    Timescale(
        code="IG4a", title="Answer a complaint",
        kind=Kind.TIER, amount=10, unit=WD, starts=(H.COMPLAINT,), meets=(H.COMPLAINT_ANSWERED,),
        extended_by=(H.COMPLAINT_EXTENDED,), extension=10, extension_times=1, basis=Basis.LAW, source=COMPLAINTS,
        warn_days=3, owner=Owner.MANAGER, ladder=Ladder.WHOLE, work="complaint", silent=NOT_RECORDED,
        note="Twenty working days where it is extended.",
    ),
    Timescale(
        code="IG4b", title="Finish the investigation of a complaint",
        kind=Kind.TIER, amount=25, unit=WD, starts=(H.COMPLAINT_INVESTIGATION,), meets=(H.COMPLAINT_ANSWERED,),
        extended_by=(H.COMPLAINT_EXTENDED,), extension=40, extension_times=1, basis=Basis.LAW, source=COMPLAINTS,
        warn_days=10, owner=OFFICE, ladder=Ladder.WHOLE, work="complaint", silent=NOT_RECORDED,
        note="65 working days where it is extended.",
    ),
    Timescale(
        code="IG4c", title="Hold the panel on a complaint",
        kind=Kind.TIER, amount=30, unit=WD, starts=(H.COMPLAINT_PANEL,), meets=(H.COMPLAINT_ANSWERED,),
        basis=Basis.LAW, source=COMPLAINTS, warn_days=10, owner=OFFICE, ladder=Ladder.WHOLE, work="complaint",
        silent=NOT_RECORDED,
    ),
)
# fmt: on

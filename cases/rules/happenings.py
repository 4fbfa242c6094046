"""What can happen to a child's record that a timescale counts from, is met by, or ends with: one word for each.

Facts live in tables of their own; the view `cases_happening` says them all in these words, so that one piece of
Python and one of SQL read the whole journey alike. A kind without a table yet is kept as a `Milestone`.
"""

from enum import StrEnum


class Happened(StrEnum):
    """The kinds of dated facts. The value is what the command line and the database say."""

    # Front door, referral
    CONTACT_RECEIVED = "contact-received"
    CONTACT_RATED_RED = "contact-rated-red"
    CONTACT_RATED_AMBER = "contact-rated-amber"
    CONTACT_RATED_GREEN = "contact-rated-green"
    CONTACT_DECIDED = "contact-decided"
    REFERRAL_RECEIVED = "referral-received"
    REFERRAL_DECIDED = "referral-decided"
    REFERRER_TOLD = "referrer-told"
    NEED_ENDED = "need-ended"
    """The episode of need closed: every clock of the child that waits for nothing else ends."""
    DIED = "died"
    # Help by agreement, and the assessment
    HELP_PLAN_STARTED = "help-plan-started"
    HELP_PLAN_REVIEWED = "help-plan-reviewed"
    HELP_PLAN_ENDED = "help-plan-ended"
    ASSESSMENT_CALLED_FOR = "assessment-called-for"
    """The day of the referral that an assessment answers: its 45 working days count from there."""
    ASSESSMENT_STARTED = "assessment-started"
    ASSESSMENT_CHECKED = "assessment-checked"
    """A manager's checkpoint: does it need all of its 45 days?"""
    ASSESSMENT_SHARED = "assessment-shared"
    ASSESSMENT_AUTHORISED = "assessment-authorised"
    ASSESSMENT_ENDED = "assessment-ended"
    """Stopped without being authorised: the child moved, or help was not wanted."""
    HOMELESS_PRESENTED = "homeless-presented"
    """A young person of 16 or 17 came and said that they have nowhere to live."""
    # Children in need
    NEED_PLAN_STARTED = "need-plan-started"
    NEED_PLAN_REVIEWED = "need-plan-reviewed"
    REVIEW_RECORD_SENT = "review-record-sent"
    NEED_PLAN_ENDED = "need-plan-ended"
    # Protection
    CAUSE_IDENTIFIED = "cause-identified"
    """Reasonable cause to suspect that a child suffers, or is likely to suffer, significant harm."""
    STRATEGY_DISCUSSION = "strategy-discussion"
    ENQUIRY_STARTED = "enquiry-started"
    """The strategy discussion that initiates an enquiry under section 47: its clock starts there."""
    ENQUIRY_ENDED = "enquiry-ended"
    CONFERENCE_NOT_REQUIRED = "conference-not-required"
    CONFERENCE_PLANNED = "conference-planned"
    """The day a conference is booked for: what must be shared before it counts back from that day."""
    REVIEW_PLANNED = "review-planned"
    REPORT_SHARED = "report-shared"
    INITIAL_CONFERENCE = "initial-conference"
    REVIEW_CONFERENCE = "review-conference"
    DECISIONS_SENT = "decisions-sent"
    CONFERENCE_RECORD_SENT = "conference-record-sent"
    PROTECTION_PLAN_STARTED = "protection-plan-started"
    PROTECTION_PLAN_ENDED = "protection-plan-ended"
    CORE_GROUP = "core-group"
    # Seeing the child
    CHILD_SEEN = "child-seen"
    """The child was seen in a visit, however; before birth, whoever expects the child was. A visit in which they were
    not seen resets no clock (REFERENCE 3)."""
    CHILD_SEEN_ALONE = "child-seen-alone"
    SEEN_BY_AGENCY = "seen-by-agency"
    """Somebody of another agency saw the child: a health visitor, a teacher."""
    VISIT_MADE = "visit-made"
    """A visit was made and was not written up on the same day; of the others there is nothing to count."""
    VISIT_WRITTEN_UP = "visit-written-up"
    # Powers and duties when a child is in danger
    POLICE_PROTECTION = "police-protection"
    POLICE_PROTECTION_ENDED = "police-protection-ended"
    EMERGENCY_ORDER = "emergency-order"
    """An emergency protection order was made."""
    EMERGENCY_ORDER_EXTENDED = "emergency-order-extended"
    EMERGENCY_ORDER_ENDED = "emergency-order-ended"
    MOVED_IN = "moved-in"
    """Another authority told us that a child with a protection plan has moved here."""
    TRANSFER_IN_CONFERENCE = "transfer-in-conference"
    EXPECTED_BIRTH = "expected-birth"
    PRE_BIRTH_CONFERENCE = "pre-birth-conference"
    INCIDENT_KNOWN = "incident-known"
    """A child died or was seriously harmed, and abuse or neglect is known or suspected."""
    INCIDENT_NOTIFIED = "incident-notified"
    RAPID_REVIEW_SENT = "rapid-review-sent"
    ALLEGATION_KNOWN = "allegation-known"
    """Something was said against a person who works with children."""
    DESIGNATED_OFFICER_TOLD = "designated-officer-told"
    MISSING = "missing"
    RETURNED = "returned"
    """Found, or came back, after having been missing: each episode has its own return interview."""
    RETURN_INTERVIEW_OFFERED = "return-interview-offered"
    RETURN_INTERVIEW = "return-interview"
    RETURN_INTERVIEW_DECLINED = "return-interview-declined"
    # Before court, and in court
    LETTER_PLANNED = "letter-planned"
    LETTER_BEFORE_PROCEEDINGS = "letter-before-proceedings"
    PRE_PROCEEDINGS_MEETING = "pre-proceedings-meeting"
    PRE_PROCEEDINGS_REVIEW = "pre-proceedings-review"
    PRE_PROCEEDINGS_ENDED = "pre-proceedings-ended"
    """Stepped down: the letter led to no application."""
    FAMILY_MEETING_OFFERED = "family-meeting-offered"
    FAMILY_MEETING_ACCEPTED = "family-meeting-accepted"
    FAMILY_MEETING_HELD = "family-meeting-held"
    FAMILY_MEETING_EXEMPT = "family-meeting-exempt"
    """It would not be in the child's best interests to offer or hold one, and the reason is written down."""
    PROCEEDINGS_PLANNED = "proceedings-planned"
    PROCEEDINGS_ISSUED = "proceedings-issued"
    COURT_ALLOCATED = "court-allocated"
    CASE_MANAGEMENT_HEARING = "case-management-hearing"
    PROCEEDINGS_EXTENDED = "proceedings-extended"
    INTERIM_ORDER = "interim-order"
    FINAL_ORDER = "final-order"
    COURT_REPORT_DIRECTED = "court-report-directed"
    COURT_REPORT_FILED = "court-report-filed"
    # Looked after
    LOOKED_AFTER_BEGAN = "looked-after-began"
    LOOKED_AFTER_ENDED = "looked-after-ended"
    PLACEMENT_STARTED = "placement-started"
    """A child came to live with another carer; a change of legal status alone is none."""
    PLACEMENT_ENDED = "placement-ended"
    CARER_CHANGED = "carer-changed"
    """Somebody else cares for the child in the same placement: the visits start anew."""
    CARE_PLAN_SIGNED = "care-plan-signed"
    PLACEMENT_PLAN_SIGNED = "placement-plan-signed"
    PLACEMENT_NOTIFIED = "placement-notified"
    PLACEMENT_MEANT_TO_LAST = "placement-meant-to-last"
    """The plan is that the child stays in this placement until 18."""
    FEWER_VISITS_AGREED = "fewer-visits-agreed"
    FEWER_VISITS_WITHDRAWN = "fewer-visits-withdrawn"
    PLACED_WITH_PARENTS = "placed-with-parents"
    """Placed with parents before their assessment is complete."""
    TEMPORARY_APPROVAL = "temporary-approval"
    """A relative or friend was approved as carer for a time."""
    TEMPORARY_APPROVAL_EXTENDED = "temporary-approval-extended"
    CARER_APPROVED = "carer-approved"
    INTERIM_ORDER_AT_HOME = "interim-order-at-home"
    CARE_ORDER_AT_HOME = "care-order-at-home"
    CARE_ORDER_ENDED = "care-order-ended"
    VISIT_ASKED_FOR = "visit-asked-for"
    LOOKED_AFTER_REVIEW = "looked-after-review"
    LOOKED_AFTER_DECISIONS_SENT = "looked-after-decisions-sent"
    LOOKED_AFTER_RECORD_SENT = "looked-after-record-sent"
    EARLY_REVIEW_NEEDED = "early-review-needed"
    """The day of the event before which a review must be held: leaving care without a home, the end of detention."""
    CARE_CHANGE_PLANNED = "care-change-planned"
    REVIEWING_OFFICER_NAMED = "reviewing-officer-named"
    PERMANENCE_AGREED = "permanence-agreed"
    HEALTH_ASSESSMENT = "health-assessment"
    TURNED_FIVE = "turned-five"
    DENTAL_CHECK = "dental-check"
    STRENGTHS_QUESTIONNAIRE = "strengths-questionnaire"
    EDUCATION_PLAN = "education-plan"
    """A personal education plan was made or reviewed."""
    SCHOOL_PLACE_FOUND = "school-place-found"
    SHORT_BREAK_STARTED = "short-break-started"
    SHORT_BREAK_ENDED = "short-break-ended"
    SECURE_ADMITTED = "secure-admitted"
    SECURE_REVIEW = "secure-review"
    SECURE_ENDED = "secure-ended"
    # Adoption, leaving care, private fostering
    PANEL_RECOMMENDED = "panel-recommended"
    AGENCY_DECIDED = "agency-decided"
    ADOPTIVE_PLACEMENT = "adoptive-placement"
    ADOPTION_REVIEW = "adoption-review"
    ADOPTION_ORDER = "adoption-order"
    LEAVING_CARE_ELIGIBLE = "leaving-care-eligible"
    """The 16th birthday of a child looked after for 13 weeks since 14, or the later day when that became so."""
    PATHWAY_NEEDS_ASSESSMENT = "pathway-needs-assessment"
    PATHWAY_PLAN_SIGNED = "pathway-plan-signed"
    PATHWAY_PLAN_REVIEWED = "pathway-plan-reviewed"
    CARE_LEAVER_MOVED = "care-leaver-moved"
    ADVISER_VISIT = "adviser-visit"
    BIRTHDAY = "birthday"
    """A care leaver's 17th to 21st."""
    IN_TOUCH_RECORDED = "in-touch-recorded"
    LEAVING_CARE_ENDED = "leaving-care-ended"
    PRIVATE_FOSTERING_PLANNED = "private-fostering-planned"
    PRIVATE_FOSTERING_NOTIFIED = "private-fostering-notified"
    """We became aware of it, however: from then on it is a private fostering arrangement."""
    PRIVATE_FOSTERING_VISIT = "private-fostering-visit"
    PRIVATE_FOSTERING_ENDED = "private-fostering-ended"
    CARER_TOLD_US = "carer-told-us"
    # The record itself, and what people may ask of us
    SIGNIFICANT_EVENT = "significant-event"
    CHRONOLOGY_REFRESHED = "chronology-refreshed"
    AUDIT_SAMPLE = "audit-sample"
    SUBJECT_REQUEST = "subject-request"
    """Somebody asked for their own record, and we know who they are."""
    SUBJECT_REQUEST_EXTENDED = "subject-request-extended"
    SUBJECT_REQUEST_ANSWERED = "subject-request-answered"
    INFORMATION_REQUEST = "information-request"
    INFORMATION_REQUEST_ANSWERED = "information-request-answered"
    BREACH_KNOWN = "breach-known"
    BREACH_REPORTED = "breach-reported"
    COMPLAINT = "complaint"
    COMPLAINT_INVESTIGATION = "complaint-investigation"
    COMPLAINT_PANEL = "complaint-panel"
    COMPLAINT_EXTENDED = "complaint-extended"
    COMPLAINT_ANSWERED = "complaint-answered"


H = Happened
# Nothing records these yet: a row that needs one of them to start or to stop is silent, and says why.
NOT_RECORDED_YET = frozenset(
    {
        H.SEEN_BY_AGENCY, H.MOVED_IN, H.TRANSFER_IN_CONFERENCE, H.EXPECTED_BIRTH,
        H.PRE_BIRTH_CONFERENCE, H.INCIDENT_KNOWN, H.INCIDENT_NOTIFIED, H.RAPID_REVIEW_SENT, H.ALLEGATION_KNOWN,
        H.DESIGNATED_OFFICER_TOLD, H.LETTER_PLANNED, H.PRE_PROCEEDINGS_MEETING, H.PRE_PROCEEDINGS_REVIEW,
        H.FAMILY_MEETING_OFFERED, H.FAMILY_MEETING_ACCEPTED, H.FAMILY_MEETING_HELD, H.FAMILY_MEETING_EXEMPT,
        H.PROCEEDINGS_PLANNED, H.COURT_ALLOCATED, H.CASE_MANAGEMENT_HEARING, H.COURT_REPORT_DIRECTED,
        H.COURT_REPORT_FILED, H.CARE_PLAN_SIGNED, H.PLACEMENT_PLAN_SIGNED, H.PLACEMENT_NOTIFIED,
        H.PLACEMENT_MEANT_TO_LAST, H.FEWER_VISITS_AGREED, H.FEWER_VISITS_WITHDRAWN, H.PLACED_WITH_PARENTS,
        H.TEMPORARY_APPROVAL, H.TEMPORARY_APPROVAL_EXTENDED, H.CARER_APPROVED, H.INTERIM_ORDER_AT_HOME,
        H.CARE_ORDER_AT_HOME, H.CARE_ORDER_ENDED, H.VISIT_ASKED_FOR, H.LOOKED_AFTER_DECISIONS_SENT,
        H.LOOKED_AFTER_RECORD_SENT, H.EARLY_REVIEW_NEEDED, H.CARE_CHANGE_PLANNED, H.REVIEWING_OFFICER_NAMED,
        H.PERMANENCE_AGREED, H.TURNED_FIVE, H.DENTAL_CHECK, H.STRENGTHS_QUESTIONNAIRE, H.EDUCATION_PLAN,
        H.SCHOOL_PLACE_FOUND, H.SHORT_BREAK_STARTED, H.SHORT_BREAK_ENDED, H.SECURE_ADMITTED, H.SECURE_REVIEW,
        H.SECURE_ENDED, H.PANEL_RECOMMENDED, H.AGENCY_DECIDED, H.ADOPTIVE_PLACEMENT, H.ADOPTION_REVIEW,
        H.ADOPTION_ORDER, H.PATHWAY_PLAN_SIGNED, H.PATHWAY_PLAN_REVIEWED, H.CARE_LEAVER_MOVED, H.ADVISER_VISIT,
        H.BIRTHDAY, H.IN_TOUCH_RECORDED, H.LEAVING_CARE_ENDED, H.PRIVATE_FOSTERING_PLANNED, H.CARER_TOLD_US,
        H.SIGNIFICANT_EVENT, H.CHRONOLOGY_REFRESHED, H.AUDIT_SAMPLE, H.SUBJECT_REQUEST, H.SUBJECT_REQUEST_EXTENDED,
        H.SUBJECT_REQUEST_ANSWERED, H.INFORMATION_REQUEST, H.INFORMATION_REQUEST_ANSWERED, H.BREACH_KNOWN,
        H.BREACH_REPORTED, H.COMPLAINT, H.COMPLAINT_INVESTIGATION, H.COMPLAINT_PANEL, H.COMPLAINT_EXTENDED,
        H.COMPLAINT_ANSWERED,
    }
)  # fmt: skip

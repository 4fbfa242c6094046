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
    """The child was seen in a visit, however. A visit in which nobody was seen resets no clock (REFERENCE 3)."""
    CHILD_SEEN_ALONE = "child-seen-alone"

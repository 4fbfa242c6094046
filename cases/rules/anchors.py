"""What a limit is counted from, in the words a worker would use. A kind without words here is said as it is kept."""

from collections.abc import Iterable, Mapping
from datetime import date

from cases.rules.happenings import Happened as H

_WORDS: Mapping[str, str] = {
    H.CONTACT_RECEIVED: "the contact",
    H.REFERRAL_RECEIVED: "the referral",
    H.REFERRAL_DECIDED: "the decision on the referral",
    H.HELP_PLAN_STARTED: "the start of the family help plan",
    H.HELP_PLAN_REVIEWED: "the last review",
    H.ASSESSMENT_CALLED_FOR: "the referral",
    H.ASSESSMENT_STARTED: "the start of the assessment",
    H.ASSESSMENT_AUTHORISED: "the end of the assessment",
    H.NEED_PLAN_STARTED: "the start of the child in need plan",
    H.NEED_PLAN_REVIEWED: "the last review",
    H.CAUSE_IDENTIFIED: "the hour the worry became known",
    H.STRATEGY_DISCUSSION: "the strategy discussion",
    H.ENQUIRY_STARTED: "the strategy discussion that began the enquiry",
    H.CONFERENCE_PLANNED: "the day of the conference",
    H.REVIEW_PLANNED: "the day of the review conference",
    H.INITIAL_CONFERENCE: "the conference",
    H.REVIEW_CONFERENCE: "the last review conference",
    H.PROTECTION_PLAN_STARTED: "the start of the child protection plan",
    H.CORE_GROUP: "the last core group",
    H.CHILD_SEEN: "the last time they were seen",
    H.CHILD_SEEN_ALONE: "the last time they were seen alone",
    H.LETTER_BEFORE_PROCEEDINGS: "the letter before proceedings",
    H.PROCEEDINGS_ISSUED: "the day proceedings began",
    H.LOOKED_AFTER_BEGAN: "the day they came into care",
    H.LOOKED_AFTER_REVIEW: "the last review",
    H.PLACEMENT_STARTED: "the start of the placement",
    H.RETURNED: "the return",
}


def counted_from(kinds: Iterable[str], last: Mapping[str, date], anchor_on: date) -> str:
    """What happened on the day a round counts from: the first of these kinds whose last day it was. Empty if none."""
    kind = next((kind for kind in kinds if last.get(kind) == anchor_on), "")
    return _WORDS.get(kind, f"the day of: {kind.replace('-', ' ')}") if kind else ""

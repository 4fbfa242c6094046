"""What a Children in Need census may say of a child: each element, how it is written and what is made of
it.

Source: the census form of 2025/26, the former gender element (until 2023/24) and the pre-proceedings block
of 2026/27. Places are relative to `Child`. An element that is not here is still kept; it is only reported
as unknown.
"""

from dataclasses import dataclass
from enum import Enum, auto

from cases.rules.codesets import (
    ABUSE_CATEGORY,
    ASSESSMENT_FACTOR,
    CLOSURE_REASON,
    DISABILITY,
    ETHNICITY,
    PRE_PROCEEDINGS_OUTCOME,
    PRIMARY_NEED,
    REFERRAL_SOURCE,
    RETIRED_FACTORS,
    SEX,
    UPN_UNKNOWN,
)

EPISODE = "CINdetails"
CLOSING = ("CINclosureDate", "ReasonForClosure")
# What may be told of a referral several times, each with days of its own.
ACTIVITIES = frozenset({"Assessments", "CINPlanDates", "Section47", "ChildProtectionPlans"})


class Kind(Enum):
    """How a value is written."""

    TEXT = auto()
    DATE = auto()
    CODE = auto()
    SEX = auto()
    GENDER = auto()
    YES_NO = auto()
    NUMBER = auto()
    UPN = auto()


@dataclass(frozen=True, slots=True)
class Element:
    """One element. `fact` names the field it fills, `taken_as` says so in words; both "" when only kept.

    `is_many`: it may be given several times, and each is a fact.
    """

    kind: Kind
    fact: str = ""
    taken_as: str = ""
    codes: dict[str, str] | None = None
    retired: frozenset[str] = frozenset()
    is_many: bool = False


def _code(codes: dict[str, str], fact: str = "", taken_as: str = "") -> Element:
    return Element(Kind.CODE, fact, taken_as, codes)


def _day(fact: str, taken_as: str) -> Element:
    return Element(Kind.DATE, fact, taken_as)


TEXT = Element(Kind.TEXT)
DATE = Element(Kind.DATE)
YES_NO = Element(Kind.YES_NO)
NUMBER = Element(Kind.NUMBER)
FACTOR = Element(Kind.CODE, "factors", "assessment factor", ASSESSMENT_FACTOR, RETIRED_FACTORS, is_many=True)
REVIEW = Element(Kind.DATE, "reviews", "review conference", is_many=True)

_IDENTIFIERS = {
    "LAchildID": Element(Kind.TEXT, "la_child_id", "child's number"),
    "UPN": Element(Kind.UPN, "upn", "unique pupil number"),
    "FormerUPN": Element(Kind.UPN),
    "UPNunknown": _code(UPN_UNKNOWN, "upn_unknown", "why there is no unique pupil number"),
    "PersonBirthDate": Element(Kind.DATE, "born_on", "birth date"),
    "ExpectedPersonBirthDate": Element(Kind.DATE, "expected_on", "expected birth date"),
    "Sex": Element(Kind.SEX, "sex", "sex", SEX),
    "GenderCurrent": Element(Kind.GENDER, "sex", "sex", SEX),
    "PersonDeathDate": Element(Kind.DATE, "died_on", "death date"),
}

_CHARACTERISTICS = {
    "Ethnicity": _code(ETHNICITY, "ethnicity", "ethnicity"),
    "Disabilities/Disability": Element(Kind.CODE, "disabilities", "disability", DISABILITY, is_many=True),
}

_EPISODE = {
    "CINreferralDate": Element(Kind.DATE, "referred_on", "referral date"),
    "ReferralSource": _code(REFERRAL_SOURCE, "source", "referral source"),
    "PrimaryNeedCode": _code(PRIMARY_NEED, "primary_need", "primary need"),
    "CINclosureDate": Element(Kind.DATE, "closed_on", "closure date"),
    "ReasonForClosure": _code(CLOSURE_REASON, "closure_reason", "closure reason"),
    "ReferralNFA": Element(Kind.YES_NO, "no_further_action", "no further action"),
    "DateOfInitialCPC": _day("conference_on", "initial conference"),
}

_ACTIVITY = {
    "Assessments/AssessmentActualStartDate": _day("started_on", "assessment's start"),
    "Assessments/AssessmentInternalReviewDate": _day("checked_on", "assessment's checkpoint"),
    "Assessments/AssessmentAuthorisationDate": _day("authorised_on", "assessment's authorisation"),
    "Assessments/FactorsIdentifiedAtAssessment/AssessmentFactors": FACTOR,
    "CINPlanDates/CINPlanStartDate": _day("started_on", "child in need plan's start"),
    "CINPlanDates/CINPlanEndDate": _day("ended_on", "child in need plan's end"),
    "Section47/S47ActualStartDate": _day("started_on", "enquiry's start"),
    "Section47/InitialCPCtarget": DATE,  # it is counted here
    "Section47/DateOfInitialCPC": _day("conference_on", "initial conference"),
    "Section47/ICPCnotRequired": Element(Kind.YES_NO, "not_required", "no conference needed"),
    "ChildProtectionPlans/CPPstartDate": _day("started_on", "child protection plan's start"),
    "ChildProtectionPlans/CPPendDate": _day("ended_on", "child protection plan's end"),
    "ChildProtectionPlans/InitialCategoryOfAbuse": _code(ABUSE_CATEGORY, "first_category", "first category of abuse"),
    "ChildProtectionPlans/LatestCategoryOfAbuse": _code(ABUSE_CATEGORY, "latest_category", "latest category of abuse"),
    "ChildProtectionPlans/NumberOfPreviousCPP": Element(Kind.NUMBER, "earlier_plans", "number of earlier plans"),
    "ChildProtectionPlans/Reviews/CPPreviewDate": REVIEW,
    "PreProceedingsandFGDM/PPStartDate": DATE,
    "PreProceedingsandFGDM/LBPSentDate": DATE,
    "PreProceedingsandFGDM/FGDMMeetingOffer": YES_NO,
    "PreProceedingsandFGDM/FGDMMeetingFac": YES_NO,
    "PreProceedingsandFGDM/InitialPPMeetingDate": DATE,
    "PreProceedingsandFGDM/ReviewMeetingsCount": NUMBER,
    "PreProceedingsandFGDM/StepDecisionDate": DATE,
    "PreProceedingsandFGDM/PPOutcome": _code(PRE_PROCEEDINGS_OUTCOME),
    "PreProceedingsandFGDM/CourtAppDate": DATE,
    "PreProceedingsandFGDM/LetterInitCPDate": DATE,
}

ELEMENTS: dict[str, Element] = (
    {f"ChildIdentifiers/{name}": element for name, element in _IDENTIFIERS.items()}
    | {f"ChildCharacteristics/{name}": element for name, element in _CHARACTERISTICS.items()}
    | {f"{EPISODE}/{name}": element for name, element in (_EPISODE | _ACTIVITY).items()}
)

# Places outside the children, relative to the root.
HEADER: dict[str, Element] = {
    "Header/CollectionDetails/Collection": TEXT,
    "Header/CollectionDetails/Year": NUMBER,
    "Header/CollectionDetails/ReferenceDate": DATE,
    "Header/Source/SourceLevel": TEXT,
    "Header/Source/LEA": TEXT,
    "Header/Source/SoftwareCode": TEXT,
    "Header/Source/Release": TEXT,
    "Header/Source/SerialNo": TEXT,
    "Header/Source/DateTime": TEXT,
}


def _above(names: dict[str, Element]) -> frozenset[str]:
    """Every element that only holds others."""
    steps = (name.split("/") for name in names)
    return frozenset("/".join(parts[:depth]) for parts in steps for depth in range(1, len(parts)))


CONTAINERS = _above(ELEMENTS) | _above(HEADER) | {"Children"}

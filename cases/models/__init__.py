"""Facts of families."""

from cases.models.allocating import Introduction, LocalWeight, WorkerAsked
from cases.models.asking import OversightNote, Question
from cases.models.assessment import Assessment, AssessmentBasis, AssessmentChild, AssessmentReturn
from cases.models.carrying import ComplexityFactor, ExtraDuty, Language, WayThere
from cases.models.case import Case
from cases.models.chronology import (
    ChronologyChild,
    ChronologyEntry,
    Disagreement,
    SetAside,
    SignificantEvent,
    SignificantEventChild,
)
from cases.models.clock import Clock, ClockException, Snooze
from cases.models.complaint import Complaint, RetentionHold
from cases.models.contact import Contact, ContactChild, Referral, ReferralChild
from cases.models.decision import Decision, DecisionChild, DecisionHeard, DecisionOption
from cases.models.document import Consent, Document, Export, Release
from cases.models.duty import DutyNote
from cases.models.episode import Episode
from cases.models.family import Alias, BriefPart, ContactPoint, MemberMerge, NetworkTie
from cases.models.feedback import AnonymousFeedback, Feedback, FeedbackInvitation
from cases.models.genogram import (
    AsTold,
    CulturalNote,
    EmotionalTie,
    GenogramOrder,
    GenogramSnapshot,
    HealthMark,
    PastLoss,
    TieSeen,
)
from cases.models.help import (
    Closure,
    ClosureChild,
    PlanMeeting,
    PlanMeetingChild,
    PlanSpell,
    ThresholdChild,
    ThresholdMove,
)
from cases.models.imports import ImportedChild, ImportRun, SourceRow
from cases.models.involvement import Exclusion, Involvement
from cases.models.meeting import Dispute, Invitation, PlannedMeeting
from cases.models.member import Household, HouseholdMembership, Member, Person, Relationship
from cases.models.milestone import Milestone
from cases.models.note import CaseNote, CaseNoteAccount, CaseNoteChild, Presence, Quote
from cases.models.oversight import DriftAnswer, Oversight, StepCheck
from cases.models.plan import Action, ActionChild, ActionHandover, Goal, GoalTouched
from cases.models.proposal import BalancingRun, ProposedMove
from cases.models.protection import (
    Enquiry,
    ProtectionConference,
    ProtectionConferenceChild,
    StrategyChild,
    StrategyDiscussion,
)
from cases.models.visit import PlannedVisit, Visit, VisitAccount, VisitChild
from cases.models.writing import FamilySays, LocalSection, PartSource, SharedView, Sharing, Writing, WritingPart

__all__ = [
    "Action",
    "ActionChild",
    "ActionHandover",
    "Alias",
    "AnonymousFeedback",
    "AsTold",
    "Assessment",
    "AssessmentBasis",
    "AssessmentChild",
    "AssessmentReturn",
    "BalancingRun",
    "BriefPart",
    "Case",
    "CaseNote",
    "CaseNoteAccount",
    "CaseNoteChild",
    "ChronologyChild",
    "ChronologyEntry",
    "Clock",
    "ClockException",
    "Closure",
    "ClosureChild",
    "Complaint",
    "ComplexityFactor",
    "Consent",
    "Contact",
    "ContactChild",
    "ContactPoint",
    "CulturalNote",
    "Decision",
    "DecisionChild",
    "DecisionHeard",
    "DecisionOption",
    "Disagreement",
    "Dispute",
    "Document",
    "DriftAnswer",
    "DutyNote",
    "EmotionalTie",
    "Enquiry",
    "Episode",
    "Exclusion",
    "Export",
    "ExtraDuty",
    "FamilySays",
    "Feedback",
    "FeedbackInvitation",
    "GenogramOrder",
    "GenogramSnapshot",
    "Goal",
    "GoalTouched",
    "HealthMark",
    "Household",
    "HouseholdMembership",
    "ImportRun",
    "ImportedChild",
    "Introduction",
    "Invitation",
    "Involvement",
    "Language",
    "LocalSection",
    "LocalWeight",
    "Member",
    "MemberMerge",
    "Milestone",
    "NetworkTie",
    "Oversight",
    "OversightNote",
    "PartSource",
    "PastLoss",
    "Person",
    "PlanMeeting",
    "PlanMeetingChild",
    "PlanSpell",
    "PlannedMeeting",
    "PlannedVisit",
    "Presence",
    "ProposedMove",
    "ProtectionConference",
    "ProtectionConferenceChild",
    "Question",
    "Quote",
    "Referral",
    "ReferralChild",
    "Relationship",
    "Release",
    "RetentionHold",
    "SetAside",
    "SharedView",
    "Sharing",
    "SignificantEvent",
    "SignificantEventChild",
    "Snooze",
    "SourceRow",
    "StepCheck",
    "StrategyChild",
    "StrategyDiscussion",
    "ThresholdChild",
    "ThresholdMove",
    "TieSeen",
    "Visit",
    "VisitAccount",
    "VisitChild",
    "WayThere",
    "WorkerAsked",
    "Writing",
    "WritingPart",
]

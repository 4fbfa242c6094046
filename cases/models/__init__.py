"""Facts of families."""

from cases.models.assessment import Assessment, AssessmentChild, AssessmentReturn
from cases.models.case import Case
from cases.models.chronology import ChronologyChild, ChronologyEntry
from cases.models.clock import Clock, ClockException, Snooze
from cases.models.contact import Contact, ContactChild, Referral, ReferralChild
from cases.models.duty import DutyNote
from cases.models.episode import Episode
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
from cases.models.member import Household, HouseholdMembership, Member, Person, Relationship
from cases.models.milestone import Milestone
from cases.models.plan import Action, ActionChild
from cases.models.proposal import BalancingRun, ProposedMove
from cases.models.protection import (
    Enquiry,
    ProtectionConference,
    ProtectionConferenceChild,
    StrategyChild,
    StrategyDiscussion,
)
from cases.models.visit import Visit, VisitAccount, VisitChild

__all__ = [
    "Action",
    "ActionChild",
    "Assessment",
    "AssessmentChild",
    "AssessmentReturn",
    "BalancingRun",
    "Case",
    "ChronologyChild",
    "ChronologyEntry",
    "Clock",
    "ClockException",
    "Closure",
    "ClosureChild",
    "ProtectionConferenceChild",
    "Contact",
    "ContactChild",
    "DutyNote",
    "Enquiry",
    "Episode",
    "Exclusion",
    "Household",
    "HouseholdMembership",
    "ImportRun",
    "ImportedChild",
    "Involvement",
    "Member",
    "Milestone",
    "Person",
    "PlanMeeting",
    "PlanMeetingChild",
    "PlanSpell",
    "ProposedMove",
    "ProtectionConference",
    "Referral",
    "ReferralChild",
    "Relationship",
    "Snooze",
    "SourceRow",
    "StrategyChild",
    "StrategyDiscussion",
    "ThresholdChild",
    "ThresholdMove",
    "Visit",
    "VisitAccount",
    "VisitChild",
]

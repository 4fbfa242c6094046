"""Facts about family group conferences. Each hangs beneath a family's record."""

from conferences.models.brief import Brief, ConferenceChild, FamilyAnswer
from conferences.models.conference import ConferenceStage, FamilyConference, FamilyMeeting, Mandate, OfConference
from conferences.models.invitee import Invitee
from conferences.models.plan import AgencyAnswer, FamilyPlan, PlanAnswer, PlanItem

__all__ = [
    "AgencyAnswer",
    "Brief",
    "ConferenceChild",
    "ConferenceStage",
    "FamilyAnswer",
    "FamilyConference",
    "FamilyMeeting",
    "FamilyPlan",
    "Invitee",
    "Mandate",
    "OfConference",
    "PlanAnswer",
    "PlanItem",
]

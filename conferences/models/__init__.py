"""Facts about family group conferences. Each hangs beneath a family's record."""

from conferences.models.asking import FamilyLink, Outcome, OutcomeWords
from conferences.models.brief import Brief, ConferenceChild, FamilyAnswer
from conferences.models.conference import ConferenceStage, FamilyConference, FamilyMeeting, OfConference
from conferences.models.danger import DangerAnswered, DangerTold
from conferences.models.figures import ServiceFigures
from conferences.models.invitee import Invitee, KeptApart, PreparingContact
from conferences.models.mandate import Mandate, MayPromise, MustHave, MustHaveLooked
from conferences.models.offering import NetworkPerson, NotTakenUp, NotYetOffered, OfferInLetter, SafetyFact
from conferences.models.plan import (
    AgencyAnswer,
    CouldCare,
    FamilyPlan,
    PlanAnswer,
    PlanEdition,
    PlanItem,
    PlanResource,
    PromisedAction,
    ResourceAnswer,
)
from conferences.models.preparing import Arrangement, InformationReport, Letter, PreparingNote
from conferences.models.reviewing import PlanReview, PromiseHeard
from conferences.models.settings import ConferenceSettings, DangerWord

__all__ = [
    "AgencyAnswer",
    "Arrangement",
    "Brief",
    "ConferenceChild",
    "ConferenceSettings",
    "ConferenceStage",
    "CouldCare",
    "DangerAnswered",
    "DangerTold",
    "DangerWord",
    "FamilyAnswer",
    "FamilyConference",
    "FamilyLink",
    "FamilyMeeting",
    "FamilyPlan",
    "InformationReport",
    "Invitee",
    "KeptApart",
    "Letter",
    "Mandate",
    "MayPromise",
    "MustHave",
    "MustHaveLooked",
    "NetworkPerson",
    "NotTakenUp",
    "NotYetOffered",
    "OfConference",
    "OfferInLetter",
    "Outcome",
    "OutcomeWords",
    "PlanAnswer",
    "PlanEdition",
    "PlanItem",
    "PlanResource",
    "PlanReview",
    "PreparingContact",
    "PreparingNote",
    "PromiseHeard",
    "PromisedAction",
    "ResourceAnswer",
    "SafetyFact",
    "ServiceFigures",
]

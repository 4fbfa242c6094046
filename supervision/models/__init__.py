"""Group supervision: groups, sessions, what was said about each family, consultations and one-to-one talks.

What may never reach a child's file has tables of its own (`Position`, `Reflection`, `SessionWords`, `DifferenceNote`).
"""

from supervision.models.agenda import AgendaItem, AgendaRequest, NeedsAnotherSession
from supervision.models.consultations import Consultation, ConsultationAddendum
from supervision.models.discussions import (
    AgreedAction,
    DifferenceNote,
    Discussion,
    DiscussionChild,
    DiscussionPart,
    DiscussionQuerySet,
    DiscussionStep,
    DiscussionWords,
    Dissent,
    ManagementDecision,
    Position,
    RoomQuestion,
)
from supervision.models.groups import WEEKDAY, Group, GroupMember, GroupQuerySet
from supervision.models.hypotheses import Hypothesis, HypothesisKept, HypothesisWeighed
from supervision.models.one_to_ones import OneToOne, OneToOneChild, OneToOneFamily, OneToOneWords
from supervision.models.sessions import (
    Attendance,
    AttendanceQuerySet,
    Reflection,
    Session,
    SessionPulse,
    SessionQuerySet,
    SessionRating,
    SessionReading,
    SessionWords,
)
from supervision.models.settings import PromptEdit, SupervisionSettings

__all__ = [
    "WEEKDAY",
    "AgendaItem",
    "AgendaRequest",
    "AgreedAction",
    "Attendance",
    "AttendanceQuerySet",
    "Consultation",
    "ConsultationAddendum",
    "DifferenceNote",
    "Discussion",
    "DiscussionChild",
    "DiscussionPart",
    "DiscussionQuerySet",
    "DiscussionStep",
    "DiscussionWords",
    "Dissent",
    "Group",
    "GroupMember",
    "GroupQuerySet",
    "Hypothesis",
    "HypothesisKept",
    "HypothesisWeighed",
    "ManagementDecision",
    "NeedsAnotherSession",
    "OneToOne",
    "OneToOneChild",
    "OneToOneFamily",
    "OneToOneWords",
    "Position",
    "PromptEdit",
    "Reflection",
    "RoomQuestion",
    "Session",
    "SessionPulse",
    "SessionQuerySet",
    "SessionRating",
    "SessionReading",
    "SessionWords",
    "SupervisionSettings",
]

"""What the pages of group supervision show, for one person: whose record they see, and what they were there for."""

from supervision.readings.cards import GroupCard, SessionLine, UnheardLine, groups, unheard
from supervision.readings.decisions import (
    decided,
    deciders,
    decisions,
    decisions_to_name,
    may_withdraw,
    recommended_to,
)
from supervision.readings.discussions import (
    ChildAsked,
    ChildSaid,
    DiscussionLine,
    Said,
    asked,
    heard,
    keepers,
    last_alone,
    lines,
    of_case,
    of_session,
    room,
    said,
    still_missing,
)
from supervision.readings.formulation import (
    Formulation,
    HypothesisLine,
    formulation,
    opens_with,
    read_hypothesis,
)
from supervision.readings.kept import KeptIdea, kept_asked, kept_ideas
from supervision.readings.room_notes import RoomNotes, room_notes
from supervision.readings.sessions import families_to_bring, people, people_of

__all__ = [
    "ChildAsked",
    "ChildSaid",
    "DiscussionLine",
    "Formulation",
    "GroupCard",
    "KeptIdea",
    "RoomNotes",
    "HypothesisLine",
    "Said",
    "SessionLine",
    "UnheardLine",
    "asked",
    "decided",
    "deciders",
    "decisions",
    "decisions_to_name",
    "families_to_bring",
    "formulation",
    "groups",
    "heard",
    "keepers",
    "kept_asked",
    "kept_ideas",
    "last_alone",
    "lines",
    "may_withdraw",
    "of_case",
    "of_session",
    "opens_with",
    "people",
    "people_of",
    "recommended_to",
    "read_hypothesis",
    "room",
    "room_notes",
    "said",
    "still_missing",
    "unheard",
]

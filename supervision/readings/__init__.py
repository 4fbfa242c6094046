"""What the pages of group supervision show, for one person: whose record they see, and what they were there for."""

from supervision.readings.cards import GroupCard, SessionLine, UnheardLine, groups, unheard
from supervision.readings.decisions import (
    authorities,
    decided,
    decisions,
    decisions_to_name,
    managers,
    recommended_to,
)
from supervision.readings.discussions import (
    ChildSaid,
    DiscussionLine,
    Said,
    asked,
    heard,
    keepers,
    lines,
    of_case,
    of_session,
    room,
    said,
    still_missing,
)
from supervision.readings.kept import KeptIdea, kept_asked, kept_ideas
from supervision.readings.room_notes import (
    RoomNotes,
    may_say_position,
    own_dissent,
    own_position,
    room_notes,
)
from supervision.readings.sessions import families_to_bring, people, people_of

__all__ = [
    "ChildSaid",
    "DiscussionLine",
    "GroupCard",
    "KeptIdea",
    "RoomNotes",
    "Said",
    "SessionLine",
    "UnheardLine",
    "asked",
    "authorities",
    "decided",
    "decisions",
    "decisions_to_name",
    "families_to_bring",
    "groups",
    "heard",
    "keepers",
    "kept_asked",
    "kept_ideas",
    "lines",
    "managers",
    "may_say_position",
    "of_case",
    "of_session",
    "own_dissent",
    "own_position",
    "people",
    "people_of",
    "recommended_to",
    "room",
    "room_notes",
    "said",
    "still_missing",
    "unheard",
]

"""What the pages of group supervision show, for one person: whose record they see, and what they were there for."""

from supervision.readings.cards import GroupCard, SessionLine, UnheardLine, groups, unheard
from supervision.readings.discussions import (
    ChildSaid,
    DiscussionLine,
    Said,
    asked,
    heard,
    lines,
    of_case,
    of_session,
    room,
    said,
    still_missing,
)
from supervision.readings.sessions import families_to_bring, people, people_of

__all__ = [
    "ChildSaid",
    "DiscussionLine",
    "GroupCard",
    "Said",
    "SessionLine",
    "UnheardLine",
    "asked",
    "families_to_bring",
    "groups",
    "heard",
    "lines",
    "of_case",
    "of_session",
    "people",
    "people_of",
    "room",
    "said",
    "still_missing",
    "unheard",
]

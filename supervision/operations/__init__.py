"""Verbs about group supervision. What is agreed goes down in the words of `cases`; what was learned in `training`'s."""

from supervision.operations.closing import close_session
from supervision.operations.decisions import (
    AnsweredAlready,
    NotTheirs,
    answer_recommendation,
    say_decision,
    withdraw_decision,
)
from supervision.operations.discussions import NextConversation, bring_family, write_discussion
from supervision.operations.groups import open_group
from supervision.operations.holding import Locked, NotInTheRoom, NotYetHeld, TooManyKept
from supervision.operations.kept import write_kept
from supervision.operations.room_notes import differ, note_difference, say_position
from supervision.operations.sessions import open_session, say_who_is_here
from supervision.operations.weighing import Next, NotWeighed, weigh

__all__ = [
    "AnsweredAlready",
    "Locked",
    "Next",
    "NextConversation",
    "NotInTheRoom",
    "NotTheirs",
    "NotWeighed",
    "NotYetHeld",
    "TooManyKept",
    "answer_recommendation",
    "bring_family",
    "close_session",
    "differ",
    "note_difference",
    "open_group",
    "open_session",
    "say_decision",
    "say_position",
    "say_who_is_here",
    "weigh",
    "withdraw_decision",
    "write_discussion",
    "write_kept",
]

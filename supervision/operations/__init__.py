"""Verbs about group supervision. What is agreed goes down in the words of `cases`; what was learned in `training`'s."""

from supervision.operations.closing import close_session
from supervision.operations.discussions import NextConversation, bring_family, write_discussion
from supervision.operations.groups import open_group
from supervision.operations.holding import Locked, NotInTheRoom, NotYetHeld, TooManyKept
from supervision.operations.sessions import open_session, say_who_is_here

__all__ = [
    "Locked",
    "NextConversation",
    "NotInTheRoom",
    "NotYetHeld",
    "TooManyKept",
    "bring_family",
    "close_session",
    "open_group",
    "open_session",
    "say_who_is_here",
    "write_discussion",
]

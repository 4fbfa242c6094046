"""Forms about group supervision: a session and who is there, a family brought to it, and what is said."""

from supervision.forms.discussions import DiscussionForm, FamilyForm
from supervision.forms.sessions import SessionForm, WhoIsHereForm

__all__ = ["DiscussionForm", "FamilyForm", "SessionForm", "WhoIsHereForm"]

"""Forms about group supervision: a session and who is there, a family brought to it, and what is said."""

from supervision.forms.decisions import RecommendationForm, SessionDecisionForm, WithdrawalForm
from supervision.forms.discussions import DiscussionForm, FamilyForm
from supervision.forms.kept import KeptIdeasForm
from supervision.forms.room_notes import RoomNotesForm
from supervision.forms.sessions import SessionForm, WhoIsHereForm

__all__ = [
    "DiscussionForm",
    "FamilyForm",
    "KeptIdeasForm",
    "RecommendationForm",
    "RoomNotesForm",
    "SessionDecisionForm",
    "SessionForm",
    "WhoIsHereForm",
    "WithdrawalForm",
]

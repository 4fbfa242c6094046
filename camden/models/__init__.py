"""Facts of the floor: staff, teams, audit."""

from camden.models.audit import CaseOpened, Recorded, RecordOpened, Refusal
from camden.models.health import Heartbeat
from camden.models.staff import Membership, Team, User
from camden.models.wall import Wall

__all__ = [
    "CaseOpened",
    "Heartbeat",
    "Membership",
    "RecordOpened",
    "Recorded",
    "Refusal",
    "Team",
    "User",
    "Wall",
]

"""Facts of the floor: staff, teams, the rota, what was typed, what is to be said, audit."""

from camden.models.audit import CaseOpened, Recorded, RecordOpened, Refusal
from camden.models.draft import Draft, Submission
from camden.models.employment import Absence, Employment
from camden.models.figures import FigureAnswer
from camden.models.health import Heartbeat
from camden.models.outbox import CaughtUp, Message
from camden.models.rota import Duty
from camden.models.staff import Membership, Team, User
from camden.models.timescale import CalendarFeed, LocalHoliday, Mute, TimescaleRow, Workday
from camden.models.wall import Wall

__all__ = [
    "Absence",
    "CaseOpened",
    "CalendarFeed",
    "CaughtUp",
    "Draft",
    "Duty",
    "Employment",
    "FigureAnswer",
    "Heartbeat",
    "LocalHoliday",
    "Membership",
    "Message",
    "Mute",
    "RecordOpened",
    "Recorded",
    "Refusal",
    "Submission",
    "Team",
    "TimescaleRow",
    "User",
    "Wall",
    "Workday",
]

"""After a session: who has still to read what was agreed, and what somebody takes from it for themselves."""

from dataclasses import dataclass

from camden.models import User
from supervision.models import Attendance, GroupMember, Reflection, Session, SessionReading
from supervision.rules.closing import still_to_read


@dataclass(frozen=True)
class ReadBy:
    """Who was not there: those who confirmed that they read it, and those who have it still before them."""

    have_read: tuple[str, ...]
    have_not: tuple[str, ...]
    is_mine_to_read: bool
    was_there: bool


def read_by(session: Session, user: User) -> ReadBy:
    """For an agreed session: members of that day who still are, but guests, who read nothing. Three queries."""
    members = GroupMember.objects.filter(group=session.group_id, ended_on=None, started_on__lte=session.held_on)
    names = dict(members.exclude(as_what="guest").order_by("person__name").values_list("person", "person__name"))
    there = set(Attendance.objects.filter(session=session).values_list("person", flat=True))
    read = set(SessionReading.objects.filter(session=session).values_list("person", flat=True))
    left = still_to_read(names, there, read)
    return ReadBy(
        have_read=tuple(name for key, name in names.items() if key in read),
        have_not=tuple(name for key, name in names.items() if key in left),
        is_mine_to_read=user.pk in left,
        was_there=user.pk in there,
    )


def own_reflection(session: Session, user: User) -> str:
    """What this person wrote for themselves about a session; nobody else's is ever asked for."""
    found = Reflection.objects.filter(session=session, person=user).first()
    return found.words if found else ""

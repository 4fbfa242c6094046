"""Who takes part in a session, and which families could come."""

from datetime import date

from camden.models import User
from supervision.models import (
    Attendance,
    Discussion,
    Group,
    Session,
)
from supervision.readings.cards import UnheardLine, unheard


def people(session: Session) -> list[Attendance]:
    """Who takes part in a session, in the order of their names."""
    return list(Attendance.objects.filter(session=session).select_related("person").order_by("person__name", "pk"))


def people_of(group: Group) -> list[User]:
    """Who belongs to a group now, in the order of their names."""
    members = group.members.filter(ended_on=None, person__is_active=True).select_related("person")
    return [member.person for member in members.order_by("person__name", "person")]


def families_to_bring(session: Session, user: User, on: date) -> list[UnheardLine]:
    """Families of the group's team that are not in this session yet, those unheard for longest first."""
    there = set(Discussion.objects.visible_to(user).filter(session=session).values_list("case", flat=True))
    return [each for each in unheard(session.group, user, on, most=500) if each.pk not in there]

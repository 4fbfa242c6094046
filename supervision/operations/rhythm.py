"""How a group meets: its days, who belongs to it, the session after this one, and one that is called off."""

from datetime import date, time
from typing import Any

from django.db import connection, transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.operations.refusals import NotDone, call
from supervision.models import Attendance, Group, GroupMember, Session
from supervision.operations.holding import Locked, hold_session
from supervision.operations.sessions import open_session

_SENTENCES = {
    "not of this group": ("Choose somebody who belongs to the group.", "senior_practitioner"),
    "leads this group": ("Choose who leads the group, and its clinician, before they leave it.", ""),
    "nobody of that key": ("There is nobody here any more whom this is about.", "new_person"),
    "group out of reach": ("Only somebody of the team does this.", ""),
    "a_team_calls_one_group_so": ("The team has a group of this name already.", "name"),
}


@transaction.atomic
def change_group(
    *,
    group: Group,
    version: int | None,
    name: str,
    kind: str,
    cadence_weeks: int,
    weekday: int | None,
    starts: time | None,
    minutes: int,
    senior: User,
    clinician: User | None,
) -> None:
    """How a group meets and who leads it. Sessions that are planned stay on their day. Raises NotDone."""
    values: list[Any] = [group.pk, version, name, kind, cadence_weeks, weekday, starts, minutes, senior.pk]
    values.append(clinician.pk if clinician else None)
    if not call("select change_group(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)", values, _SENTENCES):
        raise NotDone("Somebody changed this group while you were writing. Look at it again, then save.")
    record(action="changed how a group meets", subject=group)


@transaction.atomic
def place_in_group(*, group: Group, person: User, as_what: str, on: date) -> None:
    """Somebody's place in a group from that day, a code of GroupMember.As; empty ends it. Raises NotDone.

    Whoever leaves reads no more of what stays in the room. A guest sees the sessions they take part in and no other.
    """
    call("select place_in_group(%s, %s, %s, %s)", [group.pk, person.pk, as_what, on], _SENTENCES)
    record(action="changed who belongs to a group", subject=group)


@transaction.atomic
def plan_session(*, group: Group, held_on: date, by: User) -> Session:
    """A session on that day with everybody who belongs to the group. Planned twice, it is the one there is."""
    with connection.cursor() as cursor:  # two presses at once take turns
        cursor.execute("select pg_advisory_xact_lock(hashtext('supervision session'), %s)", [group.pk % 2**31])
    known = Session.objects.filter(group=group, held_on=held_on, cancelled_on=None).first()
    if known:
        return known
    members = GroupMember.objects.filter(group=group, ended_on=None, person__is_active=True).select_related("person")
    parts = [(each.person, _part(each, group)) for each in members.order_by("person__name", "pk")]
    return open_session(
        group=group, held_on=held_on, setting=Session.Setting.ROOM, place="", by=group.senior_practitioner, parts=parts
    )


@transaction.atomic
def call_off(*, session: Session, why: str, on: date) -> None:
    """A session will not be held; what was brought to it stays. Raises Locked once it has begun or ended."""
    hold_session(session)
    called_off = Session.objects.filter(pk=session.pk, begun_at=None, cancelled_on=None, agreed_on=None)
    if not called_off.update(cancelled_on=on, cancelled_why=why, join_key="", version=F("version") + 1):
        raise Locked
    record(action="called off a supervision session", subject=session)


def _part(member: GroupMember, group: Group) -> Attendance.Part:
    if member.person_id == group.senior_practitioner_id:
        return Attendance.Part.SUPERVISOR
    return Attendance.Part.CONSULTANT if member.person_id == group.clinician_id else Attendance.Part.OBSERVER

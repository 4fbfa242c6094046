"""A session is planned or begins, and who takes part."""

from collections.abc import Sequence
from datetime import date

from django.db import DatabaseError, connection, transaction

from camden.audit import record
from camden.models import User
from supervision.models import (
    Attendance,
    Group,
    Session,
)
from supervision.operations.holding import NotInTheRoom, hold_session


@transaction.atomic
def open_session(
    *, group: Group, held_on: date, setting: str, place: str, by: User, parts: Sequence[tuple[User, str]]
) -> Session:
    """Plan a session or begin one: `parts` are who takes part, and as what (codes of Attendance.Part).

    Whoever is put down as supervisor supervises it, else whoever opens it.
    """
    supervisor = next((person for person, part in parts if part == Attendance.Part.SUPERVISOR), by)
    session = Session.objects.create(group=group, held_on=held_on, setting=setting, place=place, supervisor=supervisor)
    _take_part(session, parts)
    record(action="opened a supervision session", subject=session)
    return session


@transaction.atomic
def say_who_is_here(*, session: Session, parts: Sequence[tuple[User, str]]) -> None:
    """Who takes part after all; an empty part takes somebody off. Raises Locked."""
    hold_session(session)
    _take_part(session, parts)
    record(action="changed who takes part in a session", subject=session)


def _take_part(session: Session, parts: Sequence[tuple[User, str]]) -> None:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            for person, part in parts:
                cursor.execute("select take_part(%s, %s, %s)", [session.pk, person.pk, part])
    except DatabaseError as error:
        if "not of this group" in str(error):
            raise NotInTheRoom from error
        raise

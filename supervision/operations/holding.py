"""What every verb asks first: is it still open, and who is there for this family?"""

from cases.models import Case
from supervision.models import (
    Attendance,
    Discussion,
    Session,
)


class Locked(Exception):
    """The session or the discussion was agreed, or the session called off: what was written stays as it is."""


class NotInTheRoom(Exception):
    """Somebody cannot be chosen for this discussion. Never says why: that would give something away."""


class NotYetHeld(Exception):
    """A session that is planned for a later day cannot have been agreed."""


class TooManyKept(Exception):
    """The presenter keeps at most three ideas."""


def who_hears(session: Session, case: Case) -> set[int]:
    return {one.person_id for one in Attendance.objects.filter(session=session).hearing_of(case)}


def hold_session(session: Session) -> None:
    """Hold the session until the end of the transaction: two people at once take turns."""
    if (
        not Session.objects.select_for_update(of=("self",))
        .filter(pk=session.pk, agreed_on=None, cancelled_on=None)
        .exists()
    ):
        raise Locked


def hold_discussion(discussion: Discussion) -> None:
    """The same of one discussion, which its session's being called off locks too. Raises Locked."""
    open_ = Discussion.objects.filter(pk=discussion.pk, agreed_on=None, session__cancelled_on=None)
    if not open_.select_for_update(of=("self",)).exists():
        raise Locked

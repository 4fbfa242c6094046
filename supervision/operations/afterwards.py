"""After a session: what somebody takes from it for themselves, and that somebody who was not there has read it."""

from datetime import date

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from supervision.models import Reflection, Session, SessionReading
from supervision.operations.holding import Locked


@transaction.atomic
def reflect(*, session: Session, by: User, words: str) -> None:
    """Keep what somebody takes from a session for themselves: nobody else reads it, and it goes nowhere.

    Only those who were there have one; the database refuses everybody else. Empty words leave nothing to read.
    """
    mine = Reflection.objects.filter(session=session, person=by)
    if not mine.update(words=words, version=F("version") + 1):
        Reflection.objects.create(session=session, person=by, words=words)
    record(action="wrote a private reflection", subject=session)


@transaction.atomic
def confirm_reading(*, session: Session, by: User, on: date) -> None:
    """Somebody who was not there has read what was agreed; said twice it stands once. Raises Locked before it is."""
    if session.agreed_on is None:
        raise Locked
    _, is_new = SessionReading.objects.get_or_create(session=session, person=by, defaults={"read_on": on})
    if is_new:
        record(action="read what a session agreed", subject=session)

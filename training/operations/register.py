"""Verbs of the register: who came, the code of the room, and what those who came say of it."""

import json
import secrets
from collections.abc import Mapping
from datetime import date, datetime

from django.db import connection, transaction
from django.utils.crypto import salted_hmac

from camden.audit import record
from camden.models import User
from camden.operations.refusals import call
from training.models import AttendanceCode, Booking, CourseSession
from training.rules.places import Refusal
from training.rules.room_code import OPEN_FOR, new_code

_SENTENCES = {
    "called off": (Refusal.CALLED_OFF.value, ""),
    "it has not begun": ("The register is kept from the day on which the course is held.", ""),
}


class RegisterChanged(Exception):
    """Somebody else wrote in the register since: `says` by person whether they came, as it says now."""

    def __init__(self, says: Mapping[int, bool]) -> None:
        super().__init__("the register was changed meanwhile")
        self.says = says


@transaction.atomic
def keep_register(
    *, session: CourseSession, came: Mapping[int, bool], version: int, by: User, on: date, at: datetime
) -> None:
    """Who came, by key of the person: everybody of whom something is said, in one go. Others stay open.

    `version` is that of the register the page showed. Somebody with no place came unbooked. Raises RegisterChanged when
    somebody else said otherwise meanwhile, and NotDone before the day or when it was called off.
    """
    rows = json.dumps([{"person": person, "came": was_there} for person, was_there in came.items()])
    values = [session.pk, rows, version, on, at]
    overtaken = call("select set_register(%s, %s, %s, %s, %s)", values, _SENTENCES)
    if overtaken:
        now = Booking.objects.filter(session=session, person__in=overtaken, withdrawn_at=None, came__isnull=False)
        raise RegisterChanged({person: bool(was_there) for person, was_there in now.values_list("person", "came")})
    record(action="kept the register of a course", subject=session)


@transaction.atomic
def show_code(*, session: CourseSession, by: User, at: datetime) -> str:
    """A new code for those in the room. It is told once, here, and kept as a digest; it ends by itself."""
    code = new_code(secrets.randbelow)
    AttendanceCode.objects.create(
        session=session, digest=_digest(session.pk, code), opens_at=at, closes_at=at + OPEN_FOR, made_by=by
    )
    record(action="showed the code of a course", subject=session)
    return code


@transaction.atomic
def sign_with_code(*, code: str, by: User, on: date, at: datetime) -> CourseSession | None:
    """Somebody types the code of the room they sit in: the course whose register they are on now, or None.

    Only of today's courses they have a place on. The same code again is the same register and nothing more.
    """
    places = Booking.objects.filter(person=by, placed_at__isnull=False, withdrawn_at=None, session__held_on=on)
    for place in places.select_related("session__course").order_by("pk"):
        digest = _digest(place.session_id, code)
        with connection.cursor() as cursor:
            cursor.execute("select sign_register(%s, %s, %s, %s)", [place.session_id, digest, on, at])
            if cursor.fetchone()[0]:
                record(action="signed the register of a course", subject=place.session)
                return place.session
    return None


@transaction.atomic
def give_feedback(*, session: CourseSession, useful: str, words: str, by: User) -> bool:
    """Somebody who came says what they think of it, without their name: whether it was the first time they did.

    `useful` is a code of CourseFeedback.Useful. False when they said it already, or were not there.
    """
    with connection.cursor() as cursor:
        cursor.execute("select give_feedback(%s, %s, %s)", [session.pk, useful, words])
        return bool(cursor.fetchone()[0])


def _digest(session: int, code: str) -> str:
    """Of six digits a plain digest could be undone by trying all of them: this one needs the service's own secret."""
    return salted_hmac("training.room_code", f"{session} {code}", algorithm="sha256").hexdigest()

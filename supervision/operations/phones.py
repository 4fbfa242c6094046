"""Phones in a session: a key that ends with it, and sentences that come by it without an account.

Two functions of wall_phones.sql are the only way in: no principal is bound, and nothing of a family comes back.
"""

import secrets
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.db import connection, transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from supervision.models import Session
from supervision.operations.holding import Locked, hold_session
from supervision.rules.stages import OF_A_FAMILY, offers_ideas

_OFFERING = [step.code for step in OF_A_FAMILY if offers_ideas(step.code)]


class Answer(StrEnum):
    """What became of a sentence."""

    KEPT = "kept"
    NOT_YET = "not-yet"
    FULL = "full"
    OVER = "over"


@dataclass(frozen=True)
class PhoneState:
    """Whether a code opens its session, and whose turn it is: a mark that says nothing, empty for nobody's."""

    is_open: bool = False
    round: str = ""
    takes_ideas: bool = False


@transaction.atomic
def let_phones_in(*, session: Session, by: User) -> None:
    """Make a key, so that phones may post to this session; an earlier key stops working. Raises Locked."""
    _set_key(session, secrets.token_urlsafe(12))
    record(action="let phones into a supervision session", subject=session)


@transaction.atomic
def keep_phones_out(*, session: Session, by: User) -> None:
    """No phone may post from now on. Raises Locked."""
    _set_key(session, "")
    record(action="closed a supervision session to phones", subject=session)


def code_of_session(session: Session) -> str:
    """The code of a phone's address, signed; empty while phones are not let in."""
    return _signer().sign(f"{session.pk}.{session.join_key}") if session.join_key else ""


def phone_state(*, code: str, on: date) -> PhoneState:
    """What a phone with this code may know on this day."""
    opened = _opened(code)
    if opened is None:
        return PhoneState()
    with connection.cursor() as cursor:
        cursor.execute("select * from phone_state(%s, %s, %s, %s)", [*opened, on, _OFFERING])
        return PhoneState(*cursor.fetchone())


@transaction.atomic
def post_from_phone(*, code: str, on: date, round: str, kind: str, text: str, client_key: UUID) -> Answer:
    """Keep a sentence for the family of that `round`: `kind` is "question" or "idea". Sent twice, it stands once."""
    opened = _opened(code)
    if opened is None:
        return Answer.OVER
    with connection.cursor() as cursor:
        said: list[Any] = [*opened, on, _OFFERING, round, kind, text, client_key]
        cursor.execute("select post_from_phone(%s, %s, %s, %s, %s, %s, %s, %s)", said)
        return Answer(cursor.fetchone()[0])


def _set_key(session: Session, key: str) -> None:
    hold_session(session)
    still = Session.objects.filter(pk=session.pk, ended_at=None, cancelled_on=None)
    if not still.update(join_key=key, version=F("version") + 1):
        raise Locked
    session.join_key = key


def _signer() -> Signer:
    return Signer(salt="supervision.join")


def _opened(code: str) -> tuple[int, str] | None:
    """The session and the key in a code that we signed; None for any other, before the database hears of it."""
    try:
        pk, _, key = _signer().unsign(code).partition(".")
        return int(pk), key
    except (BadSignature, ValueError):
        return None

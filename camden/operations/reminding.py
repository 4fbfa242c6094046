"""Verbs of how somebody wants to be reminded: what they mute, and the private address of their calendar."""

import hashlib
import secrets

from django.db import connection, transaction
from django.db.models.functions import Now

from camden.audit import record
from camden.models import CalendarFeed, Mute, User


@transaction.atomic
def mute(*, person: User, work: str) -> None:
    """Somebody does not want this kind of reminder. Whoever asks knows that it may be muted."""
    muted, is_new = Mute.objects.get_or_create(person=person, work=work)
    if is_new:
        record(action="muted a kind of reminder", subject=muted)


@transaction.atomic
def unmute(*, person: User, work: str) -> None:
    """Somebody wants it again."""
    for muted in Mute.objects.filter(person=person, work=work):
        record(action="wants a kind of reminder again", subject=muted)
        muted.delete()


@transaction.atomic
def make_address(*, person: User) -> str:
    """A new private address for somebody's calendar; the one before is revoked. Returns its secret, which is kept
    nowhere: only its hash is.
    """
    CalendarFeed.objects.filter(person=person, revoked_at=None).update(revoked_at=Now())
    token = secrets.token_urlsafe(32)
    feed = CalendarFeed.objects.create(person=person, token_sha256=hashed(token))
    record(action="made a private address for a calendar", subject=feed)
    return token


@transaction.atomic
def revoke_address(*, person: User) -> None:
    """Nobody reads somebody's calendar any more: the address answers like one that never was."""
    for feed in CalendarFeed.objects.filter(person=person, revoked_at=None):
        CalendarFeed.objects.filter(pk=feed.pk, revoked_at=None).update(revoked_at=Now())
        record(action="revoked the private address of a calendar", subject=feed)


def whose_calendar(token: str) -> User | None:
    """Who is read at this address; nobody for one that was revoked or never was, or of somebody who has left."""
    with connection.cursor() as cursor:
        cursor.execute("select calendar_reader(%s)", [hashed(token)])
        found = cursor.fetchone()[0]
    return User.objects.filter(pk=found, is_active=True).first() if found else None


def hashed(token: str) -> str:
    """All that is kept of an address."""
    return hashlib.sha256(token.encode()).hexdigest()

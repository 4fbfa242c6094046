"""Sends what waits in the outbox: each message at least once, whatever dies meanwhile."""

import logging
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F
from django.db.models.functions import Now
from django.template.loader import render_to_string
from django.urls import reverse

from camden.models import Message, User
from camden.operations.people import jobs
from camden.principal import acting_as
from camden.rules.moments import HERE
from camden.rules.patience import next_try_at

log = logging.getLogger("camden.jobs")

Words = Callable[[User, date], Mapping[str, Any] | None]
"""What a kind of message says more, for its template; None when there is nothing left to say and no mail goes."""

NO_WORDS: Mapping[str, Words] = MappingProxyType({})
ALERTS = ("alert-", "conference-danger")  # how the kinds of what interrupts begin
NOW, WAITS = "Something needs you now", "Something waits for you on My day"
ENOUGH_FAILURES = 3  # in a row: the mail server is away, and is asked again later


@dataclass(frozen=True)
class _Waiting:
    """One message to send. `tries` are those that failed."""

    key: int
    kind: str
    due_on: date
    tries: int
    recipient: User


def drain(*, at: datetime, on: date, words: Mapping[str, Words] = NO_WORDS, most: int = 200) -> int:
    """Send the messages that are due, at most so many, each in a transaction of its own. How many were sent.

    1. The mail leaves, with a Message-ID made of the row's key: the same again is recognised as the same.
    2. The row is marked. Whatever dies in between, the mail leaves once more, and nothing is lost.

    Two drains at once take different rows. People who have left, jobs and addresses of no place are left out.
    """
    system, sent, failures = jobs(), 0, 0
    for waiting in _due(system, at, on, most):
        try:
            sent += _send(system, waiting, words)
            failures = 0
        except Exception as error:  # whatever it is: it is counted, and the next one gets its mail
            failures += 1
            log.warning("message not sent", extra={"facts": {"message": waiting.key, "why": type(error).__name__}})
            _count_failure(system, waiting)
        if failures >= ENOUGH_FAILURES:
            break
    if sent:
        log.info("sent messages", extra={"facts": {"messages": sent}})
    return sent


def message_id(key: int) -> str:
    """The Message-ID of a row: the same whenever and from wherever it is sent."""
    return f"<message-{key}@{urlsplit(settings.CAMDEN_URL).hostname or 'localhost'}>"


def _due(system: User, at: datetime, on: date, most: int) -> list[_Waiting]:
    """What is to be sent now, first what was never tried."""
    with acting_as(system):
        found = Message.objects.filter(
            sent_at=None, due_on__lte=on, recipient__is_active=True, recipient__is_system=False
        ).exclude(recipient__email="")
        rows = list(found.exclude(recipient__email__endswith="@localhost").select_related("recipient")
                    .order_by("tries", "due_on", "pk")[:most])  # fmt: skip
    ready = [row for row in rows if not row.tries or next_try_at(_due_at(row), row.tries) <= at]
    return [_Waiting(row.pk, row.kind, row.due_on, row.tries, row.recipient) for row in ready]


def _due_at(message: Message) -> datetime:
    return max(message.written_at, datetime.combine(message.due_on, time(), HERE))


def _send(system: User, waiting: _Waiting, words: Mapping[str, Words]) -> int:
    """1 when this call sent it; 0 when another drain has it, or there was nothing left to say."""
    more: Mapping[str, Any] | None = {}
    if waiting.kind in words:
        with acting_as(waiting.recipient):  # what a person is told is what that person may see
            more = words[waiting.kind](waiting.recipient, waiting.due_on)
    with acting_as(system, uuid.uuid4()):
        row = Message.objects.select_for_update(skip_locked=True).filter(pk=waiting.key, sent_at=None).first()
        if row is None:
            return 0
        if more is not None:
            _mail(waiting, more).send()
        Message.objects.filter(pk=row.pk).update(sent_at=Now())
    return int(more is not None)


def _mail(waiting: _Waiting, more: Mapping[str, Any]) -> EmailMessage:
    """Nothing of any record: what kind of thing waits, and the address where it waits."""
    is_alert = waiting.kind.startswith(ALERTS)
    address = settings.CAMDEN_URL.rstrip("/") + reverse("overview:alerts" if is_alert else "home")
    context = {"name": waiting.recipient.name, "address": address, "council_name": settings.COUNCIL_NAME, **more}
    body = render_to_string([f"emails/{waiting.kind}.txt", "emails/message.txt"], context)
    return EmailMessage(
        subject=NOW if is_alert else WAITS,
        body=body,
        to=[waiting.recipient.email],
        headers={"Message-ID": message_id(waiting.key)},
    )


def _count_failure(system: User, waiting: _Waiting) -> None:
    with acting_as(system):
        Message.objects.filter(pk=waiting.key, sent_at=None).update(tries=F("tries") + 1)

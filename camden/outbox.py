"""Messages that leave after the commit: written in the same transaction as what they are about, sent by a job.

A message says only what it is about (kind, subject, day). Its words are made when it is sent, from a template of its
kind, and name no child: e-mail leaves the house.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import connection


def enqueue(*, kind: str, recipient_id: int, subject: Any, due_on: date) -> None:
    """Put one message in the outbox, unless the same is there: a job may run twice, a person hears once.

    `kind` names a template in `templates/emails/`; `subject` is the row it is about; it is sent on `due_on` or after.
    """
    enqueue_all(kind=kind, recipient_ids=[recipient_id], subject=subject, due_on=due_on)


def enqueue_all(*, kind: str, recipient_ids: Sequence[int], subject: Any, due_on: date) -> None:
    """The same message to several people, in one statement."""
    with connection.cursor() as cursor:
        # Plain SQL: who writes a message may not read another person's, and the ORM asks for the new key back.
        cursor.execute(
            "insert into camden_message (recipient_id, kind, subject, subject_id, due_on, tries)"
            " select recipient, %s, %s, %s, %s, 0 from unnest(%s::bigint[]) recipient on conflict do nothing",
            [kind, subject._meta.label, subject.pk, due_on, list(recipient_ids)],
        )

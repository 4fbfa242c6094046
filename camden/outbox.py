"""Messages that leave after the commit: written in the same transaction as what they are about, sent by a job.

A message says only what it is about (kind, subject, day). Its words are made when it is sent, from a template of its
kind, and name no child: e-mail leaves the house.
"""

from datetime import date
from typing import Any

from django.db import connection


def enqueue(*, kind: str, recipient_id: int, subject: Any, due_on: date) -> None:
    """Put one message in the outbox, unless the same is there: a job may run twice, a person hears once.

    `kind` names a template in `templates/emails/`; `subject` is the row it is about; it is sent on `due_on` or after.
    """
    with connection.cursor() as cursor:
        # Plain SQL: who writes a message may not read another person's, and the ORM asks for the new key back.
        cursor.execute(
            "insert into camden_message (recipient_id, kind, subject, subject_id, due_on, tries)"
            " values (%s, %s, %s, %s, %s, 0) on conflict do nothing",
            [recipient_id, kind, subject._meta.label, subject.pk, due_on],
        )

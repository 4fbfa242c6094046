"""What was looked at and what was done. The database itself says who and when: see `wall.sql`."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import connection, connections


@dataclass
class Opened:
    """The records one request has shown so far. Lookups and readings add to it; the middleware writes it down.

    `is_written` when that was done already, in one statement with something else.
    """

    cases: set[int] = field(default_factory=set)
    why: str = ""
    is_written: bool = False

    def add(self, *case_ids: int) -> None:
        """These records are on the page."""
        self.cases.update(case_ids)


def opened(*, page: str, cases: Iterable[int], why: str, request_id: uuid.UUID) -> None:
    """Write one look: an event and a narrow row for each record. No event, no page: a failure here is a 500."""
    with connection.cursor() as cursor:
        cursor.execute("select app_opened(%s, %s, %s, %s::bigint[])", [page, why, str(request_id), sorted(cases)])


def record(*, action: str, subject: Any, case_id: int | None = None) -> None:
    """Write one thing done: a verb in plain words and what it was done to. The database adds who and when."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select app_recorded(%s, %s, %s, %s, nullif(current_setting('pghistory.context_id', true), '')::uuid)",
            [action, subject._meta.label, subject.pk, case_id],
        )


def refused(*, user: Any, page: str, asked_for: str, status: int, request_id: uuid.UUID) -> None:
    """Write a refusal, outside the request's transaction, which was rolled back or is about somebody unknown."""
    with connections[settings.ASIDE].cursor() as cursor:
        # Plain SQL: the role that writes refusals may not read them, and the ORM asks for the new key back.
        cursor.execute(
            "insert into camden_refusal (user_id, page, asked_for, status, request_id) values (%s, %s, %s, %s, %s)",
            [user.pk, page[:80], asked_for[:80], status, str(request_id)],
        )

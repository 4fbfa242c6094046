"""For whom the database acts: one person, one transaction, never longer."""

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

BIND = """select set_config('app.user_id', %s, true), set_config('pghistory.context_id', %s, true),
    set_config('pghistory.context_metadata', %s, true)"""
# With how many alerts the person has not opened yet.
BIND_A_PERSON = """select set_config('app.user_id', %s, true), set_config('pghistory.context_id', %s, true),
    set_config('pghistory.context_metadata', %s, true), (select count(*) from camden_message
    where recipient_id = %s and seen_at is null and kind ~ '^(alert-|conference-danger$)' and due_on <= current_date)"""


class Blind(Exception):
    """A job of the system was given a database role that may not see records, and would have found nothing."""


def bind(user: Any, request_id: uuid.UUID) -> None:
    """Bind the present transaction to a person: row-level security and history read it.

    Local to the transaction, so nothing of it can reach the next request on a pooled connection. The same statement
    tells `user.alerts_waiting`, because every page says so: it is asked after the first of its columns was set.
    """
    context = json.dumps({"user": user.pk, "request": str(request_id)}) if user else ""
    with connection.cursor() as cursor:
        if user:
            cursor.execute(BIND_A_PERSON, [str(user.pk), str(request_id), context, user.pk])
            user.alerts_waiting = cursor.fetchone()[3]
        else:
            cursor.execute(BIND, ["", "", ""])


@contextmanager
def acting_as(user: Any, request_id: uuid.UUID | None = None) -> Iterator[uuid.UUID]:
    """Everything inside happens in one transaction, as this person and with what they may see.

    Yields the id of the request (a new one when none is given). Raises Blind for a system principal whose
    database role is the web's.
    """
    request_id = request_id or uuid.uuid4()
    nested = connection.in_atomic_block
    with transaction.atomic():
        bind(user, request_id)
        if user.is_system:
            _assert_sees()
        yield request_id
    if nested:
        # The settings last until the outer transaction ends; a test's, or a job's next person, must not inherit them.
        bind(None, request_id)


def _assert_sees() -> None:
    with connection.cursor() as cursor:
        cursor.execute("select app_all()")
        if not cursor.fetchone()[0]:
            raise Blind("This job runs with the web's database role. Give it CAMDEN_DB_ROLE=worker.")

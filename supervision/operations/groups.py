"""A team begins to meet for supervision."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import connection, transaction

from camden.audit import record
from camden.models import Team, User
from supervision.models import (
    Group,
)


@transaction.atomic
def open_group(*, team: Team, name: str, senior: User, clinician: User | None, people: Iterable[User], on: date) -> int:
    """A team begins to meet for supervision. The group's key. Only for a team of one's own."""
    with connection.cursor() as cursor:
        words: list[Any] = [team.pk, name, senior.pk, clinician.pk if clinician else None, on]
        cursor.execute("select open_group(%s, %s, %s, %s, %s)", words)
        key = int(cursor.fetchone()[0])
        for person in {person.pk for person in (senior, clinician, *people) if person}:
            cursor.execute("select join_group(%s, %s, %s)", [key, person, on])
        if clinician:  # who works with no family of theirs, and keeps no action of it
            cursor.execute("select place_in_group(%s, %s, 'clinician', %s)", [key, clinician.pk, on])
    record(action="opened a supervision group", subject=Group(pk=key))
    return key

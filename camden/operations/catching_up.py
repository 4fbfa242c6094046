"""Verbs of reading what happened: arrive, and say that it is read."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection

from camden.models import User

# What happened is written down by transactions that end in another order than they began. Up to the beginning of the
# oldest that still runs, all that will ever be there is there: a page that was made shows it, and may say so. The web
# sees its own transactions only, and only the web writes what is news to somebody.
_ARRIVE = """
with new as (
    update camden_message set seen_at = statement_timestamp()
    where recipient_id = %(user)s and seen_at is null and due_on <= %(on)s and kind !~ '^(alert-|conference-danger$)'
    returning subject, subject_id)
select (select read_at from camden_caughtup where user_id = %(user)s),
    least(statement_timestamp(), (select min(a.xact_start) from pg_stat_activity a
                                  where a.datname = current_database() and a.pid <> pg_backend_pid())),
    (select coalesce(array_agg(subject || ' ' || subject_id), '{}') from new)
"""


@dataclass(frozen=True)
class Arrival:
    """Somebody looks at what happened: until when they had read, and until when the page they get is complete.

    `new` are the subjects of messages that they see for the first time, as ("cases.DutyNote", key).
    """

    read_at: datetime | None
    complete_at: datetime
    new: frozenset[tuple[str, int]]


def arrive(*, user: User, on: date) -> Arrival:
    """What is new to somebody who opens their day. From now on its messages are not new any more."""
    with connection.cursor() as cursor:
        cursor.execute(_ARRIVE, {"user": user.pk, "on": on})
        read_at, complete_at, new = cursor.fetchone()
    subjects = (subject.split(" ") for subject in new)
    return Arrival(read_at, complete_at, frozenset((subject, int(key)) for subject, key in subjects))


def catch_up(*, user: User, until: datetime) -> None:
    """Somebody has read what happened until that moment, which is never moved back, and never past now.

    Two pages that say so at the same time, or an old one that says so late, lose nothing.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into camden_caughtup (user_id, read_at) values (%s, least(%s, statement_timestamp()))"
            " on conflict (user_id) do update set read_at = greatest(camden_caughtup.read_at, excluded.read_at)",
            [user.pk, until],
        )

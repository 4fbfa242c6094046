"""Verbs about who must not see a record."""

from datetime import date

from django.db import connection, transaction

from camden.audit import record
from camden.models import User
from cases.models import Case, Exclusion


@transaction.atomic
def exclude_worker(*, case: Case, worker: User, reason: str, on: date) -> int:
    """Close a record to one person, whatever else would open it: a relative, a neighbour, a friend. The row's key.

    Raises django.db.IntegrityError when the record is restricted and nobody else would see it.
    """
    with connection.cursor() as cursor:
        cursor.execute("select exclude_worker(%s, %s, %s, %s)", [case.pk, worker.pk, reason, on])
        key: int = cursor.fetchone()[0]
    record(action="excluded a worker", subject=Exclusion(pk=key), case_id=case.pk)
    return key


@transaction.atomic
def lift_exclusion(*, exclusion: Exclusion, on: date) -> None:
    """The reason for keeping somebody out has gone."""
    with connection.cursor() as cursor:
        cursor.execute("select lift_exclusion(%s, %s)", [exclusion.pk, on])
    record(action="lifted an exclusion", subject=exclusion, case_id=exclusion.case_id)


@transaction.atomic
def restrict(*, case: Case, restricted: bool) -> None:
    """Close a record to all but those involved, or open it to the team again.

    Raises django.db.IntegrityError when nobody is involved: a record that nobody sees waits on no list.
    """
    record(action="restricted the record" if restricted else "lifted the restriction", subject=case, case_id=case.pk)
    with connection.cursor() as cursor:
        cursor.execute("select restrict_case(%s, %s)", [case.pk, restricted])

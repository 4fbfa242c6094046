"""Verbs about the second proof that signing in asks for: codes from an app, spare codes."""

from collections.abc import Iterable

from django.db import connection, transaction

from camden.audit import record
from camden.models import User


def has_proof(*, user_id: int, types: Iterable[str] | None = None) -> bool:
    """Whether somebody has a second proof: of one of these kinds of allauth's, or of any."""
    with connection.cursor() as cursor:
        cursor.execute("select has_proof(%s, %s)", [user_id, [str(kind) for kind in types] if types else None])
        found: bool = cursor.fetchone()[0]
    return found


@transaction.atomic
def forget_proofs(*, user: User) -> int:
    """Their telephone is lost: the next time they sign in they set up a new one. How many proofs are gone.

    Raises django.db.ProgrammingError for anybody but an administrator, and for one who asks it of their own account.
    """
    with connection.cursor() as cursor:
        cursor.execute("select forget_proofs(%s)", [user.pk])
        gone: int = cursor.fetchone()[0]
    record(action="took the second proof off an account", subject=user)
    return gone

"""What a link without an account does: it is open or not, and takes one answer. All else is closed to it.

Two functions of wall_feedback.sql are the only way: the web role has no other, and no principal is bound.
"""

from collections.abc import Mapping

from django.db import connection, transaction

from cases.operations.feedback import hashed
from cases.rules.feedback import ITEMS, speaks_of_danger


@transaction.atomic
def open_link(*, secret: str, counts: bool = True) -> bool:
    """Whether this link is open: not answered, not over, not made anew since. Opening it is counted."""
    with connection.cursor() as cursor:
        _bind(cursor, secret)
        cursor.execute("select open_link(%s)", [counts])
        return bool(cursor.fetchone()[0])


@transaction.atomic
def answer_link(*, secret: str, points: Mapping[str, int | None], words: str, is_named: bool, is_worried: bool) -> bool:
    """Take what somebody answered. False when the link is closed: nothing was kept.

    What may speak of a danger, or says so by its tick, is kept with the family and told to duty at once.
    """
    given = [points.get(item.field) for item in ITEMS]
    with connection.cursor() as cursor:
        _bind(cursor, secret)
        danger = is_worried or speaks_of_danger(words)
        cursor.execute("select answer_link(%s::smallint[], %s, %s, %s)", [given, words, is_named, danger])
        return bool(cursor.fetchone()[0])


def _bind(cursor: object, secret: str) -> None:
    cursor.execute("select set_config('app.link', %s, true)", [hashed(secret)])  # type: ignore[attr-defined]

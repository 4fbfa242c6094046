"""Writes many rows at once with PostgreSQL's COPY: ten times as fast as statements, and every constraint holds."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import StringIO
from typing import Any

from django.db import connection
from django.db.models import Model

_HARD = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


class Keys:
    """Keys for rows of one table, one after the other, beyond those it has."""

    def __init__(self, model: type[Model]) -> None:
        self.model, self.made = model, 0
        with connection.cursor() as cursor:
            cursor.execute(f'select coalesce(max("{_key(model)}"), 0) from "{model._meta.db_table}"')  # noqa: S608
            self.last = cursor.fetchone()[0]

    def next(self) -> int:
        """The next key."""
        self.last += 1
        return self.last

    def keep(self) -> None:
        """Let the table's own counting go on after the last key that was given out."""
        with connection.cursor() as cursor:
            cursor.execute(
                "select setval(pg_get_serial_sequence(%s, %s), %s)",
                [self.model._meta.db_table, _key(self.model), max(1, self.last)],
            )


def copy(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Write rows of a table: plain values in the order of `columns`, which are columns' names. How many there were.

    Without the triggers that write history: asked for each row whether they are ignored, they take ten times as long
    as the rows. Keys are checked at once, because a table whose checks wait cannot be altered.
    """
    text, count = StringIO(), 0
    for row in rows:
        text.write("\t".join([_written(value) for value in row]))
        text.write("\n")
        count += 1
    text.seek(0)
    table, names = f'"{model._meta.db_table}"', ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(f"set constraints all immediate; alter table {table} disable trigger user")
        cursor.copy_expert(f"copy {table} ({names}) from stdin", text)
        cursor.execute(f"alter table {table} enable trigger user")
    return count


def _key(model: type[Model]) -> str:
    return model._meta.pk.column  # type: ignore[union-attr,return-value]


def _written(value: Any) -> str:
    if isinstance(value, str):
        return value.translate(_HARD)
    if value is None:
        return "\\N"
    if value is True or value is False:
        return "t" if value else "f"
    if isinstance(value, list):
        return "{" + ",".join(map(str, value)) + "}"
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)

"""A statement that Django puts together once, however often it is asked.

Putting a large statement together takes Django longer than the database takes to answer it: 12 ms against 4 for a
family. Its text is the same for every record and every day, so it is kept, and only what `later` names is filled in.
PostgreSQL is asked to prepare it, once for each connection: planning a family took it 5 to 10 ms, answering 3.
"""

from collections import OrderedDict
from dataclasses import dataclass
from itertools import count
from typing import Any, Generic, TypeVar
from weakref import WeakKeyDictionary

from django.db import connection
from django.db.models import BigIntegerField, Field, Model, QuerySet
from django.db.models.expressions import RawSQL
from psycopg2.extensions import AsIs

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class _Later:
    name: str


@dataclass(frozen=True, eq=False)
class Statement:
    """The text of a query and its values, some of them known only when it is asked."""

    sql: str
    values: tuple[Any, ...]

    def rows(self, **known: Any) -> list[tuple[Any, ...]]:
        """Ask it, on the connection whose principal is bound. `known` has what `later` named, each by its name."""
        named = self.named
        if any(isinstance(value, int) and abs(value) > BigIntegerField.MAX_BIGINT for value in known.values()):
            return []  # larger than any key: nothing has it
        with connection.cursor() as cursor:
            name = _prepared(self, named)
            # nosemgrep: value-inside-sql - a name of our own counting, and placeholders
            cursor.execute(f"execute {name}({', '.join(['%s'] * len(named))})", [known[each] for each in named])
            return list(cursor.fetchall())

    @property
    def named(self) -> tuple[str, ...]:
        """What `later` named, each once, in the order of the text."""
        return tuple(dict.fromkeys(value.name for value in self.values if isinstance(value, _Later)))


_KNOWN: "WeakKeyDictionary[Any, OrderedDict[Statement, str]]" = WeakKeyDictionary()
"""For each open connection, the statements it has prepared and under which name, the one asked last at the end."""
_NAMES = count(1)
MOST = 48  # prepared at a time by one connection: a plan of a large one takes the database about a megabyte


def _prepared(asked: Statement, named: tuple[str, ...]) -> str:
    """The name under which this connection knows a statement; it is told when it does not know it yet.

    Constants stand in the text and only what is known later is a parameter, so that types are never in doubt.
    """
    known = _KNOWN.setdefault(connection.connection, OrderedDict())
    if asked in known:
        known.move_to_end(asked)
        return known[asked]
    place = {name: AsIs(f"${number}") for number, name in enumerate(named, 1)}
    values = [place[value.name] if isinstance(value, _Later) else value for value in asked.values]
    name = f"once_{next(_NAMES)}"
    with connection.connection.cursor() as cursor:  # not Django's: it is no question to be counted
        if len(known) >= MOST:
            # nosemgrep: value-inside-sql - a name of our own counting
            cursor.execute(f"deallocate {known.popitem(last=False)[1]}")
        # nosemgrep: value-inside-sql - the driver put the constants in; the rest are parameters
        cursor.execute(b"prepare " + name.encode() + b" as " + cursor.mogrify(asked.sql, values))
    known[asked] = name
    return name


@dataclass(frozen=True)
class Rows(Generic[M]):
    """A statement whose rows become objects of a model, with what was added to them as attributes."""

    model: type[M]
    names: tuple[str, ...]
    added: tuple[str, ...]
    statement: Statement

    def made(self, **known: Any) -> list[M]:
        """Ask it; the objects, whole."""
        found, end = [], len(self.names)
        for row in self.statement.rows(**known):
            one = self.model.from_db(connection.alias, self.names, row[:end])
            for name, value in zip(self.added, row[end:], strict=True):
                setattr(one, name, value)
            found.append(one)
        return found


def later(name: str, field: "Field[Any, Any]") -> RawSQL:
    """In a query: a value of that field which is known only when it is asked."""
    # Its type is said, because a prepared statement must know it before it knows the value.
    # nosemgrep: rows-by-sql - a placeholder and a type of Django's, nothing else
    return RawSQL(f"%s::{field.db_type(connection)}", [_Later(name)], field)  # noqa: S611  # nosec B611


def statement(query: "QuerySet[Any, Any]") -> Statement:
    """A query as text. Its rows come as the database gives them: plain values, JSON as text."""
    sql, values = query.query.sql_with_params()
    return Statement(sql, tuple(values))


def rows_of(query: "QuerySet[M]", *added: str) -> Rows[M]:
    """A query as text that gives objects. `added` names what it annotates."""
    names = tuple(field.attname for field in query.model._meta.concrete_fields)
    return Rows(query.model, names, added, statement(query.values_list(*names, *added)))

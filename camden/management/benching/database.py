"""A database of the bench's own, beside the service's on the same server, and connections that stand in for it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.signals import get_citext_oids, get_hstore_oids
from django.core.management import call_command
from django.db import DatabaseError, OperationalError, connections
from django.db.backends.base.base import NO_DB_ALIAS, BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.db.utils import load_backend

from camden.operations.wall import RolesMissing

SCRIPTS = ("service.sql", "journey.sql", "talks.sql")
PREFIX = "camden_bench_"
WEB = "camden_app"
SUPERUSER = "postgres"  # of the embedded server, which lets in whoever may open its socket


class NotAllowed(Exception):
    """The server will not give us a database of our own. The text says what to do."""


class BenchDatabase:
    """The database and two ways into it: `free` (its owner, whom no policy holds) and `web` (the web's role)."""

    def __init__(self, free: BaseDatabaseWrapper, web: BaseDatabaseWrapper) -> None:
        self.free, self.web = free, web

    @contextmanager
    def as_default(self, connection: BaseDatabaseWrapper) -> Iterator[None]:
        """Everything Django asks of its default database goes to this connection, and never to the service's."""
        before = {alias: connections[alias] for alias in connections}
        for alias in connections:
            connections[alias] = connection
        try:
            yield
        finally:
            for alias, service in before.items():
                connections[alias] = service

    def rows(self, sql: str, values: Any = None) -> list[tuple[Any, ...]]:
        """What plain SQL answers, asked as owner."""
        with self.free.cursor() as cursor:
            cursor.execute(sql, values)
            return list(cursor.fetchall())


@contextmanager
def own_database(say: Any) -> Iterator[BenchDatabase]:
    """A migrated database with its walls up, dropped at the end. Raises NotAllowed."""
    service = connections["default"].settings_dict
    creator, name = _creator(service), f"{PREFIX}{os.getpid()}"
    try:
        for left in _left_behind(creator):
            say(f"An earlier run was killed and left a database behind. To remove it: DROP DATABASE {left};")
        _execute(creator, f"create database {name} template template0 encoding 'UTF8'")
        database = BenchDatabase(_connection(creator.settings_dict, NAME=name), _web(creator, name))
    finally:
        creator.close()  # it stands in the service's database, where nobody needs it until the end
    try:
        _migrate(database)
        with _held_as_web(database):
            yield database
    finally:
        database.web.close()
        database.free.close()
        _execute(creator, f"drop database {name} with (force)")
        creator.close()


def fill(database: BenchDatabase, *, children: int, today: date) -> None:
    """Write the invented service of `SCRIPTS`, and let the database learn its statistics."""
    scripts = [(Path(__file__).parent / name).read_text(encoding="utf-8") for name in SCRIPTS]
    with database.free.cursor() as cursor:
        cursor.execute(
            "select set_config('bench.children', %s, false), set_config('bench.today', %s, false)",
            [str(children), today.isoformat()],
        )
        for script in scripts:
            cursor.execute(script)
        cursor.execute("select rebuild_search()")
        cursor.execute("vacuum (analyze)")


def _connection(settings: dict[str, Any], alias: str = "default", **changed: Any) -> BaseDatabaseWrapper:
    """A connection outside Django's own two. It stays open: a median is not about opening one."""
    settings = settings | {"CONN_MAX_AGE": None, "OPTIONS": dict(settings["OPTIONS"])} | changed
    return load_backend(settings["ENGINE"]).DatabaseWrapper(settings, alias)


def _creator(service: dict[str, Any]) -> BaseDatabaseWrapper:
    """Whoever may create a database: the service's owner, else the superuser that an embedded server lets in."""
    asked = [_connection(service, NO_DB_ALIAS)]
    if str(service["HOST"]).startswith("/"):
        asked.append(_connection(service | {"USER": SUPERUSER, "PASSWORD": ""}, NO_DB_ALIAS))
    for connection in asked:
        with suppress(OperationalError), connection.cursor() as cursor:
            cursor.execute("select rolsuper or rolcreatedb from pg_roles where rolname = current_user")
            if cursor.fetchone()[0]:
                return connection
        connection.close()
    raise NotAllowed(
        "The bench makes a database of its own, and the owner of this one may not. Give an address that may in"
        " DATABASE_URL_OWNER, or let it: ALTER ROLE camden_owner CREATEDB;"
    )


def _left_behind(creator: BaseDatabaseWrapper) -> list[str]:
    with creator.cursor() as cursor:
        cursor.execute(
            "select datname from pg_database d where starts_with(datname, %s)"
            " and not exists (select 1 from pg_stat_activity a where a.datname = d.datname) order by 1",
            [PREFIX],
        )
        return [name for (name,) in cursor.fetchall()]


def _web(creator: BaseDatabaseWrapper, name: str) -> BaseDatabaseWrapper:
    """The way in of the web's role: its own login, or a superuser's connection that `_held_as_web` turns into it."""
    with creator.cursor() as cursor:
        cursor.execute("select rolsuper from pg_roles where rolname = current_user")
        if cursor.fetchone()[0]:
            return _connection(creator.settings_dict, NAME=name)
    address = urlsplit(os.environ.get("DATABASE_URL", ""))
    role = {"USER": unquote(address.username or WEB), "PASSWORD": unquote(address.password or "")}
    return _connection(creator.settings_dict, NAME=name, **role)


def _migrate(database: BenchDatabase) -> None:
    """Tables and walls, with Django's own command."""
    try:
        with database.as_default(database.free):
            call_command("migrate", verbosity=0, interactive=False)
    except (RolesMissing, DatabaseError) as error:
        raise NotAllowed(f"The tables could not be made. {error}") from error
    finally:
        # What Django remembers of a database by its alias is not true of the service's.
        for forget in (ContentType.objects.clear_cache, get_hstore_oids.cache_clear, get_citext_oids.cache_clear):
            forget()


@contextmanager
def _held_as_web(database: BenchDatabase) -> Iterator[None]:
    """Row-level security holds the web's connection, as it does in the service, whenever it is opened."""

    def hold(connection: BaseDatabaseWrapper, **signal: Any) -> None:
        if connection is database.web:
            with connection.cursor() as cursor:
                cursor.execute("select rolsuper from pg_roles where rolname = session_user")
                if cursor.fetchone()[0]:
                    cursor.execute(f"set session authorization {WEB}")

    connection_created.connect(hold)
    try:
        with database.as_default(database.web), database.web.cursor() as cursor:
            cursor.execute("select session_user, row_security_active('cases_case')")
            user, held = cursor.fetchone()
        if not held:
            raise NotAllowed(f"Row-level security does not hold {user}. Give the address of {WEB} in DATABASE_URL.")
        yield
    finally:
        connection_created.disconnect(hold)


def _execute(connection: BaseDatabaseWrapper, statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)

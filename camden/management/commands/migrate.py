"""`manage.py migrate`, which never makes people wait long: it gives up a lock it cannot have, and tries again."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands import migrate
from django.db import OperationalError, connections
from django.db.backends.base.base import BaseDatabaseWrapper

# A table that is waited for is closed to all who come after, so the wait is short and the pauses are long.
LOCK_TIMEOUT = "5s"
PAUSES = (1.0, 2.0, 5.0, 10.0)  # seconds between the five tries
LOCK_NOT_AVAILABLE = "55P03"  # PostgreSQL's code

IN_USE = (
    "A table that a migration changes was in use by others, {tries} times in a row for {wait} each. The migrations"
    " before it are made, this one is not, and none is half made. Try again at a quieter time, or look in"
    " pg_stat_activity for a transaction that stays open."
)


class Command(migrate.Command):
    """Django's own, with short waits for locks, and patience."""

    def handle(self, *args: Any, **options: Any) -> None:
        self.connection = connections[options["database"]]
        tries = len(PAUSES) + 1
        for pause in (*PAUSES, 0.0):
            try:
                with short_waits(self.connection):
                    super().handle(*args, **options)
                return
            except OperationalError as error:
                # Inside a transaction of the caller nothing can be tried again.
                if not _is_lock_timeout(error) or self.connection.in_atomic_block:
                    raise
                tries -= 1
                if not tries:
                    raise CommandError(IN_USE.format(tries=len(PAUSES) + 1, wait=LOCK_TIMEOUT)) from error
                self.stderr.write(f"A table is in use by others; trying again in {pause:g} seconds.")
            time.sleep(pause)

    def migration_progress_callback(self, action: str, migration: Any = None, fake: bool = False) -> None:
        """A migration outside a transaction works `concurrently`: it locks nobody out, cannot be undone, may wait."""
        super().migration_progress_callback(action, migration, fake)
        if action in ("apply_start", "unapply_start"):
            _wait_at_most(self.connection, LOCK_TIMEOUT if migration.atomic else "0")


@contextmanager
def short_waits(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Nothing inside waits longer than LOCK_TIMEOUT for a lock."""
    _wait_at_most(connection, LOCK_TIMEOUT)
    try:
        yield
    finally:
        # In a transaction of the caller the setting ends with it, and after a failure nothing can be said any more.
        if not connection.in_atomic_block:
            _wait_at_most(connection, "default")


def _wait_at_most(connection: BaseDatabaseWrapper, wait: str) -> None:
    local = "local" if connection.in_atomic_block else "session"
    with connection.cursor() as cursor:
        cursor.execute(f"set {local} lock_timeout to {wait if wait == 'default' else repr(wait)}")


def _is_lock_timeout(error: OperationalError) -> bool:
    code = getattr(error.__cause__, "sqlstate", None) or getattr(error.__cause__, "pgcode", None)
    return code == LOCK_NOT_AVAILABLE

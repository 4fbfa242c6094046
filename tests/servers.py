"""Throw-away servers for the tests: PostgreSQL and Valkey in memory, there before Django reads its settings.

Loaded with `-p tests.servers`. DATABASE_URL and REDIS_URL, when they are set, name servers to use instead.
The database's user must be a superuser: tests arrange as superuser and act as the web on the same
connection.
"""

import atexit
import fcntl
import os
import secrets
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
import pytest

from camden.servers.postgres import Postgres, roles_sql
from camden.servers.valkey import Valkey

NAME = f"camden-tests-{os.geteuid()}-"
ENOUGH = 400 * 1024 * 1024
_servers = ExitStack()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests() -> Iterator[None]:
    """Start what is missing before pytest-django's own hook of this name reads the settings."""
    # A worker of pytest-xdist inherits the environment, and with it the servers.
    if "CAMDEN_TEST_SERVERS" not in os.environ:
        os.environ["CAMDEN_TEST_SERVERS"] = str(os.getpid())
        atexit.register(_servers.close)
        try:
            _start()
        except BaseException:
            _servers.close()
            raise
    return (yield)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--screenshots", action="store_true", help="write the pictures of README to docs/screenshots/")


def pytest_unconfigure() -> None:
    """Stop what we started; killed, the kernel does it."""
    _servers.close()


def _start() -> None:
    """Start the servers and describe them in the environment."""
    folder = _folder()
    os.environ["CAMDEN_DATA"] = str(folder / "data")
    (folder / "data").mkdir(mode=0o700)
    os.environ["SECRET_KEY"] = secrets.token_hex()
    os.environ.pop("CAMDEN_DB_ROLE", None)
    if os.environ.get("DATABASE_URL"):
        _make_roles(os.environ["DATABASE_URL"])
    else:
        postgres = Postgres(folder / "postgres", folder, throwaway=True)
        _servers.callback(postgres.stop, at_once=True)
        postgres.start()
        os.environ.update(postgres.addresses() | {"DATABASE_URL": postgres.url("postgres")})
        # One superuser for every role: the tests change to the web's or the worker's on the connection.
        for suffix in ("_WORKER", "_OWNER"):
            os.environ.pop(f"DATABASE_URL{suffix}")
    if not os.environ.get("REDIS_URL"):
        valkey = Valkey(folder, folder)
        _servers.callback(valkey.stop)
        valkey.start()
        os.environ["REDIS_URL"] = valkey.url()


def _folder() -> Path:
    """A folder in memory when there is room, else on disk, that is removed at the end."""
    memory = Path("/dev/shm")
    roomy = os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > ENOUGH
    parent = memory if roomy else Path(tempfile.gettempdir())
    _sweep(parent)
    folder = Path(tempfile.mkdtemp(prefix=NAME, dir=parent))
    lock = (folder / "lock").open("w")
    fcntl.flock(lock, fcntl.LOCK_EX)
    _servers.callback(shutil.rmtree, folder, ignore_errors=True)
    _servers.callback(lock.close)
    return folder


def _sweep(parent: Path) -> None:
    """Remove the folders of test runs that were killed: in memory they would stay until the next restart."""
    for folder in parent.glob(f"{NAME}*"):
        with suppress(OSError):
            if time.time() - folder.stat().st_mtime < 60:
                continue  # perhaps just made, and not locked yet
            with (folder / "lock").open("a") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder, ignore_errors=True)


def _make_roles(url: str) -> None:
    """Make the three roles on a server that was given to us: roles belong to the whole server."""
    parts = urlsplit(url)
    connection = psycopg2.connect(parts._replace(scheme="postgresql", path="/postgres").geturl())
    with closing(connection), connection, connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        if cursor.fetchone() != (True,):
            raise pytest.UsageError("The tests need a superuser in DATABASE_URL, or no DATABASE_URL at all.")
        cursor.execute(roles_sql())

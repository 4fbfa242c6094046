"""What a manage.py command needs before Django starts: a database, and the role it acts as.

`demo` and `up` start a whole service (supervisor), `test` is pytest, everything else is Django's.
"""

import os
import secrets
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from camden.servers import supervisor
from camden.servers.places import (
    ROOT,
    Busy,
    Trouble,
    data_folder,
    forget_set_up,
    hold,
    lock,
    secret_key,
    socket_folder,
)
from camden.servers.postgres import PATIENCE, Postgres
from camden.servers.valkey import Valkey

# They neither read nor write a database, so none is started for them and nothing is written for them.
WITHOUT_DATABASE = {
    "help",
    "version",
    "makemessages",
    "compilemessages",
    "prepare_database",
    "due",
    "genogram",
    "balance",
}
# They make the tables, or look at code only: a new database is not migrated for them first.
WITHOUT_TABLES = {
    "migrate", "makemigrations", "showmigrations", "sqlmigrate", "squashmigrations", "optimizemigration",
    "prepare", "check", "restore",
}  # fmt: skip
# Who a command is to the database: the owner changes tables, the worker acts for the system, and anybody else
# is held by row-level security as the web is (DESIGN 3.1).
AS_OWNER = WITHOUT_TABLES | {
    "seed", "import_return", "bench", "torture", "flush", "dbshell", "backup", "scrub",
}  # fmt: skip
AS_WORKER = {"run_due", "celery", "balance"}


def run(argv: list[str], django: Callable[[list[str]], object]) -> int:
    """Do what was asked and return the exit code."""
    command = argv[1] if len(argv) > 1 else "help"
    try:
        if command in {"demo", "up"}:
            return supervisor.main(argv[1:])
        if command == "test":
            return run_tests(argv[2:])
        os.environ.setdefault("CAMDEN_DB_ROLE", role_of(command))
        if command in WITHOUT_DATABASE or {"--help", "-h", "--version"} & set(argv[1:]):
            os.environ.setdefault("SECRET_KEY", secrets.token_hex())  # nothing is signed by a help text
            django(argv)
            return 0
        with surroundings(tables=command not in WITHOUT_TABLES):
            django(argv)
            if command in {"migrate", "prepare"}:
                (data_folder() / "migrated").touch()
        return 0
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def role_of(command: str) -> str:
    """The database role of a command, when CAMDEN_DB_ROLE does not say."""
    return "owner" if command in AS_OWNER else "worker" if command in AS_WORKER else "app"


def run_tests(arguments: list[str]) -> int:
    """Turn into pytest, without the long tests unless `-m` says which; tests/servers.py does the rest.

    Without any argument the tests run on every core at once; with one, in one process, which is easier to follow.
    """
    chosen = any(word == "-m" or (word.startswith("-m") and not word.startswith("--")) for word in arguments)
    os.chdir(ROOT)
    together = [] if arguments else ["-q", "-n", "auto", "--dist", "loadscope"]
    words = ["-m", "pytest", *([] if chosen else ["-m", "not long"]), *together, *arguments]
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, *words])  # noqa: S606 - no shell is wanted


@contextmanager
def surroundings(*, tables: bool = True) -> Iterator[None]:
    """What a command runs in: the database of DATABASE_URL, else the embedded one of CAMDEN_DATA."""
    data = data_folder()
    if not os.environ.get("SECRET_KEY"):
        os.environ["SECRET_KEY"] = secret_key(data)
    mine = f"DATABASE_URL_{os.environ.get('CAMDEN_DB_ROLE', 'app').upper()}"
    if os.environ.get("DATABASE_URL") or os.environ.get(mine):
        yield
        return
    with embedded(data) as postgres:
        os.environ.update(postgres.addresses())
        os.environ.setdefault("REDIS_URL", Valkey(data, postgres.sockets).url())
        if tables:
            migrate_when_new(data)
        yield


@contextmanager
def embedded(data: Path) -> Iterator[Postgres]:
    """The folder's database: the one that runs, or our own until we and those who joined us have finished."""
    postgres = Postgres(data / "postgres", socket_folder(data))
    with ExitStack() as ours, hold(lock(data, "users"), shared=True, seconds=60):
        _start_or_join(data, postgres, ours)
        yield postgres


def _start_or_join(data: Path, postgres: Postgres, ours: ExitStack) -> None:
    """Return when the database answers; when we had to start it, `ours` stops it and frees its lock."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            ours.enter_context(hold(lock(data, "database")))
        except Busy:
            with suppress(Busy), hold(lock(data, "starting"), shared=True):
                if _answers(postgres):
                    return
            time.sleep(0.1)
            continue
        with hold(lock(data, "starting"), seconds=PATIENCE):
            postgres.start()
            if postgres.is_new:
                forget_set_up(data)
        ours.callback(_stop_when_unused, data, postgres)
        return
    raise Trouble(f"The database in {data} is being started by another process and does not answer.")


def _answers(postgres: Postgres) -> bool:
    """Whether the server takes connections."""
    with socket.socket(socket.AF_UNIX) as line:
        try:
            line.connect(str(postgres.sockets / ".s.PGSQL.5432"))
        except OSError:
            return False
        return True


def _stop_when_unused(data: Path, postgres: Postgres) -> None:
    """Stop our server after the last command that joined it; a Ctrl-C while waiting stops it at once."""
    try:
        for seconds in (0, 3600):
            # Stopped while we hold the lock: nobody can join a server that is about to end.
            with suppress(Busy), hold(lock(data, "users"), seconds=seconds):
                postgres.stop()
                return
            print("Another command still uses the database; waiting for it to finish.", file=sys.stderr)
    finally:
        postgres.stop()


def migrate_when_new(data: Path) -> None:
    """Make the tables of a database that has none yet; later changes are the caller's own decision."""
    done = data / "migrated"
    with hold(lock(data, "migrating"), seconds=supervisor.LONGEST_SET_UP):
        if not done.exists():
            print("Making the tables of a new database ...", file=sys.stderr)
            supervisor.manage("migrate", "--verbosity", "0")
            done.touch()

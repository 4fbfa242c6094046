"""A whole service on one machine: `manage.py demo` and `manage.py up`.

In this order: the folder's lock, the port, PostgreSQL, Valkey, `manage.py prepare` when something changed,
the web server, the worker. Whatever dies is started again. Everything is bound to this process (bound.py),
so nothing remains when it is killed; a stop that is asked for goes through the same list backwards.
"""

import argparse
import contextlib
import hashlib
import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from types import FrameType
from typing import NoReturn

from camden.servers import bound
from camden.servers.address import EVERYWHERE, answers, check_free, port, written
from camden.servers.places import (
    ROOT,
    Busy,
    Trouble,
    data_folder,
    forget_set_up,
    hold,
    lock,
    say,
    secret_key,
    socket_folder,
    write_private,
)  # fmt: skip
from camden.servers.postgres import Postgres
from camden.servers.valkey import Valkey
from camden.servers.watch import Kept, look_after, stop_children

LONGEST_SET_UP = 1800.0  # seconds; migrations of a large service are slow, and interrupting them helps nobody
LONGEST_START = 90.0
STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
# What `manage.py prepare` works from. After a change in it, it runs again; else a start need not wait for it.
PREPARED_FROM = (
    "*/migrations/*.py", "*/wall*.sql", "*/rules/**/*.py", "static/**/*", "requirements.lock",
    "camden/settings.py", "camden/management/commands/*.py",
)  # fmt: skip


class Stop(BaseException):
    """Somebody asked us to stop; not an Exception, so that nothing swallows it on its way."""


def main(argv: list[str]) -> int:
    """Run `demo` or `up` until it is stopped; the exit code."""
    options = _options(argv)
    data = data_folder()
    os.umask(0o077)
    with ExitStack() as stack:
        try:
            stack.enter_context(hold(lock(data, "service")))
        except Busy as busy:
            raise Trouble(_already(data)) from busy
        check_free(options.host, options.port)
        _keep_apart(data, options.kind)
        return _serve(data, options)


def _options(argv: list[str]) -> argparse.Namespace:
    """What was typed after `manage.py`."""
    about = {
        "demo": "Run the demo: made-up families, known passwords, one sign-in for each role.",
        "up": "Run the whole service on this machine.",
    }
    parser = argparse.ArgumentParser(prog=f"manage.py {argv[0]}", description=about[argv[0]])
    parser.set_defaults(kind=argv[0])
    parser.add_argument("--port", type=port, default=8000, help="default: 8000")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on; default: this machine only")
    return parser.parse_args(argv[1:])


def _serve(data: Path, options: argparse.Namespace) -> int:
    """Start everything, watch over it, and stop it when asked."""
    _listen_for_stop()
    try:
        with ExitStack() as stack:
            _set_environment(data, options)
            servers = _servers(data, stack)
            prepare(data, options.kind)
            children = [Kept("web server", lambda: _web(options)), Kept("worker", lambda: _worker(data))]
            stack.callback(stop_children, children)
            _wait_for_answer(options, parts := [*servers, *children])
            _greet(data, options)
            while True:
                look_after(parts)
    except Stop:
        say("Stopped.")
    return 0


def _listen_for_stop() -> None:
    """The first signal stops everything in order; a second ends us, and the kernel what is bound to us."""

    def asked(_number: int, _frame: FrameType | None) -> NoReturn:
        for each in STOPS:
            signal.signal(each, lambda *_: os._exit(130))
        with contextlib.suppress(OSError):
            os.write(1, b"\nStopping ...\n")  # print is not safe inside a signal's handler
        raise Stop

    for each in STOPS:
        if each is not signal.SIGHUP or signal.getsignal(each) is not signal.SIG_IGN:  # nohup means it
            signal.signal(each, asked)


def _set_environment(data: Path, options: argparse.Namespace) -> None:
    """What all our children are told, unless we were told it ourselves."""
    os.environ["CAMDEN_NO_BOOTSTRAP"] = "1"
    os.environ["SECRET_KEY"] = os.environ.get("SECRET_KEY") or secret_key(data)
    if options.host not in EVERYWHERE:
        os.environ.setdefault("CAMDEN_URL", f"http://{written(options.host, options.port)}")
        os.environ.setdefault("ALLOWED_HOSTS", f"localhost,127.0.0.1,[::1],{options.host}")
    if options.kind == "demo":
        os.environ.setdefault("LOG_LEVEL", "WARNING")  # a line for each page would push the sign-ins away
        os.environ["CAMDEN_DEMO"] = "1"  # the first page offers the invented people
        os.environ.setdefault("DUTY_PHONE", "020 7946 0999")  # of the numbers kept free for invented people
        os.environ.setdefault("CAMDEN_SECOND_FACTOR", "0")
    else:
        os.environ.pop("CAMDEN_DEMO", None)
        os.environ.setdefault("CAMDEN_SECOND_FACTOR", "1")


def _servers(data: Path, stack: ExitStack) -> list[Kept]:
    """Start the servers that the environment does not name, and tell our children where they are."""
    sockets, parts = socket_folder(data), []
    if not os.environ.get("DATABASE_URL"):
        postgres = Postgres(data / "postgres", sockets)
        try:
            stack.enter_context(hold(lock(data, "database"), seconds=15))
        except Busy as busy:
            said = "Another manage.py command is using the database. Try again when it has finished."
            raise Trouble(said) from busy
        say("Starting PostgreSQL ...")
        parts.append(_server("database", postgres, stack, data))
        if postgres.is_new:
            forget_set_up(data)
        os.environ.update(postgres.addresses())
    if not os.environ.get("REDIS_URL"):
        valkey = Valkey(data, sockets)
        parts.append(_server("broker", valkey, stack, data))
        os.environ["REDIS_URL"] = valkey.url()
    return parts


def _server(name: str, server: Postgres | Valkey, stack: ExitStack, data: Path) -> Kept:
    """Start a server now, and say how to do it again."""
    stack.callback(server.stop)

    def start() -> subprocess.Popen[bytes] | None:
        with hold(lock(data, "starting"), seconds=10):
            server.start()
        return server.process

    return Kept(name, start, process=start(), started=time.monotonic())


def prepare(data: Path, kind: str) -> None:
    """Run `manage.py prepare`, unless it ran from the very same files the last time."""
    mark, note = _mark(kind), data / "prepared"
    if note.exists() and note.read_text() == mark:
        return
    say(f"Setting up the tables and pages{' and the made-up families' if kind == 'demo' else ''} ...")
    note.unlink(missing_ok=True)
    with hold(lock(data, "migrating"), seconds=LONGEST_SET_UP):
        manage("prepare", *(["--demo"] if kind == "demo" else []))
    (data / "migrated").touch()
    write_private(note, mark)


def _mark(kind: str) -> str:
    """A hash of everything that `prepare` works from, and of the database it worked on."""
    where = [os.environ.get(f"DATABASE_URL{suffix}") for suffix in ("", "_WORKER", "_OWNER")]
    mark = hashlib.sha256(f"{kind} {where}\n".encode())
    for pattern in PREPARED_FROM:
        for path in sorted(path for path in ROOT.glob(pattern) if path.is_file()):
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            mark.update(f"{path.relative_to(ROOT)} {content}\n".encode())
    return mark.hexdigest()


def manage(*words: str) -> None:
    """Run a manage.py command as the owner of the database, to its end."""
    environment = os.environ | {"CAMDEN_DB_ROLE": "owner", "CAMDEN_NO_BOOTSTRAP": "1"}
    process = bound.start(sys.executable, "manage.py", *words, stdout=2, env=environment)
    try:
        code = process.wait(timeout=LONGEST_SET_UP)
    finally:
        process.kill()
        process.wait()
    if code:
        raise Trouble(f"`manage.py {' '.join(words)}` failed; what it said is above.")


def _web(options: argparse.Namespace) -> subprocess.Popen[bytes]:
    """Gunicorn: one process of four threads, which carries a small service and fits on a laptop."""
    return _child(
        "app", "gunicorn", "camden.wsgi:application", "--bind", written(options.host, options.port),
        "--worker-class", "gthread", "--workers", "1", "--threads", "4", "--no-control-socket",
        "--timeout", "60", "--graceful-timeout", "4", "--keep-alive", "5", "--log-level", "warning",
    )  # fmt: skip


def _worker(data: Path) -> subprocess.Popen[bytes]:
    """Celery: the worker, and beat within it, since there is one worker only and so exactly one beat."""
    return _child(
        "worker", "celery", "--quiet", "-A", "camden.celery", "worker", "-B", "--pool", "threads",
        "--concurrency", "2", "-s", str(data / "beat-schedule"), "--loglevel", "WARNING",
        "--without-gossip", "--without-mingle",
    )  # fmt: skip


def _child(role: str, *module: str) -> subprocess.Popen[bytes]:
    """Start one of our Python processes in a database role."""
    # Celery warns about root at every start; on one's own machine, or alone in a container, that is no news.
    quiet = {"PYTHONWARNINGS": os.environ.get("PYTHONWARNINGS", "ignore::UserWarning:celery.platforms")}
    return bound.start("-m", *module, env=os.environ | quiet | {"CAMDEN_DB_ROLE": role})


def _wait_for_answer(options: argparse.Namespace, parts: list[Kept]) -> None:
    """Return when /livez answers; give up when it never will."""
    until = time.monotonic() + LONGEST_START
    while not answers(options.host, options.port):
        if time.monotonic() > until or any(part.falls >= 3 for part in parts):
            raise Trouble("The service does not start; what its parts said is above.")
        look_after(parts)


def _greet(data: Path, options: argparse.Namespace) -> None:
    """Say where the service is and, in the demo, how to sign in."""
    address = f"http://{written(options.host, options.port)}/"
    write_private(data / "address", address)
    say(f"\nCamden is running at {address}")
    if options.host in EVERYWHERE and not os.environ.get("ALLOWED_HOSTS"):
        say("Set ALLOWED_HOSTS to the names by which people reach this machine; others are refused.")
    sign_ins = data / "sign-ins.txt"
    if options.kind == "demo" and sign_ins.exists():
        say(sign_ins.read_text().rstrip())
    say("Ctrl-C stops it.")


def _keep_apart(data: Path, kind: str) -> None:
    """Made-up families with known passwords never share a folder with real ones."""
    note = data / "kind"
    if not note.exists():
        write_private(note, kind)
    elif (found := note.read_text().strip()) != kind:
        held = {"demo": "the demo, with made-up families and known passwords", "up": "a real service"}
        said = f"The folder {data} holds {held.get(found, found)}."
        raise Trouble(f"{said} To run `{kind}`, set CAMDEN_DATA to another folder.")


def _already(data: Path) -> str:
    """The sentence for a second copy."""
    note = data / "address"
    where = f" at {note.read_text().strip()}" if note.exists() else ""
    return (
        f"A service is already running on the folder {data}{where}. Stop it first,"
        " or set CAMDEN_DATA to another folder and choose another --port."
    )

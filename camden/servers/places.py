"""Where a service keeps what it writes: one private folder, CAMDEN_DATA.

locks/                  who is at work here: service, database, starting, users, secret_key
kind                    "demo" or "service": made-up families and real ones never share a folder
run/                    the servers' sockets (or a short folder elsewhere, named in run-folder)
postgres/  *.log        the embedded database and what the embedded servers say
secret_key              signs sessions and links, when SECRET_KEY is not given
migrated  prepared      what was last set up here, so that a later start need not do it again
"""

import fcntl
import os
import re
import secrets
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

ROOT = Path(__file__).resolve().parents[2]
# The kernel allows 107 bytes for a socket's path; the longest name in the folder takes 24 of them.
LONGEST_FOLDER = 80


class Trouble(Exception):
    """Something the person who started us can put right; shown as it is, without a traceback."""


class Busy(Trouble):
    """Another process holds the lock."""


def data_folder() -> Path:
    """CAMDEN_DATA (default `var` beside manage.py), readable by nobody else; children see the same path."""
    folder = Path(os.environ.get("CAMDEN_DATA") or ROOT / "var").absolute()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble(
            f"The data folder {folder} cannot be made: {error.strerror}. Set CAMDEN_DATA to another."
        ) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise Trouble(f"The data folder {folder} belongs to somebody else. Set CAMDEN_DATA to a folder of your own.")
    os.environ["CAMDEN_DATA"] = str(folder)
    return folder


def socket_folder(data: Path, *, make: bool = True) -> Path:
    """The folder of the servers' sockets, the same for every process of this CAMDEN_DATA."""
    plain, note = data / "run", data / "run-folder"
    if len(os.fsencode(plain)) <= LONGEST_FOLDER and re.fullmatch(r"[\w/ .@+-]+", str(plain), re.ASCII):
        if make:
            plain.mkdir(mode=0o700, exist_ok=True)
        return plain
    # Too long for a socket, or with characters that libpq and PostgreSQL read as a list of hosts.
    noted = Path(note.read_text().strip()) if note.exists() else None
    if noted and (not make or _is_private(noted)):
        return noted
    if not make:
        return plain
    # Not the session's own folder in /run: it goes when the person signs out, and the service may stay.
    short = Path(tempfile.mkdtemp(prefix="camden-", dir="/tmp"))  # noqa: S108 - mkdtemp makes it private
    note.write_text(f"{short}\n")
    return short


def _is_private(folder: Path) -> bool:
    """Whether the folder is there and ours alone: /tmp is shared, and others may make folders in it too."""
    owners = {0, 65534} if os.geteuid() == 0 else {os.geteuid()}  # root's PostgreSQL may run as "nobody"
    try:
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid in owners and not found.st_mode & 0o077


@contextmanager
def hold(path: Path, *, shared: bool = False, seconds: float = 0.0) -> Iterator[None]:
    """Hold a lock that the kernel frees however we die; Busy when it is not free within `seconds`."""
    try:
        handle = path.open("a")
    except PermissionError as error:
        raise Trouble(f"{path} belongs to somebody else; was this folder used by root before?") from error
    with handle:
        until = time.monotonic() + seconds
        while True:
            try:
                fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
                break
            except BlockingIOError as error:
                if time.monotonic() >= until:
                    raise Busy(f"{path} is held by another process") from error
                time.sleep(0.05)
        yield


def lock(data: Path, name: str) -> Path:
    """The file of one of the folder's locks."""
    (data / "locks").mkdir(mode=0o700, exist_ok=True)
    return data / "locks" / name


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read, whole or not at all."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:  # noqa: PTH123 - needs the mode
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(path)


def secret_key(data: Path) -> str:
    """The key of this folder's service, made on first use; whoever reads it can sign in as anybody."""
    path = data / "secret_key"
    with hold(lock(data, "secret_key"), seconds=10):
        if not path.exists():
            write_private(path, secrets.token_urlsafe(50))
        return path.read_text().strip()


def open_log(path: Path) -> BinaryIO:
    """A private log to append to; one older file is kept, so that no server can fill the disk."""
    if path.exists() and path.stat().st_size > 1_000_000:
        path.replace(path.with_suffix(".log.old"))
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab")


def last_lines(path: Path, count: int = 8) -> str:
    """The end of a log, which says why."""
    return "\n".join(path.read_text(errors="replace").splitlines()[-count:]) if path.exists() else ""


def forget_set_up(data: Path) -> None:
    """What was set up was in a database that is no longer there."""
    for name in ("migrated", "prepared"):
        (data / name).unlink(missing_ok=True)


def say(sentence: str) -> None:
    """Tell the person at the terminal, who may have closed it."""
    with suppress(OSError):
        print(sentence, flush=True)

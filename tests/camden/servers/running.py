"""Real services for these tests: started as people start them, each in a folder of its own, watched from outside."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
OURS = re.compile("CAMDEN_|DATABASE_URL|REDIS_URL|SECRET_KEY|PORT$|ALLOWED_HOSTS|LOG_LEVEL|DJANGO_|PYTEST_|COV_")


def environment(data: Path, **more: str) -> dict[str, str]:
    """The environment of somebody who sits down at this machine, with none of what the tests set for themselves."""
    plain = {key: value for key, value in os.environ.items() if not OURS.match(key)}
    return plain | {"CAMDEN_DATA": str(data), "CAMDEN_NO_BOOTSTRAP": "1", "PYTHONUNBUFFERED": "1"} | more


def ordinary_python() -> list[str]:
    """Python as somebody who is not root: ourselves, or "nobody" when we are root. Skips where that cannot be had."""
    base = getattr(sys, "_base_executable", sys.executable)
    if os.geteuid() != 0:
        return [base]
    if not shutil.which("setpriv"):
        pytest.skip("root becomes an ordinary user by `setpriv`, which is not installed")
    # setpriv still has root's rights when it starts a program, which `env` then has no more.
    user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--", "env"]
    usable = f"import sys, venv, ensurepip; open({str(ROOT / 'manage.py')!r}); sys.exit(sys.version_info < (3, 11))"
    for python in (base, "/usr/bin/python3", "/usr/local/bin/python3"):
        if subprocess.run([*user, python, "-c", usable], capture_output=True, cwd="/").returncode == 0:
            return [*user, python]
    pytest.skip("no Python 3.11 with venv that an ordinary user may run, or this checkout is closed to others")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until(holds: Callable[[], Any], seconds: float) -> bool:
    """Whether it holds within so many seconds."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if holds():
            return True
        time.sleep(0.05)
    return False


def processes(data: Path) -> dict[int, str]:
    """Every process of a service, by its folder: in the environment, or, for PostgreSQL's, where it stands."""
    found = {}
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            names_it = f"CAMDEN_DATA={data}\0".encode() in (entry / "environ").read_bytes() + b"\0"
            if names_it or (entry / "cwd").readlink().is_relative_to(data):
                found[int(entry.name)] = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()[:200]
    return {pid: words for pid, words in found.items() if words}  # a zombie has no words left


def megabytes(data: Path) -> float:
    """The memory of a service: each process's own, and its share of what it has in common with others."""
    total = 0
    for pid in processes(data):
        with suppress(OSError):
            text = Path(f"/proc/{pid}/smaps_rollup").read_text()
            total += int(re.search(r"^Pss:\s+(\d+)", text, re.M)[1])
    return total / 1024


def get(port: int, path: str) -> tuple[int, str]:
    """Ask the web server for a page."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, refused.read().decode()


class Service:
    """`python3 manage.py …`, with what it says."""

    def __init__(self, data: Path, *words: str, python: list[str] | None = None, checkout: Path = ROOT, **more: str):
        self.data, self.said = data, data.with_name(f"{data.name}-{free_port()}.txt")
        command = [*(python or [sys.executable]), str(checkout / "manage.py"), *words]
        with self.said.open("wb") as out:
            self.process = subprocess.Popen(
                command, stdout=out, stderr=out, env=environment(data, **more), cwd="/", start_new_session=True
            )

    def text(self) -> str:
        """What it has said so far."""
        return self.said.read_text(errors="replace")

    def says(self, words: str, seconds: float) -> bool:
        """Whether it says this in time; an early end counts as no."""
        wait_until(lambda: words in self.text() or self.process.poll() is not None, seconds)
        return words in self.text()

    def stop(self, how: signal.Signals = signal.SIGINT, seconds: float = 20) -> int:
        """Ask it to stop, and return the exit code."""
        self.process.send_signal(how)
        return self.process.wait(timeout=seconds)


@contextmanager
def running(data: Path, *words: str, **more: Any) -> Iterator[Service]:
    """A service for the length of a test; nothing of it is left afterwards, whatever happened."""
    service = Service(data, *words, **more)
    try:
        yield service
    finally:
        service.process.kill()
        service.process.wait(timeout=20)
        if not wait_until(lambda: not processes(data), 15):
            for pid in processes(data):
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)

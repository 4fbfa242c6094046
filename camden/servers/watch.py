"""Keeping the parts of a service running: what falls over is started again, ever more slowly."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from camden.servers.places import Trouble, say

STEADY = 60.0  # seconds; after so long without falling over, the next fall counts as the first
SLOWEST = 30.0


@dataclass
class Kept:
    """A part that is to be running."""

    name: str
    start: Callable[[], subprocess.Popen[bytes] | None]
    process: subprocess.Popen[bytes] | None = None
    falls: int = 0
    started: float = 0.0
    due: float = field(default_factory=time.monotonic)

    def look_after(self) -> None:
        """Start it when it is due; notice when it has fallen over."""
        now = time.monotonic()
        if self.process is not None:
            if (code := self.process.poll()) is not None:
                self._fallen(now, f"ended with code {code}")
        elif now >= self.due:
            try:
                self.process, self.started = self.start(), now
            except Trouble as trouble:
                self._fallen(now, f"did not start: {trouble}")

    def _fallen(self, now: float, why: str) -> None:
        self.falls = 1 if now - self.started > STEADY else self.falls + 1
        wait = min(2.0 ** (self.falls - 1), SLOWEST)
        self.process, self.due = None, now + wait
        say(f"The {self.name} {why}. Starting it again in {wait:.0f} s.")


def look_after(parts: list[Kept]) -> None:
    """One round of the watch."""
    for part in parts:
        part.look_after()
    time.sleep(0.25)


def stop_children(parts: list[Kept], seconds: float = 6.0) -> None:
    """End web and worker together; what has not ended in time is cut off, which both survive by design."""
    until = time.monotonic() + seconds
    running = [part.process for part in parts if part.process is not None]
    for process in running:
        process.terminate()
    for process in running:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=max(0.1, until - time.monotonic()))
        # Each is the head of a session of its own: this reaches whatever it started.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=5)

"""Whatever a service starts ends with it, however it ends."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.camden.servers.running import ROOT, environment, processes, wait_until

STARTS_A_PROGRAM = """
import sys, time
from camden.servers import bound
bound.start("sleep", "61")
print("ready", flush=True)
time.sleep(60)
"""
# A module that forks, as gunicorn's arbiter and a worker with beat do.
FORKS = """
import os, time
if os.fork():
    print("ready", flush=True)
time.sleep(62)
"""
STARTS_A_MODULE = """
import os, sys, time
from camden.servers import bound
bound.start("-m", "forks", env=os.environ | {"PYTHONPATH": sys.argv[1]})
time.sleep(60)
"""


def left_after_a_kill(script: str, folder: Path, expected: int) -> dict[int, str]:
    """Start the script, kill it when all its processes are there, and return those that stay."""
    words = [sys.executable, "-c", script, str(folder)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, cwd=ROOT, env=environment(folder)) as starter:
        assert starter.stdout is not None
        assert starter.stdout.readline() == b"ready\n"
        assert wait_until(lambda: len(processes(folder)) == expected, 5), processes(folder)
        os.kill(starter.pid, signal.SIGKILL)
    wait_until(lambda: not processes(folder), 5)
    return processes(folder)


def test_a_program_ends_when_its_starter_is_killed(tmp_path: Path) -> None:
    assert not left_after_a_kill(STARTS_A_PROGRAM, tmp_path, expected=2)


def test_a_module_and_what_it_forks_end_when_its_starter_is_killed(tmp_path: Path) -> None:
    (tmp_path / "forks.py").write_text(FORKS)
    assert not left_after_a_kill(STARTS_A_MODULE, tmp_path, expected=3)

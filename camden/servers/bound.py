"""Run a program that does not outlive the process that started it, not even when that one is killed with -9.

    python -m camden.servers.bound PARENT SIGNAL [--namespace | --uid N] -- program arguments
    python -m camden.servers.bound PARENT SIGNAL -m module arguments

The kernel sends SIGNAL when the *thread* that started us ends, so start from the main thread. A small program
of its own rather than a preexec_fn: Python code between fork and exec may hang when the parent has threads.
"""

import ctypes
import os
import runpy
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

PR_SET_PDEATHSIG, PR_SET_KEEPCAPS, PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE = 1, 8, 47, 2
CLONE_NEWUSER, CAP_DAC_OVERRIDE, CAPABILITIES_V3 = 0x10000000, 1, 0x20080522
NOBODY = 65534


def start(
    *command: str, end: signal.Signals = signal.SIGKILL, identity: tuple[str, ...] = (), **popen: Any
) -> subprocess.Popen:
    """Start a command (or `-m module …`) that gets `end` when we die, away from the terminal's Ctrl-C."""
    program = command if command[0] == "-m" else ("--", *command)
    words = [
        sys.executable,
        "-m",
        "camden.servers.bound",
        str(os.getpid()),
        str(int(end)),
        *identity,
        *program,
    ]
    root = Path(__file__).resolve().parents[2]
    popen = {"cwd": root, "stdin": subprocess.DEVNULL, "start_new_session": True} | popen
    environment = popen.pop("env", os.environ)
    popen["env"] = {key: value for key, value in environment.items() if key != "PYTHONSAFEPATH"}  # hides this module
    return subprocess.Popen(words, **popen)  # noqa: S603 - the words are our own


def _libc(name: str, *arguments: Any) -> None:
    """Call the C library with machine words and raise what it reports."""
    words = [ctypes.c_ulong(each) if isinstance(each, int) else each for each in arguments]
    if getattr(ctypes.CDLL(None, use_errno=True), name)(*words) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def bind(parent: int, end: int) -> None:
    """Ask the kernel for `end` when our parent dies; die now when it is already gone."""
    if sys.platform == "linux":
        _libc("prctl", PR_SET_PDEATHSIG, end, 0, 0, 0)
    if os.getppid() != parent:
        os.kill(os.getpid(), end)


def bind_forks(end: int) -> None:
    """Bind every process that the main thread forks from now on: the request is not inherited."""
    forking: dict[str, int] = {}

    def before() -> None:
        # A child of another thread would die with that thread, which may be long before the process does.
        forking["parent"] = os.getpid() if threading.current_thread() is threading.main_thread() else 0

    def after_in_child() -> None:
        if forking["parent"]:
            bind(forking["parent"], end)

    os.register_at_fork(before=before, after_in_child=after_in_child)


def enter_namespace() -> None:
    """As root: become "nobody" in a user namespace. PostgreSQL refuses uid 0; the files stay root's."""
    _libc("unshare", CLONE_NEWUSER)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{NOBODY} 0 1")
    Path("/proc/self/gid_map").write_text(f"{NOBODY} 0 1")


def become(uid: int) -> None:
    """As root where namespaces are forbidden (most containers): become `uid`; keep the right to open files.

    Without that right a checkout under /root, which nobody else may enter, could not hold the database.
    """
    os.setgroups([])
    os.setgid(uid)
    _libc("prctl", PR_SET_KEEPCAPS, 1, 0, 0, 0)
    os.setuid(uid)
    header, bit = (ctypes.c_uint32 * 2)(CAPABILITIES_V3, 0), 1 << CAP_DAC_OVERRIDE
    _libc("capset", header, (ctypes.c_uint32 * 6)(bit, bit, bit, 0, 0, 0))
    _libc("prctl", PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_DAC_OVERRIDE, 0, 0)


def main(words: list[str]) -> None:
    """Take the identity asked for, bind ourselves, and turn into the program."""
    parent, end, rest = int(words[0]), int(words[1]), words[2:]
    if rest[0] == "--namespace":
        enter_namespace()
        rest = rest[1:]
    elif rest[0] == "--uid":
        become(int(rest[1]))
        rest = rest[2:]
    bind(parent, end)  # last: a change of identity clears it
    if rest[0] == "--":
        os.execvp(rest[1], rest[1:])  # noqa: S606 - no shell is wanted
    bind_forks(end)
    sys.argv = rest[1:]
    runpy.run_module(rest[1], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(sys.argv[1:])

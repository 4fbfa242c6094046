"""From a bare clone to a running command: make `.venv`, fill it from the hashed lock, turn into its Python.

Nothing here may import a package: this runs before there are any. What is installed is remembered by a stamp
written last, so an interrupted installation is done again.
"""

import fcntl
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
RUN_TIME, FOR_TESTS = ROOT / "requirements.lock", ROOT / "tests" / "requirements.lock"
# Would lead Python away from .venv, and packages away from it.
MISLEAD_PYTHON = ("PYTHONHOME", "PYTHONSAFEPATH", "__PYVENV_LAUNCHER__")
MISLEAD_PIP = (
    *MISLEAD_PYTHON,
    "PYTHONPATH",
    "PIP_USER",
    "PIP_TARGET",
    "PIP_PREFIX",
    "PIP_ROOT",
    "PIP_REQUIRE_VIRTUALENV",
)


class CannotSetUp(Exception):
    """The packages cannot be had; the text says why and what to do."""


def hand_over(argv: list[str]) -> None:
    """Return when this Python has the packages; else install what is missing and start again in `.venv`."""
    if os.environ.get("CAMDEN_NO_BOOTSTRAP") == "1":
        return
    locks = [RUN_TIME, FOR_TESTS] if argv[1:2] == ["test"] else [RUN_TIME]
    inside = Path(sys.prefix).resolve() == VENV.resolve()
    if inside and not _missing(locks):
        return
    try:
        if os.environ.get("CAMDEN_BOOTSTRAPPED") == str(os.getpid()):
            raise CannotSetUp(f"{VENV} is not a usable virtual environment. Delete that folder and try again.")
        with _alone() as held:
            while missing := _missing(locks):
                _install(missing[0], held)
    except CannotSetUp as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
    environment = _without(MISLEAD_PYTHON)
    # The process number stays the same, so a second arrival with it is a circle.
    environment["CAMDEN_BOOTSTRAPPED"] = str(os.getpid())
    os.execve(PYTHON, [str(PYTHON), str(ROOT / "manage.py"), *argv[1:]], environment)  # noqa: S606 - no shell is wanted


def _missing(locks: list[Path]) -> list[Path]:
    """The locks whose packages are not those of `.venv`; all of them when its Python is gone."""
    if not PYTHON.exists():
        return locks
    return [lock for lock in locks if not _stamp(lock).exists() or _stamp(lock).read_text() != _mark(lock)]


def _stamp(lock: Path) -> Path:
    """Where it is remembered that a lock was installed."""
    return VENV / ("installed-for-tests" if lock == FOR_TESTS else "installed")


def _mark(lock: Path) -> str:
    """What the stamp holds: another lock, Python or place means another installation."""
    return f"{hashlib.sha256(lock.read_bytes()).hexdigest()} {VENV} {PYTHON.resolve()}"


@contextmanager
def _alone() -> Iterator[int]:
    """Let one process at a time work on `.venv`; the kernel frees the lock of a process that dies."""
    try:
        VENV.mkdir(exist_ok=True)
        handle = (VENV / "lock").open("a")
    except OSError as error:
        raise CannotSetUp(
            f"The packages go into {VENV}, which cannot be written: {error.strerror}. Make a copy"
            " of this folder that is your own, or set CAMDEN_NO_BOOTSTRAP=1 and use a Python that has the"
            " packages of requirements.lock."
        ) from error
    with handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _say("Another process is installing the packages; waiting for it.")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield handle.fileno()


def _install(lock: Path, held: int) -> None:
    """Install one lock, checked by hash, and stamp it."""
    unfinished = VENV / "unfinished"
    if unfinished.exists() or not _venv_works():
        _make_venv()
    count = sum("==" in line for line in lock.read_text().splitlines())
    _say(f"Installing {count} packages from {lock.relative_to(ROOT)} (once; about half a minute) ...")
    _stamp(lock).unlink(missing_ok=True)
    unfinished.touch()
    words = [
        PYTHON, "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes", "--only-binary", ":all:",
        "--disable-pip-version-check", "--no-input", "--retries", "2", "--timeout", "20", "-r", lock,
    ]  # fmt: skip
    environment = _without(MISLEAD_PIP)
    environment["PIP_ROOT_USER_ACTION"] = "ignore"  # root may install here: the folder is ours alone
    # pip holds the lock too: it would go on by itself if we were killed.
    done = subprocess.run(words, capture_output=True, text=True, env=environment, pass_fds=[held])  # noqa: S603
    if done.returncode >= 0:
        unfinished.unlink()  # pip came to its own end; killed, it may have left half a package
    if done.returncode:
        raise CannotSetUp(_why(done.stdout + done.stderr))
    fresh = VENV / f"stamp.{os.getpid()}"
    fresh.write_text(_mark(lock))
    fresh.replace(_stamp(lock))


def _venv_works() -> bool:
    """Whether `.venv` runs and sees its packages: a system upgrade takes its Python away."""
    try:
        found = subprocess.run([PYTHON, "-I", "-c", "import pip"], capture_output=True, timeout=60)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return found.returncode == 0


def _make_venv() -> None:
    """Make `.venv` anew, keeping only the lock that we hold."""
    if not importlib.util.find_spec("venv") or not importlib.util.find_spec("ensurepip"):
        raise CannotSetUp(
            "This Python cannot make a virtual environment: its module venv or ensurepip is missing."
            " On Debian or Ubuntu: apt install python3-venv"
        )
    _say("Making a virtual environment in .venv ...")
    for entry in VENV.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name != "lock":
            entry.unlink()
    words, environment = [sys.executable, "-m", "venv", VENV], _without(MISLEAD_PIP)
    done = subprocess.run(words, capture_output=True, text=True, env=environment)  # noqa: S603
    if done.returncode:
        raise CannotSetUp(f"A virtual environment could not be made in {VENV}:\n{_tail(done.stdout + done.stderr)}")


def _without(names: tuple[str, ...]) -> dict[str, str]:
    """Our environment without these."""
    return {key: value for key, value in os.environ.items() if key not in names}


def _why(output: str) -> str:
    """What pip's failure means for the person in front of it, then pip's own last words."""
    unreachable = "The package index cannot be reached. Is there a network connection?"
    signs = {
        "No space left": "The disk is full.",
        "DO NOT MATCH THE HASHES": "A package is not the one that was reviewed: its hash differs. Stop here.",
        "Failed to establish a new connection": unreachable,
        "Temporary failure in name resolution": unreachable,
        "No matching distribution": "No connection to the package index, or no package for this machine.",
    }
    meaning = next((sentence for sign, sentence in signs.items() if sign in output), "pip stopped with an error.")
    return f"The packages could not be installed. {meaning}\n{_tail(output)}"


def _tail(output: str) -> str:
    """The last lines of what a program said, set in so that they are told apart from ours."""
    return "\n".join(f"  {line}" for line in output.strip().splitlines()[-8:])


def _say(sentence: str) -> None:
    """Tell the person what takes so long, leaving standard output to the command itself."""
    print(sentence, file=sys.stderr, flush=True)

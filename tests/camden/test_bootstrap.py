"""The first start on a machine that has Python and nothing else, with a package index of one package."""

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.camden.servers.running import ROOT, ordinary_python

BASE = getattr(sys, "_base_executable", sys.executable)
# Stands where camden/servers is: says which Python runs, which package it sees, and what it was asked.
COMMANDS = """
import sys
def run(argv, django):
    import greeting
    print(sys.prefix, greeting.WORD, *argv[1:])
    return 3
"""


def wheel(folder: Path) -> str:
    """Put a package into the folder and return its line for a lock."""
    path = folder / "greeting-1-py3-none-any.whl"
    files = {
        "greeting.py": "WORD = 'good morning'\n",
        "greeting-1.dist-info/METADATA": "Metadata-Version: 2.1\nName: greeting\nVersion: 1\n",
        "greeting-1.dist-info/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    lines = []
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name), text)  # its day is fixed, so the hash is
            digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
            lines.append(f"{name},sha256={digest},{len(text)}")
        record = "greeting-1.dist-info/RECORD"
        archive.writestr(zipfile.ZipInfo(record), "\n".join([*lines, f"{record},,\n"]))
    return f"greeting==1 --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


def clone(folder: Path) -> Path:
    """A checkout with a space in its name and the one package in its lock."""
    checkout = folder / "a clone"
    (checkout / "camden" / "servers").mkdir(parents=True)
    (checkout / "tests").mkdir()
    shutil.copy(ROOT / "manage.py", checkout)
    shutil.copy(ROOT / "camden" / "bootstrap.py", checkout / "camden")
    for empty in (checkout / "camden", checkout / "camden" / "servers"):
        (empty / "__init__.py").touch()
    (checkout / "camden" / "servers" / "commands.py").write_text(COMMANDS)
    (checkout / "requirements.lock").write_text(wheel(folder))
    (checkout / "tests" / "requirements.lock").write_text((checkout / "requirements.lock").read_text())
    return checkout


def surroundings(checkout: Path, **more: str) -> dict[str, str]:
    """The environment: no package index but the folder beside the checkout."""
    plain = {key: value for key, value in os.environ.items() if not key.startswith(("PIP_", "CAMDEN_", "PYTHON"))}
    return plain | {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(checkout.parent)} | more


def start(
    checkout: Path, *words: str, python: list[str] | None = None, **more: str
) -> subprocess.CompletedProcess[str]:
    """`python3 manage.py …` from some other folder."""
    line = [*(python or [BASE]), str(checkout / "manage.py"), *words]
    return subprocess.run(
        line, capture_output=True, text=True, timeout=120, cwd="/", env=surroundings(checkout, **more)
    )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout after its first start."""
    checkout = clone(tmp_path_factory.mktemp("bootstrap"))
    first = start(checkout, "due", "--week", "two words")
    assert first.stdout == f"{checkout / '.venv'} good morning due --week two words\n", first.stderr
    assert first.returncode == 3
    assert "Making a virtual environment" in first.stderr
    assert "Installing 1 packages from requirements.lock" in first.stderr
    return checkout


@pytest.mark.long
def test_a_later_start_installs_nothing(installed: Path) -> None:
    again = start(installed, "due")
    assert again.stdout.endswith("good morning due\n")
    assert again.stderr == ""


@pytest.mark.long
def test_another_lock_is_installed(installed: Path) -> None:
    (installed / "requirements.lock").write_text("# looked at again\n" + wheel(installed.parent))
    assert "Installing 1 packages" in start(installed, "due").stderr
    assert start(installed, "due").stderr == ""


@pytest.mark.long
def test_the_tests_get_their_own_lock_too(installed: Path) -> None:
    assert "tests/requirements.lock" in start(installed, "test").stderr
    assert start(installed, "test").stderr == ""


@pytest.mark.long
def test_an_interrupted_installation_is_done_again_from_the_beginning(installed: Path) -> None:
    (installed / ".venv" / "unfinished").touch()
    (installed / ".venv" / "installed").unlink()
    (installed / ".venv" / "half a package").touch()
    done = start(installed, "due")
    assert done.returncode == 3, done.stderr
    assert not (installed / ".venv" / "half a package").exists()
    assert not (installed / ".venv" / "unfinished").exists()


@pytest.mark.long
def test_a_package_that_was_exchanged_is_refused(installed: Path) -> None:
    lock = installed / "requirements.lock"
    right = lock.read_text()
    lock.write_text("greeting==1 --hash=sha256:" + "0" * 64 + "\n")
    refused = start(installed, "due", PIP_FORCE_REINSTALL="1")
    assert refused.returncode == 1
    assert "its hash differs" in refused.stderr
    lock.write_text(right)
    assert start(installed, "due").returncode == 3


@pytest.mark.long
def test_without_a_network_it_says_so(installed: Path) -> None:
    lock = installed / "requirements.lock"
    right = lock.read_text()
    lock.write_text(right.replace("greeting==1", "farewell==1"))
    refused = start(installed, "due", PIP_NO_INDEX="0", PIP_INDEX_URL="http://127.0.0.1:9/simple")
    assert refused.returncode == 1
    assert "Is there a network connection?" in refused.stderr
    assert "Traceback" not in refused.stderr
    lock.write_text(right)


def test_a_python_that_has_the_packages_is_left_alone(tmp_path: Path) -> None:
    checkout = clone(tmp_path)
    (checkout / "greeting.py").write_text("WORD = 'my own'\n")
    done = start(checkout, "due", CAMDEN_NO_BOOTSTRAP="1")
    assert done.stdout.endswith("my own due\n")
    assert not (checkout / ".venv").exists()


def test_an_older_python_is_told_what_is_needed() -> None:
    script = "import runpy, sys; sys.version_info = (3, 10, 1); runpy.run_path('manage.py', run_name='__main__')"
    done = subprocess.run([BASE, "-c", script], capture_output=True, text=True, timeout=60, cwd=ROOT)
    assert done.returncode == 1
    assert done.stderr == "Camden needs Python 3.11 or newer; this is Python 3.10.\n"


def test_a_python_without_ensurepip_is_told_what_to_install(tmp_path: Path) -> None:
    checkout = clone(tmp_path)
    script = (
        "import runpy, sys; sys.modules['ensurepip'] = None; sys.argv = ['manage.py', 'due'];"
        f" runpy.run_path({str(checkout / 'manage.py')!r}, run_name='__main__')"
    )
    done = subprocess.run(
        [BASE, "-c", script], capture_output=True, text=True, timeout=60, cwd="/", env=surroundings(checkout)
    )
    assert done.returncode == 1
    assert "apt install python3-venv" in done.stderr


def test_a_checkout_that_cannot_be_written_is_explained() -> None:
    python = ordinary_python()
    folder = Path("/tmp") / f"camden-read-only-{os.getpid()}"  # pytest's own folders are closed to others
    folder.mkdir()
    try:
        checkout = clone(folder)
        checkout.chmod(0o555)
        done = start(checkout, "due", python=[*python, "-B"])
        assert done.returncode == 1
        assert "which cannot be written" in done.stderr
    finally:
        checkout.chmod(0o755)
        shutil.rmtree(folder)


@pytest.mark.long
def test_two_first_starts_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    checkout = clone(tmp_path)
    line = [BASE, str(checkout / "manage.py")]
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "env": surroundings(checkout)}
    with subprocess.Popen([*line, "one"], **options) as one, subprocess.Popen([*line, "two"], **options) as two:
        said = [process.communicate(timeout=120) for process in (one, two)]
        assert [one.returncode, two.returncode] == [3, 3]
    assert sorted(out.split()[-1] for out, _ in said) == ["one", "two"]
    errors = said[0][1] + said[1][1]
    assert errors.count("Installing") == 1
    assert "waiting for it" in errors

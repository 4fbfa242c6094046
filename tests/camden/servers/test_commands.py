"""A manage.py command and its database: found, or started for its own duration; its exit code kept."""

import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from camden.servers.commands import role_of
from tests.camden.servers.running import ROOT, environment, ordinary_python, processes, wait_until

# Stands in for Django: shows what a command finds, waits for a line, and ends as it is told.
COMMAND = """
import os, sys
from camden.servers import commands
from camden.servers.postgres import Postgres
def django(argv):
    from pathlib import Path
    data = Path(os.environ["CAMDEN_DATA"])
    print(Postgres(data / "postgres", data / "run").sql("SELECT 'answers'").strip(), flush=True)
    print(os.environ["CAMDEN_DB_ROLE"], os.environ["DATABASE_URL"], len(os.environ["SECRET_KEY"]) > 40, flush=True)
    sys.stdin.readline()
    sys.exit(int(argv[2]))
sys.exit(commands.run(["manage.py", *sys.argv[1:]], django))
"""


def command(data: Path, *words: str, **more: str) -> subprocess.Popen[str]:
    """Start the command, with lines to read and to write."""
    line = [sys.executable, "-c", COMMAND, *words]
    pipe = subprocess.PIPE
    return subprocess.Popen(
        line, stdin=pipe, stdout=pipe, stderr=pipe, text=True, cwd=ROOT, env=environment(data, **more)
    )


def postgres_of(data: Path) -> dict[int, str]:
    """The server's processes."""
    return {pid: words for pid, words in processes(data).items() if "postgres" in words}


def test_the_database_lives_as_long_as_the_last_command_that_uses_it(tmp_path: Path) -> None:
    with command(tmp_path, "check", "7") as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "answers\n"
        role, url, signed = first.stdout.readline().split()
        assert (role, signed) == ("owner", "True")
        assert url.startswith("postgres://camden_app@%2F")
        with command(tmp_path, "check", "0", CAMDEN_DB_ROLE="worker") as second:
            assert second.stdout is not None
            assert second.stdout.readline() == "answers\n"
            assert second.stdout.readline().startswith("worker ")  # the environment's word goes first
            assert first.stdin is not None
            first.stdin.write("\n")
            first.stdin.flush()
            assert first.stderr is not None
            assert "waiting for it" in first.stderr.readline()
            assert postgres_of(tmp_path)
            second.communicate("\n", timeout=20)
            assert second.returncode == 0
        assert first.wait(timeout=20) == 7
    assert not postgres_of(tmp_path)


def test_ctrl_c_stops_the_database_with_the_command(tmp_path: Path) -> None:
    with command(tmp_path, "check", "0") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "answers\n"
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=20)[1]
    assert process.returncode == 130
    assert said == ""
    assert not postgres_of(tmp_path)


def test_a_command_that_needs_no_database_writes_nothing(tmp_path: Path) -> None:
    data = tmp_path / "not made"
    words = [sys.executable, str(ROOT / "manage.py"), "version"]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, cwd="/", env=environment(data), check=True)
    assert done.stdout.startswith("5.2")
    assert not data.exists()


def test_a_folder_of_somebody_else_is_refused_in_a_sentence() -> None:
    words = [*ordinary_python(), "-B", "-c", COMMAND, "check", "0"]
    with TemporaryDirectory(dir="/tmp") as folder:  # pytest's own folders cannot be entered by others
        Path(folder).chmod(0o555)
        done = subprocess.run(
            words, capture_output=True, text=True, timeout=20, cwd=ROOT, env=environment(Path(folder))
        )
    assert done.returncode == 1
    assert "Set CAMDEN_DATA to a folder of your own" in done.stderr


@pytest.mark.parametrize(("name", "role"), [("migrate", "owner"), ("run_due", "worker"), ("due", "app")])
def test_each_command_has_a_role(name: str, role: str) -> None:
    assert role_of(name) == role


@pytest.mark.long
def test_a_new_database_gets_its_tables_before_the_first_command(tmp_path: Path) -> None:
    words = [sys.executable, str(ROOT / "manage.py"), "shell", "-v", "0", "-c"]
    script = "from camden.models import User; print(User.objects.count() >= 0)"
    for _ in range(2):
        done = subprocess.run(
            [*words, script], capture_output=True, text=True, timeout=120, cwd="/", env=environment(tmp_path)
        )
        assert done.stdout.endswith("True\n"), done.stderr
    assert "Making the tables" not in done.stderr
    assert wait_until(lambda: not postgres_of(tmp_path), 5)

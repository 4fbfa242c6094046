"""`demo` and `up` as a person meets them: what they refuse, how they stop, and what survives a kill."""

import os
import re
import shutil
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from camden.servers import bound
from camden.servers.places import hold, lock
from camden.servers.postgres import Postgres
from camden.servers.watch import Kept
from tests.camden.servers.running import (
    ROOT,
    Service,
    free_port,
    get,
    megabytes,
    ordinary_python,
    processes,
    running,
    wait_until,
)

FIRST, LATER, STOPPED = 180.0, 20.0, 20.0  # seconds; generous, for a machine that does other things as well
RUNNING = "Ctrl-C stops it."


def refusal(data: Path, *words: str) -> str:
    """What it says when it does not start, having started nothing."""
    with running(data, *words) as service:
        assert service.process.wait(timeout=LATER) in {1, 2}
        assert not (data / "postgres").exists()
        assert "Traceback" not in service.text()
        return service.text()


def test_a_port_in_use_is_refused_before_anything_starts(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = refusal(tmp_path / "data", "demo", "--port", str(port))
    assert said == f"Port {port} on 127.0.0.1 is in use by another program. Choose another with --port.\n"


def test_a_port_that_is_none_is_refused(tmp_path: Path) -> None:
    assert "a port is a number between 1 and 65535" in refusal(tmp_path / "data", "up", "--port", "80000")


def test_a_second_copy_on_the_same_folder_is_refused(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "address").write_text("http://127.0.0.1:8000/")
    with hold(lock(data, "service")):
        said = refusal(data, "demo", "--port", str(free_port()))
    assert f"already running on the folder {data} at http://127.0.0.1:8000/." in said


def test_made_up_families_and_real_ones_never_share_a_folder(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "kind").write_text("up")
    assert "holds a real service" in refusal(data, "demo", "--port", str(free_port()))
    (data / "kind").write_text("demo")
    assert "known passwords" in refusal(data, "up", "--port", str(free_port()))


def test_what_falls_over_is_started_again_ever_more_slowly(capfd: pytest.CaptureFixture[str]) -> None:
    part = Kept("worker", lambda: bound.start("false"))
    for wait in (1, 2, 4):
        part.due = time.monotonic()
        part.look_after()
        assert part.process is not None
        part.process.wait(timeout=10)
        part.look_after()
        assert part.process is None
        assert wait - 1 < part.due - time.monotonic() <= wait
    assert "The worker ended with code 1. Starting it again in 4 s." in capfd.readouterr().out


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of a demo that was set up once and stopped."""
    data = tmp_path_factory.mktemp("demo") / "my data"
    with running(data, "demo", "--port", str(free_port())) as service:
        assert service.says(RUNNING, FIRST), service.text()
        assert (data / "sign-ins.txt").read_text() in service.text()
        assert service.stop() == 0
    yield data
    assert not processes(data)


def database(data: Path) -> Postgres:
    """The running server of a folder, to ask it something."""
    return Postgres(data / "postgres", data / "run")


@pytest.mark.long
def test_a_later_start_takes_seconds_stays_small_and_ctrl_c_leaves_nothing(demo: Path) -> None:
    port, began = free_port(), time.monotonic()
    with running(demo, "demo", "--port", str(port)) as service:
        assert service.says(RUNNING, LATER), service.text()
        assert time.monotonic() - began < LATER
        assert "Setting up" not in service.text()
        assert get(port, "/livez")[0] == 200
        assert wait_until(lambda: get(port, "/readyz")[0] == 200, 60), get(port, "/readyz")
        assert megabytes(demo) <= 400
        assert service.stop(signal.SIGINT) == 0
        assert service.text().rstrip().endswith("Stopped.")
        assert "Traceback" not in service.text()
        assert not processes(demo)


@pytest.mark.long
def test_a_kill_leaves_no_process_and_the_data_is_there_at_the_next_start(demo: Path) -> None:
    with running(demo, "demo", "--port", str(free_port())) as service:
        assert service.says(RUNNING, LATER), service.text()
        database(demo).sql("CREATE TABLE kept AS SELECT 'what Priya said' AS words", "camden")
        service.process.kill()
        service.process.wait(timeout=10)
        assert wait_until(lambda: not processes(demo), 10), processes(demo)
    with running(demo, "demo", "--port", str(free_port())) as service:
        assert service.says(RUNNING, LATER), service.text()
        assert database(demo).sql("TABLE kept", "camden") == "what Priya said\n"
        assert service.stop(signal.SIGTERM) == 0


@pytest.mark.long
def test_after_everything_is_killed_at_once_the_next_start_works(demo: Path) -> None:
    with running(demo, "demo", "--port", str(free_port())) as service:
        assert service.says(RUNNING, LATER), service.text()
        for pid in processes(demo):
            with suppress(ProcessLookupError):  # it went with the one that was killed before it
                os.kill(pid, signal.SIGKILL)
        service.process.wait(timeout=10)
    with running(demo, "demo", "--port", str(free_port())) as service:
        assert service.says(RUNNING, LATER), service.text()


@pytest.mark.long
@pytest.mark.parametrize("part", ["gunicorn", "celery", "valkey-server", "bin/postgres"])
def test_a_part_that_is_killed_comes_back(demo: Path, part: str) -> None:
    port = free_port()
    with running(demo, "demo", "--port", str(port)) as service:
        assert service.says(RUNNING, LATER), service.text()
        first = min(pid for pid, words in processes(demo).items() if part in words)
        os.kill(first, signal.SIGKILL)
        assert service.says("Starting it again in 1 s.", 10), service.text()
        again = lambda: [pid for pid, words in processes(demo).items() if part in words and pid != first]  # noqa: E731
        assert wait_until(lambda: again() and get_or_nothing(port) == 200, 90), service.text()
        assert service.stop() == 0
    assert not processes(demo)


def get_or_nothing(port: int) -> int:
    """What /readyz answers; 0 while nobody does."""
    try:
        return get(port, "/readyz")[0]
    except OSError:
        return 0


@pytest.mark.long
def test_a_second_ctrl_c_ends_it_at_once(demo: Path) -> None:
    with running(demo, "demo", "--port", str(free_port())) as service:
        assert service.says(RUNNING, LATER), service.text()
        service.process.send_signal(signal.SIGINT)
        assert service.says("Stopping", 5)
        began = time.monotonic()
        assert service.stop(signal.SIGINT) in {0, 130}
        assert time.monotonic() - began < 2
        assert wait_until(lambda: not processes(demo), 10), processes(demo)


@pytest.mark.long
def test_two_services_run_beside_each_other(demo: Path, tmp_path: Path) -> None:
    ports = free_port(), free_port()
    other = tmp_path / ("long" * 30) / "other"  # too deep for a socket
    other.parent.mkdir()
    with running(demo, "demo", "--port", str(ports[0])) as one, running(other, "up", "--port", str(ports[1])) as two:
        assert one.says(RUNNING, FIRST), one.text()
        assert two.says(RUNNING, FIRST), two.text()
        assert [get(port, "/livez")[0] for port in ports] == [200, 200]
        third = Service(demo, "demo", "--port", str(free_port()))
        assert third.process.wait(timeout=LATER) == 1
        assert "already running" in third.text()
        assert [one.stop(), two.stop()] == [0, 0]
    shutil.rmtree((other / "run-folder").read_text().strip())  # the short one in /tmp


@pytest.mark.long
def test_stopped_in_the_middle_of_setting_up_it_ends_and_starts_afresh(tmp_path: Path) -> None:
    data, port = tmp_path / "data", str(free_port())
    with running(data, "up", "--port", port) as service:
        assert service.says("Setting up", FIRST), service.text()
        time.sleep(2)
        assert service.stop(signal.SIGTERM) == 0
        assert "Traceback" not in service.text()
        assert not processes(data)
    with running(data, "up", "--port", port) as service:
        assert service.says(RUNNING, FIRST), service.text()
        assert service.stop() == 0


def bare_clone(folder: Path) -> Path:
    """A copy of this checkout with nothing that was made in it."""
    made = shutil.ignore_patterns(".venv*", ".git", "var", "__pycache__", "node_modules", ".*_cache", "staticfiles")
    return shutil.copytree(ROOT, folder / "a bare clone", ignore=made, symlinks=True)


@pytest.mark.long
@pytest.mark.skipif(os.geteuid() != 0, reason="the other test of a bare clone runs as the user we are")
def test_a_bare_clone_starts_as_root() -> None:
    with TemporaryDirectory(dir="/tmp") as folder:
        start_from_nothing(Path(folder), ["python3"])


@pytest.mark.long
def test_a_bare_clone_starts_as_an_ordinary_user() -> None:
    python = ordinary_python()
    with TemporaryDirectory(dir="/tmp") as folder:
        if os.geteuid() == 0:
            shutil.chown(folder, 65534)
        start_from_nothing(Path(folder), python)


def start_from_nothing(folder: Path, python: list[str]) -> None:
    """Python, a clone, `manage.py demo`, a page."""
    checkout, port = bare_clone(folder), free_port()
    owner = folder.stat().st_uid
    for path in (checkout, *checkout.rglob("*")):
        os.chown(path, owner, -1, follow_symlinks=False)
    fresh = {
        "python": python,
        "checkout": checkout,
        "CAMDEN_NO_BOOTSTRAP": "",
        "HOME": "/nonexistent",
        "VIRTUAL_ENV": "",
    }
    fresh["PATH"] = os.pathsep.join(each for each in os.environ["PATH"].split(os.pathsep) if ".venv" not in each)
    with running(folder / "data", "demo", "--port", str(port), **fresh) as service:
        assert service.says(RUNNING, 2 * FIRST), service.text()
        assert (folder / "data" / "postgres").stat().st_uid == owner
        assert get(port, "/livez")[0] == 200
        assert wait_until(lambda: get(port, "/readyz")[0] == 200, 60), get(port, "/readyz")
        assert not re.search("Traceback|Permission denied", service.text()), service.text()
        assert service.stop() == 0
    assert not processes(folder / "data")

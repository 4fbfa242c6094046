"""The embedded PostgreSQL: who may what, what is left after a kill, and where it can run."""

import contextlib
import os
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from camden.servers.places import Trouble, socket_folder
from camden.servers.postgres import Postgres, binaries, prepare_sql
from tests.camden.servers.running import ROOT, environment, processes, wait_until

STARTER = """
import sys, time
from pathlib import Path
from camden.servers.postgres import Postgres
data = Path(sys.argv[1])
(data / "run").mkdir()
Postgres(data / "postgres", data / "run", throwaway=True).start()
print("ready", flush=True)
time.sleep(60)
"""


def made(data: Path, **options: bool) -> Postgres:
    """A server that is described and not started."""
    (data / "run").mkdir(mode=0o700)
    return Postgres(data / "postgres", data / "run", throwaway=True, **options)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Postgres]:
    """A running server, in a folder whose name has a space and capitals."""
    postgres = made(tmp_path_factory.mktemp("A Council"))
    postgres.start()
    yield postgres
    postgres.stop()


def test_owner_owns_the_database_and_nobody_may_step_around_the_walls(server: Postgres) -> None:
    roles = "SELECT rolname FROM pg_roles WHERE rolname LIKE 'camden%' AND rolcanlogin"
    assert server.sql(f"{roles} AND NOT rolsuper AND NOT rolbypassrls ORDER BY 1").split() == [
        "camden_app",
        "camden_owner",
        "camden_worker",
    ]
    owner = "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'camden'"
    assert server.sql(owner).strip() == "camden_owner"
    for asked in (
        "database_privilege('camden_app', 'camden', 'CREATE,TEMP')",
        "schema_privilege('camden_app', 'public', 'CREATE')",
    ):
        assert server.sql(f"SELECT has_{asked}", "camden").strip() == "f"


def test_the_extensions_that_the_tables_need_are_there(server: Postgres) -> None:
    found = set(server.sql("SELECT extname FROM pg_extension", "camden").split())
    assert {"btree_gist", "pg_trgm", "unaccent", "citext"} <= found


def test_names_are_ordered_alike_on_every_machine(server: Postgres) -> None:
    assert server.sql("SELECT upper('é'), 'Zoë' < 'adam'", "camden").strip() == "É|t"


def test_an_administrator_may_run_the_script_again(server: Postgres) -> None:
    server.sql("ALTER ROLE camden_app SUPERUSER BYPASSRLS")
    server.sql(prepare_sql("camden", {"camden_app": "a'b\\c"}))
    wrong = "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'camden%' AND (rolsuper OR rolbypassrls)"
    assert server.sql(wrong).strip() == "0"


def test_a_database_may_have_any_name(server: Postgres) -> None:
    server.sql(prepare_sql('the o\'Brien "estate"'))
    assert 'the o\'Brien "estate"' in server.sql("SELECT datname FROM pg_database")


def test_it_has_no_port_and_its_socket_is_private(server: Postgres) -> None:
    assert server.sql("SHOW listen_addresses").strip() == ""
    assert stat.S_IMODE((server.sockets / ".s.PGSQL.5432").stat().st_mode) == 0o700


def test_its_log_does_not_repeat_what_was_typed_about_a_family(server: Postgres) -> None:
    with pytest.raises(Trouble):
        server.sql("SELECT 'Priya said she is frightened'::integer")
    assert "Priya" not in server.log.read_text()


def test_a_number_in_use_by_another_process_does_not_stop_the_next_start(server: Postgres) -> None:
    kept = "CREATE TABLE kept AS SELECT date '2026-11-03' AS day"
    server.sql(f"SET synchronous_commit = on; {kept}")  # off in throw-away servers
    assert server.process is not None
    for pid in processes(server.folder):
        with contextlib.suppress(ProcessLookupError):  # its neighbours leave when they see the first one gone
            os.kill(pid, signal.SIGKILL)
    server.process.wait(timeout=10)
    claim = server.folder / "postmaster.pid"
    claim.write_text(claim.read_text().replace(str(server.process.pid), str(os.getpid()), 1))
    server.start()
    assert server.sql("SELECT day FROM kept").strip() == "2026-11-03"


def test_killing_the_starter_ends_the_server(tmp_path: Path) -> None:
    words = [sys.executable, "-c", STARTER, str(tmp_path)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, cwd=ROOT, env=environment(tmp_path)) as starter:
        assert starter.stdout is not None
        assert starter.stdout.readline() == b"ready\n"
        assert len(processes(tmp_path)) > 3
        starter.kill()
    assert wait_until(lambda: not processes(tmp_path), 10), processes(tmp_path)


def test_a_folder_too_deep_for_a_socket_gets_a_short_one(tmp_path: Path) -> None:
    deep = tmp_path / ("d" * 60) / ("e" * 60)
    deep.mkdir(parents=True)
    short = socket_folder(deep)
    try:
        assert len(str(short)) < 80
        assert stat.S_IMODE(short.stat().st_mode) == 0o700
        assert socket_folder(deep) == socket_folder(deep, make=False) == short
        short.chmod(0o755)  # others may look in: not ours alone any more
        other = socket_folder(deep)
        assert other != short
        other.rmdir()
    finally:
        short.rmdir()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root needs another identity for PostgreSQL")
def test_root_runs_it_where_namespaces_are_forbidden(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    server = made(tmp_path, namespaces=False)
    server.start()
    try:
        assert server.folder.stat().st_uid == 65534
        assert server.sql("SELECT 1").strip() == "1"
    finally:
        server.stop()
    server.namespaces = True  # the next start, on a machine that allows them: the folder's owner decides
    server.start()
    server.stop()


def test_a_wrong_folder_of_binaries_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAMDEN_PG_BIN", str(tmp_path))
    with pytest.raises(Trouble, match="no program initdb"):
        binaries()


@pytest.mark.long
def test_it_runs_on_the_systems_own_postgresql(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not shutil.which("pg_config"):
        pytest.skip("no PostgreSQL is installed on this system")
    words = ["pg_config", "--bindir"]
    monkeypatch.setenv(
        "CAMDEN_PG_BIN", subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()
    )
    server = made(tmp_path)
    server.start()
    try:
        assert server.sql("SELECT current_database()", "camden").strip() == "camden"
    finally:
        server.stop()

"""The embedded Valkey: reachable for Celery and redis-py, and for nobody else."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis
from kombu import Connection

from camden.servers.valkey import Valkey, answers


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Valkey]:
    """A running server, in a folder whose name has a space."""
    folder = tmp_path_factory.mktemp("A Council")
    valkey = Valkey(folder, folder)
    valkey.start()
    yield valkey
    valkey.stop()


def test_celery_reaches_it_by_its_address(server: Valkey) -> None:
    with Connection(server.url()) as connection, connection.SimpleQueue("drain") as queue:
        queue.put({"outbox": 1})
        assert queue.get(timeout=5).payload == {"outbox": 1}


def test_it_has_no_port_keeps_nothing_and_its_socket_is_private(server: Valkey) -> None:
    with redis.Redis.from_url(server.url().replace("redis+socket", "unix")) as client:
        assert client.config_get("port") == {"port": "0"}
        assert client.config_get("save") == {"save": ""}
    assert stat.S_IMODE(server.socket.stat().st_mode) == 0o700


def test_it_starts_over_a_socket_that_was_left_behind(server: Valkey) -> None:
    assert server.process is not None
    server.process.kill()
    server.process.wait(timeout=5)
    assert server.socket.exists()
    server.start()
    assert answers(server.socket)


def test_nothing_answers_where_there_is_no_server(tmp_path: Path) -> None:
    assert not answers(tmp_path / "valkey.sock")

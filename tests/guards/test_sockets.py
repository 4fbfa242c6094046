"""Tests stay on this machine."""

import socket
import urllib.request

import pytest

from tests.guards.sockets import AnotherMachine, is_here, this_machine_only  # noqa: F401 - the fixture, in force here


@pytest.fixture
def listener():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()


def test_another_machine_cannot_be_reached():
    with pytest.raises(AnotherMachine), socket.socket() as line:
        line.connect(("192.0.2.1", 80))
    with pytest.raises(AnotherMachine), socket.socket() as line:
        line.connect_ex(("192.0.2.1", 80))
    with pytest.raises(AnotherMachine), socket.socket(socket.AF_INET6) as line:
        line.connect(("2001:db8::1", 80))
    with pytest.raises(AnotherMachine), socket.socket(type=socket.SOCK_DGRAM) as line:
        line.sendto(b"x", ("192.0.2.1", 53))
    with pytest.raises(AnotherMachine):
        socket.getaddrinfo("council.example", 80)
    with pytest.raises(AnotherMachine):
        urllib.request.urlopen("http://council.example/", timeout=1)


def test_this_machine_can_be_reached(listener, tmp_path):
    with socket.create_connection(listener):
        pass
    with socket.create_connection(("localhost", listener[1])):
        pass
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as line:
        server.bind(str(tmp_path / "s"))
        server.listen()
        line.connect(str(tmp_path / "s"))


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("127.0.0.9", True),
        ("::1", True),
        (b"localhost", True),
        ("::1%lo", True),
        ("10.0.0.1", False),
        ("x.example", False),
    ],
)
def test_only_loopback_is_here(host, here):
    assert is_here(host) is here

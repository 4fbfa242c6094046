"""No test talks to another machine.

In tests/conftest.py: `from tests.guards.sockets import this_machine_only  # noqa: F401 - for every test`.
"""

import ipaddress
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest

NAMES = {"localhost", "ip6-localhost", "ip6-loopback", "", None}


class AnotherMachine(RuntimeError):
    """A test tried to reach another machine."""


def is_here(host: Any) -> bool:
    """Whether a host is this machine, without asking anybody."""
    name = host.decode() if isinstance(host, bytes) else host
    if name in NAMES:
        return True
    try:
        return ipaddress.ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return False


def guarded(method: Callable[..., Any], where: int) -> Callable[..., Any]:
    """A method of a socket that refuses an address elsewhere. `where` is the address's place among the arguments."""

    def only_here(self: socket.socket, *args: Any) -> Any:
        if self.family != socket.AF_UNIX and args and not is_here(args[where][0]):
            raise AnotherMachine(f"A test tried to reach {args[where]!r}.")
        return method(self, *args)

    return only_here


def guarded_lookup(method: Callable[..., Any]) -> Callable[..., Any]:
    """A look-up of names that asks no other machine."""

    def only_here(host: Any, *args: Any, **kwargs: Any) -> Any:
        if not is_here(host):
            raise AnotherMachine(f"A test tried to look up {host!r}.")
        return method(host, *args, **kwargs)

    return only_here


@pytest.fixture(autouse=True, scope="session")
def this_machine_only() -> Iterator[None]:
    """Sockets reach this machine, over loopback or a file, and nothing else."""
    with pytest.MonkeyPatch.context() as patch:
        for name, where in (("connect", 0), ("connect_ex", 0), ("sendto", -1)):
            patch.setattr(socket.socket, name, guarded(getattr(socket.socket, name), where))
        for name in ("getaddrinfo", "gethostbyname"):
            patch.setattr(socket, name, guarded_lookup(getattr(socket, name)))
        yield

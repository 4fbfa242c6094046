"""The address a service listens on: is it free, and does it answer?"""

import argparse
import errno
import http.client
import socket
import time

from camden.servers.places import Trouble

EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - recognised, not chosen


def port(text: str) -> int:
    """A port number as it is typed."""
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError("a port is a number between 1 and 65535")
    return int(text)


def written(host: str, number: int) -> str:
    """Host and port as a URL has them: an IPv6 address stands in brackets."""
    return f"[{host}]:{number}" if ":" in host else f"{host}:{number}"


def check_free(host: str, number: int) -> None:
    """Refuse a port that somebody else listens on, before anything is started."""
    until = time.monotonic() + 1.0  # a copy of ours that was killed needs a moment to let go of it
    while True:
        try:
            family, kind, _, _, address = socket.getaddrinfo(host, number, type=socket.SOCK_STREAM)[0]
            with socket.socket(family, kind) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind(address)
                return
        except OSError as error:
            if error.errno != errno.EADDRINUSE or time.monotonic() > until:
                raise Trouble(_refusal(host, number, error)) from error
        time.sleep(0.1)


def _refusal(host: str, number: int, error: OSError) -> str:
    """Why the port cannot be had."""
    if error.errno == errno.EADDRINUSE:
        return f"Port {number} on {host} is in use by another program. Choose another with --port."
    if error.errno == errno.EACCES:
        return f"Port {number} on {host} may be opened by root only. Choose another with --port."
    return f"The address {written(host, number)} cannot be opened: {error.strerror or error}."


def answers(host: str, number: int) -> bool:
    """Whether the web server answers: anything but an error of its own; the name may not be allowed."""
    line = http.client.HTTPConnection(EVERYWHERE.get(host, host), number, timeout=5)
    try:
        line.request("GET", "/livez")
        return line.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        line.close()

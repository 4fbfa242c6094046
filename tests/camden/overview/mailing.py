"""A mail server for tests: takes every letter, slowly, and keeps it in memory."""

import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message


class Box(socketserver.ThreadingTCPServer):
    """Listens on this machine alone. `letters` are those that were taken in whole."""

    allow_reuse_address = daemon_threads = True

    def __init__(self, seconds: float) -> None:
        self.letters: list[Message] = []
        self.seconds = seconds  # that each letter takes, so that there is time to kill who brings it
        super().__init__(("127.0.0.1", 0), _Talk)

    @property
    def url(self) -> str:
        """As EMAIL_URL names it."""
        return f"smtp://127.0.0.1:{self.server_address[1]}"


class _Talk(socketserver.StreamRequestHandler):
    server: Box

    def handle(self) -> None:
        self.wfile.write(b"220 here\r\n")
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                body = b""
                while (part := self.rfile.readline()) and part != b".\r\n":
                    body += part
                time.sleep(self.server.seconds)
                if part:
                    self.server.letters.append(message_from_bytes(body))
            self.wfile.write(b"221 bye\r\n" if verb == b"QUIT" else b"250 good\r\n")
            if verb == b"QUIT":
                return


@contextmanager
def mail_server(seconds: float = 0.03) -> Iterator[Box]:
    """A mail server for the length of a test."""
    with Box(seconds) as box:
        threading.Thread(target=box.serve_forever, daemon=True).start()
        try:
            yield box
        finally:
            box.shutdown()

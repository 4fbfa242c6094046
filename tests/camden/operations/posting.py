"""Post offices for tests: one dies when the letter is on its way, one is closed."""

import os
import signal
from pathlib import Path
from typing import Any

from django.core.mail.backends.base import BaseEmailBackend


class Kept(BaseEmailBackend):
    """Keeps each letter's Message-ID in the file that LETTERS names."""

    def send_messages(self, letters: Any) -> int:
        with Path(os.environ["LETTERS"]).open("a", encoding="utf-8") as file:
            file.writelines(f"{letter.message()['Message-ID']}\n" for letter in letters)
        return len(letters)


class Killed(Kept):
    """The letter leaves, and nothing after it: as `kill -9` between the mail and the mark."""

    def send_messages(self, letters: Any) -> int:
        super().send_messages(letters)
        os.kill(os.getpid(), signal.SIGKILL)
        return 0


class Closed(BaseEmailBackend):
    """The mail server is away."""

    def send_messages(self, letters: Any) -> int:
        raise ConnectionRefusedError

"""The code of a room: what people type on their phones to say that they are there.

| rule | source |
|---|---|
| whoever leads shows it, those in the room type it, and it ends by itself | the step's issue |
| six digits: they are read aloud, and typed with a thumb | our own design |
| it opens the register for a quarter of an hour; a new one can be shown at any time | our own design |
| ten wrong tries in a quarter of an hour, then somebody waits, or tells whoever leads | our own design |

Nobody is put on a register by a code but somebody with a place, on the day itself: whoever came without one says so.
"""

from collections.abc import Callable
from datetime import timedelta

DIGITS = 6
OPEN_FOR = timedelta(minutes=15)
TRIES = "10/15m/key"
"""In the words of the limit that counts them, for each person."""


def new_code(below: Callable[[int], int]) -> str:
    """Six digits. `below` gives a number that nobody can guess, from nought to less than its argument.

    >>> new_code(lambda most: 4711)
    '004711'
    """
    return f"{below(10**DIGITS):0{DIGITS}d}"


def typed(words: str) -> str:
    """What somebody typed, as the code is: without the blanks and dots people put between digits.

    >>> typed(" 004 711")
    '004711'
    """
    return "".join(each for each in words if each.isascii() and each.isdigit())


def shown(code: str) -> str:
    """As it stands on the wall: "004 711"."""
    return f"{code[: DIGITS // 2]} {code[DIGITS // 2 :]}"

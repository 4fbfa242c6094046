"""What a family answered to something that was shared with them, and whom it did not reach: one text, both ways."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_NOT_REACHED = "Not reached: "
_LIKE_OURS = re.compile(f"^({_NOT_REACHED})", re.MULTILINE)  # in the words themselves: they stay words


class Answer(NamedTuple):
    """The family's words; and each parent it did not reach, as (name, why)."""

    words: str
    not_reached: Sequence[tuple[str, str]] = ()


def write_answer(answer: Answer) -> str:
    """As it is kept: the words, then a line for each parent it did not reach.

    >>> write_answer(Answer("That is how it is.", [("Jamal", "moved abroad")]))
    'That is how it is.\\nNot reached: Jamal: moved abroad'
    """
    words = _LIKE_OURS.sub(r" \1", answer.words.rstrip())
    missed = [f"{_NOT_REACHED}{name.replace(': ', ' ')}: {' '.join(why.split())}" for name, why in answer.not_reached]
    return "\n".join([words, *missed])


def read_answer(text: str) -> Answer:
    """An answer as `write_answer` keeps it."""
    lines = text.split("\n")
    missed: list[tuple[str, str]] = []
    while lines and lines[-1].startswith(_NOT_REACHED):
        name, _, why = lines.pop().removeprefix(_NOT_REACHED).partition(": ")
        missed.insert(0, (name, why))
    return Answer("\n".join(lines), tuple(missed))

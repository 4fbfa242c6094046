"""The family's questions, as the family wants them: they become the sections of its plan (REFERENCE 6.2.3, 6.3).

What the family has answered already is never lost by asking otherwise: a question said better keeps its answer, and
one that was answered is not taken out.
"""

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

MOST = 20
LONGEST = 500  # characters of one question


class Asked(NamedTuple):
    """One question, and what the family answered so far."""

    question: str
    words: str = ""


class Answered(Exception):
    """A question with an answer would be taken out. Says which, in a sentence."""


def lines_of(text: str) -> tuple[str, ...]:
    """One question on each line, each once, without what people put before a line of a list."""
    lines = (line.strip(" -•*\t") for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))


def stamp_of(questions: Sequence[str]) -> str:
    """What tells these questions in this order from all others: a form says with it which ones it was shown with."""
    return hashlib.sha256("\n".join(questions).encode()).hexdigest()[:24]


def asked_anew(before: Sequence[Asked], questions: Sequence[str]) -> tuple[Asked, ...]:
    """The questions in their new order and wording, each with its answer. Raises Answered.

    A question that stands as before keeps its answer wherever it stands now. Of the others, as many as there were are
    the old ones said otherwise, in their order.
    """
    same = {each.question: each for each in before if each.question in questions}
    gone = [each for each in before if each.question not in same]
    new = [question for question in questions if question not in same]
    if len(gone) == len(new):
        said = dict(zip(new, gone, strict=True))
    else:
        said = {}
        for each in gone:
            if each.words.strip():
                raise Answered(f"The family has answered “{each.question}” already. Leave that question on its line.")
    return tuple(
        Asked(question, (same.get(question) or said.get(question) or Asked(question)).words) for question in questions
    )

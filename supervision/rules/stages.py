"""The steps of a discussion, what must be written before it counts, and how long there is to finish it.

| rule | value | source |
|---|---|---|
| order: dilemma, ideas, what rang bells, next conversations, voice, risk | – | REFERENCE 5.1 |
| the presenter keeps at most | 3 ideas | PRACTICE 2, moment 3 |
| each child's voice is written, and risk and safety | – | REFERENCE 5.3 |
| a record is finalised within | 2 working days | PR5, local |
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from camden.rules.workdays import england

MOST_KEPT = 3
FINISHED_WITHIN = 2  # working days


@dataclass(frozen=True)
class Voice:
    """A child's first name and what was written of their voice."""

    name: str
    words: str


def still_to_write(dilemma: str, voices: Iterable[Voice], safety: str) -> list[str]:
    """What a discussion needs before it counts, in words; nothing when it is whole.

    >>> still_to_write("", [Voice("Anisa", ""), Voice("Imran", "Stop")], "Safe tonight")
    ['the dilemma', 'Anisa’s voice']
    """
    missing = [] if dilemma.strip() else ["the dilemma"]
    missing += [f"{voice.name}’s voice" for voice in voices if not voice.words.strip()]
    return missing + ([] if safety.strip() else ["risk and safety"])


def finish_by(agreed_on: date) -> date:
    """The day by which a discussion is finished that the session could not: working days after it ended (PR5)."""
    return england().add(agreed_on, FINISHED_WITHIN)


def new_ideas(typed: str, known: Sequence[str]) -> list[str]:
    """Ideas from lines of text: one to a line, none twice, none that is known already."""
    seen = {idea.casefold() for idea in known}
    found = []
    for line in typed.splitlines():
        idea = " ".join(line.strip().lstrip("-•*–").split())
        if idea and idea.casefold() not in seen:
            seen.add(idea.casefold())
            found.append(idea)
    return found

"""What a session says on a child's file: respectful, tentative, as if the child will read it at 25 (REFERENCE 5.4)."""

from collections.abc import Sequence
from datetime import date

from camden.rules.names import full_years

LONGEST = 300  # characters of one entry
FOR_THE_QUESTION = 140
YOUNG = 2  # years: before then nobody is asked what a child would say


def in_a_row(names: Sequence[str]) -> str:
    """Names as one says them: "Anisa, Imran and Zayd"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def agreed_in(held_on: date) -> str:
    """Where something was agreed: "Group supervision, 3 November"."""
    return f"Group supervision, {held_on.day} {held_on:%B}"


def entry(people: Sequence[str], dilemma: str, kept: Sequence[str]) -> str:
    """One entry of the timeline: who thought together, about what, and what they hold as possible.

    Ideas that were not kept are never given to this function. At most 300 characters.

    >>> entry(["Ade", "Yael"], "How do we hear Anisa?", ["perhaps quiet keeps the peace"])
    'Ade and Yael thought together: How do we hear Anisa? We wonder: perhaps quiet keeps the peace'
    """
    said = f"{_people(people)} thought together: {shortened(dilemma, FOR_THE_QUESTION)}"
    if kept:
        said = f"{said} We wonder: {'; '.join(kept)}"
    return shortened(said, LONGEST)


def shortened(words: str, most: int) -> str:
    """The words on one line, cut at a space when there are too many."""
    words = " ".join(words.split())
    if len(words) <= most:
        return words
    return words[: most - 1].rsplit(" ", 1)[0][: most - 1] + "…"


def _people(names: Sequence[str]) -> str:
    """Everybody, or the first few and how many more: an entry is about the child."""
    if len(names) <= 4:
        return in_a_row(names)
    return in_a_row([*names[:3], f"{len(names) - 3} colleagues"])


def voice_asked(name: str, born_on: date | None, expected_on: date | None, on: date) -> str:
    """How a child's voice is asked for, fitting their age. Nobody asks what an unborn child or a baby would say.

    >>> voice_asked("Anisa", date(2015, 5, 17), None, date(2026, 11, 3))
    'If Anisa were in the room, what would they want us to hear, stop or keep?'
    """
    if expected_on is not None:
        return f"What does {name} need us to keep in mind before birth?"
    if born_on is not None and full_years(born_on, on) < YOUNG:
        return f"What does {name} show us, and need from us?"
    return f"If {name} were in the room, what would they want us to hear, stop or keep?"

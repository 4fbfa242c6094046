"""Figures cut by who the children are, so that nothing points at fewer than five of them (REFERENCE 10.2, 11.3).

| rule | source |
|---|---|
| fewer than five are not shown, nor what is left when they are taken from a group | REFERENCE 10.2 |
| one hidden group alone could be found by taking the others from the sum: then another is hidden with it | follows |
| all the hidden together are five or more, or nobody; what is left of them too | follows |
| nobody at all, and everybody, are shown | as in `cases.measures`: read as what the service did |
| one cut at a time, never one within another | our own design |
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

FEWEST = 5
NOT_KNOWN = "Not asked yet, or preferred not to say"
# Broad groups of the codes of the national data set: there are seventeen, and most would be too few to show.
_ETHNIC = {"W": "White", "M": "Mixed or multiple", "A": "Asian", "C": "Asian", "B": "Black"}
_SEX = {"F": "Girls", "M": "Boys"}


@dataclass(frozen=True)
class Shown:
    """One group: how many it is, and to how many of them it happened. None: too few to say."""

    of: int | None
    count: int | None


def ethnic_group(code: str) -> str:
    """The broad group of a code of ethnicity.

    >>> [ethnic_group(code) for code in ("ABAN", "CHNE", "BOTH", "OOTH")], ethnic_group("") == NOT_KNOWN
    (['Asian', 'Asian', 'Black', 'Any other'], True)
    """
    if code in ("", "REFU", "NOBT"):
        return NOT_KNOWN
    return "Any other" if code == "OOTH" else _ETHNIC[code[0]]


def sex_group(code: str) -> str:
    """What a child of this code is called here."""
    return _SEX.get(code, "Not known, or not yet born")


def disability_group(codes: Sequence[str]) -> str:
    """Whether a child has a disability, as the census asks it: which one would be too few to show.

    >>> disability_group(["MOB", "AUT"]), disability_group(["NONE"]), disability_group([])
    ('A disability', 'No disability', 'Not asked yet')
    """
    if not codes:
        return "Not asked yet"
    return "No disability" if list(codes) == ["NONE"] else "A disability"


def is_few(part: int, whole: int) -> bool:
    """Whether a part of a whole, or what is left of it, is so small that it would point at a child.

    >>> [is_few(part, 20) for part in (0, 1, 4, 5, 16, 20)]
    [False, True, True, False, True, False]
    """
    return whole < FEWEST or 0 < part < FEWEST or 0 < whole - part < FEWEST


def cut(figures: Mapping[str, tuple[int, int]]) -> dict[str, Shown]:
    """What is shown of a figure by group, where its sum is known: each group's (count, of).

    A group of nobody is shown as such. Where all groups but one are nobody, that one is the sum itself.
    """
    there = {name: pair for name, pair in figures.items() if pair[1]}
    hidden = {name for name, (count, of) in there.items() if is_few(count, of)}
    while hidden and hidden != set(there) and (len(hidden) == 1 or is_few(*_sum(there, hidden))):
        hidden.add(min((of, name) for name, (_, of) in there.items() if name not in hidden)[1])
    return {name: Shown(None, None) if name in hidden else Shown(of, count) for name, (count, of) in figures.items()}


def _sum(figures: Mapping[str, tuple[int, int]], names: set[str]) -> tuple[int, int]:
    return sum(figures[name][0] for name in names), sum(figures[name][1] for name in names)

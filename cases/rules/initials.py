"""Children in letters that leave the house: initials, and nothing else."""

from collections.abc import Iterable

NOBODY = "?"


def initials_of(children: Iterable[tuple[str, str, str]]) -> str:
    """Initials of children as (given name, family name, council number).

    >>> initials_of([("Anisa", "Rahman", ""), ("imran", "Rahman", ""), ("", "", "C000001")])
    'A. R., I. R., ?'
    """
    return ", ".join(_of(given, family) for given, family, _ in children)


def _of(given: str, family: str) -> str:
    letters = [next((letter for letter in name if letter.isalpha()), "") for name in (given, family)]
    return " ".join(f"{letter.upper()}." for letter in letters if letter) or NOBODY

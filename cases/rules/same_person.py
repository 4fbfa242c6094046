"""Whether two names may mean one human being: asked before somebody is written down twice."""

import unicodedata
from collections.abc import Iterable
from datetime import date
from difflib import SequenceMatcher

ALIKE = 0.75  # how much of two words must agree: "Zaid" and "Zayd" do, "Bilal" and "Bushra" do not
_SHORT = 3  # letters: shorter words must be equal


def folded(name: str) -> tuple[str, ...]:
    """The words of a name without capitals, accents, hyphens and apostrophes.

    >>> folded("Célia  O’Neill-Grant")
    ('celia', 'oneill', 'grant')
    """
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return tuple(plain.casefold().replace("’", "").replace("'", "").replace("-", " ").split())


def is_alike(said: str, recorded: str) -> bool:
    """Whether every word of the shorter name is, or nearly is, one of the longer.

    >>> is_alike("Shirin", "Shirin Khatun"), is_alike("Zaid Rahman", "Zayd Rahman"), is_alike("Bilal", "Bushra")
    (True, True, False)
    """
    few, many = sorted((folded(said), folded(recorded)), key=len)
    left = list(many)
    for word in few:
        near = next((other for other in left if _near(word, other)), None)
        if near is None:
            return False
        left.remove(near)
    return bool(few)


def may_be_same(said: str, day: date | None, names: Iterable[str], born: date | None) -> bool:
    """Whether somebody of this name, born (or expected) that day if it was said, may be the one who is known by these
    `names`. The same day and one same word is enough; a different day never clears an equal name: days are mistyped."""
    names = list(names)
    if any(is_alike(said, name) for name in names):
        return True
    words = set(folded(said))
    return day is not None and day == born and any(words & set(folded(name)) for name in names)


def _near(word: str, other: str) -> bool:
    if word == other:
        return True
    if min(len(word), len(other)) <= _SHORT:
        return False
    return SequenceMatcher(None, word, other).ratio() >= ALIKE

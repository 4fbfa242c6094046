"""Which languages a record names, where people wrote what somebody speaks in their own words."""

import re
from collections.abc import Iterable

_ENGLISH = "english"
_THEN = re.compile(r"[;.:(]")  # what follows is how to talk with them, and no language any more
_BETWEEN = re.compile(r",|/|&|\band\b|\bor\b|\bsome\b")
LONGEST = 4  # words in the name of a language: British Sign Language with hands


def languages_in(said: str) -> tuple[str, ...]:
    """The languages of one text, in its order, without English, which every worker speaks.

    >>> languages_in("Sylheti and English"), languages_in("Sylheti; an interpreter is needed, and never Anisa")
    (('Sylheti',), ('Sylheti',))
    >>> languages_in("English")
    ()
    """
    first = _THEN.split(said, maxsplit=1)[0]
    parts = [" ".join(part.split()) for part in _BETWEEN.split(first)]
    # A name has a capital, but whoever writes one word alone may leave it out: "by video from Sylhet" is none.
    names = [part for place, part in enumerate(parts) if part and (place == 0 or part[0].isupper())]
    return tuple(name for name in names if name.casefold() != _ENGLISH and len(name.split()) <= LONGEST)


def languages_of(said: Iterable[str]) -> frozenset[str]:
    """Those of many texts, each language once, as it was written first."""
    found: dict[str, str] = {}
    for text in said:
        for name in languages_in(text):
            found.setdefault(name.casefold(), name)
    return frozenset(found.values())

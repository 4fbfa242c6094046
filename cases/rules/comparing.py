"""What changed between two texts, word by word, for two people who wrote at once."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, NEW, GONE = "same", "new", "gone"
MOST = 20_000  # characters of both together: longer texts are compared line by line
_WORDS = re.compile(r"\s*\S+|\s+\Z")
_LINES = re.compile(r"[^\n]*\n|[^\n]+\Z")


@dataclass(frozen=True)
class Change:
    """A stretch of words: in both texts (SAME), in the later one only (NEW), or in the earlier one only (GONE)."""

    kind: str
    words: str


def changes(before: str, after: str) -> tuple[Change, ...]:
    """What became of a text. Without what is GONE it is `after`; without what is NEW it is `before`.

    >>> [(each.kind, each.words) for each in changes("He came late", "He came home late")]
    [('same', 'He came'), ('new', ' home'), ('same', ' late')]
    """
    pieces = _WORDS if len(before) + len(after) <= MOST else _LINES
    one, other = pieces.findall(before), pieces.findall(after)
    found: list[Change] = []
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Change(SAME, "".join(one[a:b])))
            continue
        found += [Change(kind, "".join(said)) for kind, said in ((GONE, one[a:b]), (NEW, other[c:d])) if said]
    return tuple(found)

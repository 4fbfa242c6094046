"""How wide words are on paper, and how a name is broken into lines. Widths are those of Arial and its free twin."""

import unicodedata

_BY_WIDTH = {
    191: "'", 222: "ijl", 260: "|", 278: " !,./:;Itf[]\\", 333: "()-r`", 355: '"', 389: "*", 469: "^",
    500: "Jckvsxyz", 556: "0123456789#$?Labdeghnopqu_", 584: "+<=>~", 611: "FTZ", 667: "&ABEKPSVXY",
    722: "CDHNRUw", 778: "GOQ", 833: "Mm", 889: "%", 944: "W", 1015: "@",
}  # fmt: skip
_WIDTHS = {letter: width for width, letters in _BY_WIDTH.items() for letter in letters}
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Kinds of characters with nothing to see: controls, marks that turn the direction of a line, halves of characters."""
JOINERS = "\u200c\u200d"
"""Those among them that letters and pictures need."""
PILE = 4
"""So many marks may stand with one letter."""
SOME = 600  # characters of one name that are looked at; nobody reads more on a drawing


def plain(words: str) -> str:
    """Words without what cannot be drawn or would turn the line round: one line, single spaces."""
    kept = "".join(c if c in JOINERS or unicodedata.category(c) not in _UNSEEN else " " for c in words[:SOME])
    return " ".join(_without_piles(kept).split())


def _without_piles(words: str) -> str:
    """Words without the marks above and below a letter that no language has: they would lie on the lines around."""
    found: list[str] = []
    for letter in words:
        if not (_is_mark(letter) and len(found) >= PILE and all(_is_mark(each) for each in found[-PILE:])):
            found.append(letter)
    return "".join(found)


def _is_mark(letter: str) -> bool:
    return bool(unicodedata.combining(letter)) or unicodedata.category(letter) in ("Mn", "Me")


def width(words: str, size: float) -> float:
    """How wide words are at a size in pixels: exact for Latin letters, never too little for others."""
    return sum(_letter(letter) for letter in words) * size / 1000


def _letter(letter: str) -> int:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if letter in JOINERS or _is_mark(letter):
        return 0
    base = unicodedata.normalize("NFD", letter)[0]
    if base in _WIDTHS:
        return _WIDTHS[base] + 20
    wide = unicodedata.east_asian_width(letter) in "WF" or unicodedata.category(letter) == "So"
    return 1350 if wide else 900


def wrapped(words: str, size: float, widest: float, most: int) -> tuple[str, ...]:
    """Words in lines no wider than that; what does not fit into that many lines ends in an ellipsis."""
    lines: list[str] = []
    for word in _pieces(words.split(), size, widest):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size) <= widest:
            lines[-1] = joined
        else:
            lines.append(word)
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], shortened(f"{lines[most - 1]}…", size, widest))


def name_lines(name: str, size: float, widest: float, most: int) -> tuple[str, ...]:
    """A name as it stands under a symbol: the first name in the first line, the rest beneath."""
    first, _, rest = plain(name).partition(" ")
    if not first:
        return ()
    above = wrapped(first, size, widest, most)
    return above + wrapped(rest, size, widest, most - len(above)) if rest and len(above) < most else above


def shortened(words: str, size: float, widest: float) -> str:
    """Words that end in an ellipsis, cut so that they fit."""
    kept = words.rstrip("…")
    while kept and width(f"{kept}…", size) > widest:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def _pieces(words: list[str], size: float, widest: float) -> list[str]:
    """Words cut where they are wider than a line: after a hyphen when they have one."""
    pieces: list[str] = []
    for word in words:
        while width(word, size) > widest:
            cut = max(_longest(word, size, widest), 1)
            hyphen = word.rfind("-", 1, cut) + 1
            pieces.append(word[: hyphen or cut])
            word = word[hyphen or cut :]
        if word:
            pieces.append(word)
    return pieces


def _longest(word: str, size: float, widest: float) -> int:
    taken = 0.0
    for at, letter in enumerate(word):
        taken += width(letter, size)
        if taken > widest:
            return at
    return len(word)

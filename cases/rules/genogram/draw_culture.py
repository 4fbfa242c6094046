"""Roots people named, as rings around their symbols: a colour, a dash and a letter each, never colour alone (8.4)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from cases.rules.genogram import pen
from cases.rules.genogram.text import plain, width

COLOURS = ("#1d70b8", "#8a5a00", "#6f1d77", "#00703c", "#b10e1e", "#3d5a80", "#7a3b00", "#4c2c92")
DASHES = ("", "6 3", "2 3", "9 3 2 3", "1 4", "12 4", "4 2 1 2 1 2")
GAP, STROKE, CORNER = 3.5, 2.2, 1.5
LETTER = 8.0
MOST = 3
"""Rings around one person; more are in the table alone, and a "+" says so."""


@dataclass(frozen=True)
class Root:
    """One root as the family named it. Its letter and its look are the same on the whole picture."""

    words: str
    letter: str
    number: int

    @property
    def colour(self) -> str:
        """The colour of its ring."""
        return COLOURS[self.number % len(COLOURS)]

    @property
    def dash(self) -> str:
        """The dash of its ring."""
        return DASHES[self.number % len(DASHES)]


def roots_of(said: Mapping[str, Sequence[str]]) -> dict[str, tuple[Root, ...]]:
    """Roots by person, from what each of them said. The same words are one root, however they are written large.

    >>> found = roots_of({"m1": ["Irish"], "m2": ["irish ", "Bengali"]})
    >>> {who: [root.letter for root in roots] for who, roots in found.items()}
    {'m1': ['B'], 'm2': ['A', 'B']}
    """
    called: dict[str, str] = {}
    for words in sorted(plain(each) for all_words in said.values() for each in all_words):
        if words:
            called.setdefault(words.casefold(), words)
    known = {key: Root(called[key], _letter(at), at) for at, key in enumerate(sorted(called))}
    found: dict[str, tuple[Root, ...]] = {}
    for who in sorted(said):
        keys = sorted({plain(each).casefold() for each in said[who]} & known.keys())
        if keys:
            found[who] = tuple(known[key] for key in keys)
    return found


def rings(roots: Sequence[Root], x: float, y: float, half: float) -> str:
    """Rings over somebody's symbol, open beneath where their name stands, and their letters at the upper right."""
    parts = []
    shown = roots[:MOST]
    for at, root in enumerate(shown):
        far = half * CORNER + GAP * at
        arc = f"A{pen.number(far)} {pen.number(far)} 0 0 1 {pen.number(x + far)} {pen.number(y)}"
        parts.append(
            pen.tag(
                "path", d=f"M{pen.number(x - far)} {pen.number(y)}{arc}", stroke=root.colour, stroke_width=STROKE,
                stroke_dasharray=root.dash, data_root=root.letter,
            )
        )  # fmt: skip
    letters = "".join(root.letter for root in shown) + ("+" if len(roots) > MOST else "")
    wide = width(letters, LETTER) + 4
    left, low = x + half + 2, y - half - 1
    parts.append(pen.box(left, low - LETTER, left + wide, low + 2, fill=pen.WHITE, stroke=pen.GREY, stroke_width=0.6))
    parts.append(pen.words(letters, left + wide / 2, low, LETTER, font_weight="bold"))
    return pen.group(parts, data_culture="".join(root.letter for root in roots), aria_hidden="true")


def culture(roots: Mapping[str, Sequence[Root]], places: Mapping[str, tuple[float, float, float]]) -> str:
    """The layer: rings over everybody who is drawn and named a root. `places`: middle and half the size, by id."""
    drawn = (rings(roots[who], *places[who]) for who in sorted(places) if roots.get(who))
    return pen.group(drawn, data_layer="culture")


def tops(
    roots: Mapping[str, Sequence[Root]], places: Mapping[str, tuple[float, float, float]]
) -> list[tuple[float, float]]:
    """The highest points of the layer, which the edge of the drawing must hold."""
    return [(x, y - half * CORNER - GAP * MOST) for who, (x, y, half) in places.items() if roots.get(who)]


def in_words(roots: Sequence[Root]) -> str:
    """The same for the table: "roots: Bengali, Irish"."""
    return f"roots: {', '.join(root.words for root in roots)}"


def entries(
    roots: Mapping[str, Sequence[Root]], drawn: Iterable[str]
) -> list[tuple[str, Callable[[float, float], str]]]:
    """For the legend: every root of somebody who is drawn, once: its words, and what draws its sample."""
    found = {root.number: root for who in drawn for root in roots.get(who, ())}
    return [(f"{found[at].letter}: {found[at].words}", _sample(found[at])) for at in sorted(found)]


def _sample(root: Root) -> Callable[[float, float], str]:
    def sample(x: float, y: float) -> str:
        return pen.path(((x, y), (x + 26, y)), stroke=root.colour, stroke_width=STROKE, stroke_dasharray=root.dash)

    return sample


def _letter(at: int) -> str:
    """A, B … Z, then A1, B1."""
    return chr(ord("A") + at % 26) + (str(at // 26) if at >= 26 else "")

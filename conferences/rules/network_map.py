"""The network of a family as a small picture: the children in the middle, each side and the others around.

| rule | source |
|---|---|
| the network is whoever the child is connected to, each side of the family shown | REFERENCE 6.1, 6.2.3 |
| the father's side stands first, because it is asked least often | REFERENCE 6.2.3, 6.5 |
| nobody who died is asked; they are named beside the picture, so that nobody asks after them | REFERENCE 4.7 |
| the picture says nothing that its list does not | `everybody` makes both |

A box for each person, filled when they are on the list and outlined when they are only known. Lengths are units of the
drawing, about a pixel on a telephone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from conferences.rules.inviting import Side

WIDTH = 340
BOX, GAP, LINE, HEAD = 106, 8, 15, 24
LONGEST, LONGEST_TIE = 11, 14  # characters that fit into a box in its two sizes
LEFT, MIDDLE, RIGHT = 2, (WIDTH - BOX) // 2, WIDTH - BOX - 2
_PLACES = {1: (MIDDLE,), 2: (LEFT, RIGHT), 3: (LEFT, MIDDLE, RIGHT)}
TITLES: dict[Side, str] = {Side.FATHER: "Father’s side", Side.MOTHER: "Mother’s side", Side.OTHER: "Neither, or both"}


@dataclass(frozen=True)
class Person:
    """Somebody of the network. `key` tells them apart; `is_invited`: they are on the list."""

    key: str
    name: str
    side: Side
    tie: str = ""
    is_invited: bool = False


class Box(NamedTuple):
    """One person in the picture: where (its upper left corner), how high, and what is written."""

    person: Person
    x: int
    y: int
    height: int
    lines: tuple[tuple[int, str], ...]
    """Each line of the name with where it stands."""
    tie: tuple[int, str]

    @property
    def middle(self) -> int:
        """Where its words are centred."""
        return self.x + BOX // 2


class Head(NamedTuple):
    """The name of a side, and where it stands."""

    x: int
    y: int
    text: str


class Thread(NamedTuple):
    """From the children to one person."""

    x1: int
    y1: int
    x2: int
    y2: int


@dataclass(frozen=True)
class Picture:
    """All of it. `children` is their box: where, how high, and their names with where each stands."""

    height: int
    heads: tuple[Head, ...]
    children: tuple[int, int, int, tuple[tuple[int, str], ...]]
    threads: tuple[Thread, ...]
    boxes: tuple[Box, ...]
    width: int = WIDTH
    box: int = BOX


def everybody(people: Iterable[Person]) -> tuple[tuple[Side, tuple[Person, ...]], ...]:
    """By side, the father's first; in each those on the list first. What the list and the picture are made of."""
    found = list(people)
    return tuple(
        (side, tuple(sorted((each for each in found if each.side is side), key=lambda each: not each.is_invited)))
        for side in TITLES
    )


def picture(children: Sequence[str], people: Iterable[Person]) -> Picture:
    """Where everybody stands: the father's side to the left, the mother's to the right, the others beneath."""
    sides = dict(everybody(people))
    left, left_ends = _column(sides[Side.FATHER], LEFT)
    right, right_ends = _column(sides[Side.MOTHER], RIGHT)
    names = [(n, _short(name, LONGEST)) for n, name in enumerate(children)]
    height = len(names) * LINE + 14
    ends = max(left_ends, right_ends, HEAD + height + GAP)
    top = HEAD + (ends - HEAD - GAP - height) // 2
    middle = (MIDDLE, top, height, tuple((top + 7 + LINE * n + 11, name) for n, name in names))
    beneath, all_ends = _rows(sides[Side.OTHER], ends + HEAD) if sides[Side.OTHER] else ([], ends)
    heads = [Head(LEFT + BOX // 2, 16, TITLES[Side.FATHER]), Head(RIGHT + BOX // 2, 16, TITLES[Side.MOTHER])]
    if beneath:
        heads.append(Head(WIDTH // 2, ends + 16, TITLES[Side.OTHER]))
    boxes = (*left, *right, *beneath)
    return Picture(all_ends, tuple(heads), middle, tuple(_thread(middle, each) for each in boxes), boxes)


def _column(people: Sequence[Person], x: int) -> tuple[list[Box], int]:
    found, y = [], HEAD
    for person in people:
        found.append(_box(person, x, y))
        y += found[-1].height + GAP
    return found, y


def _rows(people: Sequence[Person], y: int) -> tuple[list[Box], int]:
    """Three in a row; each row as high as the highest in it."""
    found = []
    for first in range(0, len(people), 3):
        three = people[first : first + 3]
        row = [_box(each, x, y) for each, x in zip(three, _PLACES[len(three)], strict=True)]
        found += row
        y += max(each.height for each in row) + GAP
    return found, y


def _box(person: Person, x: int, y: int) -> Box:
    names = _wrapped(person.name)
    lines = tuple((y + 6 + LINE * n + 11, text) for n, text in enumerate(names))
    height = 13 + LINE * (len(names) + bool(person.tie))
    return Box(person, x, y, height, lines, (y + 6 + LINE * len(names) + 10, _short(person.tie, LONGEST_TIE)))


def _thread(middle: tuple[int, int, int, object], box: Box) -> Thread:
    x, y, height, _ = middle
    return Thread(x + BOX // 2, y + height // 2, box.x + BOX // 2, box.y + box.height // 2)


def _wrapped(name: str) -> list[str]:
    """A name in two lines at most. The whole of it stands in the list, and in the box's title."""
    words, first = name.split(), ""
    while words and len(f"{first} {words[0]}".strip()) <= LONGEST:
        first = f"{first} {words.pop(0)}".strip()
    if not first:
        return [_short(name, LONGEST)]
    return [first, _short(" ".join(words), LONGEST)] if words else [first]


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"

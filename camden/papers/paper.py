"""What a paper holds, whatever it is printed as."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

POINTS = 72 / 25.4
"""Of a millimetre."""
SHEETS = {"a4": (210.0, 297.0), "a3": (297.0, 420.0)}
EDGE, FOOT = 10.0, 14.0
"""Millimetres left free around a picture and beneath it, where the foot stands."""
HEAD = 15.0
"""Millimetres that the title takes above a picture."""
LARGEST = 1.25
"""Points for each pixel of a picture: a small one is not blown up to fill its page."""


@dataclass(frozen=True)
class Heading:
    """A heading within the paper: `level` 1 beneath the title, 2 beneath that."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Words:
    """A paragraph; its line breaks stay. `is_quote`: somebody's own words."""

    text: str
    is_quote: bool = False


@dataclass(frozen=True)
class Points:
    """A list: each point a line, or its first line and what belongs to it beneath."""

    points: Sequence[str]


@dataclass(frozen=True)
class Table:
    """Rows beneath a head. `widths` are parts of the page's width. The head is said again on every page."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[int]


@dataclass(frozen=True)
class Picture:
    """A drawing on a page of its own, which lies across. `alt` is what a screen reader says of it; sizes in pixels.

    Nothing is told by it alone: a table of the same follows it.
    """

    svg: str
    alt: str
    width: float
    height: float

    def scale(self, sheet: str) -> float:
        """Points for each of its pixels, so that it fits the page."""
        low, wide = SHEETS[sheet]
        room = ((wide - 2 * EDGE) * POINTS, (low - EDGE - FOOT - HEAD) * POINTS)
        return min(room[0] / self.width, room[1] / self.height, LARGEST)


Block = Heading | Words | Points | Table | Picture


@dataclass(frozen=True)
class Paper:
    """A whole paper. `foot` stands on every page, beside its number. `size` is that of every word of it, in points.

    `sheet` is a4 or a3; one that lies across begins with its picture. With a day (`dated`) the same paper is the same
    file, whenever it is made. `lang` is the code of its language (ISO 639), `is_right_to_left` how it is written.
    `is_titled`: the title stands on it, and not only in the file: nobody reads "Letter" above a letter.
    """

    title: str
    subtitle: str = ""
    foot: str = ""
    blocks: Sequence[Block] = field(default_factory=tuple)
    size: float = 10.5
    sheet: str = "a4"
    is_across: bool = False
    dated: date | None = None
    lang: str = "en"
    is_right_to_left: bool = False
    is_titled: bool = True

    @property
    def whole(self) -> str:
        """Every word of it, as one text: what is asked before it leaves whether it gives somebody away."""
        said = [self.title, self.subtitle, self.foot]
        for block in self.blocks:
            if isinstance(block, Points):
                said += block.points
            elif isinstance(block, Table):
                said += [*block.head, *(cell for row in block.rows for cell in row)]
            else:
                said.append(block.alt if isinstance(block, Picture) else block.text)
        return "\n".join(said)

"""A family's genogram laid out: who stands where, every line, every home, every feeling, on the smallest paper."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from cases.rules.genogram.costs import Costs, Rows
from cases.rules.genogram.crossings import crossings, on_one_another
from cases.rules.genogram.days import in_words
from cases.rules.genogram.family import CURRENT, Family, Person, in_order
from cases.rules.genogram.frame import Frame, frame_of
from cases.rules.genogram.lines import Lines, Point, lines_of
from cases.rules.genogram.order import best_orders, order_kept
from cases.rules.genogram.positions import (
    FONT,
    LINE,
    MOST_LINES,
    NARROW,
    SYMBOL,
    TIGHT,
    WIDEST,
    columns,
    gap_of,
    positions,
)
from cases.rules.genogram.text import name_lines

FITS_A4 = 1010.0
"""In pixels: names of 11 pixels are still 8 points on a page that is 277 mm wide, with the margins of a drawing."""
MOST_LOOKED_AT = 20
"""So many of the best orders are laid out in full before one is chosen."""


@dataclass(frozen=True)
class Layout:
    """Where everything is, in pixels from the top left corner."""

    family: Family
    order: Rows
    """People from left to right in each row: what is stored so that the next drawing looks the same."""
    x: dict[str, float]
    y: dict[str, float]
    column: dict[str, float]
    lines: Lines
    crossings: list[tuple[Point, str, str]]
    names: dict[str, tuple[str, ...]]
    years: dict[str, str]
    tall: dict[str, float]
    frame: Frame = field(repr=False)

    @property
    def width(self) -> float:
        """From the left edge of the first name to the right edge of the last, in pixels."""
        return max(self.x[token] + self.column[token] / 2 for token in self.x)

    @property
    def flaws(self) -> tuple[int, int]:
        """Lines on one another, which nobody can read, siblings who do not stand by birth, and crossings."""
        by_age = sum(self.x[elder] >= self.x[younger] for elder, younger in self.frame.across)
        return on_one_another(self.lines.lines) + by_age, len(self.crossings)

    def name_end(self, person: str) -> float:
        """The height at which the words under somebody end."""
        return self.y[person] + SYMBOL / 2 + self.tall[person]


def laid_out(
    family: Family, last: Sequence[Sequence[str]] | None = None, wishes: Sequence[tuple[str, str]] = ()
) -> Layout:
    """Lay out a family: afresh, or from the order of the last drawing with newcomers let in.

    `wishes` are pairs of ids of one row, the first of whom is to stand to the left; birth order goes before them.
    """
    family = in_order(family)
    frame = frame_of(family, last or ())
    if not family.persons:
        return Layout(family, (), {}, {}, {}, Lines(), [], {}, {}, {}, frame)
    if last:
        return _placed(frame, order_kept(frame, last, wishes))
    costs = Costs(frame, wishes)
    found = [(_placed(frame, rows), costs.total(rows)) for rows in best_orders(frame, wishes, MOST_LOOKED_AT)]
    return min(found, key=lambda each: (*each[0].flaws, each[1], each[0].order))[0]


def _placed(frame: Frame, rows: Rows) -> Layout:
    """Everything in its place; a drawing too wide for A4 once more, with narrower names and less between them."""
    layout = _spread(frame, rows, WIDEST, gap_of(rows))
    return layout if layout.width <= FITS_A4 else _spread(frame, rows, NARROW, TIGHT)


def _spread(frame: Frame, rows: Rows, widest: float, gap: float) -> Layout:
    people = frame.family.persons
    years = {person.id: years_of(person) for person in people}
    names = {person.id: label_of(person, widest) for person in people}
    tall = {
        person.id: LINE * len(names[person.id]) + (LINE - 1) * bool(years[person.id]) + (4 if names[person.id] else 2)
        for person in people
    }
    column = columns(frame, names, years)
    x = positions(frame, rows, column, gap)
    lines = lines_of(frame, rows, x, tall)
    y = {token: lines.y[at] for at, row in enumerate(rows) for token in row}
    order = tuple(tuple(token for token in row if not frame.is_passage(token)) for row in rows)
    return Layout(
        frame.family, order, x, y, column, lines, crossings(lines.lines), names, years, tall, frame
    )  # fmt: skip


def label_of(person: Person, widest: float = WIDEST) -> tuple[str, ...]:
    """The lines of a name under a symbol, and of a gender in own words; nothing for a pregnancy without a name."""
    lines = name_lines(person.name, FONT, widest, MOST_LINES)
    lines = lines if lines or person.pregnancy else ("Name", "not known")
    return (*lines, *name_lines(person.says, FONT, widest, MOST_LINES))


def years_of(person: Person) -> str:
    """2008; 1955–2019; due Feb 2027."""
    if person.pregnancy == CURRENT and not person.birth:
        return ""
    if person.pregnancy == CURRENT:
        return (
            f"due {in_words(person.birth[:7])[:3]} {person.birth[:4]}"
            if len(person.birth) > 4
            else f"due {person.birth}"
        )
    born, died = person.birth[:4], person.death[:4] or "?" * person.has_died
    if died and born != died:
        return f"{born or '?'}–{died}"
    return born

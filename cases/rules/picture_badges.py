"""What is drawn on top of a genogram: numbers beside whoever has a school, a surgery or a worker, and what they mean.

A number is small and stands at the upper left of a symbol; the list of what they mean stands beside the picture, so
that nothing is told by the drawing alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from cases.rules.genogram import pen
from cases.rules.genogram.family import Family
from cases.rules.genogram.layout import Layout
from cases.rules.genogram.lines import half_size, symbol_size
from cases.rules.genogram.telling import name_of
from cases.rules.genogram.text import plain, width

SIZE, HIGH = 8.5, 11.0
MOST = 4
"""Numbers beside one person; of more, a "+" says so, and the list has them all."""


@dataclass(frozen=True)
class Around:
    """Somebody or something around the family: its number, what it is, and around whom of those who are drawn."""

    number: int
    name: str
    what: str
    people: tuple[str, ...]
    """Ids."""
    names: tuple[str, ...]


def around(family: Family) -> list[Around]:
    """Everything around a family, numbered: who works with them first, then schools, surgeries and the like."""
    names = {person.id: name_of(person) for person in family.persons}
    homes = {home.id: home.members for home in family.homes}
    found = [(each.name, each.role, each.works_with) for each in family.professionals]
    for agency in sorted(family.agencies, key=lambda each: (each.kind, each.name, each.id)):
        tied = [who for tie in family.ties if tie.agency == agency.id for who in homes.get(tie.to, (tie.to,))]
        found.append((agency.name, agency.kind.replace("-", " "), tuple(tied)))
    return [
        Around(at, plain(name), plain(what), here, tuple(names[who] for who in here))
        for at, (name, what, people) in enumerate(found, 1)
        if (here := tuple(who for who in dict.fromkeys(people) if who in names))
    ]


def numbers(layout: Layout, lines: list[Around]) -> str:
    """The numbers, as SVG to lay on top of the drawing of this layout."""
    said: dict[str, list[str]] = {}
    for line in lines:
        for who in line.people:
            said.setdefault(who, []).append(str(line.number))
    parts = []
    for who, (x, y, half) in sorted(places(layout).items()):
        if who in said:
            text = " ".join(said[who][:MOST]) + (" +" if len(said[who]) > MOST else "")
            wide = width(text, SIZE) + 6
            right, low = x - half * 0.55, y - half + 3
            parts.append(
                pen.box(right - wide, low - HIGH, right, low, fill=pen.WHITE, stroke=pen.GREY, stroke_width=0.8, rx=3)
            )
            parts.append(pen.words(text, right - wide / 2, low - 2.5, SIZE, font_weight="bold"))
    return pen.group(parts, data_layer="around", aria_hidden="true")


def places(layout: Layout) -> Mapping[str, tuple[float, float, float]]:
    """Where everybody stands: the middle of their symbol, and half its size, in pixels."""
    return {
        person.id: (
            layout.x[person.id],
            layout.y[person.id],
            half_size(symbol_size(person.pregnancy, person.is_stillborn)),
        )
        for person in layout.family.persons
    }


def laid_on(svg: str, layers: str) -> str:
    """A drawing with layers on top of it."""
    return f"{svg.removesuffix('</svg>')}{layers}</svg>" if layers else svg

"""Who and what is around the family, and who has parental responsibility: a layer that moves nobody.

Everybody around them has a number, small, at the upper left of each symbol they are around; beneath the drawing stands
what the numbers mean. Parental responsibility is a PR at the lower right. All of it is in the tables as well.
"""

from dataclasses import dataclass

from cases.rules.genogram import pen
from cases.rules.genogram.family import Family
from cases.rules.genogram.layout import Layout
from cases.rules.genogram.lines import half_size, symbol_size
from cases.rules.genogram.positions import SYMBOL
from cases.rules.genogram.telling import RelationRow, kind_of, lowered, name_of
from cases.rules.genogram.text import plain, width, wrapped

SIZE, LINE, MOST_LINES = 10.0, 15.0, 4
BADGE, HIGH = 8.5, 11.0
MOST = 4
"""Numbers beside one person; of more, a "+" says so, and the list has them all."""
RESPONSIBLE = "PR"
MEANING = "parental responsibility for a child at the centre"
"""REFERENCE 8.2: the badge of parental responsibility, in words and not in colour."""


@dataclass(frozen=True)
class Around:
    """Somebody or something around the family: its number, what it is, and around whom of those who are drawn."""

    id: str
    number: int
    name: str
    what: str
    people: tuple[str, ...]
    """Ids."""


def around(family: Family) -> list[Around]:
    """Everything around a family, numbered: who works with them first, then schools, surgeries and the like."""
    known = family.by_id()
    homes = {home.id: home.members for home in family.homes}
    found = [(each.id, each.name, lowered(each.role), each.works_with) for each in family.professionals]
    for agency in sorted(family.agencies, key=lambda each: (each.kind, each.name, each.id)):
        tied = [who for tie in family.ties if tie.agency == agency.id for who in homes.get(tie.to, (tie.to,))]
        found.append((agency.id, agency.name, kind_of(agency.kind), tuple(tied)))
    lines: list[Around] = []
    for key, name, what, people in found:
        if here := tuple(who for who in dict.fromkeys(people) if who in known):
            lines.append(Around(key, len(lines) + 1, plain(name), plain(what), here))
    return lines


def worker_rows(family: Family) -> list[RelationRow]:
    """The same as lines of the table of relationships, in which schools, surgeries and the like are in any case."""
    called = {person.id: name_of(person) for person in family.persons}
    rows = [
        RelationRow("professional", plain(each.name), f"{lowered(each.role)} for", called[child])
        for each in family.professionals
        for child in each.works_with
        if child in called
    ]
    return rows + [
        RelationRow("responsible", called[one], "has parental responsibility for", called[other])
        for one, other in family.responsible
    ]


def workers(family: Family, left: float, top: float, wide: float) -> tuple[str, float]:
    """What every number means, with whom it is around, as SVG; and how high it is."""
    called = {person.id: name_of(person) for person in family.persons}
    parts = [pen.path(((left, top), (left + wide, top)), stroke=pen.GREY, stroke_width=0.5)]
    y = top + LINE
    for line in around(family):
        who = ", ".join(called[each] for each in line.people)
        what = f", {line.what}" if line.what else ""
        inside = []
        for words in wrapped(f"{line.number} {line.name}{what}: {who}", SIZE, wide, MOST_LINES):
            inside.append(pen.words(words, left, y, SIZE, text_anchor="start"))
            y += LINE
        parts.append(pen.group(inside, data_around=line.id))
    if holders(family):
        parts.append(pen.words(f"{RESPONSIBLE}: {MEANING}", left, y, SIZE, text_anchor="start"))
        y += LINE
    return pen.group(parts, data_layer="professionals"), y - top


def holders(family: Family) -> list[str]:
    """Whoever has parental responsibility for a child at the centre."""
    index = {person.id for person in family.index}
    return sorted({one for one, child in family.responsible if child in index})


def badges(layout: Layout) -> str:
    """A small PR at the lower right of whoever has parental responsibility, and the numbers at the upper left."""
    parts = []
    for who in holders(layout.family):
        x, y = layout.x[who] + SYMBOL / 2 - 3, layout.y[who] + SYMBOL / 2 + 1
        ground = pen.box(x - 1, y - 7.5, x + width(RESPONSIBLE, BADGE) + 1, y + 1.5, fill=pen.WHITE, stroke="none")
        badge = pen.words(RESPONSIBLE, x, y, BADGE, text_anchor="start", font_weight="bold")
        parts.append(pen.group([ground, badge], data_responsible=who))
    return pen.group([*parts, *_numbers(layout)], data_layer="around", aria_hidden="true")


def tops(layout: Layout) -> list[tuple[float, float]]:
    """The upper left corners of the numbers, which the edge of the drawing must hold."""
    return [(left, top) for _, _, (left, top, _, _) in _places(layout)]


def _numbers(layout: Layout) -> list[str]:
    parts = []
    for who, text, (left, top, right, low) in _places(layout):
        ground = pen.box(left, top, right, low, fill=pen.WHITE, stroke=pen.GREY, stroke_width=0.8, rx=3)
        said = pen.words(text, (left + right) / 2, low - 2.5, BADGE, font_weight="bold")
        parts.append(pen.group([ground, said], data_numbers=who))
    return parts


def _places(layout: Layout) -> list[tuple[str, str, tuple[float, float, float, float]]]:
    """Around whom there is somebody, their numbers, and the box these stand in: left, top, right, bottom."""
    said: dict[str, list[str]] = {}
    for line in around(layout.family):
        for who in line.people:
            said.setdefault(who, []).append(str(line.number))
    found = []
    for person in layout.family.persons:
        if person.id in said:
            numbers = said[person.id]
            text = " ".join(numbers[:MOST]) + (" +" if len(numbers) > MOST else "")
            half = half_size(symbol_size(person.pregnancy, person.is_stillborn))
            right, low = layout.x[person.id] - half * 0.55, layout.y[person.id] - half + 3
            found.append((person.id, text, (right - width(text, BADGE) - 6, low - HIGH, right, low)))
    return found

"""Who works with the family, and who has parental responsibility: a layer that moves nobody."""

from cases.rules.genogram import pen
from cases.rules.genogram.family import Family
from cases.rules.genogram.layout import Layout
from cases.rules.genogram.positions import SYMBOL
from cases.rules.genogram.telling import RelationRow, name_of
from cases.rules.genogram.text import plain, width, wrapped

SIZE, LINE, MOST_LINES = 10.0, 15.0, 4
RESPONSIBLE = "PR"
MEANING = "parental responsibility for a child at the centre"
"""REFERENCE 8.2: the badge of parental responsibility, in words and not in colour."""


def worker_rows(family: Family) -> list[RelationRow]:
    """The same as lines of the table of relationships."""
    called = {person.id: name_of(person) for person in family.persons}
    rows = [
        RelationRow("professional", plain(each.name), f"{each.role.lower()} for", called[child])
        for each in family.professionals
        for child in each.works_with
        if child in called
    ]
    return rows + [
        RelationRow("responsible", called[one], "has parental responsibility for", called[other])
        for one, other in family.responsible
    ]


def workers(family: Family, left: float, top: float, wide: float) -> tuple[str, float]:
    """Everybody who works with the family, each with the children, as SVG; and how high it is."""
    called = {person.id: name_of(person) for person in family.persons}
    parts = [pen.path(((left, top), (left + wide, top)), stroke=pen.GREY, stroke_width=0.5)]
    y = top + LINE
    for each in family.professionals:
        children = ", ".join(called[child] for child in each.works_with if child in called)
        inside = []
        for line in wrapped(f"{plain(each.name)}, {each.role.lower()}: {children}", SIZE, wide, MOST_LINES):
            inside.append(pen.words(line, left, y, SIZE, text_anchor="start"))
            y += LINE
        parts.append(pen.group(inside, data_professional=each.id))
    if family.responsible:
        parts.append(pen.words(f"{RESPONSIBLE}: {MEANING}", left, y, SIZE, text_anchor="start"))
        y += LINE
    return pen.group(parts, data_layer="professionals"), y - top


def badges(layout: Layout) -> str:
    """A small PR at the lower right of whoever has parental responsibility for a child at the centre."""
    index = {person.id for person in layout.family.index}
    holders = sorted({one for one, child in layout.family.responsible if child in index})
    parts = []
    for who in holders:
        x, y = layout.x[who] + SYMBOL / 2 - 3, layout.y[who] + SYMBOL / 2 + 1
        ground = pen.box(x - 1, y - 7.5, x + width(RESPONSIBLE, 8.5) + 1, y + 1.5, fill=pen.WHITE, stroke="none")
        badge = pen.words(RESPONSIBLE, x, y, 8.5, text_anchor="start", font_weight="bold")
        parts.append(pen.group([ground, badge], data_responsible=who))
    return pen.group(parts, data_layer="responsible")

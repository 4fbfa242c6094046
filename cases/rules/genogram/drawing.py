"""The whole genogram as one SVG text: the same facts and the same stored order give the same bytes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from cases.rules.genogram import (
    draw_culture,
    draw_feelings,
    draw_homes,
    draw_lines,
    draw_people,
    draw_workers,
    legend,
    pen,
)
from cases.rules.genogram.costs import Rows
from cases.rules.genogram.draw_people import title
from cases.rules.genogram.draw_workers import worker_rows
from cases.rules.genogram.family import Family
from cases.rules.genogram.feelings import ways
from cases.rules.genogram.homes import loops
from cases.rules.genogram.layout import Layout, laid_out
from cases.rules.genogram.positions import FONT, SYMBOL
from cases.rules.genogram.telling import RelationRow, relation_rows, spoken, summary_of, title_of

FONTS = "Liberation Sans, Arial, Helvetica, sans-serif"
EDGE = 14.0


@dataclass(frozen=True)
class Layers:
    """What is drawn besides people and kinship."""

    households: bool = True
    feelings: bool = True
    of_person: str = ""
    """Only the emotional lines of this person."""
    legend: bool = True
    professionals: bool = False
    """Who and what is around whom, and who has parental responsibility, as far as the facts tell of it."""
    culture: Mapping[str, Sequence[draw_culture.Root]] = field(default_factory=dict)
    """Roots that people named, by id (`readings.culture.culture_rings`); nobody's when the layer is off."""


@dataclass(frozen=True)
class Drawing:
    """A drawn genogram."""

    svg: str
    order: Rows
    """Ids from left to right in each row: to be stored, and given to the next drawing as `last`."""
    width: float
    height: float
    crossings: int
    layout: Layout = field(repr=False)


def draw(
    family: Family,
    last: Sequence[Sequence[str]] | None = None,
    wishes: Sequence[tuple[str, str]] = (),
    layers: Layers | None = None,
) -> Drawing:
    """Draw a family: afresh, or from the order of the last drawing (`last`) with newcomers let in.

    `wishes` are nudges: pairs of ids of one row, the first to stand to the left. Draw only what its readers may see:
    `sharing.shared_with_family` and `days.told_on` choose the facts before they come here.
    """
    layers = layers or Layers()
    if not family.persons:
        return _nobody(family)
    layout = laid_out(_with_layers(family, layers), last, wishes)
    loop = loops(layout) if layers.households else []
    spots = draw_homes.name_spots(layout, loop)
    way = ways(layout, [spot.box for spot in spots if spot])
    corners = [corner for spot in spots if spot for corner in (spot.box[:2], spot.box[2:])]
    corners += [point for each in loop for point in each.points]
    places = {who: (layout.x[who], layout.y[who], SYMBOL / 2) for who in layout.x if who in layout.names}
    corners += draw_culture.tops(layers.culture, places)
    corners += draw_workers.tops(layout) if layers.professionals else []
    edges = _edges(layout, [*corners, *(point for each in way for point in each.points)])
    told = title_of(layout.family)
    inside = [
        title(told),
        title(summary_of(layout.family), name="desc"),
    ]
    body = [
        draw_homes.homes(loop),
        draw_lines.lines(layout),
        draw_people.people(layout, spoken(layout.family)),
        draw_culture.culture(layers.culture, places),
        draw_homes.names(spots),
        draw_feelings.feelings(way),
    ]
    left, top, right, bottom = edges
    if layers.professionals and (layout.family.professionals or layout.family.agencies or layout.family.responsible):
        block, height = draw_workers.workers(layout.family, left + EDGE, bottom, right - left - 2 * EDGE)
        body += [draw_workers.badges(layout), block]
        bottom += height
    if layers.legend:
        more = draw_culture.entries(layers.culture, places)
        key, height = legend.legend(layout.family, left + EDGE, bottom, right - left - 2 * EDGE, more)
        body.append(key)
        bottom += height
    inside.append(pen.box(left, top, right, bottom, fill=pen.WHITE, stroke="none"))
    svg = pen.tag(
        "svg", "".join([*inside, *body]), xmlns="http://www.w3.org/2000/svg", role="group", aria_label=told,
        viewBox=" ".join(pen.number(each) for each in (left, top, right - left, bottom - top)),
        width=right - left, height=bottom - top, font_family=FONTS, font_size=FONT, fill="none", stroke=pen.INK,
        stroke_width=1.5,
    )  # fmt: skip
    return Drawing(svg, layout.order, right - left, bottom - top, len(layout.crossings), layout)


def relations_drawn(family: Family, layers: Layers | None = None) -> list[RelationRow]:
    """The table of relationships beside such a drawing: whatever it says, and no layer it does not have."""
    return relation_rows(family) + (worker_rows(family) if layers and layers.professionals else [])


def _nobody(family: Family) -> Drawing:
    """A drawing of a family of which nothing may be shown."""
    told = title_of(family)
    svg = pen.tag("svg", title(told), xmlns="http://www.w3.org/2000/svg", role="group", aria_label=told,
                  viewBox="0 0 100 50", width=100, height=50)  # fmt: skip
    return Drawing(svg, (), 100.0, 50.0, 0, laid_out(family))


def _with_layers(family: Family, layers: Layers) -> Family:
    """Without what is not to be drawn. Homes stay for the order of people, so that a layer moves nobody."""
    feelings = family.feelings if layers.feelings else ()
    if layers.of_person:
        feelings = tuple(each for each in feelings if layers.of_person in (each.a, each.b))
    return replace(family, feelings=feelings)


def _edges(layout: Layout, points: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of everything drawn, with a margin."""
    xs = [layout.x[p] + side * layout.column[p] / 2 for p in layout.column for side in (-1, 1)]
    xs += [x for x, _ in points]
    ys = [0.0 + EDGE, layout.lines.bottom, *(y for _, y in points)]
    left, right = round(min(xs) - EDGE), round(max(xs) + EDGE)
    return float(left), float(round(min(ys) - EDGE)), float(right), float(round(max(ys) + EDGE))

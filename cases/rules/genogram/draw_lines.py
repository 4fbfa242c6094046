"""Lines drawn: partnerships with their dates and slashes, children, twins, and a hop where two must cross."""

from collections.abc import Iterable

from cases.rules.genogram import pen
from cases.rules.genogram.family import ADOPTED, BIRTH, FOSTERED, Union
from cases.rules.genogram.layout import Layout
from cases.rules.genogram.lines import Line
from cases.rules.genogram.text import width

LONG_DASH, SHORT_DASH = "9 4", "3 3"
LASTING = frozenset({"married", "civil_partnership"})
TOGETHER = frozenset({"cohabiting", "relationship"})
SLASHES = {"separated": 1, "ended": 1, "divorced": 2}
DATES = 8.5
HOP = 4.5


def lines(layout: Layout) -> str:
    """Every line of kinship, and what stands on it."""
    unions = {union.id: union for union in layout.family.unions}
    parts = []
    for line in layout.lines.lines:
        if line.is_descent:
            child = {"data_child": line.child} if line.child else {}
            dash = dash_of_parentage(line.kind) if line.child else ""
            parts.append(pen.path(line.points, data_descent=line.union, stroke_dasharray=dash, **child))
        else:
            parts.append(pen.path(line.points, data_union=line.union, stroke_dasharray=dash_of(unions[line.union])))
    parts += _identical(layout)
    parts += _hops(layout)
    for union, bar in layout.lines.bars.items():
        parts += _on_the_bar(layout, unions[union], bar)
    return pen.group(parts, data_layer="lines")


def dash_of(union: Union) -> str:
    """Solid when they married, long dashes when they live or lived together, short ones otherwise."""
    return "" if union.kind in LASTING else LONG_DASH if union.kind in TOGETHER else SHORT_DASH


def dash_of_parentage(kind: str) -> str:
    """Solid by birth, dashed by adoption, dotted when fostered, long dashes for other care."""
    return {BIRTH: "", ADOPTED: "6 4", FOSTERED: "1.5 4"}.get(kind, "10 3 2 3")


def dates_of(union: Union) -> str:
    """2006–11; 1980–2019; 2019; nothing when neither is known."""
    start, end = union.start[:4], union.end[:4]
    if not end:
        return start
    return f"{start or '?'}–{end[2:] if start[:2] == end[:2] and start != end else end}"


def _on_the_bar(layout: Layout, union: Union, bar: tuple[float, float, float, float]) -> list[str]:
    left, right, low, drop = bar
    parts = []
    if union.is_of_one_blood:
        parts.append(pen.path(((left, low - 3), (right, low - 3)), data_union=union.id))
    spots = _free(left, right, [drop, *_upright(layout, left, right, low - 7, low + 7)])
    slashes = SLASHES.get(union.status, 0)
    slash_at = None
    if slashes:
        start, end = max(spots, key=lambda spot: (min(spot[1] - spot[0], 30.0), spot[0]))
        slash_at = (start + end) / 2 if end - start > 36 else end - 3 - 3 * slashes
        for at in range(slashes):
            x = slash_at + (at - (slashes - 1) / 2) * 5
            parts.append(
                pen.path(((x - 3, low + 6), (x + 3, low - 6)), data_union=union.id, data_part="slash")
            )  # fmt: skip
    return parts + _dates(union, layout, bar, slash_at)


def _dates(union: Union, layout: Layout, bar: tuple[float, float, float, float], slash: float | None) -> list[str]:
    """The dates above the bar, where no line runs through them; left to the tables where there is no room."""
    left, right, low, _ = bar
    taken = _upright(layout, left, right, low - 11, low - 2)
    if slash is not None:
        taken += [slash - 5, slash + 5]
    for text in (dates_of(union), union.start[:4]):
        wide = width(text, DATES) + 1
        spots = [spot for spot in _free(left, right, taken) if spot[1] - spot[0] >= wide]
        if text and spots:
            start, end = max(spots, key=lambda spot: (spot[1] - spot[0], -spot[0]))
            lift = 4.5 if union.is_of_one_blood else 2.5
            return [pen.words(text, (start + end) / 2, low - lift, DATES, fill=pen.GREY)]
    return []


def _upright(layout: Layout, left: float, right: float, top: float, bottom: float) -> list[float]:
    """Where upright lines pass between two places and two heights."""
    found = []
    for line in layout.lines.lines:
        for (a, b), (c, d) in zip(line.points, line.points[1:], strict=False):
            if a == c and left < a < right and min(b, d) < bottom and max(b, d) > top:
                found.append(a)
    return found


def _free(left: float, right: float, taken: Iterable[float]) -> list[tuple[float, float]]:
    """The pieces of a bar between what stands on it."""
    edges = [left, *sorted(at for at in taken if left < at < right), right]
    return [(a + 1.5, b - 1.5) for a, b in zip(edges, edges[1:], strict=False)]


def _identical(layout: Layout) -> list[str]:
    """A bar between the legs of identical twins."""
    parts = []
    for (_, twin), (point, ends) in sorted(layout.lines.fans.items()):
        if layout.family.multiples[twin].is_identical and len(ends) > 1:
            share = 0.6
            height = point[1] + (min(y for _, y in ends) - point[1]) * share
            places = sorted(point[0] + (x - point[0]) * (height - point[1]) / (y - point[1]) for x, y in ends)
            parts.append(pen.path(((places[0], height), (places[-1], height)), data_part="identical"))
    return parts


def _hops(layout: Layout) -> list[str]:
    """Where two families' lines must cross, the level one hops over the other."""
    parts = []
    for (x, y), _, other in layout.crossings:
        parts.append(
            pen.box(x - HOP, y - HOP - 1, x + HOP, y + 1.2, fill=pen.WHITE, stroke="none", data_part="hop")
        )  # fmt: skip
        parts.append(pen.path(((x, y - HOP - 1), (x, y + 2)), stroke_dasharray=_dash_at(layout, other, x)))
        radius = pen.number(HOP)
        start = f"M{pen.number(x - HOP)} {pen.number(y)}"
        parts.append(pen.tag("path", d=f"{start}a{radius} {radius} 0 0 1 {pen.number(2 * HOP)} 0"))
    return parts


def _dash_at(layout: Layout, union: str, x: float) -> str:
    found = [line for line in layout.lines.lines if line.union == union and _is_at(line, x)]
    return dash_of_parentage(found[0].kind) if found and found[0].child else ""


def _is_at(line: Line, x: float) -> bool:
    return any(a == c == x for (a, _), (c, _) in zip(line.points, line.points[1:], strict=False))

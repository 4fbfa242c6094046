"""Emotional lines drawn: never told apart by colour alone."""

import math
from collections.abc import Sequence

from cases.rules.genogram import pen
from cases.rules.genogram.feelings import Way
from cases.rules.genogram.lines import Point
from cases.rules.genogram.telling import FEELINGS, is_one_way
from cases.rules.genogram.text import width

PARALLEL = {
    "close": (-2.0, 2.0),
    "very_close": (-3.5, 0.0, 3.5),
    "fused": (-3.5, 0.0, 3.5),
    "close_conflict": (-5.5, 5.5),
}
ZIGZAG = {"conflict": (5.0, 5.0), "close_conflict": (3.5, 5.0), "hostile": (5.0, 2.6), "abuse": (5.0, 5.0)}
"""How far a zigzag swings and how long each stroke is."""
DASHES = {"distant": "1.5 5", "neglect": "7 5"}
COLOURS = {"close": pen.GREEN, "very_close": pen.GREEN, "fused": pen.GREEN, "distant": pen.GREY, "repaired": pen.GREEN}
STEP = 7.0
ARROW = 9.0


def feelings(ways: Sequence[Way]) -> str:
    """Every emotional line, as a layer of its own."""
    return pen.group((_feeling(way) for way in ways), data_layer="emotional")


def _feeling(way: Way) -> str:
    kind = way.feeling.kind
    key = f"{way.feeling.a}:{way.feeling.b}:{kind}"
    return "".join(strokes(kind, way.points, is_one_way(way.feeling), data_emotional=key))


def colour_of(kind: str) -> str:
    """Green for warm, grey for distant, red for strained."""
    return COLOURS.get(kind, pen.RED if kind in FEELINGS else pen.GREY)


def strokes(kind: str, points: Sequence[Point], is_directed: bool, **values: pen.Value) -> list[str]:
    """The pattern of one kind along a way."""
    colour = colour_of(kind)
    given: dict[str, pen.Value] = {"stroke": colour, "stroke_width": 1.4, **values}
    way = _walked(points, STEP)
    shape = "abuse" if kind.endswith("abuse") else kind
    if is_directed:
        way = _walked(_shortened(points, ARROW - 2), STEP)
    parts = [pen.path(_beside(way, off), **given) for off in PARALLEL.get(shape, ())]
    if shape in ZIGZAG:
        swing, stroke = ZIGZAG[shape]
        parts.append(pen.path(_zigzag(_walked(way, stroke), swing, is_directed), stroke_linejoin="round", **given))
    if not parts:
        caps: dict[str, pen.Value] = {"stroke_linecap": "round"} if shape == "distant" else {}
        parts = _broken(way, given, shape) if shape in ("cut_off", "repaired") else [
            pen.path(way, stroke_dasharray=DASHES.get(shape, ""), **caps, **given)
        ]  # fmt: skip
    if is_directed:
        parts.append(_head(points, colour, is_square=shape == "controlling"))
    if kind.endswith("_abuse"):
        parts += _named(way, FEELINGS.get(kind, ""), colour)
    return parts


def _broken(way: Sequence[Point], given: dict[str, pen.Value], shape: str) -> list[str]:
    """A line that stops in the middle before two bars; a ring between them when it was repaired."""
    middle = _length(way) / 2
    x, y, along = _place(way, middle)
    first = [point for point, at in _measured(way) if at < middle - 4]
    second = [point for point, at in _measured(way) if at > middle + 4]
    parts = []
    for off, part in ((-4.0, [*first, _off(x, y, along, -4.0, 0.0)]), (4.0, [_off(x, y, along, 4.0, 0.0), *second])):
        parts.append(pen.path(part, **given))
        bar = (_off(x, y, along, off, -7.0), _off(x, y, along, off, 7.0))
        parts.append(pen.path(bar, stroke=given["stroke"], stroke_width=1.8, data_part="cut"))
    if shape == "repaired":
        parts.append(pen.tag("circle", cx=x, cy=y, r=3.0, stroke=given["stroke"], fill=pen.WHITE))
    return parts


def _head(points: Sequence[Point], colour: str, is_square: bool) -> str:
    """An arrowhead at the person who is meant."""
    x, y, along = _place(points, _length(points))
    if is_square:
        corners = [_off(x, y, along, *at) for at in ((0, 4), (0, -4), (-8, -4), (-8, 4))]
    else:
        corners = [(x, y), _off(x, y, along, -ARROW, 5), _off(x, y, along, -ARROW, -5)]
    return pen.tag("polygon", points=" ".join(f"{pen.number(a)},{pen.number(b)}" for a, b in corners),
                   fill=colour, stroke="none")  # fmt: skip


def _named(way: Sequence[Point], text: str, colour: str) -> list[str]:
    x, y, _ = _place(way, _length(way) / 2)
    wide = width(text, 8.5) / 2 + 2
    ground = pen.box(x - wide, y - 6, x + wide, y + 5, fill=pen.WHITE, stroke="none")
    return [ground, pen.words(text, x, y + 3, 8.5, fill=colour)]


# ----- along a way


def _length(way: Sequence[Point]) -> float:
    return sum(math.dist(a, b) for a, b in zip(way, way[1:], strict=False))


def _measured(way: Sequence[Point]) -> list[tuple[Point, float]]:
    found, far = [(way[0], 0.0)], 0.0
    for a, b in zip(way, way[1:], strict=False):
        far += math.dist(a, b)
        found.append((b, far))
    return found


def _place(way: Sequence[Point], far: float) -> tuple[float, float, float]:
    """The point so far along a way, and the direction there."""
    for (a, start), (b, end) in zip(_measured(way), _measured(way)[1:], strict=False):
        if end >= far - 1e-6 and end > start:
            share = (far - start) / (end - start)
            angle = math.atan2(b[1] - a[1], b[0] - a[0])
            return a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]), angle
    return *way[-1], math.atan2(way[-1][1] - way[0][1], way[-1][0] - way[0][0])


def _walked(way: Sequence[Point], step: float) -> list[Point]:
    """Points at even distances along a way, both ends among them."""
    length = _length(way)
    many = max(2, round(length / step))
    places = _measured(way)
    found, at = [], 0
    for each in range(many + 1):
        far = length * each / many
        while at + 2 < len(places) and places[at + 1][1] < far:
            at += 1
        (a, start), (b, end) = places[at], places[at + 1]
        share = (far - start) / (end - start) if end > start else 0.0
        found.append((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))
    return found


def _shortened(way: Sequence[Point], by: float) -> list[Point]:
    length = _length(way) - by
    x, y, _ = _place(way, length)
    return [*(point for point, at in _measured(way) if at < length - 0.5), (x, y)]


def _beside(way: Sequence[Point], off: float) -> list[Point]:
    found = []
    for at, (x, y) in enumerate(way):
        a, b = way[max(at - 1, 0)], way[min(at + 1, len(way) - 1)]
        found.append(_off(x, y, math.atan2(b[1] - a[1], b[0] - a[0]), 0.0, off))
    return found


def _zigzag(way: Sequence[Point], swing: float, is_directed: bool) -> list[Point]:
    """From side to side; level at both ends, and a little longer before an arrowhead."""
    left, right = _beside(way, swing), _beside(way, -swing)
    last = len(way) - 1
    return [way[at] if at in (0, last, last - is_directed) else (left, right)[at % 2][at] for at in range(last + 1)]


def _off(x: float, y: float, along: float, far: float, aside: float) -> Point:
    return x + far * math.cos(along) - aside * math.sin(along), y + far * math.sin(along) + aside * math.cos(along)

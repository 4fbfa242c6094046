"""Household loops drawn: dashed, with rounded corners and the name of the home on the line."""

from collections.abc import Sequence
from dataclasses import dataclass

from cases.rules.genogram import pen
from cases.rules.genogram.homes import Loop
from cases.rules.genogram.layout import Layout
from cases.rules.genogram.lines import Point
from cases.rules.genogram.text import plain, shortened, width

ROUND = 10.0
NAME = 9.5
DASHES = ("7 4", "12 4", "4 3", "12 4 3 4")
LONGEST = 150.0
LEG, BESIDE = 4.0, 18.0
"""How far from a leg a name stands that would be on it, and what that costs."""


def homes(loops: Sequence[Loop]) -> str:
    """The outlines, beneath everything else."""
    return pen.group((_loop(each, at) for at, each in enumerate(loops)), data_layer="households")


@dataclass(frozen=True)
class NameSpot:
    """Where the name of a home stands: its left, top, right and bottom edge."""

    text: str
    box: tuple[float, float, float, float]
    is_on_line: bool


def name_spots(layout: Layout, loops: Sequence[Loop]) -> list[NameSpot | None]:
    """A place for the name of each home: on its line where nothing else is, or just outside."""
    found: list[NameSpot | None] = []
    for loop in loops:
        text = plain(loop.home.label)
        text = text if width(text, NAME) <= LONGEST else shortened(text, NAME, LONGEST)
        taken = [each.box for each in found if each]
        found.append(_spot(layout, loop.points, text, taken) if text else None)
    return found


def names(spots: Sequence[NameSpot | None]) -> str:
    """The names of the homes, above everything."""
    parts = []
    for at, spot in enumerate(spots):
        if spot:
            left, top, right, bottom = spot.box
            if spot.is_on_line:
                parts.append(pen.box(left, top, right, bottom, fill=pen.WHITE, stroke="none"))
            middle = (left + right) / 2
            parts.append(pen.words(spot.text, middle, bottom - 2.7, NAME, fill=pen.HOMES[at % 4]))
    return pen.group(parts, data_layer="household-names")


def _loop(loop: Loop, at: int) -> str:
    colour = pen.HOMES[at % 4]
    return pen.tag("path", d=_rounded(loop.points), data_household=loop.home.id, stroke=colour,
                   stroke_dasharray=DASHES[at % 4], fill=colour, fill_opacity="0.05")  # fmt: skip


def _rounded(points: Sequence[Point]) -> str:
    """A closed line with its corners taken off."""
    steps: list[str] = []
    around = zip([points[-1], *points[:-1]], points, [*points[1:], points[0]], strict=True)
    for before, (x, y), after in around:
        far = [abs(x - each[0]) + abs(y - each[1]) for each in (before, after)]
        radius = min(ROUND, far[0] / 2, far[1] / 2)
        start = _towards((x, y), before, radius)
        end = _towards((x, y), after, radius)
        steps.append(f"{'L' if steps else 'M'}{_at(start)}Q{_at((x, y))} {_at(end)}")
    return "".join(steps) + "Z"


def _towards(point: Point, other: Point, far: float) -> Point:
    long = abs(point[0] - other[0]) + abs(point[1] - other[1]) or 1.0
    return point[0] + (other[0] - point[0]) * far / long, point[1] + (other[1] - point[1]) * far / long


def _at(point: Point) -> str:
    return f"{pen.number(point[0])} {pen.number(point[1])}"


def _spot(
    layout: Layout, points: Sequence[Point], text: str, taken: Sequence[tuple[float, float, float, float]]
) -> NameSpot:
    """The best place for a name: near the top left, over nothing else."""
    wide = width(text, NAME) + 6
    tried = []
    for (a, b), (c, d) in zip(points, [*points[1:], points[0]], strict=True):
        if b != d:
            continue
        left, right = min(a, c), max(a, c)
        is_under = a > c
        # On the line, and beside it outside the loop, at a few places along it.
        for share in (0.0, 0.25, 0.5, 0.75, 1.0):
            if right - left >= wide + 16:
                x = left + 8 + share * (right - left - 16 - wide)
                tried.append((share * 0.5, NameSpot(text, (x, b - 6, x + wide, b + 6), is_on_line=True)))
            x = left + share * (right - left - wide)
            y = b + 8 if is_under else b - 8
            tried.append(
                (
                    8 + share * 0.5 + 20 * (right - left < 40),
                    NameSpot(text, (x, y - 6, x + wide, y + 6), is_on_line=False),
                )
            )
        # Of one person's home a leg comes down on the middle: beside it.
        for x in ((left + right) / 2 + LEG, (left + right) / 2 - LEG - wide):
            y = b + 8 if is_under else b - 8
            tried.append((BESIDE, NameSpot(text, (x, y - 6, x + wide, y + 6), is_on_line=False)))
    top = min(y for _, y in points)

    def cost(dear: float, spot: NameSpot) -> float:
        return dear + (spot.box[1] - top) * 0.012 + _cost(layout, spot.box, taken)

    return min(tried, key=lambda each: (cost(*each), each[1].box))[1]


def _cost(
    layout: Layout, spot: tuple[float, float, float, float], taken: Sequence[tuple[float, float, float, float]]
) -> float:
    """What a name would stand on."""
    left, top, right, bottom = spot
    cost = sum(60.0 for a, b, c, d in taken if a < right and left < c and b < bottom and top < d)
    cost += 100.0 * (left < -12)
    for line in layout.lines.lines:
        for (a, b), (c, d) in zip(line.points, line.points[1:], strict=False):
            if min(a, c) < right + 2 and max(a, c) > left - 2 and min(b, d) < bottom and max(b, d) > top:
                cost += 25
    for person in layout.names:
        half = layout.column[person] / 2
        x, y = layout.x[person], layout.y[person]
        if x - half < right and left < x + half and y - 20 < bottom and top < layout.name_end(person):
            cost += 50
    return cost

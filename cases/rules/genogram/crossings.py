"""Where lines of different families cross. Pieces of one family's own lines do not count."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from cases.rules.genogram.lines import Line, Point

NEAR = 1.0
"""Lines that only touch do not cross: the point must lie so far inside both."""

Piece = tuple[float, float, float, float]


def crossings(lines: Iterable[Line]) -> list[tuple[Point, str, str]]:
    """Every crossing: where, the union of the more level line, and the union of the other."""
    flat: list[tuple[str, Piece]] = []
    rest: list[tuple[str, Piece]] = []
    for line in lines:
        for piece in _pieces(line.points):
            (flat if piece[1] == piece[3] else rest).append((line.union, piece))
    found: dict[tuple[object, ...], tuple[Point, str, str]] = {}
    for at, (union, piece) in enumerate(rest):
        for other, level in [*flat, *((u, p) for u, p in rest[at + 1 :] if not p[0] == p[2] == piece[0])]:
            if other != union and (point := _crossed(level, piece)):
                found.setdefault(
                    (round(point[0] / 3), round(point[1] / 3), *sorted((union, other))), (point, other, union)
                )
    return sorted(found.values())


def _pieces(points: tuple[Point, ...]) -> Iterator[Piece]:
    for (a, b), (c, d) in zip(points, points[1:], strict=False):
        if (a, b) != (c, d):
            yield (a, b, c, d) if a <= c else (c, d, a, b)


def _crossed(one: Piece, other: Piece) -> Point | None:
    a, b, c, d = one
    e, f, g, h = other
    if c < e or g < a or max(b, d) < min(f, h) or max(f, h) < min(b, d):
        return None
    turn = (c - a) * (h - f) - (d - b) * (g - e)
    if abs(turn) < 1e-9:
        return None
    along = ((e - a) * (h - f) - (f - b) * (g - e)) / turn
    across = ((e - a) * (d - b) - (f - b) * (c - a)) / turn
    long, wide = ((c - a) ** 2 + (d - b) ** 2) ** 0.5, ((g - e) ** 2 + (h - f) ** 2) ** 0.5
    inside = min(along * long, (1 - along) * long, across * wide, (1 - across) * wide) >= NEAR
    return (a + along * (c - a), b + along * (d - b)) if inside else None


def on_one_another(lines: Iterable[Line]) -> int:
    """How often upright lines of different families run on one another: where nothing was left to place them by."""
    upright = sorted(
        (a, min(b, d), max(b, d), line.union)
        for line in lines
        for (a, b), (c, d) in pairwise(line.points)
        if abs(a - c) < NEAR and b != d
    )
    found = 0
    for at, (x, low, high, union) in enumerate(upright):
        for other, bottom, top, whose in upright[at + 1 :]:
            if other - x > NEAR:
                break
            found += union != whose and min(high, top) - max(low, bottom) > NEAR
    return found

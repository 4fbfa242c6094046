"""The outline of several boxes that touch or overlap, taken together."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

Box = tuple[float, float, float, float]
Point = tuple[float, float]
Cell = tuple[int, int]


class _Grid:
    """The boxes cut along all their edges into cells."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self.xs = sorted({x for box in boxes for x in (box[0], box[2])})
        self.ys = sorted({y for box in boxes for y in (box[1], box[3])})
        self.full: set[Cell] = set()
        for left, top, right, bottom in boxes:
            columns = range(bisect_left(self.xs, left), bisect_left(self.xs, right))
            rows = range(bisect_left(self.ys, top), bisect_left(self.ys, bottom))
            self.full |= {(i, j) for i in columns for j in rows}

    def box(self, cell: Cell) -> Box:
        i, j = cell
        return self.xs[i], self.ys[j], self.xs[i + 1], self.ys[j + 1]


def holes(boxes: Sequence[Box]) -> list[list[Box]]:
    """The boxes of each place that is closed in on all sides and not covered."""
    grid = _Grid(boxes)
    empty = {(i, j) for i in range(-1, len(grid.xs)) for j in range(-1, len(grid.ys)) if (i, j) not in grid.full}
    found = []
    while empty:
        part = _connected(min(empty), empty)
        empty -= part
        if (-1, -1) not in part:
            found.append([grid.box(cell) for cell in sorted(part)])
    return found


def _connected(start: Cell, cells: set[Cell]) -> set[Cell]:
    part, waiting = {start}, [start]
    while waiting:
        i, j = waiting.pop()
        for near in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
            if near in cells and near not in part:
                part.add(near)
                waiting.append(near)
    return part


def outline(boxes: Sequence[Box]) -> tuple[Point, ...]:
    """The corners of the outer edge of what the boxes cover, clockwise; of the largest part, if there are several."""
    grid = _Grid(boxes)
    edges: dict[Cell, list[Cell]] = {}
    for i, j in sorted(grid.full):
        sides = (
            ((i, j), (i + 1, j), (i, j - 1)),
            ((i + 1, j), (i + 1, j + 1), (i + 1, j)),
            ((i + 1, j + 1), (i, j + 1), (i, j + 1)),
            ((i, j + 1), (i, j), (i - 1, j)),
        )
        for start, end, beyond in sides:
            if beyond not in grid.full:
                edges.setdefault(start, []).append(end)
    rings = []
    while edges:
        rings.append(_corners([(grid.xs[i], grid.ys[j]) for i, j in _ring(edges)]))
    return max(rings, key=lambda ring: (_area(ring), ring))


def _ring(edges: dict[Cell, list[Cell]]) -> list[Cell]:
    """One closed way along the edges, which are used up; where two meet it turns so that the way stays simple."""
    start = min(edges)
    ring = [start]
    before = (0, 0)
    while True:
        here = ring[-1]
        ways = edges[here]
        ways.sort(key=lambda to: before[1] * (to[0] - here[0]) - before[0] * (to[1] - here[1]))
        there = ways.pop(0)
        if not ways:
            del edges[here]
        before = (there[0] - here[0], there[1] - here[1])
        if there == start:
            return ring
        ring.append(there)


def _corners(points: Sequence[Point]) -> tuple[Point, ...]:
    """Without the points in the middle of a straight edge."""
    around = zip([points[-1], *points[:-1]], points, [*points[1:], points[0]], strict=True)
    return tuple(b for a, b, c in around if (b[0] - a[0]) * (c[1] - b[1]) != (b[1] - a[1]) * (c[0] - b[0]))


def _area(points: Iterable[Point]) -> float:
    ring = list(points)
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(a * d - b * c for (a, b), (c, d) in pairs)) / 2

"""The ways of emotional lines: bows that leave a person at the side or above and keep away from people and names."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cases.rules.genogram.family import Feeling
from cases.rules.genogram.layout import Layout
from cases.rules.genogram.lines import Point
from cases.rules.genogram.positions import SYMBOL

CELL = 6.0
IN_PERSON, IN_NAME, IN_LINE, ON_BAR, OUTSIDE, PER_PIXEL = 60.0, 30.0, 3.0, 0.5, 12.0, 0.02
STEPS = 48
OFF = SYMBOL / 2 + 4
NEAR, FOLDED, STRAIGHT = 9.0, 120.0, 0.4
"""So near its ends a line is not in anybody's way but its own people's."""
WAYS_OUT = (0, 30, 60, 90, 120, 150, 180, 210, 240, 300, 330)
"""In degrees, anticlockwise from the right; straight down would go through the person's own name."""
BENDS = (0.3, 0.5, 0.8)
FINER_WAYS_OUT = (*range(0, 225, 15), 225, 240, 300, 315, 330, 345)
FINER_BENDS = (0.2, 0.35, 0.5, 0.8, 1.2)
"""Tried as well where every other bow goes through somebody or a name."""
FACING = 75
"""A line whose ends turn less than that together must not bend so far that it folds back on itself."""
TURNED, SHARPLY, LOPSIDED, TOO_SHORT = 0.02, 0.4, 0.015, 30.0
SHORTEST, SHORT = 70.0, 30.0
"""A line shorter than that cannot be told from another kind; parallel lines and dots can be shorter."""
PLAIN = frozenset({"close", "very_close", "fused", "distant"})

Ends = tuple[Point, Point, Point, Point]
"""The two ends of a bow, and between them the two points it is pulled towards."""


@dataclass(frozen=True)
class Way:
    """Where one emotional line runs."""

    feeling: Feeling
    points: tuple[Point, ...]


def ways(layout: Layout, taken: Sequence[tuple[float, float, float, float]] = ()) -> list[Way]:
    """The way of each emotional line between two people of the drawing. `taken` are boxes to keep away from."""
    found = []
    room = _Room(layout)
    for box in taken:
        room.fill(box, IN_NAME)
    for feeling in layout.family.feelings:
        if feeling.a != feeling.b:
            points = room.way(feeling.a, feeling.b, SHORT if feeling.kind in PLAIN else SHORTEST)
            found.append(Way(feeling, points))
            room.take(points)
    return found


class _Room:
    """What is in the way, in small cells."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.cells: dict[tuple[int, int], float] = {}
        for person in layout.names:
            x, y = layout.x[person], layout.y[person]
            half = SYMBOL / 2 + 3
            self.fill((x - half, y - half, x + half, y + half), IN_PERSON)
            wide = layout.column[person] / 2 + 4
            self.fill((x - wide, y + half - 2, x + wide, layout.name_end(person) + 3), IN_NAME)
        for line in layout.lines.lines:
            for (a, b), (c, d) in zip(line.points, line.points[1:], strict=False):
                if b == d:
                    self.fill((min(a, c), b, max(a, c), b), ON_BAR)
        self.left, self.right = -16.0, max(layout.x[p] + layout.column[p] / 2 for p in layout.names) + 16
        self.bottom = layout.lines.bottom + 10

    def fill(self, box: tuple[float, float, float, float], cost: float) -> None:
        """Let it cost something to go through a box."""
        for i in range(int(box[0] // CELL), int(box[2] // CELL) + 1):
            for j in range(int(box[1] // CELL), int(box[3] // CELL) + 1):
                self.cells[i, j] = max(cost, self.cells.get((i, j), 0.0))

    def take(self, points: tuple[Point, ...]) -> None:
        """Later lines keep away from this one."""
        for x, y in points:
            cell = (int(x // CELL), int(y // CELL))
            self.cells[cell] = max(self.cells.get(cell, 0.0), IN_LINE)

    def way(self, a: str, b: str, shortest: float) -> tuple[Point, ...]:
        """The cheapest bow from one person to another."""
        one, other = (self.layout.x[a], self.layout.y[a]), (self.layout.x[b], self.layout.y[b])
        least, best = self._cheapest(_bows(one, other, shortest, WAYS_OUT, BENDS), math.inf)
        if least >= IN_NAME:
            _, finer = self._cheapest(_bows(one, other, shortest, FINER_WAYS_OUT, FINER_BENDS), least)
            best = finer or best
        return best

    def _cheapest(self, bows: Iterable[tuple[float, Ends]], least: float) -> tuple[float, tuple[Point, ...]]:
        """The cheapest of some bows and what it costs, if it costs less than that."""
        best: tuple[Point, ...] = ()
        for cost, ends in sorted(bows):
            if cost >= least:
                break
            points = _curve(*ends)
            cost += FOLDED * _folds(points) + self._in_the_way(points, least - cost)
            if cost < least:
                least, best = cost, points
        return least, best

    def _in_the_way(self, points: tuple[Point, ...], enough: float) -> float:
        """What a line goes through; counted only up to what makes it too dear."""
        cost = 0.0
        for x, y in points[1:-1]:
            if math.dist((x, y), points[0]) < NEAR or math.dist((x, y), points[-1]) < NEAR:
                continue
            cost += self.cells.get((int(x // CELL), int(y // CELL)), 0.0)
            if not (self.left < x < self.right and 4 < y < self.bottom):
                cost += OUTSIDE
            if cost >= enough:
                break
        return cost


def _bows(
    one: Point, other: Point, shortest: float, ways_out: Sequence[int], bends: Sequence[float]
) -> Iterator[tuple[float, Ends]]:
    """Bows between two people: what each costs by its length and its turns, and the four points that make it."""
    far = math.dist(one, other)
    is_near = far < 2 * OFF + shortest and one[1] == other[1]  # neighbours: only an even bow above them can be read
    straight = math.degrees(math.atan2(one[1] - other[1], other[0] - one[0]))
    for out in ways_out:
        turn = abs((out - straight + 180) % 360 - 180)
        if turn > 130:
            continue
        for into in ways_out:
            back = abs((into - straight - 180 + 180) % 360 - 180)
            if back > 130 or is_near and not (abs(turn - back) < 1 and 45 < turn <= 90 and 0 < out < 180):
                continue
            start, end = _leaving(one, out, OFF), _leaving(other, into, OFF)
            for bend in bends:
                pull = max(bend * far, 60 * bend)
                if turn + back < FACING and 2 * pull > math.dist(start, end):
                    pull = math.dist(start, end) / 2
                ends = (start, _leaving(one, out, OFF + pull), _leaving(other, into, OFF + pull), end)
                length = (math.dist(start, end) + 2 * pull + math.dist(ends[1], ends[2])) / 2
                cost = length * PER_PIXEL + _of_turns(turn, back) + bend
                yield cost + TOO_SHORT * max(0.0, 1 - length / shortest), ends


def _of_turns(turn: float, back: float) -> float:
    """What it costs to leave and to arrive from another side than straight on."""
    return sum(TURNED * each + SHARPLY * max(0.0, each - 90) for each in (turn, back)) + LOPSIDED * abs(turn - back)


def _folds(points: tuple[Point, ...]) -> bool:
    """Whether a line turns sharply somewhere within a few steps: parallel lines and zigzags would break there."""
    for a, b, c in zip(points, points[4:], points[8:], strict=False):
        along, on = (b[0] - a[0], b[1] - a[1]), (c[0] - b[0], c[1] - b[1])
        if along[0] * on[0] + along[1] * on[1] < STRAIGHT * math.hypot(*along) * math.hypot(*on):
            return True
    return False


def _leaving(centre: Point, degrees: float, far: float) -> Point:
    angle = math.radians(degrees)
    return centre[0] + far * math.cos(angle), centre[1] - far * math.sin(angle)


def _curve(a: Point, b: Point, c: Point, d: Point) -> tuple[Point, ...]:
    return tuple(
        (
            k[0] * a[0] + k[1] * b[0] + k[2] * c[0] + k[3] * d[0],
            k[0] * a[1] + k[1] * b[1] + k[2] * c[1] + k[3] * d[1],
        )
        for k in _SHARES
    )  # fmt: skip


_SHARES = [
    ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3) for t in (at / STEPS for at in range(STEPS + 1))
]

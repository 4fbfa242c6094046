"""The loop around a household: one closed outline around exactly its members.

Members who stand side by side are one block. Blocks are joined by corridors that run between the rows or between two
columns, so a loop never enters the place of somebody who lives elsewhere. A join that would enclose them is not used.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from cases.rules.genogram.family import Home
from cases.rules.genogram.layout import Layout
from cases.rules.genogram.lines import Point
from cases.rules.genogram.outlines import Box, holes, outline
from cases.rules.genogram.positions import SYMBOL

STRIP = 11.0
"""How wide a corridor is."""
LEAST_OVERLAP = 20.0
NEARLY = 5.0
PADS = (6.0, 3.0, 5.0, 2.0)
"""How far the loops of different homes stand away from people, so that two loops never lie on each other."""
SHIFTS = (0.0, 0.0, -0.5, -1.0)


@dataclass(frozen=True)
class Loop:
    """The outline of one home."""

    home: Home
    points: tuple[Point, ...]


@dataclass(frozen=True)
class _Block:
    row: int
    box: Box


@dataclass(frozen=True, order=True)
class _Join:
    cost: float
    one: int
    other: int
    boxes: tuple[Box, ...] = field(compare=False)


def loops(layout: Layout) -> list[Loop]:
    """The loop of each home that somebody in the drawing lives in."""
    found = []
    for at, home in enumerate(layout.family.homes):
        if home.members:
            found.append(Loop(home, _Looping(layout, home, at).points()))
    return found


class _Looping:
    """Finds one home's loop."""

    def __init__(self, layout: Layout, home: Home, at: int) -> None:
        self.layout, self.home, self.pad = layout, home, PADS[at % len(PADS)]
        self.shift = SHIFTS[at % len(SHIFTS)]
        self.members = set(home.members)
        self.tops = [y - SYMBOL / 2 - self.pad - 2 for y in layout.lines.y]
        self.unders = [under + self.pad - 2 for under in layout.lines.under]
        self.strangers = [
            (layout.x[person], layout.y[person])
            for person in layout.column
            if person not in self.members and not layout.frame.is_passage(person)
        ]

    def points(self) -> tuple[Point, ...]:
        blocks = self._blocks()
        boxes = [block.box for block in blocks]
        joined = list(range(len(blocks)))
        for join in sorted(self._joins(blocks)):
            if joined[join.one] == joined[join.other]:
                continue
            tried = [*boxes, *join.boxes]
            if not any(_has(hole, self.strangers) for hole in holes(tried)):
                boxes = tried
                before, now = joined[join.other], joined[join.one]
                joined = [now if each == before else each for each in joined]
        return outline(boxes)

    def _blocks(self) -> list[_Block]:
        """Members who stand side by side, row by row."""
        blocks: list[_Block] = []
        for row, order in enumerate(self.layout.order):
            run: list[str] = []
            for person in (*order, None):
                if person in self.members and person is not None:
                    run.append(person)
                elif run:
                    blocks.append(_Block(row, self._box(row, run)))
                    run = []
        return _aligned(blocks)

    def _box(self, row: int, run: Sequence[str]) -> Box:
        left, right = self._edges(run[0])[0], self._edges(run[-1])[1]
        return left - self.pad, self.tops[row], right + self.pad, self.unders[row]

    def _edges(self, person: str) -> tuple[float, float]:
        half = max(SYMBOL, self.layout.column[person]) / 2
        return self.layout.x[person] - half, self.layout.x[person] + half

    # ----- corridors

    def _joins(self, blocks: Sequence[_Block]) -> Iterator[_Join]:
        for one, upper in enumerate(blocks):
            for other, lower in enumerate(blocks[one + 1 :], start=one + 1):
                if upper.row == lower.row:
                    yield from self._beside(one, upper, other, lower)
                else:
                    yield self._down(one, upper, other, lower)

    def _strip(self, row: int) -> tuple[float, float]:
        """Between which heights a corridor beneath a row runs: just above the next row, where only legs come down."""
        if row + 1 < len(self.tops):
            return self.tops[row + 1] - STRIP - self.shift, self.tops[row + 1] + 1
        return self.unders[row] - 1, self.unders[row] + STRIP + self.shift

    def _beside(self, one: int, left: _Block, other: int, right: _Block) -> Iterator[_Join]:
        """Two blocks of one row: above those between them, or beneath."""
        start, end = min(left.box[0], right.box[0]), max(left.box[2], right.box[2])
        cost = abs(max(left.box[0], right.box[0]) - min(left.box[2], right.box[2])) + 10
        for row, dear in ((left.row - 1, 0.0), (left.row, 5.0)):
            if row >= 0:
                top, bottom = self._strip(row)
                legs = [
                    (each.box[0], min(top, each.box[1]), each.box[2], max(bottom, each.box[3]))
                    for each in (left, right)
                ]
                yield _Join(cost + dear, one, other, ((start, top, end, bottom), *legs))

    def _down(self, one: int, upper: _Block, other: int, lower: _Block) -> _Join:
        """From a block to one of a later row, through the rows between where there is room."""
        boxes: list[Box] = []
        low, high, length = upper.box[0], upper.box[2], 0.0
        start = upper.box[3] - 1
        for row in range(upper.row + 1, lower.row + 1):
            is_last = row == lower.row
            left, right = (lower.box[0], lower.box[2]) if is_last else self._way_through(row, (low + high) / 2)
            top, bottom = self._strip(row - 1)
            boxes.append((low, start, high, bottom))
            if min(high, right) - max(low, left) < min(LEAST_OVERLAP, right - left):
                length += abs(max(low, left) - min(high, right))
                boxes.append((min(low, left), top, max(high, right), bottom))
            boxes.append((left, top, right, lower.box[1] + 1 if is_last else self.unders[row] + 1))
            low, high, start = left, right, self.unders[row]
        return _Join(length + 60 * (lower.row - upper.row - 1), one, other, tuple(boxes))

    def _way_through(self, row: int, near: float) -> tuple[float, float]:
        """The free way between two columns of a row, or beside them, that is nearest to a place."""
        edges = sorted(self._edges(person) for person in self.layout.order[row])
        if not edges:
            return near - STRIP / 2, near + STRIP / 2
        ways = [(edges[0][0] - STRIP - 4, edges[0][0] - 4), (edges[-1][1] + 4, edges[-1][1] + STRIP + 4)]
        for (_, end), (start, _) in zip(edges, edges[1:], strict=False):
            if start - end > 6:
                middle = min(max(near, end + 3 + STRIP / 2), start - 3 - STRIP / 2)
                half = min(STRIP, start - end - 5) / 2
                middle = (start + end) / 2 if start - end < STRIP + 6 else middle
                ways.append((middle - half, middle + half))
        return min(ways, key=lambda way: (abs((way[0] + way[1]) / 2 - near), way))


def _aligned(blocks: Sequence[_Block]) -> list[_Block]:
    """Blocks whose edges differ by next to nothing share the outer one."""
    lefts, rights = sorted(block.box[0] for block in blocks), sorted(block.box[2] for block in blocks)
    return [
        _Block(
            block.row,
            (
                next(x for x in lefts if block.box[0] - x <= NEARLY),
                block.box[1],
                next(x for x in reversed(rights) if x - block.box[2] <= NEARLY),
                block.box[3],
            ),
        )
        for block in blocks
    ]


def _has(hole: Iterable[Box], strangers: Sequence[Point]) -> bool:
    return any(a <= x <= c and b <= y <= d for a, b, c, d in hole for x, y in strangers)

"""What each worker would be given, if every kind of group paid a price for being held: the cheapest handful of each.

A handful is what one worker is given together: whole groups, within the caps and the peak. For given prices the
cheapest handful of a worker is a knapsack, solved exactly by a table over points (and children, where their cap can
matter); and the sum of the cheapest, with the prices paid, is a bound: no assignment of whole groups is less unfair.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from cases.rules.allocating.bounds import Loose, kinds
from cases.rules.allocating.instance import Flags, Instance, Ints
from cases.rules.allocating.placing import Board
from cases.rules.allocating.shedding import Relief

NEVER = 1 << 60
MOST_CELLS = 40_000_000  # of all tables together: more would not fit into memory


@dataclass(frozen=True)
class Handful:
    """What one worker is given: kinds of groups, those of their own they keep among them, in order. `cost` is what
    that adds to unfairness, beside what stays with them anyway."""

    worker: int
    kinds: tuple[int, ...]
    cost: int


@dataclass(frozen=True)
class _Table:
    """Workers whose tables are of about one size: for each row the worker, what is kept, what comes to lie under the
    handful, and the room above it. A worker with several ways to be relieved has a row for each."""

    worker: Ints
    keeps: tuple[tuple[int, ...], ...]
    base: Ints
    points: Ints
    children: Ints
    cost: Ints
    """What a handful costs, by row and by its points; NEVER where that is too many."""
    items: tuple[tuple[int, Ints], ...]
    """Kinds, once for each group that may be in one handful, and the rows that may have it."""


class Handfuls:
    """The handfuls of the workers of a board, as the caps and its ceiling allow them.

    `possible` is false where that would take too large tables, or somebody stands above a cap.
    """

    def __init__(self, board: Board, loose: Loose, relief: dict[int, Relief]) -> None:
        facts = board.instance
        self.board, self.loose = board, loose
        first, self.kind_of, self.many = kinds(facts, loose)
        self._points, self._children = facts.pts[loose.groups[first]], facts.n[loose.groups[first]]
        self._may: Flags = loose.may[first].copy()
        tied = np.flatnonzero(loose.home[first] >= 0)
        self._may[tied, loose.home[first][tied]] = False  # what is kept is kept in a way, not given
        takes = facts.avail & self._may.any(axis=0)
        takes[list(board.budget)] = True
        self.workers = np.flatnonzero(takes)
        self.stays = int((board.held[facts.avail] ** 2 * facts.weight[facts.avail]).sum())
        self._tables = tuple(self._of_all(facts, relief))
        self.possible = len(self.workers) > 0 and sum(_cells(each) for each in self._tables) <= MOST_CELLS
        self.possible &= {each for table in self._tables for each in table.worker.tolist()} == set(
            self.workers.tolist()
        )

    def _of_all(self, facts: Instance, relief: dict[int, Relief]) -> Iterator[_Table]:
        """Tables of rows of like sizes."""
        rows = [(int(worker), kept) for worker in self.workers for kept in self._ways(int(worker), relief)]
        worker = np.array([each for each, _ in rows], dtype=np.int64)
        size, count = self._points, self._children
        base = self.board.held[worker] + np.array([sum(int(size[k]) for k in kept) for _, kept in rows], dtype=np.int64)
        heads = self.board.held_children[worker] + np.array(
            [sum(int(count[k]) for k in kept) for _, kept in rows], dtype=np.int64
        )
        top = np.minimum(facts.hard, self.board.ceiling)[worker]
        fits = (base <= top) & (heads <= facts.kids[worker])
        points = np.clip(top - base, 0, int((size * self.many).sum()))
        children = np.clip(facts.kids[worker] - heads, 0, int((count * self.many).sum()))
        # More children than this cannot come within the points: then their cap is no part of the table.
        if (size > 0).all() and len(size):
            children = np.where(children >= points * float(np.max(count / size)), -1, children)
        grade = np.ceil(np.log2(points + 1)).astype(np.int64) * 2 + (children >= 0)
        for each in np.unique(grade[fits]):
            mine = np.flatnonzero(fits & (grade == each))
            yield self._table(worker[mine], [rows[row][1] for row in mine], base[mine], points[mine], children[mine])

    def _ways(self, worker: int, relief: dict[int, Relief]) -> list[tuple[int, ...]]:
        """What a worker keeps of what they may hand over: nothing, or as one of the ways to relieve them says."""
        if worker not in self.board.budget:
            return [()]
        theirs = [(int(self.loose.groups[row]), int(self.kind_of[row]))
                  for row in np.flatnonzero(self.loose.home == worker)]  # fmt: skip
        return [tuple(kind for group, kind in theirs if group not in way) for way in relief[worker].ways]

    def _table(self, worker: Ints, keeps: list[tuple[int, ...]], base: Ints, points: Ints, children: Ints) -> _Table:
        held = self.board.held[worker]
        sums = np.arange(int(points.max()) + 1)
        cost = self.board.instance.weight[worker][:, None] * ((base[:, None] + sums) ** 2 - (held**2)[:, None])
        cost[sums[None, :] > points[:, None]] = NEVER
        items = []
        for kind, (size, count) in enumerate(zip(self._points.tolist(), self._children.tolist(), strict=True)):
            room = (points >= size) & ((children < 0) | (children >= count))
            able = np.flatnonzero(self._may[kind, worker] & room)
            if len(able):
                most = int(self.many[kind])
                items += [(kind, able)] * min(most, int(points.max()) // size if size else most)
        return _Table(worker, tuple(keeps), base, points, children, cost, tuple(items))

    def cheapest(self, prices: Ints, several: int = 1) -> tuple[dict[int, int], list[Handful]]:
        """For each worker what their cheapest handful costs, less the prices (whole numbers, for each kind) paid for
        it; and handfuls of each, up to so many of different points for each way of theirs."""
        least = dict.fromkeys(self.workers.tolist(), NEVER)
        found: list[Handful] = []
        for table in self._tables:
            for worker, cost in self._solve(table, prices, several, found):
                least[worker] = min(least[worker], cost)
        return least, found

    def bound(self, prices: Ints, least: dict[int, int]) -> int:
        """What these prices prove, with what `cheapest` says of them: no whole assignment is less unfair."""
        return self.stays + int((prices * self.many).sum()) + sum(least.values())

    def _solve(self, table: _Table, prices: Ints, several: int, found: list[Handful]) -> Iterator[tuple[int, int]]:
        rows, wide = len(table.worker), int(max(0, table.children.max()))
        most = table.cost.shape[1] - 1
        paid = np.full((rows, most + 1, wide + 1), -NEVER, dtype=np.int64)
        paid[:, 0, :] = np.array([sum(int(prices[k]) for k in kept) for kept in table.keeps])[:, None]
        taken = []
        for kind, able in table.items:
            size, count = int(self._points[kind]), int(self._children[kind]) if wide else 0
            if prices[kind] <= 0:
                continue
            before = paid[able]
            into, with_it = before[:, size:, count:], before[:, : most + 1 - size, : wide + 1 - count] + prices[kind]
            better = with_it > into
            paid[able, size:, count:] = np.where(better, with_it, into)
            where = np.full(rows, -1)
            where[able] = np.arange(len(able))
            taken.append((kind, size, count, where, better))
        heads = np.maximum(table.children, 0) if wide else np.zeros(rows, dtype=np.int64)
        at = paid[np.arange(rows), :, heads]
        reduced = np.where((table.cost < NEVER) & (at > -(NEVER >> 1)), table.cost - at, NEVER)
        order = np.argsort(reduced, axis=1, kind="stable")[:, :several]
        for row in range(rows):
            for sum_ in order[row].tolist():
                if reduced[row, sum_] < NEVER:
                    given = _walk_back(taken, row, sum_, int(heads[row]))
                    of = tuple(sorted((*table.keeps[row], *given)))
                    found.append(Handful(int(table.worker[row]), of, int(table.cost[row, sum_])))
            yield int(table.worker[row]), int(reduced[row, order[row, 0]])


def _walk_back(taken: list[tuple[int, int, int, Ints, Flags]], row: int, points: int, children: int) -> list[int]:
    """Which kinds the table took to come to these points."""
    given = []
    for kind, size, count, where, better in reversed(taken):
        place = int(where[row])
        if place >= 0 and points >= size and children >= count and better[place, points - size, children - count]:
            given.append(kind)
            points, children = points - size, children - count
    return given


def _cells(table: _Table) -> int:
    """Places in a table, times the kinds that go through it."""
    wide = int(max(0, table.children.max())) + 1
    return int(table.cost.size) * wide * max(1, len(table.items))

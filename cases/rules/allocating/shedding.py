"""Which changes of worker nobody can avoid: the cheapest relief of everybody above a cap, and the proof of it.

A worker above a cap must hand over points and children enough to come down to it. The cheapest set of their groups
that does so is a covering knapsack, solved exactly by a table over points and children. Each worker's relief is their
own, so the sum of the cheapest is a lower bound of the weighted changes of any assignment that keeps the caps.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np

from cases.rules.allocating.instance import Instance, Ints
from cases.rules.allocating.score import loads

NEVER = 1 << 60
MOST_WAYS = 40
MOST_STEPS = 100_000
"""Of the search for ways that cost the same: it ends even where somebody holds a hundred families."""


@dataclass(frozen=True)
class Relief:
    """What one worker hands over: the groups, and what that costs in weighted changes. `ways` are all sets of groups
    that do as well at that cost, this one first, but no more than MOST_WAYS."""

    groups: tuple[int, ...]
    cost: int
    ways: tuple[tuple[int, ...], ...]


def reliefs(instance: Instance) -> dict[int, Relief]:
    """For each worker above a cap, the cheapest relief. Of equally cheap ones, the one that hands over most points."""
    points, children = loads(instance, np.where(instance.is_free, -1, instance.cur))
    over = instance.avail & ((points > instance.hard) | (children > instance.kids))
    others = instance.may_hold.sum(axis=1) - 1
    found = {}
    for worker in np.flatnonzero(over):
        mine = np.flatnonzero((instance.cur == worker) & ~instance.is_free & (others > 0))
        too_much = max(0, int(points[worker] - instance.hard[worker]))
        too_many = max(0, int(children[worker] - instance.kids[worker]))
        found[int(worker)] = _cheapest(instance, mine, too_much, too_many)
    return found


def _cheapest(instance: Instance, mine: Ints, points: int, children: int) -> Relief:
    """The cheapest of these groups that together have so many points and children; or, if all of them have not, as
    near as they come. The table says, for each sum of points and of children (no more than asked), the least cost."""
    most = int(instance.pts[mine].sum())
    table = np.full((most + 1, children + 1), NEVER, dtype=np.int64)
    table[0, 0] = 0
    tables = [table]
    for group in mine:
        size, count, cost = int(instance.pts[group]), int(instance.n[group]), int(instance.change_cost[group])
        after = tables[-1].copy()
        for before in range(children + 1):
            into = after[size:, min(children, before + count)]
            np.minimum(into, tables[-1][: most + 1 - size, before] + cost, out=into)
        tables.append(after)
    totals, counts = np.nonzero(tables[-1] < NEVER)
    short = np.maximum(points - totals, 0) + (children - counts)
    best = np.lexsort((-totals, tables[-1][totals, counts], short))[0]
    total, count = int(totals[best]), int(counts[best])
    cost = int(tables[-1][total, count])
    groups = _walk_back(instance, mine, tables, total, count)
    if short[best]:  # nothing is enough: all that can go goes
        return Relief(groups, cost, (groups,))
    others = (way for way in _ways(instance, mine, cost, points, children) if set(way) != set(groups))
    return Relief(groups, cost, (groups, *islice(others, MOST_WAYS - 1)))


def _ways(instance: Instance, mine: Ints, cost: int, points: int, children: int) -> Iterator[tuple[int, ...]]:
    """Every set of these groups of exactly this cost that has so many points and children, while steps last."""
    order = sorted(map(int, mine), key=lambda group: (-int(instance.change_cost[group]), group))
    prices = [int(instance.change_cost[group]) for group in order]
    sizes = [(int(instance.pts[group]), int(instance.n[group])) for group in order]
    rest = [
        (sum(p for p, _ in sizes[i:]), sum(n for _, n in sizes[i:]), sum(prices[i:])) for i in range(len(order) + 1)
    ]
    stack: list[tuple[int, int, int, int, tuple[int, ...]]] = [(0, cost, points, children, ())]
    for _ in range(MOST_STEPS):
        if not stack:
            return
        place, left, need, heads, taken = stack.pop()
        if left == 0 and need <= 0 and heads <= 0:
            yield taken
            continue
        if place == len(order) or left <= 0 or rest[place][0] < need or rest[place][1] < heads or rest[place][2] < left:
            continue
        stack.append((place + 1, left, need, heads, taken))
        size, count = sizes[place]
        if prices[place] <= left:
            stack.append((place + 1, left - prices[place], need - size, heads - count, (*taken, order[place])))


def _walk_back(instance: Instance, mine: Ints, tables: list[Ints], total: int, count: int) -> tuple[int, ...]:
    """Which groups the table took to come to these sums. Children stop being counted at what is asked, so several
    counts may lead to the last one: the one that adds up is taken."""
    most = tables[0].shape[1] - 1
    chosen = []
    for place in range(len(mine) - 1, -1, -1):
        now, before = int(tables[place + 1][total, count]), tables[place]
        if int(before[total, count]) == now:
            continue
        group = int(mine[place])
        size, cost = int(instance.pts[group]), int(instance.change_cost[group])
        earlier = next(
            e for e in range(most + 1)
            if min(most, e + int(instance.n[group])) == count and int(before[total - size, e]) + cost == now
        )  # fmt: skip
        chosen.append(group)
        total, count = total - size, earlier
    return tuple(reversed(chosen))

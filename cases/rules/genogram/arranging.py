"""Which of several lines runs above which: the arrangement in which they cross one another least."""

from collections.abc import Callable, Hashable, Sequence
from itertools import permutations
from typing import TypeVar

T = TypeVar("T", bound=Hashable)
EXACT = 6
"""Up to so many lines every arrangement is tried; beyond, each line moves for as long as that helps."""


def levels(items: Sequence[T], meets: Callable[[T, T], bool], cost: Callable[[T, T], float]) -> dict[T, int]:
    """A level for each item, from 0 at the top; items that meet have different ones.

    `cost(one, other)` is what it costs that one runs above the other; asked only of items that meet.
    """
    found: dict[T, int] = {}
    for group in _groups(items, meets):
        costs = {(a, b): cost(a, b) for a in group for b in group if a != b and meets(a, b)}
        found |= _best(group, costs)
    return found


def _groups(items: Sequence[T], meets: Callable[[T, T], bool]) -> list[list[T]]:
    groups: list[list[T]] = []
    left = list(items)
    while left:
        group = [left.pop(0)]
        for each in group:
            near = [other for other in left if meets(each, other)]
            left = [other for other in left if other not in near]
            group += near
        groups.append(group)
    return groups


def _best(group: list[T], costs: dict[tuple[T, T], float]) -> dict[T, int]:
    if len(group) <= EXACT:
        return min((_packed(order, costs) for order in permutations(group)), key=lambda found: found[0])[1]
    order = list(group)
    best = _packed(order, costs)
    for _ in range(len(group)):
        before = best[0]
        for each in group:
            rest = [other for other in order if other != each]
            for to in range(len(group)):
                tried = [*rest[:to], each, *rest[to:]]
                now = _packed(tried, costs)
                if now[0] < best[0]:
                    best, order = now, tried
        if best[0] == before:
            break
    return best[1]


def _packed(order: Sequence[T], costs: dict[tuple[T, T], float]) -> tuple[tuple[float, int, int], dict[T, int]]:
    """What an arrangement costs, and the highest level each line can have in it."""
    level: dict[T, int] = {}
    cost = 0.0
    for at, each in enumerate(order):
        lowest = -1
        for above in order[:at]:
            if (above, each) in costs:
                cost += costs[above, each]
                lowest = max(lowest, level[above])
        level[each] = lowest + 1
    return (cost, max(level.values()), sum(level.values())), level

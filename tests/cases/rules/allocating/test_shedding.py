"""What somebody above a cap hands over: the least there is, by trying everything."""

from itertools import chain, combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.rules.allocating.score import loads
from cases.rules.allocating.shedding import reliefs
from tests.cases.rules.allocating.services import small


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 100_000))
def test_a_relief_is_the_cheapest_of_all_sets_and_its_ways_are_all_that_cost_as_much(seed: int) -> None:
    instance = small(seed, workers=3, groups=9)
    points, children = loads(instance, np.where(instance.is_free, -1, instance.cur))
    for worker, relief in reliefs(instance).items():
        mine = [
            g for g in range(9)
            if instance.cur[g] == worker and not instance.is_free[g] and instance.may_hold[g].sum() > 1
        ]  # fmt: skip
        too_much, too_many = points[worker] - instance.hard[worker], children[worker] - instance.kids[worker]
        enough = [
            set(some)
            for some in chain.from_iterable(combinations(mine, size) for size in range(len(mine) + 1))
            if sum(instance.pts[list(some)]) >= too_much and sum(instance.n[list(some)]) >= too_many
        ]
        if not enough:
            continue
        costs = [int(instance.change_cost[list(some)].sum()) for some in enough]
        assert relief.cost == min(costs)
        cheapest = [some for some, cost in zip(enough, costs, strict=True) if cost == relief.cost]
        # A set with a superfluous family of no cost cannot be: every change costs something.
        assert {frozenset(way) for way in relief.ways} == {frozenset(some) for some in cheapest}


def test_nobody_is_relieved_who_keeps_the_caps() -> None:
    instance = small(4)
    points, children = loads(instance, np.where(instance.is_free, -1, instance.cur))
    for worker in reliefs(instance):
        assert points[worker] > instance.hard[worker] or children[worker] > instance.kids[worker]

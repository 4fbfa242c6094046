"""What each worker is given together, and the bound that follows: against everything there is."""

import time
from dataclasses import replace
from itertools import chain, combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.rules.allocating.bounds import Loose, share_out
from cases.rules.allocating.covering import cover
from cases.rules.allocating.handfuls import Handfuls
from cases.rules.allocating.instance import Instance
from cases.rules.allocating.placing import Board
from cases.rules.allocating.score import loads
from tests.cases.rules.allocating.services import small


def waiting(instance: Instance) -> tuple[Board, Loose]:
    """The groups that wait or whose worker goes, all of them with the first worker; the others stay. No cap, no peak
    forbids anything but those of the instance itself."""
    groups = np.flatnonzero(instance.is_free)
    stays = np.where(instance.is_free, -1, instance.cur)
    held, children = loads(instance, stays)
    loose = Loose(groups, instance.may_hold[groups], np.full(len(groups), -1), {})
    nobody = np.full(len(groups), -1)
    ceiling = instance.cap * 1000
    return Board(instance, groups, loose.may, nobody * 0, held, children, ceiling, nobody, {}), loose


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10_000), st.lists(st.integers(0, 8_000_000), min_size=8, max_size=8))
def test_the_cheapest_handful_is_the_cheapest_of_all_that_keep_the_caps(seed: int, prices: list[int]) -> None:
    instance = small(seed, workers=4, groups=8)
    held, children = loads(instance, np.where(instance.is_free, -1, instance.cur))
    instance = replace(instance, hard=held + 10 + seed % 20, kids=children + seed % 5)  # one cap or the other binds
    board, loose = waiting(instance)
    if not len(loose.groups):
        return
    handfuls = Handfuls(board, loose, {})
    assert handfuls.possible == bool((loose.may.any(axis=0) & instance.avail).any())
    priced = np.array(prices[: len(handfuls.many)], dtype=np.int64)
    least, found = handfuls.cheapest(priced, 2)
    rows = range(len(loose.groups))
    for worker, ours in least.items():
        able = [row for row in rows if loose.may[row, worker]]
        costs = []
        for some in chain.from_iterable(combinations(able, size) for size in range(len(able) + 1)):
            load = int(board.held[worker] + board.points[list(some)].sum())
            kids = int(board.held_children[worker] + board.children[list(some)].sum())
            if load <= instance.hard[worker] and kids <= instance.kids[worker]:
                added = int(instance.weight[worker]) * (load**2 - int(board.held[worker]) ** 2)
                costs.append(added - int(priced[handfuls.kind_of[list(some)]].sum()))
        assert ours == min(costs)
        theirs = [each.cost - int(priced[list(each.kinds)].sum()) for each in found if each.worker == worker]
        assert min(theirs) == ours


def crowded(seed: int) -> tuple[Instance, Board, Loose]:
    """Wide caps, and all groups that may be given with the first worker who may have them."""
    instance = replace(small(seed, workers=5, groups=14), hard=np.full(5, 200), kids=np.full(5, 40))
    board, loose = waiting(instance)
    board.at = np.argmax(loose.may, axis=1)
    board.count()
    return instance, board, loose


def test_covering_makes_shares_as_fair_as_it_proves_or_says_what_is_left() -> None:
    better = best = 0
    for seed in range(30):
        instance, board, loose = crowded(seed)
        if len(loose.groups) < 3:
            continue
        shares = share_out(instance, loose, board.held, board.held_children)
        before = int(board.now()[instance.avail].sum())
        proof = cover(board, loose, {}, shares.prices, time.perf_counter() + 5, time.perf_counter)
        after = int(board.now()[instance.avail].sum())
        assert proof is not None
        assert loose.may[np.arange(len(loose.groups)), board.at].all()
        assert proof.bound <= after <= before
        assert proof.lost(board).sum() >= after - proof.bound
        better += after < before
        best += after == proof.bound
    assert better >= 10
    assert best >= 10


def test_without_time_the_board_stays_and_the_bound_is_true() -> None:
    instance, board, loose = crowded(13)
    shares = share_out(instance, loose, board.held, board.held_children)
    before = board.at.copy()
    proof = cover(board, loose, {}, shares.prices, 0.0, time.perf_counter)
    assert proof is not None
    assert board.at.tolist() == before.tolist()
    assert 0 < proof.bound <= int(board.now()[instance.avail].sum())

"""The whole: each locality by itself, the fewest changes first, then caps, the peak, fairness and travel."""

import time
from dataclasses import dataclass

import numpy as np

from cases.rules.allocating.bounds import Loose, Shares, share_out
from cases.rules.allocating.choosing import choose_ways
from cases.rules.allocating.covering import cover
from cases.rules.allocating.exact import polish
from cases.rules.allocating.instance import Flags, Instance, Ints
from cases.rules.allocating.placing import Board, Clock, improve, round_off, shorten
from cases.rules.allocating.repairing import repair
from cases.rules.allocating.score import loads
from cases.rules.allocating.shedding import Relief, reliefs

FOR_PEAK = 0.4  # of what is left of a locality's time, at most, to lower the peak
FOR_WAYS = 0.5  # and to choose among equally cheap ways to relieve somebody
FOR_COVER = 0.8  # and to choose handfuls
AT_LEAST = 0.3  # seconds for the first moves, even where a busy machine took all the time: shares as rounded are poor
FOR_TRAVEL = 0.03  # kept for the end


@dataclass(frozen=True)
class Balanced:
    """An answer: the worker of each group (−1 for nobody), two proven bounds, and how many seconds it took.

    `changes_bound`: no assignment that keeps the caps has fewer weighted changes; where no caps can be kept, no more
    than there are. `fairness_bound`: with these families to place, none is less unfair; a linear programme says so.
    `fairness_proven`: nor is any less unfair than this, of those whose peak is no higher; families are whole here.
    """

    assignment: Ints
    changes_bound: int
    fairness_bound: int
    fairness_proven: int
    seconds: float


def balance(instance: Instance, seconds: float = 1.0, clock: Clock = time.perf_counter) -> Balanced:
    """Who holds which group. `seconds` are shared among localities by the number of their groups."""
    began = clock()
    assignment = np.full(len(instance.pts), -1, dtype=np.int64)
    changes = unfairness = proven = 0
    localities, sizes = np.unique(instance.gloc, return_counts=True)
    for place, (locality, size) in enumerate(zip(localities, sizes, strict=True)):
        part, groups, workers = instance.part(int(locality))
        if not part.avail.any():
            continue  # nobody there: these families have nobody, and the answer says so
        left = seconds - (clock() - began)
        until = clock() + max(0.05, left * size / sizes[place:].sum())
        held, changed, unfair, least = _balance_part(part, until, clock)
        here = held >= 0
        assignment[groups[here]] = workers[held[here]]
        changes += min(changed, _changes(part, held)) if _is_above(part, held) else changed
        unfairness += unfair
        proven += least
    # Where a family lives nobody may hold it, but its worker of another locality is here: it stays with them.
    stays = (assignment < 0) & ~instance.is_free
    assignment[stays] = instance.cur[stays]
    return Balanced(assignment, changes, unfairness, proven, clock() - began)


def _changes(part: Instance, assignment: Ints) -> int:
    return int(part.change_cost[(assignment >= 0) & (assignment != part.cur)].sum())


def _is_above(part: Instance, assignment: Ints) -> bool:
    points, children = loads(part, assignment)
    return bool(((points > part.hard) | (children > part.kids))[part.avail].any())


def _balance_part(part: Instance, until: float, clock: Clock) -> tuple[Ints, int, int, int]:
    """One locality: the worker of each group, the bound of changes, the linear bound of unfairness, the best."""
    began = clock()
    relief = reliefs(part)
    loose, stays = _loose(part, relief)
    held, held_children = loads(part, stays)
    shares = share_out(part, loose, held, held_children)
    nowhere = np.zeros(len(loose.groups), dtype=np.int64)
    board = Board(
        part, loose.groups, loose.may, nowhere, held, held_children, _ceiling(part, held), loose.home, loose.budget
    )
    round_off(board, shares.fractions, _stay(board, relief, shares))
    improve(board, max(until, clock() + AT_LEAST), clock)
    choose_ways(board, relief, clock() + (until - clock()) * FOR_WAYS, clock)
    whole = board
    board, needed = _repaired(part, board, stays, until, clock)
    _lower_the_peak(board, clock() + (until - clock()) * FOR_PEAK, clock)
    proof, proven = None, shares.bound
    if board is whole and shares.fits:
        proof = cover(board, loose, relief, shares.prices, clock() + (until - clock()) * FOR_COVER, clock)
    is_best = polish(board, until - (until - began) * FOR_TRAVEL, clock, proof)
    if board is whole and shares.fits:
        proven = _unfairness(board) if is_best else max(proven, proof.bound if proof else 0)
    shorten(board, until, clock)
    assignment = stays.copy()
    assignment[board.groups] = board.at
    changes = sum(each.cost for each in relief.values())
    if needed > changes:  # then the families of the reliefs are not all that may move
        anything = _any_of(part)
        return assignment, needed, anything, anything
    return assignment, changes, shares.bound, proven


def _loose(part: Instance, relief: dict[int, Relief]) -> tuple[Loose, Ints]:
    """What is to be given out, and the worker of every group that stays where it is (−1 for the others)."""
    is_loose, home, budget = part.is_free.copy(), np.full(len(part.pts), -1), {}
    may = part.may_hold.copy()
    for worker, each in relief.items():
        named = sorted({group for way in each.ways for group in way})
        is_loose[named] = True
        if len(each.ways) > 1:
            home[named], budget[worker] = worker, each.cost
        else:
            may[named, worker] = False
    stays = np.where(is_loose, -1, part.cur)
    groups = np.flatnonzero(is_loose & may.any(axis=1))
    return Loose(groups, may[groups], home[groups], budget), stays


def _stay(board: Board, relief: dict[int, Relief], shares: Shares) -> Flags:
    """Which groups are kept at home: of the ways to relieve a worker, the one nearest to the fractions."""
    stay = board.home >= 0
    row_of = {int(group): row for row, group in enumerate(board.groups)}
    for worker in board.budget:
        kept = {group: shares.fractions[row, worker] for group, row in row_of.items() if board.home[row] == worker}
        ways = relief[worker].ways
        best = min(ways, key=lambda way: sum(kept[group] for group in way) - sum(1 - kept[g] for g in way))
        stay[[row_of[group] for group in best]] = False
    return stay


def _ceiling(part: Instance, held: Ints) -> Ints:
    """The load up to which nobody is higher than somebody is anyway, in points."""
    here = part.avail
    peak = int(np.max(-(-1000 * held[here] // part.cap[here]), initial=0))
    return part.cap * peak // 1000


def _repaired(part: Instance, board: Board, stays: Ints, until: float, clock: Clock) -> tuple[Board, int]:
    """The board as it is if all caps are kept; else after further changes, the cheapest that keep more of them, and
    how many weighted changes are proven to be needed."""
    above = np.maximum(board.load - part.hard, 0) + np.maximum(board.kids - part.kids, 0)
    if not above[part.avail].any():
        return board, 0
    before = stays.copy()
    before[board.groups] = board.at
    after, needed = repair(part, before, until, clock)
    moved = part.is_free | (after != part.cur)
    may = part.may_hold.copy()
    given_up = np.flatnonzero(moved & ~part.is_free)
    may[given_up, part.cur[given_up]] = False
    loose = np.flatnonzero(moved & may.any(axis=1))
    stays[:] = np.where(moved, -1, part.cur)
    held, held_children = loads(part, stays)
    nobody = np.full(len(loose), -1)
    found = Board(part, loose, may[loose], after[loose].copy(), held, held_children, _ceiling(part, held), nobody, {})
    improve(found, until, clock)
    return found, needed


def _any_of(part: Instance) -> int:
    """How unfair any assignment is at least, whatever moves."""
    groups, nothing = np.flatnonzero(part.may_hold.any(axis=1)), np.zeros(len(part.cap), dtype=np.int64)
    loose = Loose(groups, part.may_hold[groups], np.full(len(groups), -1), {})
    return share_out(part, loose, nothing, nothing).bound


def _unfairness(board: Board) -> int:
    facts = board.instance
    return int((board.load**2 * facts.weight)[facts.avail].sum())


def _lower_the_peak(board: Board, until: float, clock: Clock) -> None:
    """Where the peak is one of those who are given families: the lowest it can be brought to, by halves."""
    facts = board.instance
    here = facts.avail
    low = int(np.max(-(-1000 * board.held[here] // facts.cap[here]), initial=0))
    high = int(np.max(-(-1000 * board.load[here] // facts.cap[here]), initial=0))
    while low < high and clock() < until:
        middle = (low + high) // 2
        before = board.at.copy()
        board.ceiling = facts.cap * middle // 1000
        improve(board, until, clock)
        polish(board, min(until, clock() + 0.2), clock)
        if (board.load > board.ceiling)[here].any():
            board.at = before
            board.count()
            low = middle + 1
        else:
            high = middle
    board.ceiling = facts.cap * high // 1000

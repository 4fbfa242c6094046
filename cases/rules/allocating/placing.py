"""Whole groups given to workers: first as the flow says, then moved and exchanged while that makes it better.

All groups here may go anywhere they are allowed to without a further change of worker, so that caps, the peak and
fairness are what is left to decide, in this order.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cases.rules.allocating.instance import Flags, Instance, Ints

Clock = Callable[[], float]
"""Says how many seconds have passed."""

CAP = 1 << 44  # what a point or child above a cap weighs beside unfairness
PEAK = 1 << 36  # and a point above the peak that cannot be helped


@dataclass
class Board:
    """Where the loose groups of a service stand, and what stands already. All arrays are indexed by worker, but
    `groups` (keys of the loose ones), `may` (a row for each of them) and `at` (the worker of each).

    `ceiling` is the load in points up to which a worker does not raise the peak. `home` is the worker who may keep a
    group instead of another of theirs at the same cost, or −1; only `exact` makes such a change, within `budget`, the
    weighted changes of each of these workers.
    """

    instance: Instance
    groups: Ints
    may: Flags
    at: Ints
    held: Ints
    held_children: Ints
    ceiling: Ints
    home: Ints
    budget: dict[int, int]

    def __post_init__(self) -> None:
        self.points = self.instance.pts[self.groups]
        self.children = self.instance.n[self.groups]
        self.count()

    def count(self) -> None:
        """Loads anew from where the groups stand."""
        size = len(self.instance.cap)
        self.load = self.held + np.bincount(self.at, weights=self.points, minlength=size).astype(np.int64)
        self.kids = self.held_children + np.bincount(self.at, weights=self.children, minlength=size).astype(np.int64)

    def cost(self, load: Ints, kids: Ints, workers: Ints) -> Ints:
        """What workers with these loads cost: caps first, then the peak, then unfairness."""
        facts = self.instance
        above = np.maximum(load - facts.hard[workers], 0) + np.maximum(kids - facts.kids[workers], 0)
        high = np.maximum(load - self.ceiling[workers], 0)
        cost: Ints = above * CAP + high * PEAK + load * load * facts.weight[workers]
        return cost

    def may_move(self) -> Flags:
        """Where groups may go without a change of worker more or less: those at home stay, the others do not return."""
        may = self.may.copy()
        tied = np.flatnonzero(self.home >= 0)
        may[tied, self.home[tied]] = False
        may[(self.home >= 0) & (self.at == self.home)] = False
        return may

    def now(self) -> Ints:
        """What each worker costs now."""
        return self.cost(self.load, self.kids, np.arange(len(self.instance.cap)))

    def move(self, row: int, to: int) -> None:
        """Give one loose group to another worker."""
        self.load[self.at[row]] -= self.points[row]
        self.kids[self.at[row]] -= self.children[row]
        self.at[row] = to
        self.load[to] += self.points[row]
        self.kids[to] += self.children[row]


def round_off(board: Board, fractions: NDArray[np.float64], stay: Flags) -> None:
    """Each group to one of those who got a part of it, the largest first, where it adds least. Those of `stay` are kept
    at home."""
    board.at = np.where(stay, board.home, -1)
    size = len(board.instance.cap)
    board.load = board.held + np.bincount(board.home[stay], weights=board.points[stay], minlength=size).astype(np.int64)
    board.kids = board.held_children + np.bincount(
        board.home[stay], weights=board.children[stay], minlength=size
    ).astype(np.int64)
    everybody, may = np.arange(size), board.may_move()
    for row in np.argsort(-board.points, kind="stable"):
        if stay[row]:
            continue
        added = board.cost(board.load + board.points[row], board.kids + board.children[row], everybody) - board.cost(
            board.load, board.kids, everybody
        )
        share = may[row] & (fractions[row] > 1e-9)
        best = share if (added[share] < PEAK).any() else may[row]
        added = np.where(best, added, np.iinfo(np.int64).max)
        board.at[row] = int(np.argmin(added))
        board.load[board.at[row]] += board.points[row]
        board.kids[board.at[row]] += board.children[row]


def improve(board: Board, until: float, clock: Clock, most: int = 100_000) -> None:
    """Move one group, or exchange two, as long as that costs less, at most so often; the best of all each time."""
    for _ in range(most if len(board.groups) else 0):
        if clock() >= until or not (_best_move(board) or _best_exchange(board)):
            return


def _best_move(board: Board) -> bool:
    everybody = np.arange(len(board.instance.cap))
    now = board.now()
    rows = np.arange(len(board.groups))
    leave = (
        board.cost(board.load[board.at] - board.points, board.kids[board.at] - board.children, board.at) - now[board.at]
    )
    arrive = (
        board.cost(
            board.load[None, :] + board.points[:, None],
            board.kids[None, :] + board.children[:, None],
            everybody[None, :],
        )
        - now[None, :]
    )
    change = np.where(board.may_move(), leave[:, None] + arrive, 1)
    change[rows, board.at] = 1
    best = int(np.argmin(change))
    row, to = divmod(best, len(everybody))
    if change[row, to] >= 0:
        return False
    board.move(row, to)
    return True


def _best_exchange(board: Board) -> bool:
    """Two groups change places: every pair at once, as arrays."""
    size = len(board.groups)
    if size < 2:
        return False
    there = board.may_move()[:, board.at]  # whether a row's group may go where a column's group stands
    differs = (board.at[:, None] != board.at[None, :]) & there & there.T
    gain_points = board.points[None, :] - board.points[:, None]
    gain_children = board.children[None, :] - board.children[:, None]
    now = board.now()[board.at]
    mine = board.cost(
        board.load[board.at][:, None] + gain_points, board.kids[board.at][:, None] + gain_children, board.at[:, None]
    )
    mine = mine - now[:, None]
    change = np.where(differs, mine + mine.T, 1)
    best = int(np.argmin(change))
    one, other = divmod(best, size)
    if change[one, other] >= 0:
        return False
    first, second = int(board.at[one]), int(board.at[other])
    board.move(one, second)
    board.move(other, first)
    return True


def shorten(board: Board, until: float, clock: Clock) -> None:
    """Exchange groups of the same points and children where that saves minutes of travel, and nothing else changes."""
    alike = (board.points[:, None] == board.points[None, :]) & (board.children[:, None] == board.children[None, :])
    size = len(board.groups)
    minutes = np.array([board.instance.travel(np.full(size, group), board.at) for group in board.groups])
    while size > 1 and clock() < until:
        there = board.may_move()[:, board.at]
        may = there & there.T & alike
        own = minutes[np.arange(size), np.arange(size)]
        saved = np.where(may, minutes + minutes.T - own[:, None] - own[None, :], 0)
        best = int(np.argmin(saved))
        one, other = divmod(best, size)
        if saved[one, other] >= 0:
            return
        board.at[[one, other]] = board.at[[other, one]]
        minutes[:, [one, other]] = minutes[:, [other, one]]
    board.count()

"""Which of several equally cheap ways to relieve a worker is taken: the one after which the shares come out best."""

import numpy as np

from cases.rules.allocating.instance import Ints
from cases.rules.allocating.placing import Board, Clock, improve
from cases.rules.allocating.shedding import Relief

ROUNDS = 2
STEPS = 8  # moves and exchanges after a way was tried: enough to see what it is worth


def choose_ways(board: Board, relief: dict[int, Relief], until: float, clock: Clock) -> None:
    """Try every other way of each worker who has several, and keep what is better."""
    row_of = {int(group): row for row, group in enumerate(board.groups)}
    for _ in range(ROUNDS):
        better = False
        for worker in board.budget:
            theirs = np.flatnonzero(board.home == worker)
            for way in relief[worker].ways:
                leaves = np.array([row_of[group] for group in way])
                stays = theirs[~np.isin(theirs, leaves)]
                if clock() >= until:
                    return
                better |= _try(board, worker, stays, leaves, until, clock)
        if not better:
            return


def _try(board: Board, worker: int, stays: Ints, leaves: Ints, until: float, clock: Clock) -> bool:
    """Send some home and give out the others where they add least; whether that was better."""
    goes = leaves[board.at[leaves] == worker]
    if not len(goes):
        return False
    before, was = board.at.copy(), int(board.now()[board.instance.avail].sum())
    for row in stays[board.at[stays] != worker]:
        board.move(int(row), worker)
    everybody = np.arange(len(board.instance.cap))
    for row in goes[np.argsort(-board.points[goes], kind="stable")]:
        may = board.may[row].copy()
        may[worker] = False
        added = board.cost(board.load + board.points[row], board.kids + board.children[row], everybody) - board.now()
        board.move(int(row), int(np.argmin(np.where(may, added, np.iinfo(np.int64).max))))
    improve(board, until, clock, STEPS)
    if int(board.now()[board.instance.avail].sum()) < was:
        return True
    board.at = before
    board.count()
    return False

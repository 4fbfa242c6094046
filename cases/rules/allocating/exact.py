"""Small parts done again exactly: some workers, and the loose groups that stand with them, by OR-Tools' CP-SAT."""

import numpy as np
from ortools.sat.python import cp_model

from cases.rules.allocating.covering import Proof
from cases.rules.allocating.instance import Ints
from cases.rules.allocating.placing import CAP, PEAK, Board, Clock

Given = dict[tuple[int, int], cp_model.IntVar]
FEW = 10  # workers in one part: more take longer than two parts do
LONGEST = 1.0  # seconds for one part
EVENLY = 0.3  # of the odds: whoever loses nothing has to take part too
PATIENCE = 400  # parts in a row without a gain


def polish(board: Board, until: float, clock: Clock, proof: Proof | None = None) -> bool:
    """Part after part, until the time is over or many parts in a row were found as good as they can be. Whether
    nothing better is left, as is proven.

    By a proof, whoever loses most against what they could hold is drawn most often.
    """
    random = np.random.default_rng(0)
    movable = np.flatnonzero(board.may.any(axis=0))
    if len(movable) <= FEW:
        return _solve(board, movable, until - clock())
    idle = 0
    while clock() < until and idle < PATIENCE:
        odds = None
        if proof is not None:
            if _worth(board) <= proof.bound:
                return True
            lost = proof.lost(board)[movable]
            odds = (1 - EVENLY) * lost / max(1.0, lost.sum()) + EVENLY / len(movable)
            odds /= odds.sum()
        chosen = random.choice(movable, FEW, replace=False, p=odds)
        before = _worth(board)
        _solve(board, chosen, min(LONGEST, until - clock()))
        idle = 0 if _worth(board) < before else idle + 1
    return False


def _worth(board: Board) -> int:
    return int(board.now()[board.instance.avail].sum())


def _solve(board: Board, workers: Ints, seconds: float) -> bool:
    """Give the loose groups of these workers out anew among them, if that is better. Whether nothing better is left."""
    rows = np.flatnonzero(np.isin(board.at, workers))
    if seconds <= 0:
        return not len(rows)
    model = cp_model.CpModel()
    given: Given = {
        (int(row), int(worker)): model.new_bool_var("")
        for row in rows for worker in workers if board.may[row, worker]
    }  # fmt: skip
    for row in rows:
        model.add_exactly_one(given[int(row), int(worker)] for worker in workers if board.may[row, worker])
    for (one, to), is_given in given.items():
        model.add_hint(is_given, bool(board.at[one] == to))
    _keep_to_budgets(board, model, given, rows, workers)
    model.minimize(sum(_costs(board, model, given, rows, workers)))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 1
    before = int(board.now()[workers].sum())
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE) or solver.objective_value >= before:
        return bool(status == cp_model.OPTIMAL)
    for (one, to), is_given in given.items():
        if solver.boolean_value(is_given):
            board.at[one] = to
    board.count()
    return bool(status == cp_model.OPTIMAL)


def _costs(board: Board, model: cp_model.CpModel, given: Given, rows: Ints, workers: Ints) -> list[cp_model.LinearExpr]:
    """What each worker costs, as `Board.cost` says."""
    facts = board.instance
    base, base_kids = _without(board, rows)
    terms = []
    for worker in map(int, workers):
        mine = [row for row, to in given if to == worker]
        most = int(base[worker]) + sum(int(board.points[row]) for row in mine)
        load = model.new_int_var(int(base[worker]), most, "")
        model.add(load == int(base[worker]) + sum(int(board.points[row]) * given[row, worker] for row in mine))
        square = model.new_int_var(0, most * most, "")
        model.add_multiplication_equality(square, [load, load])
        terms.append(int(facts.weight[worker]) * square)
        kids = int(base_kids[worker]) + sum(int(board.children[row]) * given[row, worker] for row in mine)
        for counted, limit, price in (
            (load, int(facts.hard[worker]), CAP),
            (load, int(board.ceiling[worker]), PEAK),
            (kids, int(facts.kids[worker]), CAP),
        ):
            above = model.new_int_var(0, most + int(facts.n.sum()), "")
            model.add(above >= counted - limit)
            terms.append(price * above)
    return terms


def _keep_to_budgets(board: Board, model: cp_model.CpModel, given: Given, rows: Ints, workers: Ints) -> None:
    """Whoever may keep one group instead of another: what leaves them costs no more than it must."""
    for worker in map(int, workers):
        if worker not in board.budget:
            continue
        theirs = np.flatnonzero(board.home == worker)
        prices = board.instance.change_cost[board.groups]
        gone = sum(int(prices[row]) for row in theirs if row not in rows and board.at[row] != worker)
        leaves = sum(int(prices[row]) * (1 - given[int(row), worker]) for row in theirs if row in rows)
        model.add(leaves + gone <= board.budget[worker])


def _without(board: Board, rows: Ints) -> tuple[Ints, Ints]:
    """Loads without these loose groups."""
    size = len(board.instance.cap)
    points = np.bincount(board.at[rows], weights=board.points[rows], minlength=size).astype(np.int64)
    children = np.bincount(board.at[rows], weights=board.children[rows], minlength=size).astype(np.int64)
    return board.load - points, board.kids - children

"""Fairer shares for a stated budget of weighted changes of worker, and what several budgets would buy.

Only ever when a manager asks: nobody has to change hands for it. CP-SAT does it, the peak being no higher than before.
"""

from collections.abc import Sequence

import numpy as np
from ortools.sat.python import cp_model

from cases.rules.allocating.instance import Instance, Ints
from cases.rules.allocating.score import loads


def buy(instance: Instance, start: Ints, budget: int, seconds: float) -> Ints:
    """The fairest assignment found that changes hands for no more than `budget` weighted changes beyond `start`.

    What `start` moves stays moved or moves elsewhere; nobody comes to lie above a cap or above the peak of `start`.
    Deterministic as long as the time is enough. `start` itself when nothing is better.
    """
    model = cp_model.CpModel()
    points, children = loads(instance, start)
    peak = int(np.max(-(-1000 * points[instance.avail] // instance.cap[instance.avail]), initial=0))
    rows = [row for row in range(len(start)) if start[row] >= 0]
    may = instance.may_hold.copy()
    may[rows, start[rows]] = True
    given = {(row, int(to)): model.new_bool_var("") for row in rows for to in np.flatnonzero(may[row])}
    for row in rows:
        model.add_exactly_one(given[row, int(to)] for to in np.flatnonzero(may[row]))
    for (row, to), is_given in given.items():
        model.add_hint(is_given, bool(start[row] == to))
    before = int(instance.change_cost[[row for row in rows if start[row] != instance.cur[row]]].sum())
    changes = sum(
        int(instance.change_cost[row]) * is_given for (row, to), is_given in given.items() if to != instance.cur[row]
    )
    model.add(changes <= before + budget)
    terms = []
    for worker in np.flatnonzero(instance.avail).tolist():
        mine = [row for row, to in given if to == worker]
        most = max(int(points[worker]), min(int(instance.hard[worker]), int(instance.cap[worker]) * peak // 1000))
        load = model.new_int_var(0, most, "")
        model.add(load == sum(int(instance.pts[row]) * given[row, worker] for row in mine))
        limit = max(int(children[worker]), int(instance.kids[worker]))
        model.add(sum(int(instance.n[row]) * given[row, worker] for row in mine) <= limit)
        square = model.new_int_var(0, most * most, "")
        model.add_multiplication_equality(square, [load, load])
        terms.append(int(instance.weight[worker]) * square)
    # Of equally fair ones, the one with the fewest changes: less than the smallest difference there can be.
    least = int(instance.weight.min(initial=1))
    scale = int(instance.change_cost.sum()) // max(1, least) + 1
    model.minimize(sum(scale * term for term in terms) + changes)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 0
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return start
    found = start.copy()
    for (row, to), is_given in given.items():
        if solver.boolean_value(is_given):
            found[row] = to
    return found


def budgets(instance: Instance) -> Sequence[int]:
    """Nothing, a little, more, much: by what one family's change weighs here in the middle. Whole tens."""
    prices = instance.change_cost[instance.change_cost > 0]
    if not len(prices):
        return (0,)
    middle = max(10, int(np.ceil(np.median(prices) / 10)) * 10)
    return (0, middle, 3 * middle, 6 * middle)

"""Where caps cannot be kept by moving only who must be moved: the cheapest further changes that keep them, exactly.

It happens when nobody with room may hold what has to go. Some workers, with everything they hold, are given out anew by
CP-SAT: first the fewest points and children above caps, then the fewest weighted changes.
"""

import numpy as np
from ortools.sat.python import cp_model

from cases.rules.allocating.instance import Instance, Ints
from cases.rules.allocating.placing import Clock
from cases.rules.allocating.score import loads

Given = dict[tuple[int, int], cp_model.IntVar]
MANY = 12  # workers given out anew at once
BEFORE_CHANGES = 1 << 24  # what a point above a cap weighs beside a weighted change


def repair(instance: Instance, assignment: Ints, until: float, clock: Clock) -> tuple[Ints, int]:
    """The assignment with fewer points and children above caps, if there is one, else as it was; and the weighted
    changes that no assignment which keeps the caps can do without: 0 where that is not proven. Where so few work that
    all of them are given out anew together, it is."""
    random = np.random.default_rng(0)
    now = assignment.copy()
    for _ in range(40):
        points, children = loads(instance, now)
        above = np.maximum(points - instance.hard, 0) + np.maximum(children - instance.kids, 0)
        over = np.flatnonzero(instance.avail & (above > 0))
        if not len(over) or clock() >= until:
            return now, 0
        workers = _around(instance, now, over, random)
        now, is_best = _again(instance, now, workers, until - clock())
        if is_best and len(workers) == instance.avail.sum():
            return now, int(instance.change_cost[now != instance.cur].sum()) if _keeps(instance, now) else 0
    return now, 0


def _keeps(instance: Instance, now: Ints) -> bool:
    points, children = loads(instance, now)
    return not ((points > instance.hard) | (children > instance.kids))[instance.avail].any()


def _around(instance: Instance, now: Ints, over: Ints, random: np.random.Generator) -> Ints:
    """Those above a cap, those who may take from them, and a few more: as many as can be solved at once."""
    over = over[:4]
    theirs = np.isin(now, over)
    near = np.flatnonzero(instance.may_hold[theirs].any(axis=0) & instance.avail)
    near = near[~np.isin(near, over)]
    others = np.flatnonzero(instance.avail & ~np.isin(np.arange(len(instance.cap)), [*over, *near]))
    random.shuffle(near)
    random.shuffle(others)
    room = MANY - len(over)
    return np.concatenate([over, near[: max(room - len(others), room * 2 // 3)], others])[:MANY]


def _again(instance: Instance, now: Ints, workers: Ints, seconds: float) -> tuple[Ints, bool]:
    """What these workers hold, given out anew among them, and whether that is the best there is."""
    model = cp_model.CpModel()
    groups = np.flatnonzero(np.isin(now, workers))
    allowed = instance.may_hold.copy()
    allowed[groups, now[groups]] = True
    given = {
        (int(group), int(worker)): model.new_bool_var("")
        for group in groups for worker in workers if allowed[group, worker]
    }  # fmt: skip
    changes = []
    for group in groups:
        model.add_exactly_one(given[int(group), int(worker)] for worker in workers if allowed[group, worker])
    for (one, to), is_given in given.items():
        model.add_hint(is_given, bool(now[one] == to))
        if to != instance.cur[one]:
            changes.append(int(instance.change_cost[one]) * is_given)
    model.minimize(sum(changes) + BEFORE_CHANGES * sum(_above(instance, model, given, workers)))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(0.05, min(5.0, seconds))
    solver.parameters.num_workers = 1
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return now, False
    after = now.copy()
    for (one, to), is_given in given.items():
        if solver.boolean_value(is_given):
            after[one] = to
    return after, bool(status == cp_model.OPTIMAL)


def _above(instance: Instance, model: cp_model.CpModel, given: Given, workers: Ints) -> list[cp_model.IntVar]:
    """Points and children above each worker's caps."""
    found = []
    for worker in map(int, workers):
        mine = [group for group, to in given if to == worker]
        for facts, limit in ((instance.pts, instance.hard), (instance.n, instance.kids)):
            above = model.new_int_var(0, int(facts.sum()), "")
            model.add(above >= sum(int(facts[group]) * given[group, worker] for group in mine) - int(limit[worker]))
            found.append(above)
    return found

"""Shares as if groups could be divided: a linear programme whose cost no assignment of whole groups can beat.

Each group that needs a worker is given out in fractions to those who may hold it; caps on points and on children hold.
A worker's next point costs what it adds to load² × weight, and these prices rise, so that the sum over points is the
curve itself at every whole load. OR-Tools solves it (CLP: its HiGHS does not tell prices).
"""

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from ortools.linear_solver import pywraplp

from cases.rules.allocating.instance import Flags, Instance, Ints

ABOVE = 1e9
"""What a point or child above a cap costs in the programme: it is used only where nothing else fits."""


@dataclass(frozen=True)
class Shares:
    """The fraction of each group (row) at each worker (column), and the bound: no whole assignment of these groups is
    less unfair. `prices` is what each group costs the programme at the margin. `fits` is false where the caps cannot
    hold even fractions; then the bound is one without caps."""

    fractions: NDArray[np.float64]
    bound: int
    prices: NDArray[np.float64]
    fits: bool = True


@dataclass(frozen=True)
class Loose:
    """What is to be given out: the groups, who may hold each (a row of workers), and for a group that its worker may
    keep at the cost of handing over another, that worker (`home`, else −1). `budget` is what leaves each of these."""

    groups: Ints
    may: Flags
    home: Ints
    budget: dict[int, int]


def share_out(instance: Instance, loose: Loose, held: Ints, held_children: Ints) -> Shares:
    """Fractions of these groups upon the loads that stay (points and children of each worker).

    Every group has somebody who may hold it.
    """
    shares, above = _share(instance, loose, held, held_children)
    if above < 1e-6:
        return shares
    room = int(instance.pts.sum() + instance.n.sum())
    free = replace(instance, hard=instance.hard + room, kids=instance.kids + room)
    return Shares(shares.fractions, _share(free, loose, held, held_children)[0].bound, shares.prices, False)


def _share(instance: Instance, loose: Loose, held: Ints, held_children: Ints) -> tuple[Shares, float]:
    """The shares, and how many points and children stand above caps in them."""
    stays = int((held[instance.avail] ** 2 * instance.weight[instance.avail]).sum())
    if not len(loose.groups):
        return Shares(np.zeros(loose.may.shape), stays, np.zeros(0)), 0.0
    first, kind_of, many = kinds(instance, loose)
    solver = pywraplp.Solver.CreateSolver("CLP")
    cost = solver.Objective()
    rows, columns = np.nonzero(loose.may[first])
    load = {int(worker): solver.Constraint(0, 0) for worker in np.unique(columns)}
    kids = {w: solver.Constraint(-solver.infinity(), float(max(0, instance.kids[w] - held_children[w]))) for w in load}
    whole = [solver.Constraint(float(count), float(count)) for count in many]
    given = _fractions(instance, loose, solver, load, kids, whole, (first, many, rows, columns))
    over, given_out = [], int(instance.pts[loose.groups].sum())
    for worker in load:
        over += _points(instance, solver, cost, load[worker], worker, int(held[worker]), given_out)
        more = solver.NumVar(0, solver.infinity(), "")
        kids[worker].SetCoefficient(more, -1)
        cost.SetCoefficient(more, ABOVE)
        over.append(more)
    if solver.Solve() != pywraplp.Solver.OPTIMAL:
        raise ArithmeticError("A linear programme without a solution: some group has nobody who may hold it.")
    fractions = np.zeros((len(first), loose.may.shape[1]))
    fractions[rows, columns] = [part.solution_value() for part in given]
    above = sum(each.solution_value() for each in over)
    prices = np.array([each.dual_value() for each in whole])
    found = Shares((fractions / many[:, None])[kind_of], stays + _no_more_than(cost.Value()), prices[kind_of])
    return found, above


def kinds(instance: Instance, loose: Loose) -> tuple[Ints, Ints, Ints]:
    """Groups that are alike in points, children and who may hold them are one to the programme: the first row of each
    kind, the kind of each row, and how many there are. A group its worker may keep is a kind of its own."""
    own = np.where(loose.home >= 0, np.arange(len(loose.groups)), -1)
    who = np.unique(loose.may, axis=0, return_inverse=True)[1].reshape(-1)
    facts = np.stack([instance.pts[loose.groups], instance.n[loose.groups], who, own], axis=1)
    _, first, kind_of, many = np.unique(facts, axis=0, return_index=True, return_inverse=True, return_counts=True)
    return first, kind_of.reshape(-1), many


def _fractions(
    instance: Instance,
    loose: Loose,
    solver: pywraplp.Solver,
    load: dict[int, pywraplp.Constraint],
    kids: dict[int, pywraplp.Constraint],
    whole: list[pywraplp.Constraint],
    kinds: tuple[Ints, Ints, Ints, Ints],
) -> list[pywraplp.Variable]:
    """One variable for each kind of group and worker who may hold it; each group whole, each budget kept."""
    first, many, rows, columns = kinds
    groups, home = loose.groups[first], loose.home[first]
    points, children, prices = instance.pts[groups], instance.n[groups], instance.change_cost[groups]
    leaves = {
        worker: solver.Constraint(-solver.infinity(), float(most - prices[home == worker].sum()))
        for worker, most in loose.budget.items()
    }
    given = []
    for row, worker in zip(rows.tolist(), columns.tolist(), strict=True):
        part = solver.NumVar(0, float(many[row]), "")
        whole[row].SetCoefficient(part, 1)
        load[worker].SetCoefficient(part, -float(points[row]))
        kids[worker].SetCoefficient(part, float(children[row]))
        if worker == home[row]:
            leaves[worker].SetCoefficient(part, -float(prices[row]))
        given.append(part)
    return given


def _no_more_than(value: float) -> int:
    """The whole number that is proven: every cost is whole, and a millionth of a millionth is the solver's rounding."""
    return math.ceil(value * (1 - 1e-12) - 0.5)


def _points(
    instance: Instance,
    solver: pywraplp.Solver,
    cost: pywraplp.Objective,
    load: pywraplp.Constraint,
    worker: int,
    held: int,
    most: int,
) -> list[pywraplp.Variable]:
    """A worker's load as points with rising prices, up to the cap or all that there is to give; and what lies above the
    cap, dearly."""
    weight = int(instance.weight[worker])
    for level in range(held, max(held, min(held + most, int(instance.hard[worker])))):
        point = solver.NumVar(0, 1, "")
        load.SetCoefficient(point, 1)
        cost.SetCoefficient(point, float(weight * (2 * level + 1)))
    more = solver.NumVar(0, solver.infinity(), "")
    load.SetCoefficient(more, 1)
    cost.SetCoefficient(more, ABOVE)
    return [more]

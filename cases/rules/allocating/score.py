"""How good an assignment is, judged from the facts alone: the solver's own sums are not asked."""

from dataclasses import astuple, dataclass

import numpy as np

from cases.rules.allocating.instance import Instance, Ints


@dataclass(frozen=True, order=True)
class Score:
    """What counts, in order: smaller is better. `breaches` and `above` in children and points, `changes` weighted,
    `peak` in permille of capacity, `unfairness` in load² × weight, `travel` in minutes."""

    breaches: int
    above: int
    changes: int
    peak: int
    unfairness: int
    travel: int

    def as_tuple(self) -> tuple[int, ...]:
        """The same as plain numbers."""
        return astuple(self)


def loads(instance: Instance, assignment: Ints) -> tuple[Ints, Ints]:
    """Points and children of each worker."""
    held = np.flatnonzero(assignment >= 0)
    size = len(instance.cap)
    points = np.bincount(assignment[held], weights=instance.pts[held], minlength=size)
    children = np.bincount(assignment[held], weights=instance.n[held], minlength=size)
    return points.astype(np.int64), children.astype(np.int64)


def score(instance: Instance, assignment: Ints) -> Score:
    """The score of an assignment: a worker for each group, or −1 for nobody."""
    held = np.flatnonzero(assignment >= 0)
    workers = assignment[held]
    moved = workers != instance.cur[held]
    wrong = ~instance.avail[workers] | (moved & ~instance.may_hold[held, workers])
    breaches = int(instance.n[assignment < 0].sum() + instance.n[held[wrong]].sum())
    breaches += sum(int(assignment[group] == worker and not (moved[held == group] & wrong[held == group]).any())
                    for group, worker in instance.conflict)  # fmt: skip
    points, children = loads(instance, assignment)
    here = instance.avail
    above = np.maximum(points - instance.hard, 0)[here].sum() + np.maximum(children - instance.kids, 0)[here].sum()
    peak = int(np.max(-(-1000 * points[here] // instance.cap[here]), initial=0))
    return Score(
        breaches=breaches,
        above=int(above),
        changes=int((instance.change_cost[held] * moved).sum()),
        peak=peak,
        unfairness=int((points[here] ** 2 * instance.weight[here]).sum()),
        travel=int(instance.travel(held, workers).sum()),
    )

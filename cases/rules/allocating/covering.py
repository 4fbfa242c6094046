"""One handful for each worker, so that every group is held: what no assignment can beat, and one that comes near it.

Handfuls are added as prices ask for them, and prices come from the programme over the handfuls there are (column
generation). Its bound is better than that of single groups in fractions, since a handful is whole; and among the
handfuls it found, whole ones are chosen (SCIP).
"""

from collections import Counter
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from ortools.linear_solver import pywraplp

from cases.rules.allocating.bounds import Loose
from cases.rules.allocating.handfuls import Handful, Handfuls
from cases.rules.allocating.instance import Ints
from cases.rules.allocating.placing import Board, Clock
from cases.rules.allocating.shedding import Relief

DEAR = 1e8  # a group in no handful
TRUST = 0.5  # how far prices stay with those that proved most
SEVERAL = 3  # handfuls of a worker for each set of prices
MOST = 2500  # handfuls to choose from at once
VARIETIES = 4  # further sets of prices before each choice
OFF = 0.002  # and how far they are off
LONGEST = 6.0  # seconds for one choice
SHORTEST = 0.5  # less is not worth while
VAIN = 2  # choices in a row that found nothing better
FOR_SEARCH = 0.6  # of the time, at most, for finding handfuls; the rest for choosing


@dataclass
class Proof:
    """What is proven of a board: no assignment of its groups that keeps the caps and has no higher peak is less unfair
    than `bound`; and the prices of each group (row) that prove it, with the least that each worker then costs."""

    bound: int
    prices: Ints
    least: dict[int, int]

    def lost(self, board: Board) -> NDArray[np.float64]:
        """How much dearer than the cheapest each worker's present handful is: together, what may be left to gain."""
        facts = board.instance
        cost = facts.weight * (board.load**2 - board.held**2)
        paid = np.bincount(board.at, weights=self.prices, minlength=len(cost))
        found = np.zeros(len(cost))
        for worker, least in self.least.items():
            found[worker] = max(0.0, float(cost[worker]) - paid[worker] - least)
        return found


def cover(board: Board, loose: Loose, relief: dict[int, Relief], prices: NDArray[np.float64],
          until: float, clock: Clock) -> Proof | None:  # fmt: skip
    """Make the board fairer, if the handfuls found allow it, and prove how much fairer it could be at most. None where
    nothing can be proven so.

    `prices` are those of each group (row) in the programme of fractions: near enough to begin with.
    """
    if not len(loose.groups):
        return None
    handfuls = Handfuls(board, loose, relief)
    if not handfuls.possible:
        return None
    search = _Search(board, handfuls)
    began = clock()
    search.find(prices, began + (until - began) * FOR_SEARCH, clock)
    random, in_vain = np.random.default_rng(0), 0
    while search.value > search.bound and in_vain < VAIN and until - clock() > SHORTEST:
        search.vary(until, clock, random)
        in_vain = 0 if search.choose(min(LONGEST, until - clock())) else in_vain + 1
    return Proof(search.bound, search.centre[handfuls.kind_of], search.least)


@dataclass
class _Search:
    board: Board
    handfuls: Handfuls
    found: dict[tuple[int, tuple[int, ...]], Handful] = field(default_factory=dict)
    bound: int = 0
    centre: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    least: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.programme = _Programme(self.handfuls)
        self._look()

    def _look(self) -> None:
        """What the board holds now, as handfuls."""
        facts = self.board.instance
        self.present = {each.worker: each for each in map(self._present, self.handfuls.workers.tolist())}
        self.value = int((self.board.load**2 * facts.weight)[facts.avail].sum())
        self._add(list(self.present.values()))

    def _present(self, worker: int) -> Handful:
        """What somebody holds of the loose groups now."""
        mine = np.flatnonzero(self.board.at == worker)
        load, held = int(self.board.load[worker]), int(self.board.held[worker])
        cost = int(self.board.instance.weight[worker]) * (load**2 - held**2)
        return Handful(worker, tuple(sorted(self.handfuls.kind_of[mine].tolist())), cost)

    def _add(self, handfuls: list[Handful]) -> int:
        new = 0
        for each in handfuls:
            if (each.worker, each.kinds) not in self.found:
                self.found[each.worker, each.kinds] = each
                self.programme.add(each)
                new += 1
        return new

    def _try(self, prices: NDArray[np.float64]) -> int:
        """The handfuls that these prices ask for, as new ones; and the best bound so far, with its prices."""
        whole = np.maximum(0, np.round(prices)).astype(np.int64)
        least, handfuls = self.handfuls.cheapest(whole, SEVERAL)
        bound = self.handfuls.bound(whole, least)
        if bound > self.bound or not self.least:
            self.bound, self.centre, self.least = bound, whole, least
        return self._add(handfuls)

    def find(self, prices: NDArray[np.float64], until: float, clock: Clock) -> None:
        """Handfuls until no new ones help, or the time is over."""
        kind = np.unique(self.handfuls.kind_of, return_index=True)[1]
        self._try(prices[kind])
        while clock() < until and self.value > self.bound:
            best, now = self.programme.solve()
            if best + self.handfuls.stays - self.bound < 1:
                break
            if not self._try(TRUST * self.centre + (1 - TRUST) * now) and not self._try(now):
                break

    def vary(self, until: float, clock: Clock, random: np.random.Generator) -> None:
        """More handfuls, by prices a little off those of the bound: as cheap nearly, and of other groups."""
        for _ in range(VARIETIES):
            if clock() < until:
                near = self.centre * (1 + random.normal(0, OFF, len(self.centre)))
                self._add(self.handfuls.cheapest(np.maximum(0, np.round(near)).astype(np.int64), SEVERAL)[1])

    def choose(self, seconds: float) -> bool:
        """Whole handfuls of those found that could be part of something better: by the prices of the bound, what a
        handful costs more than the cheapest is lost, and no more may be lost than lies between bound and board."""
        gap = self.value - self.bound
        cost = {key: each.cost - int(self.centre[list(each.kinds)].sum()) for key, each in self.found.items()}
        lost = {key: reduced - self.least[key[0]] for key, reduced in cost.items()}
        some = sorted((key for key in self.found if lost[key] < gap), key=lambda key: (lost[key], key))[:MOST]
        with_present = [*self.present.values(), *(self.found[key] for key in some)]
        chosen = _choose(list(dict.fromkeys(with_present)), len(self.present), self.handfuls.many, seconds)
        if not chosen:
            return False
        self._give(chosen)
        return True

    def _give(self, chosen: list[Handful]) -> None:
        """The groups of each kind to whom the handfuls say; whoever has one of several alike keeps it, and what is in
        more handfuls than there are groups is left out of one."""
        wanted = Counter((each.worker, kind) for each in chosen for kind in each.kinds)
        homeless = []
        for row, kind in enumerate(self.handfuls.kind_of.tolist()):
            key = (int(self.board.at[row]), kind)
            if wanted[key]:
                wanted[key] -= 1
            else:
                homeless.append((row, kind))
        takers: dict[int, list[int]] = {}
        for (worker, kind), count in wanted.items():
            takers.setdefault(kind, []).extend([worker] * count)
        for row, kind in homeless:
            self.board.at[row] = takers[kind].pop()
        self.board.count()
        self._look()


class _Programme:
    """Handfuls in fractions: one for each worker, every kind of group held as often as there are groups of it."""

    def __init__(self, handfuls: Handfuls) -> None:
        self.solver = pywraplp.Solver.CreateSolver("GLOP")
        self.cost = self.solver.Objective()
        nothing = self.solver.infinity()
        self.one = {worker: self.solver.Constraint(1, 1) for worker in handfuls.workers.tolist()}
        self.held = [self.solver.Constraint(float(many), nothing) for many in handfuls.many]
        for constraint in self.held:
            missing = self.solver.NumVar(0, nothing, "")
            constraint.SetCoefficient(missing, 1)
            self.cost.SetCoefficient(missing, DEAR)

    def add(self, handful: Handful) -> None:
        part = self.solver.NumVar(0, self.solver.infinity(), "")
        self.cost.SetCoefficient(part, float(handful.cost))
        self.one[handful.worker].SetCoefficient(part, 1)
        for kind in set(handful.kinds):
            self.held[kind].SetCoefficient(part, float(handful.kinds.count(kind)))

    def solve(self) -> tuple[float, NDArray[np.float64]]:
        """What the best costs, and the price of each kind of group in it."""
        self.solver.Solve()
        return float(self.cost.Value()), np.array([each.dual_value() for each in self.held])


def _choose(some: list[Handful], present: int, many: Ints, seconds: float) -> list[Handful] | None:
    """The cheapest choice of one handful for each worker that holds every group, by SCIP; None where none is better
    than the first ones, as many as are `present`."""
    solver = pywraplp.Solver.CreateSolver("SCIP")
    cost = solver.Objective()
    taken = [solver.BoolVar("") for _ in some]
    one: dict[int, pywraplp.Constraint] = {}
    held = [solver.Constraint(float(count), solver.infinity()) for count in many]
    for each, is_taken in zip(some, taken, strict=True):
        cost.SetCoefficient(is_taken, float(each.cost))
        if each.worker not in one:
            one[each.worker] = solver.Constraint(1, 1)
        one[each.worker].SetCoefficient(is_taken, 1)
        for kind in set(each.kinds):
            held[kind].SetCoefficient(is_taken, float(each.kinds.count(kind)))
    solver.SetHint(taken, [float(place < present) for place in range(len(some))])
    solver.SetTimeLimit(max(10, int(seconds * 1000)))
    if solver.Solve() not in (pywraplp.Solver.OPTIMAL, pywraplp.Solver.FEASIBLE):
        return None
    chosen = [each for each, is_taken in zip(some, taken, strict=True) if is_taken.solution_value() > 0.5]
    return chosen if sum(each.cost for each in chosen) < sum(each.cost for each in some[:present]) else None

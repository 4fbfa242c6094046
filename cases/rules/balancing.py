"""Who might take which family: a proposal, made only when somebody must be relieved. Nothing moves by itself.

The unit is a family group: the children of one record who share a lead, or who wait for one together. Costs and their
order are those of the optimiser to come: children × (10 + months together, at most 36), three times that in
proceedings; nothing for a family whose worker leaves. Fewest weighted changes first, then the lowest peak.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from cases.rules.continuity import is_unsettled
from cases.rules.when_to_propose import SETTLED_MONTHS

CAP = 1150
"""Score in thousandths of capacity above which a caseload is unsafe: 115 of 100 (REFERENCE 9.2)."""
FULL = 1000
"""Nobody is proposed beyond 100 of 100."""


class Why(StrEnum):
    """Why a family is proposed."""

    WAITS = "waits"
    LEAVES = "leaves"
    ABOVE = "above"


@dataclass(frozen=True)
class Carrier:
    """Somebody who could hold families. `load` and `capacity` as in `weighting`, in thousandths of a point."""

    key: int
    name: str
    load: int
    capacity: int
    takes_new: bool = True
    leaves: bool = False
    is_early_career: bool = False
    is_registered: bool = True
    """Registered with Social Work England: needed to lead statutory work once it is more than a plan for need."""


@dataclass(frozen=True)
class Family:
    """A family group: `lead` holds it or nobody. `closed_to` are people who must not see the record.

    `months_since_change` is None when the lead never changed. `held_by_stage` says in words which conference, court
    date or enquiry forbids a move now; empty when none.
    """

    key: int
    children: int
    points: int
    lead: int | None = None
    months_together: int = 0
    months_since_change: int | None = None
    changes_in_year: int = 0
    in_proceedings: bool = False
    needs_registered: bool = False
    needs_experience: bool = False
    held_by_stage: str = ""
    closed_to: frozenset[int] = frozenset()
    known_to: frozenset[int] = frozenset()
    """Leads of the family's other children: asked first when a child waits."""


@dataclass(frozen=True)
class Move:
    """One family, from its lead or from nobody to somebody. `cost` in weighted changes; `why` is a sentence."""

    family: int
    lead: int | None
    to: int
    cause: Why
    cost: int
    why: str


@dataclass(frozen=True)
class Proposal:
    """All of one run. `unplaced` are families that must be placed and that nobody can take: a finding about staff."""

    moves: tuple[Move, ...] = ()
    unplaced: tuple[int, ...] = ()


def protected(family: Family) -> str:
    """Why a family keeps its worker whatever the caseload; empty when it may be proposed."""
    if family.held_by_stage:
        return family.held_by_stage
    if family.months_since_change is not None and family.months_since_change < SETTLED_MONTHS:
        return f"the lead worker changed less than {SETTLED_MONTHS} months ago"
    if is_unsettled(family.changes_in_year):
        return "the lead worker has changed twice in the last 12 months"
    return ""


def change_cost(family: Family) -> int:
    """Weighted changes of worker that moving this family would make; nothing for one that has no lead."""
    if family.lead is None:
        return 0
    return family.children * (10 + min(family.months_together, 36)) * (3 if family.in_proceedings else 1)


def propose(carriers: Sequence[Carrier], families: Sequence[Family]) -> Proposal:
    """Families that wait, families whose worker leaves, and the fewest to relieve whoever is above the cap.

    Empty on most nights. The order of what is given makes no difference.
    """
    by_key = {carrier.key: carrier for carrier in sorted(carriers, key=lambda c: c.key)}
    loads = {key: carrier.load for key, carrier in by_key.items()}
    moves: list[Move] = []
    unplaced: list[int] = []
    for cause, family in _to_place(by_key, families):
        to = _best(family, by_key, loads)
        if to is None:
            unplaced += [family.key] if cause is not Why.ABOVE else []
            continue
        loads[to.key] += family.points
        if family.lead is not None:
            loads[family.lead] -= family.points
        cost = change_cost(family) if cause is Why.ABOVE else 0
        moves.append(Move(family.key, family.lead, to.key, cause, cost, _sentence(cause, family, to, by_key)))
    return Proposal(tuple(moves), tuple(unplaced))


def _to_place(by_key: dict[int, Carrier], families: Sequence[Family]) -> list[tuple[Why, Family]]:
    """Waiting first, then leavers' families, then those that relieve: the largest first in each."""
    ordered = sorted(families, key=lambda f: (-f.points, f.key))
    waiting = [(Why.WAITS, family) for family in ordered if family.lead is None]
    left = [(Why.LEAVES, f) for f in ordered if f.lead in by_key and by_key[f.lead].leaves]
    above = []
    for carrier in by_key.values():
        if not carrier.leaves and carrier.load * 1000 > CAP * carrier.capacity and carrier.capacity:
            theirs = [f for f in ordered if f.lead == carrier.key and not protected(f)]
            above += [(Why.ABOVE, family) for family in cheapest(theirs, _excess(carrier))]
    return waiting + left + above


def _excess(carrier: Carrier) -> int:
    """Thousandths of a point above the cap, rounded up."""
    return carrier.load - CAP * carrier.capacity // 1000


def cheapest(families: Sequence[Family], excess: int) -> list[Family]:
    """The families with the least weighted change whose points make up the excess; all of them when they cannot.

    A covering knapsack, exact: `best` holds for each number of points covered (capped) the cheapest way there.
    """
    best: dict[int, tuple[int, int, tuple[int, ...]]] = {0: (0, 0, ())}
    for place, family in enumerate(families):
        for covered, (cost, count, chosen) in sorted(best.items(), reverse=True):
            reached = min(covered + family.points, excess)
            way = (cost + change_cost(family), count + 1, (*chosen, place))
            if reached not in best or way < best[reached]:
                best[reached] = way
    return [families[place] for place in best[max(best)][2]]


def _best(family: Family, by_key: dict[int, Carrier], loads: dict[int, int]) -> Carrier | None:
    """Who can take the family: the lead of its other children if possible, else whoever stays least loaded."""
    able = [
        c
        for c in by_key.values()
        if _can_take(family, c) and (loads[c.key] + family.points) * 1000 <= FULL * c.capacity
    ]
    if not able:
        return None
    # Fractions compared as whole numbers would need a common denominator; thousandths of a score are fine enough.
    return min(
        able,
        key=lambda c: (c.key not in family.known_to, (loads[c.key] + family.points) * 1_000_000 // c.capacity, c.key),
    )


def _can_take(family: Family, carrier: Carrier) -> bool:
    if not carrier.takes_new or carrier.leaves or not carrier.capacity or carrier.key == family.lead:
        return False
    if carrier.key in family.closed_to or (family.needs_registered and not carrier.is_registered):
        return False
    return not (family.needs_experience and carrier.is_early_career)


def _sentence(cause: Why, family: Family, to: Carrier, by_key: dict[int, Carrier]) -> str:
    reason = {
        Why.WAITS: "Nobody leads for them at present",
        Why.LEAVES: f"{by_key[family.lead].name} is leaving" if family.lead else "",
        Why.ABOVE: f"{by_key[family.lead].name} holds more than is safe" if family.lead else "",
    }[cause]
    known = " and leads already for a brother or sister" if to.key in family.known_to else ""
    return f"{reason}. {to.name} has room{known}."

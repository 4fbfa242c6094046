"""The plan for one team: causes first, then the solver within what they allow, then a sentence for each family.

OR-Tools is large: only the job that looks, in a process of its own, loads this.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import asdict, dataclass

from cases.rules.allocating.buying import budgets, buy
from cases.rules.allocating.instance import Ints
from cases.rules.allocating.of_families import Problem, beyond, problem
from cases.rules.allocating.score import loads
from cases.rules.allocating.solve import balance
from cases.rules.balancing import (
    GOES,
    TOO_MUCH,
    Carrier,
    Family,
    Move,
    Proposal,
    Why,
    change_cost,
    in_words,
    loose,
)
from cases.rules.when_to_propose import Cause, Found

WORTH = 20
"""Thousandths of capacity by which caseloads must come nearer: no family changes worker for less than two of 100."""
NOBODY_CHOSEN: Mapping[int, int] = {}


@dataclass(frozen=True)
class Price:
    """One point of the exchange: what `budget` weighted changes buy. `lowest` and `highest` score in thousandths of
    capacity, of those who stay; `weight` in weighted changes, `families` and `children` who would lose their worker
    for it, beyond what has to be."""

    budget: int
    weight: int
    families: int
    children: int
    lowest: int
    highest: int

    def as_json(self) -> dict[str, int]:
        """As it is kept."""
        return asdict(self)


def propose(
    carriers: Sequence[Carrier],
    families: Sequence[Family],
    found: Sequence[Found],
    *,
    chosen: Mapping[int, int] = NOBODY_CHOSEN,
    budget: int = 0,
    seconds: float = 5.0,
) -> Proposal:
    """What to ask of a manager on one day. Empty without a cause, when nothing was chosen and nothing is to be bought.

    `chosen` are families (by key) and the worker a manager chose for each: the rest is solved around them. The order
    of what is given makes no difference.
    """
    why = loose(families, found)
    if not why and not chosen and not budget:
        return Proposal()
    leads, back, bound = _least(carriers, families, found, why, chosen, seconds)
    if budget:
        wide = _wide(carriers, families, found, why, chosen)
        leads |= wide.leads(buy(wide.instance, wide.assignment(_all(families, leads)), budget, seconds))
    return _told(carriers, families, found, why, (leads, back, bound), chosen)


def exchange(
    carriers: Sequence[Carrier],
    families: Sequence[Family],
    found: Sequence[Found],
    *,
    chosen: Mapping[int, int] = NOBODY_CHOSEN,
    seconds: float = 3.0,
) -> tuple[Price, ...]:
    """What a few budgets would buy, the first being nothing. `seconds` for each.

    Points that bring caseloads no nearer to one another, or hardly, are left out.
    """
    why = loose(families, found)
    leads, _, _ = _least(carriers, families, found, why, chosen, seconds)
    wide = _wide(carriers, families, found, why, chosen)
    start = wide.assignment(_all(families, leads))
    prices: list[Price] = []
    for budget in budgets(wide.instance):
        price = _price(wide, start, buy(wide.instance, start, budget, seconds) if budget else start, budget)
        if not prices or _spread(prices[-1]) - _spread(price) >= WORTH:
            prices.append(price)
    return tuple(prices)


_Leads = dict[int, int | None]


def _least(
    carriers: Sequence[Carrier],
    families: Sequence[Family],
    found: Sequence[Found],
    why: Mapping[int, Why],
    chosen: Mapping[int, int],
    seconds: float,
) -> tuple[_Leads, set[int], int]:
    """Who leads for each family that may move, by the fewest weighted changes; those nobody has room for; the bound."""
    goes, heavy = _who(found, GOES), _who(found, TOO_MUCH)
    if not why and not chosen:
        return {}, set(), 0
    narrow = problem(carriers, families, movable=why.keys(), goes=goes, too_much=heavy, chosen=chosen)
    if not narrow.instance.avail.any():
        return {key: None for key in narrow.groups}, set(narrow.groups), 0
    solved = balance(narrow.instance, seconds)
    kept, back = beyond(narrow, solved.assignment)
    return narrow.leads(kept), back, solved.changes_bound


def _wide(
    carriers: Sequence[Carrier],
    families: Sequence[Family],
    found: Sequence[Found],
    why: Mapping[int, Why],
    chosen: Mapping[int, int],
) -> Problem:
    """The same with every family that nothing protects: those of whoever stays may move, at their price."""
    goes, heavy = _who(found, GOES), _who(found, TOO_MUCH)
    movable = {family.key for family in families if family.key in why or not family.keeps}
    return problem(
        carriers, families, movable=movable, goes=goes, too_much=heavy, chosen=chosen, is_relieved=True
    )  # fmt: skip


def _who(found: Sequence[Found], causes: AbstractSet[Cause]) -> set[int]:
    return {each.worker for each in found if each.cause in causes and each.worker is not None}


def _all(families: Sequence[Family], leads: Mapping[int, int | None]) -> _Leads:
    return {family.key: leads.get(family.key, family.lead) for family in families}


def _told(
    carriers: Sequence[Carrier],
    families: Sequence[Family],
    found: Sequence[Found],
    why: Mapping[int, Why],
    least: tuple[_Leads, set[int], int],
    chosen: Mapping[int, int],
) -> Proposal:
    """Each changed family as a move; the others that have to be placed are a finding."""
    leads, back, bound = least
    people = {each.key: each for each in carriers}
    moves, unplaced, by_choice = [], [], 0
    for family in sorted(families, key=lambda each: each.key):
        to = leads.get(family.key, family.lead)
        must = why.get(family.key)
        is_free = must in (Why.WAITS, Why.LEAVES, Why.AWAY)
        if to is None or (to == family.lead and (is_free or family.key in back)):
            unplaced += [family.key] if is_free else []
            continue
        if to == family.lead:
            continue
        reason = must or Why.BOUGHT
        cost = 0 if is_free else change_cost(family)
        by_choice += cost if family.key in chosen else 0
        words = in_words(reason, family, people[to], people, found)
        moves.append(Move(family.key, family.lead, to, reason, cost, words))
    changes = sum(move.cost for move in moves)
    return Proposal(tuple(moves), tuple(unplaced), changes, min(changes, bound + by_choice))


def _spread(price: Price) -> int:
    return price.highest - price.lowest


def _price(wide: Problem, start: Ints, bought: Ints, budget: int) -> Price:
    facts = wide.instance
    points, _ = loads(facts, bought)
    here = facts.avail & (facts.cap > 1)
    scores = 1000 * points[here] // facts.cap[here]
    cost = facts.change_cost
    after, before = (bought != facts.cur) & (cost > 0), (start != facts.cur) & (cost > 0)
    return Price(
        budget=budget,
        weight=int(cost[after].sum() - cost[before].sum()),
        families=int(after.sum() - before.sum()),
        children=int(facts.n[after].sum() - facts.n[before].sum()),
        lowest=int(scores.min()) if len(scores) else 0,
        highest=int(scores.max()) if len(scores) else 0,
    )

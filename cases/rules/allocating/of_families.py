"""A team's people and family groups as an `Instance`: only what the causes allow can move, the rest is load that stays.

The solver counts in tenths of a point. Whatever stays with a worker is one further group that nobody else may hold.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np

from cases.rules.allocating.instance import Instance, Ints
from cases.rules.allocating.score import loads
from cases.rules.balancing import CAP, FULL, Carrier, Family, has_room, may_take

TENTH = 100  # thousandths of a point in one of the solver's
NO_LIMIT = 10_000  # children


@dataclass(frozen=True)
class Problem:
    """An instance and whom its numbers mean: `workers` by column, `groups` by row; rows after these are what stays."""

    instance: Instance
    workers: tuple[int, ...]
    groups: tuple[int, ...]
    chosen: frozenset[int]

    def leads(self, assignment: Ints) -> dict[int, int | None]:
        """Who leads for each family by an assignment; None for nobody."""
        pairs = zip(self.groups, assignment.tolist(), strict=False)
        return {group: self.workers[worker] if worker >= 0 else None for group, worker in pairs}

    def assignment(self, leads: Mapping[int, int | None]) -> Ints:
        """The same the other way; what stays, stays."""
        column = {worker: place for place, worker in enumerate(self.workers)}
        held = [column.get(lead, -1) if (lead := leads.get(group)) is not None else -1 for group in self.groups]
        rest = self.instance.cur[len(self.groups) :]
        return np.concatenate([np.array(held, dtype=np.int64), rest])


def problem(
    carriers: Sequence[Carrier],
    families: Sequence[Family],
    *,
    movable: AbstractSet[int],
    goes: AbstractSet[int],
    too_much: AbstractSet[int],
    chosen: Mapping[int, int],
    is_relieved: bool = False,
) -> Problem:
    """The instance of one team. `movable` families may change hands, `chosen` ones go to whom a manager chose; people
    in `goes` keep nobody, those in `too_much` take nobody and are to come down to what is safe, unless a plan has
    relieved them already (`is_relieved`)."""
    people = sorted(carriers, key=lambda each: each.key)
    column = {each.key: place for place, each in enumerate(people)}
    moving = sorted((f for f in families if f.key in movable or f.key in chosen), key=lambda each: each.key)
    sizes = [-(-family.points // TENTH) for family in moving]
    base, heads = _what_stays(people, moving)
    now = np.array(base)
    for family, size in zip(moving, sizes, strict=True):
        if family.lead in column and family.key not in chosen:
            now[column[family.lead]] += size
    kept = [place for place, each in enumerate(people) if each.key not in goes]
    rows = len(moving) + len(kept)
    cur = [column.get(f.lead, -1) if f.key not in chosen and f.lead is not None else -1 for f in moving] + kept
    instance = Instance(
        cap=_ints([max(1, each.capacity // TENTH) for each in people]),
        hard=_ints(
            [
                _hard(each, int(now[place]), each.key in too_much and not is_relieved)
                for place, each in enumerate(people)
            ]
        ),
        kids=_ints([_kids(each, each.key in too_much and not is_relieved) for each in people]),
        avail=np.array([each.key not in goes for each in people], dtype=bool),
        newok=np.ones(len(people), dtype=bool),
        cp=np.ones(len(people), dtype=bool),
        lang=_ints([0] * len(people)),
        team=_ints([each.team for each in people]),
        loc=_ints([0] * len(people)),
        wxy=np.zeros((len(people), 2), dtype=np.int64),
        pts=_ints(sizes + [base[place] for place in kept]),
        n=_ints([family.children for family in moving] + [heads[place] for place in kept]),
        need_cp=np.zeros(rows, dtype=bool),
        need_lang=_ints([0] * rows),
        gteam=_ints([family.team for family in moving] + [people[place].team for place in kept]),
        gloc=_ints([0] * rows),
        gxy=np.zeros((rows, 2), dtype=np.int64),
        cur=_ints(cur),
        months=_ints([family.months_together for family in moving] + [0] * len(kept)),
        court=np.array([family.in_proceedings for family in moving] + [False] * len(kept), dtype=bool),
        conflict=tuple(_never(moving, kept, people, chosen, too_much)),
    )
    return Problem(
        instance, tuple(each.key for each in people), tuple(f.key for f in moving), frozenset(chosen)
    )  # fmt: skip


def beyond(found: Problem, assignment: Ints) -> tuple[Ints, set[int]]:
    """The assignment without what would bring somebody beyond full, and the families taken back, the largest first.

    What a manager chose is never taken back; a family that was to leave its worker stays.
    """
    facts, kept, back = found.instance, assignment.copy(), set()
    received = [
        row for row in np.argsort(-facts.pts[: len(found.groups)], kind="stable").tolist()
        if assignment[row] >= 0 and assignment[row] != facts.cur[row] and found.groups[row] not in found.chosen
    ]  # fmt: skip
    for row in received:
        worker = kept[row]
        points, children = loads(facts, kept)
        if points[worker] > facts.hard[worker] or children[worker] > facts.kids[worker]:
            kept[row] = -1 if facts.is_free[row] else facts.cur[row]
            back.add(found.groups[row])
    return kept, back


def _what_stays(people: Sequence[Carrier], moving: Sequence[Family]) -> tuple[list[int], list[int]]:
    """Points, rounded up, and children each holds beside the families that may move. Who is to hold no caseload has
    none that could be weighed."""
    base, heads = [], []
    for each in people:
        theirs = [family for family in moving if family.lead == each.key]
        left = max(0, each.load - sum(family.points for family in theirs))
        base.append(-(-left // TENTH) if each.capacity else 0)
        heads.append(max(0, each.children - sum(family.children for family in theirs)))
    return base, heads


def _hard(carrier: Carrier, now: int, is_too_much: bool) -> int:
    """Up to where somebody may be brought, in tenths. Nobody without a cause has to hand over anything."""
    if is_too_much:
        return CAP * carrier.capacity // 1000 // TENTH
    return max(FULL * carrier.capacity // 1000 // TENTH, now)


def _kids(carrier: Carrier, is_too_much: bool) -> int:
    if carrier.children_most is None:
        return NO_LIMIT
    return carrier.children_most if is_too_much else max(carrier.children_most, carrier.children)


def _never(
    moving: Sequence[Family],
    kept: Sequence[int],
    people: Sequence[Carrier],
    chosen: Mapping[int, int],
    too_much: AbstractSet[int],
) -> list[tuple[int, int]]:
    """Pairs of a row and a column that must not meet; a family may always stay where it is."""
    pairs = []
    for row, family in enumerate(moving):
        able = {each.key for each in people if may_take(family, each) and each.key not in too_much}
        known = {each.key for each in people if each.key in able & family.known_to and has_room(family, each)}
        # A child who waits joins the lead of a brother or sister, or goes to whoever speaks with the family, as long
        # as there is room.
        speaks = {each.key for each in people if each.key in able and _speaks(family, each)}
        able = (known or speaks or able) if family.lead is None else able
        able = {chosen[family.key]} if family.key in chosen else able
        pairs += [
            (row, place) for place, each in enumerate(people)
            if each.key not in able and (each.key != family.lead or family.key in chosen)
        ]  # fmt: skip
    for offset, place in enumerate(kept):
        pairs += [(len(moving) + offset, other) for other in range(len(people)) if other != place]
    return pairs


def _speaks(family: Family, carrier: Carrier) -> bool:
    """Whether no interpreter would be needed, and there is room: a need comes before fairer shares (REFERENCE 9.3)."""
    return bool(family.languages & carrier.languages) and has_room(family, carrier)


def _ints(values: Sequence[int]) -> Ints:
    return np.array(values, dtype=np.int64)

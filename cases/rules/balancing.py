"""Who might take which family, as plain values: people, family groups, and what may be proposed about them.

The unit is a family group: the children of one record who share a lead, or who wait for one together. A change of
worker costs children × (10 + months together, at most 36), three times that in proceedings; nothing for a family that
waits or whose worker leaves (REFERENCE 9.3). Nothing here moves anybody, and nothing here solves: `proposing` does.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cases.rules.weighting.points import Score, in_score
from cases.rules.when_to_propose import Cause, Found

CAP = 1150
"""Score in thousandths of capacity above which a caseload is unsafe: 115 of 100 (REFERENCE 9.2)."""
FULL = 1000
"""Nobody is proposed beyond 100 of 100."""


class Why(StrEnum):
    """Why a family is proposed: what gave cause to look, or fairer shares that a manager asked for."""

    WAITS = "waits"
    LEAVES = "leaves"
    AWAY = "away"
    ABOVE = "above"
    TOO_MANY_CHILDREN = "too-many-children"
    BOUGHT = "bought"


GOES = frozenset({Cause.LEAVES, Cause.AWAY})
"""Whoever goes keeps nobody: all their families are placed."""
TOO_MUCH = frozenset({Cause.ABOVE, Cause.TOO_MANY_CHILDREN})
"""Whoever holds too much hands over as little as relieves them, and takes nobody."""


@dataclass(frozen=True)
class Carrier:
    """Somebody who could hold families. `load` and `capacity` as in `weighting`, in thousandths of a point.

    `children` are all they lead for; `children_most` holds early in a career. `takes_new` is false for whoever is
    away or about to go. `team` is the one in which they would lead.
    """

    key: int
    name: str
    load: int
    capacity: int
    children: int = 0
    children_most: int | None = None
    takes_new: bool = True
    is_early_career: bool = False
    is_registered: bool = True
    """Registered with Social Work England: needed to lead statutory work once it is more than help by agreement."""
    team: int = 0
    languages: frozenset[str] = frozenset()
    """Of those that a family here needs."""


@dataclass(frozen=True)
class Family:
    """A family group: `lead` holds it or nobody. `closed_to` are people who must not see the record, or whom the
    manager did not take up lately.

    `keeps` says why the family keeps its worker just now, each as half a sentence (`when_to_propose.protects`).
    """

    key: int
    children: int
    points: int
    lead: int | None = None
    months_together: int = 0
    in_proceedings: bool = False
    needs_registered: bool = False
    needs_experience: bool = False
    """An enquiry, a protection plan or court, and no co-worker: nobody early in their career leads alone."""
    keeps: tuple[str, ...] = ()
    closed_to: frozenset[int] = frozenset()
    known_to: frozenset[int] = frozenset()
    """Leads of the family's other children: asked first when a child waits."""
    languages: frozenset[str] = frozenset()
    """Languages in which the family needs an interpreter: whoever speaks one is asked first when a child waits."""
    team: int = 0


@dataclass(frozen=True)
class Move:
    """One family, from its lead or from nobody to somebody. `cost` in weighted changes; `words` is a sentence."""

    family: int
    lead: int | None
    to: int
    why: Why
    cost: int
    words: str


@dataclass(frozen=True)
class Proposal:
    """All of one look. `unplaced` are families that must be placed and that nobody can take: a finding about staff.

    `changes` is what the moves cost together, in weighted changes; `changes_bound` is proven: no plan that relieves
    everybody needs fewer.
    """

    moves: tuple[Move, ...] = ()
    unplaced: tuple[int, ...] = ()
    changes: int = 0
    changes_bound: int = 0


def change_cost(family: Family) -> int:
    """Weighted changes of worker that moving this family would make; nothing for one that has no lead."""
    if family.lead is None:
        return 0
    return family.children * (10 + min(family.months_together, 36)) * (3 if family.in_proceedings else 1)


def may_take(family: Family, carrier: Carrier) -> bool:
    """Whether somebody may be asked to lead for a family, however much they hold."""
    if not carrier.takes_new or not carrier.capacity or carrier.key == family.lead:
        return False
    if carrier.key in family.closed_to or (family.needs_registered and not carrier.is_registered):
        return False
    return not (family.needs_experience and carrier.is_early_career)


def has_room(family: Family, carrier: Carrier) -> bool:
    """Whether somebody stays within 100 of 100, and within their number of children, with this family."""
    if carrier.children_most is not None and carrier.children + family.children > carrier.children_most:
        return False
    return (carrier.load + family.points) * 1000 <= FULL * carrier.capacity


def loose(families: Iterable[Family], found: Iterable[Found]) -> dict[int, Why]:
    """The families the causes allow to be proposed, and why each: those that wait, all of whoever goes, and of
    whoever holds too much those that nothing protects."""
    causes: dict[int | None, set[Cause]] = {}
    for each in found:
        causes.setdefault(each.worker, set()).add(each.cause)
    may: dict[int, Why] = {}
    for family in families:
        theirs = causes.get(family.lead, set()) if family.lead is not None else set()
        if family.lead is None:
            may[family.key] = Why.WAITS
        elif theirs & GOES:
            may[family.key] = Why(next(iter(theirs & GOES)))
        elif theirs & TOO_MUCH and not family.keeps:
            may[family.key] = Why.ABOVE if Cause.ABOVE in theirs else Why.TOO_MANY_CHILDREN
    return may


def in_words(why: Why, family: Family, to: Carrier, people: Mapping[int, Carrier], found: Sequence[Found]) -> str:
    """Why a family is proposed, in a sentence or two; for one that would be protected, what to plan the goodbye by."""
    if why is Why.WAITS:
        reason = "Nobody leads for them at present."
    elif why is Why.BOUGHT and family.lead is not None:
        lead = people[family.lead]
        reason = f"Nobody must move: it would make the shares fairer. {lead.name} is at {_of_100(lead)} of 100."
    else:
        said = [each.words for each in found if each.worker == family.lead]
        reason = " ".join(said) or "Their worker goes."
    known = " and leads already for a brother or sister" if to.key in family.known_to else ""
    known += "".join(f" and speaks {name}" for name in sorted(family.languages & to.languages))
    goodbye = f" Plan the goodbye around this: {'; '.join(family.keeps)}." if family.keeps and family.lead else ""
    return f"{reason} {to.name} has room{known}.{goodbye}"[:600]


def _of_100(carrier: Carrier) -> str:
    """A score as the tables have it, rounded alike."""
    return in_score(Score(carrier.load, carrier.capacity).permille or 0)

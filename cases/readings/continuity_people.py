"""Continuity of the children one person leads for: for that person, and for whoever manages them. Nobody else.

Each change with its reason, in the order of families' names. No figure of one person stands beside that of another.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from camden.access import Role
from camden.models import Membership
from cases.measures import CARRIERS
from cases.measures.continuity import Children, Known, children_of_worker
from cases.models import Case
from cases.readings.continuity import change_in_words, words_of
from cases.rules.continuity import by_kind, changes, lead_on, year_before


@dataclass(frozen=True)
class OneChange:
    """A change of lead to or from this person: of which child, in a sentence."""

    case_pk: int
    child_pk: int
    name: str
    family: str
    words: str
    came: bool
    """To this person, and not from them."""


@dataclass(frozen=True)
class WithThem:
    """A child they lead for on the day, and how long the two have known each other."""

    case_pk: int
    child_pk: int
    name: str
    family: str
    words: str


@dataclass(frozen=True)
class OwnContinuity:
    """What one person sees of the changes of their own children."""

    said: str
    changes: tuple[OneChange, ...]
    children: tuple[WithThem, ...]

    @property
    def case_pks(self) -> set[int]:
        """The records that it names."""
        return {each.case_pk for each in self.changes} | {each.case_pk for each in self.children}


@dataclass(frozen=True)
class Managed:
    """Somebody whom a manager manages: their key, name and team."""

    pk: int
    name: str
    team_pk: int
    team: str


def managed_by(user: Any) -> tuple[Managed, ...]:
    """The people with a caseload in the teams that this person manages, by name. One query.

    A team's manager, and not whoever leads above: what belongs to a person goes no further than their line manager.
    """
    works = Membership.objects.filter(ended_on=None, role__in=CARRIERS, user__is_active=True)
    works = works.filter(team__in=user.team_ids_as(Role.TEAM_MANAGER)).exclude(user=user.pk)
    rows = works.order_by("user__name", "user", "pk").values_list("user", "user__name", "team", "team__name")
    return tuple({row[0]: Managed(*row) for row in rows}.values())


def own_continuity(*, user: Any, worker: int, on: date) -> OwnContinuity:
    """Changes of one person's children in the 12 months to the day, in records `user` may see. Eight queries."""
    cases = Case.objects.visible_to(user)
    found = children_of_worker(cases=cases, worker=worker, on=on, since=on)
    made, reasons = _changes(found, worker, on)
    return OwnContinuity(_said(reasons), made, tuple(_with(child, found, on) for child in _now(found, worker, on)))


def _changes(found: Children, worker: int, on: date) -> tuple[tuple[OneChange, ...], list[str]]:
    made, reasons = [], []
    for child in found.all:
        for each in changes(child.facts.spells):
            if worker in (each.before, each.after) and year_before(on) < each.on <= on:
                words, came = change_in_words(each, found.names), each.after == worker
                made.append(OneChange(child.case, child.key, child.name, child.family, words, came))
                reasons.append(each.reason)
    return tuple(made), reasons


def _said(reasons: Sequence[str]) -> str:
    if not reasons:
        return "No child of theirs came from somebody else or went on to somebody else in this time."
    kinds = by_kind(reasons)
    parts = [
        f"Could have been avoided: {kinds['avoidable']}.",
        f"Asked for by the child or a parent: {kinds['asked for']}.",
        f"Could not be avoided, or nobody noted why: {kinds['other']}.",
    ]
    return f"{len(reasons)} change{'' if len(reasons) == 1 else 's'}. {' '.join(parts)}"


def _now(found: Children, worker: int, on: date) -> list[Known]:
    leads = ((child, lead_on(child.facts.spells, on)) for child in found.all)
    return [child for child, lead in leads if lead is not None and lead.worker == worker]


def _with(child: Known, found: Children, on: date) -> WithThem:
    words = words_of("c4", child, found.names, on)[0]
    return WithThem(child.case, child.key, child.name, child.family, words)

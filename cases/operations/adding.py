"""Verbs that add a relative beside somebody: one person, and all that follows from it, in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from camden.audit import record
from camden.models import User
from cases.models import Case, Member, Person, Relationship
from cases.operations.clocks import keep_clocks
from cases.operations.families import add_member, relate
from cases.operations.people import NotKnownSo, as_whom, say, sound
from cases.operations.told import tell
from cases.readings.adding import Bond
from cases.readings.audience import shown_to
from cases.readings.offers import Kin
from cases.rules.audience import FAMILY, Marks


@dataclass(frozen=True)
class Added:
    """Who was added or joined, and the rows that say how they belong."""

    member: Member
    relationships: tuple[Relationship, ...]


@transaction.atomic
def add_relative(
    *,
    case: Case,
    bonds: Sequence[Bond],
    by: User,
    on: date,
    kind: Member.Kind = Member.Kind.ADULT,
    person: Person | None = None,
    told_by: Member | None = None,
    **facts: Any,
) -> Added:
    """Somebody new with all their bonds; `facts` are fields of Member, `told_by` who of the family said it.

    What is kept from somebody is said on the timeline in a sentence of its own, with its marks. Raises NotKnownSo.
    """
    member = add_member(case=case, kind=kind, person=person, **sound(None, facts, on))
    ties = [_tie(member, bond, on) for bond in bonds]
    _say(member, bonds, on=on, by=by)
    if told_by:
        tell(case=case, told_by=told_by, people=[member], relationships=ties, by=by, on=on)
    if kind == Member.Kind.CHILD:
        keep_clocks(case=case)
    return Added(member, tuple(ties))


@transaction.atomic
def join_relative(*, member: Member, bonds: Sequence[Bond], by: User, on: date, told_by: Member | None = None) -> Added:
    """Somebody who is in the record already belongs so, too. What is known is left as it is.

    Raises NotKnownSo when nothing of it is new, or it cannot be so.
    """
    standing = Relationship.objects.filter(case=member.case_id, ended_on=None)
    known = set(standing.values_list("one_id", "kind", "other_id"))
    new = []
    for bond in bonds:
        one, other = (bond.other, member) if bond.other_way else (member, bond.other)
        if one.pk == other.pk:
            raise NotKnownSo("Nobody is related to themselves. Choose somebody else.", "who")
        if not {(one.pk, bond.kind, other.pk), (other.pk, bond.kind, one.pk)} & known:
            new.append(bond)
    if not new:
        is_theirs = told_by is None or shown_to(FAMILY, standing.filter(_between(member, bonds))).exists()
        raise NotKnownSo(f"{member.first_name} is in the record so already." if is_theirs else _NOT_HERE, "who")
    ties = [_tie(member, bond, on) for bond in new]
    for bond in new:
        _say_bonds(member, [bond], _RELATED, on=on, by=by)
    if told_by:
        tell(case=member.case, told_by=told_by, people=[], relationships=ties, by=by, on=on)
    record(action="said how somebody is related", subject=member, case_id=member.case_id)
    return Added(member, tuple(ties))


_RELATED = "We know that {}{}"
_NOT_HERE = "This cannot be drawn here. We will come back to it."
"""What the family reads where what it tells is kept from it: no more than that."""


def _between(member: Member, bonds: Sequence[Bond]) -> Q:
    others = [bond.other.pk for bond in bonds]
    kinds = [bond.kind for bond in bonds]
    return (Q(one=member, other__in=others) | Q(other=member, one__in=others)) & Q(kind__in=kinds)


def _tie(member: Member, bond: Bond, on: date) -> Relationship:
    one, other = (bond.other, member) if bond.other_way else (member, bond.other)
    started_on = bond.facts.get("started_on")
    if started_on and started_on > on:
        raise NotKnownSo("Enter a day that has passed.", "since")
    return relate(one=one, other=other, kind=Relationship.Kind(bond.kind), marks=bond.marks, **bond.facts)


def _say(member: Member, bonds: Sequence[Bond], *, on: date, by: User) -> None:
    """One sentence for what anybody may read, one more for each bond that is kept from somebody."""
    shared = [bond for bond in bonds if not bond.marks]
    first = shared or bonds[:1]
    _say_bonds(member, first, "{} is now in the record{}", on=on, by=by)
    for bond in bonds:
        if bond not in first:
            _say_bonds(member, [bond], _RELATED, on=on, by=by)


def _say_bonds(member: Member, bonds: Sequence[Bond], sentence: str, *, on: date, by: User) -> None:
    kin = [Kin(bond.kind, bond.other, bond.other_way) for bond in bonds]
    about = [bond.other for bond in bonds if bond.other.kind == Member.Kind.CHILD]
    about += [member] if member.kind == Member.Kind.CHILD else []
    marks, before = Marks(), " is " if sentence == _RELATED else ": "
    for bond in bonds:
        marks = marks | bond.marks
    say(
        member,
        sentence.format(member.name, as_whom(member, kin).replace(": ", before, 1)),
        on=on,
        by=by,
        children=about,
        marks=marks,
    )

"""To whom else somebody new may belong: offered beside the one they are added for, and ticked by nobody."""

from collections.abc import Sequence
from dataclasses import dataclass

from cases.models import Member, Relationship
from cases.rules.kinship_words import PARENTS, SIBLINGS, what_one_is

TWINS = ("twin", "identical-twin")
FULL = ("sibling", *TWINS)
SHARED = (*PARENTS, "step-parent", "grandparent", "great-grandparent", "aunt-or-uncle", "foster-carer", "carer")
"""What somebody often is to brothers and sisters alike."""


@dataclass(frozen=True)
class Kin:
    """How somebody new belongs: they are `kind` of `other`, or, `other_way` round, `other` is `kind` of them."""

    kind: str
    other: Member
    other_way: bool = False


@dataclass(frozen=True)
class Offer:
    """One more person somebody new may belong to. `kind` as in Relationship; `other_way`: the other is it to them."""

    key: str
    label: str
    kind: str
    other: Member
    other_way: bool = False


def offers_for(kind: str, of: Member | None, people: Sequence[Member]) -> list[Offer]:
    """A new brother, sister or twin is offered the same parents, and brothers and sisters; a new parent or
    grandparent, the others.

    `kind` is of Relationship.Kind, and what the new one is to `of`. One query, or none when nothing is to be offered.
    """
    if of is None or kind not in (*SHARED, *SIBLINGS):
        return []
    known = {each.pk: each for each in people}
    ties = Relationship.objects.filter(case=of.case_id, kind__in=(*PARENTS, *SIBLINGS), ended_on=None).order_by("pk")
    near = [tie for tie in ties if tie.one_id in known and tie.other_id in known]
    if kind in SIBLINGS:
        parents = [tie for tie in near if tie.other_id == of.pk and tie.kind in PARENTS]
        others = [tie for tie in near if tie.kind in FULL and _is_of(tie, of)] if kind in FULL else []
        return [
            *(_parent(tie, known[tie.one_id]) for tie in parents),
            *(_sibling(tie, known[_beside(tie, of)], kind) for tie in others),
        ]
    return [Offer(str(each.pk), each.name, kind, each) for each in _together(of, near, people)]


def _together(of: Member, ties: Sequence[Relationship], people: Sequence[Member]) -> list[Member]:
    """Brothers and sisters as far as they are known; of a child of the record, its other children too."""
    siblings = {_beside(tie, of) for tie in ties if tie.kind in SIBLINGS and _is_of(tie, of)}
    parents = {tie.one_id for tie in ties if tie.kind in PARENTS and tie.other_id == of.pk}
    siblings |= {tie.other_id for tie in ties if tie.kind in PARENTS and tie.one_id in parents}
    if of.kind == Member.Kind.CHILD:
        siblings |= {each.pk for each in people if each.kind == Member.Kind.CHILD}
    return [each for each in people if each.pk in siblings - {of.pk}]


def _is_of(tie: Relationship, of: Member) -> bool:
    return of.pk in (tie.one_id, tie.other_id)


def _beside(tie: Relationship, of: Member) -> int:
    return tie.other_id if tie.one_id == of.pk else tie.one_id


def _sibling(tie: Relationship, other: Member, kind: str) -> Offer:
    """What the new one is to a brother or sister: of the same birth only where both are."""
    is_one_birth = kind in TWINS and tie.kind in TWINS
    told = ("identical-twin" if kind == tie.kind == "identical-twin" else "twin") if is_one_birth else "sibling"
    return Offer(f"{told}-{other.pk}", f"{other.name}, {what_one_is(tie.kind, other.sex)}", told, other)


def _parent(tie: Relationship, parent: Member) -> Offer:
    label = f"{parent.name}, {what_one_is(tie.kind, parent.sex)}"
    return Offer(f"{tie.kind}-{parent.pk}", label, tie.kind, parent, other_way=True)

"""The family version: what of a genogram may be shown to the family, with no mark of what is left out.

Left out, unless chosen for one showing: illness and substance marks and risk badges, lost or ended pregnancies and
stillbirths, affairs, parentage marked private, whatever else is marked not to be shared, and emotional ties that are
not the view of somebody in the family (those are the practitioners' ideas) or that say abuse or neglect.
Only people whom shared facts link with the child are drawn: a relative known through a private fact alone would be one.
"""

from dataclasses import dataclass, replace

from cases.rules.genogram.family import LOST, Family, Person, Union, only, reached
from cases.rules.genogram.telling import ONE_WAY


@dataclass(frozen=True)
class Chosen:
    """What is shown all the same, this one time."""

    marks: bool = False
    losses: bool = False
    affairs: bool = False
    ideas: bool = False
    """Emotional ties as practitioners see them, and those that say harm."""


def shared_with_family(family: Family, chosen: Chosen | None = None) -> Family:
    """The facts of the family version."""
    chosen = chosen or Chosen()
    kept = only(family, (person.id for person in family.persons if _may_be_shown(person, chosen)))
    kept = replace(
        kept,
        title="",
        professionals=(),
        responsible=(),
        persons=tuple(_unmarked(person, chosen) for person in kept.persons),
    )
    kept = _without_private_unions(kept, chosen)
    people = {person.id for person in kept.persons}
    kept = replace(
        kept,
        parentage=tuple(each for each in kept.parentage if not each.is_private),
        homes=tuple(home for home in kept.homes if not home.is_private),
        feelings=tuple(
            each
            for each in kept.feelings
            if not each.is_private and (chosen.ideas or each.view in people and each.kind not in ONE_WAY)
        ),
        agencies=tuple(agency for agency in kept.agencies if not agency.is_private),
    )
    known = {agency.id for agency in kept.agencies}
    kept = replace(kept, ties=tuple(tie for tie in kept.ties if not tie.is_private and tie.agency in known))
    start = [person.id for person in kept.index] or [end for union in kept.unions for end in union.partners]
    return only(kept, reached(kept, start) if start else people)


def _may_be_shown(person: Person, chosen: Chosen) -> bool:
    is_loss = person.pregnancy in LOST or person.is_stillborn
    return not person.is_private and (chosen.losses or not is_loss)


def _unmarked(person: Person, chosen: Chosen) -> Person:
    return person if chosen.marks else replace(person, marks=())


def _without_private_unions(family: Family, chosen: Chosen) -> Family:
    """A child of an affair, or of a private partnership, hangs from the parent it lives with, or its mother."""
    people = family.by_id()

    def is_left_out(union: Union) -> bool:
        return len(union.partners) > 1 and (union.is_private or union.kind == "affair" and not chosen.affairs)

    unions = []
    for union in family.unions:
        if not is_left_out(union):
            unions.append(union)
            continue
        children = {each.child for each in family.parentage if each.union == union.id and not each.is_private}
        if children:
            homes = [set(home.members) for home in family.homes if children & set(home.members)]
            parent = min(
                union.partners,
                key=lambda p: (not any(p in home for home in homes), people[p].gender != "female", p),
            )
            unions.append(Union(union.id, (parent,), status="current"))
    known = {union.id for union in unions}
    kept = tuple(each for each in family.parentage if each.union in known)
    return replace(family, unions=tuple(unions), parentage=kept)

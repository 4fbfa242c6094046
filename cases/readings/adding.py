"""Who is around somebody in whose picture a relative is to be added, and what can be added beside them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q
from django.urls import reverse

from camden.rules.names import full_years
from cases.models import Case, Member, Relationship
from cases.readings.audience import shown_to
from cases.readings.marks import marks_of
from cases.readings.people import MAY_BE_A_PARENT
from cases.readings.sections import page
from cases.readings.told import as_told
from cases.rules.audience import STAFF, Audience, Marks
from cases.rules.genogram.family import ADOPTED, BIRTH, Family
from cases.rules.kinship import Kin
from cases.rules.kinship_words import COUPLES, PARENTS, SIBLINGS, what_one_is

CHILD = "child"
ADDED: dict[str, str] = {
    "mother": "mother",
    "father": "father",
    "parent": "parent",
    "partner": "partner",
    "sibling": "brother or sister",
    "child": "child",
}
"""What can be added beside somebody, by the word in the address."""
PARENT_OF = {"F": "mother", "M": "father"}
_KINDS = {ADOPTED: "adoptive-parent"}


@dataclass(frozen=True)
class Bond:
    """How somebody belongs: they are `kind` of `other`, or `other_way` round. `facts` are fields of Relationship."""

    kind: str
    other: Member
    other_way: bool = False
    marks: Marks = Marks()
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Near:
    """Somebody and the relatives that matter when another is added beside them."""

    of: Member
    people: Sequence[Member]
    parents: tuple[Bond, ...]
    """Each as the one who is a parent: `other_way` round for a brother or sister of `of`."""
    partners: tuple[Member, ...]
    """The present ones first, then those with whom there is a child, then former ones."""
    siblings: tuple[Member, ...]
    children: tuple[Member, ...]
    couples: tuple[Relationship, ...]

    def of_same_birth(self, kind: str, day: date | None) -> list[Member]:
        """Brothers and sisters of a new child or sibling who were born, or are expected, on that day."""
        pool = self.children if kind == CHILD else (self.of, *self.siblings) if kind in SIBLINGS else ()
        return [each for each in pool if day and day in (each.born_on, each.expected_on)]


@dataclass(frozen=True)
class Way:
    """One link of a panel."""

    words: str
    spoken: str
    href: str


@dataclass(frozen=True)
class AddPanel:
    """What the panel beside a picture offers for somebody, and how they are together with partners."""

    ways: tuple[Way, ...]
    couples: tuple[Way, ...]
    told: str
    together: str


def near(of: Member, people: Sequence[Member], audience: Audience = STAFF) -> Near:
    """Whoever is around somebody, as far as this audience may know. `people` are those it may know. One query."""
    known = {each.pk: each for each in people}
    ties = shown_to(audience, Relationship.objects.filter(case=of.case_id, was_mistake=False))
    wanted = (*PARENTS, *SIBLINGS, *COUPLES)
    rows = [tie for tie in ties.filter(kind__in=wanted).order_by("pk") if {tie.one_id, tie.other_id} <= known.keys()]
    for tie in rows:
        tie.one, tie.other = known[tie.one_id], known[tie.other_id]
    standing = [tie for tie in rows if tie.ended_on is None]
    parents = [tie for tie in standing if tie.kind in PARENTS and tie.other_id == of.pk]
    couples = [tie for tie in rows if tie.kind in COUPLES and of.pk in (tie.one_id, tie.other_id)]
    children = [tie.other for tie in standing if tie.kind in PARENTS and tie.one_id == of.pk]
    return Near(
        of=of,
        people=people,
        parents=tuple(Bond(tie.kind, tie.one, other_way=True, marks=marks_of(tie)) for tie in parents),
        partners=tuple(_partners(of, couples, standing, children)),
        siblings=tuple(_siblings(of, standing, {tie.one_id for tie in parents})),
        children=tuple(dict.fromkeys(children)),
        couples=tuple(couples),
    )


def near_in(family: Family, of: Member, people: Sequence[Member], present: Sequence[int] = ()) -> Near:
    """Whoever is around somebody in the facts a family may see, and nobody else. No query.

    `present` are keys of partners of today: of those who are in the facts, they are offered first.
    """
    known = {f"m{each.pk}": each for each in people}
    key, kin = f"m{of.pk}", Kin(family)

    def members(keys: Iterable[str]) -> list[Member]:
        return sorted((known[each] for each in set(keys) if each in known), key=lambda each: each.pk)

    parents = kin.parents.get(key, {})
    unions = kin.partners.get(key, {})
    now = [f"m{each}" for each in present if f"m{each}" in unions]
    return Near(
        of=of,
        people=people,
        parents=tuple(
            Bond(_KINDS.get(parents[f"m{each.pk}"]) or PARENT_OF.get(each.sex, "parent"), each, other_way=True)
            for each in members(parents)
            if parents[f"m{each.pk}"] in (BIRTH, ADOPTED)
        ),
        partners=tuple(dict.fromkeys([*(known[each] for each in now if each in known), *members(unions)])),
        siblings=tuple(members(kin.siblings(key) if key in kin.people else ())),
        children=tuple(members(kin.children.get(key, ()))),
        couples=(),
    )


def present_partners(of: Member, audience: Audience) -> list[int]:
    """Keys of whoever somebody is together with, as far as this audience may know, the newest first. One query."""
    ties = shown_to(audience, Relationship.objects.filter(case=of.case_id, was_mistake=False, ended_on=None))
    ties = ties.filter(Q(one=of) | Q(other=of), kind__in=("partner", "spouse"), couple_ended="").order_by("-pk")
    return [tie.other_id if tie.one_id == of.pk else tie.one_id for tie in ties]


def panel(case: Case, member: Member, on: date) -> AddPanel:
    """What may be added beside somebody. Two queries. Asked for `with_teller`, they say who told us of them."""
    around = near(member, [member, *Member.objects.filter(case=case).exclude(pk=member.pk)])
    told = as_told(member, {each.pk: each.first_name for each in around.people}, on)
    kinds = offered(around, on)
    return AddPanel(
        ways=tuple(
            Way(
                f"+ {ADDED[kind]}",
                f" of {member.first_name}",
                reverse("cases:genogram-add", args=[case.pk, member.pk, kind]),
            )
            for kind in kinds
        ),
        couples=tuple(
            Way(
                f"{_with(tie, member).first_name}: {couple_in_words(tie)}",
                "",
                reverse("cases:couple-edit", args=[case.pk, tie.pk]) + f"?back=genogram&of={member.pk}",
            )
            for tie in around.couples
        ),
        told=told,
        together=page("cases:draw-together", case.pk),
    )


def offered(around: Near, on: date) -> list[str]:
    """What is offered beside somebody: a parent while there are fewer than two, a partner or child for who is old
    enough to have one."""
    kinds = {bond.kind for bond in around.parents}
    of = around.of
    found = [kind for kind in ("mother", "father") if kind not in kinds and len(around.parents) < 2]
    found += ["parent"] if found != ["mother", "father"] else []
    is_young = of.born_on is not None and full_years(of.born_on, on) < MAY_BE_A_PARENT
    found += ["sibling"] if is_young or of.expected_on else ["partner", "sibling", "child"]
    return found


def couple_in_words(tie: Relationship) -> str:
    """How two are or were together: "married since 2015", "separated 2020", "partners"."""
    words = what_one_is(tie.kind) if not tie.couple else str(tie.get_couple_display()).lower()
    if tie.couple_ended:
        words = f"{words}, {str(tie.get_couple_ended_display()).lower()}"
    return words


def _with(tie: Relationship, member: Member) -> Member:
    return tie.other if tie.one_id == member.pk else tie.one


def _partners(
    of: Member, couples: Sequence[Relationship], standing: Sequence[Relationship], children: Sequence[Member]
) -> list[Member]:
    def is_over(tie: Relationship) -> bool:
        return bool(tie.ended_on or tie.couple_ended or tie.kind == "ex-partner")

    own = {each.pk for each in children}
    found = [_with(tie, of) for tie in reversed(couples) if not is_over(tie)]
    found += [tie.one for tie in standing if tie.kind in PARENTS and tie.other_id in own and tie.one_id != of.pk]
    found += [_with(tie, of) for tie in couples if is_over(tie)]
    return list(dict.fromkeys(found))


def _siblings(of: Member, standing: Sequence[Relationship], parents: set[int]) -> list[Member]:
    found = [_with(tie, of) for tie in standing if tie.kind in SIBLINGS and of.pk in (tie.one_id, tie.other_id)]
    found += [tie.other for tie in standing if tie.kind in PARENTS and tie.one_id in parents]
    return [each for each in dict.fromkeys(found) if each.pk != of.pk]

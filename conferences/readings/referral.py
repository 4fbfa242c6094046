"""What the form of a referral begins with: whom to ask, and the family's network, both from the record.

Everything here is as the family may know it. Who is kept from the family's papers is nowhere on them: a name alone is
put before the worker, who asks them apart.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from camden.rules.names import full_years
from cases.models import Case, Member, Relationship
from cases.readings.genogram_facts import facts_of, member_key
from cases.rules.audience import FAMILY
from cases.rules.genogram.family import Family
from cases.rules.kinship import Kin
from cases.rules.kinship import Side as KnownSide
from conferences.rules.consent import OLD_ENOUGH_TO_ASK, Person
from conferences.rules.inviting import Side
from conferences.rules.words import NetworkSaid

GROWN_UP = 18
ENGLISH = "english"  # who speaks it beside another language may be asked in it


@dataclass(frozen=True)
class ToAsk:
    """Somebody of the record who may be asked, with what they are to the children and whether they come first.

    Whoever has parental responsibility comes first, each parent, and each child who is old enough.
    """

    person: Person
    tie: str
    is_parent: bool = False

    @property
    def key(self) -> int:
        """Of the member."""
        return self.person.key

    @property
    def comes_first(self) -> bool:
        """Whether an offer is not whole without them."""
        return self.person.has_responsibility or self.is_parent or self.person.is_child


@dataclass(frozen=True)
class OfTheRecord:
    """What the record brings to a referral. `asked_apart` are names, for people who work here alone."""

    to_ask: tuple[ToAsk, ...]
    network: tuple[NetworkSaid, ...]
    asked_apart: tuple[str, ...] = ()


def of_the_record(case: Case, on: date) -> OfTheRecord:
    """Whom to ask and who belongs to the network, on a day. Three queries, however many people.

    Of a baby or an unborn child nobody asks. Whoever died, is kept from the family or is a loss stands nowhere.
    """
    family = facts_of(case, on, FAMILY)
    members = {each.pk: each for each in Member.objects.filter(case=case).order_by("pk")}
    here = {
        key: members[key]
        for person in family.persons
        if (key := member_key(person.id)) in members and not person.is_dead and not person.pregnancy
    }
    responsible = _responsible(case, on)
    ties = _ties(family)
    parents = _parents(family)
    asked = [
        ToAsk(
            _person(member, key in responsible, on),
            _what(ties.get(key, {})) if member.kind == Member.Kind.ADULT else "",
            key in parents,
        )
        for key, member in here.items()
        if member.kind == Member.Kind.ADULT or _is_old_enough(member, on)
    ]
    return OfTheRecord(
        to_ask=tuple(sorted(asked, key=_first)),
        network=_network(family, here, ties, parents, on),
        asked_apart=_kept(members, responsible - set(here)),
    )


def _person(member: Member, has_responsibility: bool, on: date) -> Person:
    is_child = member.kind == Member.Kind.CHILD
    return Person(
        key=member.pk,
        name=(member.first_name if is_child else member.name)[:120],
        has_responsibility=has_responsibility,
        is_child=is_child,
        years=full_years(member.born_on, on) if member.born_on else None,
        language="" if ENGLISH in member.language.casefold() else member.language[:60],
    )


def _is_old_enough(child: Member, on: date) -> bool:
    """A child whose age nobody knows is asked; a young person who is 18 is asked as one of the family still."""
    return child.expected_on is None and (child.born_on is None or full_years(child.born_on, on) >= OLD_ENOUGH_TO_ASK)


def _ties(family: Family) -> dict[int, dict[str, list[str]]]:
    """For each member, what they are to the children of the record: {"mother": ["Anisa", "Imran"]}."""
    kin, found = Kin(family), {}
    for child in family.index:
        for who, word in kin.words(child.id).items():
            key = member_key(who)
            if key and word and who != child.id:
                found.setdefault(key, {}).setdefault(word, []).append(child.name.split(" ")[0] or "the baby")
    return found


def _what(tie: dict[str, list[str]]) -> str:
    """What somebody is: the word that most of the children would use."""
    return max(tie, key=lambda word: len(tie[word]), default="")[:160]


def _first(each: ToAsk) -> tuple[bool, bool, bool]:
    """Parental responsibility, then parents, then children, then everybody else."""
    return not each.person.has_responsibility, not each.is_parent, not each.person.is_child


def _parents(family: Family) -> set[int]:
    """Keys of the parents of the children of the record."""
    children = {child.id for child in family.index}
    of = {each.union for each in family.parentage if each.child in children}
    found = [member_key(one) for union in family.unions if union.id in of for one in union.partners]
    return {key for key in found if key}


def _network(
    family: Family, here: dict[int, Member], ties: dict[int, dict[str, list[str]]], parents: set[int], on: date
) -> tuple[NetworkSaid, ...]:
    sides = _sides(family)
    found = [
        NetworkSaid(
            name=member.name[:120],
            tie=_what(ties.get(key, {})),
            side=sides.get(key, Side.OTHER).value,
            member_id=key,
            is_parent=key in parents,
            is_child=bool(member.born_on) and full_years(member.born_on, on) < GROWN_UP,  # type: ignore[arg-type]
        )
        for key, member in here.items()
        if member.kind == Member.Kind.ADULT
    ]
    order = [Side.MOTHER.value, Side.FATHER.value, Side.OTHER.value]
    return tuple(sorted(found, key=lambda each: (order.index(each.side), not each.is_parent)))


def _sides(family: Family) -> dict[int, Side]:
    """Whose side each relative is on; whoever is on both, or on neither, is on none."""
    kin, on = Kin(family), {}
    for child in family.index:
        for side in kin.sides(child.id):
            for who in side.known:
                if key := member_key(who):
                    on.setdefault(key, set()).add(_side(side))
    return {key: next(iter(sides)) for key, sides in on.items() if len(sides) == 1}


def _side(side: KnownSide) -> Side:
    return {"mother": Side.MOTHER, "father": Side.FATHER}.get(side.name, Side.OTHER)


def _responsible(case: Case, on: date) -> set[int]:
    """Keys of everybody who has parental responsibility for a child of the record on that day: the law asks for an
    offer to each, whoever may know of it. One query.
    """
    found = Relationship.objects.filter(case=case, parental_responsibility=True, ended_on=None, was_mistake=False)
    found = found.filter(Q(responsible_until_on=None) | Q(responsible_until_on__gte=on))
    return set(found.values_list("one", flat=True))


def _kept(members: dict[int, Member], keys: Iterable[int]) -> tuple[str, ...]:
    """Who has parental responsibility and may be on no paper of the family."""
    return tuple(members[key].name for key in sorted(keys) if key in members and not _has_died(members[key]))


def _has_died(member: Member) -> bool:
    return member.has_died or bool(member.died_on or member.died_about)

"""What a genogram is drawn from: people, partnerships, parentage, homes, feelings and agencies, as plain facts.

Days are written as the record knows them: "" (not known), "2008", "2008-05" or "2008-05-01".
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

MALE, FEMALE, OTHER, UNKNOWN = "male", "female", "other", "unknown"
CURRENT, MISCARRIAGE, TERMINATION = "current", "miscarriage", "termination"
LOST_BEFORE_BIRTH = "lost"
"""A pregnancy that ended, and nobody wrote how."""
LOST = frozenset({MISCARRIAGE, TERMINATION, LOST_BEFORE_BIRTH})
BIRTH, ADOPTED, FOSTERED, GUARDIAN, STEP = "birth", "adopted", "fostered", "guardian", "step"
UNASKED = "unasked"
"""A tie of which nobody has said what it is."""


@dataclass(frozen=True)
class Person:
    """Somebody born, expected or lost. A pregnancy's `birth` is the day it is due, or the day of the loss."""

    id: str
    name: str = ""
    gender: str = UNKNOWN
    birth: str = ""
    death: str = ""
    is_index: bool = False
    pregnancy: str = ""
    is_stillborn: bool = False
    marks: tuple[str, ...] = ()
    """Words of MARKS: what a practitioner notes about the person, never drawn in a family version."""
    is_private: bool = False
    has_died: bool = False
    """Somebody who died on a day that nobody knows."""
    says: str = ""
    """A few words beneath the name: how somebody names their gender, or what they are to the child."""
    is_not_known: bool = False
    """Stands for a parent of whom nothing is known but that there is, or was, one."""

    @property
    def is_dead(self) -> bool:
        """Whether they have died, on a known day or not."""
        return self.has_died or bool(self.death)


@dataclass(frozen=True)
class Union:
    """One or two people who are partners, or a known parent alone."""

    id: str
    partners: tuple[str, ...]
    kind: str = "unknown"
    status: str = "current"
    start: str = ""
    end: str = ""
    is_of_one_blood: bool = False
    is_private: bool = False


@dataclass(frozen=True)
class Parentage:
    """A child of a union: by birth, adopted, fostered or otherwise cared for."""

    child: str
    union: str
    kind: str = BIRTH
    start: str = ""
    end: str = ""
    is_private: bool = False


@dataclass(frozen=True)
class MultipleBirth:
    """Twins, triplets and more."""

    members: tuple[str, ...]
    is_identical: bool = False


@dataclass(frozen=True)
class Link:
    """Two people are related in a way no line can show without inventing: a grandparent whose side is not known.

    `what` is what the one is to the other ("grandmother"); the other stands `steps` rows below the one, where it
    is known. It is said in the tables and puts people in their row.
    """

    one: str
    other: str
    what: str
    steps: int | None = None


@dataclass(frozen=True)
class Home:
    """Who lives together. A member's own days, if they differ from the home's, are in `stays`: (who, from, until)."""

    id: str
    label: str
    members: tuple[str, ...]
    stays: tuple[tuple[str, str, str], ...] = ()
    start: str = ""
    end: str = ""
    is_private: bool = False

    @property
    def is_dated(self) -> bool:
        """Whether it says of any day who lived there."""
        return bool(self.start or self.end or self.stays)


@dataclass(frozen=True)
class Feeling:
    """How somebody sees the relationship of two people. Of `abuse` and the like, `b` is the person harmed."""

    a: str
    b: str
    kind: str
    is_directed: bool = False
    view: str = ""
    """Whose view it is: a person's id, or a name. Without one it is the practitioners' own idea."""
    seen_on: str = ""
    is_private: bool = False


@dataclass(frozen=True)
class Agency:
    """A school, a surgery, a service, a place of worship, friends."""

    id: str
    name: str
    is_private: bool = False
    kind: str = ""
    """What it is: "school", "gp"."""


@dataclass(frozen=True)
class Professional:
    """Somebody who works with the family, as what, and with which of its children."""

    id: str
    name: str
    role: str
    works_with: tuple[str, ...]


@dataclass(frozen=True)
class Tie:
    """What an agency is to a person or a home. `flow` is where the energy goes: to them, from them, both or none."""

    agency: str
    to: str
    kind: str = "moderate"
    flow: str = "none"
    is_private: bool = False


@dataclass(frozen=True)
class Family:
    """All that one drawing may show, as it was known on a day."""

    on: date
    persons: tuple[Person, ...]
    unions: tuple[Union, ...] = ()
    parentage: tuple[Parentage, ...] = ()
    multiples: tuple[MultipleBirth, ...] = ()
    homes: tuple[Home, ...] = ()
    feelings: tuple[Feeling, ...] = ()
    agencies: tuple[Agency, ...] = ()
    ties: tuple[Tie, ...] = ()
    title: str = ""
    links: tuple[Link, ...] = ()
    professionals: tuple[Professional, ...] = ()
    responsible: tuple[tuple[str, str], ...] = ()
    """Who has parental responsibility for whom."""

    @property
    def index(self) -> tuple[Person, ...]:
        """The children at the centre of the record."""
        return tuple(person for person in self.persons if person.is_index)

    def by_id(self) -> dict[str, Person]:
        """People by their id."""
        return {person.id: person for person in self.persons}


def in_order(family: Family) -> Family:
    """The same facts in one order, so that a drawing never depends on the order of rows in a table."""
    return replace(
        family,
        persons=tuple(sorted(family.persons, key=lambda each: each.id)),
        unions=tuple(sorted((_sorted_union(each) for each in family.unions), key=lambda each: each.id)),
        parentage=tuple(sorted(family.parentage, key=lambda each: (each.union, each.child, each.kind))),
        multiples=tuple(
            sorted((replace(each, members=tuple(sorted(each.members))) for each in family.multiples), key=str)
        ),
        homes=tuple(
            sorted((replace(each, members=tuple(sorted(each.members))) for each in family.homes), key=lambda h: h.id)
        ),
        feelings=tuple(sorted(family.feelings, key=str)),
        agencies=tuple(sorted(family.agencies, key=lambda each: each.id)),
        ties=tuple(sorted(family.ties, key=str)),
        links=tuple(sorted(family.links, key=str)),
        professionals=tuple(sorted(family.professionals, key=str)),
        responsible=tuple(sorted(family.responsible)),
    )


def _sorted_union(union: Union) -> Union:
    return replace(union, partners=tuple(sorted(union.partners)))


def only(family: Family, people: Iterable[str]) -> Family:
    """The facts that are left when only these people are: nothing points at somebody who is not there.

    A union of which one partner is left keeps its children with that partner; with neither left it is gone.
    """
    here = set(people)
    unions = [
        replace(union, partners=tuple(p for p in union.partners if p in here))
        for union in family.unions
        if here & set(union.partners)
    ]
    known = {union.id for union in unions}
    parentage = tuple(each for each in family.parentage if each.child in here and each.union in known)
    needed = {each.union for each in parentage}
    homes = tuple(_home_of(home, here) for home in family.homes if here & set(home.members))
    places = here | {home.id for home in homes}
    ties = tuple(tie for tie in family.ties if tie.to in places)
    tied = {tie.agency for tie in ties}
    return replace(
        family,
        persons=tuple(person for person in family.persons if person.id in here),
        unions=tuple(union for union in unions if len(union.partners) > 1 or union.id in needed),
        parentage=parentage,
        multiples=tuple(_multiples(family.multiples, here)),
        homes=homes,
        feelings=tuple(each for each in family.feelings if each.a in here and each.b in here),
        agencies=tuple(agency for agency in family.agencies if agency.id in tied),
        ties=ties,
        links=tuple(each for each in family.links if each.one in here and each.other in here),
        professionals=tuple(each for each in family.professionals if here & set(each.works_with)),
        responsible=tuple(each for each in family.responsible if here >= set(each)),
    )


def _home_of(home: Home, here: set[str]) -> Home:
    return replace(
        home,
        members=tuple(member for member in home.members if member in here),
        stays=tuple(stay for stay in home.stays if stay[0] in here),
    )


def _multiples(multiples: Iterable[MultipleBirth], here: set[str]) -> Iterable[MultipleBirth]:
    for each in multiples:
        members = tuple(member for member in each.members if member in here)
        if len(members) > 1:
            yield replace(each, members=members)


def reached(family: Family, start: Iterable[str]) -> set[str]:
    """Everybody whom a fact of this family links with one of these people, near or far."""
    near: dict[str, set[str]] = {person.id: set() for person in family.persons}
    partners = {union.id: union.partners for union in family.unions}
    groups = [*partners.values(), *(home.members for home in family.homes)]
    groups += [(*partners.get(each.union, ()), each.child) for each in family.parentage]
    groups += [(each.a, each.b) for each in family.feelings]
    groups += [(each.one, each.other) for each in family.links]
    for group in groups:
        for each in group:
            near.setdefault(each, set()).update(group)
    found: set[str] = set()
    waiting = [person for person in start if person in near]
    while waiting:
        person = waiting.pop()
        if person not in found:
            found.add(person)
            waiting += near[person] - found
    return found

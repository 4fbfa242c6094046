"""What a genogram leaves open, as questions one may ask a family, each with the way to where the answer is written.

REFERENCE 8.2: the father's side as full as the mother's. Questions are asked of people who work here, never of the
family's own version, and they are offered, not due: nothing counts them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from cases.models import Case
from cases.readings.genogram_facts import member_key
from cases.rules.genogram.family import BIRTH, MALE, Family, Person
from cases.rules.genogram.telling import name_of
from cases.rules.kinship import Kin

THIN = 2
"""So many people of a side, the parent among them, and one asks who else there is."""
MOST = 6
"""So many questions are shown at a time, the nearest to the child first."""


@dataclass(frozen=True)
class Asks:
    """One question, what the link to its answer says, and where it leads."""

    words: str
    link: str
    href: str
    member: int | None = None


def asks_of(case: Case, family: Family) -> list[Asks]:
    """What one may ask about a family as its facts stand, the most telling first. No query."""
    asking = _Asking(case, family)
    found = [*asking.sides(), *asking.links(), *asking.siblings(), *asking.couples()]
    return list(dict.fromkeys(found))[:MOST]


class _Asking:
    def __init__(self, case: Case, family: Family) -> None:
        self.case, self.family = case, family
        self.people, self.kin = family.by_id(), Kin(family)

    def sides(self) -> Iterator[Asks]:
        """A parent nobody is known beside; a child of whom one parent is known."""
        asked: set[str] = set()
        for child in self.family.index:
            born = sorted(self.kin.born_to(child.id))
            if not any(self._is_known(parent) for parent in born):
                yield self._ask(f"Who are {self._whose(child)} parents?", "Add a parent", child, "parent")
                continue
            for parent in born:
                if not self._is_known(parent) and parent not in asked:
                    missing = "father" if self.people[parent].gender == MALE else "mother"
                    yield self._ask(f"Who is {self._whose(child)} {missing}?", f"Add {missing}", child, missing)
                    asked.add(parent)
            for side in self.kin.sides(child.id):
                known = [who for who in side.known if self._is_known(who)]
                if side.parent in born and side.parent not in asked and self._is_known(side.parent):
                    asked.add(side.parent)
                    if len(known) < THIN:
                        yield self._thin(side.name, self.people[side.parent])

    def _thin(self, name: str, parent: Person) -> Asks:
        words = f"{name.capitalize()}’s side has 1 person: who else?"
        return self._ask(words, f"Add {self._whose(parent)} mother or father", parent, "parent")

    def links(self) -> Iterator[Asks]:
        """A grandparent or an aunt whose side nobody said."""
        for link in self.family.links:
            if link.steps and link.steps > 1 and self._is_known(link.one):
                who, what = self.people[link.one], {"grandmother": "mother", "grandfather": "father"}
                words = f"Whose {what.get(link.what, 'parent')} is {_called(who)}?"
            elif link.steps == 1 and link.what in ("aunt", "uncle", "aunt or uncle"):
                who, what = self.people[link.one], {"aunt": "sister", "uncle": "brother"}
                words = f"Whose {what.get(link.what, 'brother or sister')} is {_called(who)}?"
            else:
                continue
            yield self._ask(words, f"Say how {_called(who)} is related", who, "")

    def siblings(self) -> Iterator[Asks]:
        """Brothers and sisters of whom the parents are not known."""
        groups: dict[str, list[str]] = {}
        for each in self.family.parentage:
            if each.kind == BIRTH and not self.people[each.child].is_index:
                groups.setdefault(each.union, []).append(each.child)
        for union in self.family.unions:
            if union.id in groups and not any(self._is_known(who) for who in union.partners):
                first = self.people[min(groups[union.id])]
                yield self._ask(f"Who are {self._whose(first)} parents?", "Add a parent", first, "parent")

    def couples(self) -> Iterator[Asks]:
        """Partners of whom nobody knows since when."""
        for union in self.family.unions:
            known = [self.people[who] for who in union.partners if self._is_known(who)]
            if len(known) == 2 and not union.start and union.kind != "unknown":
                words = f"Since when were {_called(known[0])} and {_called(known[1])} together?"
                yield self._ask(words, "Say since when", known[0], "")

    # ----- small parts

    def _is_known(self, who: str) -> bool:
        return not self.people[who].is_not_known

    def _whose(self, person: Person) -> str:
        return f"{_called(person)}’s"

    def _ask(self, words: str, link: str, about: Person, kind: str) -> Asks:
        member = member_key(about.id)
        return Asks(words, link, self._where(member, kind), member)

    def _where(self, member: int | None, kind: str) -> str:
        """The form beside the picture that adds somebody; else the person's place on the page of people."""
        genogram = f"{reverse('cases:genogram', args=[self.case.pk])}?person=m{member}#person"
        if not kind or member is None:
            return genogram
        try:
            return reverse("cases:genogram-add", args=[self.case.pk, member, kind])
        except NoReverseMatch:
            return genogram


def _called(person: Person) -> str:
    return name_of(person).split(" ")[0] if person.name else name_of(person)

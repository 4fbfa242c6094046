"""Who is whose what: words for a child's relatives, and how many are known on each parent's side (REFERENCE 8.2).

Words are those of the family the record describes: birth first, then adoption, then care. Nothing is inferred beyond
what the facts say; somebody for whom there is no word gets none.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from cases.rules.genogram.family import ADOPTED, BIRTH, CURRENT, FEMALE, FOSTERED, MALE, Family, Union

BY_GENDER = {
    "parent": ("mother", "father"),
    "grandparent": ("grandmother", "grandfather"),
    "sibling": ("sister", "brother"),
    "child": ("daughter", "son"),
    "grandchild": ("granddaughter", "grandson"),
    "parent's sibling": ("aunt", "uncle"),
    "grandparent's sibling": ("great-aunt", "great-uncle"),
    "sibling's child": ("niece", "nephew"),
}


@dataclass(frozen=True)
class Side:
    """The relatives known through one parent: the parent, their forebears, and those who come after these."""

    parent: str
    name: str
    known: frozenset[str]


class Kin:
    """A family's parents, children and partners by person."""

    def __init__(self, family: Family) -> None:
        self.family = family
        self.people = family.by_id()
        self.unions = {union.id: union for union in family.unions}
        self.parents: dict[str, dict[str, str]] = {person: {} for person in self.people}
        self.children: dict[str, set[str]] = {person: set() for person in self.people}
        for each in sorted(family.parentage, key=lambda each: (each.kind != BIRTH, each.kind, each.union)):
            for parent in self.unions[each.union].partners:
                self.parents[each.child].setdefault(parent, each.kind)
                self.children[parent].add(each.child)
        self.partners: dict[str, dict[str, Union]] = {person: {} for person in self.people}
        for union in family.unions:
            for one in union.partners:
                self.partners[one] |= {other: union for other in union.partners if other != one}

    # ----- who

    def born_to(self, person: str) -> set[str]:
        """Parents by birth."""
        return {parent for parent, kind in self.parents[person].items() if kind == BIRTH}

    def siblings(self, person: str) -> dict[str, str]:
        """Everybody with a parent in common, and how: "" for full, "half", "adoptive" or "foster"."""
        found: dict[str, str] = {}
        for parent in self.parents[person]:
            for other in self.children[parent] - {person}:
                found[other] = self._how(person, other)
        return found

    def _how(self, person: str, other: str) -> str:
        mine, theirs = self.born_to(person), self.born_to(other)
        if mine & theirs:
            return "" if mine == theirs else "half-"
        shared = self.parents[person].keys() & self.parents[other].keys()
        kinds = {self.parents[who][parent] for parent in shared for who in (person, other)}
        return "adoptive " if ADOPTED in kinds else "foster " if FOSTERED in kinds else "step-"

    def forebears(self, person: str) -> set[str]:
        """Parents, their parents and so on, by birth."""
        found: set[str] = set()
        waiting = self.born_to(person)
        while waiting:
            each = waiting.pop()
            found.add(each)
            waiting |= self.born_to(each) - found
        return found

    # ----- in words

    def words(self, child: str) -> dict[str, str]:
        """For each relative of a child, what they are to the child: "half-brother", "grandmother (mother's side)"."""
        found = {child: "child at the centre of this record"}
        for parent, kind in self.parents[child].items():
            found.setdefault(parent, _PARENT.get(kind, "{} by care").format(self._word("parent", parent)))
        for other, how in self.siblings(child).items():
            found.setdefault(other, self._sibling(child, other, how))
        for each in sorted(self.children[child]):
            found.setdefault(each, self._word("child", each))
            self._add(found, self.children[each], "grandchild")
        for parent in sorted(self.parents[child]):
            self._add_side(found, parent, self._side_word(child, parent))
        for other in sorted(self.siblings(child)):
            self._add(found, self.children[other], "sibling's child")
        self._add_partners(found, child)
        for link in self.family.links:  # what was said, and no line shows: it is all we know of them
            if link.other == child:
                found.setdefault(link.one, link.what)
        return found

    def _add(self, found: dict[str, str], people: Iterable[str], word: str, after: str = "") -> None:
        for person in sorted(people):
            found.setdefault(person, self._word(word, person) + after)

    def _add_side(self, found: dict[str, str], parent: str, side: str) -> None:
        self._add(found, self.siblings(parent), "parent's sibling", side)
        for each in sorted(self.siblings(parent)):
            for cousin in sorted(self.children[each]):
                found.setdefault(cousin, f"cousin{side}")
        for grand in sorted(self.parents[parent]):
            self._add(found, [grand], "grandparent", side)
            self._add(found, self.siblings(grand), "grandparent's sibling", side)
            above, great = set(self.parents[grand]), "great-"
            while above:
                for each in sorted(above):
                    found.setdefault(each, great + self._word("grandparent", each) + side)
                above, great = {far for each in above for far in self.parents[each]}, great + "great-"

    def _add_partners(self, found: dict[str, str], child: str) -> None:
        """Partners of relatives: a step-parent, or somebody's partner."""
        relatives = dict(found)
        for person in sorted(relatives, key=lambda each: (each not in self.parents[child], each)):
            for other, union in sorted(self.partners[person].items()):
                whose = "partner" if person == child else f"{_possessive(relatives[person])} partner"
                former = union.status in ("ended", "divorced", "separated")
                found.setdefault(other, whose.replace("partner", "former partner") if former else whose)
        for parent in self.parents[child]:
            for other in sorted(self.partners[parent]):
                for each in sorted(self.children[other]):
                    found.setdefault(each, f"step-{self._word('sibling', each)}")

    def _sibling(self, child: str, other: str, how: str) -> str:
        person = self.people[other]
        if person.pregnancy == CURRENT:
            return f"expected {how}sibling"
        if person.pregnancy:
            return f"{how}sibling who was not born"
        twins = any({child, other} <= set(each.members) for each in self.family.multiples)
        return f"twin {self._word('sibling', other)}" if twins else how + self._word("sibling", other)

    def _side_word(self, child: str, parent: str) -> str:
        kind = _PARENT.get(self.parents[child][parent], "{}")
        return f" ({kind.format(self._word('parent', parent))}'s side)"

    def _word(self, word: str, person: str) -> str:
        by_gender = {FEMALE: 0, MALE: 1}
        gender = self.people[person].gender
        return BY_GENDER[word][by_gender[gender]] if gender in by_gender else word

    # ----- how much is known

    def sides(self, child: str) -> list[Side]:
        """For each parent, the relatives known on that side. A thin side is worth asking about."""
        born = self.born_to(child)
        own = {child, *(other for parent in born for other in self.children[parent] if self.born_to(other) & born)}
        found = []
        for parent in sorted(self.parents[child]):
            known = {parent}
            for each in self.forebears(parent):
                known |= {each} | self._after(each)
            below = {each for mine in own for each in self._after(mine)}
            known -= own | below | (self._after(parent) - {parent})
            found.append(Side(parent, self._word("parent", parent), frozenset(known)))
        return found

    def _after(self, person: str) -> set[str]:
        found: set[str] = set()
        waiting = set(self.children[person])
        while waiting:
            each = waiting.pop()
            found.add(each)
            waiting |= self.children[each] - found
        return found


_PARENT = {BIRTH: "{}", ADOPTED: "adoptive {}", FOSTERED: "foster {}"}


def _possessive(word: str) -> str:
    """mother's; mother's (of the mother's side) never."""
    return word.split(" (")[0] + "'s"

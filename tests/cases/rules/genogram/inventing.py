"""Invented families of 5 to 35 people: several partners, half-siblings, twins, losses, adoption, fostering, cousins.

One number makes one family. The generation of each person is known from how the family is made, not from the layout.
"""

from random import Random
from typing import Any

FIRST = ["Ana", "Bo", "Carl", "Dee", "Eve", "Finn", "Gus", "Hana", "Ivy", "Jo", "Kay", "Leo", "Mia", "Ned"]
LAST = ["Walsh", "Hussain", "Doyle", "Price-Mensah", "Nowak", "Okafor", "Li", "Ferreira"]
BORN = {0: 1925, 1: 1950, 2: 1978, 3: 2005}
FEELINGS = ["close", "very_close", "distant", "conflict", "cut_off", "abuse"]


class Inventing:
    """Makes one family."""

    def __init__(self, seed: int, most: int = 35) -> None:
        self.chance = Random(seed)
        self.most = self.chance.randint(10, most)
        self.persons: list[dict[str, Any]] = []
        self.unions: list[dict[str, Any]] = []
        self.parentage: list[dict[str, str]] = []
        self.multiples: list[dict[str, Any]] = []
        self.row: dict[str, int] = {}

    @property
    def has_room(self) -> bool:
        """Whether the family may still grow."""
        return len(self.persons) < self.most - 2

    def person(self, row: int, gender: str = "", birth: str = "", **more: Any) -> str:
        """Somebody new."""
        who = f"p{len(self.persons) + 1}"
        year = BORN[row] + self.chance.randint(-6, 8)
        born = birth or (None if self.chance.random() < 0.05 else f"{year}{self.chance.choice(['', '-03', '-05-17'])}")
        is_old = born and int(born[:4]) < 1960
        person = {
            "id": who,
            "name": f"{self.chance.choice(FIRST)} {self.chance.choice(LAST)}",
            "gender": gender or self.chance.choice(["male", "female", "male", "female", "other"]),
            "birth": born,
            "death": f"{self.chance.randint(1990, 2025)}" if is_old and self.chance.random() < 0.4 else None,
            "index": False,
        }
        self.persons.append(person | more)
        self.row[who] = row
        return who

    def union(self, *partners: str, start: int = 2000, **more: Any) -> str:
        """A partnership, or a parent alone."""
        who = f"u{len(self.unions) + 1}"
        kind = self.chance.choice(["married", "married", "cohabiting", "brief", "relationship", "unknown"])
        status = self.chance.choice(["current", "current", "separated", "divorced", "ended", "widowed"])
        end = None if status == "current" else str(start + 8)
        base = {"id": who, "partners": self.chance.sample(partners, len(partners)), "kind": kind, "status": status}
        self.unions.append(base | {"start": str(start), "end": end} | more)
        return who

    def children(self, union: str, row: int, many: int, year: int = 0) -> None:
        """Children of a union, one to four years apart, some of them twins or lost."""
        year = year or BORN[row] + self.chance.randint(-4, 3)
        for _ in range(many):
            if not self.has_room:
                return
            day = f"{year}-{self.chance.randint(1, 12):02}-{self.chance.randint(1, 28):02}"
            fate = self.chance.random()
            if fate < 0.08:
                born = [self.person(row, birth=day) for _ in range(self.chance.choice([2, 2, 3]))]
                self.multiples.append({"kind": self.chance.choice(["identical", "fraternal"]), "members": born})
            elif fate < 0.15 and self.persons[-1]["id"] != "p2":  # the first child is born
                loss = self.chance.choice(["miscarriage", "termination"])
                born = [self.person(row, "unknown", str(year), name="", death=None, pregnancy=loss)]
            else:
                born = [self.person(row, birth=day)]
            self.parentage += [{"child": child, "union": union, "kind": "birth"} for child in born]
            year += self.chance.randint(1, 4)

    def parents(self, child: str, row: int) -> None:
        """Parents, aunts and uncles, sometimes great-grandparents."""
        above = [
            self.person(row - 1, gender) for gender in self.chance.choice([("male", "female")] * 4 + [("female",)])
        ]
        union = self.union(*above, start=BORN[row - 1] + 22)
        self.parentage.append({"child": child, "union": union, "kind": "birth"})
        self.children(union, row, self.chance.choice([0, 1, 1, 2, 3]))
        for parent in above:
            if row > 1 and self.has_room and self.chance.random() < 0.2:
                self.parents(parent, row - 1)

    def core(self) -> list[str]:
        """A mother, the other parents of her children, and their parents."""
        mother = self.person(2, "female")
        core = [mother]
        for at in range(self.chance.choice([1, 1, 2, 2, 3])):
            core.append(self.person(2, "female" if self.chance.random() < 0.1 else "male"))
            year = 2002 + 5 * at
            self.children(self.union(mother, core[-1], start=year), 3, self.chance.choice([1, 2, 2, 3]), year)
        for each in core:
            if self.has_room and self.chance.random() < 0.75:
                self.parents(each, 2)
        return core

    def further_partners(self, core: list[str]) -> None:
        """Later partners of fathers, partners of aunts and uncles, and their children."""
        for each in list(self.persons):
            who, row = each["id"], self.row[each["id"]]
            is_adult = row in (1, 2) and not each.get("pregnancy") and who != core[0]
            if is_adult and self.has_room and self.chance.random() < (0.45 if row == 2 else 0.12):
                union = self.union(who, self.person(row), start=BORN[row] + 30)
                self.children(union, row + 1, self.chance.choice([0, 1, 1, 2, 3]))

    def second_families(self) -> None:
        """Children adopted or fostered by an aunt or a grandparent; cousins who are partners."""
        young = [who for who, row in self.row.items() if row == 3 and not self._is(who).get("pregnancy")]
        for _ in range(self.chance.choice([0, 0, 1, 1, 2])):
            child = self.chance.choice(young)
            rows = (1,) if self.chance.random() < 0.15 else (2,)
            own = {each["union"] for each in self.parentage if each["child"] == child}
            there = [u for u in self.unions if {self.row[p] for p in u["partners"]} <= {*rows} and u["id"] not in own]
            if there:
                kind = self.chance.choice(["adopted", "fostered"])
                self.parentage.append({"child": child, "union": self.chance.choice(there)["id"], "kind": kind})
        if len(young) > 4 and self.chance.random() < 0.1:
            one, other = self.chance.sample(young, 2)
            mine, theirs = ({e["union"] for e in self.parentage if e["child"] == who} for who in (one, other))
            if not mine & theirs:
                self.union(one, other, consanguineous=True)

    def _is(self, who: str) -> dict[str, Any]:
        return next(person for person in self.persons if person["id"] == who)

    def made(self) -> dict[str, Any]:
        """The family as a file of the schema genogram/1, its rows in no order."""
        self.further_partners(self.core())
        self.second_families()
        young = [who for who, row in self.row.items() if row == 3 and not self._is(who).get("pregnancy")]
        self._is(self.chance.choice(young))["index"] = True
        homes = []
        for at in range(self.chance.choice([1, 1, 2, 3])):
            union = self.chance.choice(self.unions)
            members = {*union["partners"], *(e["child"] for e in self.parentage if e["union"] == union["id"])}
            members |= {self.chance.choice(self.persons)["id"]} if self.chance.random() < 0.3 else set()
            homes.append({"id": f"h{at}", "label": f"Home {at}", "members": sorted(members)})
        feelings = []
        for _ in range(self.chance.randint(0, 4)):
            one, other = self.chance.sample([person["id"] for person in self.persons], 2)
            feelings.append({"a": one, "b": other, "kind": self.chance.choice(FEELINGS), "directed": False})
        self.chance.shuffle(self.persons)
        top = min(self.row.values())
        return {
            "schema": "genogram/1", "title": "Invented", "as_of": "2026-11-21",
            "persons": self.persons, "unions": self.unions, "parentage": self.parentage,
            "multiple_births": self.multiples, "households": homes, "emotional": feelings, "agencies": [], "ties": [],
            "expect": {"generations": {who: row - top for who, row in self.row.items()}},
        }  # fmt: skip


def invented(seed: int, most: int = 35) -> dict[str, Any]:
    """The family of a number."""
    for later in range(20):
        inventing = Inventing(seed + 100_000 * later, most)
        made = inventing.made()
        if any(row == 3 for row in inventing.row.values()):
            return made
    raise AssertionError("no family with a child")

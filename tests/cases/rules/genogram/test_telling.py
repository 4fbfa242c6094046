"""The tables say everything the picture says."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest

from cases.rules.genogram.drawing import Layers, draw, relations_drawn
from cases.rules.genogram.family import Family, Professional
from cases.rules.genogram.telling import CENTRE, MARKS, RelationRow, people_rows, relation_rows, title_of
from tests.cases.rules.genogram.conftest import facts, sample
from tests.cases.rules.genogram.inventing import invented


def test_the_table_of_people_begins_with_the_child(half_siblings: dict[str, Any]) -> None:
    rows = people_rows(facts(half_siblings))
    assert rows[0].name == "Kayla Pike" and rows[0].is_index and rows[0].age == "16"
    assert rows[0].homes == ("Kelly's home",)
    by_id = {row.id: row for row in rows}
    assert by_id["keith"].died == "2019" and by_id["keith"].age == "about 64"
    assert by_id["bump"].name == "Pregnancy" and by_id["bump"].notes == ("pregnancy",)
    assert len(rows) == 15


def test_the_table_of_relationships_says_every_line() -> None:
    rows = {(row.one, row.what, row.other) for row in relation_rows(facts(sample("6_same_sex_adoption")))}
    assert ("Catherine Price", "married 2012", "Efua Mensah") in rows
    assert ("Alfie Price-Mensah", "adopted by", "Catherine Price and Efua Mensah") in rows
    assert ("Alfie Price-Mensah", "child of", "Ryan Cole and Stacey Lowe") in rows
    assert ("Alfie Price-Mensah", "lives in", "Price-Mensah home") in rows
    assert ("Alfie Price-Mensah", "cut off", "Stacey Lowe") in rows
    twins = {(row.one, row.what, row.other) for row in relation_rows(facts(sample("3_twins")))}
    assert ("Ana Doyle", "identical twins with", "Rosa Doyle") in twins
    assert ("Eoin Doyle", "abuse, from the first to the second", "Lucia Costa") in twins
    assert ("Eoin Doyle", "married 2004, separated 2026", "Lucia Costa") in twins


def test_the_title_says_whose_and_when(half_siblings: dict[str, Any]) -> None:
    assert title_of(facts(half_siblings)) == "Genogram of Kayla Pike on 21 November 2026"


ALL = Layers(professionals=True)
SAMPLES = ("1_half_siblings", "2_remarriage", "3_twins", "6_same_sex_adoption")
FOR_A_MARK = {"lower": {"substance"}, "left": {"mental_health", "illness"}, "risk": {"risk"}}


@pytest.mark.parametrize("family", [*SAMPLES, *range(12)], ids=str)
def test_every_line_badge_and_mark_that_is_drawn_has_its_words(family: str | int) -> None:
    drawn = with_everything(facts(sample(family) if isinstance(family, str) else invented(family)))
    svg = draw(drawn, layers=ALL).svg
    assert [each for each in drawn_things(svg) if not is_told(drawn, *each)] == []


def with_everything(family: Family) -> Family:
    """The family with every mark, a worker for each child, and somebody responsible for them."""
    people, children = [who.id for who in family.persons], tuple(who.id for who in family.index)
    marks = {who: (mark,) for who, mark in zip(people, MARKS, strict=False)}
    persons = tuple(replace(who, marks=marks.get(who.id, ())) for who in family.persons)
    worker = Professional("w1", "Ade Fashola", "Lead worker", children)
    return replace(family, persons=persons, professionals=(worker,), responsible=((people[0], children[0]),))


def drawn_things(svg: str) -> Iterator[tuple[str, str, str]]:
    """Everything with a meaning on the paper: what it is, about whom or what, and more of it."""
    root = ElementTree.fromstring(svg)
    lists = {each.get("data-around"): "".join(each.itertext()) for each in root.iter() if each.get("data-around")}
    for each in root.iter():
        for name in ("union", "household", "emotional", "responsible"):
            if about := each.get(f"data-{name}"):
                yield name, about, each.get("data-part", "")
        if each.get("data-descent") and each.get("data-child"):
            yield "descent", each.get("data-child", ""), each.get("data-descent", "")
        if each.get("data-part") == "identical":
            yield "identical", "", ""
        if who := each.get("data-numbers"):
            numbers = "".join(each.itertext()).removesuffix("+").split()
            yield from (("number", who, key) for key, said in lists.items() if said.split()[0] in numbers)
        if who := each.get("data-person"):
            yield "person", who, ""
            parts = [part for inner in each for part in (inner.get("data-part"), inner.get("data-mark")) if part]
            yield from (("part", who, part) for part in parts)


def is_told(family: Family, kind: str, about: str, more: str) -> bool:
    """Whether a row of the two tables says it."""
    return Told(family).ways[kind](about, more)


class Told:
    """The two tables of a family, and how each thing that is drawn is found in them."""

    def __init__(self, family: Family) -> None:
        self.family, self.rows = family, relations_drawn(family, ALL)
        self.people = {row.id: row for row in people_rows(family)}
        self.ways = {
            "person": lambda who, _: who in self.people,
            "part": self.part,
            "household": lambda home, _: self.home(home),
            "union": self.union,
            "descent": self.descent,
            "identical": lambda *_: any("identical" in row.what.split()[:1] for row in self.rows),
            "emotional": lambda key, _: self.between("feeling", *key.split(":")[:2]),
            "responsible": lambda who, _: any(self.named(who) == row.one for row in self.of("responsible")),
            "number": self.number,
        }

    def named(self, who: str) -> str:
        return self.people[who].name

    def of(self, kind: str) -> list[RelationRow]:
        return [row for row in self.rows if row.kind == kind]

    def between(self, kind: str, one: str, other: str) -> bool:
        return any((row.one, row.other) == (self.named(one), self.named(other)) for row in self.of(kind))

    def part(self, who: str, more: str) -> bool:
        row = self.people[who]
        told = {"deceased": row.died or row.notes, "index": CENTRE in row.relation, "symbol": True, "label": True}
        in_words = {MARKS[mark] for mark in FOR_A_MARK.get(more, ())} & set(row.notes)
        return bool(told.get(more, in_words))

    def home(self, key: str) -> bool:
        home = next(each for each in self.family.homes if each.id == key)
        return all(home.label in self.people[who].homes for who in home.members)

    def union(self, key: str, more: str) -> bool:
        partners = next(each.partners for each in self.family.unions if each.id == key)
        ended = ("separated", "ended", "divorced") if more == "slash" else ("",)
        rows = [row for row in self.of("partners") if [row.one, row.other] == [self.named(who) for who in partners]]
        return any(word in row.what for row in rows for word in ended)

    def descent(self, child: str, key: str) -> bool:
        partners = next(each.partners for each in self.family.unions if each.id == key)
        parents = " and ".join(self.named(who) for who in partners)
        return any((row.one, row.other) == (self.named(child), parents) for row in self.of("parents"))

    def number(self, who: str, key: str) -> bool:
        name = next(each.name for each in (*self.family.professionals, *self.family.agencies) if each.id == key)
        whom = {self.named(who), *self.people[who].homes}
        return any(row.one == name and row.other in whom for row in [*self.of("professional"), *self.of("agency")])

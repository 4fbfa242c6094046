"""What is written is read back equal, whatever the family holds."""

import json
from dataclasses import fields, is_dataclass, replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.rules.genogram.drawing import draw
from cases.rules.genogram.family import Agency, Family, Home, Link, Professional, Tie, in_order
from cases.rules.genogram.reading import read
from cases.rules.genogram.writing import as_object, written
from tests.cases.rules.genogram.conftest import NAMES, facts, sample
from tests.cases.rules.genogram.inventing import invented

HOSTILE = ["</svg>\"'<&", "", "Zoë O’Néill–李", "\u202eabc", "A" * 80, "👨‍👩‍👧 x", "tab\tand\nline"]


def full(seed: int) -> Family:
    """A family with something in every field, drawn by lot."""
    chance = Random(seed)
    family = facts(invented(seed, most=14))
    marks = ("substance", "mental_health", "illness", "risk")

    def coin() -> bool:
        return chance.random() < 0.3

    def day() -> str:
        return chance.choice(["", "2019", "2019-05", "2019-05-17"])

    people = [person.id for person in family.persons]
    stays = tuple((who, day(), day()) for who in sorted(chance.sample(people, 2)))
    again = ((people[0], "2015-01-01", "2016"), (people[0], "2018", ""))
    return in_order(
        replace(
            family,
            title=chance.choice(HOSTILE),
            persons=tuple(
                replace(each, name=chance.choice([each.name, *HOSTILE]), is_private=coin(), is_stillborn=coin(),
                        has_died=coin(), says=chance.choice(["", "step-dad"]), is_not_known=coin(),
                        marks=tuple(mark for mark in marks if coin()),
                        pregnancy=chance.choice(["", "current", "lost"]))
                for each in family.persons
            ),
            unions=tuple(
                replace(each, is_private=coin(), is_of_one_blood=coin(), start=day(), end=day())
                for each in family.unions
            ),
            parentage=tuple(
                replace(each, is_private=coin(), start=day(), end=day()) for each in family.parentage
            ),
            homes=(
                Home("h1", chance.choice(HOSTILE), tuple(who for who, _, _ in stays), stays, day(), day(), coin()),
                Home("h2", "Twice", (people[0], people[1]), again),
            ),
            feelings=tuple(
                replace(each, view=chance.choice(["", people[0], "A worker"]), seen_on=day(), is_private=coin(),
                        is_directed=coin())
                for each in family.feelings
            ),
            agencies=(Agency("n1", chance.choice(HOSTILE), coin()), Agency("n2", "School", kind="school")),
            links=(Link(people[0], people[1], "grandmother", chance.choice([None, 2])),),
            professionals=(Professional("w1", chance.choice(HOSTILE), "Lead", (people[0],)),),
            responsible=((people[1], people[0]),),
            ties=(Tie("n1", people[0], "strong", "to", coin()), Tie("n2", "h1")),
        )
    )  # fmt: skip


def _rows(value: object) -> list[Any]:
    return [row for row in value if is_dataclass(row)] if isinstance(value, tuple) else []


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 9999))
def test_what_is_written_is_read_back_equal(seed: int) -> None:
    family = full(seed)
    assert read(written(family)) == family


@settings(max_examples=5, deadline=None)
@given(st.integers(0, 9999))
def test_a_family_that_was_kept_is_drawn_with_the_same_bytes(seed: int) -> None:
    family = full(seed)
    first = draw(family)
    kept = json.loads(json.dumps([as_object(family), first.order]))
    assert draw(read(json.dumps(kept[0])), kept[1]).svg == draw(family, first.order).svg


@pytest.mark.parametrize("name", NAMES)
def test_the_sample_families_come_back(name: str) -> None:
    family = facts(sample(name))
    assert read(written(family)) == family


def test_the_same_facts_in_another_order_are_written_the_same() -> None:
    family = full(7)
    turned = replace(family, persons=family.persons[::-1], unions=family.unions[::-1], ties=family.ties[::-1])
    assert written(turned) == written(family)


def test_every_field_a_family_may_have_is_written() -> None:
    """Whoever adds a field to the facts writes it, or a kept picture would lose it."""
    families = [full(seed) for seed in range(12)]
    rows = [row for family in families for each in fields(family) for row in _rows(getattr(family, each.name))]
    said = {f"{type(row).__name__}.{each.name}" for row in rows for each in fields(row)}
    filled = {
        f"{type(row).__name__}.{each.name}"
        for row in rows
        for each in fields(row)
        if getattr(row, each.name) != each.default
    }
    empty = said - filled
    assert empty == set(), "the family above has nothing in these fields, so it proves nothing of them"

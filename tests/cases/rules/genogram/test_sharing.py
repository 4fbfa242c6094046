"""The family version leaves no mark of what is left out."""

from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.rules.genogram.drawing import draw
from cases.rules.genogram.sharing import Chosen, shared_with_family
from cases.rules.genogram.telling import people_rows, relation_rows
from tests.cases.rules.genogram.conftest import facts, sample
from tests.cases.rules.genogram.inventing import invented


def shown(family: dict[str, Any], chosen: Chosen | None = None) -> str:
    """Everything the family sees: the picture's source and both tables."""
    shared = shared_with_family(facts(family), chosen)
    return f"{draw(shared).svg}{people_rows(shared)}{relation_rows(shared)}"


def with_secrets(family: dict[str, Any], seed: int) -> dict[str, Any]:
    """The same family with facts that are not for its eyes, each named so that it would be found."""
    chance = Random(seed)
    people, unions = [each["id"] for each in family["persons"]], [each["id"] for each in family["unions"]]
    secret: dict[str, Any] = {"name": "Zzsecret Zzperson", "gender": "male", "birth": "1979", "index": False}
    loss = secret | {"gender": "unknown", "birth": "2009-05"}
    persons = [
        secret | {"id": "zz1", "private": True},
        secret | {"id": "zz2"},
        secret | {"id": "zz3", "birth": "2015"},
        loss | {"id": "zz4", "pregnancy": chance.choice(["miscarriage", "termination"])},
        loss | {"id": "zz5", "stillbirth": True, "death": "2009-05"},
        secret | {"id": "zz6"},
    ]
    marked = chance.choice(people)
    known = [each | ({"marks": ["substance", "risk"]} if each["id"] == marked else {}) for each in family["persons"]]
    return family | {
        "persons": known + persons,
        "unions": [
            *family["unions"],
            {"id": "zzu1", "partners": [chance.choice(people), "zz1"]},
            {"id": "zzu2", "partners": [chance.choice(people), "zz2"], "kind": "affair", "start": "1666"},
            {"id": "zzu3", "partners": chance.sample(people, 2), "private": True, "start": "1667"},
            {"id": "zzu4", "partners": ["zz6"]},
        ],
        "parentage": [
            *family["parentage"],
            {"child": "zz4", "union": chance.choice(unions), "kind": "birth"},
            {"child": "zz5", "union": chance.choice(unions), "kind": "birth"},
            {"child": "zz3", "union": "zzu4", "kind": "birth"},
            {"child": _young(family, chance), "union": "zzu4", "kind": "adopted", "private": True},
        ],
        "multiple_births": [*family["multiple_births"], {"kind": "identical", "members": ["zz4", "zz5"]}],
        "households": [
            *({**home, "members": [*home["members"], "zz1", "zz4"]} for home in family["households"]),
            {"id": "zzh", "label": "Zzrefuge", "members": chance.sample(people, 3), "private": True},
        ],
        "emotional": [
            *family["emotional"],
            {"a": people[0], "b": people[1], "kind": "hostile", "view": people[0], "private": True},
            {"a": people[1], "b": people[2], "kind": "abuse", "view": people[1]},
            {"a": people[0], "b": people[2], "kind": "caretaker"},
        ],
        "agencies": [{"id": "zza", "name": "Zzpolice", "private": True}],
        "ties": [{"agency": "zza", "to": people[0], "kind": "strong"}],
    }  # fmt: skip


def _young(family: dict[str, Any], chance: Random) -> str:
    rows = family["expect"]["generations"]
    lowest = max(rows.values())
    return chance.choice(sorted(who for who, row in rows.items() if row == lowest))


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 999), st.integers(0, 99))
def test_what_is_left_out_leaves_no_mark(seed: int, other: int) -> None:
    family = invented(seed, most=16)
    said = shown(with_secrets(family, other))
    assert "zz" not in said.lower() and "1666" not in said and "1667" not in said
    assert said == shown(family)


@pytest.mark.parametrize("what", ["private", "not shared"])
def test_both_ways_to_mark_a_fact_are_heard(what: str, half_siblings: dict[str, Any]) -> None:
    marcus = next(person for person in half_siblings["persons"] if person["id"] == "marcus")
    marcus |= {"private": True} if what == "private" else {"shared": False}
    said = shown(half_siblings)
    assert "Marcus" not in said and '"u3"' in said, "the child stays, with the mother alone"


def test_losses_are_shown_when_they_are_chosen() -> None:
    twins = sample("3_twins")
    assert "miscarriage" not in shown(twins).lower() and "stillborn" not in shown(twins)
    chosen = shown(twins, Chosen(losses=True))
    assert 'data-person="mis"' in chosen and "stillborn" in chosen


def test_the_title_of_the_file_is_not_shown() -> None:
    assert "miscarriage" not in shown(sample("3_twins")).lower()


def test_marks_are_drawn_for_practitioners_only(half_siblings: dict[str, Any]) -> None:
    half_siblings["persons"][5]["marks"] = ["substance", "mental_health", "risk"]
    assert draw(facts(half_siblings)).svg.count("data-mark") == 3
    assert "data-mark" not in shown(half_siblings) and "substance" not in shown(half_siblings)
    assert shown(half_siblings, Chosen(marks=True)).count("data-mark") == 3


def test_a_view_of_somebody_in_the_family_is_shown_and_an_idea_is_not(half_siblings: dict[str, Any]) -> None:
    assert "data-emotional" not in shown(half_siblings)
    half_siblings["emotional"][2] |= {"view": "kayla", "on": "2026-05-03"}
    said = shown(half_siblings)
    assert said.count("data-emotional") == 2 and "as Kayla Pike sees it on 3 May 2026" in said


def test_whom_only_a_private_fact_links_is_left_out(half_siblings: dict[str, Any]) -> None:
    for each in half_siblings["parentage"]:
        if each["union"] == "u6":
            each["private"] = True
    assert "Folake" not in shown(half_siblings) and "Ade" in shown(half_siblings)


def test_a_child_of_an_affair_stays_with_the_parent_it_lives_with(half_siblings: dict[str, Any]) -> None:
    next(union for union in half_siblings["unions"] if union["id"] == "u2")["kind"] = "affair"
    said = shown(half_siblings)
    assert "Kayla" in said and "Jayden" in said and "an affair" not in said
    assert "an affair" in shown(half_siblings, Chosen(affairs=True))

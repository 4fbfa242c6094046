"""Who is whose what."""

import pytest

from cases.rules.kinship import Kin
from tests.cases.rules.genogram.conftest import facts, sample


def words(name: str, child: str) -> dict[str, str]:
    return Kin(facts(sample(name))).words(child)


def test_relatives_of_a_child_with_half_siblings() -> None:
    assert words("1_half_siblings", "kayla") == {
        "kayla": "child at the centre of this record",
        "kelly": "mother",
        "dean": "father",
        "jayden": "brother",
        "tyrone": "half-brother",
        "zara": "half-sister",
        "bump": "expected half-sibling",
        "mia": "half-sister",
        "sandra": "grandmother (mother's side)",
        "keith": "grandfather (mother's side)",
        "lee": "uncle (mother's side)",
        "marcus": "mother's former partner",
        "ade": "mother's partner",
        "sophie": "father's partner",
    }, "nobody makes up a word for the mother of a mother's partner"


@pytest.mark.parametrize(
    ("name", "child", "who", "word"),
    [
        ("2_remarriage", "adam", "beth", "step-sister"),
        ("2_remarriage", "adam", "liam", "step-brother"),
        ("2_remarriage", "adam", "ivy", "half-sister"),
        ("2_remarriage", "adam", "imran", "uncle (mother's side)"),
        ("2_remarriage", "adam", "jo", "father's partner"),
        ("3_twins", "rosa", "ana", "twin sister"),
        ("3_twins", "rosa", "due", "expected sibling"),
        ("3_twins", "rosa", "mis", "sibling who was not born"),
        ("6_same_sex_adoption", "alfie", "cath", "adoptive mother"),
        ("6_same_sex_adoption", "alfie", "bm", "mother"),
        ("6_same_sex_adoption", "alfie", "nia", "adoptive sister"),
        ("6_same_sex_adoption", "alfie", "rowan", "sibling"),
        ("6_same_sex_adoption", "alfie", "kwame", "uncle (adoptive mother's side)"),
    ],
)
def test_a_word_for_each_relative(name: str, child: str, who: str, word: str) -> None:
    assert words(name, child)[who] == word


def test_cousins_great_grandparents_and_nephews_have_words() -> None:
    family = sample("1_half_siblings")
    family["persons"] += [
        {"id": "old", "name": "Edna", "gender": "female"},
        {"id": "ray", "name": "Ray", "gender": "male"},
        {"id": "tot", "name": "Tot", "gender": "female", "birth": "2026-02-01"},
    ]
    family["unions"] += [{"id": f"x{who}", "partners": [who]} for who in ("old", "lee", "jayden")]
    family["parentage"] += [
        {"child": "sandra", "union": "xold"},
        {"child": "ray", "union": "xlee"},
        {"child": "tot", "union": "xjayden"},
    ]
    found = Kin(facts(family)).words("kayla")
    assert found["old"] == "great-grandmother (mother's side)"
    assert found["ray"] == "cousin (mother's side)"
    assert found["tot"] == "niece"


def test_a_thin_side_is_seen() -> None:
    sides = {side.name: side.known for side in Kin(facts(sample("1_half_siblings"))).sides("kayla")}
    assert sides == {"mother": {"kelly", "keith", "sandra", "lee"}, "father": {"dean"}}

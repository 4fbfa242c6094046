"""Everybody in their generation."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cases.rules.genogram.reading import read
from cases.rules.genogram.rows import rows_of
from tests.cases.rules.genogram.conftest import facts
from tests.cases.rules.genogram.inventing import invented


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 9999))
def test_rows_are_the_generations(seed: int) -> None:
    family = invented(seed)
    assert rows_of(facts(family)) == family["expect"]["generations"]


def small(unions: dict[str, tuple[list[str], list[str]]], births: dict[str, str] | None = None) -> dict[str, int]:
    people = sorted(
        {who for partners, children in unions.values() for who in (*partners, *children)} | set(births or {})
    )
    family: dict[str, Any] = {
        "schema": "genogram/1", "as_of": "2026-11-21",
        "persons": [{"id": who, "name": who, "birth": (births or {}).get(who)} for who in people],
        "unions": [{"id": union, "partners": partners} for union, (partners, _) in unions.items()],
        "parentage": [{"child": c, "union": union} for union, (_, children) in unions.items() for c in children],
    }  # fmt: skip
    return rows_of(read(json.dumps(family)))


def test_an_uncle_and_his_niece_keep_the_rows_of_their_birth() -> None:
    rows = small(
        {"a": (["old"], ["uncle", "mother"]), "b": (["mother"], ["niece"]), "c": (["uncle", "niece"], ["child"])}
    )
    assert rows == {"old": 0, "uncle": 1, "mother": 1, "niece": 2, "child": 3}


def test_partners_with_no_parents_stand_beside_their_partners() -> None:
    rows = small({"a": (["x", "y"], ["z"]), "b": (["z", "w"], []), "c": (["w", "v"], ["u"])})
    assert rows == {"x": 0, "y": 0, "z": 1, "w": 1, "v": 1, "u": 2}


def test_families_that_nothing_links_stand_by_age() -> None:
    rows = small({"a": (["x"], ["y"]), "b": (["y"], ["z"])}, {"x": "1950", "y": "1980", "z": "2010", "friend": "1981"})
    assert rows["friend"] == rows["y"]


def test_a_sibling_of_its_own_parent_is_still_drawn() -> None:
    rows = small({"a": (["old"], ["mother", "child"]), "b": (["mother"], ["child"])})
    assert rows["old"] < rows["mother"] < rows["child"]

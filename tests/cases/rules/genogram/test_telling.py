"""The tables say everything the picture says."""

from typing import Any

from cases.rules.genogram.telling import people_rows, relation_rows, title_of
from tests.cases.rules.genogram.conftest import facts, sample


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

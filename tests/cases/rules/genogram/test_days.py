"""Partly known days, ages, and the family on another day."""

from datetime import date
from typing import Any

import pytest

from cases.rules.genogram.days import age, has_come, in_words, told_on
from cases.rules.genogram.drawing import draw
from cases.rules.genogram.family import Person
from tests.cases.rules.genogram.conftest import facts, sample

ON = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("when", "is_so"),
    [("", True), ("2026", True), ("2026-11", True), ("2026-11-21", True), ("2026-11-22", False), ("2027", False)],
)
def test_a_day_has_come_when_its_year_or_month_has(when: str, is_so: bool) -> None:
    assert has_come(when, ON) == is_so


def test_days_are_said_in_words() -> None:
    assert [in_words(day) for day in ("2010-09-02", "2010-09", "2010")] == [
        "2 September 2010",
        "September 2010",
        "2010",
    ]


@pytest.mark.parametrize(
    ("birth", "death", "told"),
    [
        ("2010-11-21", "", "16"), ("2010-11-22", "", "15"), ("2010-11", "", "16"), ("2010-12", "", "15"),
        ("1984", "", "~42"), ("", "", ""), ("2026-05-22", "", "5m"), ("2026-11-20", "", "0m"),
        ("1955", "2019", "~64"), ("1950-06-01", "2019-05-31", "68"), ("1950-06-01", "2030-01-01", "76"),
        ("2030", "", ""),
    ],
)  # fmt: skip
def test_an_age_is_no_more_exact_than_the_days(birth: str, death: str, told: str) -> None:
    assert age(Person("a", birth=birth, death=death), ON) == told


def test_the_unborn_have_no_age() -> None:
    assert age(Person("a", birth="2027-02", pregnancy="current"), ON) == ""


def test_a_family_is_drawn_as_it_was(half_siblings: dict[str, Any]) -> None:
    then = told_on(facts(half_siblings), date(2013, 6, 1))
    here = {person.id for person in then.persons}
    assert here == {"keith", "sandra", "lee", "kelly", "dean", "marcus", "jayden", "kayla", "tyrone"}
    assert then.by_id()["keith"].death == "", "he died in 2019"
    states = {union.id: (union.status, union.end) for union in then.unions}
    assert states == {"u1": ("current", ""), "u2": ("ended", "2011"), "u3": ("current", "")}


def test_undated_homes_and_feelings_are_those_of_the_records_own_day(half_siblings: dict[str, Any]) -> None:
    then = told_on(facts(half_siblings), date(2022, 1, 1))
    assert not then.homes and not then.feelings and not then.ties
    half_siblings["households"][0] |= {"start": "2012", "members": [
        "kelly", {"id": "ade", "start": "2019"}, {"id": "kayla", "start": "2012", "end": "2021"},
    ]}  # fmt: skip
    half_siblings["emotional"][2]["on"] = "2020-03-01"
    then = told_on(facts(half_siblings), date(2022, 1, 1))
    assert [home.members for home in then.homes] == [("ade", "kelly")]
    assert [feeling.kind for feeling in then.feelings] == ["close"]


def test_a_pregnancy_is_there_from_its_beginning() -> None:
    twins = facts(sample("3_twins"))
    assert "due" in told_on(twins, date(2026, 6, 1)).by_id()
    assert "due" not in told_on(twins, date(2026, 4, 1)).by_id()


def test_before_they_were_together_parents_are_parents_only(half_siblings: dict[str, Any]) -> None:
    half_siblings["unions"][1]["start"] = "2011"
    then = told_on(facts(half_siblings), date(2010, 12, 1))
    union = next(union for union in then.unions if union.id == "u2")
    assert (union.kind, union.status, union.start) == ("unknown", "current", "")


def test_a_later_day_changes_ages_only(half_siblings: dict[str, Any]) -> None:
    family = facts(half_siblings)
    later = told_on(family, date(2027, 11, 21))
    assert later.persons == family.persons and draw(later).order == draw(family).order
    assert told_on(family, family.on) == family


def test_the_day_before_the_child_was_born_shows_the_forebears(half_siblings: dict[str, Any]) -> None:
    then = told_on(facts(half_siblings), date(1986, 1, 1))
    assert {person.id for person in then.persons} == {"keith", "sandra", "lee", "dean"}
    assert draw(then).svg

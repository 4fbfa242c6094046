"""What changed between two pictures is said in sentences, and nothing is said where nothing changed."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from cases.rules.genogram.comparing import what_changed
from cases.rules.genogram.family import Agency, Family, Feeling, Home, Parentage, Person, Tie, Union
from tests.cases.rules.genogram.conftest import facts, sample
from tests.cases.rules.genogram.inventing import invented


def changed(then: Family, **facts_now: object) -> list[str]:
    return list(what_changed(then, replace(then, **facts_now)))  # type: ignore[arg-type]


HALVES = facts(sample("1_half_siblings"))


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 999))
def test_nothing_is_said_where_nothing_changed(seed: int) -> None:
    family = facts(invented(seed, most=16))
    assert what_changed(family, family) == ()


def test_a_birth_a_death_a_new_name_and_somebody_new_are_said() -> None:
    expected = Person("b1", pregnancy="current", birth="2026-12")
    then = replace(HALVES, persons=(*HALVES.persons, expected))
    people = [replace(each, death="2026-05-01") if each.id == "marcus" else each for each in HALVES.persons]
    born = Person("b1", "Ada Pike", birth="2026-12-03")
    now = replace(then, persons=(*people, born, Person("b2", "Una Lund")))
    said = what_changed(then, now)
    marcus = next(each.name for each in HALVES.persons if each.id == "marcus")
    assert sorted(said) == ["Ada Pike was born on 3 December 2026.", f"{marcus} died on 1 May 2026.",
                            "Una Lund is new in the picture."]  # fmt: skip
    assert "Una Lund is not in the picture any more." in what_changed(now, then)
    later = replace(then, persons=(*then.persons, Person("b3", "Ivy Pike", birth="2027-01-04")),
                    parentage=(*then.parentage, Parentage("b3", then.unions[0].id)))  # fmt: skip
    assert what_changed(then, later) == ("Ivy Pike was born on 4 January 2027.",), "and whose child goes without saying"


def test_partners_parents_homes_ties_and_views_are_said() -> None:
    family = Family(
        HALVES.on,
        (Person("m1", "Ana Li"), Person("m2", "Bo Li"), Person("m3", "Cy Li", is_index=True)),
        unions=(Union("u1", ("m1", "m2"), "cohabiting"),),
        homes=(Home("h1", "Elm Road", ("m1", "m2", "m3")),),
        feelings=(Feeling("m1", "m3", "close", view="m3", seen_on="2026-01-02"),),
        agencies=(Agency("n1", "Elm School"),),
        ties=(Tie("n1", "m3", "weak"),),
    )
    assert changed(family, unions=(Union("u1", ("m2", "m1"), "cohabiting", "separated", end="2026"),)) == [
        "Ana Li and Bo Li: living together then, living together, separated 2026 now."
    ]
    parents = replace(family, unions=(Union("u1", ("m1", "m2")),))
    assert changed(parents, unions=(Union("u1", ("m1", "m2"), "married", start="2020"),)) == [
        "Ana Li and Bo Li: married 2020."
    ], "nobody says that they were together before"
    assert changed(family, parentage=(Parentage("m3", "u1"),)) == [
        "Cy Li is child of Ana Li.", "Cy Li is child of Bo Li."
    ]  # fmt: skip
    assert changed(family, homes=(Home("h1", "Elm Road", ("m1", "m3")),)) == [
        "Bo Li does not live at Elm Road any more."
    ]
    assert changed(family, feelings=(Feeling("m3", "m1", "distant", view="m3", seen_on="2026-05-02"),)) == [
        "Ana Li and Cy Li: distant, as Cy Li sees it on 2 May 2026 (before: close)."
    ]
    assert changed(family, ties=(Tie("n1", "m3", "strong"),)) == ["Elm School and Cy Li: a strong link, weak before."]

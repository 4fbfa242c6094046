"""Who is missing, who is prepared, who must not meet whom, and what is on no paper."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.rules.inviting import (
    IN_THE_HOUSE,
    IN_THE_TALK,
    NEEDS,
    WAY_SAYS,
    Apart,
    Call,
    Contacted,
    Invited,
    Kin,
    Side,
    Way,
    clashes,
    hours,
    is_missing_side,
    lacks,
    may_be_named,
    unsaid_of,
    who_is_missing,
    why_not_sent,
)

DAY = date(2026, 11, 3)
people = st.lists(
    st.builds(
        Invited,
        st.integers(1, 9),
        st.text("abc", min_size=1, max_size=3),
        st.sampled_from(Side),
        is_coming=st.none() | st.booleans(),
        way=st.sampled_from(Way),
        is_parent=st.booleans(),
        is_family=st.booleans(),
        is_child=st.booleans(),
        member=st.none() | st.integers(1, 9),
    ),
    max_size=9,
    unique_by=lambda each: each.key,
)
pairs = st.lists(st.builds(Apart, st.integers(1, 9), st.integers(1, 9), is_by_law=st.booleans()), max_size=6)
kin = st.lists(
    st.builds(
        Kin,
        st.integers(1, 9),
        st.sampled_from(["Farida", "Mahad", "Ngozi"]),
        st.sampled_from(Side),
        is_parent=st.booleans(),
        is_alive=st.booleans(),
        is_kept=st.booleans(),
    ),
    max_size=9,
    unique_by=lambda each: each.member,
)


@given(people, pairs)
def test_whoever_would_see_each_other_and_must_not_is_found(invited: list[Invited], apart: list[Apart]) -> None:
    by_key = {each.key: each for each in invited}
    left = clashes(invited, apart)
    for pair in apart:
        both = [by_key[key] for key in (pair.one, pair.two) if key in by_key]
        is_seen = len(both) == 2 and all(each.is_coming is not False and each.way in IN_THE_TALK for each in both)
        is_near = len(both) == 2 and all(each.is_coming is not False and each.way in IN_THE_HOUSE for each in both)
        assert (pair in left) == (is_seen or (is_near and pair.is_by_law))


@given(people, pairs)
def test_it_makes_no_difference_which_of_the_two_is_named_first(invited: list[Invited], apart: list[Apart]) -> None:
    turned = [replace(pair, one=pair.two, two=pair.one) for pair in apart]
    assert len(clashes(invited, apart)) == len(clashes(invited, turned))
    assert all(unsaid_of(key, apart) == unsaid_of(key, turned) for key in range(1, 10))


@given(people, pairs, st.integers(1, 9))
def test_nobody_reads_that_somebody_comes_whom_they_must_not_meet(
    invited: list[Invited], apart: list[Apart], reader: int
) -> None:
    named = {each.key for each in may_be_named(reader, invited, apart)}
    assert not named & unsaid_of(reader, apart) and reader not in named
    assert not [each for each in invited if each.way is Way.NOT_INVITED and each.key in named]


@given(kin, people)
def test_who_died_or_must_not_be_spoken_of_is_never_asked_about(known: list[Kin], invited: list[Invited]) -> None:
    quiet = [replace(each, name="Nobody-may-know") for each in known if each.is_kept or not each.is_alive]
    loud = [each for each in known if not each.is_kept and each.is_alive]
    assert who_is_missing([*quiet, *loud], invited) == who_is_missing(loud, invited)


@given(kin, people)
def test_the_fathers_side_is_asked_after_first(known: list[Kin], invited: list[Invited]) -> None:
    found = who_is_missing(known, invited)
    sides = ["mother" in question for question in found]
    assert sides == sorted(sides)
    for side, word in ((Side.FATHER, "father’s side has"), (Side.MOTHER, "mother’s side has")):
        assert any(word in question for question in found) == is_missing_side(invited, side)


def test_a_father_and_his_kin_are_asked_about_by_name() -> None:
    jamal = Kin(1, "Jamal", Side.FATHER, "father", is_parent=True)
    farida, aunt = Kin(2, "Farida", Side.FATHER, "aunt"), Invited(7, "Nasima", Side.MOTHER, member=5)
    assert who_is_missing([jamal, farida], [aunt])[:2] == [
        "Jamal, a father, is not on the list. How can they take part?",
        "The father’s side has nobody yet. Ask about Farida.",
    ]
    assert who_is_missing([], [])[0] == "Nobody has said who the father is, or how they can take part."


def test_somebody_is_prepared_when_spoken_with_screened_and_known_to_come() -> None:
    aunt = Invited(7, "Farida")
    tried = Call(7, DAY, Contacted.NOT_REACHED, 5)
    assert lacks(aunt, [tried]) == ["a talk with them", "who they are safe with", "whether they come"]
    whole = replace(aunt, is_screened=True, is_coming=True)
    assert lacks(whole, [tried, Call(7, DAY, Contacted.PHONE, 20)]) == []
    assert lacks(replace(aunt, way=Way.NOT_INVITED), []) == ["why they are not invited"]
    assert lacks(replace(aunt, is_family=False, is_coming=False), [Call(7, DAY, Contacted.VIDEO)]) == []


def test_hours_are_told_in_quarters() -> None:
    assert hours([Call(1, DAY, Contacted.PHONE, 20), Call(1, DAY, Contacted.VISIT, 65)]) == 1.5 and hours([]) == 0


KEPT = {"Shirin": ["14 Ossulston House, NW1 1HP", "07700 900123"]}


@pytest.mark.parametrize(
    "text",
    [
        "Come to 14 ossulston house.",
        "plan-NW11HP.pdf",
        "NW1  1HP",
        "Ring 07700900123",
        "+44 7700 900 123",
        "Ring (07700) 900-123 today",
    ],
)
def test_a_protected_address_or_number_is_found_however_it_is_written(text: str) -> None:
    assert "Shirin" in why_not_sent(text, protected=KEPT)


@given(st.text("0123456789 -.", max_size=12))
def test_spaces_in_a_number_hide_nothing(noise: str) -> None:
    filler = "".join(mark for mark in noise if not mark.isdigit()) or " "
    assert why_not_sent(f"Ring {filler.join('07700900123')} now", protected=KEPT)


def test_a_letter_names_nobody_whom_its_reader_must_not_meet() -> None:
    assert why_not_sent("Jamal comes at two.", protected={}, hidden_names=["Jamal"])
    assert not why_not_sent("Come at two on the same day.", protected=KEPT, hidden_names=["Sam", " "])
    assert not why_not_sent("14 November 2026, 3 pm, Kingsgate Centre", protected=KEPT)


def test_every_way_and_every_need_has_words() -> None:
    assert set(WAY_SAYS) == set(Way) and len(NEEDS) == 8

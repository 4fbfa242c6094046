"""Who could take a family, in which order, and why."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.rules.who_could import Candidate, Could, Needs, Wish, who_could

ON = date(2026, 11, 3)
KHAN = Needs(children=2, points=6_800, languages=frozenset({"Sylheti"}))
ADE = Candidate(1, "Ade", load=60_000, capacity=100_000)
ROSA = Candidate(2, "Rosa", load=60_000, capacity=100_000, languages=frozenset({"Sylheti", "Bengali"}))
INES = Candidate(3, "Ines", load=60_000, capacity=100_000)


def days(number: int) -> date:
    return ON + timedelta(days=number)


def order(needs: Needs, *candidates: Candidate) -> list[str]:
    return [each.name for each in who_could(needs, candidates, ON).could]


def only(needs: Needs, candidate: Candidate) -> Could:
    (could,) = who_could(needs, [candidate], ON).could
    return could


def why_not(needs: Needs, candidate: Candidate) -> str:
    answer = who_could(needs, [candidate], ON)
    assert not answer.could
    return answer.could_not[0].why


def test_what_the_family_wishes_comes_before_everything_else() -> None:
    wish = Wish("Anisa", "Somebody who was at my school fair", fits=frozenset({3}))
    asked = replace(KHAN, wishes=(wish,), led_for={1: ("Imran",)})
    answer = who_could(asked, [ADE, ROSA, replace(INES, load=99_000)], ON)
    assert [each.name for each in answer.could] == ["Ines", "Ade", "Rosa"]
    assert answer.wishes == (wish,), "shown first, in their words"
    first, second, _ = answer.could
    assert first.reasons == ("Fits what Anisa wishes",) and first.ahead == "fits what the family wishes"
    assert first.mind == ("Would be over: with this family 105.8 of 100",)
    assert second.mind[0] == "Is not what Anisa wishes"


def test_a_wish_our_records_know_nothing_about_is_shown_and_orders_nobody() -> None:
    wish = Wish("Imran", "Somebody who likes football")
    answer = who_could(replace(KHAN, wishes=(wish,)), [ADE, INES], ON)
    assert answer.wishes == (wish,)
    assert all(not each.mind for each in answer.could)


def test_whoever_the_family_asked_not_to_have_is_not_asked() -> None:
    wish = Wish("Shirin", "Not Ade again, please", not_with=frozenset({1}))
    assert why_not(replace(KHAN, wishes=(wish,)), ADE) == "Shirin asked for somebody else."


def test_a_sisters_worker_comes_before_a_former_one_and_both_before_the_language() -> None:
    known = replace(KHAN, led_for={1: ("Anisa", "Zayd")}, known_until={3: date(2025, 3, 1)})
    answer = who_could(known, [ROSA, INES, ADE], ON)
    assert [(each.name, each.ahead) for each in answer.could] == [
        ("Ade", "leads for a brother or sister"),
        ("Ines", "knew the family last"),
        ("Rosa", ""),
    ]
    assert answer.could[0].reasons[0] == "Leads already for Anisa and Zayd"
    assert answer.could[1].reasons[0] == "Worked with the family until 1 March 2025"
    assert answer.could[2].reasons[0] == "Speaks Sylheti"


def test_room_then_the_way_decide_among_those_who_are_alike_otherwise() -> None:
    assert order(KHAN, replace(ADE, load=80_000), INES) == ["Ines", "Ade"]
    assert order(replace(KHAN, minutes={1: 25, 3: 75}), INES, ADE) == ["Ade", "Ines"]
    far = only(replace(KHAN, minutes={3: 75}), INES)
    assert far.score_after == 688, "the way counts for each child: 60 + 6.8 + 2 × 1"
    assert far.mind == ("Has 75 minutes to go, one way",)
    assert far.reasons == ("Has 40 points of room; with this family 68.8 of 100",)


@pytest.mark.parametrize(
    ("needs", "somebody", "why"),
    [
        ({"closed_to": frozenset({1})}, {}, "Ade cannot take this record."),
        ({"lead": 1}, {}, "Ade leads for them already."),
        ({}, {"leaves_on": days(28)}, "Ade leaves on 1 December 2026."),
        ({}, {"away_from": days(-2), "away_until": days(28)}, "Ade is away until 1 December 2026."),
        ({}, {"away_from": days(-2)}, "Ade is away and nobody knows until when."),
        ({}, {"capacity": 0}, "Ade is to hold no caseload at present."),
        (
            {"needs_registered": True},
            {"is_registered": False},
            "This work needs somebody registered with Social Work England.",
        ),
        (
            {"needs_experience": True},
            {"is_early_career": True},
            "Ade is early in their career: this work needs a co-worker beside them.",
        ),
        (
            {},
            {"children": 11, "children_most": 12},
            "Ade would hold more than 12 children, too many early in a career.",
        ),
        ({"needs_language": True}, {}, "Ade does not speak Sylheti."),
        ({}, {"load": 109_000}, "Ade would hold more than is safe: with this family 115.8 of 100."),
    ],
)
def test_who_cannot_is_told_with_the_reason(needs: dict, somebody: dict, why: str) -> None:
    assert why_not(replace(KHAN, **needs), replace(ADE, **somebody)) == why


def test_a_cap_that_is_passed_by_a_hair_is_passed() -> None:
    fewer_hours = replace(ADE, capacity=60_000, load=62_210)
    assert why_not(KHAN, fewer_hours).endswith("with this family 115.1 of 100.")
    assert only(KHAN, replace(fewer_hours, load=62_200)).score_after == 1150


def test_of_a_conflict_of_interest_nothing_else_is_said() -> None:
    also = replace(ADE, leaves_on=days(3), capacity=0, is_early_career=True)
    wishes = (Wish("Shirin", "Not Ade", not_with=frozenset({1})),)
    assert why_not(replace(KHAN, closed_to=frozenset({1}), wishes=wishes), also) == "Ade cannot take this record."


def test_what_to_think_of_is_said_and_keeps_nobody_out() -> None:
    somebody = replace(
        ADE,
        leaves_on=days(29),
        away_from=days(-2),
        away_until=days(5),
        due_soon=3,
        is_agency=True,
        is_early_career=True,
    )
    found = only(replace(KHAN, needs_experience=True, has_co_worker=True), somebody)
    assert found.mind == (
        "Has 3 things due in the next 14 days",
        "Is away until 8 November 2026",
        "Leaves on 2 December 2026",
        "Works here through an agency: may have to say goodbye sooner",
        "Is early in their career, and needs the co-worker beside them",
    )
    assert only(KHAN, replace(ADE, away_from=days(10))).mind == ("Is away from 13 November 2026",)


wishes = st.builds(
    Wish,
    st.just("Anisa"),
    st.just("words"),
    st.one_of(st.none(), st.frozensets(st.integers(1, 6), max_size=3)),
    st.frozensets(st.integers(1, 6), max_size=1),
)
families = st.builds(
    Needs,
    children=st.integers(1, 4),
    points=st.integers(1, 20).map(lambda points: points * 1000),
    languages=st.frozensets(st.sampled_from(["Sylheti", "Somali"])),
    needs_language=st.booleans(),
    needs_registered=st.booleans(),
    needs_experience=st.booleans(),
    wishes=st.lists(wishes, max_size=2).map(tuple),
    closed_to=st.frozensets(st.integers(1, 6), max_size=2),
    led_for=st.dictionaries(st.integers(1, 6), st.just(("Imran",)), max_size=2),
    minutes=st.dictionaries(st.integers(1, 6), st.integers(1, 150)),
)
people = st.builds(
    Candidate,
    key=st.integers(1, 6),
    name=st.sampled_from(["Ade", "Rosa", "Ines"]),
    load=st.integers(0, 120).map(lambda points: points * 1000),
    capacity=st.sampled_from([0, 60_000, 100_000]),
    languages=st.frozensets(st.sampled_from(["Sylheti", "Somali"])),
    is_registered=st.booleans(),
    is_early_career=st.booleans(),
    leaves_on=st.one_of(st.none(), st.integers(0, 60).map(days)),
    away_from=st.one_of(st.none(), st.integers(-20, 20).map(days)),
    away_until=st.one_of(st.none(), st.integers(1, 90).map(days)),
)
everybody = st.lists(people, unique_by=lambda each: each.key, max_size=6)


@given(families, everybody, st.randoms())
def test_everybody_is_told_of_once_and_the_order_given_makes_no_difference(needs, candidates, random) -> None:
    answer = who_could(needs, candidates, ON)
    told = [each.key for each in (*answer.could, *answer.could_not)]
    assert sorted(told) == sorted(each.key for each in candidates)
    random.shuffle(candidates)
    assert who_could(needs, candidates, ON) == answer


@given(families, everybody)
def test_nobody_is_named_whom_a_hard_rule_keeps_away(needs, candidates) -> None:
    by_key = {each.key: each for each in candidates}
    for could in who_could(needs, candidates, ON).could:
        somebody = by_key[could.key]
        assert could.key not in needs.closed_to and somebody.capacity
        assert not any(could.key in wish.not_with for wish in needs.wishes)
        assert could.score_after <= 1150
        assert somebody.is_registered or not needs.needs_registered
        assert not (needs.needs_experience and somebody.is_early_career)


@given(families, everybody)
def test_more_of_the_wishes_are_met_the_further_up_somebody_stands(needs, candidates) -> None:
    met = [
        sum(wish.fits is not None and each.key in wish.fits for wish in needs.wishes)
        for each in who_could(needs, candidates, ON).could
    ]
    assert all(before >= after for before, after in pairwise(met))


@given(families, everybody, st.data())
def test_a_conflict_with_somebody_changes_nothing_for_the_others(needs, candidates, data) -> None:
    hidden = data.draw(st.integers(1, 6))
    answer = who_could(replace(needs, closed_to=frozenset()), candidates, ON)
    closed = who_could(replace(needs, closed_to=frozenset({hidden})), candidates, ON)
    assert [each.key for each in closed.could] == [each.key for each in answer.could if each.key != hidden]


def test_each_of_three_hundred_workers_is_looked_at() -> None:
    many = [
        replace(ADE, key=key, name=f"Worker {key}", load=key % 100 * 1000, languages=frozenset({str(key % 7)}))
        for key in range(300)
    ]
    needs = replace(KHAN, minutes={key: key % 130 for key in range(300)}, languages=frozenset({"3"}))
    assert len(who_could(needs, many, ON).could) == 300

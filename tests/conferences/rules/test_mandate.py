"""Who may answer a family's plan, within what, and what an answer must say."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.rules.answering import AGREED, AWAITING, NOT_SAFE
from conferences.rules.mandate import (
    Answered,
    Asked,
    Mandate,
    MayPromise,
    Offered,
    Part,
    Within,
    answers,
    judge,
    missing,
)

DAY = date(2026, 11, 3)
GIVEN = Mandate(
    ["Somebody else is there at night", "Jamal does not come to the flat"],
    [MayPromise("A bed", 300), MayPromise("Travel", 200)],
    400, given_by=9, given_on=DAY,
)  # fmt: skip
names = st.sampled_from(["A bed", "Travel", "A car"])
plans = st.builds(
    Offered,
    st.tuples(st.none() | st.booleans(), st.none() | st.booleans()),
    st.lists(st.builds(lambda of, cost: Asked(of or "Something", of, cost), st.just("") | names, st.integers(0, 500))),
)
withins = st.none() | plans.map(lambda plan: judge(plan, GIVEN))
answered = st.builds(
    Answered,
    st.sampled_from([AGREED, AWAITING, NOT_SAFE]),
    st.sampled_from(Part),
    st.sampled_from(["", "unsafe", "Nobody would be there for the baby at night."]),
    st.none() | st.integers(1, 9),
    st.none() | st.sampled_from(Part),
    st.sampled_from(["", "Somebody else sleeps there."]),
)


@given(withins)
def test_a_coordinator_has_no_answer_to_give(within: Within | None) -> None:
    assert answers(Part.COORDINATOR, within=within) == () == answers(Part.OTHER, within=within)


@given(plans)
def test_a_yes_in_the_room_is_within_everything_the_manager_said(plan: Offered) -> None:
    within = judge(plan, GIVEN)
    may_agree = AGREED in answers(Part.REFERRER, within=within)
    is_paid = sum(each.cost for each in plan.asks) <= GIVEN.up_to
    each_fits = all(
        sum(asked.cost for asked in plan.asks if asked.of == may.what) <= may.up_to for may in GIVEN.promises
    )
    is_known = all(each.of in ("A bed", "Travel") for each in plan.asks)
    assert may_agree == (plan.met == (True, True) and is_paid and each_fits and is_known)


@given(plans)
def test_nobody_at_all_says_yes_while_a_child_is_not_safe(plan: Offered) -> None:
    within = judge(plan, GIVEN)
    if within.dangers or within.to_look_at:
        assert all(AGREED not in answers(part, within=within) for part in Part)


@given(plans)
def test_what_only_costs_more_is_no_danger_and_waits_for_a_manager(plan: Offered) -> None:
    within = judge(Offered((True, True), plan.asks), GIVEN)
    assert not within.dangers
    assert AGREED in answers(Part.MANAGER, within=within)
    assert AWAITING in answers(Part.REFERRER, within=within)


@pytest.mark.parametrize(
    ("asks", "is_within"),
    [
        ([Asked("Travel", "Travel", 200)], True),
        ([Asked("Travel", "Travel", 201)], False),
        ([Asked("Buses", "Travel", 150), Asked("Taxi", "Travel", 51)], False),
        ([Asked("A bed", "A bed", 300), Asked("Buses", "Travel", 100)], True),
        ([Asked("A bed", "A bed", 300), Asked("Buses", "Travel", 101)], False),
        ([Asked("A car", "A car", 0)], False),
    ],
)
def test_a_pound_more_waits_for_a_manager(asks: list[Asked], is_within: bool) -> None:
    assert judge(Offered((True, True), asks), GIVEN).is_within is is_within


def test_without_a_mandate_the_plan_waits_for_a_manager() -> None:
    assert AGREED not in answers(Part.REFERRER, within=None) and AGREED in answers(Part.MANAGER, within=None)


@given(answered, withins)
def test_no_plan_is_turned_down_without_the_danger_a_manager_and_what_would_change_it(
    said: Answered, within: Within | None
) -> None:
    if said.answer == NOT_SAFE and not missing(said, within=within):
        assert len(said.words) > 20 and said.will_change and said.decided_by and said.decided_as is Part.MANAGER
    if not missing(said, within=within):
        assert said.part in (Part.REFERRER, Part.MANAGER)
        assert said.decided_by or said.answer == AWAITING


def test_a_referrer_names_the_danger_and_a_manager_decides_it() -> None:
    said = Answered(NOT_SAFE, Part.REFERRER, "Nobody would be there for the baby at night.", 9, Part.MANAGER, "Nan.")
    assert missing(said, within=None) == []
    for other in (Part.REFERRER, Part.COORDINATOR, None):
        assert missing(replace(said, decided_as=other), within=None) == ["the manager who decided it"]
    assert missing(replace(said, words="Unsafe."), within=None) == ["which danger is left, in words for the family"]
    assert missing(replace(said, will_change=" "), within=None) == ["what would have to be different"]
    assert missing(replace(said, part=Part.COORDINATOR), within=None) == ["somebody whose answer this is to give"]


@pytest.mark.parametrize(
    ("mandate", "held_on", "holds"),
    [
        (GIVEN, DAY, True),
        (GIVEN, DAY - timedelta(1), False),
        (GIVEN, None, False),
        (Mandate(["x"], [], 0, 4, DAY), DAY, False),
        (Mandate(["x"], [], 0, 9, DAY, is_manager=False), DAY, False),
        (Mandate([" "], [], 0, 9, DAY), DAY, False),
        (Mandate(["x"], [MayPromise("A bed", 5)], 4, 9, DAY), DAY, False),
        (Mandate(["x"], [], -1, 9, DAY), DAY, False),
    ],
)
def test_a_mandate_is_whole_given_by_another_and_before_the_meeting(
    mandate: Mandate, held_on: date | None, holds: bool
) -> None:
    assert mandate.holds(held_on, referrer=4) is holds


def test_each_must_have_needs_an_answer_of_its_own() -> None:
    with pytest.raises(ValueError):
        judge(Offered((True,), []), GIVEN)

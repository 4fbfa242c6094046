"""The family's plan: what it needs to be agreed, whose promises are whose, and its next version."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.rules.plan import (
    RED,
    SECTION_ASKS,
    WENT_SAYS,
    CouldCare,
    Heard,
    MustHave,
    Plan,
    Promise,
    Resource,
    Section,
    Went,
    Whose,
    costs,
    for_agreement,
    good_to_have,
    lacks,
    late,
    mark,
    next_version,
    reviewed,
    tally,
    viability,
)

DAY = date(2026, 11, 3)
words = st.sampled_from(["", "Nan comes on Fridays"])
promises = st.builds(
    Promise,
    st.integers(1, 99),
    words,
    st.sampled_from(["", "Ngozi"]),
    st.sampled_from(Whose),
    words,
    due_on=st.none() | st.integers(-90, 90).map(lambda number: DAY + timedelta(number)),
    went=st.sampled_from(Went),
    note=words,
)
resources = st.builds(
    Resource, words, st.integers(0, 900), st.booleans(), st.none() | st.booleans(), st.sampled_from(["", "Too dear"])
)
plans = st.builds(
    Plan,
    st.integers(1, 5),
    st.lists(st.tuples(words, words), max_size=3),
    st.lists(promises, max_size=6, unique_by=lambda each: each.key),
    st.lists(st.builds(MustHave, words, st.none() | st.booleans(), words, words), max_size=3),
    st.lists(resources, max_size=4),
    st.lists(st.builds(CouldCare, words, st.booleans()), max_size=2),
    words,
    is_protection=st.booleans(),
)


@given(promises, st.integers(-200, 200))
def test_a_relatives_promise_is_never_red_late_or_not_done(promise: Promise, later: int) -> None:
    theirs = replace(promise, whose=Whose.FAMILY)
    on = DAY + timedelta(later)
    assert mark(theirs, on=on) not in (RED, "amber") and late([theirs], on=on) == ()
    assert mark(theirs, on=on) == mark(theirs, on=on + timedelta(500))
    assert "not done" not in theirs.says.lower() and "late" not in theirs.says.lower()


@given(promises)
def test_what_we_promised_is_ours_to_be_late_with(promise: Promise) -> None:
    ours = replace(promise, whose=Whose.OURS)
    on = DAY + timedelta(100)
    assert bool(late([ours], on=on)) == (ours.due_on is not None and ours.went is not Went.DONE)


@given(promises)
def test_a_relatives_promise_needs_no_day_and_gets_none(promise: Promise) -> None:
    theirs = replace(promise, whose=Whose.FAMILY, who="Ngozi", what="Comes on Fridays")
    assert bool(lacks(theirs)) == (theirs.due_on is not None)
    assert bool(lacks(replace(theirs, whose=Whose.OURS))) == (theirs.due_on is None)


@given(plans)
def test_a_plan_is_agreed_only_when_it_keeps_the_children_safe_and_every_request_is_answered(plan: Plan) -> None:
    if not for_agreement(plan):
        assert plan.must_haves and all(each.met and each.by for each in plan.must_haves)
        assert all(each.is_agreed or (each.is_agreed is False and each.reason) for each in plan.resources)
        assert plan.promises or any(said for _, said in plan.answers)
        assert plan.if_not or not plan.is_protection


def test_a_plan_in_few_words_is_whole() -> None:
    met = [MustHave("Somebody is there at night", True, "Nan", by="Ade Fashola")]
    assert for_agreement(Plan(1, [("What will we do?", "Nan moves in.")], [], met)) == []
    assert good_to_have(Plan(1, [("?", "Nan")], [], met)) != []
    assert for_agreement(Plan(1, [], [], [replace(met[0], met=False)], is_protection=True)) == [
        "what the family will do",
        "how this is made safe: Somebody is there at night",
        "what happens if it does not work out",
    ]


@given(plans)
def test_the_next_version_loses_no_promise_that_is_open_and_forgets_how_it_went(plan: Plan) -> None:
    after = next_version(plan)
    assert after.version == plan.version + 1 and after.answers == plan.answers
    assert [each.key for each in after.promises] == [each.key for each in plan.promises if each.went is not Went.DONE]
    assert all(each.went is Went.NOT_SAID and not each.note for each in after.promises)
    assert [each.words for each in after.must_haves] == [each.words for each in plan.must_haves]
    assert all(each.met is None for each in after.must_haves)


@given(plans, st.sampled_from(Went))
def test_a_review_marks_each_promise_and_changes_no_word_of_it(plan: Plan, went: Went) -> None:
    after = reviewed(plan, [Heard(each.key, went, "As told") for each in plan.promises])
    assert [(each.what, each.who, each.when) for each in after.promises] == [
        (each.what, each.who, each.when) for each in plan.promises
    ]
    assert all(each.went is went for each in after.promises) and after.version == plan.version
    assert reviewed(plan, []) == replace(plan, promises=tuple(plan.promises))
    with pytest.raises(ValueError):
        reviewed(plan, [Heard(1000, went)])


@given(st.lists(promises, max_size=9))
def test_of_a_family_only_what_was_done_is_counted(found: list[Promise]) -> None:
    counted = tally(found)
    assert counted.family + counted.ours == len(found)
    assert not [name for name in vars(counted) if name.startswith("family") and name.endswith(("not", "late"))]
    assert counted.family_done + counted.family_part <= counted.family


@given(st.lists(resources, max_size=8))
def test_what_was_agreed_and_declined_is_part_of_what_was_asked(found: list[Resource]) -> None:
    spent = costs(found)
    assert spent.network_support <= spent.agreed <= spent.asked and spent.agreed + spent.declined <= spent.asked
    with pytest.raises(ValueError):
        costs([*found, Resource("A bed", -1)])


def test_every_section_asks_and_every_mark_has_words() -> None:
    assert set(SECTION_ASKS) == set(Section) and all(asks.endswith("?") for asks in SECTION_ASKS.values())
    assert set(WENT_SAYS) == {(is_relatives, went) for is_relatives in (True, False) for went in Went}
    assert viability(Plan(1, [], [], [], could_care=[CouldCare("Ngozi", for_long=True)])) == ["Ngozi for long"]

"""Whom a family might be asked to, and why it may be proposed at all."""

from dataclasses import replace

from cases.rules.balancing import Carrier, Family, Why, change_cost, has_room, in_words, loose, may_take
from cases.rules.when_to_propose import Cause, Found

ADE = Carrier(1, "Ade", load=60_000, capacity=100_000)
ROSA = Carrier(2, "Rosa", load=40_000, capacity=100_000)
TOM = Carrier(3, "Tom", load=40_000, capacity=80_000, children=11, children_most=12, is_early_career=True)
KHAN = Family(10, children=2, points=6_800, lead=1, months_together=14)
ABOVE = Found(Cause.ABOVE, 1, "Ade is at 117 of 100, more than is safe.")
LEAVES = Found(Cause.LEAVES, 1, "Ade leaves on 20 November 2026.")


def test_without_a_cause_no_family_may_be_proposed() -> None:
    assert loose([KHAN], []) == {}
    assert loose([KHAN], [Found(Cause.RETURNS, 1, "Ade comes back.")]) == {}, "nobody is moved for coming back"


def test_a_cause_allows_the_families_of_that_worker_alone() -> None:
    other = replace(KHAN, key=11, lead=2)
    waits = replace(KHAN, key=12, lead=None)
    assert loose([KHAN, other, waits], [ABOVE]) == {10: Why.ABOVE, 12: Why.WAITS}


def test_what_protects_a_family_holds_unless_its_worker_goes() -> None:
    kept = replace(KHAN, keeps=("a review conference is on 9 November 2026",))
    assert loose([kept], [ABOVE]) == {}
    assert loose([kept], [LEAVES]) == {10: Why.LEAVES}
    said = in_words(Why.LEAVES, kept, ROSA, {1: ADE, 2: ROSA}, [LEAVES])
    assert said == (
        "Ade leaves on 20 November 2026. Rosa has room. Plan the goodbye around this:"
        " a review conference is on 9 November 2026."
    )


def test_nobody_is_asked_for_a_family_they_must_not_or_cannot_hold() -> None:
    waiting = replace(KHAN, lead=None)
    assert may_take(waiting, ROSA) and not may_take(replace(waiting, lead=2), ROSA)
    assert not may_take(replace(waiting, closed_to=frozenset({2})), ROSA)
    assert not may_take(replace(waiting, needs_experience=True), TOM)
    assert not may_take(replace(waiting, needs_registered=True), replace(ROSA, is_registered=False))
    assert not may_take(waiting, replace(ROSA, takes_new=False))
    assert not may_take(waiting, replace(ROSA, capacity=0))


def test_there_is_room_up_to_full_and_up_to_the_children_of_an_early_career() -> None:
    assert has_room(KHAN, replace(ROSA, load=93_200)) and not has_room(KHAN, replace(ROSA, load=93_201))
    assert not has_room(KHAN, TOM) and has_room(replace(KHAN, children=1), TOM)


def test_proceedings_weigh_three_times() -> None:
    assert change_cost(KHAN) == 2 * (10 + 14)
    assert change_cost(replace(KHAN, in_proceedings=True, months_together=90)) == 2 * 46 * 3
    assert change_cost(replace(KHAN, lead=None)) == 0

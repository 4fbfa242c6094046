"""When anything may be proposed, and which moments no family loses its worker in."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camden.rules.workdays import england
from cases.rules.balancing import Family, loose
from cases.rules.weighting import SHIPPED
from cases.rules.when_to_propose import NOBODY, Ahead, Cause, Moments, Standing, causes, protects, said

ON = date(2026, 11, 3)  # a Tuesday
ENGLAND = england()
ADE = Standing(1, "Ade", load=80_000, capacity=100_000, families=6, children=11)
ROSA = Standing(2, "Rosa", load=30_000, capacity=100_000, families=2, children=3)


def days(number: int) -> date:
    return ON + timedelta(days=number)


def test_on_a_calm_day_nobody_needs_a_new_worker_however_unequal_they_are() -> None:
    unequal = [replace(ADE, load=115_000), replace(ROSA, load=15_000)]
    assert said(causes(unequal, 0, ON)) == NOBODY == "Nobody needs a new worker."


@pytest.mark.parametrize(
    ("somebody", "cause", "words"),
    [
        ({"load": 115_001}, Cause.ABOVE, "Ade is at 115.1 of 100, more than is safe."),
        ({"capacity": 0}, Cause.ABOVE, "Ade leads for 6 families and is to hold no caseload."),
        (
            {"children": 13, "children_most": 12},
            Cause.TOO_MANY_CHILDREN,
            "Ade leads for 13 children: 12 at most early in a career.",
        ),
        ({"leaves_on": days(28)}, Cause.LEAVES, "Ade leaves on 1 December 2026."),
        ({"leaves_on": days(-1)}, Cause.LEAVES, "Ade left on 2 November 2026."),
        ({"away_from": days(-28)}, Cause.AWAY, "Ade is away and nobody knows until when."),
        ({"away_from": days(-2), "away_until": days(60)}, Cause.AWAY, "Ade is away until 2 January 2027."),
        (
            {"away_from": days(28), "away_until": days(90)},
            Cause.AWAY,
            "Ade is away from 1 December 2026 until 1 February 2027.",
        ),
        ({"away_from": days(-90), "away_until": days(28)}, Cause.RETURNS, "Ade comes back on 1 December 2026."),
        (
            {"away_from": days(-90), "away_until": days(-28), "families": 0},
            Cause.RETURNS,
            "Ade came back on 6 October 2026.",
        ),
    ],
)
def test_each_cause_says_itself(somebody: dict, cause: Cause, words: str) -> None:
    (found,) = causes([replace(ADE, **somebody), ROSA], 0, ON)
    assert (found.cause, found.worker, found.words) == (cause, ADE.key, words)


@pytest.mark.parametrize(
    "somebody",
    [
        {"leaves_on": days(29)},
        {"leaves_on": days(3), "families": 0, "load": 15_000},
        {"away_from": days(-2), "away_until": days(10)},
        {"away_from": days(-27)},
        {"away_from": days(29), "away_until": days(90)},
        {"away_from": days(-90), "away_until": days(-29)},
        {"capacity": 0, "families": 0},
        {"children": 12, "children_most": 12},
    ],
)
def test_what_is_far_off_short_or_touches_no_family_is_no_cause(somebody: dict) -> None:
    assert causes([replace(ADE, **somebody), ROSA], 0, ON) == ()


def test_families_that_wait_are_said_first() -> None:
    found = causes([replace(ADE, load=120_000)], 2, ON)
    assert said(found) == "2 families have no lead worker. Ade is at 120 of 100, more than is safe."


def test_the_cap_is_the_councils_own() -> None:
    stricter = SHIPPED.with_own([replace(SHIPPED.rows["zone.over"][0], amount=1050)])
    above = [replace(ADE, load=110_000)]
    assert causes(above, 0, ON) == () and causes(above, 0, ON, stricter)[0].cause is Cause.ABOVE


def test_a_meeting_protects_from_fifteen_working_days_before_until_it_is_held() -> None:
    def protected(day: date) -> bool:
        return bool(protects(Moments(ahead=(Ahead("a review conference", day),)), ON, ENGLAND))

    assert protected(date(2026, 11, 24)), "fifteen working days"
    assert not protected(date(2026, 11, 25))
    assert protected(days(-1)), "planned, and not held yet"


@pytest.mark.parametrize(
    ("moments", "why"),
    [
        (Moments(), ()),
        (Moments(is_enquiry_open=True), ("an enquiry about harm is open",)),
        (Moments(placement_changed_on=days(-28)), ("a child moved home on 6 October 2026",)),
        (Moments(placement_changed_on=days(-29)), ()),
        (Moments(lead_changed_on=date(2026, 5, 4)), ("the lead worker changed on 4 May 2026",)),
        (Moments(lead_changed_on=date(2026, 5, 3)), ()),
        (Moments(changes_in_year=1), ()),
        (Moments(changes_in_year=2), ("the lead worker has changed 2 times in the last 12 months",)),
    ],
)
def test_protected_moments_end_when_the_reference_says(moments: Moments, why: tuple[str, ...]) -> None:
    assert protects(moments, ON, ENGLAND) == why


def test_all_that_protects_is_said_the_next_meeting_first() -> None:
    ahead = (Ahead("a hearing", days(9)), Ahead("a review conference", days(2)))
    assert protects(Moments(ahead, is_enquiry_open=True), ON, ENGLAND) == (
        "a review conference is on 5 November 2026",
        "a hearing is on 12 November 2026",
        "an enquiry about harm is open",
    )


workers = st.lists(
    st.builds(
        Standing,
        key=st.integers(1, 5),
        name=st.just("Somebody"),
        load=st.integers(0, 130).map(lambda points: points * 1000),
        capacity=st.sampled_from([0, 60_000, 100_000]),
        leaves_on=st.sampled_from([None, days(3), days(300)]),
    ),
    unique_by=lambda each: each.key,
    max_size=5,
)
families = st.lists(
    st.builds(
        Family,
        key=st.integers(10, 30),
        children=st.integers(1, 4),
        points=st.integers(1, 12).map(lambda points: points * 1000),
        lead=st.one_of(st.none(), st.integers(1, 5)),
    ),
    unique_by=lambda each: each.key,
    max_size=6,
)


@given(workers, families)
def test_no_family_is_ever_loose_without_a_cause(people: list[Standing], groups: list[Family]) -> None:
    held = [replace(each, families=sum(group.lead == each.key for group in groups)) for each in people]
    found = causes(held, sum(group.lead is None for group in groups), ON)
    pairs = {(each.cause.value, each.worker) for each in found}
    leads = {group.key: group.lead for group in groups}
    assert {(why.value, leads[key]) for key, why in loose(groups, found).items()} <= pairs


@given(st.lists(st.builds(Ahead, st.just("a hearing"), st.integers(-5, 60).map(days)), max_size=4), st.booleans())
def test_another_moment_never_protects_less(ahead: list[Ahead], is_open: bool) -> None:
    before = protects(Moments(tuple(ahead[:1])), ON, ENGLAND)
    after = protects(Moments(tuple(ahead), is_enquiry_open=is_open), ON, ENGLAND)
    assert set(before) <= set(after)

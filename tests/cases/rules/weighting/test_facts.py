"""A caseload on any day, from dated facts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camden.rules.dates import months_after
from cases.rules.weighting import Addition, Duty, Plan, early_career_breaches, explain_capacity, scheme_on
from cases.rules.weighting.facts import (
    NEW_WORKER,
    Absence,
    Child,
    Complexity,
    Contract,
    DutyHeld,
    Factor,
    Help,
    Hold,
    Lived,
    Phase,
    Stretch,
    Worker,
    additions_on,
    explain_on,
    factors_on,
    held_on,
    plan_on,
    score_on,
    scores_on,
    takes_new,
    terms_on,
)

ON = date(2026, 11, 3)  # a Tuesday
SCHEME = scheme_on(ON)
ADE = Worker("ade", (Contract(date(2020, 1, 1)),))


def days(number: int) -> date:
    return ON + timedelta(days=number)


def helped(*kinds: tuple[Help, date], born_on: date | None = None) -> Child:
    return Child(
        "child", "family", born_on=born_on, stretches=tuple(Stretch(since, what=what) for what, since in kinds)
    )


def test_the_worked_example_comes_out_of_dated_facts() -> None:
    long_ago = date(2024, 1, 1)
    protected = [Child(key, "Warsame", stretches=(Stretch(long_ago, what=Help.PROTECTION),)) for key in "abc"]
    in_need = [Child(key, f"family {key}", stretches=(Stretch(long_ago, what=Help.NEED),)) for key in "defghi"]
    court = Child("j", "Mensah", stretches=(Stretch(long_ago, what=Help.PROCEEDINGS),))
    care = (Stretch(long_ago, what=Help.LOOKED_AFTER), Stretch(long_ago, what=Help.PLACEMENT))
    far = Lived(long_ago, home="Luton", minutes={"ade": 70})
    looked_after = [Child("k", 1, stretches=care, homes=(far,)), *(Child(key, key, stretches=care) for key in "lm")]
    children = [*protected, *in_need, court, *looked_after]
    holds = [Hold(long_ago, worker="ade", child=child.key) for child in children]
    assert score_on(ADE, children, holds, ON).permille == 774


@pytest.mark.parametrize(
    ("child", "plan"),
    [
        (Child("child", 1), Plan.INFORMATION),
        (helped((Help.NEED, days(0))), Plan.IN_NEED),
        (helped((Help.NEED, days(1))), Plan.INFORMATION),
        (helped((Help.NEED, days(-90)), (Help.ENQUIRY, days(-30))), Plan.ENQUIRY),
        (helped((Help.PROTECTION, days(-90)), (Help.PROCEEDINGS, days(-9))), Plan.PROCEEDINGS),
        (helped((Help.NEED, days(-90)), (Help.CLOSING, days(-2))), Plan.CLOSING),
        (helped((Help.PROTECTION, days(-90)), (Help.CLOSING, days(-2))), Plan.PROTECTION),
        (helped((Help.LOOKED_AFTER, date(2026, 7, 3))), Plan.LOOKED_AFTER_NEW),
        (helped((Help.LOOKED_AFTER, date(2026, 7, 2))), Plan.LOOKED_AFTER_SETTLING),
        (helped((Help.LOOKED_AFTER, date(2023, 7, 2)), (Help.PLACEMENT, date(2025, 11, 2))), Plan.LOOKED_AFTER_LONG),
        (
            helped((Help.LOOKED_AFTER, date(2023, 7, 2)), (Help.PLACEMENT, date(2025, 11, 3))),
            Plan.LOOKED_AFTER_SETTLING,
        ),
        (helped((Help.LOOKED_AFTER, date(2023, 7, 2))), Plan.LOOKED_AFTER_SETTLING),
        (helped((Help.LEFT_CARE, days(-90)), born_on=date(2005, 11, 4)), Plan.LEAVER_TO_21),
        (helped((Help.LEFT_CARE, days(-90)), born_on=date(2005, 11, 3)), Plan.LEAVER_TO_25),
        (helped((Help.LEFT_CARE, days(-90)), born_on=date(2001, 11, 3)), Plan.INFORMATION),
    ],
)
def test_the_heaviest_of_what_a_child_had_that_day_counts(child: Child, plan: Plan) -> None:
    assert plan_on(child, SCHEME, ON) is plan


def test_additions_begin_and_end_with_their_facts() -> None:
    alone = helped((Help.UNACCOMPANIED, date(2026, 5, 4)), (Help.ELIGIBLE, days(-5)), born_on=date(2010, 11, 3))
    assert additions_on(alone, SCHEME, ON) == {Addition.UNACCOMPANIED, Addition.ELIGIBLE}
    assert additions_on(alone, SCHEME, days(1)) == {Addition.ELIGIBLE}, "after six months"
    assert additions_on(alone, SCHEME, date(2028, 11, 3)) == set(), "at 18"
    letter = (Help.PRE_PROCEEDINGS, days(-50))
    assert additions_on(helped(letter), SCHEME, ON) == {Addition.PRE_PROCEEDINGS}
    assert additions_on(helped(letter, (Help.PROCEEDINGS, days(-1))), SCHEME, ON) == set()


def test_a_factor_counts_once_confirmed_and_for_ninety_days() -> None:
    waits = Factor(Complexity.ALLEGATIONS, days(-3))
    assert waits.waits(ON) and not waits.counts(ON, 90)
    confirmed = replace(waits, confirmed_on=ON)
    counted = [confirmed.counts(day, 90) for day in (days(-1), ON, days(89), days(90))]
    assert counted == [False, True, True, False] and not confirmed.waits(ON) and confirmed.waits(days(-1))
    assert not replace(confirmed, withdrawn_on=days(5)).counts(days(5), 90)
    twice = Child("child", 1, factors=(confirmed, replace(confirmed, confirmed_on=days(-10))))
    assert factors_on(twice, SCHEME, ON) == ("allegations",)


def test_a_worker_who_follows_another_has_six_harder_weeks() -> None:
    child = helped((Help.NEED, days(-400)))
    follows = Hold(days(-41), worker="ade", child="child", follows=True)
    assert held_on(ADE, [child], [follows], ON)[0].factors == (NEW_WORKER,)
    assert held_on(ADE, [child], [replace(follows, started_on=days(-42))], ON)[0].factors == ()
    assert held_on(ADE, [child], [replace(follows, follows=False)], ON)[0].factors == ()


def test_two_who_work_with_a_child_share_their_points_for_as_long_as_both_do() -> None:
    child = helped((Help.PROTECTION, days(-90)))
    rosa = Worker("rosa", ADE.contracts)
    holds = [
        Hold(days(-90), worker="ade", child="child"),
        Hold(days(-20), days(20), worker="rosa", child="child", is_helping=True),
    ]
    loads = {
        who.key: [score_on(who, [child], holds, day).load - 15_000 for day in (days(-21), ON, days(20))]
        for who in (ADE, rosa)
    }
    assert loads == {"ade": [7_000, 4_900, 7_000], "rosa": [0, 2_800, 0]}


def test_children_without_a_home_noted_live_with_their_family_and_placed_apart_they_weigh_in_full() -> None:
    care = (Stretch(days(-30), what=Help.PROTECTION),)
    children = [Child(key, "Doyle", stretches=care) for key in "ab"]
    holds = [Hold(days(-30), worker="ade", child=key) for key in "ab"]
    assert score_on(ADE, children, holds, ON).load == 15_000 + 7_000 + 4_900
    moved = replace(children[0], homes=(Lived(days(-5), home="an aunt's"),))
    assert score_on(ADE, [moved, children[1]], holds, ON).load == 15_000 + 14_000
    assert score_on(ADE, [moved, children[1]], holds, days(-6)).load == 15_000 + 7_000 + 4_900


def test_hours_leave_and_return_decide_how_much_somebody_can_carry() -> None:
    fewer = Worker("ade", (Contract(date(2020, 1, 1), days(-7)), Contract(days(-7), fte_permille=600)))
    assert score_on(fewer, [], [], ON).capacity == 60_000, "other hours make nobody a new starter"
    assert score_on(fewer, [], [], days(-8)).capacity == 100_000
    new = Worker("new", (Contract(days(-13)),))
    assert [score_on(new, [], [], days(n)).capacity for n in (0, 1, 15)] == [50_000, 75_000, 100_000]
    assert score_on(Worker("nobody"), [], [], ON).permille is None
    phased = replace(ADE, phases=(Phase(days(-1), days(5), percent=40),))
    assert [score_on(phased, [], [], days(n)).capacity for n in (0, 5)] == [40_000, 100_000]


def test_a_short_leave_changes_no_score_and_a_long_one_leaves_no_capacity() -> None:
    short = replace(ADE, absences=(Absence(days(-3), expected_on=days(10)),))
    assert score_on(short, [], [], ON).capacity == 100_000
    planned = replace(ADE, absences=(Absence(ON, expected_on=days(28)),))
    assert score_on(planned, [], [], ON).capacity == 0
    ill = replace(ADE, absences=(Absence(days(-28)),))
    assert [score_on(ill, [], [], day).capacity for day in (days(-1), ON)] == [100_000, 0]


def test_nothing_new_while_away_or_in_the_last_four_weeks() -> None:
    assert takes_new(ADE, ON, SCHEME)
    assert not takes_new(replace(ADE, absences=(Absence(ON),)), ON, SCHEME)
    leaving = Worker("ade", (Contract(date(2020, 1, 1), days(28)),))
    assert not takes_new(leaving, ON, SCHEME) and takes_new(leaving, days(-1), SCHEME)
    stays = replace(leaving, contracts=(*leaving.contracts, Contract(days(28), fte_permille=800)))
    assert takes_new(stays, ON, SCHEME), "a contract that is followed by another is no notice"
    assert not takes_new(Worker("nobody"), ON, SCHEME)


def test_a_day_on_duty_weighs_for_its_week_once() -> None:
    turns = tuple(DutyHeld(days(n), days(n + 1), duty=Duty.DUTY_WEEK) for n in (1, 2))
    on_duty = replace(ADE, duties=(*turns, DutyHeld(days(-300), duty=Duty.CHAMPION)))
    loads = [score_on(on_duty, [], [], days(n)).load for n in (-2, -1, 5, 6)]  # Sunday, Monday, Sunday, Monday
    assert loads == [17_000, 22_000, 22_000, 17_000]


def test_months_of_a_programme_are_completed_ones() -> None:
    new = Worker("tom", (Contract(date(2026, 5, 4), programme_started_on=date(2026, 5, 4)),))
    assert terms_on(new, ON, SCHEME).programme_months == 5
    assert score_on(new, [], [], ON).capacity == 80_000
    assert score_on(new, [], [], days(1)).capacity == 90_000


def test_an_extended_programme_keeps_the_share_of_its_last_step_and_says_so() -> None:
    began = date(2025, 9, 1)
    first_year = Contract(began, programme_started_on=began)
    longer = Worker("tom", (replace(first_year, programme_extended_to=days(9)),))
    assert [score_on(longer, [], [], days(n)).capacity for n in (0, 9, 10)] == [90_000, 90_000, 100_000]
    assert score_on(Worker("tom", (first_year,)), [], [], ON).capacity == 100_000
    said = explain_capacity(terms_on(longer, ON, SCHEME), ON)
    assert said[-1].words == "second half year of a programme, extended: 90 of 100"
    assert not terms_on(longer, date(2026, 8, 31), SCHEME).is_extended, "its own time was not over"
    held = [Hold(ON, worker="tom", child=n) for n in range(13)]
    children = [Child(n, n) for n in range(13)]
    for worker, breaches in ((longer, 1), (Worker("tom", (first_year,)), 0)):
        terms = terms_on(worker, ON, SCHEME)
        assert len(early_career_breaches(held_on(worker, children, held, ON), terms, ON)) == breaches


@given(began=st.integers(-900, 100).map(days), extended=st.integers(-900, 400).map(days), on=st.integers(-900, 400))
def test_to_be_given_more_time_never_brings_a_heavier_caseload(began: date, extended: date, on: int) -> None:
    first_year = Contract(days(-2000), programme_started_on=began)
    plain, longer = (
        score_on(Worker("tom", (contract,)), [], [], days(on)).capacity
        for contract in (first_year, replace(first_year, programme_extended_to=extended))
    )
    assert longer <= plain
    assert longer == plain or months_after(began, 12) <= days(on) <= extended


begun = st.integers(-500, 500).map(days)
ended = st.one_of(st.none(), st.integers(0, 400))
stretches = st.builds(
    lambda since, lasts, what: Stretch(since, since + timedelta(days=lasts) if lasts is not None else None, what=what),
    begun,
    ended,
    st.sampled_from(Help),
)
facts = st.builds(
    Child,
    key=st.integers(1, 4),
    family=st.integers(1, 2),
    born_on=st.one_of(st.none(), st.just(date(2010, 3, 1))),
    stretches=st.lists(stretches, max_size=4).map(tuple),
    factors=st.lists(st.builds(Factor, st.sampled_from(Complexity), begun, begun), max_size=3).map(tuple),
)
all_children = st.lists(facts, unique_by=lambda child: child.key, max_size=4)
holding = st.builds(
    Hold,
    begun,
    worker=st.sampled_from(["ade", "rosa"]),
    child=st.integers(1, 4),
    is_helping=st.booleans(),
    is_cover=st.booleans(),
    follows=st.booleans(),
)


@given(all_children, st.lists(holding, max_size=6))
def test_what_begins_or_ends_later_changes_no_earlier_score(children: list[Child], holds: list[Hold]) -> None:
    known = [
        replace(
            child,
            stretches=tuple(
                replace(each, ended_on=each.ended_on if each.ended_on and each.ended_on <= ON else None)
                for each in child.stretches
                if each.started_on <= ON
            ),
            factors=tuple(each for each in child.factors if each.confirmed_on and each.confirmed_on <= ON),
        )
        for child in children
    ]
    begun_by_then = [hold for hold in holds if hold.started_on <= ON]
    assert score_on(ADE, children, holds, ON) == score_on(ADE, known, begun_by_then, ON)


@given(all_children, st.lists(holding, max_size=6))
def test_the_explanation_of_any_day_adds_up(children: list[Child], holds: list[Hold]) -> None:
    assert sum(part.points for part in explain_on(ADE, children, holds, ON)) == score_on(ADE, children, holds, ON).load


@given(all_children, st.lists(holding, max_size=6))
def test_many_at_once_weigh_what_each_weighs_alone(children: list[Child], holds: list[Hold]) -> None:
    workers = [ADE, Worker("rosa", ADE.contracts)]
    assert scores_on(workers, children, holds, ON) == {
        who.key: score_on(who, children, [h for h in holds if h.worker == who.key or h.is_helping], ON)
        for who in workers
    }

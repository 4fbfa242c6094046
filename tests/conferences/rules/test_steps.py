"""Who says each step, what it waits for, and the clocks on the way."""

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camden.rules.dates import Span, Unit, months_after
from camden.rules.workdays import england
from conferences.rules.stages import (
    BY_A_MANAGER,
    BY_ANSWERING_THE_PLAN,
    NEEDS_A_REASON,
    Stage,
    may_follow,
    moves_of_the_coordinator,
    moves_of_the_worker,
)
from conferences.rules.steps import DEFAULTS, WHO, By, Limit, Step, There, Timing, clocks, needs, why_not
from conferences.rules.timescales import ROWS
from tests.conferences.rules.test_stages import histories

DAY = date(2026, 1, 5)
WHOLE = There(
    **{
        field.name: True if field.type in ("bool", bool) else 0
        for field in fields(There)
        if field.name not in ("attempts", "people", "is_agreed")
    },
    attempts=3,
)
theres = st.builds(
    There,
    **{
        field.name: st.booleans() if field.type in ("bool", bool) else st.integers(0, 4)
        for field in fields(There)
        if field.name != "is_agreed"
    },
    is_agreed=st.none() | st.booleans(),
)


def test_every_stage_has_somebody_who_says_it() -> None:
    assert set(WHO) == set(Stage) and all(WHO.values())
    assert all(By.COORDINATOR not in WHO[stage] for stage in BY_ANSWERING_THE_PLAN | BY_A_MANAGER)
    assert all(WHO[stage] == {By.MANAGER} for stage in BY_A_MANAGER)


@given(histories())
def test_who_may_say_a_step_agrees_with_the_moves_that_are_offered(history: list[Stage]) -> None:
    if history and history[-1] is Stage.PAUSED:
        return  # going on after a pause is no new decision
    assert all(By.COORDINATOR in WHO[stage] for stage in moves_of_the_coordinator(history))
    assert all(By.WORKER in WHO[stage] for stage in moves_of_the_worker(history, is_manager=False))
    assert all(By.MANAGER in WHO[stage] for stage in moves_of_the_worker(history, is_manager=True))


@given(histories(), st.sampled_from(Stage), theres, st.sampled_from(By), st.sampled_from(["", "because"]))
def test_a_step_that_may_be_said_follows_is_theirs_and_has_its_reason(
    history: list[Stage], to: Stage, there: There, by: By, reason: str
) -> None:
    if not why_not(history, to, there, by=by, reason=reason):
        assert to in may_follow(history) and by in WHO[to]
        assert reason or to not in NEEDS_A_REASON
        resumes = history and history[-1] is Stage.PAUSED and to is not Stage.WITHDRAWN
        assert resumes or not any(need.is_bar for need in needs(to, there))


@given(st.sampled_from(Stage))
def test_with_everything_there_nothing_is_missing(to: Stage) -> None:
    there = replace(WHOLE, is_agreed=to is Stage.PLAN_AGREED)
    assert needs(to, there) == ()


@given(theres)
def test_nobody_is_ready_while_somebody_could_meet_whom_they_must_not(there: There) -> None:
    waits = any(need.is_bar for need in needs(Stage.READY, there))
    if there.apart_open or there.people_unscreened or not there.safety_said:
        assert waits
    assert any(need.is_bar for need in needs(Stage.HELD, there)) == bool(there.apart_open)


@pytest.mark.parametrize(
    ("to", "there"),
    [
        (Stage.EXEMPT, {"has_manager_and_evidence": False}),
        (Stage.ACCEPTED, {"somebody_said_yes": False}),
        (Stage.ALLOCATED, {"somebody_said_yes": False}),
        (Stage.ALLOCATED, {"safety_said": False}),
        (Stage.ALLOCATED, {"has_coordinator": False}),
        (Stage.READY, {"safety_said": False}),
        (Stage.READY, {"has_day_and_place": False}),
        (Stage.READY, {"people_unscreened": 1}),
        (Stage.READY, {"apart_open": 1}),
        (Stage.HELD, {"apart_open": 1}),
        (Stage.PLAN_AGREED, {"plan_missing": 1, "is_agreed": True}),
        (Stage.PLAN_AGREED, {"is_agreed": None}),
        (Stage.PLAN_NOT_AGREED, {"is_agreed": None}),
        (Stage.REVIEWED, {"actions_unmarked": 1}),
        (Stage.NO_RESPONSE, {"attempts": 2}),
    ],
)
def test_each_thing_a_step_waits_for_holds_it_by_itself(to: Stage, there: dict[str, object]) -> None:
    found = needs(to, replace(WHOLE, **there))  # type: ignore[arg-type]
    assert [need.is_bar for need in found] == [True]


def test_a_family_that_is_ready_does_not_wait_for_our_forms() -> None:
    bare = There(somebody_said_yes=True, safety_said=True, has_coordinator=True, has_day_and_place=True, people=2)
    for to in (Stage.ACCEPTED, Stage.ALLOCATED, Stage.PREPARING, Stage.READY, Stage.HELD):
        found = needs(to, bare)
        assert not [need for need in found if need.is_bar]
        assert found or to is Stage.ALLOCATED


def test_the_sides_that_are_missing_are_asked_about_before_the_day_is_set() -> None:
    assert any("Sides of the family" in need.words for need in needs(Stage.READY, replace(WHOLE, sides_missing=1)))


@pytest.mark.parametrize("stage", [Stage.ACCEPTED, Stage.ALLOCATED, Stage.PREPARING, Stage.READY])
def test_a_manager_may_decide_against_it_until_the_family_meets(stage: Stage) -> None:
    way = [Stage.ACCEPTED, Stage.ALLOCATED, Stage.PREPARING, Stage.READY]
    history = [Stage.OFFERED, *way[: way.index(stage) + 1]]
    assert Stage.EXEMPT in may_follow(history)
    assert why_not(history, Stage.EXEMPT, There(), by=By.MANAGER, reason="Bail")
    assert not why_not(history, Stage.EXEMPT, WHOLE, by=By.MANAGER, reason="Bail")
    assert why_not(history, Stage.EXEMPT, WHOLE, by=By.COORDINATOR, reason="Bail")


def test_no_answer_is_noted_before_three_attempts() -> None:
    assert "2 so far" in why_not([Stage.OFFERED], Stage.NO_RESPONSE, There(attempts=2), by=By.WORKER)
    assert not why_not([Stage.OFFERED], Stage.NO_RESPONSE, There(attempts=3), by=By.WORKER)


def ways(history: list[Stage], gaps: list[int]) -> list[Step]:
    """A history with days."""
    day, found = DAY, []
    for stage, gap in zip(history, gaps, strict=False):
        day += timedelta(gap)
        found.append(Step(stage, day))
    return found


steps = st.builds(ways, histories(), st.lists(st.integers(0, 60), min_size=14, max_size=14))
times = st.integers(0, 1200).map(lambda number: DAY + timedelta(number))


@given(steps, times)
def test_a_clock_is_either_met_or_due_and_never_before_it_began(way: list[Step], on: date) -> None:
    for clock in clocks(way, england(), on=on):
        assert clock.since <= clock.due_on and clock.since <= on
        assert clock.opens_on is None or clock.since < clock.opens_on <= clock.due_on
        assert clock.met_on is None or clock.since <= clock.met_on <= on
        assert clock.is_late == (clock.met_on is None and on > clock.due_on)


@given(steps, times)
def test_what_comes_later_changes_nothing_on_a_day(way: list[Step], on: date) -> None:
    assert clocks(way, england(), on=on) == clocks([step for step in way if step.on <= on], england(), on=on)


@given(steps)
def test_nobody_is_late_to_meet_a_family_that_said_no(way: list[Step]) -> None:
    on = DAY + timedelta(2000)
    if way and way[-1].stage in (Stage.DECLINED, Stage.NO_RESPONSE, Stage.EXEMPT, Stage.WITHDRAWN):
        assert not [
            clock
            for clock in clocks(way, england(), on=on)
            if clock.met_on is None and clock.timing in (Timing.TAKE_UP, Timing.MEET, Timing.REVIEW)
        ]


def test_a_pause_is_said_beside_a_clock_that_goes_on() -> None:
    way = [Step(Stage.OFFERED, DAY), Step(Stage.ACCEPTED, DAY), Step(Stage.ALLOCATED, DAY)]
    way += [Step(Stage.PREPARING, DAY + timedelta(2)), Step(Stage.PAUSED, DAY + timedelta(9))]
    clock = clocks(way, england(), on=DAY + timedelta(70))[-1]
    assert (clock.timing, clock.paused_since, clock.is_late) == (Timing.MEET, DAY + timedelta(9), True)
    assert (clock.opens_on, clock.due_on) == (DAY + timedelta(weeks=4), DAY + timedelta(weeks=8))
    going_on = [*way, Step(Stage.PREPARING, DAY + timedelta(20)), Step(Stage.HELD, DAY + timedelta(30))]
    held = {each.timing: each for each in clocks(going_on, england(), on=DAY + timedelta(40))}
    assert held[Timing.MEET].met_on == DAY + timedelta(30)
    assert held[Timing.ASK_SIX].due_on == months_after(DAY + timedelta(30), 6)


WHOLE_WAY = [
    Step(stage, DAY + timedelta(10 * number))
    for number, stage in enumerate(
        [Stage.OFFERED, Stage.ACCEPTED, Stage.ALLOCATED, Stage.PREPARING, Stage.READY, Stage.HELD, Stage.PAUSED]
        + [Stage.HELD, Stage.PLAN_AGREED, Stage.ACTIVE, Stage.REVIEWED, Stage.CLOSED]
    )
]


def test_going_on_after_a_pause_is_not_meeting_anew() -> None:
    found = {each.timing: each for each in clocks(WHOLE_WAY, england(), on=DAY + timedelta(200))}
    assert found[Timing.REVIEW].since == DAY + timedelta(50) == found[Timing.MEET].met_on
    assert found[Timing.REVIEW].met_on == DAY + timedelta(100)


@pytest.mark.parametrize("number", range(12))
def test_on_each_day_of_the_way_only_what_has_been_counts(number: int) -> None:
    on = WHOLE_WAY[number].on
    assert clocks(WHOLE_WAY, england(), on=on) == clocks(WHOLE_WAY[: number + 1], england(), on=on)


def test_a_plan_that_was_asked_about_is_asked_about_no_more() -> None:
    asked = [(Timing.ASK_SIX, DAY + timedelta(240)), (Timing.ASK_THREE, DAY + timedelta(3))]
    found = {each.timing: each for each in clocks(WHOLE_WAY, england(), on=DAY + timedelta(300), asked=asked)}
    assert found[Timing.ASK_SIX].met_on == DAY + timedelta(240) and not found[Timing.ASK_SIX].is_late
    assert found[Timing.ASK_THREE].met_on is None and found[Timing.ASK_THREE].is_late


def test_a_referral_is_taken_up_within_two_working_days() -> None:
    way = [Step(Stage.OFFERED, date(2026, 12, 24)), Step(Stage.ACCEPTED, date(2026, 12, 24))]
    assert clocks(way, england(), on=date(2026, 12, 28))[0].due_on == date(2026, 12, 30)


def test_a_family_that_met_without_a_plan_has_none_to_look_at_again() -> None:
    way = [Step(stage, DAY + timedelta(days)) for days, stage in enumerate((Stage.PREPARING, Stage.HELD))]
    assert Timing.REVIEW in {clock.timing for clock in clocks(way, england(), on=DAY + timedelta(9))}
    way.append(Step(Stage.NO_PLAN, DAY + timedelta(2)))
    running = {clock.timing for clock in clocks(way, england(), on=DAY + timedelta(9))}
    assert Timing.REVIEW not in running and Timing.ASK_SIX in running, "how it is for them is asked all the same"


def test_a_council_may_set_its_own_limit() -> None:
    own = {Timing.MEET: Limit("The family meets", Stage.ALLOCATED, Stage.HELD, Span(6, Unit.WEEKS))}
    way = [Step(Stage.OFFERED, DAY), Step(Stage.ACCEPTED, DAY), Step(Stage.ALLOCATED, DAY)]
    assert clocks(way, england(), on=DAY, limits=own)[-1].due_on == DAY + timedelta(weeks=6)


def test_the_defaults_are_those_of_the_timescales() -> None:
    rows = {row.code: row for row in ROWS}
    for limit in DEFAULTS.values():
        if limit.code:
            row = rows[limit.code]
            assert (limit.until, limit.opens) == (Span(row.amount, row.unit), row.window)

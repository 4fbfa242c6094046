"""The strip of the steps: it says about how long, and never moves anybody on."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supervision.rules.stages import IN_DEPTH_MINUTES, OF_A_FAMILY, STEPS, ends_about, minutes_with, offers_ideas, strip

BEGAN = datetime(2026, 11, 3, 10, 0, tzinfo=UTC)
minutes = st.integers(0, 500)
entered = st.dictionaries(st.sampled_from([step.code for step in OF_A_FAMILY]), minutes, max_size=7)


def _moments(found: dict[str, int]) -> dict[str, datetime]:
    return {code: BEGAN + timedelta(minutes=minute) for code, minute in found.items()}


@settings(deadline=None)
@given(entered, minutes, minutes)
def test_time_alone_never_moves_a_group_on(found: dict[str, int], later: int, much_later: int) -> None:
    moments = _moments(found)
    last = BEGAN + timedelta(minutes=max(found.values(), default=0))
    first = strip(moments, last + timedelta(minutes=later))
    then = strip(moments, last + timedelta(minutes=later + much_later))
    assert [each.is_now for each in first] == [each.is_now for each in then]
    assert sum(each.is_now for each in first) == bool(found)


@settings(deadline=None)
@given(st.permutations([step.code for step in OF_A_FAMILY]), st.integers(1, 7), minutes)
def test_a_group_goes_where_it_likes_and_is_where_it_went_last(way: list[str], number: int, later: int) -> None:
    entered_in_order = {code: BEGAN + timedelta(minutes=10 * place) for place, code in enumerate(way[:number])}
    shown = strip(entered_in_order, BEGAN + timedelta(minutes=10 * number + later))
    assert [each.step.code for each in shown if each.is_now] == [way[number - 1]]
    assert {each.step.code for each in shown if each.is_past} == set(way[: number - 1])
    assert all(each.minutes_spent == 10 for each in shown if each.is_past)


@settings(deadline=None)
@given(entered, minutes)
def test_every_minute_spent_belongs_to_one_step(found: dict[str, int], later: int) -> None:
    at = BEGAN + timedelta(minutes=max(found.values(), default=0) + later)
    shown = strip(_moments(found), at)
    whole = (at - BEGAN).total_seconds() // 60 - min(found.values()) if found else 0
    assert sum(each.minutes_spent for each in shown) == whole


@settings(deadline=None)
@given(entered, minutes)
def test_only_the_present_step_says_something_and_it_is_never_an_order(found: dict[str, int], later: int) -> None:
    shown = strip(_moments(found), BEGAN + timedelta(minutes=500 + later))
    assert {each.step.code for each in shown if each.says} == {each.step.code for each in shown if each.is_now}
    assert not [each.says for each in shown if "stop" in each.says.lower() or "over" in each.says.lower()]


@settings(deadline=None)
@given(entered, minutes)
def test_the_end_is_never_behind(found: dict[str, int], later: int) -> None:
    at = BEGAN + timedelta(minutes=500 + later)
    assert ends_about(_moments(found), at) >= at


def test_two_families_in_depth_and_the_quick_round_fill_two_hours() -> None:
    once = sum(step.minutes for step in STEPS if step.is_of_session)
    assert IN_DEPTH_MINUTES == 50
    assert once + 2 * IN_DEPTH_MINUTES == 120
    assert ends_about({}, BEGAN) == BEGAN + timedelta(minutes=50)


@pytest.mark.parametrize(
    ("spent", "says"),
    [
        (0, "About 8 minutes"),
        (7, "Move on when you are ready"),
        (20, "20 minutes so far; move on when you are ready"),
    ],
)
def test_the_strip_suggests(spent: int, says: str) -> None:
    shown = strip({"presenting": BEGAN}, BEGAN + timedelta(minutes=spent))
    assert [each.says for each in shown if each.is_now] == [says]


def test_ideas_are_asked_for_from_the_reflecting_conversation_on() -> None:
    assert [step.code for step in STEPS if offers_ideas(step.code)] == ["reflecting", "bells", "conversations", "close"]


@settings(deadline=None)
@given(st.lists(st.tuples(minutes, st.integers(1, 4)), max_size=12, unique_by=lambda move: move[0]), minutes)
def test_the_minutes_of_all_families_are_never_more_than_the_session_took(
    moves: list[tuple[int, int]], later: int
) -> None:
    moments = [(BEGAN + timedelta(minutes=minute), key) for minute, key in moves]
    ended_at = max((moment for moment, _ in moments), default=BEGAN) + timedelta(minutes=later)
    spent = minutes_with(moments, ended_at)
    assert set(spent) == {key for _, key in moves}
    took = ended_at - min((moment for moment, _ in moments), default=ended_at)
    assert sum(spent.values()) <= took.total_seconds() / 60
    assert all(0 <= each <= 60 * len(moves) for each in spent.values())

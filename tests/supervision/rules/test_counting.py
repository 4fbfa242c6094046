"""What counts, what begins the clock anew, and until when the rest is finished."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camden.rules.workdays import england
from supervision.rules.counting import (
    Counting,
    Said,
    Standing,
    Talk,
    Talked,
    counts,
    due_on,
    family_since,
    finished_by,
    missing,
    since,
    tally,
)
from supervision.rules.stages import Voice

DAY = date(2026, 11, 3)
days = st.dates(min_value=date(2025, 1, 1), max_value=DAY)
words = st.sampled_from(["", "  ", "Something was said"])
voices = st.lists(st.builds(Voice, st.just("Anisa"), words), max_size=3).map(tuple)
said = st.builds(
    Said,
    st.sampled_from(Talk),
    st.sampled_from(Standing),
    words,
    voices,
    words,
    words,
    st.sampled_from(["", "up", "same", "down", "sideways"]),
    words,
)
talks = st.lists(
    st.builds(Talked, days, st.sampled_from(Talk), st.frozensets(st.integers(1, 3)), st.booleans()), max_size=12
)
some = st.frozensets(st.sampled_from(Talk))
rules = st.builds(Counting, some, some, st.integers(4, 12), st.integers(4, 6))


@given(said)
def test_protection_and_court_never_count_without_each_childs_voice_and_risk(one: Said) -> None:
    whole = bool(one.voices) and all(voice.words.strip() for voice in one.voices) and bool(one.safety.strip())
    if one.standing.is_watched and not whole:
        assert not counts(one)


@given(said)
def test_what_is_missing_is_all_that_is_missing(one: Said) -> None:
    full = replace(
        one,
        dilemma="How?",
        voices=tuple(replace(voice, words="Stop") for voice in one.voices) or (Voice("Imran", "Stop"),),
        safety="Safe tonight",
        changed="Calmer",
        worry="down",
        next_step="Ring the school",
    )
    assert counts(full)
    assert counts(one) == (missing(one) == [])
    assert (finished_by(one, DAY) is None) == counts(one)


def test_a_quick_round_is_one_line_and_asks_no_more_of_an_ordinary_family() -> None:
    line = Said(Talk.QUICK, changed="Leon laughed", worry="down", next_step="Ask him again")
    assert counts(line)
    assert missing(replace(line, standing=Standing.COURT)) == ["the children’s voices", "risk and safety"]
    assert missing(replace(line, worry="")) == ["whether the worry is up or down"]


@given(said, days)
def test_what_is_left_is_due_on_the_second_working_day(one: Said, ended_on: date) -> None:
    by = finished_by(one, ended_on)
    if by:
        assert england().number(by) - england().number(ended_on) == 2


@given(talks, st.integers(1, 3), days, rules)
def test_only_talks_that_count_and_reset_move_the_clock(
    found: list[Talked], child: int, allocated_on: date, set_: Counting
) -> None:
    for standing, resets in ((Standing.ORDINARY, set_.resets), (Standing.COURT, set_.resets_watched)):
        moving = [each for each in found if each.counts and child in each.children and each.talk in resets]
        expected = max([allocated_on, *(each.held_on for each in moving)])
        assert since(found, child, allocated_on, standing, set_) == expected


@given(talks, st.integers(1, 3))
def test_three_ways_of_talking_are_never_added_up(found: list[Talked], child: int) -> None:
    counted = tally(found, child)
    for talk in Talk:
        mine = [each for each in found if each.talk is talk and each.counts and child in each.children]
        assert counted.times.get(talk, 0) == len(mine)
        assert counted.last_on.get(talk) == max((each.held_on for each in mine), default=None)


@given(talks, st.dictionaries(st.integers(1, 3), days, min_size=1), rules)
def test_a_brother_who_was_left_out_keeps_the_familys_clock_running(
    found: list[Talked], children: dict[int, date], set_: Counting
) -> None:
    ordinary = Standing.ORDINARY
    waits = [since(found, child, first, ordinary, set_) for child, first in children.items()]
    assert family_since(found, children, ordinary, set_) == min(waits)


@given(talks, days, rules)
def test_nobody_with_a_protection_plan_waits_longer_than_others(
    found: list[Talked], first: date, set_: Counting
) -> None:
    set_ = replace(set_, resets_watched=set_.resets)
    ordinary = due_on(found, 1, first, Standing.ORDINARY, set_)
    assert all(due_on(found, 1, first, each, set_) <= ordinary for each in (Standing.PROTECTION, Standing.COURT))


@pytest.mark.parametrize(("resets", "weeks"), [({Talk.DEEP}, 8), ({Talk.DEEP, Talk.QUICK}, 4)])
def test_which_talk_begins_the_clock_anew_is_a_setting(resets: set[Talk], weeks: int) -> None:
    found = [Talked(DAY - timedelta(weeks=8), Talk.DEEP, frozenset({1})), Talked(DAY, Talk.ONE_TO_ONE, frozenset({1}))]
    found.append(Talked(DAY - timedelta(weeks=4), Talk.QUICK, frozenset({1})))
    assert DAY - since(found, 1, date(2025, 1, 1), Standing.ORDINARY, Counting(frozenset(resets))) == timedelta(
        weeks=weeks
    )

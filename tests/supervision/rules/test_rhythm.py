"""A pod of five with 40 families, weekly for eight weeks: nobody is late. And when something happens: who, and why."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from supervision.rules.agenda import Family, Sitting, Why
from supervision.rules.counting import Counting, Standing, Talk
from supervision.rules.rhythm import Cause, Late, Meeting, forecast

FIRST = date(2026, 11, 3)
WEEKS, FAMILIES = 8, 40
POD = frozenset(range(1, 6))
WEEK = timedelta(weeks=1)
ONLY_DEPTH = frozenset({Talk.DEEP})


def _meetings(away: dict[int, int] | None = None, cancelled: int | None = None) -> list[Meeting]:
    """Weekly sessions of two hours. `away`: in which week somebody is not there; one may be cancelled on the day."""
    absent = away or {}
    return [
        Meeting(
            Sitting(
                FIRST + week * WEEK,
                FIRST + (week + 1) * WEEK,
                supervisor=1,
                people=POD - {absent.get(week, 0)},
                readers=POD,
            ),
            is_cancelled=week == cancelled,
        )
        for week in range(WEEKS)
    ]


def _family(key: int, weeks: int, standing: Standing = Standing.ORDINARY) -> Family:
    heard = FIRST - weeks * WEEK
    return Family(key, heard, standing, {Talk.QUICK: heard}, present_by=frozenset({1 + key % 5}))


@st.composite
def pods(draw: st.DrawFn, watched: int = 20) -> list[Family]:
    """40 families of five people: nobody late yet, at most ten last talked about in the same week, with any reasons."""
    number = draw(st.integers(0, watched))
    weeks = draw(st.lists(st.integers(0, 7), min_size=FAMILIES, max_size=FAMILIES))
    reasons = ["", "", "", "is_new_to_care", "drifts", "is_asked_for"]
    asks = draw(st.lists(st.sampled_from(reasons), min_size=FAMILIES, max_size=FAMILIES))
    full: Counter[int] = Counter()
    found = []
    for key in range(FAMILIES):
        longest = 6 if key < number else 8
        week = next(each % longest for each in range(weeks[key], weeks[key] + 9) if full[each % longest] < 10)
        full[week] += 1
        standing = (Standing.PROTECTION, Standing.COURT)[key % 2] if key < number else Standing.ORDINARY
        asked = {asks[key]: True} if asks[key] else {}
        found.append(replace(_family(key, week, standing), **asked))
    return found


@settings(max_examples=60, deadline=None)
@given(pods())
def test_a_pod_of_five_with_forty_families_weekly_for_eight_weeks_has_nobody_late(pod: list[Family]) -> None:
    walked = forecast(pod, _meetings())
    assert walked.late == ()
    in_depth = [sum(item.talk is Talk.DEEP for item in agenda.items) for agenda in walked.agendas.values()]
    assert all(1 <= number <= 2 for number in in_depth), "each session thinks of somebody in depth"
    assert all(agenda.minutes <= 110 for agenda in walked.agendas.values())


def test_in_its_ordinary_weeks_the_pod_thinks_of_sixteen_families_in_depth() -> None:
    walked = forecast([_family(key, key % 8) for key in range(FAMILIES)], _meetings())
    deep = [item.family for agenda in walked.agendas.values() for item in agenda.items if item.talk is Talk.DEEP]
    assert walked.late == () and len(deep) == len(set(deep)) == 16
    assert {item.family for agenda in walked.agendas.values() for item in agenda.items} == set(range(FAMILIES))


@settings(max_examples=30, deadline=None)
@given(pods(), st.dictionaries(st.integers(0, WEEKS - 1), st.sampled_from(sorted(POD))))
def test_leave_makes_nobody_late_while_somebody_presents_for_them(pod: list[Family], away: dict[int, int]) -> None:
    assert forecast(pod, _meetings(away)).late == ()


@settings(max_examples=30, deadline=None)
@given(pods(watched=0), st.sampled_from(sorted(POD)))
def test_without_anybody_who_covers_the_families_of_the_one_on_leave_are_late(pod: list[Family], who: int) -> None:
    walked = forecast(pod, _meetings(dict.fromkeys(range(WEEKS), who)), is_covered=False)
    theirs = {each.key for each in pod if who in each.present_by}
    until = FIRST + WEEKS * WEEK
    assert {each.family for each in walked.late} == {
        each.key for each in pod if each.key in theirs and each.since_on + 8 * WEEK < until
    }
    assert {each.cause for each in walked.late if each.due_on >= FIRST} <= {Cause.AWAY}


@settings(max_examples=30, deadline=None)
@given(pods(), st.integers(1, 39))
def test_a_family_new_to_care_in_the_third_week_is_thought_of_in_depth_and_nobody_is_late(
    pod: list[Family], key: int
) -> None:
    meetings = _meetings()
    quiet = [replace(each, drifts=False, is_asked_for=False, is_new_to_care=False) for each in pod]
    new = replace(quiet[key], is_new_to_care=True)
    meetings[2] = replace(meetings[2], joins=(new,))
    walked = forecast(quiet, meetings)
    assert walked.late == ()
    heard = [
        (day, item)
        for day, agenda in walked.agendas.items()
        for item in agenda.items
        if item.family == key and Why.NEW_TO_CARE in item.why and item.talk is Talk.DEEP
    ]
    assert heard[0][0] <= FIRST + 7 * WEEK
    calm = [_family(each, each % 8) for each in range(FAMILIES)]
    meetings[2] = replace(meetings[2], joins=(replace(calm[key], is_new_to_care=True),))
    first = forecast(calm, meetings).agendas[FIRST + 2 * WEEK].items[0]
    assert (first.family, first.talk) == (key, Talk.DEEP)


@settings(max_examples=30, deadline=None)
@given(pods(), st.integers(1, WEEKS - 2))
def test_a_session_cancelled_on_the_day_says_who_is_late_and_why(pod: list[Family], week: int) -> None:
    walked = forecast(pod, _meetings(cancelled=week))
    day = FIRST + week * WEEK
    for late in walked.late:
        assert late.cause is Cause.CANCELLED
        assert late.words.startswith("No session on") and str(day.day) in late.words
        assert day <= late.due_on < day + WEEK
        assert late.heard_on == day + WEEK, "and the next session hears of them"


@settings(max_examples=30, deadline=None)
@given(pods(watched=10), st.integers(1, WEEKS - 2))
def test_a_session_called_off_in_good_time_makes_nobody_late(pod: list[Family], week: int) -> None:
    meetings = [each for each in _meetings() if each.sitting.held_on != FIRST + week * WEEK]
    before = meetings[week - 1]
    meetings[week - 1] = replace(before, sitting=replace(before.sitting, next_on=FIRST + (week + 1) * WEEK))
    assert forecast(pod, meetings).late == ()


def test_where_only_depth_counts_two_hours_a_week_are_not_enough() -> None:
    pod = [_family(key, key % 8) for key in range(FAMILIES)]
    walked = forecast(pod, _meetings(), Counting(ONLY_DEPTH, ONLY_DEPTH))
    deep = {item.family for agenda in walked.agendas.values() for item in agenda.items if item.talk is Talk.DEEP}
    assert {each.cause for each in walked.late} == {Cause.NO_DEPTH}
    assert len(deep) == 16 and len({each.family for each in walked.late}) > FAMILIES // 2


@settings(deadline=None)
@given(st.integers(0, 16))
def test_where_protection_and_court_need_depth_the_rhythm_carries_ten_such_families(number: int) -> None:
    standing = {key: Standing.PROTECTION for key in range(number)}
    pod = [_family(key, 0, standing.get(key, Standing.ORDINARY)) for key in range(FAMILIES)]
    late = forecast(pod, _meetings(), Counting(resets_watched=ONLY_DEPTH)).late
    assert bool(late) == (number > 10)
    assert all(each.cause is Cause.NO_DEPTH and each.family < number for each in late)


def test_a_family_kept_from_a_member_is_late_unless_it_has_another_session_and_nobody_hears_why() -> None:
    kept = replace(_family(7, 6), kept_from=frozenset({4}))
    own = replace(_family(8, 6), kept_from=frozenset({1}))
    walked = forecast([kept, own], _meetings())
    due_on = FIRST + 2 * WEEK
    assert walked.late == (Late(7, due_on, None, Cause.ELSEWHERE, "Needs another session."),)
    assert [each.family for each in walked.for_manager] == [8], "the supervisor is the one who must not know"
    assert not any(agenda.items for agenda in walked.agendas.values())


def test_who_was_late_before_is_said_to_have_been() -> None:
    (late,) = forecast([_family(7, 9)], _meetings()).late
    assert (late.cause, late.heard_on) == (Cause.BEFORE, FIRST)

"""Rows, and the rounds that facts make of them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camden.rules.dates import hours_after, months_after
from camden.rules.moments import HERE
from camden.rules.timescales import (
    Again,
    Basis,
    Happening,
    Kind,
    Rulebook,
    Run,
    Span,
    Timescale,
    Unit,
    next_due,
    runs,
    runs_of,
)
from camden.rules.workdays import england

WD, DAYS, WEEKS, MONTHS, HOURS = Unit.WORKING_DAYS, Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.HOURS
MONDAY = date(2026, 11, 23)


def a_rule(amount: int = 10, unit: Unit = WD, **more: Any) -> Timescale:
    """A rule from `began`, met by `done`, ended by `over`, unless it says otherwise."""
    words: dict[str, Any] = {
        "code": "XX1", "title": "Do it", "kind": Kind.CLOCK, "starts": ("began",), "meets": ("done",),
        "ends": ("over",), "basis": Basis.LOCAL, "source": "a test", "work": "it",
    }  # fmt: skip
    return Timescale(amount=amount, unit=unit, **(words | more))


def facts(*words: str) -> list[Happening]:
    """Facts as "kind day", where the day is a number of days after Monday 23 November 2026."""
    return [Happening(kind, MONDAY + timedelta(days=int(day))) for kind, day in (each.split() for each in words)]


def short(found: list[Run]) -> list[str]:
    """Rounds as "from-to outcome", in days after that Monday."""

    def days(day: date | None) -> str:
        return str((day - MONDAY).days) if day else ""

    ends = [f"met {days(r.met_on)}" if r.met_on else f"ended {days(r.ended_on)}" if r.ended_on else "" for r in found]
    return [f"{days(run.anchor_on)}-{days(run.due_on)} {end}".strip() for run, end in zip(found, ends, strict=True)]


def told(rule: Timescale, *words: str) -> list[str]:
    """The rounds of a rule from facts in words."""
    return short(runs(rule, facts(*words), england()))


# ----- when something is due


@pytest.mark.parametrize(
    ("day", "months", "due"),
    [
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 1, 8), 3, date(2027, 4, 8)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2027, 3, 31), -1, date(2027, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
    ],
)
def test_months_keep_the_day_and_are_clipped(day: date, months: int, due: date) -> None:
    assert months_after(day, months) == due


def test_a_limit_in_months_is_done_on_the_working_day_before_and_breached_after_its_own() -> None:
    due = next_due(a_rule(3, MONTHS), date(2026, 11, 30), calendar=england())
    assert (due.due_on, due.do_by, due.breach_after) == (date(2027, 2, 28), date(2027, 2, 26), date(2027, 2, 28))


def test_what_is_due_before_anybody_is_at_work_again_is_due_all_the_same() -> None:
    christmas_eve, saturday = date(2026, 12, 25), date(2026, 12, 26)
    assert next_due(a_rule(2, DAYS), christmas_eve, calendar=england()).do_by == date(2026, 12, 27)
    assert next_due(a_rule(0, DAYS), saturday, calendar=england()).do_by == saturday


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2026-12-24T16:30+00:00", "2026-12-27T16:30:00+00:00"),
        ("2027-03-27T12:00+00:00", "2027-03-30T13:00:00+01:00"),  # the clocks go forward
        ("2026-10-24T12:00+01:00", "2026-10-27T11:00:00+00:00"),  # and back
    ],
)
def test_seventy_two_hours_are_hours_of_a_stopwatch(start: str, due: str) -> None:
    moment = datetime.fromisoformat(start)
    found = next_due(a_rule(72, HOURS), moment.date(), moment, calendar=england())
    assert found.due_at and found.due_at.isoformat() == due
    assert found.breach_after == found.due_at
    assert found.due_at - moment == timedelta(hours=72)


def test_an_hours_rule_without_a_time_counts_from_midnight_so_that_nobody_is_late_unawares() -> None:
    found = next_due(a_rule(24, HOURS), MONDAY, calendar=england())
    assert found.due_at == datetime(2026, 11, 24, tzinfo=HERE)


def test_a_target_is_what_to_do_it_by_and_the_limit_is_the_limit() -> None:
    start = datetime(2026, 11, 23, 10, tzinfo=HERE)
    found = next_due(a_rule(48, HOURS, target=24), MONDAY, start, calendar=england())
    assert (found.do_by, found.due_at) == (date(2026, 11, 24), datetime(2026, 11, 25, 10, tzinfo=HERE))


def test_the_day_of_issue_can_be_day_one() -> None:
    found = next_due(a_rule(26, WEEKS, is_inclusive=True), MONDAY, calendar=england())
    assert found.due_on == MONDAY + timedelta(days=181)
    assert (found.amount, found.unit) == (181, DAYS)


# ----- rounds from facts


def test_a_clock_is_met_by_the_first_success_after_its_start() -> None:
    assert told(a_rule(5, DAYS), "done -1", "began 0", "done 3", "done 4") == ["0-5 met 3"]
    assert told(a_rule(5, DAYS), "began 0", "done 0") == ["0-5 met 0"]
    assert told(a_rule(5, DAYS), "done -1", "began 0") == ["0-5"]


def test_a_clock_met_late_says_so_by_its_days() -> None:
    assert told(a_rule(5, DAYS), "began 0", "done 9") == ["0-5 met 9"]


def test_an_end_makes_it_unnecessary() -> None:
    assert told(a_rule(5, DAYS), "began 0", "over 2", "done 3") == ["0-5 ended 2"]
    assert told(a_rule(5, DAYS), "began 0", "over 0") == ["0-5 ended 0"]


def test_an_end_on_the_day_of_a_start_ends_what_ran_before() -> None:
    moved = told(a_rule(5, DAYS), "began 0", "over 20", "began 20")
    assert moved == ["0-5 ended 20", "20-25"]


def test_a_repeat_counts_from_the_last_time_it_really_happened() -> None:
    rule = a_rule(10, DAYS, is_repeat=True)
    assert told(rule, "began 0", "done 4", "done 20") == ["0-10 met 4", "4-14 met 20", "20-30"]


def test_a_repeat_met_on_the_day_it_starts_counts_from_there_once() -> None:
    rule = a_rule(10, DAYS, is_repeat=True)
    assert told(rule, "began 0", "done 0", "done 0", "done 6") == ["0-10 met 6", "6-16"]


def test_what_ends_on_the_day_of_its_last_success_has_no_next_round() -> None:
    reviews = a_rule(10, DAYS, is_repeat=True, opens=("plan",), starts=("done",))
    assert told(reviews, "plan 0", "done 5", "done 12", "over 12") == ["5-15 met 12"]
    assert told(reviews, "plan 0", "done 5", "over 5", "done 8") == []


def test_what_is_done_for_the_last_time_starts_nothing_anew() -> None:
    sessions = a_rule(10, DAYS, is_repeat=True, starts=("done",))
    assert told(sessions, "done 0", "done 5", "over 5") == ["0-10 met 5"]


def test_only_what_happens_between_an_opening_and_an_end_starts_it() -> None:
    reviews = a_rule(10, DAYS, is_repeat=True, opens=("plan",), starts=("done",))
    assert told(reviews, "done 0", "plan 1", "done 2", "over 5", "done 6") == ["2-12 ended 5"]


def test_the_second_review_counts_from_the_first_and_later_ones_from_each_other() -> None:
    second = a_rule(30, DAYS, opens=("care",), starts=("review",), meets=("review",), last_start=1)
    later = replace(second, amount=60, is_repeat=True, first_start=2, last_start=0)
    said = ("care 0", "review 10", "review 30", "review 80")
    assert told(second, *said) == ["10-40 met 30"]
    assert told(later, *said) == ["30-90 met 80", "80-140"]


@pytest.mark.parametrize(
    ("again", "rounds"),
    [
        (Again.EACH, ["0-5 met 6", "3-8 met 6"]),
        (Again.KEEP, ["0-5 met 6"]),
        (Again.RESTART, ["0-5 ended 3", "3-8 met 6"]),
    ],
)
def test_a_second_start_does_what_the_rule_says(again: Again, rounds: list[str]) -> None:
    assert told(a_rule(5, DAYS, again=again), "began 0", "began 3", "done 6") == rounds


def test_told_twice_on_one_day_is_one_round() -> None:
    assert told(a_rule(5, DAYS), "began 0", "began 0") == ["0-5"]


def test_two_contacts_on_one_day_have_a_clock_each_when_hours_count() -> None:
    at = datetime(2026, 11, 23, 9, tzinfo=HERE)
    said = [Happening("began", MONDAY, at), Happening("began", MONDAY, at + timedelta(hours=2))]
    found = runs(a_rule(4, HOURS), [*said, Happening("done", MONDAY, at + timedelta(hours=1))], england())
    assert [(run.anchor_at, run.met_on) for run in found] == [(at, MONDAY), (at + timedelta(hours=2), None)]


def test_a_rule_that_needs_something_waits_for_it_and_counts_from_its_start() -> None:
    rated = a_rule(5, DAYS, needs=("rated",))
    assert told(rated, "began 0") == []
    assert told(rated, "began 0", "rated 0") == ["0-5"]
    assert told(rated, "began 0", "rated 2", "done 3") == ["0-5 met 3"]
    assert told(rated, "began 0", "done 1", "rated 2") == []


def test_what_waited_long_ago_is_not_woken_by_todays_need() -> None:
    rated = a_rule(5, DAYS, needs=("rated",))
    assert told(rated, "began 0", "began 300", "rated 300") == ["300-305"]


def test_the_interval_changes_from_the_second_round() -> None:
    rule = a_rule(1, WEEKS, is_repeat=True, then=Span(6, WEEKS), then_round=2)
    assert told(rule, "began 0", "done 5") == ["0-7 met 5", "5-47"]
    assert told(rule, "began 0", "done 0") == ["0-42"]


def test_the_interval_changes_after_an_event() -> None:
    rule = a_rule(1, WEEKS, is_repeat=True, then=Span(6, WEEKS), then_after=("review",))
    assert told(rule, "began 0", "done 5", "review 8") == ["0-7 met 5", "5-47"]
    assert told(rule, "began 0", "done 5", "review 20") == ["0-7 met 5", "5-12"]  # it was late already
    assert told(rule, "began 0", "done 5", "review 12", "done 12") == ["0-7 met 5", "5-12 met 12", "12-54"]


def test_the_interval_changes_after_a_year() -> None:
    rule = a_rule(6, WEEKS, is_repeat=True, then=Span(12, WEEKS), then_since=Span(12, MONTHS))
    assert told(rule, "began 0", "done 364", "done 365")[-2:] == ["364-406 met 365", "365-449"]


def test_a_rule_of_the_first_year_begins_no_round_after_it() -> None:
    year = Span(12, MONTHS)
    first = a_rule(6, WEEKS, is_repeat=True, opens=("moved",), starts=("done",), until=year)
    after = replace(first, amount=12, until=None, since=year)
    said = ("moved 0", "done 3", "done 360", "done 380", "done 400")
    assert told(first, *said) == ["3-45 met 360", "360-402 met 380"]
    assert told(after, *said) == ["380-464 met 400", "400-484"]


def test_an_extension_is_granted_as_often_as_the_rule_allows() -> None:
    once = a_rule(8, DAYS, extended_by=("more",), extension=7, extension_times=1)
    assert told(once, "began 0", "more 3", "more 5") == ["0-15"]
    assert told(replace(once, extension_times=0), "began 0", "more 3", "more 5") == ["0-22"]


def test_a_plan_may_shorten_its_interval_and_never_lengthen_it() -> None:
    rule = a_rule(10, DAYS, is_repeat=True, can_be_shortened=True)

    def due(amount: int, **more: Any) -> list[str]:
        began = Happening("began", MONDAY, None, amount)
        return short(runs(replace(rule, **more), [began, *facts("done 4")], england()))

    assert due(5) == ["0-5 met 4", "4-9"]
    assert due(15) == ["0-10 met 4", "4-14"]
    assert due(5, can_be_shortened=False) == ["0-10 met 4", "4-14"]


def test_what_counts_back_is_met_before_its_day_and_after_the_one_before() -> None:
    rule = a_rule(2, WD, is_back=True, starts=("planned",))
    assert told(rule, "planned 14", "done 9") == ["14-10 met 9"]
    assert told(rule, "planned 14", "done 12") == ["14-10 met 12"]
    assert told(rule, "planned 14", "over 14") == ["14-10 ended 14"]
    assert told(rule, "planned 14", "done 9", "planned 60") == ["14-10 met 9", "60-58"]


def test_a_window_is_open_before_its_day() -> None:
    rule = a_rule(1, MONTHS, window=Span(-3, MONTHS), starts=("birthday",))
    found = next_due(rule, MONDAY, calendar=england())
    assert (found.opens_on, found.due_on) == (date(2026, 8, 23), date(2026, 12, 23))
    assert told(rule, "birthday 0", "done 10") == ["0-30 met 10"]


def test_a_row_holds_from_its_day_on_and_the_older_one_until_then() -> None:
    change = MONDAY + timedelta(days=10)
    old, new = a_rule(20, DAYS, effective_to=change), a_rule(8, DAYS, effective_from=change)
    found = runs_of(Rulebook([old, new]), facts("began 0", "began 9", "began 10"), england())
    assert short(found) == ["0-20", "9-29", "10-18"]


def test_what_counts_back_has_one_row_too() -> None:
    change = MONDAY + timedelta(days=10)
    old = a_rule(2, DAYS, is_back=True, effective_to=change)
    new = replace(old, amount=5, effective_to=None, effective_from=change)
    assert short(runs_of(Rulebook([old, new]), facts("began 7", "began 14"), england())) == ["7-5", "14-9"]


def test_a_repeat_goes_over_to_the_new_row_with_its_next_round() -> None:
    change = MONDAY + timedelta(days=10)
    old = a_rule(20, DAYS, is_repeat=True, effective_to=change)
    new = replace(old, amount=8, effective_to=None, effective_from=change)
    found = runs_of(Rulebook([old, new]), facts("began 0", "done 5", "done 12"), england())
    assert short(found) == ["0-20 met 5", "5-25 met 12", "12-20"]


def test_a_mistyped_year_starts_nothing_and_stops_nobody() -> None:
    odd = [Happening("began", date(1026, 11, 23)), Happening("began", date(9026, 11, 23))]
    assert short(runs(a_rule(5, DAYS), [*odd, *facts("began 0")], england())) == ["0-5"]


def test_law_that_nobody_has_begun_starts_nothing() -> None:
    assert told(a_rule(is_commenced=False), "began 0") == []


# ----- what always holds

KINDS = ["began", "done", "over", "rated", "more", "review"]
RULES = [
    a_rule(5, WD), a_rule(3, MONTHS, code="XX2", is_repeat=True), a_rule(6, WEEKS, code="XX3", again=Again.RESTART),
    a_rule(72, HOURS, code="XX4"), a_rule(2, WD, code="XX5", is_back=True),
    a_rule(9, DAYS, code="XX6", needs=("rated",)),
    a_rule(1, WEEKS, code="XX7", is_repeat=True, then=Span(6, WEEKS), then_after=("review",)),
    a_rule(8, DAYS, code="XX8", again=Again.KEEP, extended_by=("more",), extension=7, extension_times=1),
    a_rule(4, WEEKS, code="XX9", is_repeat=True, opens=("began",), starts=("done",), again=Again.RESTART),
]  # fmt: skip
BOOK = Rulebook(RULES)
days = st.integers(0, 120).map(lambda n: MONDAY + timedelta(days=n))
happenings = st.builds(lambda kind, on: Happening(kind, on), st.sampled_from(KINDS), days)
timed = st.builds(
    lambda kind, n: Happening(kind, (moment := hours_after(datetime(2026, 11, 23, tzinfo=UTC), n)).date(), moment),
    st.sampled_from(["began", "done"]),
    st.integers(0, 2000),
)
lives = st.lists(happenings | timed, max_size=25)


@given(lives, st.randoms())
def test_the_same_facts_give_the_same_rounds_in_whatever_order(life: list[Happening], chance: Any) -> None:
    mixed = list(life)
    chance.shuffle(mixed)
    assert runs_of(BOOK, life, england()) == runs_of(BOOK, mixed, england())


@given(lives)
def test_a_round_is_known_by_its_rule_and_start_and_is_met_or_ended_or_runs(life: list[Happening]) -> None:
    found = runs_of(BOOK, life, england())
    assert len({(run.code, run.anchor_on, run.anchor_at) for run in found}) == len(found)
    for run in found:
        assert run.met_on is None or run.ended_on is None
        if run.code != "XX5":
            assert run.due_on >= run.anchor_on
            assert run.met_on is None or run.met_on >= run.anchor_on
            assert run.ended_on is None or run.ended_on >= run.anchor_on


@given(lives)
def test_a_repeat_has_one_round_running_at_most(life: list[Happening]) -> None:
    for rule in RULES:
        if rule.is_repeat:
            found = runs(rule, life, england())
            assert sum(run.met_on is None and run.ended_on is None for run in found) <= 1


@given(lives)
def test_all_rules_together_are_each_rule_alone(life: list[Happening]) -> None:
    alone = [run for rule in RULES for run in runs(rule, life, england())]
    assert sorted(runs_of(BOOK, life, england()), key=str) == sorted(alone, key=str)


@given(lives, happenings)
def test_a_later_fact_changes_no_round_that_was_over(life: list[Happening], more: Happening) -> None:
    later = more._replace(on=max([each.on for each in life], default=MONDAY) + timedelta(days=1), at=None)
    before = [run for run in runs_of(BOOK, life, england()) if run.met_on or run.ended_on]
    after = runs_of(BOOK, [*life, later], england())
    assert all(run in after for run in before if run.code != "XX5")

"""What protects a newly qualified worker and does not hold: said without blame, to them first."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.rules.early_career import ASYE, Held, Path, Work, plan
from training.rules.protecting import THEIRS_FIRST, WEEK, Week, facts, for_others, monday_of

START = date(2026, 9, 7)
YEAR = Path(ASYE, START)
DONE = [Held(Work.AGREEMENT, START), Held(Work.REVIEW, date(2026, 10, 19))]
MONDAY = date(2026, 10, 5)
minutes = st.integers(0, 400)
weeks = st.lists(st.builds(Week, st.integers(0, 12).map(lambda n: MONDAY + n * WEEK), minutes, minutes), max_size=9)


def run_of(*had: int) -> list[Week]:
    """Weeks that follow one another, each with 200 minutes planned."""
    return [Week(MONDAY + n * WEEK, 200, each) for n, each in enumerate(had)]


def test_a_review_is_wanted_from_the_day_after_its_day() -> None:
    held = DONE[:1]
    assert facts(YEAR, held, [], date(2026, 10, 19)) == ()
    (fact,) = facts(YEAR, held, [], date(2026, 10, 20))
    assert fact.words == "Review at 6 weeks was wanted by 19 October 2026. It is for the assessor to find a day."


def test_the_agreement_is_the_threes() -> None:
    (fact,) = facts(YEAR, [], [], date(2026, 9, 22))
    assert fact.words.endswith("It is for the three who agree to find a day.")


@pytest.mark.parametrize(
    ("had", "says"),
    [
        ((0, 0, 0), True),
        ((99, 99, 99), True),
        ((100, 99, 99), False),  # a half is there
        ((0, 0, 100), False),  # the latest was fine
        ((100, 0, 0), False),
        ((0, 0), False),
        ((100, 0, 0, 0), True),
    ],
)
def test_protected_time_that_gave_way_three_weeks_running_is_said(had: tuple[int, ...], says: bool) -> None:
    on = MONDAY + len(had) * WEEK
    found = [fact for fact in facts(YEAR, DONE, run_of(*had), on) if "Protected" in fact.words]
    assert bool(found) is says


def test_a_week_nobody_wrote_down_says_nothing_and_a_week_that_runs_is_not_over() -> None:
    holes = [run_of(0, 0, 0, 0)[n] for n in (0, 1, 3)]
    assert facts(YEAR, DONE, holes, MONDAY + 4 * WEEK) == ()
    assert facts(YEAR, DONE, run_of(0, 0, 0), MONDAY + 3 * WEEK - timedelta(days=1)) == ()


def test_it_is_no_longer_said_once_nobody_has_written_a_week_for_a_fortnight() -> None:
    assert facts(YEAR, DONE, run_of(0, 0, 0), MONDAY + 5 * WEEK - timedelta(days=1))
    assert not facts(YEAR, DONE, run_of(0, 0, 0), MONDAY + 5 * WEEK)


# Days near those on which something is wanted, where a sentence is new.
near = st.builds(
    lambda due, days: due.by_on + timedelta(days=days), st.sampled_from(plan(YEAR)), st.integers(-1, 5)
) | st.builds(lambda week, days: MONDAY + week * WEEK + timedelta(days=days), st.integers(0, 12), st.integers(0, 5))


@given(weeks, near)
def test_others_read_the_same_sentences_two_days_later_and_never_first(found: list[Week], on: date) -> None:
    once = {week.on: week for week in found}.values()
    own = facts(YEAR, [], once, on)
    theirs = for_others(own, on)
    assert set(theirs) <= set(own)
    assert all(fact.since_on <= on for fact in own)
    assert all(fact.since_on + THEIRS_FIRST <= on for fact in theirs)


@given(weeks, st.dates(START, date(2027, 9, 1)))
def test_no_sentence_names_or_blames_the_worker(found: list[Week], on: date) -> None:
    for fact in facts(YEAR, DONE, {week.on: week for week in found}.values(), on):
        assert "It is for the" in fact.words
        assert not {"late", "overdue", "failed", "missed"} & set(fact.words.lower().split())


@given(st.dates())
def test_a_week_begins_on_its_monday(on: date) -> None:
    assert monday_of(on).weekday() == 0
    assert 0 <= (on - monday_of(on)).days < 7


def test_time_away_moves_what_is_wanted() -> None:
    from training.rules.reminding import Away

    away = replace(YEAR, away=(Away(date(2026, 10, 1), date(2026, 11, 1)),))
    assert facts(away, DONE[:1], [], date(2026, 11, 3)) == ()

"""Moments as people say them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camden.rules.moments import clock, day_away, day_here, recent_day, short_day, span_in_words, until_in_words

TUESDAY = date(2026, 11, 3)
TEN = datetime(2026, 11, 3, 10, tzinfo=UTC)
moments = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))


def test_the_clock_is_the_one_on_the_wall_in_summer_too() -> None:
    assert clock(datetime(2026, 7, 1, 18, 5, tzinfo=UTC)) == "19:05"
    assert day_here(datetime(2026, 7, 1, 23, 30, tzinfo=UTC)) == date(2026, 7, 2)


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (11, "21:00"),
        (23, "tomorrow 09:00"),
        (71, "Friday 6 November 2026, 09:00"),
        (14, "midnight"),
        (38, "midnight tomorrow"),
        (62, "Thursday 5 November 2026, midnight"),
    ],  # fmt: skip
)
def test_the_end_of_a_duty_is_said_with_its_day_unless_that_is_today(hours: int, words: str) -> None:
    assert until_in_words(TEN + timedelta(hours=hours), TEN) == words


@pytest.mark.parametrize(
    ("day", "words", "short"),
    [
        (date(2026, 11, 3), "today", "today"),
        (date(2026, 11, 2), "yesterday", "yesterday"),
        (date(2026, 10, 31), "Saturday", "Saturday"),
        (date(2026, 10, 27), "Tuesday 27 October 2026", "27 October"),
        (date(2025, 12, 30), "Tuesday 30 December 2025", "30 December 2025"),
        (date(2026, 11, 4), "Wednesday 4 November 2026", "4 November"),
    ],
)
def test_a_day_of_the_last_week_is_called_by_its_name(day: date, words: str, short: str) -> None:
    assert (recent_day(day, TUESDAY), short_day(day, TUESDAY)) == (words, short)


def test_a_span_says_its_day_once() -> None:
    first = datetime(2026, 10, 31, 19, 5, tzinfo=UTC)
    assert span_in_words(first, first + timedelta(minutes=35), TUESDAY) == "Saturday 19:05–19:40"
    assert span_in_words(first, first + timedelta(seconds=9), TUESDAY) == "Saturday 19:05"
    assert span_in_words(first, first + timedelta(days=2), TUESDAY) == "Saturday 19:05 to yesterday 19:05"


@pytest.mark.parametrize(
    ("days", "words"), [(-2, "2 days late"), (-1, "1 day late"), (0, "today"), (1, "tomorrow"), (3, "in 3 days")]
)
def test_how_far_a_day_is(days: int, words: str) -> None:
    assert day_away(TUESDAY + timedelta(days=days), TUESDAY) == words


@given(moments, moments)
def test_two_moments_are_one_only_in_the_same_minute_of_the_same_day(one: datetime, other: datetime) -> None:
    first, last = sorted((one, other))
    same = day_here(first) == day_here(last) and clock(first) == clock(last)
    said = span_in_words(first, last, TUESDAY)
    assert ("–" in said or " to " in said) is not same

"""The edges of the registration year: its last minute, leap years, who joins, who leaves, who comes back."""

from calendar import isleap
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camden.rules.moments import HERE
from training.rules.registration import OnRegister, counts_in, is_asked_in, registration_year, year_at

days = st.dates(min_value=date(2020, 1, 1), max_value=date(2035, 12, 31))
moments = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.sampled_from([UTC, HERE]))
YEAR = registration_year(date(2026, 11, 3))


def test_the_last_minute_of_november_is_in_time_and_the_next_is_another_year() -> None:
    last, first = datetime(2026, 11, 30, 23, 59, tzinfo=HERE), datetime(2026, 12, 1, tzinfo=HERE)
    assert last < YEAR.closes_at == first
    assert year_at(last) == YEAR
    assert year_at(first) == year_at(YEAR.closes_at) == registration_year(date(2027, 11, 30))
    assert year_at(YEAR.closes_at - timedelta(microseconds=1)) == YEAR


def test_a_summer_night_counts_by_the_clock_here_and_not_by_greenwich() -> None:
    in_london = datetime(2026, 8, 31, 23, 30, tzinfo=UTC)
    assert in_london.astimezone(HERE).date() == YEAR.opens_on
    tokyo = datetime(2026, 12, 1, 8, 59, tzinfo=ZoneInfo("Asia/Tokyo"))
    assert year_at(tokyo) == YEAR, "8:59 tomorrow in Tokyo is still 23:59 here"


@given(moments)
def test_a_moment_is_in_time_until_its_year_closes(moment: datetime) -> None:
    year = year_at(moment)
    assert moment < year.closes_at
    assert moment >= registration_year(year.begins_on - timedelta(days=1)).closes_at


@given(days)
def test_every_day_lies_in_a_year_of_365_days_or_of_366_where_february_has_29(on: date) -> None:
    year = registration_year(on)
    assert year.has(on)
    assert (year.ends_on - year.begins_on).days + 1 == 365 + isleap(year.ends_on.year)
    assert year.days_left(on) == (year.ends_on - on).days
    assert year.days_left(year.ends_on + timedelta(days=9)) == 0


def test_the_leap_day_lies_in_the_year_that_ends_in_it() -> None:
    assert registration_year(date(2028, 2, 29)).ends_on == date(2028, 11, 30)
    assert counts_in(registration_year(date(2028, 2, 29)), date(2028, 2, 29), date(2028, 2, 29))


@given(days, days)
def test_a_piece_counts_in_one_year_at_most(done_on: date, recorded_on: date) -> None:
    years = [registration_year(date(number, 6, 1)) for number in range(2019, 2037)]
    counting = [year for year in years if counts_in(year, done_on, recorded_on)]
    assert len(counting) <= 1
    assert bool(counting) == (done_on <= recorded_on and registration_year(done_on) == registration_year(recorded_on))


def test_what_was_done_in_november_and_finished_in_december_counts_in_neither() -> None:
    late = date(2026, 12, 1)
    assert counts_in(YEAR, date(2026, 11, 30), date(2026, 11, 30))
    assert not counts_in(YEAR, date(2026, 11, 30), late)
    assert not counts_in(registration_year(late), date(2026, 11, 30), late)


@pytest.mark.parametrize(
    ("joined_on", "left_on", "asked"),
    [
        (date(2020, 1, 1), None, True),
        (date(2026, 5, 12), None, True),  # in the middle of the year: both pieces
        (date(2026, 8, 31), None, True),
        (date(2026, 9, 1), None, False),  # in the months of renewal: the fee, and no pieces
        (date(2026, 11, 30), None, False),
        (date(2026, 12, 1), None, False),
        (date(2020, 1, 1), date(2026, 11, 30), False),  # off the register before the year ends
        (date(2020, 1, 1), date(2026, 12, 1), True),
    ],
)
def test_who_is_asked_when_they_join_or_leave_during_the_year(joined_on: date, left_on: date, asked: bool) -> None:
    assert is_asked_in(YEAR, [OnRegister(joined_on, left_on)]) is asked


def test_who_came_back_to_the_register_in_october_is_asked_next_year() -> None:
    register = [OnRegister(date(2018, 3, 1), date(2025, 12, 1)), OnRegister(date(2026, 10, 2))]
    assert not is_asked_in(YEAR, register)
    assert is_asked_in(registration_year(date(2027, 6, 1)), register)
    assert is_asked_in(registration_year(date(2025, 6, 1)), register)


@given(days, st.integers(0, 5))
def test_once_on_the_register_every_later_year_asks(joined_on: date, later: int) -> None:
    joined = registration_year(joined_on)
    year = registration_year(date(joined.ends_on.year + later, 1, 1))
    assert is_asked_in(year, [OnRegister(joined_on)]) == (later > 0 or joined_on < joined.opens_on)

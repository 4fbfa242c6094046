"""Which days a visit is offered for."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camden.rules.workdays import england
from cases.rules.planning import MOST, day_ahead, days_to_offer, hour_in_words

TUESDAY = date(2026, 11, 3)
DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))


@given(DAYS, st.integers(-30, 60))
def test_today_and_tomorrow_come_first_and_nothing_is_offered_past_its_day(on: date, ahead: int) -> None:
    due_on = on + timedelta(days=ahead)
    offered = days_to_offer(on, due_on, england())
    assert offered[:2] == [on, on + timedelta(days=1)]
    assert offered == sorted(set(offered)) and len(offered) <= MOST
    if ahead > 1 and england().is_working(due_on):
        assert offered[-1] == due_on
    assert all(england().is_working(day) or day == due_on for day in offered[2:])


def test_without_a_day_or_past_it_a_working_week_is_offered() -> None:
    week = [date(2026, 11, day) for day in (3, 4, 5, 6, 9, 10)]
    assert days_to_offer(TUESDAY, None, england()) == week
    assert days_to_offer(TUESDAY, date(2026, 10, 30), england()) == week


def test_a_far_day_is_the_last_of_few() -> None:
    assert days_to_offer(TUESDAY, date(2026, 11, 30), england())[-2:] == [date(2026, 11, 10), date(2026, 11, 30)]


@pytest.mark.parametrize(
    ("day", "said"),
    [(3, "today"), (4, "tomorrow"), (2, "yesterday"), (5, "Thursday 5 November"), (1, "Sunday 1 November")],
)
def test_a_day_to_come_is_said_with_its_name(day: int, said: str) -> None:
    assert day_ahead(date(2026, 11, day), TUESDAY) == said
    assert day_ahead(date(2027, 1, 4), TUESDAY) == "Monday 4 January 2027"


def test_a_time_is_said_as_people_say_it() -> None:
    said = [hour_in_words(each) for each in (None, time(10), time(14, 30), time(0, 5), time(12))]
    assert said == ["", "10 am", "2.30 pm", "12.05 am", "12 pm"]

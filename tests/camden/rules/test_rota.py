"""The hours of a turn on duty."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camden.rules.rota import PastMidnight, clock_in_words, hours_of_turn

maybe = st.none() | st.times()


@given(st.sampled_from(["day", "out-of-hours"]), st.dates(max_value=date(9999, 12, 30)), maybe, maybe)
def test_a_turn_begins_on_its_day_and_lasts_a_day_at_most(
    kind: str, day: date, starts: time | None, until: time | None
) -> None:
    try:
        begins, ends = hours_of_turn(kind, day, starts, until)
    except PastMidnight:
        assert kind == "day"
        return
    assert begins.date() == day
    assert timedelta(0) < ends - begins <= timedelta(days=1)
    assert kind == "out-of-hours" or ends.date() == day
    assert starts in (None, begins.time()) and until in (None, ends.time())


def test_a_day_that_would_end_the_next_morning_is_refused() -> None:
    with pytest.raises(PastMidnight):
        hours_of_turn("day", date(2026, 11, 3), time(9), time(8))


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (time(0), "midnight"),
        (time(0, 5), "12.05am"),
        (time(9), "9am"),
        (time(12), "midday"),
        (time(12, 30), "12.30pm"),
        (time(23, 59), "11.59pm"),
    ],
)
def test_a_time_is_said_as_people_say_it(moment: time, words: str) -> None:
    assert clock_in_words(moment) == words

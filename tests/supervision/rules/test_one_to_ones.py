"""Every four weeks; newly qualified people sooner."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from supervision.rules.one_to_ones import next_by

START = date(2026, 9, 1)
ASYE = ("asye", START, 1000)


def test_a_newly_qualified_worker_talks_weekly_then_every_two_weeks_then_monthly() -> None:
    found = [next_by(START + timedelta(weeks=weeks), ASYE) for weeks in (0, 5, 6, 20, 30)]
    assert found == [date(2026, 9, 8), date(2026, 10, 13), date(2026, 10, 27), date(2027, 2, 2), date(2027, 4, 30)]


@given(st.dates(min_value=date(2026, 1, 1), max_value=date(2030, 1, 1)))
def test_the_next_talk_is_after_the_last_and_never_later_than_for_everybody_by_much(last: date) -> None:
    assert next_by(last) == last + timedelta(days=28)
    assert last < next_by(last, ASYE) <= last + timedelta(days=31) or last < START

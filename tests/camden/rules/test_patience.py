"""How long to wait before a message is tried again."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from camden.rules.patience import FIRST, LONGEST, next_try_at

DUE = datetime(2026, 11, 3, 6, tzinfo=UTC)
tries = st.integers(min_value=0, max_value=500)


def test_what_was_never_tried_is_tried_when_it_is_due() -> None:
    assert next_try_at(DUE, 0) == DUE


@given(tries)
def test_pauses_double_up_to_an_hour_and_never_end(count: int) -> None:
    pause = next_try_at(DUE, count + 1) - next_try_at(DUE, count)
    assert FIRST <= pause <= LONGEST
    before = next_try_at(DUE, count) - next_try_at(DUE, count - 1) if count else FIRST / 2
    assert pause == min(2 * before, LONGEST) or pause == LONGEST
    if count >= 10:
        assert pause == timedelta(hours=1)

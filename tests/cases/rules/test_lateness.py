"""How late something is, in working days."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from camden.rules.workdays import calendar_of, england
from cases.rules.lateness import BANDS, band_of, days_late, days_of_bands, is_soon

days = st.dates(date(2024, 1, 1), date(2028, 12, 31))


def test_bands_by_hand() -> None:
    on = date(2026, 11, 3)  # a Tuesday
    late = {"2026-11-03": None, "2026-11-02": "late-5", "2026-10-27": "late-5", "2026-10-26": "late-20",
            "2026-10-06": "late-20", "2026-10-05": "late-more"}  # fmt: skip
    found = {day: band_of(date.fromisoformat(day), on, england()) for day in late}
    assert {day: band and band.code for day, band in found.items()} == late


def test_what_ran_out_on_friday_is_late_on_saturday() -> None:
    assert days_late(date(2026, 10, 30), date(2026, 10, 31), england()) == 1


def test_a_day_the_council_does_not_work_does_not_count() -> None:
    closed = calendar_of((date(2026, 11, 2),))
    assert days_late(date(2026, 10, 29), date(2026, 11, 3), closed) == 2
    assert days_late(date(2026, 10, 29), date(2026, 11, 3), england()) == 3


@given(days, days)
def test_whatever_is_late_is_in_one_band_and_not_due(due_on: date, on: date) -> None:
    band = band_of(due_on, on, england())
    assert (band is not None) == (due_on < on)
    assert not (band and is_soon(due_on, on, england()))


@given(days, st.integers(0, 40))
def test_the_later_the_further(on: date, more: int) -> None:
    codes = [band.code for band in BANDS]
    one, other = (band_of(on - timedelta(days=days), on, england()) for days in (1, 1 + more))
    assert one and other and codes.index(one.code) <= codes.index(other.code)


@given(days, st.lists(days, max_size=3, unique=True), st.integers(1, 90))
def test_the_days_of_a_band_are_those_that_lie_in_it(on: date, closed: list[date], back: int) -> None:
    calendar = calendar_of(tuple(closed))
    due_on = on - timedelta(days=back)
    found = [code for code, (first, last) in days_of_bands(on, calendar).items() if first <= due_on <= last]
    band = band_of(due_on, on, calendar)
    assert band and found == [band.code]

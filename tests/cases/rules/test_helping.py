"""Plans in order, and how often to visit."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.rules.helping import ENDINGS, LADDER, is_down, is_of_age, looked_at_again_on, why_not_every
from cases.rules.journey import LEGAL_BASIS, PLAN_ENDING

days = st.integers(1, 40)


def test_every_basis_has_its_place_and_its_endings() -> None:
    assert set(LADDER) == {"", *LEGAL_BASIS}
    assert set(ENDINGS) == set(LEGAL_BASIS)
    assert all(set(reasons) <= set(PLAN_ENDING) for reasons in ENDINGS.values())
    assert is_down("need", "early-help") and is_down("need", "") and not is_down("", "need")


@given(days, days, days)
def test_nobody_is_visited_less_often_than_the_timescale_and_only_a_manager_makes_it_less(
    every: int, now: int, most: int
) -> None:
    worker = why_not_every(every, now=now, most=most, may_lengthen=False)
    manager = why_not_every(every, now=now, most=most, may_lengthen=True)
    assert bool(manager) is (every > most)
    assert bool(worker) is (every > most or every > now)


@pytest.mark.parametrize(
    ("born_on", "on", "is_so"),
    [
        (date(2008, 11, 3), date(2026, 11, 3), True),
        (date(2008, 11, 4), date(2026, 11, 3), False),
        (date(2008, 2, 29), date(2026, 2, 28), False),
        (date(2008, 2, 29), date(2026, 3, 1), True),
        (None, date(2026, 11, 3), False),
    ],
)
def test_a_birthday_is_the_first_day_of_being_of_age(born_on: date | None, on: date, is_so: bool) -> None:
    assert is_of_age(born_on, on) is is_so


def test_a_step_down_is_looked_at_again_after_three_months() -> None:
    assert looked_at_again_on(date(2026, 11, 30)) == date(2027, 2, 28)

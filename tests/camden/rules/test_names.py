"""Names, initials and ages as people say them."""

import doctest
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camden.rules import names
from camden.rules.names import age_in_words, day_in_words, display_name, full_months, full_years, initials

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def test_the_examples_in_the_code_are_true() -> None:
    assert doctest.testmod(names).failed == 0


@pytest.mark.parametrize(
    ("given", "family", "number", "said"),
    [
        ("Anisa", "Rahman", "C1", "Anisa Rahman"),
        ("Anisa", "", "", "Anisa"),
        ("", "Rahman", "C1", "Rahman"),
        ("  ", "  ", "C000001", "Name not recorded (C000001)"),
        ("", "", "", "Name not recorded"),
    ],
)
def test_somebody_is_called_by_what_is_known(given: str, family: str, number: str, said: str) -> None:
    assert display_name(given, family, number) == said


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Anisa Rahman", "AR"),
        ("Anisa", "A"),
        ("ludwig van der Berg", "LB"),
        ("مُحَمَّد علي", "مع"),
        ("(known as) Zed", "AZ"),
        ("", "?"),
        ("42 !", "?"),
        ("😀", "?"),
    ],
)
def test_a_disc_holds_two_letters_at_most(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("born", "on", "said"),
    [
        (date(2026, 11, 3), date(2026, 11, 3), "less than a day"),
        (date(2026, 11, 2), date(2026, 11, 3), "1 day"),
        (date(2026, 10, 28), date(2026, 11, 3), "6 days"),
        (date(2026, 10, 20), date(2026, 11, 3), "2 weeks"),
        (date(2026, 10, 27), date(2026, 11, 3), "1 week"),
        (date(2026, 9, 9), date(2026, 11, 3), "7 weeks"),
        (date(2026, 9, 8), date(2026, 11, 3), "1 month"),
        (date(2025, 5, 17), date(2026, 11, 3), "17 months"),
        (date(2024, 11, 4), date(2026, 11, 3), "23 months"),
        (date(2024, 11, 3), date(2026, 11, 3), "2 years"),
        (date(2018, 11, 4), date(2026, 11, 3), "7 years"),
        (date(2020, 2, 29), date(2026, 2, 28), "5 years"),
        (date(2020, 2, 29), date(2026, 3, 1), "6 years"),
        (date(2027, 1, 1), date(2026, 11, 3), ""),
    ],
)
def test_an_age_is_in_days_then_weeks_then_months_then_years(born: date, on: date, said: str) -> None:
    assert age_in_words(born, None, None, on) == said


def test_an_unborn_child_is_expected_and_a_child_who_died_stays_the_age_they_were() -> None:
    on = date(2026, 11, 3)
    assert age_in_words(None, date(2027, 3, 12), None, on) == "expected 12 March 2027"
    assert age_in_words(date(2016, 4, 9), None, date(2026, 5, 1), on) == "died 1 May 2026, aged 10 years"
    assert age_in_words(None, None, None, on) == ""


@given(born=days, on=days)
def test_years_months_and_birthdays_agree(born: date, on: date) -> None:
    if on < born:
        return
    assert full_months(born, on) // 12 == full_years(born, on)
    grows = full_years(born, on) - full_years(born, on - timedelta(days=1)) if on > born else 0
    birthday = (on.month, on.day) == (born.month, born.day)
    leap = (born.month, born.day, on.month, on.day) == (2, 29, 3, 1)
    assert grows in (0, 1)
    if grows:
        assert birthday or leap


@given(days)
def test_a_day_is_said_without_a_leading_nought(day: date) -> None:
    said = day_in_words(day)
    assert not said.startswith("0")
    assert said.endswith(str(day.year))

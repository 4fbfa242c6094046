"""Each bank holiday has the name by which people know it."""

from datetime import date

import pytest
from holidays import country_holidays

from camden.rules.bank_holidays import bank_holidays
from camden.rules.holiday_names import named

# How the package calls what has another name here.
THEIRS = {
    "May Day": "Early May bank holiday",
    "Spring Bank Holiday": "Spring bank holiday",
    "Late Summer Bank Holiday": "Summer bank holiday",
}


@pytest.mark.parametrize("year", range(2023, 2041))
def test_names_are_those_of_the_package(year: int) -> None:
    theirs = country_holidays("GB", subdiv="ENG", years=[year])
    for day, name in named(year):
        known = theirs[day].split("; ")[0].replace("'", "’").replace("(observed)", "(substitute day)")
        if name != "Bank holiday":
            assert name == THEIRS.get(known, known), day


def test_what_was_proclaimed_once_is_a_bank_holiday_and_no_more() -> None:
    assert dict(named(2022))[date(2022, 9, 19)] == "Bank holiday"


def test_no_bank_holiday_is_left_out() -> None:
    assert {day for year in range(1980, 2081) for day, _ in named(year)} == bank_holidays()

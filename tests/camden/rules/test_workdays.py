"""Working days in England."""

from datetime import date, timedelta
from random import Random

import pytest
from holidays import country_holidays

from camden.rules.bank_holidays import bank_holidays
from camden.rules.workdays import FIRST, LAST, Calendar, NoCalendar, england

# England's bank holidays as published, with the substitutes of those at a weekend.
KNOWN = """
2025: 1 Jan, 18 Apr, 21 Apr, 5 May, 26 May, 25 Aug, 25 Dec, 26 Dec
2026: 1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 28 Dec
2027: 1 Jan, 26 Mar, 29 Mar, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec
2028: 3 Jan, 14 Apr, 17 Apr, 1 May, 29 May, 28 Aug, 25 Dec, 26 Dec
2029: 1 Jan, 30 Mar, 2 Apr, 7 May, 28 May, 27 Aug, 25 Dec, 26 Dec
"""
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def known_holidays() -> set[date]:
    """The table above as days."""
    found = set()
    for line in KNOWN.strip().splitlines():
        year, days = line.split(":")
        for day, month in (each.split() for each in days.split(",")):
            found.add(date(int(year), MONTHS.index(month) + 1, int(day)))
    return found


HOLIDAYS = known_holidays()


def is_ordinary(day: date) -> bool:
    """Monday to Friday and not in the table: without the calendar's help."""
    return day.isoweekday() <= 5 and day not in HOLIDAYS


def walked(day: date, n: int, step: int) -> date:
    """The nth working day after or before a day, found by walking."""
    while n:
        day += timedelta(days=step)
        n -= is_ordinary(day)
    return day


@pytest.mark.parametrize("year", range(2025, 2030))
def test_the_bank_holidays_on_weekdays_are_those_published(year: int) -> None:
    weekdays = {day for day in bank_holidays() if day.year == year and day.isoweekday() <= 5}
    assert weekdays == {day for day in known_holidays() if day.year == year}


def test_the_table_is_what_the_package_of_holidays_says() -> None:
    told = country_holidays("GB", subdiv="ENG", years=range(FIRST.year, LAST.year + 1))
    assert bank_holidays() == {day for day in told if day.isoweekday() <= 5}


@pytest.mark.parametrize(
    ("days", "trigger", "due"),
    [
        (1, date(2026, 11, 20), date(2026, 11, 23)),
        (1, date(2026, 12, 24), date(2026, 12, 29)),
        (45, date(2026, 11, 23), date(2027, 1, 28)),
        (15, date(2026, 12, 14), date(2027, 1, 7)),
        (10, date(2026, 12, 18), date(2027, 1, 6)),
        (20, date(2026, 12, 7), date(2027, 1, 7)),
        (5, date(2026, 12, 23), date(2027, 1, 4)),
        # A trigger at a weekend, or on a holiday, starts with the next working day as the first.
        (1, date(2026, 11, 21), date(2026, 11, 23)),
        (1, date(2026, 12, 25), date(2026, 12, 29)),
        (2, date(2028, 1, 1), date(2028, 1, 5)),
    ],
)
def test_working_day_one_is_the_next_working_day(days: int, trigger: date, due: date) -> None:
    assert england().add(trigger, days) == due


def test_ten_thousand_days_agree_with_counting_on_ones_fingers() -> None:
    chance, calendar = Random(3), england()
    for _ in range(10_000):
        day, n = date(2025, 4, 1) + timedelta(days=chance.randrange(1600)), chance.randint(1, 45)
        assert calendar.add(day, n) == walked(day, n, 1)
        assert calendar.back(day, n) == walked(day, n, -1)
        assert calendar.on_or_before(day) == (day if is_ordinary(day) else walked(day, 1, -1))
        assert calendar.is_working(day) == is_ordinary(day)


def test_a_closure_of_the_councils_own_is_no_working_day() -> None:
    closed = date(2026, 12, 29)
    calendar = Calendar([closed])
    assert not calendar.is_working(closed)
    assert calendar.add(date(2026, 12, 24), 1) == date(2026, 12, 30)
    assert england().is_working(closed)


def test_working_days_between_two_days_are_listed_with_both() -> None:
    assert england().days(date(2026, 12, 24), date(2026, 12, 30)) == [
        date(2026, 12, 24),
        date(2026, 12, 29),
        date(2026, 12, 30),
    ]
    assert england().days(date(2026, 12, 25), date(2026, 12, 28)) == []


def test_no_working_days_leave_a_day_where_it_is() -> None:
    saturday = date(2026, 11, 21)
    assert england().add(saturday, 0) == england().back(saturday, 0) == saturday


def test_beyond_the_calendar_nobody_guesses() -> None:
    with pytest.raises(NoCalendar):
        england().add(LAST, 1)
    with pytest.raises(NoCalendar):
        england().number(date(1979, 12, 31))

"""What England's bank holidays are called, for people who read the list."""

from datetime import date

from camden.rules.bank_holidays import bank_holidays

_SUBSTITUTE = " (substitute day)"


def named(year: int) -> list[tuple[date, str]]:
    """Each bank holiday of a year with its name, in order.

    >>> named(2026)[-1]
    (datetime.date(2026, 12, 28), 'Boxing Day (substitute day)')
    """
    days = sorted(day for day in bank_holidays() if day.year == year)
    christmas = [day for day in days if day.month == 12 and 25 <= day.day <= 28]
    return [(day, _christmas(day, christmas) if day in christmas else _name(day)) for day in days]


def _name(day: date) -> str:
    if day.month == 1 and day.day <= 3:
        return "New Year’s Day" + (_SUBSTITUTE if day.day > 1 else "")
    if day.month in (3, 4) and day.weekday() in (0, 4):
        return "Easter Monday" if day.weekday() == 0 else "Good Friday"
    if day.month == 5 and day.day <= 7:
        return "Early May bank holiday"
    if day.weekday() == 0 and day.day >= 25 and day.month in (5, 8):
        return "Spring bank holiday" if day.month == 5 else "Summer bank holiday"
    return "Bank holiday"


def _christmas(day: date, both: list[date]) -> str:
    """Two days; the one given instead of a day at the weekend is Christmas Day's unless that was on a weekday."""
    if day.day <= 26:
        return "Christmas Day" if day.day == 25 else "Boxing Day"
    instead_of = "Boxing Day" if both[0].day == 25 or (both[0].day == 27 and day.day == 28) else "Christmas Day"
    return instead_of + _SUBSTITUTE

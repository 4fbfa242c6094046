"""Days on which something of a family changed, from the days a record knows in full or in part."""

from collections.abc import Iterable


def first_day(day: str) -> str:
    """The first day of a year or month as the record writes it: "2008" is 2008-01-01."""
    return (day + "-01-01")[:10] if len(day) == 4 else (day + "-01")[:10]


def known_days(said: Iterable[str], until: str) -> list[str]:
    """Days on which something of a family changed, once each, oldest first; none after `until`."""
    return sorted({day for each in said if each and (day := first_day(each)) <= until})

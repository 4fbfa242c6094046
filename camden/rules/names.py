"""Names, initials and ages as people say them."""

from datetime import date


def display_name(given: str, family: str, la_child_id: str = "") -> str:
    """What to call somebody: their name, or how else they can be found.

    >>> display_name("Anisa", "Rahman")
    'Anisa Rahman'
    >>> display_name("", "", "C000001")
    'Name not recorded (C000001)'
    """
    name = " ".join(part for part in (given.strip(), family.strip()) if part)
    if name:
        return name
    return f"Name not recorded ({la_child_id})" if la_child_id else "Name not recorded"


def initials(name: str) -> str:
    """Up to two letters for the disc beside a name: the first of the first and of the last word."""
    words = [word for word in name.split() if word[0].isalpha()]
    if not words:
        return "?"
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def full_years(born_on: date, on: date) -> int:
    """Completed years on a day. Somebody born on 29 February has their birthday on 1 March in other years."""
    return on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))


def full_months(born_on: date, on: date) -> int:
    """Completed months on a day."""
    return (on.year - born_on.year) * 12 + on.month - born_on.month - (on.day < born_on.day)


def day_in_words(day: date) -> str:
    """A day without a leading nought: "3 November 2026"."""
    return f"{day.day} {day:%B} {day.year}"


def age_in_words(born_on: date | None, expected_on: date | None, died_on: date | None, on: date) -> str:
    """An age as people say it: days in the first week, weeks to eight weeks, months to two years, then years.

    Empty when nothing is known.

    A child who was lost before birth is not expected any more.
    """
    if born_on is None and died_on and expected_on:
        return f"lost before birth, {day_in_words(died_on)}"
    if born_on is None:
        return f"expected {day_in_words(expected_on)}" if expected_on else ""
    until = min(died_on, on) if died_on else on
    if until < born_on:
        return ""
    years, months, days = full_years(born_on, until), full_months(born_on, until), (until - born_on).days
    weeks = days // 7
    if days < 7:
        age = f"{days} day{'' if days == 1 else 's'}" if days else "less than a day"
    elif weeks < 8:
        age = f"{weeks} week{'' if weeks == 1 else 's'}"
    elif years < 2:
        age = f"{months} month{'' if months == 1 else 's'}"
    else:
        age = f"{years} years"
    return f"died {day_in_words(died_on)}, aged {age}" if died_on else age

"""On which days somebody is reminded of their pieces, and for how long it stays on their page.

| rule | source |
|---|---|
| 1 September, 1 October, 1, 15 and 23 November, and each of the last three days | REFERENCE 7.5 |
| nobody from December to August, whatever they left unread | PRACTICE 3 |
| a line stays a week | this service's own design |
| required learning: a word three months before it ends, one month before, in the last week, and once in each month \
after it | our own design: a course has dates to choose from, and nobody hears of it daily |
| a training lead's word about required learning goes out in any month, at most once in a week to anybody | PRACTICE 1 |
| nobody who is away; on the first day back, once, if a day passed meanwhile | this service's own design |
| a training lead's word goes to people with something missing, at most once in a week, and only in those months | \
PRACTICE 1: alert fatigue, surveillance |

A reminder is the person's own. Nobody else is told that it went out, that it was read, or that it was not.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from camden.rules.dates import months_after
from camden.rules.moments import days_in_words
from training.rules.registration import RegistrationYear, registration_year

REMINDED_ON = ((9, 1), (10, 1), (11, 1), (11, 15), (11, 23), (11, 28), (11, 29), (11, 30))
MONTHS = (9, 10, 11)
STAYS_DAYS = 7
BETWEEN_NUDGES = timedelta(days=7)


@dataclass(frozen=True)
class Away:
    """A stretch away from work, without a reason: the first day, and the first day back (None: not back yet)."""

    from_on: date
    back_on: date | None = None

    def holds(self, on: date) -> bool:
        """Whether somebody is away that day."""
        return self.from_on <= on and (self.back_on is None or on < self.back_on)


def reminder_days(year: RegistrationYear) -> tuple[date, ...]:
    """The days of a registration year on which a word is said, the earliest first."""
    return tuple(date(year.ends_on.year, month, day) for month, day in REMINDED_ON)


def is_reminded(on: date, away: Iterable[Away] = ()) -> bool:
    """Whether a line about what is missing stands on somebody's page that day.

    Not while they are away. Who comes back finds it for a week, if one of the days passed meanwhile.
    """
    spells, days = list(away), reminder_days(registration_year(on))
    if on.month not in MONTHS or any(spell.holds(on) for spell in spells):
        return False
    back = [spell.back_on for spell in spells if spell.back_on and any(spell.holds(day) for day in days)]
    return any(day <= on < day + timedelta(days=STAYS_DAYS) for day in (*days, *back))


def is_sent(on: date, away: Iterable[Away] = ()) -> bool:
    """Whether a message goes out that day to somebody with something missing.

    Not while they are away. On their first day back it does, if one of the days passed meanwhile.
    """
    spells = list(away)
    if on.month not in MONTHS or any(spell.holds(on) for spell in spells):
        return False
    days = reminder_days(registration_year(on))
    missed = any(spell.back_on == on and any(spell.holds(day) for day in days) for spell in spells)
    return on in days or missed


def renewal_said_since(by_on: date, on: date) -> date | None:
    """Since when somebody is told that required learning ends or is wanted by a day; None on days when nobody says so.

    >>> [renewal_said_since(date(2027, 3, 31), day) for day in (date(2026, 12, 31), date(2027, 1, 20))]
    [datetime.date(2026, 12, 31), None]
    """
    if by_on - timedelta(days=STAYS_DAYS) <= on <= by_on:
        return by_on - timedelta(days=STAYS_DAYS)
    months = (on.year - by_on.year) * 12 + on.month - by_on.month
    said = [months_after(by_on, each) for each in (-3, -1, months - 1, months) if each in (-3, -1) or each > 0]
    return next((day for day in said if day <= on < day + timedelta(days=STAYS_DAYS)), None)


def who_hears_of_renewing(
    ending: Iterable[int], last_on: Mapping[int, date], away: Iterable[int], on: date
) -> list[int]:
    """Who gets a training lead's word about required learning that day: keys of people, in order, in any month."""
    gone = set(away) | {key for key, day in last_on.items() if on - day < BETWEEN_NUDGES}
    return sorted(set(ending) - gone)


def line(missing: Sequence[str], on: date) -> str:
    """What it says: what is missing and how long there is, and nothing else. Empty when nothing is missing.

    >>> line(["peer reflection in at least one of them"], date(2026, 11, 29))
    'Still wanted by 30 November, in 1 day: peer reflection in at least one of them.'
    """
    if not missing:
        return ""
    left = registration_year(on).days_left(on)
    when = f"in {days_in_words(left)}" if left else "today"
    return f"Still wanted by 30 November, {when}: {', and '.join(missing)}."


def who_is_nudged(missing: Mapping[int, bool], last_on: Mapping[int, date], away: Iterable[int], on: date) -> list[int]:
    """Who gets a training lead's word that day: keys of people, in order; nobody from December to August.

    `missing` says of everybody who is asked whether something is missing; `last_on` when each last got such a word.
    """
    if on.month not in MONTHS:
        return []
    gone = set(away)
    rested = {key for key, day in last_on.items() if on - day < BETWEEN_NUDGES}
    return sorted(key for key, is_missing in missing.items() if is_missing and key not in gone | rested)

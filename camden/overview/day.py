"""A person's day: what waits for them, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from camden.reminders import Reminder, Standing
from camden.rules.moments import day_away
from camden.rules.names import day_in_words


@dataclass(frozen=True)
class DueLine:
    """One reminder as a line. The day in words; all three of `day`, `iso` and `away` are empty when there is none."""

    text: str
    about: str
    why: str
    url: str
    day: str
    iso: str
    away: str
    state: str


@dataclass(frozen=True)
class Due:
    """What waits: late or slipping, today or soon, and later."""

    late: tuple[DueLine, ...]
    soon: tuple[DueLine, ...]
    later: tuple[DueLine, ...]

    def __bool__(self) -> bool:
        return bool(self.late or self.soon or self.later)


def due_lines(reminders: Iterable[Reminder], on: date) -> Due:
    """Reminders in their order, parted by how near they are."""
    parts: dict[Standing, list[DueLine]] = {standing: [] for standing in Standing}
    for reminder in reminders:
        parts[reminder.standing(on)].append(_line(reminder, on))
    return Due(*(tuple(parts[standing]) for standing in (Standing.LATE, Standing.SOON, Standing.AHEAD)))


def next_things(reminders: Iterable[Reminder], on: date) -> dict[int, DueLine]:
    """Of each family, by the key of its record, the first of the reminders that names it."""
    first: dict[int, DueLine] = {}
    for reminder in reminders:
        for case in reminder.case_ids:
            first.setdefault(case, _line(reminder, on))
    return first


def _line(reminder: Reminder, on: date) -> DueLine:
    day, iso, away = "", "", ""
    if reminder.due_on:
        day, iso, away = day_in_words(reminder.due_on), reminder.due_on.isoformat(), day_away(reminder.due_on, on)
    state = reminder.standing(on).value
    return DueLine(reminder.text, reminder.about, reminder.why, reminder.url, day, iso, away, state)

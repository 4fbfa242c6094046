"""What every app reminds a person of, in one list."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from itertools import groupby

from django.urls import reverse

from camden.access import Permission, may
from camden.models import User
from camden.reminders import Reminder
from cases import reminders as of_cases
from cases.rules.visits import in_a_row
from conferences import reminders as of_conferences
from supervision import reminders as of_supervision
from training import reminders as of_training

DueFor = Callable[[User, date], Iterable[Reminder]]

# Each app's `reminders.due_for`, and the permission without which it has nothing to say to a person.
SOURCES: tuple[tuple[Permission, DueFor], ...] = (
    (Permission.CASE_RECORD, of_cases.due_for),
    (Permission.SUPERVISION_JOIN, of_supervision.due_for),
    (Permission.CONFERENCE_READ, of_conferences.due_for),
    (Permission.LEARNING_KEEP, of_training.due_for),
)


def due_for(worker: User, on: date, *, on_screen: bool = False) -> list[Reminder]:
    """All a person is to be reminded of, the soonest first; what is without a day comes last.

    Brothers and sisters who are due one thing are one line. On a screen the reasons people gave stand with it.
    """
    sources = ((needed, of_cases.on_screen if on_screen and source is of_cases.due_for else source)
               for needed, source in SOURCES)  # fmt: skip
    found = [reminder for needed, source in sources if may(worker, needed) for reminder in source(worker, on)]
    found = [_still_of_several(reminder) for reminder in found]
    return sorted(together(found), key=lambda reminder: (reminder.due_on or date.max, reminder.about, reminder.text))


def _still_of_several(reminder: Reminder) -> Reminder:
    """What stands still in families of the people one leads is shown on one page, which is above every app."""
    is_theirs = reminder.kind == of_cases.STILL and reminder.is_passed_up
    return replace(reminder, url=reverse("overview:drift")) if is_theirs else reminder


def together(reminders: Iterable[Reminder]) -> list[Reminder]:
    """One line for the same thing, on the same day, in the same family: its names in a row, the first one's address."""
    lines = []
    for _, alike in groupby(sorted(reminders, key=_thing), key=_thing):
        group = list(alike)
        names = list(dict.fromkeys(reminder.about for reminder in group if reminder.about))
        lines.append(replace(group[0], about=in_a_row(names)) if len(group) > 1 else group[0])
    return lines


def _thing(reminder: Reminder) -> tuple[str, str, date, list[int]]:
    return reminder.kind, reminder.text, reminder.due_on or date.max, sorted(reminder.case_ids)

"""What waits for a coordinator after a meeting: answers to read, and families whom only a voice can ask."""

from datetime import date
from typing import Any

from django.db import connection
from django.urls import reverse

from camden.operations.rulebook import calendar
from camden.reminders import Reminder
from camden.rules.dates import months_after
from camden.rules.names import day_in_words
from cases.rules.visits import in_a_row
from conferences.models import ConferenceChild
from conferences.rules.outcomes import MONTHS, OPEN_FOR, READ_WITHIN, Met, due
from conferences.rules.steps import Timing


def afterwards(on: date) -> list[Reminder]:
    """Answers nobody has read yet, and families whom only a voice can ask. One query, or three when something waits."""
    rows = _waits(on)
    unread = {row[0]: row for row in rows if row[2]}
    by_voice = {row[0]: timing for row in rows if (timing := _only_by_voice(row, on))}
    if not unread and not by_voice:
        return []
    names: dict[int, list[str]] = {}
    found = ConferenceChild.objects.filter(conference__in={*unread, *by_voice}).order_by("pk")
    for key, name in found.values_list("conference", "first_name"):
        names.setdefault(key, []).append(name)
    told = []
    for key, family, since, held_on, *_ in rows:
        line: dict[str, Any] = {
            "about": in_a_row(names.get(key, [])),
            "url": reverse("conferences:afterwards", args=[family, key]),
            "case_ids": (family,),
        }
        if key in unread:
            until = calendar().add(since, READ_WITHIN)
            why = f"It came on {day_in_words(since)}: a person reads each within two working days"
            told.append(Reminder(kind="family-answer", text="Read how it is", due_on=until, why=why, **line))
        if key in by_voice:
            months = MONTHS[by_voice[key]]
            until = months_after(held_on, months) + OPEN_FOR
            why = f"They met {months} months ago, and nobody has an e-mail that is safe"
            told.append(Reminder(kind="family-by-voice", text="Ask how it is, by voice", due_on=until, why=why, **line))
    return told


def _waits(on: date) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select conference, family, unread_since, held_on, asked, is_over, has_reader"
            " from conferences_afterwards(%s)",
            [on],
        )
        return list(cursor.fetchall())


def _only_by_voice(row: Any, on: date) -> Timing | None:
    key, family, _, held_on, asked, is_over, has_reader = row
    if held_on is None or has_reader:
        return None
    past = frozenset(Timing(each) for each in asked if each in set(Timing))
    return due(Met(key, family, held_on, past, is_over), on=on)

"""Verbs of putting a reminder off."""

from datetime import date

from django.db import transaction

from camden.audit import record
from camden.models import User
from camden.rules.workdays import Calendar
from cases.models import Case, Snooze

LONGEST = 10  # working days


class NotPutOff(Exception):
    """The reminder cannot be put off so. Says why in a sentence, and `about` which answer."""

    def __init__(self, sentence: str, about: str) -> None:
        super().__init__(sentence)
        self.about = about


@transaction.atomic
def put_off(*, case: Case, work: str, until_on: date, reason: str, by: User, on: date, calendar: Calendar) -> Snooze:
    """A reminder of one piece of work of a family comes back on a day, ten working days away at most.

    Whoever is told of it next reads the reason. Of law, national guidance and a child's safety nothing is hidden.
    Raises NotPutOff.
    """
    if until_on <= on:
        raise NotPutOff("Choose a day after today.", "until_on")
    if until_on > calendar.add(on, LONGEST):
        raise NotPutOff(f"Choose a day within the next {LONGEST} working days.", "until_on")
    if not reason.strip():
        raise NotPutOff("Write why, even if it is one line.", "reason")
    snooze = Snooze.objects.create(
        case=case, work=work, until_on=until_on, reason=reason.strip(), person=by, snoozed_on=on
    )
    record(action="put a reminder off", subject=snooze, case_id=case.pk)
    return snooze

"""Verbs about when somebody is away. Nobody is asked why, and nowhere is it written."""

from datetime import date, datetime

from django.db import connection, transaction

from camden.audit import record
from camden.models import Absence, User
from camden.operations.refusals import NotDone
from camden.operations.versions import change
from camden.rules.names import day_in_words

_TURNS = 7_261_197  # of the lock on one person's days


@transaction.atomic
def note_absence(*, person: User, from_on: date, back_on: date | None, by: User) -> Absence:
    """Somebody is away from a day until the day they are back; None: not known yet.

    `by` answers for their work. Raises NotDone if it runs into another stretch.
    """
    _refuse_two_at_once(person, from_on, back_on)
    absence = Absence.objects.create(person=person, from_on=from_on, back_on=back_on)
    record(action="noted when somebody is away", subject=absence)
    return absence


@transaction.atomic
def change_absence(*, absence: Absence, from_on: date, back_on: date | None, by: User, version: int | None) -> Absence:
    """The days are others. Raises NotDone if it runs into another, and camden.operations.versions.Overtaken."""
    _refuse_two_at_once(absence.person, from_on, back_on, absence.pk)
    absence = change(absence, version=version, from_on=from_on, back_on=back_on)
    record(action="changed when somebody is away", subject=absence)
    return absence


@transaction.atomic
def withdraw_absence(*, absence: Absence, by: User, at: datetime) -> None:
    """They are not away, or were not: the days count no more. Once, however often it is said."""
    if Absence.objects.filter(pk=absence.pk, withdrawn_at=None).update(withdrawn_at=at):
        record(action="took back when somebody is away", subject=absence)


def _refuse_two_at_once(person: User, from_on: date, back_on: date | None, but: int = 0) -> None:
    with connection.cursor() as cursor:  # of two managers at once the second sees what the first noted
        cursor.execute("select pg_advisory_xact_lock(%s, %s)", [_TURNS, person.pk % 2**31])
    others = Absence.objects.filter(person=person, withdrawn_at=None).exclude(pk=but).exclude(back_on__lte=from_on)
    if back_on is not None:
        others = others.filter(from_on__lt=back_on)
    there = others.order_by("from_on").first()
    if there is not None:
        until = f"until {day_in_words(there.back_on)}" if there.back_on else "and the day they are back is not known"
        words = f"{person.name} is noted as away from {day_in_words(there.from_on)} {until}. Change that instead."
        raise NotDone(words, "from_on")

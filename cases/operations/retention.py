"""Verbs of keeping a record longer than its time: hold it, lift the hold. Nothing is disposed of here."""

from datetime import date

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from cases.models import Case, RetentionHold
from cases.operations.refusing import Refusal


class NotHeld(Refusal):
    """A hold that cannot begin or end so."""


@transaction.atomic
def hold(*, case: Case, why: str, by: User, on: date) -> RetentionHold:
    """Nothing of this record may be disposed of from now on, whatever its day: an inquiry, a claim, a request."""
    if not why.strip():
        raise NotHeld("Write why it must be kept.", "why")
    held = RetentionHold.objects.create(case=case, why=why, held_on=on, held_by=by)
    record(action="held a record beyond its time", subject=held, case_id=case.pk)
    return held


@transaction.atomic
def lift(*, held: RetentionHold, why: str, by: User, on: date) -> None:
    """The reason for keeping it is gone. Raises NotHeld when somebody lifted it before."""
    if not why.strip():
        raise NotHeld("Write why it need not be kept any longer.", "why")
    rows = RetentionHold.objects.filter(pk=held.pk, case=held.case_id, lifted_on=None)
    if not rows.update(lifted_on=on, lifted_by=by, lifted_why=why, version=F("version") + 1):
        raise NotHeld("It was lifted already.")
    record(action="lifted a hold on a record", subject=held, case_id=held.case_id)

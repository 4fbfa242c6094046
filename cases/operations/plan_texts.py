"""Verbs about the text of the one plan of a family: it begins with the first plan, and closes after the last."""

from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import F, Value
from django.db.models.functions import Greatest

from camden.models import User
from cases.models import Case, PlanSpell, Writing

PLAN = "plan"


@transaction.atomic(savepoint=False)
def begin_text(*, case: Case, by: User, on: date) -> None:
    """The text of the family's plan is there once a plan is, and stays the same whatever the basis becomes.

    It says nothing on the timeline: the plan's beginning stands there.
    """
    if Writing.objects.filter(case=case, paper=PLAN, closed_on=None).exists():
        return
    try:
        with transaction.atomic():
            Writing.objects.create(case=case, paper=PLAN, begun_on=on, begun_by=by)
    except IntegrityError:  # somebody began it a moment earlier
        return


@transaction.atomic(savepoint=False)
def close_text_if_over(*, case: Case, on: date) -> None:
    """Once no child of the family has a plan any more, its text is closed. A step up or down closes nothing."""
    if PlanSpell.objects.filter(case=case, ended_on=None).exists():
        return
    open_text = Writing.objects.filter(case=case, paper=PLAN, closed_on=None)
    open_text.update(closed_on=Greatest(F("begun_on"), Value(on)), version=F("version") + 1)

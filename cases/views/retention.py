"""How long a record is kept; hold it beyond that, lift a hold."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.retention import HoldForm, LiftingForm
from cases.lookup import get_beneath, get_case
from cases.models import RetentionHold
from cases.operations.retention import NotHeld, hold, lift
from cases.readings.retention import read_retention


@needs(Permission.CASE_READ)
def page(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Until when, for each child and for the family together, why, and by which source. Nothing is disposed of."""
    case = get_case(request, case_pk)
    may_hold = may(request.user, Permission.RETENTION_HOLD)
    return render(request, "cases/retention.html", {"case": case, "kept": read_retention(case), "may_hold": may_hold})


@needs(Permission.RETENTION_HOLD)
@keeps_words("a hold on a record")
def hold_new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Hold a record beyond its time."""
    case = get_case(request, case_pk)
    form = HoldForm(request.POST or None)
    if form.is_valid():
        hold(case=case, why=form.cleaned_data["why"], by=request.user, on=timezone.localdate())
        messages.success(request, "Held: nothing of this record is disposed of.")
        return redirect("cases:retention", case.pk)
    return render(request, "cases/hold_new.html", {"case": case, "form": form})


@needs(Permission.RETENTION_HOLD)
@keeps_words("the lifting of a hold")
def hold_lifting(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Lift a hold. If somebody else was first, that is said."""
    held = get_beneath(request, RetentionHold, case_pk, pk, "held_by")
    form = LiftingForm(request.POST or None)
    if form.is_valid():
        try:
            lift(held=held, why=form.cleaned_data["why"], by=request.user, on=timezone.localdate())
        except NotHeld as why:
            refuse(form, why)
        else:
            messages.success(request, "Lifted: the record is kept for its time.")
            return redirect("cases:retention", case_pk)
    return render(request, "cases/hold_lifting.html", {"case": held.case, "held": held, "form": form})

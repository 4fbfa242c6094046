"""A step down, looked at again after three months."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.step_checks import StepCheckForm
from cases.lookup import get_beneath
from cases.models import ThresholdMove
from cases.operations.step_checks import NotChecked, check_step
from cases.readings.help import read_move
from cases.readings.step_checks import check_after
from cases.rules.helping import HOLDS_NOT


@needs(Permission.CASE_RECORD)
@keeps_words("how a step down goes")
def new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Whether it holds, what we see, what the family says. What does not hold leads to the step up, filled in."""
    move = get_beneath(request, ThresholdMove, case_pk, pk, "decided_by")
    form = StepCheckForm(request.POST or None)
    if form.is_valid():
        try:
            check_step(move=move, by=request.user, on=timezone.localdate(), **form.cleaned_data)
        except NotChecked as why:
            refuse(form, why)
        else:
            return _after(request, move, form.cleaned_data["holds"])
    is_over = check_after(move) is not None
    shown = {"case": move.case, "move": read_move(move), "form": form, "is_over": is_over}
    return render(request, "cases/step_check.html", shown)


def _after(request: HttpRequest, move: ThresholdMove, holds: str) -> HttpResponse:
    if holds != HOLDS_NOT:
        messages.success(request, "Saved.")
        return redirect(move)
    if may(request.user, Permission.CASE_AUTHORISE):
        messages.success(request, "Saved. It does not hold: here is the step up, with what you wrote.")
        return redirect(f"{reverse('cases:threshold-new', args=[move.case_id])}?after={move.pk}")
    messages.success(request, "Saved. A manager decides on a step up: tell them today if a child is not safe.")
    return redirect(move)

"""Steps up and down: take one, read one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.help import ThresholdForm
from cases.lookup import children_of, get_beneath, get_case
from cases.models import ThresholdMove
from cases.operations.thresholds import NotMoved, move_threshold
from cases.readings.help import leads_of, must_join, plans_in_words, read_move
from cases.readings.step_checks import check_after, read_check


@needs(Permission.CASE_AUTHORISE)
@keeps_words("a step up or down")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """A manager decides that help becomes more or less formal. What the children have is computed, never asked."""
    case, on = get_case(request, case_pk), timezone.localdate()
    children = children_of(case)
    form = ThresholdForm(request.POST or None, children=children, leads=leads_of(children), on=on)
    if form.is_valid():
        try:
            move = move_threshold(case=case, by=request.user, **form.cleaned_data)
        except NotMoved as why:
            refuse(form, why)
        else:
            messages.success(request, "Saved: one plan has ended and the next begun.")
            return redirect(move)
    shown = {"case": case, "form": form, "children": children, "now": plans_in_words(case, children)}
    return render(request, "cases/threshold_new.html", shown | {"must_join": must_join(children)})


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A step up or down: why, what the family says, and when it is looked at again."""
    move = get_beneath(request, ThresholdMove, case_pk, pk, "decided_by")
    shown = {"case": move.case, "move": read_move(move), "seen": read_check(check_after(move))}
    return render(request, "cases/threshold.html", shown | {"may_record": may(request.user, Permission.CASE_RECORD)})

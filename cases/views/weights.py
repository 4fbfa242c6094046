"""What work weighs here: everybody reads every number and why; whoever keeps the settings sets another."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from camden.office.people_forms import AgreeForm
from camden.operations.versions import Overtaken
from cases.forms.asking import refuse
from cases.forms.weights import WeightForm
from cases.measures.weighing import local_weights
from cases.models import LocalWeight
from cases.operations.weights import NotSet, check_weight, set_weight, take_back_weight, version_of
from cases.readings import weights as reading


@needs(Permission.STAFF_READ)
def list_(request: Any) -> HttpResponse:
    """Every number of the weighting."""
    return render(request, "cases/weights.html", {"groups": reading.weights_page(timezone.localdate())})


@needs(Permission.STAFF_READ)
def detail(request: Any, code: str) -> HttpResponse:
    """One number, why it is so, and what it was."""
    shown = {"weight": _card(code), "may_keep": may(request.user, Permission.RULES_KEEP)}
    return render(request, "cases/weight.html", shown)


@needs(Permission.RULES_KEEP)
@keeps_words("what work weighs")
def edit(request: Any, code: str) -> HttpResponse:
    """Set another number from a day on. What it would do to caseloads is shown before it is saved."""
    card, on = _card(code), timezone.localdate()
    form = WeightForm(request.POST or None, row=local_weights().on(on)[code], version=version_of(code), on=on)
    if form.is_valid() and _set(request, form, code, timezone.now()):
        messages.success(request, f"{card.words}: saved.")
        return redirect("cases:weight", code)
    return render(request, "cases/weight_edit.html", {"weight": card, "form": form})


@needs(Permission.RULES_KEEP)
def withdrawal(request: Any, code: str, pk: int) -> HttpResponse:
    """Take back a number that has not begun to hold."""
    card, on = _card(code), timezone.localdate()
    row = LocalWeight.objects.filter(code=code, pk=pk, taken_back_at=None, begins_on__gt=on).first()
    if row is None:
        raise Http404
    form = AgreeForm(request.POST if request.method == "POST" else None, save="Take it back")
    if form.is_valid():
        try:
            take_back_weight(weight=row, by=request.user, on=on, at=timezone.now())
        except NotSet as why:
            form.add_error(None, str(why))
        else:
            messages.success(request, "Taken back: it never held.")
            return redirect("cases:weight", code)
    planned = next(each for each in card.history if each.pk == row.pk)
    return render(request, "cases/weight_withdrawal.html", {"weight": card, "planned": planned, "form": form})


def _card(code: str) -> reading.WeightCard:
    try:
        return reading.weight_card(code, timezone.localdate())
    except KeyError as unknown:
        raise Http404 from unknown


def _set(request: Any, form: WeightForm, code: str, at: datetime) -> bool:
    """Save, if what follows was seen; else show it. What cannot hold is said before anybody is shown what it does."""
    said, on = form.cleaned_data, timezone.localdate()
    facts = {
        "code": code,
        "amount": form.stored,
        "limit": form.stored_limit,
        "begins_on": said["begins_on"],
        "why": said["why"],
    }
    try:
        if not form.is_seen:
            check_weight(**facts, on=on)
            form.tell(reading.effects(**facts, user=request.user, on=on))
            return False
        set_weight(**facts, version=form.version, by=request.user, on=on, at=at)
    except NotSet as why:
        refuse(form, why)
    except Overtaken as why:
        form.overtaken(why, who=why.theirs.set_by.name)
        form.version_now = version_of(code)
    else:
        return True
    form.look_again()
    return False

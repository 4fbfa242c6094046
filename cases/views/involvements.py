"""Who works with a child beside the lead worker. None of it is a change of worker."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from cases.forms.involvements import COVER, EndingForm, InvolvementForm
from cases.lookup import get_child, get_involvement, still_sees
from cases.models.involvement import Involvement
from cases.operations.allocation import NotAllocated, end_involvement, involve
from cases.readings import header
from cases.readings.workers import may_work_beside


@needs(Permission.CASE_ALLOCATE)
@keeps_words("who else works with a child")
def new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Somebody else begins to work with a child, or covers for the lead: the lead and their count stay."""
    child = get_child(request, case_pk, pk)
    on = timezone.localdate()
    form = InvolvementForm(request.POST or None, people=may_work_beside(request.user), on=on)
    if form.is_valid():
        said = form.cleaned_data
        is_cover = said["role"] == COVER
        role = Involvement.Role.LEAD if is_cover else Involvement.Role(said["role"])
        who, began = said["who"], said["started_on"]
        try:
            involve(child=child, worker=who.user, team=who.team, role=role, on=began, is_cover=is_cover)
        except NotAllocated as why:
            form.add_error("who", str(why))
        else:
            messages.success(request, f"{who.user.name} now works with {child.first_name} too.")
            return redirect(child)
    card = header.child_header(child, on)
    return render(request, "cases/involvement_new.html", {"case": child.case, "child": card, "form": form})


@needs(Permission.CASE_ALLOCATE)
@keeps_words("the end of somebody’s work")
def ending(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Somebody who is not the lead stops working with a child."""
    involvement = get_involvement(request, case_pk, pk)
    child, on = involvement.child, timezone.localdate()
    form = EndingForm(request.POST or None, started_on=involvement.started_on, on=on)
    if form.is_valid():
        try:
            end_involvement(involvement=involvement, on=form.cleaned_data["ended_on"])
        except NotAllocated as why:
            form.add_error(None, str(why))
        else:
            messages.success(request, f"{involvement.worker.name} no longer works with {child.first_name}.")
            return redirect(child if still_sees(request, case_pk) else "cases:list")
    shown = {
        "case": involvement.case,
        "child": child,
        "worker": header.worker_line(involvement, involvement.worker.name),
        "form": form,
    }
    return render(request, "cases/involvement_ending.html", shown)

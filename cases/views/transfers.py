"""Passing a record on to another team."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.transfers import TransferForm
from cases.lookup import get_case, living_children, still_sees
from cases.operations.decisions import NotDecided
from cases.operations.transfers import NotTransferred, transfer
from cases.readings.decisions import hearing_for, led_before
from cases.readings.record_lists import teams_to_pass_on_to


@needs(Permission.CASE_ALLOCATE)
@keeps_words("a transfer")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Put a record that nobody leads in yet on another team's list."""
    case = get_case(request, case_pk)
    on = timezone.localdate()
    hearing = hearing_for(case, living_children(case), on) if led_before(case) else None
    form = TransferForm(request.POST or None, teams=teams_to_pass_on_to(case), on=on, hearing=hearing)
    if form.is_valid():
        said = form.cleaned_data
        try:
            transfer(case=case, to=said["to"], by=request.user, on=on, why=said["why"], decided=form.decided())
        except NotTransferred as why:
            form.add_error(None, str(why))
        except NotDecided as why:
            refuse(form, why)
        else:
            messages.success(request, f"Passed on to {said['to'].name}. Its managers hear of it.")
            return redirect(case if still_sees(request, case_pk) else "cases:front-door")
    return render(request, "cases/transfer.html", {"case": case, "form": form})

"""What keeps people safe. Said by those who see the record, and read by the coordinator whatever anybody agreed to."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from cases.lookup import get_case
from conferences.forms.safety import SafetyEndingForm, SafetyForm
from conferences.lookup import get_conference, get_safety_fact
from conferences.operations.safety import EndedAlready, add_safety_fact, end_safety_fact


@needs(Permission.CASE_RECORD)
@keeps_words("what keeps people safe")
def new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Say something that keeps people safe. The coordinator is told at once."""
    case = get_case(request, case_pk)
    conference = get_conference(request, case_pk, pk)
    on = timezone.localdate()
    form = SafetyForm(request.POST or None, on=on)
    if form.is_valid():
        add_safety_fact(conference=conference, by=request.user, on=on, **form.cleaned_data)
        messages.success(request, "It stands on the conference’s page, and the coordinator is told.")
        return redirect(conference)
    return render(request, "conferences/safety_new.html", {"case": case, "conference": conference, "form": form})


@needs(Permission.CASE_RECORD)
@keeps_words("the end of what keeps people safe")
def ending(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Say that it is over. It stays to be read."""
    case = get_case(request, case_pk)
    fact = get_safety_fact(request, case_pk, pk)
    on = timezone.localdate()
    form = SafetyEndingForm(request.POST or None, on=on)
    if form.is_valid():
        try:
            end_safety_fact(fact=fact, by=request.user, ended_on=form.cleaned_data["ended_on"], on=on)
        except EndedAlready:
            messages.info(request, "Somebody else has said already that this is over.")
        else:
            messages.success(request, "It is over. The coordinator is told, and it stays to be read.")
        return redirect(fact.conference)
    return render(request, "conferences/safety_ending.html", {"case": case, "fact": fact, "form": form})

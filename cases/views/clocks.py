"""Where things stand, and limits that could not be kept."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.clocks import AgreementForm, ClockExceptionForm
from cases.lookup import get_case, get_clock
from cases.operations.exceptions import (
    NothingToAgree,
    NotLate,
    OwnException,
    SaidAlready,
    agree_exception,
    record_exception,
)
from cases.readings.journey import late_work, where_things_stand

OVER = "This is not late any more: somebody did it, or the facts were corrected."


@needs(Permission.CASE_READ)
def journey(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Where each child stands, what is due and why, what is open, and the ways to the next step."""
    case = get_case(request, case_pk)
    stands = where_things_stand(case, request.user, timezone.localdate())
    may_explain, may_agree = (may(request.user, each) for each in (Permission.CASE_RECORD, Permission.CASE_AUTHORISE))
    context = {"case": case, "stands": stands, "may_explain": may_explain, "may_agree": may_agree}
    return render(request, "cases/journey.html", context)


@needs(Permission.CASE_RECORD)
@keeps_words("why something is late")
def exception_new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Say why a limit could not be kept, once for all children the piece of work is late for."""
    clock = get_clock(request, case_pk, pk)
    on = timezone.localdate()
    form = ClockExceptionForm(request.POST or None)
    if form.is_valid():
        try:
            record_exception(clock=clock, by=request.user, on=on, reason=form.cleaned_data["reason"])
        except NotLate:
            form.add_error(None, OVER)
        except SaidAlready:
            form.add_error(None, "Somebody wrote down a reason before you. You can read it under Where things stand.")
        else:
            messages.success(request, "Reason saved. A manager is asked to agree to it.")
            return redirect("cases:journey", case_pk)
    context = {"case": clock.case, "late": late_work(clock, on), "form": form}
    return render(request, "cases/clock_exception_new.html", context)


@needs(Permission.CASE_AUTHORISE)
def exception_agreement(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Agree to the reason somebody else wrote down."""
    clock = get_clock(request, case_pk, pk)
    on = timezone.localdate()
    form = AgreementForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            agree_exception(clock=clock, by=request.user, on=on)
        except OwnException:
            form.add_error(None, "You wrote this reason down yourself. Ask another manager to agree to it.")
        except NothingToAgree:
            form.add_error(None, "There is no reason that waits for an agreement any more.")
        else:
            messages.success(request, "Agreed. It stays due until it is done.")
            return redirect("cases:journey", case_pk)
    context = {"case": clock.case, "late": late_work(clock, on), "form": form}
    return render(request, "cases/clock_exception_agreement.html", context)

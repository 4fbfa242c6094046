"""Putting a reminder off."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from camden.operations.rulebook import calendar as working_days
from camden.rules.names import day_in_words
from cases import reminders
from cases.forms.snoozes import SnoozeForm
from cases.lookup import get_case
from cases.operations.snoozes import NotPutOff, put_off


@needs(Permission.CASE_RECORD)
@keeps_words("why a reminder can wait")
def snooze(request: HttpRequest, case_pk: int, work: str) -> HttpResponse:
    """One piece of work that one's own clocks wait for: until when it can wait, and why."""
    case, on, calendar = get_case(request, case_pk), timezone.localdate(), working_days()
    line = reminders.one_of(request.user, on, case_pk, work)
    if line is None:
        raise Http404
    form = SnoozeForm(request.POST or None, on=on, calendar=calendar)
    if form.is_valid():
        try:
            put_off(case=case, work=work, by=request.user, on=on, calendar=calendar, **form.cleaned_data)
        except NotPutOff as refused:
            form.add_error(refused.about, str(refused))
        else:
            messages.success(request, f"{line.text}: put off until {day_in_words(form.cleaned_data['until_on'])}.")
            return redirect("home")
    return render(request, "cases/snooze.html", {"case": case, "line": line, "form": form})

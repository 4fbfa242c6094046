"""The register of consent: read it, record one, record that one was taken back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.consents import ConsentForm, WithdrawalForm
from cases.lookup import get_beneath, get_case
from cases.models import Consent
from cases.operations.consents import NotConsented, consent, withdraw_consent
from cases.readings.consents import read_consent, register
from cases.readings.marks import members_of


@needs(Permission.CASE_READ)
def list_(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Who agreed to what, how and until when; what is over or was taken back stays to be read."""
    case = get_case(request, case_pk)
    lines = register(case, timezone.localdate())
    may_record = may(request.user, Permission.CASE_RECORD)
    return render(request, "cases/consents.html", {"case": case, "lines": lines, "may_record": may_record})


@needs(Permission.CASE_RECORD)
@keeps_words("a consent")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Record that somebody agreed to something."""
    case = get_case(request, case_pk)
    on, people = timezone.localdate(), members_of(case)
    form = ConsentForm(request.POST or None, people=people, on=on)
    if form.is_valid():
        try:
            consent(case=case, by=request.user, on=on, **form.cleaned_data)
        except NotConsented as why:
            refuse(form, why)
        else:
            messages.success(request, f"Recorded: {form.cleaned_data['member'].first_name} agreed.")
            return redirect("cases:consents", case.pk)
    return render(request, "cases/consent_new.html", {"case": case, "form": form, "has_people": bool(people)})


@needs(Permission.CASE_RECORD)
@keeps_words("a consent that was taken back")
def withdrawal(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Somebody took back what they had agreed to."""
    given = get_beneath(request, Consent, case_pk, pk, "member", "recorded_by", "withdrawn_to")
    on = timezone.localdate()
    form = WithdrawalForm(request.POST or None, on=on)
    if form.is_valid():
        said = form.cleaned_data
        try:
            withdraw_consent(
                consent=given, withdrawn_on=said["withdrawn_on"], words=said["words"], by=request.user, on=on
            )
        except NotConsented as why:
            refuse(form, why)
        else:
            messages.success(request, f"Recorded: {given.member.first_name} took it back.")
            return redirect("cases:consents", case_pk)
    context = {"case": given.case, "line": read_consent(given, on), "form": form}
    return render(request, "cases/consent_withdrawal.html", context)

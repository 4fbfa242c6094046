"""Enquiries under section 47: read one, conclude it, authorise it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.enquiries import AGREED, AuthorisationForm, ConclusionForm
from cases.lookup import get_beneath
from cases.models import Enquiry
from cases.operations.enquiries import AlreadyMoved, authorise_enquiry, conclude_enquiry, give_enquiry_back
from cases.operations.refusing import Refusal
from cases.readings.protection import read_enquiry
from cases.rules.enquiries import LEADS_TO_A_CONFERENCE, Stage, parts_of_findings


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """One child's enquiry: what it found, who said so, who authorised it."""
    enquiry = _get(request, case_pk, pk)
    reading = read_enquiry(enquiry)
    context = {
        "case": enquiry.case,
        "enquiry": reading,
        "may_conclude": reading.stage is Stage.OPEN and may(request.user, Permission.CASE_RECORD),
        "may_authorise": _may_authorise(request, enquiry, reading.stage),
        "may_record": may(request.user, Permission.CASE_RECORD),
    }
    return render(request, "cases/enquiry.html", context)


@needs(Permission.CASE_RECORD)
@keeps_words("the conclusion of an enquiry")
def conclusion(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """What the enquiry found. If somebody else was first, what they said is shown and nothing is changed."""
    enquiry = _get(request, case_pk, pk)
    found, why = parts_of_findings(enquiry.findings)
    form = ConclusionForm(
        request.POST or None,
        on=timezone.localdate(),
        version=enquiry.version,
        initial={"findings": found, "why_no_conference": why},
    )
    if form.is_valid():
        said = form.cleaned_data
        try:
            conclude_enquiry(
                enquiry=enquiry,
                version=form.version,
                by=request.user,
                on=said["concluded_on"],
                outcome=said["outcome"],
                findings=said["findings"],
                why_no_conference=said["why_no_conference"],
            )
        except Refusal as refusal:
            enquiry = _refused(request, form, refusal, case_pk, pk)
        else:
            messages.success(request, "Conclusion saved. A manager authorises it.")
            return redirect(enquiry)
    return _page(request, "cases/enquiry_conclusion.html", enquiry, form)


@needs(Permission.CASE_AUTHORISE)
@keeps_words("the decision about an enquiry")
def authorisation(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A manager who did not conclude it agrees, or says what is still needed."""
    enquiry = _get(request, case_pk, pk)
    on = timezone.localdate()
    needs_reason = enquiry.outcome != LEADS_TO_A_CONFERENCE
    form = AuthorisationForm(
        request.POST or None,
        needs_reason=needs_reason,
        version=enquiry.version,
        initial={"why_not_required": parts_of_findings(enquiry.findings)[1]},
    )
    if form.is_valid():
        said = form.cleaned_data
        step = {"enquiry": enquiry, "version": form.version, "by": request.user, "on": on}
        try:
            if said["decision"] == AGREED:
                authorise_enquiry(**step, why_not_required=said.get("why_not_required", ""))
            else:
                give_enquiry_back(**step, why=said["why"])
        except Refusal as refusal:
            enquiry = _refused(request, form, refusal, case_pk, pk)
        else:
            agreed = said["decision"] == AGREED
            messages.success(request, "Enquiry authorised." if agreed else "The worker can go on with the enquiry.")
            return redirect(enquiry)
    return _page(request, "cases/enquiry_authorisation.html", enquiry, form)


def _get(request: HttpRequest, case_pk: int, pk: int) -> Enquiry:
    return get_beneath(request, Enquiry, case_pk, pk, "child", "concluded_by", "ended_by", "not_required_by")


def _refused(
    request: HttpRequest, form: ConclusionForm | AuthorisationForm, why: Refusal, case: int, pk: int
) -> Enquiry:
    """Say why beside the answer; the words typed stay, and the page shows the enquiry as it is now."""
    refuse(form, why)
    enquiry = _get(request, case, pk)
    if isinstance(why, AlreadyMoved):
        form.version_now = enquiry.version
    return enquiry


def _may_authorise(request: HttpRequest, enquiry: Enquiry, stage: Stage) -> bool:
    waits = stage is Stage.CONCLUDED and enquiry.concluded_by_id != request.user.pk
    return waits and may(request.user, Permission.CASE_AUTHORISE)


def _page(
    request: HttpRequest, template: str, enquiry: Enquiry, form: ConclusionForm | AuthorisationForm
) -> HttpResponse:
    reading = read_enquiry(enquiry)
    context = {"case": enquiry.case, "enquiry": reading, "form": form, "stage": reading.stage.name.lower()}
    context["is_own"] = enquiry.concluded_by_id == request.user.pk
    return render(request, template, context)

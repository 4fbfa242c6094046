"""Assessments: begin one, see where it stands, and take each of its steps.

A step somebody else has taken meanwhile, or that is not one's own to take, is said on the step's page, and what was
typed is shown there.
"""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.assessments import (
    AUTHORISE,
    AssessmentForm,
    AuthorisationForm,
    CheckpointForm,
    SharingForm,
    StopForm,
    SubmissionForm,
)
from cases.lookup import children_among, children_of, get_beneath, get_case
from cases.models import Assessment
from cases.operations.assessments import (
    NotAssessed,
    authorise_assessment,
    check_assessment,
    give_back,
    share_assessment,
    start_assessment,
    stop_assessment,
    submit_assessment,
)
from cases.operations.decisions import NotDecided
from cases.readings.assessments import parents_of, read_assessment, referrals_now, what_was_done
from cases.readings.decisions import hearing_for
from cases.readings.familys_answer import familys_answer
from cases.rules.answers import Answer, read_answer
from cases.rules.assessing import Step


@needs(Permission.CASE_RECORD)
@keeps_words("the beginning of an assessment")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Begin one assessment for the children it is about."""
    case, on = get_case(request, case_pk), timezone.localdate()
    children = children_of(case)
    form = AssessmentForm(request.POST or None, children=children, referrals=referrals_now(case), on=on)
    if form.is_valid():
        try:
            begun = start_assessment(case=case, by=request.user, **form.cleaned_data)
        except NotAssessed as why:
            refuse(form, why)
        else:
            messages.success(request, "The assessment has begun.")
            return redirect(begun)
    return render(request, "cases/assessment_new.html", {"case": case, "form": form, "children": children})


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Where an assessment stands, its steps, what the family said, what was decided."""
    assessment = _get(request, case_pk, pk)
    shown = {
        "case": assessment.case,
        "assessment": read_assessment(assessment, request.user, timezone.localdate()),
        "history": what_was_done(assessment),
        "family": familys_answer(assessment),
        "may_record": may(request.user, Permission.CASE_RECORD),
        "may_authorise": may(request.user, Permission.CASE_AUTHORISE),
    }
    return render(request, "cases/assessment.html", shown)


@needs(Permission.CASE_AUTHORISE)
@keeps_words("a checkpoint of an assessment")
def checkpoint(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A manager asks whether it needs all of its days."""
    assessment, on = _get(request, case_pk, pk), timezone.localdate()
    form = CheckpointForm(request.POST or None)
    if form.is_valid():
        try:
            check_assessment(assessment=assessment, by=request.user, on=on, words=form.words())
        except NotAssessed as why:
            refuse(form, why)
        else:
            messages.success(request, "Saved: the worker reads it on the assessment’s page.")
            return redirect(assessment)
    return _step(request, assessment, form, Step.CHECK, "cases/assessment_checkpoint.html")


@needs(Permission.CASE_RECORD)
@keeps_words("what a family said about an assessment")
def sharing(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The family has read or heard it, and answered. What is written here is shared person by person instead."""
    assessment, on = _get(request, case_pk, pk), timezone.localdate()
    writing = getattr(assessment, "writing", None)
    if writing and request.method != "POST":  # what was typed into a page that was open before is kept
        return redirect("cases:sharing-new", case_pk, writing.pk)
    was = read_answer(assessment.familys_answer) if assessment.shared_on else Answer("")
    form = SharingForm(request.POST or None, parents=parents_of(assessment.case), was=was, on=on)
    if form.is_valid():
        day = form.cleaned_data["shared_on"]
        try:
            share_assessment(assessment=assessment, by=request.user, on=day, answer=form.answer())
        except NotAssessed as why:
            refuse(form, why)
        else:
            messages.success(request, "Saved. When it is ready, submit it to a manager.")
            return redirect(assessment)
    return _step(request, assessment, form, Step.SHARE, "cases/assessment_sharing.html")


@needs(Permission.CASE_RECORD)
@keeps_words("an assessment to submit")
def submission(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """It is ready for a manager."""
    assessment, on = _get(request, case_pk, pk), timezone.localdate()
    was_shared, why_not = assessment.shared_on is not None, assessment.familys_answer
    family = familys_answer(assessment)
    is_said = was_shared or bool(family and family.lines)
    form = SubmissionForm(request.POST or None, was_shared=is_said, why="" if is_said else why_not)
    if form.is_valid():
        try:
            submit_assessment(assessment=assessment, by=request.user, on=on, **form.cleaned_data)
        except NotAssessed as why:
            refuse(form, why)
        else:
            messages.success(request, "Submitted. A manager who did not write it decides.")
            return redirect(assessment)
    return _step(request, assessment, form, Step.SUBMIT, "cases/assessment_submission.html", family)


@needs(Permission.CASE_AUTHORISE)
@keeps_words("a decision about an assessment")
def authorisation(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A manager who did not write it authorises it, or gives it back."""
    assessment, on = _get(request, case_pk, pk), timezone.localdate()
    children = children_among(assessment.parts.all())
    hearing = hearing_for(assessment.case, children, on)
    form = AuthorisationForm(request.POST or None, children=children, on=on, hearing=hearing)
    if form.is_valid():
        said, is_good = form.cleaned_data["decision"], form.cleaned_data["became"] == AUTHORISE
        facts = {"assessment": assessment, "by": request.user, "on": on}
        try:
            if is_good:
                authorise_assessment(**facts, decision=said, findings=form.findings(), decided=form.decided())
            else:
                give_back(**facts, why=said)
        except (NotAssessed, NotDecided) as why:
            refuse(form, why)
        else:
            messages.success(request, "Authorised." if is_good else "Given back: its writer reads what is missing.")
            return redirect(assessment)
    family = familys_answer(assessment)
    return _step(request, assessment, form, Step.AUTHORISE, "cases/assessment_authorisation.html", family)


@needs(Permission.CASE_AUTHORISE)
@keeps_words("the end of an assessment")
def ending(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """It ends without being authorised."""
    assessment, on = _get(request, case_pk, pk), timezone.localdate()
    form = StopForm(request.POST or None, started_on=assessment.started_on, on=on)
    if form.is_valid():
        said = form.cleaned_data
        try:
            stop_assessment(assessment=assessment, by=request.user, on=said["stopped_on"], why=said["why"])
        except NotAssessed as why:
            refuse(form, why)
        else:
            messages.success(request, "The assessment has ended.")
            return redirect(assessment)
    return _step(request, assessment, form, Step.STOP, "cases/assessment_ending.html")


def _get(request: HttpRequest, case_pk: int, pk: int) -> Assessment:
    return get_beneath(
        request, Assessment, case_pk, pk, "worker", "checked_by", "submitted_by", "authorised_by", "writing"
    )


def _step(
    request: HttpRequest, assessment: Assessment, form: Any, step: Step, template: str, family: Any = None
) -> HttpResponse:
    """The page of a step, as the assessment is now: another may have been here since it was fetched."""
    now = _get(request, assessment.case_id, assessment.pk) if form.is_bound else assessment
    reading = read_assessment(now, request.user, timezone.localdate())
    shown = {"case": assessment.case, "assessment": reading, "form": form, "why_not": reading.why_not[step.value]}
    shown["family"] = family
    return render(request, template, shown)

"""What a chair or reviewing officer disputes: raise it, answer it, take it further, settle it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from camden.operations.rulebook import calendar
from cases.forms.asking import refuse
from cases.forms.disputes import AnswerForm, DisputeForm, FurtherForm, SettleForm
from cases.lookup import children_of, get_beneath, get_case, of_case
from cases.models import Dispute, ProtectionConference
from cases.operations.disputes import NotDisputed, answer_dispute, raise_dispute, settle_dispute, take_further
from cases.readings.disputes import disputes_of, is_with, read_dispute, section_of
from cases.rules.disputing import DAYS_TO_ANSWER

_RELATED = ("child", "conference", "raised_by", "answered_by")


@needs(Permission.CASE_READ)
def list_(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Everything that was raised about a family, open first."""
    case = get_case(request, case_pk)
    section = section_of(case, disputes_of(case), timezone.localdate())
    return render(request, "cases/disputes.html", {"case": case, "section": section} | _may(request))


@needs(Permission.PROTECTION_CHAIR)
@keeps_words("what is raised")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Raise something with the family's worker, or higher at once. `?conference=` says where it came up."""
    case, on = get_case(request, case_pk), timezone.localdate()
    asked = request.GET.get("conference", "")
    keys = [int(asked)] if asked.isascii() and asked.isdigit() and len(asked) < 10 else []
    conference = of_case(ProtectionConference, case, keys).get(keys[0] if keys else 0)
    children = children_of(case)
    form = DisputeForm(
        request.POST or None, children=children, on=on,
        initial={"answer_by_on": calendar().add(on, DAYS_TO_ANSWER), "stage": "worker"},
    )  # fmt: skip
    if form.is_valid():
        try:
            made = raise_dispute(case=case, by=request.user, on=on, conference=conference, **form.cleaned_data)
        except NotDisputed as why:
            refuse(form, why)
        else:
            messages.success(request, "Raised. It is on My day of whoever answers it.")
            return redirect(made)
    return render(request, "cases/dispute_new.html", {"case": case, "form": form})


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """What was raised, what is wanted, each step with its day, and what this person may do next."""
    dispute, on = get_beneath(request, Dispute, case_pk, pk, *_RELATED), timezone.localdate()
    reading = read_dispute(dispute, on)
    is_own = dispute.raised_by_id == request.user.pk and reading.state != "settled"
    may_answer = (
        reading.state == "open" and may(request.user, Permission.CASE_RECORD) and is_with(dispute, request.user)
    )
    context = {"case": dispute.case, "dispute": reading, "is_own": is_own, "may_answer": may_answer}
    return render(request, "cases/dispute.html", context)


@needs(Permission.CASE_RECORD)
@keeps_words("an answer to what was raised")
def answer(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Whoever it is with answers; what was decided, and by when it is done."""
    dispute, on = get_beneath(request, Dispute, case_pk, pk, *_RELATED), timezone.localdate()
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        try:
            answer_dispute(dispute=dispute, answer=form.cleaned_data["answer"], by=request.user, on=on)
        except NotDisputed as why:
            refuse(form, why)
        else:
            messages.success(
                request, f"Answered. {dispute.raised_by.name} reads it and settles it or takes it further."
            )
            return redirect(dispute)
    return _step(request, dispute, form, "Answer it")


@needs(Permission.PROTECTION_CHAIR)
@keeps_words("how far something raised goes")
def further(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Whoever raised it takes it one step up."""
    dispute, on = get_beneath(request, Dispute, case_pk, pk, *_RELATED), timezone.localdate()
    form = FurtherForm(request.POST or None, on=on, initial={"answer_by_on": calendar().add(on, DAYS_TO_ANSWER)})
    if form.is_valid():
        try:
            take_further(dispute=dispute, by=request.user, on=on, **form.cleaned_data)
        except NotDisputed as why:
            refuse(form, why)
        else:
            messages.success(request, "Taken further. It is on My day of whoever answers it now.")
            return redirect(dispute)
    return _step(request, dispute, form, "Take it further")


@needs(Permission.PROTECTION_CHAIR)
@keeps_words("how something raised was settled")
def settling(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Whoever raised it says how it was settled."""
    dispute, on = get_beneath(request, Dispute, case_pk, pk, *_RELATED), timezone.localdate()
    form = SettleForm(request.POST or None)
    if form.is_valid():
        try:
            settle_dispute(dispute=dispute, how=form.cleaned_data["how"], by=request.user, on=on)
        except NotDisputed as why:
            refuse(form, why)
        else:
            messages.success(request, "Settled.")
            return redirect(dispute)
    return _step(request, dispute, form, "It is settled")


def _step(request: HttpRequest, dispute: Dispute, form: object, title: str) -> HttpResponse:
    reading = read_dispute(dispute, timezone.localdate())
    context = {"case": dispute.case, "dispute": reading, "form": form, "title": title}
    return render(request, "cases/dispute_step.html", context)


def _may(request: HttpRequest) -> dict[str, bool]:
    return {"may_raise": may(request.user, Permission.PROTECTION_CHAIR)}

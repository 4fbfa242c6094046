"""What makes work with a child harder: proposed by a worker, answered by a manager, over when it is no longer so."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from camden.office.people_forms import AgreeForm
from cases.forms.asking import refuse
from cases.forms.complexity import ComplexityAnswerForm, ComplexityForm
from cases.lookup import get_beneath, get_child
from cases.models import ComplexityFactor
from cases.operations.complexity import (
    NotAnswered,
    NotProposed,
    answer_complexity,
    propose_complexity,
    withdraw_complexity,
)
from cases.readings.complexity import FactorLine, complexity_of


@needs(Permission.CASE_READ)
def list_(request: Any, case_pk: int, pk: int) -> HttpResponse:
    """What makes work with this child harder, now and before."""
    child = get_child(request, case_pk, pk)
    page = complexity_of(child, request.user, timezone.localdate())
    shown = {"case": child.case, "child": child, "page": page, "may_record": may(request.user, Permission.CASE_RECORD)}
    return render(request, "cases/complexity.html", shown)


@needs(Permission.CASE_RECORD)
@keeps_words("what makes work harder")
def new(request: Any, case_pk: int, pk: int) -> HttpResponse:
    """Propose something that makes it harder. `?kind=` is chosen already: what ends soon and is still so."""
    child = get_child(request, case_pk, pk)
    form = ComplexityForm(request.POST or None, initial={"kind": request.GET.get("kind", "")})
    if form.is_valid():
        try:
            propose_complexity(child=child, by=request.user, on=timezone.localdate(), **form.cleaned_data)
        except NotProposed as why:
            refuse(form, why)
        else:
            messages.success(request, "Proposed. It counts once a manager confirms it.")
            return redirect("cases:complexity", case_pk, pk)
    return render(request, "cases/complexity_new.html", {"case": child.case, "child": child, "form": form})


@needs(Permission.CASE_ALLOCATE)
@keeps_words("an answer about what makes work harder")
def answer(request: Any, case_pk: int, pk: int) -> HttpResponse:
    """A manager of the family's team confirms what was proposed, or says why not."""
    factor = get_beneath(request, ComplexityFactor, case_pk, pk, "child", "proposed_by", "answered_by")
    factor.child.case = factor.case
    on = timezone.localdate()
    line = _line(request, factor)
    form = ComplexityAnswerForm(request.POST or None) if line.may_answer else None
    if form and form.is_valid():
        said = form.cleaned_data
        try:
            answer_complexity(factor=factor, by=request.user, on=on, **said)
        except NotAnswered as why:
            refuse(form, why)
        else:
            messages.success(request, f"{factor.proposed_by.name} is told.")
            return redirect("cases:complexity", case_pk, factor.child_id)
    shown = {"case": factor.case, "child": factor.child, "line": line, "form": form}
    return render(request, "cases/complexity_answer.html", shown)


@needs(Permission.CASE_RECORD)
def withdrawal(request: Any, case_pk: int, pk: int) -> HttpResponse:
    """It is no longer so, or was never meant."""
    factor = get_beneath(request, ComplexityFactor, case_pk, pk, "child", "proposed_by", "answered_by")
    factor.child.case = factor.case
    line = _line(request, factor)
    form = AgreeForm(request.POST if request.method == "POST" else None, save="It is no longer so")
    if form.is_valid():
        withdraw_complexity(factor=factor, by=request.user, on=timezone.localdate())
        messages.success(request, "Written down. From today on it adds nothing.")
        return redirect("cases:complexity", case_pk, factor.child_id)
    shown = {"case": factor.case, "child": factor.child, "line": line, "form": form if line.may_withdraw else None}
    return render(request, "cases/complexity_withdrawal.html", shown)


def _line(request: Any, factor: ComplexityFactor) -> FactorLine:
    page = complexity_of(factor.child, request.user, timezone.localdate())
    found = next((line for line in (*page.now, *page.over) if line.pk == factor.pk), None)
    if found is None:
        raise Http404
    return found

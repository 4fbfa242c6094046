"""Endings: a worker prepares one, a manager agrees or gives it back."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.closures import AGREED, ClosureDecisionForm, ClosureForm, RecordEndingForm
from cases.lookup import children_among, get_beneath, get_case, still_sees
from cases.models import Case, Closure
from cases.operations.allocation import NotAllocated
from cases.operations.closing import ClosingDecidedBefore, NotClosed, ask_for_closing, decide_closing
from cases.operations.decisions import NotDecided
from cases.operations.record_days import RecordNotClosed, end_record
from cases.readings.closing import ClosureReading, may_close, read_closing, still_open, what_runs
from cases.readings.decisions import hearing_for
from cases.rules.codesets import CLOSURE_REASON
from cases.rules.visits import in_a_row

_PEOPLE = ("asked_by", "decided_by")


@needs(Permission.CASE_RECORD)
@keeps_words("a closing")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Prepare the ending of work with some of a family's children. What is still open is shown first.

    `?reason=` is chosen already: what leads here knows it. Where nobody is in need, the record itself may close.
    """
    case = get_case(request, case_pk)
    on = timezone.localdate()
    if not (children := may_close(case)):
        return _of_record(request, case, on)
    form = ClosureForm(request.POST or None, children=children, on=on, initial={"reason": request.GET.get("reason")})
    if form.is_valid():
        try:
            closure = ask_for_closing(case=case, by=request.user, on=on, children=form.chosen(), said=form.said())
        except NotClosed as why:
            form.add_error(why.about if why.about in form.fields else None, str(why))
        else:
            messages.success(request, "A manager is asked to agree.")
            return redirect(closure)
    context = {"case": case, "form": form, "children": children, "still_open": still_open(case, children)}
    return render(request, "cases/closure_new.html", context)


def _of_record(request: HttpRequest, case: Case, on: date) -> HttpResponse:
    """Nobody is in need: what still runs, or the closing of the record."""
    runs = [] if case.closed_on else what_runs(case)
    may_end = not case.closed_on and not runs
    form = RecordEndingForm((request.POST or None) if may_end else None, on=on)
    if may_end and form.is_valid():
        try:
            end_record(case=case, on=form.cleaned_data["closed_on"], words=form.cleaned_data["words"],
                       by=request.user, today=on)  # fmt: skip
        except (RecordNotClosed, NotAllocated) as why:
            refuse(form, why)
        else:
            messages.success(request, "The record is closed. It opens again when they come back.")
            return redirect(case if still_sees(request, case.pk) else "cases:list")
    context = {"case": case, "form": form, "children": [], "still_open": runs, "may_end": may_end}
    return render(request, "cases/closure_new.html", context)


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """One closing: what was prepared, and the manager's answer."""
    closure = get_beneath(request, Closure, case_pk, pk, *_PEOPLE)
    may_decide = may(request.user, Permission.CASE_AUTHORISE) and closure.asked_by_id != request.user.pk
    context = {"case": closure.case, "closure": read_closing(closure), "may_decide": may_decide}
    return render(request, "cases/closure.html", context)


@needs(Permission.CASE_AUTHORISE)
@keeps_words("an answer to a closing")
def decision(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Agree or give back. If somebody else was first, what they decided is shown and nothing is changed."""
    closure = get_beneath(request, Closure, case_pk, pk, *_PEOPLE)
    on = timezone.localdate()
    reading = read_closing(closure)
    form = _answer_form(request, closure, reading, on)
    if form.is_valid():
        said = form.cleaned_data
        is_agreed = said["became"] == AGREED
        facts = {"is_agreed": is_agreed, "answer": said["answer"], "decided": form.decided() if is_agreed else None}
        try:
            decide_closing(closure=closure, by=request.user, on=on, **facts)
        except (NotClosed, NotDecided) as why:
            refuse(form, why)
        except ClosingDecidedBefore:
            closure = get_beneath(request, Closure, case_pk, pk, *_PEOPLE)  # as the other one left it
            reading = read_closing(closure)
        else:
            messages.success(request, _answered(reading, is_agreed=is_agreed))
            return redirect(closure if still_sees(request, case_pk) else "cases:list")
    context = {
        "case": closure.case,
        "closure": reading,
        "form": form,
        "is_own": closure.asked_by_id == request.user.pk,
    }
    return render(request, "cases/closure_decision.html", context)


def _answered(closure: ClosureReading, *, is_agreed: bool) -> str:
    if not is_agreed:
        return "Given back."
    return f"Agreed: statutory work has ended. {closure.goes_on}." if closure.goes_on else "Agreed: the work has ended."


def _answer_form(request: HttpRequest, closure: Closure, reading: ClosureReading, on: date) -> ClosureDecisionForm:
    children = children_among(closure.parts)
    names = in_a_row([child.first_name for child in children])
    why = " ".join(filter(None, (f"{CLOSURE_REASON[closure.reason]}.", closure.summary)))
    hearing = hearing_for(closure.case, children, on)
    said = {"names": names, "why": why, "goes_on": reading.goes_on}
    return ClosureDecisionForm(request.POST or None, on=on, hearing=hearing, **said)

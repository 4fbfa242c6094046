"""Endings: a worker prepares one, a manager agrees or gives it back."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.closures import AGREED, ClosureDecisionForm, ClosureForm
from cases.lookup import children_among, get_beneath, get_case, still_sees
from cases.models import Closure
from cases.operations.closing import ClosingDecidedBefore, NotClosed, ask_for_closing, decide_closing
from cases.operations.decisions import NotDecided
from cases.readings.closing import may_close, read_closing, still_open
from cases.readings.decisions import hearing_for
from cases.rules.codesets import CLOSURE_REASON
from cases.rules.visits import in_a_row

_PEOPLE = ("asked_by", "decided_by")


@needs(Permission.CASE_RECORD)
@keeps_words("a closing")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Prepare the ending of work with some of a family's children. What is still open is shown first.

    `?reason=` is chosen already: what leads here knows it.
    """
    case = get_case(request, case_pk)
    on = timezone.localdate()
    children = may_close(case)
    form = ClosureForm(request.POST or None, children=children, on=on, initial={"reason": request.GET.get("reason")})
    if children and form.is_valid():
        try:
            closure = ask_for_closing(case=case, by=request.user, on=on, children=form.chosen(), said=form.said())
        except NotClosed as why:
            form.add_error(why.about if why.about in form.fields else None, str(why))
        else:
            messages.success(request, "A manager is asked to agree.")
            return redirect(closure)
    context = {"case": case, "form": form, "children": children, "still_open": still_open(case, children)}
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
    form = _answer_form(request, closure, on)
    if form.is_valid():
        said = form.cleaned_data
        is_agreed = said["became"] == AGREED
        facts = {"is_agreed": is_agreed, "answer": said["answer"], "decided": form.decided() if is_agreed else None}
        try:
            decide_closing(closure=closure, by=request.user, on=on, **facts)
        except (NotClosed, NotDecided) as why:
            form.add_error(why.about if why.about in form.fields else None, str(why))
        except ClosingDecidedBefore:
            closure = get_beneath(request, Closure, case_pk, pk, *_PEOPLE)  # as the other one left it
        else:
            messages.success(request, "Agreed: the work has ended." if is_agreed else "Given back.")
            return redirect(closure if still_sees(request, case_pk) else "cases:list")
    context = {
        "case": closure.case,
        "closure": read_closing(closure),
        "form": form,
        "is_own": closure.asked_by_id == request.user.pk,
    }
    return render(request, "cases/closure_decision.html", context)


def _answer_form(request: HttpRequest, closure: Closure, on: date) -> ClosureDecisionForm:
    children = children_among(closure.parts)
    names = in_a_row([child.first_name for child in children])
    why = " ".join(filter(None, (f"{CLOSURE_REASON[closure.reason]}.", closure.summary)))
    hearing = hearing_for(closure.case, children, on)
    return ClosureDecisionForm(request.POST or None, names=names, why=why, on=on, hearing=hearing)

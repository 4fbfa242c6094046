"""What stands still in a family's record, and the one place where it is answered."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from camden.rules.names import day_in_words
from cases.forms.asking import refuse
from cases.forms.oversight import DriftAnswerForm
from cases.lookup import children_of, get_case
from cases.models import Case, DriftAnswer
from cases.operations.oversight import NotAnswered, answer_drift
from cases.readings.drift import earlier_answers, family_drift, find_sign

MOVED = "This has moved since: there is nothing to answer any more. Your words are kept as a draft."


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Every sign with the facts that fired it, and what was answered before."""
    case, on = get_case(request, case_pk), timezone.localdate()
    context = {"case": case, "still": family_drift(case, on), "earlier": earlier_answers(case, on)} | _may(request)
    return render(request, "cases/drift.html", context)


@needs(Permission.CASE_RECORD)
@keeps_words("an answer to what stands still")
def answer(request: HttpRequest, case_pk: int, kind: str, key: int) -> HttpResponse:
    """Answer one sign: what is said to it, why, and until when it is quiet."""
    case, on = get_case(request, case_pk), timezone.localdate()
    sign, still = find_sign(case, kind, key, on) or (None, None)
    if sign is None and request.method != "POST":
        raise Http404
    form = DriftAnswerForm(request.POST or None, on=on)
    if sign is None:
        form.add_error(None, MOVED)
    elif form.is_valid():
        try:
            rows = answer_drift(
                case=case, sign=sign, children=children_of(case), by=request.user, on=on, **form.cleaned_data
            )
        except NotAnswered as why:
            refuse(form, why)
        else:
            messages.success(request, f"Answered. It is asked again on {day_in_words(rows[0].quiet_until_on)}.")
            return redirect(_onward(request, case, rows[0]))
    earlier = [each for each in earlier_answers(case, on) if sign and each.is_of(sign)]
    context = {"case": case, "sign": still, "form": form, "earlier": earlier}
    return render(request, "cases/drift_answer.html", context)


def _onward(request: HttpRequest, case: Case, answer: DriftAnswer) -> str:
    """Where a decision is needed, the page where it is made or asked for; else what else stands still."""
    if answer.answer == "decide":
        if may(request.user, Permission.CASE_AUTHORISE):
            return f"{reverse('cases:oversight-new', args=[case.pk])}?about=answered.{answer.pk}"
        try:
            return reverse("cases:decision-asked", args=[case.pk])
        except NoReverseMatch:
            pass
    return reverse("cases:drift", args=[case.pk])


def _may(request: HttpRequest) -> dict[str, bool]:
    return {
        "may_record": may(request.user, Permission.CASE_RECORD),
        "may_decide": may(request.user, Permission.CASE_AUTHORISE),
    }

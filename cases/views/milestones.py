"""Bare dated facts: record one, read one, take one back that was not so."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.milestones import MilestoneForm, StrikeForm
from cases.lookup import children_of, get_beneath, get_case
from cases.models import Milestone
from cases.operations.milestones import NotSo, StruckAlready, record_milestone, strike_milestone
from cases.readings.protection import read_milestone
from cases.rules.milestones import TELLINGS


@needs(Permission.CASE_RECORD)
@keeps_words("a dated fact")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """One dated fact for the children it happened to. `?kind=` and `?child=` are chosen already when they are known."""
    case = get_case(request, case_pk)
    on, at = timezone.localdate(), timezone.now()
    children = children_of(case)
    form = MilestoneForm(request.POST or None, children=children, at=at, on=on, initial=_asked(request))
    if form.is_valid():
        said = form.cleaned_data
        try:
            facts = record_milestone(
                case=case,
                by=request.user,
                what=said["what"],
                children=said["children"],
                happened_on=said["happened_on"],
                happened_at=said["happened_at"],
                note=said["note"],
                on=on,
            )
        except NotSo as why:
            refuse(form, why)
        else:
            messages.success(request, f"Recorded: {TELLINGS[said['what']].words.lower()}.")
            return redirect("cases:milestone", case.pk, facts[0].pk)
    return render(request, "cases/milestone_new.html", {"case": case, "form": form})


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """One dated fact, and, if it was taken back, who did so and why."""
    fact = _get(request, case_pk, pk)
    may_strike = fact.struck_on is None and may(request.user, Permission.CASE_RECORD)
    return render(
        request,
        "cases/milestone.html",
        {"case": fact.case, "fact": read_milestone(fact), "may_strike": may_strike},
    )


@needs(Permission.CASE_RECORD)
@keeps_words("why a fact was not so")
def strike(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Take back a fact that was not so. It stays to be read."""
    fact = _get(request, case_pk, pk)
    form = StrikeForm(request.POST or None)
    if form.is_valid():
        try:
            strike_milestone(milestone=fact, by=request.user, on=timezone.localdate(), why=form.cleaned_data["why"])
        except StruckAlready as why:
            refuse(form, why)
            fact = _get(request, case_pk, pk)
        else:
            messages.success(request, "Taken back. Nothing counts from it any more.")
            return redirect("cases:milestone", case_pk, pk)
    return render(
        request, "cases/milestone_strike.html", {"case": fact.case, "fact": read_milestone(fact), "form": form}
    )


def _get(request: HttpRequest, case_pk: int, pk: int) -> Milestone:
    return get_beneath(request, Milestone, case_pk, pk, "child", "recorded_by", "struck_by")


def _asked(request: HttpRequest) -> dict[str, object]:
    what, child = request.GET.get("kind", ""), request.GET.get("child", "")
    return {
        "what": what if what in TELLINGS else "",
        "children": [child] if child.isascii() and child.isdigit() else [],
    }

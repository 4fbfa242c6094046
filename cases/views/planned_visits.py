"""Planned visits: plan one, read one, call one off."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.models import User
from camden.office.kept import keeps_words
from camden.operations.rulebook import calendar
from cases.forms.planned_visits import CallingOffForm, PlanVisitForm
from cases.lookup import children_of, get_beneath, get_case
from cases.models import PlannedVisit
from cases.operations.planned_visits import NoLongerPlanned, NotPlanned, call_off_visit, plan_visit
from cases.readings import due, planned
from cases.rules.planning import day_ahead, days_to_offer

_RELATED = ("worker", "companion", "household", "called_off_by")


@needs(Permission.CASE_RECORD)
@keeps_words("a planned visit")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Plan a visit: a day at one tap. `?work=` is the due line it answers, `?day=` a day to begin with."""
    case, on = get_case(request, case_pk), timezone.localdate()
    line = _due(case_pk, children_of(case), request.GET.get("work", ""), on)
    due_on = date.fromisoformat(line.iso) if line else None
    homes, people = planned.homes_to_visit(case), planned.may_come_along(case, request.user)
    form = PlanVisitForm(
        request.POST or None, on=on, days=days_to_offer(on, due_on, calendar()), due_on=due_on,
        homes=[(home.pk, home.name) for home in homes], people=people, initial={"other": request.GET.get("day", "")},
    )  # fmt: skip
    if form.is_valid():
        kind, home = form.cleaned_data["where"]
        try:
            made = plan_visit(
                case=case, worker=request.user, by=request.user, on=on, kind=kind,
                household=next((each for each in homes if each.pk == home), None),
                companion=_person(form.cleaned_data["companion"]),
                **{name: form.cleaned_data[name] for name in ("planned_on", "starts", "remark")},
            )  # fmt: skip
        except NotPlanned as refused:
            form.add_error("other" if refused.about == "day" else refused.about, str(refused))
        else:
            messages.success(request, f"Visit planned for {day_ahead(made.planned_on, on)}. It is on My day.")
            return redirect("home" if made.planned_on == on else made)
    others = planned.planned_of_case(case, request.user, on)
    return render(
        request, "cases/planned_visit_new.html", {"case": case, "form": form, "line": line, "planned": others}
    )


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A planned visit: when, who, where to, and what came of it."""
    found = get_beneath(request, PlannedVisit, case_pk, pk, *_RELATED)
    read = planned.read_planned(found, request.user, timezone.localdate())
    ways = {"may_record": not read.state and may(request.user, Permission.CASE_RECORD)}
    return render(request, "cases/planned_visit.html", {"case": found.case, "planned": read} | ways)


@needs(Permission.CASE_RECORD)
@keeps_words("why a visit is called off")
def calling_off(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """It will not take place, and why. If somebody was first, that is said and nothing is changed."""
    found, on = get_beneath(request, PlannedVisit, case_pk, pk, *_RELATED), timezone.localdate()
    form = CallingOffForm(request.POST or None)
    if form.is_valid():
        try:
            call_off_visit(planned=found, by=request.user, on=on, why=form.cleaned_data["why"])
        except NoLongerPlanned:
            found = get_beneath(request, PlannedVisit, case_pk, pk, *_RELATED)
        else:
            messages.success(request, f"The visit planned for {day_ahead(found.planned_on, on)} is called off.")
            return redirect(found)
    read = planned.read_planned(found, request.user, on)
    return render(request, "cases/planned_visit_calling_off.html", {"case": found.case, "planned": read, "form": form})


def _due(case_pk: int, children: Any, work: str, on: date) -> due.DueLine | None:
    """The line of that piece of work, whoever it is due from; none without one."""
    names = {child.pk: child.first_name for child in children}
    running = [each for each in due.ahead_of(case_pk, on).running if each.rule.work == work] if work else []
    return next(iter(due.lines(case_pk, running, names, on)), None)


def _person(key: int | None) -> User | None:
    return User.objects.filter(pk=key).first() if key else None

"""A conference: all that is known of it, and what comes next."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from conferences.forms.workspace import StageForm
from conferences.lookup import get_conference
from conferences.operations.stages import NotThatWay, history_of, move
from conferences.readings.workspace import read_conference
from conferences.rules.stages import PLAN_IS_OPEN, Stage, moves_of_the_coordinator, moves_of_the_worker


@needs(Permission.CONFERENCE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The brief, the people, where it stands, the plan."""
    conference = get_conference(request, case_pk, pk)
    convenes = may(request.user, Permission.CONFERENCE_CONVENE)
    page = read_conference(conference, convenes=convenes)
    context = {
        "conference": conference,
        "page": page,
        "convenes": convenes,
        "may_refer": may(request.user, Permission.CASE_RECORD),
        "may_mandate": may(request.user, Permission.CASE_ALLOCATE) and not page.is_agreed,
        "may_meet": convenes and page.stage in {Stage.PREPARING, Stage.READY, Stage.HELD},
        "may_write": convenes and page.stage in PLAN_IS_OPEN,
        "needs_coordinator": not convenes and page.stage is Stage.ACCEPTED,
    }
    return render(request, "conferences/conference.html", context)


@needs(Permission.CONFERENCE_READ)
@keeps_words("a stage of a conference")
def stage(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Say what comes next. The coordinator moves the preparation, the worker the offer; nobody here answers a plan."""
    conference = get_conference(request, case_pk, pk)
    on = timezone.localdate()
    stages = _stages(request.user, history_of(conference))
    form = StageForm(request.POST or None, stages=stages, on=on)
    if form.is_valid():
        said = form.cleaned_data
        try:
            move(conference=conference, to=said["to"], by=request.user, on=said["happened_on"], reason=said["reason"])
        except NotThatWay as why:
            form.add_error("to", str(why))
        else:
            messages.success(request, f"{said['to'].label}.")
            return redirect(conference)
    context = {"conference": conference, "now": Stage(conference.stage), "form": form, "stages": stages}
    return render(request, "conferences/stage.html", context)


def _stages(user: Any, history: list[Stage]) -> list[Stage]:
    if may(user, Permission.CONFERENCE_CONVENE):
        return moves_of_the_coordinator(history)
    if may(user, Permission.CASE_RECORD):
        return moves_of_the_worker(history, is_manager=may(user, Permission.CASE_ALLOCATE))
    return []

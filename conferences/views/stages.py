"""The next step of a conference: what it waits for, who says it, since when and why."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from conferences.forms.workspace import StageForm
from conferences.lookup import get_conference
from conferences.operations.stages import NotThatWay, move, part_of
from conferences.readings.stages import read_steps
from conferences.rules.stages import Stage


@needs(Permission.CONFERENCE_READ)
@keeps_words("a stage of a conference")
def stage(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Say what comes next. The coordinator moves the preparation, the worker the offer; nobody here answers a plan."""
    conference = get_conference(request, case_pk, pk)
    steps = read_steps(conference, part_of(conference, request.user))
    form = StageForm(request.POST or None, stages=steps.said_here, barred=steps.barred, on=timezone.localdate())
    if form.is_valid():
        said = form.cleaned_data
        try:
            move(conference=conference, to=said["to"], by=request.user, on=said["happened_on"], reason=said["reason"])
        except NotThatWay as why:
            form.add_error("to", str(why))
        else:
            messages.success(request, f"{said['to'].label}.")
            return redirect(conference)
    context = {"conference": conference, "now": Stage(conference.stage), "form": form, "steps": steps}
    return render(request, "conferences/stage.html", context)

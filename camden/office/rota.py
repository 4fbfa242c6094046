"""The duty rota: everybody reads it, managers plan it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.models import Duty
from camden.office.kept import keeps_words
from camden.office.people_forms import AgreeForm
from camden.office.rota_forms import DutyForm
from camden.office.rota_reading import may_withdraw, planning, rota, when_in_words
from camden.office.teams_reading import team_choices
from camden.operations.refusals import NotDone, Overtaken
from camden.operations.rota import plan_duty, withdraw_duty


@needs(Permission.STAFF_READ)
def list_(request: HttpRequest) -> HttpResponse:
    """Who is on duty now, and in the coming two weeks."""
    may_plan = may(request.user, Permission.ROTA_PLAN)
    return render(request, "office/rota.html", {"rota": rota(request.user, timezone.now()), "may_plan": may_plan})


@needs(Permission.ROTA_PLAN)
@keeps_words("a turn on the rota")
def duty_new(request: HttpRequest) -> HttpResponse:
    """Put somebody on the rota."""
    among = request.GET.get("among", "")
    asked = int(among) if among.isascii() and among.isdigit() and len(among) < 18 else None
    offered = planning(request.user, asked)
    form = DutyForm(request.POST or None, planning=offered, on=timezone.localdate())
    if form.is_valid():
        try:
            duty = plan_duty(by=request.user, **form.turn())
        except NotDone as why:
            form.add_error(why.about if why.about in form.fields else None, str(why))
        else:
            messages.success(request, f"{duty.worker.name} is on duty for {duty.team.name}: {when_in_words(duty)}.")
            return redirect("office:rota")
    return render(
        request,
        "office/duty_new.html",
        {
            "form": form,
            "among": str(offered.among or ""),
            "teams": team_choices(offered.service),
            "is_cut": offered.is_cut,
        },
    )


@needs(Permission.ROTA_PLAN)
def withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a turn off the rota. It asks no reason, and what the turn opened closes at once."""
    duty = Duty.objects.filter(pk=pk, withdrawn_at=None).select_related("worker", "team").first()
    if duty is None or duty.ends_at <= timezone.now() or not may_withdraw(request.user, duty):
        raise Http404
    form = AgreeForm(request.POST if request.method == "POST" else None, save="Take off the rota")
    if form.is_valid():
        try:
            withdraw_duty(duty=duty)
        except Overtaken:
            messages.info(request, "This turn was over, or off the rota already.")
        else:
            messages.success(request, f"{duty.worker.name} is off the rota for {when_in_words(duty)}.")
        return redirect("office:rota")
    context = {"form": form, "duty": duty, "when": when_in_words(duty)}
    return render(request, "office/duty_withdrawal.html", context)

"""Pages about a group: how it meets, who belongs to it, what is ahead, and whether that is enough."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from camden.operations.refusals import NotDone
from camden.rules.names import day_in_words
from supervision.forms.rhythm import CancellationForm, GroupForm
from supervision.lookup import get_group, get_group_i_lead, get_session_i_supervise, leads
from supervision.operations import Locked
from supervision.operations.rhythm import call_off, change_group, place_in_group, plan_session
from supervision.readings import agenda as agendas
from supervision.readings.rhythm import forecast_shown, group_shown

BEGUN = "This session has begun, or is over. It cannot be called off any more."


@needs(Permission.SUPERVISION_JOIN)
def group(request: HttpRequest, group_pk: int) -> HttpResponse:
    """A group: its rhythm, its people, its sessions to come. Whoever leads it plans the next with one press."""
    found, on = get_group(request, group_pk), timezone.localdate()
    shown, is_mine = group_shown(found, request.user, on), leads(request, found)
    planned_on = _day(request.POST.get("plan", ""))
    if request.method == "POST" and is_mine and planned_on and planned_on == shown.next_on:
        session = plan_session(group=found, held_on=planned_on, by=request.user)
        messages.success(request, f"Planned for {day_in_words(session.held_on)}, with everybody of the group.")
        return redirect("supervision:group", found.pk)
    elsewhere = agendas.elsewhere([found], request.user)
    request.opened.add(*(each.case_pk for each in elsewhere))
    context = {"group": found, "shown": shown, "is_mine": is_mine, "elsewhere": elsewhere}
    return render(request, "supervision/group.html", context)


@needs(Permission.SUPERVISION_HOLD)
@keeps_words("a group")
def group_edit(request: HttpRequest, group_pk: int) -> HttpResponse:
    """How a group meets, who leads it, and who belongs to it."""
    found = get_group_i_lead(request, group_pk)
    members = list(found.members.filter(ended_on=None).select_related("person").order_by("person__name", "pk"))
    form = GroupForm(request.POST or None, group=found, members=members)
    if form.is_valid():
        said = form.cleaned_data
        how = {name: said[name] for name in ("name", "kind", "cadence_weeks", "weekday", "starts", "minutes")}
        try:
            change_group(
                group=found,
                version=form.version or found.version,
                senior=said["senior_person"],
                clinician=said["clinician_person"],
                **how,
            )
            for person, as_what in said["places"]:
                place_in_group(group=found, person=person, as_what=as_what, on=timezone.localdate())
        except NotDone as why:
            form.add_error(why.about if why.about in form.fields else None, str(why))
        else:
            messages.success(request, "Saved. Sessions that are planned stay on their day.")
            return redirect("supervision:group", found.pk)
    return render(request, "supervision/group_edit.html", {"group": found, "form": form})


@needs(Permission.SUPERVISION_HOLD)
def rhythm(request: HttpRequest, group_pk: int) -> HttpResponse:
    """Whether the sessions to come are enough for the families. Nobody is measured by it."""
    found = get_group_i_lead(request, group_pk)
    shown = forecast_shown(found, request.user, timezone.localdate())
    request.opened.add(*(line.case_pk for line in shown.late))
    return render(request, "supervision/rhythm.html", {"group": found, "shown": shown})


@needs(Permission.SUPERVISION_HOLD)
@keeps_words("why a session is called off")
def cancellation(request: HttpRequest, session_pk: int) -> HttpResponse:
    """Call a session off, with a line for the group."""
    found = get_session_i_supervise(request, session_pk)
    form = CancellationForm(request.POST or None)
    if request.method != "POST" and (found.begun_at or found.agreed_on or found.cancelled_on):
        messages.info(request, BEGUN)
        return redirect("supervision:session", found.pk)
    if form.is_valid():
        try:
            call_off(session=found, on=timezone.localdate(), **form.cleaned_data)
        except Locked:
            messages.error(request, BEGUN)
        else:
            messages.success(request, "Called off. The families on its agenda are proposed for the next session.")
        return redirect("supervision:group", found.group_id)
    context = {"session": found, "day": day_in_words(found.held_on), "form": form}
    return render(request, "supervision/cancellation.html", context)


def _day(sent: str) -> date | None:
    try:
        return date.fromisoformat(sent)
    except ValueError:
        return None

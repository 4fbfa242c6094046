"""Meetings on plans: write one down, read it, say when its record was sent."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from camden.rules.moments import day_here
from cases.forms.asking import refuse
from cases.forms.help import MeetingForm, SendingForm
from cases.lookup import children_of, get_beneath, get_case, of_case
from cases.models import Case, PlanMeeting, PlannedMeeting
from cases.operations.meetings import Agreed, NotHeld, hold_meeting, send_record
from cases.readings.goals import goals_now
from cases.readings.help import read_meeting, running_bases, staff_with
from cases.readings.invitations import who_came, who_is_asked
from cases.rules.helping import BASIS_OF, MEETING_OF
from cases.rules.journey import MEETING_KIND

NUMBER = 10  # digits of a key, at most


@needs(Permission.CASE_RECORD)
@keeps_words("a meeting about a plan")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Write down a core group, a child in need review or a team around the family; `?kind=` chooses which.

    `?planned=` is the meeting as it was arranged: its kind, its day and who came stand there already.
    """
    case, on = get_case(request, case_pk), timezone.localdate()
    planned = _planned(case, request.GET.get("planned", ""))
    children, bases = children_of(case), running_bases(case)
    kinds = [kind for basis, kind in MEETING_OF.items() if basis in bases.values()] or list(MEETING_KIND)
    kinds += [planned.kind] if planned and planned.kind not in kinds else []
    asked = request.GET.get("kind", "")
    form = MeetingForm(
        request.POST or None,
        children=[child for child in children if child.pk in bases] or children,
        kinds=kinds,
        staff=staff_with(case, request.user),
        on=on,
        initial=({"kind": asked} if asked in kinds else {}) | _as_arranged(planned, on),
    )
    if form.is_valid():
        said = form.cleaned_data
        words = {name: said[name] for name in ("kind", "children", "held_on", "who_came", "words", "familys_words")}
        agreed = [Agreed(*each) for each in form.agreed()]
        try:
            meeting = hold_meeting(case=case, by=request.user, agreed=agreed, planned=planned, **words)
        except NotHeld as why:
            refuse(form, why)
        else:
            messages.success(request, "Saved. What was agreed is on My day of whoever does it.")
            return redirect(meeting)
    shown = {"case": case, "form": form, "children": children, "goals": goals_now(case)}
    return render(request, "cases/plan_meeting_new.html", shown)


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A meeting: who came, what was said and agreed, when its record was sent."""
    meeting = get_beneath(request, PlanMeeting, case_pk, pk, "written_by")
    may_record = may(request.user, Permission.CASE_RECORD)
    shown = {"case": meeting.case, "meeting": read_meeting(meeting), "may_record": may_record}
    return render(request, "cases/plan_meeting.html", shown)


@needs(Permission.CASE_RECORD)
@keeps_words("when a record was sent")
def sending(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The record of a meeting went out."""
    meeting, on = get_beneath(request, PlanMeeting, case_pk, pk, "written_by"), timezone.localdate()
    form = SendingForm(request.POST or None, on=on)
    if form.is_valid():
        try:
            send_record(meeting=meeting, sent_on=form.cleaned_data["sent_on"], by=request.user)
        except NotHeld as why:
            refuse(form, why)
            meeting = get_beneath(request, PlanMeeting, case_pk, pk, "written_by")
        else:
            messages.success(request, "Saved.")
            return redirect(meeting)
    shown = {"case": meeting.case, "meeting": read_meeting(meeting), "form": form}
    return render(request, "cases/plan_meeting_sending.html", shown)


def _planned(case: Case, key: str) -> PlannedMeeting | None:
    """The arranged meeting with that key, of a record that was fetched here."""
    keys = [int(key)] if key.isascii() and key.isdigit() and len(key) < NUMBER else []
    return of_case(PlannedMeeting, case, keys).get(keys[0]) if keys else None


def _as_arranged(planned: PlannedMeeting | None, on: date) -> dict[str, Any]:
    """What the form begins with: nothing that the list of people says already is typed again."""
    if planned is None:
        return {}
    bases = running_bases(planned.case)
    children = [str(key) for key, basis in bases.items() if basis == BASIS_OF[planned.kind]]
    came = who_came(who_is_asked(planned))
    return {"kind": planned.kind, "held_on": min(day_here(planned.planned_at), on), "who_came": came,
            "children": children}  # fmt: skip

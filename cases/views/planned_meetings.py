"""Meetings that are to come: arrange one, read one, call one off."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from camden.operations.rulebook import calendar
from camden.rules.moments import day_here, moment_here
from cases.forms.asking import refuse
from cases.forms.planned_meetings import ArrangeForm, CallingOffForm
from cases.lookup import children_of, get_beneath, get_case
from cases.models import PlannedMeeting
from cases.operations.planned_meetings import NoLongerPlanned, NotArranged, arrange_meeting, call_off_meeting
from cases.readings import due
from cases.readings.help import running_bases
from cases.readings.invitations import who_is_asked
from cases.readings.planned_meetings import read_planned_meeting, to_come
from cases.rules.helping import MEETING_OF
from cases.rules.journey import MEETING_KIND
from cases.rules.planning import day_ahead, days_to_offer

_RELATED = ("arranged_by", "held_as")


@needs(Permission.MEETING_ARRANGE)
@keeps_words("a meeting to come")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Arrange a meeting: a day at one tap. `?work=` or `?kind=` says which one, and so by when it is due."""
    case, on = get_case(request, case_pk), timezone.localdate()
    bases = running_bases(case)
    kinds = [kind for basis, kind in MEETING_OF.items() if basis in bases.values()] or list(MEETING_KIND)
    asked = request.GET.get("work", "") or request.GET.get("kind", "")
    names = {child.pk: child.first_name for child in children_of(case)}
    running = [each for each in due.ahead_of(case.pk, on).running if each.rule.work in ({asked} & set(kinds) or kinds)]
    line = next(iter(due.lines(case.pk, running, names, on)), None)
    due_on = date.fromisoformat(line.iso) if line else None
    form = ArrangeForm(
        request.POST or None, on=on, days=days_to_offer(on, due_on, calendar()), due_on=due_on, kinds=kinds,
        initial={"kind": asked} if asked in kinds else {},
    )  # fmt: skip
    if form.is_valid():
        said = form.cleaned_data
        at = moment_here(said["planned_on"], said["starts"])
        try:
            made = arrange_meeting(
                case=case, kind=said["kind"], planned_at=at, place=said["place"], by=request.user, on=on
            )
        except NotArranged as why:
            form.add_error("other" if why.about == "day" else None, str(why))
        else:
            messages.success(request, f"Arranged for {day_ahead(day_here(made.planned_at), on)}. Now: who is asked?")
            return redirect("cases:invitations", case.pk, "meeting", made.pk)
    context = {"case": case, "form": form, "line": line, "to_come": to_come(case, on)}
    return render(request, "cases/planned_meeting_new.html", context)


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A meeting that was arranged: when, where, who is asked, and what came of it."""
    found = get_beneath(request, PlannedMeeting, case_pk, pk, *_RELATED)
    read = read_planned_meeting(found, timezone.localdate())
    context = {
        "case": found.case,
        "meeting": read,
        "asked": who_is_asked(found),
        "may_arrange": not read.state and may(request.user, Permission.MEETING_ARRANGE),
        "may_record": not read.state and may(request.user, Permission.CASE_RECORD),
    }
    return render(request, "cases/planned_meeting.html", context)


@needs(Permission.MEETING_ARRANGE)
@keeps_words("why a meeting is called off")
def calling_off(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """It will not take place, and why. If somebody was first, that is said and nothing is changed."""
    found, on = get_beneath(request, PlannedMeeting, case_pk, pk, *_RELATED), timezone.localdate()
    form = CallingOffForm(request.POST or None)
    if form.is_valid():
        try:
            call_off_meeting(meeting=found, by=request.user, on=on, why=form.cleaned_data["why"])
        except NoLongerPlanned as why:
            refuse(form, why)
            found = get_beneath(request, PlannedMeeting, case_pk, pk, *_RELATED)
        else:
            messages.success(request, "Called off. Its limit does not move: arrange another day.")
            return redirect(found)
    read = read_planned_meeting(found, on)
    return render(
        request, "cases/planned_meeting_calling_off.html", {"case": found.case, "meeting": read, "form": form}
    )

"""Child protection conferences: book one, read it, write down what it decided, what was sent, or that it is off."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from camden.operations.versions import Overtaken
from cases.forms.asking import refuse
from cases.forms.protection_conferences import BookingForm, CallingOffForm, OutcomeForm, PapersForm
from cases.lookup import get_beneath, get_case, living_children
from cases.models import ProtectionConference
from cases.operations.conference_outcomes import Decided, Held, HeldAlready, NotHeld, hold_conference
from cases.operations.decisions import NotDecided
from cases.operations.protection_conferences import (
    NotBooked,
    NotCalledOff,
    NotSent,
    book_conference,
    call_off_conference,
    note_papers,
)
from cases.readings.deciders import chairs_for
from cases.readings.decisions import hearing_for
from cases.readings.invitations import as_attended
from cases.readings.protection import children_at, limit_for_booking, read_conference
from cases.readings.report import paper_about
from cases.rules.protection import is_quorate, is_weekend


@needs(Permission.CASE_RECORD)
@keeps_words("a child protection conference")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Book a conference. Its chair can read the record from then on."""
    case = get_case(request, case_pk)
    on = timezone.localdate()
    children = living_children(case)
    form = BookingForm(
        request.POST or None, children=children, chairs=chairs_for(case), limit=limit_for_booking(case), on=on
    )
    if form.is_valid():
        try:
            conference = book_conference(case=case, by=request.user, on=on, **form.cleaned_data)
        except NotBooked as why:
            refuse(form, why)
        else:
            messages.success(request, f"Booked. {conference.chair} chairs it and can read this record now.")
            return redirect(conference)
    return render(request, "cases/protection_conference_new.html", {"case": case, "form": form})


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """One conference: who chairs it, what was shared before, what it decided for each child, what was sent after."""
    conference = _get(request, case_pk, pk)
    reading = read_conference(conference)
    may_record = may(request.user, Permission.CASE_RECORD)
    context = {
        "case": conference.case,
        "conference": reading,
        "report": paper_about(conference.case, conference=conference),
        "may_record": may_record and reading.state != "off",
        "may_call_off": may_record and reading.state == "planned",
        "may_arrange": reading.state != "off" and may(request.user, Permission.MEETING_ARRANGE),
        "may_raise": may(request.user, Permission.PROTECTION_CHAIR),
        "may_decide": reading.state == "planned" and may(request.user, Permission.PROTECTION_CHAIR),
    }
    return render(request, "cases/protection_conference.html", context)


@needs(Permission.PROTECTION_CHAIR)
@keeps_words("what a conference decided")
def outcome(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """What the conference decided, child by child. If somebody else was first, theirs is shown and nothing changed."""
    conference = _get(request, case_pk, pk)
    on = timezone.localdate()
    children = children_at(conference, on)
    form = OutcomeForm(
        request.POST or None,
        kind=conference.kind,
        children=children,
        on=on,
        hearing=hearing_for(conference.case, [each.child for each in children], on),
        version=conference.version,
        initial={"held_on": _offered_day(conference, on)} | as_attended(conference),
    )
    if form.is_valid():
        held = Held(**{name: form.cleaned_data[name] for name in Held.__dataclass_fields__})
        decided = [Decided(child, **answers) for child, answers in form.decided()]
        try:
            hold_conference(
                conference=conference,
                version=form.version,
                by=request.user,
                held=held,
                decided=decided,
                decision=form.decision(),
            )
        except (NotHeld, NotDecided) as why:
            refuse(form, why)
        except HeldAlready as why:
            refuse(form, why)
            conference = _get(request, case_pk, pk)  # as the other one left it; the words typed here stay in the form
        else:
            messages.success(request, "Saved. Plans begin and end on the day of the conference.")
            if not is_quorate(held.agencies):
                messages.warning(request, "Fewer than two agencies beside social care: note why it went ahead.")
            return redirect(conference)
    context = {"case": conference.case, "conference": read_conference(conference), "form": form}
    return render(request, "cases/protection_conference_outcome.html", context)


@needs(Permission.CASE_RECORD)
@keeps_words("what a conference sent")
def papers(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """When the family had the report, and when decisions and record were sent."""
    conference = _get(request, case_pk, pk)
    names = ("report_shared_on", "decisions_sent_on", "record_sent_on")
    now = {name: getattr(conference, name) for name in names}
    form = PapersForm(
        request.POST or None,
        is_held=conference.held_on is not None,
        on=timezone.localdate(),
        version=conference.version,
        initial=now,
    )
    if form.is_valid():
        said = {name: form.cleaned_data.get(name) for name in names}
        try:
            note_papers(conference=conference, version=form.version, **said)
        except NotSent as why:
            refuse(form, why)
        except Overtaken as found:
            form.overtaken(found)
        else:
            messages.success(request, "Saved.")
            return redirect(conference)
    context = {"case": conference.case, "conference": read_conference(conference), "form": form}
    return render(request, "cases/protection_conference_papers.html", context)


@needs(Permission.CASE_RECORD)
@keeps_words("why a conference is called off")
def calling_off(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Say that a booked conference is not held, and why."""
    conference = _get(request, case_pk, pk)
    form = CallingOffForm(request.POST or None)
    if form.is_valid():
        on = timezone.localdate()
        try:
            call_off_conference(conference=conference, by=request.user, on=on, why=form.cleaned_data["why"])
        except NotCalledOff as why:
            refuse(form, why)
            conference = _get(request, case_pk, pk)
        else:
            messages.success(request, "Called off. Its limit does not move: book a new day.")
            return redirect(conference)
    context = {"case": conference.case, "conference": read_conference(conference), "form": form}
    return render(request, "cases/protection_conference_calling_off.html", context)


def _offered_day(conference: ProtectionConference, on: date) -> date | None:
    """The day it was booked for once that has come, else today; none at a weekend, when no conference is held."""
    if conference.planned_on and conference.planned_on <= on:
        return conference.planned_on
    return None if is_weekend(on) else on


def _get(request: HttpRequest, case_pk: int, pk: int) -> ProtectionConference:
    return get_beneath(request, ProtectionConference, case_pk, pk, "chair")

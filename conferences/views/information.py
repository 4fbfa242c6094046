"""Pages of information for a family: asked for and read by the coordinator, or written by whoever brings them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from camden.operations.versions import Overtaken
from cases.lookup import get_case
from conferences.forms.preparing import AskForm, ReportForm
from conferences.lookup import get_conference, get_of_preparation, get_prepared
from conferences.models import InformationReport
from conferences.operations.preparing import ask_for_report, begin_report, write_report
from conferences.readings.preparing import bringers_of, own_report


@needs(Permission.CONFERENCE_CONVENE)
@keeps_words("whom to ask for a page")
def new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Ask somebody for a page in plain words."""
    conference = get_prepared(request, case_pk, pk)
    form = AskForm(request.POST or None, conference=conference, bringers=bringers_of(conference))
    if form.is_valid():
        report = ask_for_report(conference=conference, by=request.user, on=timezone.localdate(), **form.asked())
        messages.success(request, f"{report.who} is asked for a page.")
        return redirect("conferences:preparing", case_pk, pk)
    return render(request, "conferences/report_new.html", {"conference": conference, "form": form})


@needs(Permission.CONFERENCE_CONVENE)
@keeps_words("a page of information")
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Read the page, take it down, make it plain, and say when the family may have it."""
    report = get_of_preparation(request, InformationReport, case_pk, pk)
    form = ReportForm(request.POST or None, report=report, may_ready=True)
    if form.is_valid():
        try:
            write_report(report=report, version=form.version, **form.facts(report, timezone.localdate()))
        except Overtaken as found:
            form.overtaken(found)
        else:
            messages.success(request, "Saved.")
            return redirect("conferences:preparing", case_pk, report.conference_id)
    return render(request, "conferences/report.html", {"conference": report.conference, "report": report, "form": form})


@needs(Permission.CASE_RECORD)
@keeps_words("your page for a family")
def own(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A worker's own page for the family. Only they and the coordinator read it; nothing else of preparing is here."""
    get_case(request, case_pk)
    conference = get_conference(request, case_pk, pk)
    report = own_report(conference, request.user)
    form = ReportForm(request.POST or None, report=report, may_ready=False)
    if form.is_valid():
        facts = form.facts(None, timezone.localdate())
        ready_on = facts.pop("ready_on")
        try:
            if report is None:
                begin_report(conference=conference, by=request.user, who=request.user.name[:120], **facts)
            else:
                write_report(report=report, version=form.version, ready_on=ready_on, **facts)
        except Overtaken as found:
            form.overtaken(found)
        else:
            messages.success(request, "Saved. The coordinator can read it.")
            return redirect(conference)
    context = {"conference": conference, "report": report, "form": form}
    return render(request, "conferences/own_report.html", context)

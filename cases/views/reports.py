"""Begin a report for a child protection conference or a review."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.reports import ReportForm
from cases.lookup import get_case, of_case
from cases.models import PlannedMeeting, ProtectionConference
from cases.operations.reports import NotBegun, begin_report
from cases.readings.report import coming_of, paper_about, sources_of


@needs(Permission.CASE_RECORD)
@keeps_words("the beginning of a report")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """From the assessment and the plan as they are, for `?conference=` or `?meeting=`; without either, what is to come.

    One that is begun already is opened.
    """
    case, on = get_case(request, case_pk), timezone.localdate()
    conferences = of_case(ProtectionConference, case, _keys(request, "conference"))
    meetings = of_case(PlannedMeeting, case, _keys(request, "meeting"))
    if len(conferences) + len(meetings) != 1:
        return render(request, "cases/report_new.html", {"case": case, "coming": coming_of(case)})
    about = {"conference": next(iter(conferences.values()), None), "meeting": next(iter(meetings.values()), None)}
    begun = paper_about(case, **about)
    if begun:
        return redirect("cases:writing", case.pk, begun.pk)
    sources = sources_of(case.pk)
    form = ReportForm(request.POST or None, sources=sources)
    if form.is_valid():
        chosen = [source for source in sources if str(source.pk) in form.cleaned_data["sources"]]
        try:
            report = begin_report(case=case, sources=chosen, by=request.user, on=on, at=timezone.now(), **about)
        except NotBegun as why:
            refuse(form, why)
        else:
            messages.success(request, "The report has begun. Change in it what has changed.")
            return redirect("cases:writing", case.pk, report.pk)
    return render(request, "cases/report_new.html", {"case": case, "form": form, "sources": sources} | about)


def _keys(request: HttpRequest, name: str) -> list[int]:
    said = request.GET.get(name, "")
    return [int(said)] if said.isascii() and said.isdigit() and len(said) < 19 else []

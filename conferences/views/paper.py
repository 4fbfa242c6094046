"""The family's plan as files to take home: for grown-ups and for the children, the minute it is written."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from camden.access import Permission, may, needs
from camden.papers.pdf import as_pdf
from conferences.lookup import get_conference
from conferences.readings.letters import protected_of
from conferences.readings.paper import read_paper
from conferences.readings.printing import childs_plan, plan_paper
from conferences.rules.kept_off import NAME_OF_FILE, KeptOff, why_not_printed
from conferences.rules.paper import for_children
from conferences.views.files import as_download


@needs(Permission.CONFERENCE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The plan as the family takes it home."""
    conference = get_conference(request, case_pk, pk)
    paper = read_paper(conference)
    why_not = why_not_printed("\n".join(paper.texts), KeptOff(protected_of(conference)))
    context = {
        "conference": conference,
        "paper": paper,
        "theirs": for_children(paper),
        "why_not": why_not,
        "convenes": may(request.user, Permission.CONFERENCE_CONVENE),
    }
    return render(request, "conferences/plan_paper.html", context)


@needs(Permission.CONFERENCE_READ)
def file(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The plan as a PDF; `?for=children` their own. None that says where somebody is who must not be found."""
    conference = get_conference(request, case_pk, pk)
    is_childs = request.GET.get("for") == "children"
    paper = read_paper(conference)
    printed, name = (childs_plan(paper), "children") if is_childs else (plan_paper(paper), "plan")
    if why := why_not_printed(f"{printed.whole}\n{NAME_OF_FILE[name]}", KeptOff(protected_of(conference))):
        messages.warning(request, f"Not printed. {why}")
        return redirect("conferences:plan-paper", case_pk, pk)
    return as_download(as_pdf(printed), NAME_OF_FILE[name])

"""Lists of conferences."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from camden.access import Permission, may, needs
from cases.lookup import get_case
from conferences.readings import lists
from conferences.readings.story import plan_in_short
from conferences.reminders import due_for


@needs(Permission.CONFERENCE_READ)
def list_(request: HttpRequest) -> HttpResponse:
    """The board: a coordinator's families, a manager's teams', or a worker's own, by how far each has come."""
    convenes = may(request.user, Permission.CONFERENCE_CONVENE)
    manages = may(request.user, Permission.CASE_ALLOCATE)
    reading = lists.of_coordinator if convenes else lists.of_manager if manages else lists.of_worker
    columns = reading(request.user, timezone.localdate())
    # A coordinator opens no record and has no My day: what waits for them stands here.
    waits = due_for(request.user, timezone.localdate()) if convenes else []
    request.opened.add(
        *(line.case_pk for line in lists.lines_of(columns)), *(key for one in waits for key in one.case_ids)
    )
    context = {"columns": columns, "convenes": convenes, "manages": manages, "waits": waits}
    return render(request, "conferences/list.html", context)


@needs(Permission.CONFERENCE_READ)
def for_case(request: HttpRequest, case_pk: int) -> HttpResponse:
    """The conferences of one family, and the way to refer. For those who see the record."""
    case = get_case(request, case_pk)
    child = request.GET.get("child", "")
    refer = reverse("conferences:new", args=[case.pk]) + (f"?child={child}" if _is_key(child) else "")
    may_refer = may(request.user, Permission.CASE_RECORD)
    context = {"case": case, "lines": lists.of_case(case), "refer": refer, "may_refer": may_refer}
    context["short"] = plan_in_short(case, child=int(child) if _is_key(child) else None, on=timezone.localdate())
    context["child"] = child if _is_key(child) else ""
    return render(request, "conferences/for_case.html", context)


def _is_key(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 18

"""How steady children's workers are: of teams for those who lead them, of one's own children for oneself."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from camden.access import Permission, needs
from camden.overview.asking import asked_of, day_asked
from camden.overview.continuity_sheet import continuity_rows
from camden.overview.sheets import SHEETS
from camden.overview.views.files import as_file
from cases.readings import continuity as readings
from cases.readings.continuity_measures import MEASURES
from cases.readings.continuity_people import managed_by, own_continuity

SHOWN = 150  # children in a list: of a whole service one looks team by team


@needs(Permission.TEAM_READ)
def figures(request: HttpRequest) -> HttpResponse:
    """All eight measures of the teams one is responsible for, on a day; each leads to its list."""
    asked = asked_of(request, request.user.team_ids_for(Permission.TEAM_READ), timezone.localdate())
    children = readings.looked_at(request.user, asked.team_ids, asked.on)
    page = readings.figures(children, asked.on)
    return render(
        request, "overview/continuity.html", {"asked": asked, "page": page, "managed": managed_by(request.user)}
    )


@needs(Permission.TEAM_READ)
def sheet(request: HttpRequest, kind: str) -> HttpResponse:
    """All eight as a file, with small numbers hidden: CSV, or a sheet for a spreadsheet."""
    if kind not in SHEETS:
        raise Http404
    asked = asked_of(request, request.user.team_ids_for(Permission.TEAM_READ), timezone.localdate())
    rows = continuity_rows(readings.looked_at(request.user, asked.team_ids, asked.on), asked)
    return as_file(kind, rows, "Continuity", f"continuity-{asked.on.isoformat()}")


@needs(Permission.TEAM_READ)
def measure(request: HttpRequest, measure: str) -> HttpResponse:
    """One measure: what it is, by team, and the children behind the figure."""
    if measure not in MEASURES:
        raise Http404
    asked = asked_of(request, request.user.team_ids_for(Permission.TEAM_READ), timezone.localdate())
    children = readings.looked_at(request.user, asked.team_ids, asked.on)
    page = readings.opened(measure, children, asked.here, asked.on)
    counted, rest = page.counted[:SHOWN], page.rest[:SHOWN]
    request.opened.add(*{each.case_pk for each in (*counted, *rest)})
    shown = {"asked": asked, "page": page, "counted": counted, "rest": rest}
    shown |= {"more": len(page.counted) - len(counted), "more_rest": len(page.rest) - len(rest)}
    return render(request, "overview/continuity_measure.html", shown)


@needs(Permission.CASE_READ)
def child(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Every spell of lead of one child, with the reason of each change; cover told apart."""
    today = timezone.localdate()
    on = day_asked(request.GET.get("on", ""), today) or today
    page = readings.child_spells(user=request.user, case_pk=case_pk, child_pk=pk, on=on)
    if page is None:
        raise Http404
    request.opened.add(case_pk)
    return render(request, "overview/continuity_child.html", {"page": page})


@needs(Permission.CASE_RECORD)
def mine(request: HttpRequest) -> HttpResponse:
    """The changes of one's own children: a figure belongs first to the person it is about."""
    return _person(request, request.user.pk, "overview/my_continuity.html", {"is_own": True})


@needs(Permission.TEAM_READ)
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """The same page, for the manager of that person's team."""
    found = next((each for each in managed_by(request.user) if each.pk == pk), None)
    if found is None:
        raise Http404
    return _person(request, pk, "overview/continuity_person.html", {"person": found})


def _person(request: HttpRequest, pk: int, template: str, more: dict[str, Any]) -> HttpResponse:
    today = timezone.localdate()
    on = day_asked(request.GET.get("on", ""), today) or today
    page = own_continuity(user=request.user, worker=pk, on=on)
    request.opened.add(*page.case_pks)
    return render(request, template, {"page": page, "on": on, "today": today} | more)

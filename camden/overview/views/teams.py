"""Caseloads: the teams somebody is responsible for, and everybody's own."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from camden.access import Permission, may, needs
from cases.readings import teams


@needs(Permission.TEAM_READ)
def list_(request: HttpRequest) -> HttpResponse:
    """The teams this person is responsible for, and those beneath."""
    mine = request.user.team_ids_for(Permission.TEAM_READ)
    lines = teams.team_lines(user=request.user, team_ids=mine, on=timezone.localdate())
    return render(request, "overview/teams.html", {"lines": lines} | _ways(request))


@needs(Permission.TEAM_READ)
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """A team: who waits for a worker, and what each person holds, in the order of their names."""
    _check(request, pk)
    page = teams.team_page(user=request.user, team_id=pk, on=timezone.localdate())
    request.opened.add(*page.case_pks)
    return render(request, "overview/team.html", {"team": page.team, "page": page} | _ways(request))


@needs(Permission.TEAM_READ)
def worker(request: HttpRequest, team_pk: int, pk: int) -> HttpResponse:
    """What one person of a team holds, family by family: only the records open to whoever asks."""
    _check(request, team_pk)
    on = timezone.localdate()
    load = teams.caseload_in(user=request.user, team_id=team_pk, worker=pk, on=on)
    if load is None:
        raise Http404
    return render(request, "overview/team_worker.html", {"team_pk": team_pk} | _caseload(request, load, on))


@needs(Permission.CASE_RECORD)
def mine(request: HttpRequest) -> HttpResponse:
    """One's own caseload, and what the figure is made of: it belongs first to the person it is about."""
    on = timezone.localdate()
    load = teams.own_caseload(user=request.user, on=on)
    return render(request, "overview/my_caseload.html", _caseload(request, load, on) if load else {})


def _check(request: HttpRequest, pk: int) -> None:
    """A team somebody is not responsible for is like none at all. Raises Http404."""
    if pk not in request.user.team_ids_for(Permission.TEAM_READ):
        raise Http404


def _caseload(request: HttpRequest, load: Any, on: date) -> dict[str, Any]:
    families = teams.held_families(user=request.user, load=load, on=on)
    request.opened.add(*(family.case_pk for family in families))
    may_authorise = may(request.user, Permission.CASE_AUTHORISE)
    return {"load": teams.worker_load(load, on), "families": families, "may_authorise": may_authorise}


def _ways(request: HttpRequest) -> dict[str, bool]:
    return {"may_decide": may(request.user, Permission.CASE_ALLOCATE)}

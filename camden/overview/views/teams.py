"""Figures of the teams somebody is responsible for, and of the people they lead."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.models import Team
from camden.overview.counts import shown_on
from camden.overview.figures import FIGURES, figures_of, leads_people
from camden.overview.own_figures import said_by, who_answered, with_answered
from camden.overview.practice import LISTS, cuts_of, equality_day, items_of, practice_of
from camden.overview.sheets import SHEETS
from camden.overview.team_lists import lines_of
from camden.overview.team_tables import list_address, sheet_rows, table_of
from camden.overview.views.files import as_file
from cases.readings import teams

F = TypeVar("F")
EARLIEST = date(2000, 1, 1)
FIRST = 10  # families who have waited longest; the list has them all


@needs(Permission.TEAM_READ)
def list_(request: HttpRequest) -> HttpResponse:
    """The teams this person is responsible for, and those beneath."""
    mine = request.user.team_ids_for(Permission.TEAM_READ)
    lines = teams.team_lines(user=request.user, team_ids=mine, on=timezone.localdate())
    return render(request, "overview/teams.html", {"lines": lines} | _ways(request))


@needs(Permission.TEAM_READ)
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """A team as a table, on any day (`?on=`), beside an earlier one (`?beside=`); who waits comes first."""
    team, beneath = _team(request, pk, with_answered)
    now, then = _days(request, team, beneath, shown_on)
    today = timezone.localdate()
    answered = who_answered(beneath) if now.on == today else ()  # what is said is of the figure as it is now
    table = table_of(team=team, now=now, then=then, today=today, answered=answered)
    wait = teams.waiting_families(now.waiting, now.on)
    waiting = wait[:FIRST]
    more = list_address(pk, "waiting", now.on, timezone.localdate()) if len(wait) > FIRST else ""
    request.opened.add(*(family.case_pk for family in waiting))
    shown = {"team": team, "table": table, "waiting": waiting, "asked": request.GET, "today": timezone.localdate()}
    shown |= {"more_wait": more, "day_not_had": _day_not_had(request, now.on)}
    return render(request, "overview/team.html", shown | _ways(request))


@needs(Permission.TEAM_READ)
def figure(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """The rows that one figure is counted from: of one person or team of the table (`?of=`), or of all."""
    team, beneath = _team(request, pk)
    if what not in (*FIGURES, *LISTS):
        raise Http404
    now, _ = _days(request, team, beneath, figures_of)
    asked = request.GET.get("of", "")
    unit = next((each for each in now.units if str(each.pk) == asked), None)
    if asked and (unit is None or what in LISTS):
        raise Http404
    if what in LISTS:
        items = items_of(user=request.user, teams=beneath, on=now.on, code=what)
    else:
        items = list(now.of(what, unit.pk if unit else None))
    lines = lines_of(user=request.user, items=items, code=what, figures=now)
    request.opened.add(*(item.case for item in items))
    figure_, is_today = (FIGURES | LISTS)[what], now.on == timezone.localdate()
    page = "overview:team-practice" if what in LISTS else "overview:team"
    back = reverse(page, args=[pk]) + _query(now.on, timezone.localdate())
    whose = f"{team.name} · {unit.name}" if unit else team.name
    shown = {"whose": whose, "is_of_one": bool(unit), "figure": figure_, "lines": lines, "on": now.on}
    return render(
        request, "overview/team_list.html", shown | {"is_today": is_today, "back": back, "back_text": team.name}
    )


@needs(Permission.TEAM_READ)
def practice(request: HttpRequest, pk: int) -> HttpResponse:
    """How help goes in a team or service on any day: levels, what came in time, steps up and down."""
    team, beneath = _team(request, pk)
    on = _day(request.GET.get("on", "")) or timezone.localdate()
    found = practice_of(user=request.user, teams=beneath, on=on)
    today = timezone.localdate()
    shown = {"team": team, "practice": found, "today": today, "is_top": _is_top(team), "query": _query(on, today)}
    shown["day_not_had"] = _day_not_had(request, on)
    return render(request, "overview/team_practice.html", shown)


@needs(Permission.TEAM_READ)
def equality(request: HttpRequest, pk: int) -> HttpResponse:
    """Each figure of a whole service by who the children are, as of the end of a month; small numbers are not shown.

    Of a whole service alone: a team's could be taken from it, and what is left point at a child.
    """
    team, beneath = _team(request, pk)
    if not _is_top(team):
        raise Http404
    today = timezone.localdate()
    on = equality_day(_day(request.GET.get("on", "")) or today)
    figures = figures_of(user=request.user, team=team, teams=beneath, on=on, today=today)
    cuttings = cuts_of(user=request.user, figures=figures, teams=beneath)
    shown = {"team": team, "cuttings": cuttings, "on": on}
    return render(request, "overview/team_equality.html", shown)


@needs(Permission.TEAM_READ)
def sheet(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """The table as a file: CSV, or a sheet for a spreadsheet."""
    team, beneath = _team(request, pk)
    if kind not in SHEETS:
        raise Http404
    now, then = _days(request, team, beneath, shown_on)
    table = table_of(team=team, now=now, then=then, today=timezone.localdate())
    return as_file(kind, sheet_rows(table), team.name, f"team-{team.pk}-{now.on.isoformat()}")


@needs(Permission.TEAM_READ)
def worker(request: HttpRequest, team_pk: int, pk: int) -> HttpResponse:
    """What one person of a team holds, family by family, for whoever leads them: of records open to whoever asks."""
    team, _ = _team(request, team_pk)
    on = timezone.localdate()
    load = teams.caseload_in(user=request.user, team_id=team_pk, worker=pk, on=on)
    if load is None or not leads_people(request.user, team):
        raise Http404
    return render(
        request, "overview/team_worker.html", {"team_pk": team_pk, "said": said_by([pk])} | caseload(request, load, on)
    )


def _team(
    request: HttpRequest, pk: int, having: Callable[[QuerySet[Team]], QuerySet[Team]] = QuerySet.all
) -> tuple[Team, list[Team]]:
    """A team, and all beneath it with it. One that somebody is not responsible for is like none at all: Http404."""
    if pk not in request.user.team_ids_for(Permission.TEAM_READ):
        raise Http404
    beneath = list(having(Team.objects.filter(path__contains=[pk])).order_by("name", "pk"))
    return next(each for each in beneath if each.pk == pk), beneath


def _days(request: HttpRequest, team: Team, beneath: list[Team], figures: Callable[..., F]) -> tuple[F, F | None]:
    """The figures of the day that is asked for, today if none is, and of the earlier one beside it."""
    today = timezone.localdate()
    on = _day(request.GET.get("on", "")) or today
    beside = _day(request.GET.get("beside", ""))
    beside = beside if beside and beside < on else None
    found = [
        figures(user=request.user, team=team, teams=beneath, on=day, today=today)
        for day in (on, beside)
        if day is not None
    ]
    return found[0], found[1] if len(found) > 1 else None


def _day_not_had(request: HttpRequest, on: date) -> str:
    """What to say of a day that was asked for and is not shown; empty where nothing is left out."""
    said, beside = request.GET.get("on", ""), request.GET.get("beside", "")
    if said and _day(said) is None:
        return "There are no figures of that day: choose one that was, from the year 2000 on. These are today’s."
    day = _day(beside)
    if beside and (day is None or day >= on):
        return "Beside it an earlier day can stand: choose one before the day that is shown."
    return ""


def _is_top(team: Team) -> bool:
    """Whether it is a whole service, with nothing above it."""
    return team.kind == Team.Kind.SERVICE and len(team.path) == 1


def _query(on: date, today: date) -> str:
    """The day as it stands in an address; nothing for today."""
    return "" if on == today else f"?on={on.isoformat()}"


def _day(said: str) -> date | None:
    """A day that was, or today; anything else is as if nothing were said."""
    try:
        day = date.fromisoformat(said)
    except ValueError:
        return None
    return day if EARLIEST <= day <= timezone.localdate() else None


def caseload(request: HttpRequest, load: Any, on: date) -> dict[str, Any]:
    """What a page shows of one person's caseload: only the records open to whoever asks."""
    families = teams.held_families(user=request.user, load=load, on=on)
    request.opened.add(*(family.case_pk for family in families))
    may_authorise = may(request.user, Permission.CASE_AUTHORISE)
    return {"load": teams.worker_load(load, on), "families": families, "may_authorise": may_authorise}


def _ways(request: HttpRequest) -> dict[str, bool]:
    return {"may_decide": may(request.user, Permission.CASE_ALLOCATE)}

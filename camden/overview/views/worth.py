"""What the model is worth: the promises as figures, each of which opens into what it is made of."""

import csv
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.overview import worth as page_of
from camden.overview.asking import Asked, asked_of
from camden.overview.worth_facts import WorthFacts, facts_of
from camden.overview.worth_promises import NOT_MEASURED, PROMISES
from camden.overview.worth_steps import balance
from cases.readings.continuity import figures, looked_at
from conferences.readings.evidence import months_figures

SHOWN = 150  # things in a list: of a whole service one looks team by team


@needs(Permission.FIGURES_READ)
def worth(request: HttpRequest) -> HttpResponse:
    """All promises, now and over four quarters. Whoever sees no family is led to what is kept for the whole service."""
    asked = _asked(request)
    if not asked.teams:
        return redirect("overview:worth-service")
    every = page_of.worth(_facts(request, asked), asked.team_ids, asked.on)
    return render(request, "overview/worth.html", {"asked": asked, "every": every, "not_measured": NOT_MEASURED})


@needs(Permission.FIGURES_READ)
def service(request: HttpRequest) -> HttpResponse:
    """The same promises without names: what is kept of them for the whole service, once a month."""
    shown = {"promises": (*PROMISES.values(), NOT_MEASURED), "evidence": months_figures()}
    return render(request, "overview/worth_service.html", shown)


@needs(Permission.FIGURES_READ)
def promise(request: HttpRequest, promise: str) -> HttpResponse:
    """One promise: the figure, four quarters of it, and the facts behind it."""
    asked = _asked(request)
    if promise not in PROMISES or not asked.teams:
        raise Http404
    page = page_of.opened(promise, _facts(request, asked), asked.team_ids, asked.on)
    met, rest = page.met[:SHOWN], page.rest[:SHOWN]
    request.opened.add(*{each.case for each in (*met, *rest)})
    shown = {"asked": asked, "page": page, "met": met, "rest": rest}
    shown |= {"more": len(page.met) - len(met), "more_rest": len(page.rest) - len(rest)}
    return render(request, "overview/worth_promise.html", shown)


@needs(Permission.FIGURES_READ)
def steps(request: HttpRequest) -> HttpResponse:
    """How steps down held, who was referred again, and whether the lead worker stayed."""
    asked = _asked(request)
    if not asked.teams:
        raise Http404
    page = balance(user=request.user, team_ids=asked.team_ids, on=asked.on)
    children = looked_at(request.user, asked.team_ids, asked.on)
    kept = next(line for line in figures(children, asked.on).lines if line.measure.code == "c5")
    request.opened.add(*page.cases)
    return render(request, "overview/worth_steps.html", {"asked": asked, "page": page, "kept": kept})


@needs(Permission.FIGURES_READ)
def sheet(request: HttpRequest) -> HttpResponse:
    """The same figures as a file, with small numbers hidden: a file is sent on."""
    asked = _asked(request)
    if not asked.teams:
        raise Http404
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="worth-{asked.on.isoformat()}.csv"'
    answer.write("\ufeff")  # so that a spreadsheet reads it as what it is
    csv.writer(answer).writerows(page_of.sheet(page_of.worth(_facts(request, asked), asked.team_ids, asked.on)))
    return answer


def _asked(request: Any) -> Asked:
    return asked_of(request, request.user.team_ids_for(Permission.TEAM_READ), timezone.localdate())


def _facts(request: Any, asked: Asked) -> WorthFacts:
    days = page_of.quarters(asked.on)
    return facts_of(user=request.user, team_ids=asked.team_ids, on=asked.on, days=days)

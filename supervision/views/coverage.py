"""Figures about a group's supervision, and the list behind each."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from camden.access import Permission, needs
from supervision.lookup import get_group
from supervision.readings.coverage import WEEKS, consultations_in_words, evenness, facts_of, figure_list, lines


@needs(Permission.SUPERVISION_HOLD)
def coverage(request: HttpRequest, group_pk: int) -> HttpResponse:
    """Who was talked about in time, what the record holds, and how evenly families are discussed."""
    group, on = get_group(request, group_pk), timezone.localdate()
    facts = facts_of(group, request.user, on)
    request.opened.add(*facts.names)
    shown = {"group": group, "lines": lines(group, facts), "evenness": evenness(facts, on), "weeks": WEEKS}
    shown["consultations"] = consultations_in_words(facts)
    return render(request, "supervision/coverage.html", shown)


@needs(Permission.SUPERVISION_HOLD)
def coverage_list(request: HttpRequest, group_pk: int, figure: str) -> HttpResponse:
    """The list behind one figure: first what is missing."""
    group, on = get_group(request, group_pk), timezone.localdate()
    facts = facts_of(group, request.user, on)
    found = figure_list(group, facts, figure)
    if found is None:
        raise Http404
    request.opened.add(*facts.names)
    return render(request, "supervision/coverage_list.html", {"group": group, "found": found})

"""What stands still in the families of one's own, or of the people one leads."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from camden.access import Permission, may, needs
from cases.readings.drift import families_drift
from cases.readings.drift_told import in_charge
from cases.readings.steps_held import steps_held

HELD_MONTHS = 6  # after a step down (REFERENCE 4.6)
SHOWN = 60  # families: the rest comes up as these are answered


@needs(Permission.CASE_RECORD)
def drift(request: HttpRequest) -> HttpResponse:
    """By family, whichever stood still longest first. Nobody is counted and nobody is ranked."""
    on, leads = timezone.localdate(), may(request.user, Permission.TEAM_READ)
    found = families_drift(in_charge(request.user).values("pk"), on)
    request.opened.add(*(family.case_pk for family in found[:SHOWN]))
    context = {"families": found[:SHOWN], "more": len(found) - SHOWN}
    context["may_decide"] = may(request.user, Permission.CASE_AUTHORISE)
    context["leads"] = leads
    if leads:
        context["steps"] = steps_held(request.user, on, HELD_MONTHS)
    return render(request, "overview/drift.html", context)

"""What stands still in the families of one's own, or of the people one leads."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from camden.access import Permission, may, needs
from cases.readings.drift import families_drift
from cases.readings.drift_told import in_charge

SHOWN = 60  # families: the rest comes up as these are answered


@needs(Permission.CASE_RECORD)
def drift(request: HttpRequest) -> HttpResponse:
    """By family, whichever stood still longest first. Nobody is counted and nobody is ranked."""
    found = families_drift(in_charge(request.user).values("pk"), timezone.localdate())
    request.opened.add(*(family.case_pk for family in found[:SHOWN]))
    context = {"families": found[:SHOWN], "more": len(found) - SHOWN}
    context["may_decide"] = may(request.user, Permission.CASE_AUTHORISE)
    context["leads"] = may(request.user, Permission.TEAM_READ)
    return render(request, "overview/drift.html", context)

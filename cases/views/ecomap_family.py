"""The ecomap of a home as the family has it, and as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.gzip import gzip_page

from camden.access import Permission, needs
from cases.lookup import get_beneath
from cases.models import Household
from cases.readings.ecomap_shown import ecomap_shown
from cases.readings.genogram_paper import FOR_STAFF, whose_version
from cases.readings.snapshots import Shown
from cases.rules.audience import FAMILY, STAFF, Audience
from cases.views.genogram_family import as_file


@needs(Permission.CASE_READ)
@gzip_page
def page(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """What is around a home today, as the family may see it together."""
    household = get_beneath(request, Household, case_pk, pk)
    drawn = _drawn(household, FAMILY)
    return render(request, "cases/ecomap_family.html", {"case": household.case, "home": household, "drawn": drawn})


@needs(Permission.CASE_READ)
def file(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The ecomap of today as a file, as the genogram's; `?for=family` theirs."""
    household = get_beneath(request, Household, case_pk, pk)
    is_family = request.GET.get("for") == "family"
    drawn = _drawn(household, FAMILY if is_family else STAFF)
    if drawn is None:
        raise Http404
    return as_file(drawn, whose_version("") if is_family else FOR_STAFF, request, f"ecomap-{household.pk}")


def _drawn(household: Household, audience: Audience) -> Shown | None:
    """Nothing where nobody lives of whom this audience may know."""
    return ecomap_shown(household, audience, on=timezone.localdate())

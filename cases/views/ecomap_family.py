"""The ecomap of a home as the family has it, and as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.gzip import gzip_page

from camden.access import Permission, needs
from cases.lookup import get_beneath
from cases.models import Household
from cases.readings.ecomap_shown import ecomap_asked, ecomap_shown
from cases.readings.genogram_paper import FOR_STAFF, whose_version
from cases.rules.audience import FAMILY, STAFF
from cases.views.ecomap import day_asked
from cases.views.genogram_family import as_file


@needs(Permission.CASE_READ)
@gzip_page
def page(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """What is around a home today, as the family may see it together."""
    household = get_beneath(request, Household, case_pk, pk)
    drawn = ecomap_shown(household, FAMILY, on=timezone.localdate())
    return render(request, "cases/ecomap_family.html", {"case": household.case, "home": household, "drawn": drawn})


@needs(Permission.CASE_READ)
def file(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The ecomap on the screen as a file, as the genogram's; `?for=family` theirs, of today."""
    household = get_beneath(request, Household, case_pk, pk)
    is_family = request.GET.get("for") == "family"
    today = timezone.localdate()
    on = today if is_family else day_asked(request.GET.get("on", ""), today) or today
    asked = {} if is_family else ecomap_asked(request.GET)
    drawn = ecomap_shown(household, FAMILY if is_family else STAFF, on=on, **asked)
    if drawn is None:
        raise Http404
    return as_file(drawn, whose_version("") if is_family else FOR_STAFF, request, f"ecomap-{household.pk}")

"""The ecomap of a home: who and what is around it on a day, or on two days to compare."""

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.gzip import gzip_page

from camden.access import Permission, may, needs
from cases.lookup import get_beneath
from cases.models import Household
from cases.readings.ecomap import changes, ecomap_of
from cases.readings.ecomap_shown import ecomap_asked

_FURTHEST = timedelta(days=365 * 60)


@needs(Permission.CASE_READ)
@gzip_page
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A home on a day (`?on=`), compared with another (`?and=`); `?workers=1` with professionals, `?view=` whose."""
    household, today = get_beneath(request, Household, case_pk, pk), timezone.localdate()
    on, other = day_asked(request.GET.get("on", ""), today) or today, day_asked(request.GET.get("and", ""), today)
    asked = ecomap_asked(request.GET)
    days = sorted({on, other or on})
    pages = [ecomap_of(household.case, household, on=day, **asked) for day in days]
    context = {
        "case": household.case,
        "page": pages[-1],
        "pages": pages,
        "changes": changes(*pages) if len(pages) > 1 else (),
        "asked": {**asked, "on": days[-1], "other": days[0] if len(days) > 1 else None, "today": today},
        "query": request.GET.urlencode(),
        "may_record": may(request.user, Permission.CASE_RECORD),
        "genogram": reverse("cases:genogram", args=[case_pk]),
    }
    return render(request, "cases/ecomap.html", context)


def day_asked(said: str, today: date) -> date | None:
    """A day as a field of the browser writes it; the nearest that can be asked for."""
    try:
        return min(max(date.fromisoformat(said[:10]), today - _FURTHEST), today)
    except ValueError:
        return None

"""What conferences led to: of the families somebody sees, and of the whole service without small numbers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.rules.names import day_in_words
from conferences.readings.evidence import months_figures, of_families_seen
from conferences.rules.published import CAMDEN_YEAR, LIMITS, TRIAL_DAYS_IN_CARE, TRIAL_FAMILIES


@needs(Permission.FIGURES_READ)
def evidence(request: HttpRequest) -> HttpResponse:
    """`?of=service` shows the whole service's; whoever sees no families sees that alone."""
    sees_rows = may(request.user, Permission.CASE_ALLOCATE)
    of_service = not sees_rows or request.GET.get("of") == "service"
    found = months_figures() if of_service else of_families_seen(request.user, timezone.localdate())
    context = {
        "evidence": found,
        "of_service": of_service,
        "sees_rows": sees_rows,
        "as_of": day_in_words(found.day) if found else "",
        "camden_year": CAMDEN_YEAR,
        "limits": LIMITS,
        "trial_days": TRIAL_DAYS_IN_CARE,
        "trial_families": TRIAL_FAMILIES,
    }
    return render(request, "conferences/evidence.html", context)

"""What needs somebody now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from camden.access import Permission, needs
from camden.operations.alerts import open_alerts
from cases.readings.alerts import alert_lines


@needs(Permission.STAFF_READ)
def alerts(request: HttpRequest) -> HttpResponse:
    """The alerts nobody opened yet, and those of the last days. Looking at them is opening them."""
    on = timezone.localdate()
    lines = alert_lines(open_alerts(user=request.user, on=on), request.user, on)
    request.opened.add(*(line.case_pk for line in lines if line.case_pk))
    new, earlier = [line for line in lines if line.is_new], [line for line in lines if not line.is_new]
    return render(request, "overview/alerts.html", {"new": new, "earlier": earlier})

"""Pages about my groups."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from camden.access import Permission, may, needs
from supervision import readings
from supervision.lookup import (
    groups_of,
)


@needs(Permission.SUPERVISION_JOIN)
def list_(request: HttpRequest) -> HttpResponse:
    """My groups, what is ahead and what was last, whom we have not heard of for longest, and what I was there for."""
    on = timezone.localdate()
    groups = readings.groups(groups_of(request), request.user, on)
    heard = readings.heard(request.user, on)
    request.opened.add(*(line.case_pk for line in heard), *(line.pk for group in groups for line in group.unheard))
    context = {"groups": groups, "heard": heard, "may_hold": may(request.user, Permission.SUPERVISION_HOLD)}
    context["may_authorise"] = may(request.user, Permission.CASE_AUTHORISE)
    return render(request, "supervision/list.html", context)

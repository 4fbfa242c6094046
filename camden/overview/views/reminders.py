"""How somebody wants to be reminded: what they mute, and the private address of their calendar."""

import uuid
from typing import Any
from urllib.parse import urlsplit

from allauth.core.internal.ratelimit import consume
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from camden import audit
from camden.access import Permission, needs
from camden.operations import reminding
from camden.overview.calendar import calendar_file
from camden.overview.wishes import entries, wishes_of
from camden.principal import acting_as


@needs(Permission.CASE_RECORD)
def reminders(request: HttpRequest) -> HttpResponse:
    """What is told, by whom it can be muted, and the calendar's address: made, shown once, replaced, revoked."""
    address = ""
    if request.method == "POST" and request.POST.get("calendar") == "make":
        token = reminding.make_address(person=request.user)
        address = settings.CAMDEN_URL.rstrip("/") + reverse("overview:calendar-feed", args=[token])
    elif request.method == "POST" and request.POST.get("calendar") == "revoke":
        reminding.revoke_address(person=request.user)
        messages.success(request, "Nobody can read your calendar any more.")
        return redirect("overview:reminders")
    context = {"wishes": wishes_of(request.user), "address": address}
    return render(request, "overview/reminders.html", context)


@needs(Permission.CASE_RECORD)
@require_POST
def mute(request: HttpRequest) -> HttpResponse:
    """One kind of reminder, muted or wanted again. What may not be muted is answered like what does not exist."""
    work, wishes = request.POST.get("work", ""), wishes_of(request.user)
    wish = next((each for each in wishes.kinds if each.work == work), None)
    if wish is None or not wish.may_be_muted:
        raise Http404
    if request.POST.get("again"):
        reminding.unmute(person=request.user, work=work)
        messages.success(request, f"You will be told again: {wish.text}.")
    else:
        reminding.mute(person=request.user, work=work)
        messages.success(request, f"Muted: {wish.text}. It waits folded away on My day.")
    return redirect("overview:reminders")


@login_not_required
@require_safe
def calendar_feed(request: Any, token: str) -> HttpResponse:
    """The due days of whoever this private address belongs to, with their rights: no more than they may see.

    Asked by a calendar's programme, which cannot sign in: the secret is the proof. Whatever else is wrong, the answer
    is the same as for an address that never was.
    """
    asked = {"app": "camden", "action": "calendar", "config": settings.CALENDAR_RATES, "limit_get": True}
    if not consume(request, key=reminding.hashed(token), **asked):
        return HttpResponse("Too often. Try again in an hour.\n", status=429, content_type="text/plain")
    person = reminding.whose_calendar(token)
    if person is None:
        raise Http404
    on, host = timezone.localdate(), urlsplit(settings.CAMDEN_URL).hostname or "localhost"
    with acting_as(person, uuid.uuid4()) as request_id:
        found, cases = entries(person, on, settings.CAMDEN_URL.rstrip("/"))
        if cases:  # no event, no calendar
            audit.opened(page="overview:calendar-feed", cases=cases, why="", request_id=request_id)
    request.opened.add(*cases)
    request.opened.is_written = True
    response = HttpResponse(calendar_file(found, name="Due", host=host), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="due.ics"'
    response["Cache-Control"] = "no-store"
    return response

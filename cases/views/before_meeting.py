"""*Before the meeting*: what a chair, a reviewing officer or whoever holds a meeting reads in five minutes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from camden.access import Permission, may, needs
from cases.lookup import get_beneath
from cases.models import PlannedMeeting, ProtectionConference
from cases.readings.before_meeting import before_meeting
from cases.readings.invitations import Gathering
from cases.readings.sections import page


@needs(Permission.CASE_READ)
def conference(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Before a child protection conference."""
    return _page(request, get_beneath(request, ProtectionConference, case_pk, pk))


@needs(Permission.CASE_READ)
def meeting(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Before a core group, a child in need review or a team around the family."""
    return _page(request, get_beneath(request, PlannedMeeting, case_pk, pk))


def _page(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    case = gathering.case
    context = {
        "case": case,
        "page": before_meeting(gathering, timezone.localdate()),
        "drift": page("cases:drift", case.pk),
        "may_raise": may(request.user, Permission.PROTECTION_CHAIR),
        "may_arrange": may(request.user, Permission.MEETING_ARRANGE),
    }
    return render(request, "cases/before_meeting.html", context)

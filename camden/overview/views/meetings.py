"""Meetings of the families of one's teams: for whoever arranges them, invites and sends."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from camden.access import Permission, needs
from cases.readings.team_meetings import meetings_to_come, records_to_send


@needs(Permission.MEETING_ARRANGE)
def meetings(request: HttpRequest) -> HttpResponse:
    """What is to come, who is asked and who is still to be asked; and records that are still to be sent."""
    on = timezone.localdate()
    ahead, unsent = meetings_to_come(request.user, on), records_to_send(request.user, on)
    request.opened.add(*(each.meeting.case_pk for each in ahead), *(each.case_pk for each in unsent))
    return render(request, "overview/meetings.html", {"ahead": ahead, "unsent": unsent})

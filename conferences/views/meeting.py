"""The family met."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from camden.operations.versions import Overtaken
from conferences.forms.meeting import MeetingForm
from conferences.lookup import get_conference
from conferences.operations.meeting import note_meeting
from conferences.operations.stages import NotThatWay
from conferences.readings.noted import invited_of, last_meeting

_NOW = {"began": "private_from", "opened": "private_until"}


@needs(Permission.CONFERENCE_CONVENE)
@keeps_words("a meeting")
def new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Note the meeting and who came. Of the family's time alone two times are kept; nothing counts them down."""
    conference = get_conference(request, case_pk, pk)
    meeting = last_meeting(conference)
    form = MeetingForm(
        _typed(request),
        invitees=invited_of(conference),
        meeting=meeting,
        place=conference.place,
        on=timezone.localdate(),
    )
    if form.is_valid():
        try:
            note_meeting(conference=conference, by=request.user, **form.facts())
        except Overtaken as found:
            form.overtaken(found)
        except NotThatWay as why:
            form.add_error("held_on", str(why))
        else:
            messages.success(request, "The meeting is noted.")
            to = "plan" if "plan" in request.POST else "meeting" if _NOW.keys() & request.POST.keys() else "conference"
            return redirect(reverse(f"conferences:{to}", args=[case_pk, pk]))
    return render(request, "conferences/meeting.html", {"conference": conference, "form": form})


def _typed(request: HttpRequest) -> Any:
    """What was sent; a press of "now" gives the time of the clock."""
    if request.method != "POST":
        return None
    typed = request.POST.copy()
    for button, name in _NOW.items():
        if button in typed:
            typed[name] = f"{timezone.localtime():%H:%M}"
    return typed

"""The family met."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from conferences.forms.workspace import MeetingForm
from conferences.lookup import get_conference
from conferences.operations.stages import NotThatWay, hold_meeting


@needs(Permission.CONFERENCE_CONVENE)
@keeps_words("a meeting")
def new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Note the meeting. Of the family's time alone two times are kept; nothing counts them down."""
    conference = get_conference(request, case_pk, pk)
    form = MeetingForm(request.POST or None, on=timezone.localdate())
    if form.is_valid():
        said = dict(form.cleaned_data)
        try:
            hold_meeting(conference=conference, by=request.user, on=said.pop("held_on"), **said)
        except NotThatWay as why:
            form.add_error("held_on", str(why))
        else:
            messages.success(request, "The meeting is noted.")
            return redirect(conference)
    return render(request, "conferences/meeting.html", {"conference": conference, "form": form})

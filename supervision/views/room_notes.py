"""What stays in the room about one family, for those who were there."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from supervision import readings
from supervision.forms import RoomNotesForm
from supervision.lookup import get_discussion_heard
from supervision.models import Discussion
from supervision.operations import Locked, differ, note_difference, say_position
from supervision.readings.settings import lens_titles
from supervision.views.sessions import locked


@needs(Permission.SUPERVISION_JOIN)
@keeps_words("what stays in the room")
def room_notes(request: HttpRequest, discussion_pk: int) -> HttpResponse:
    """Differences, one's position, seeing it differently: to read, and to write until the discussion is agreed."""
    found = get_discussion_heard(request, discussion_pk)
    notes = readings.room_notes(found, request.user)
    context: dict[str, Any] = {"discussion": found, "notes": notes}
    if found.agreed_on is None and found.session.cancelled_on is None and notes.is_of_the_group:
        writes = found.is_writable
        presents = writes and found.presenter_id == request.user.pk
        own = {"position": notes.own_position, "dissent": notes.own_dissent, "notes": writes, "presents": presents}
        form = RoomNotesForm(request.POST or None, lenses=lens_titles(), **own)
        if form.is_valid():
            return _write(request, found, form, notes.own_dissent)
        context["form"] = form
    elif request.method == "POST":
        messages.error(request, locked(found))
    return render(request, "supervision/room_notes.html", context)


def _write(request: HttpRequest, found: Discussion, form: RoomNotesForm, had: str) -> HttpResponse:
    said, whose = form.cleaned_data, {"discussion": found, "by": request.user}
    try:
        if said["difference"]:
            note_difference(**whose, **said["difference"])
        if form.presents:
            say_position(**whose, words=said["position"], was_spoken=said["was_spoken"])
        if said["dissent"] and said["dissent"] != had:
            differ(**whose, words=said["dissent"])
    except Locked:
        messages.error(request, locked(found))
    else:
        messages.success(request, "Saved. It stays with this session.")
    return redirect("supervision:room-notes", found.pk)

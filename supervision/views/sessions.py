"""Pages about a session: planned, open, and who is there."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from camden.rules.names import day_in_words
from supervision import readings
from supervision.forms import SessionForm, WhoIsHereForm
from supervision.lookup import (
    get_session,
    groups_of,
)
from supervision.models import Discussion, Session
from supervision.operations import (
    Locked,
    open_session,
    say_who_is_here,
)


@needs(Permission.SUPERVISION_HOLD)
@keeps_words("a session")
def session_new(request: HttpRequest) -> HttpResponse:
    """Open a session of one of my groups: today's, or one that is planned. `?group=` says which."""
    groups = groups_of(request)
    group = next((each for each in groups if str(each.pk) == request.GET.get("group")), groups[0] if groups else None)
    if group is None:
        return render(request, "supervision/session_new.html", {})
    on = timezone.localdate()
    given = {
        "initial": {"held_on": on},
        "people": readings.people_of(group),
        "present": {request.user.pk: "supervisor"},
    }
    form = SessionForm(request.POST or None, on=on, **given)
    if form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("held_on", "setting", "place", "parts")}
        session = open_session(group=group, by=request.user, **said)
        how = "planned" if session.held_on > on else "open"
        messages.success(request, f"The session is {how}. Bring the first family.")
        return redirect("supervision:session", session.pk)
    others = [each for each in groups if each != group]
    return render(request, "supervision/session_new.html", {"form": form, "group": group, "others": others})


@needs(Permission.SUPERVISION_JOIN)
def session(request: HttpRequest, session_pk: int) -> HttpResponse:
    """One session: who is here, and the families, one after the other."""
    return render(request, "supervision/session.html", shown(request, get_session(request, session_pk)))


@needs(Permission.SUPERVISION_HOLD)
@keeps_words("who was there")
def attendance(request: HttpRequest, session_pk: int) -> HttpResponse:
    """Who is here after all, and as what."""
    found = get_session(request, session_pk)
    present = {each.person_id: each.part for each in readings.people(found)}
    form = WhoIsHereForm(request.POST or None, people=readings.people_of(found.group), present=present)
    if form.is_valid():
        try:
            say_who_is_here(session=found, parts=form.cleaned_data["parts"])
        except Locked:
            messages.error(request, locked(found))
        return redirect("supervision:session", found.pk)
    return render(request, "supervision/attendance.html", {"session": found, "form": form})


def shown(request: HttpRequest, found: Session) -> dict[str, Any]:
    lines = readings.of_session(found, request.user)
    request.opened.add(*(line.case_pk for line in lines))
    people = readings.people(found)
    return {
        "session": found,
        "is_going": not found.agreed_on and not found.cancelled_on,
        "day": day_in_words(found.held_on),
        "people": people,
        "discussions": lines,
        "is_here": any(each.person_id == request.user.pk for each in people),
        "may_hold": may(request.user, Permission.SUPERVISION_HOLD),
        "has_been": found.held_on <= timezone.localdate(),
    }


def locked(found: Session | Discussion) -> str:
    """What is said when nothing can be written any more."""
    session = found if isinstance(found, Session) else found.session
    if session.cancelled_on:
        return "This session was called off. What was begun stays as it is."
    when = day_in_words(found.agreed_on) if found.agreed_on else "a moment ago"
    return f"This was agreed {'on ' if found.agreed_on else ''}{when}. What was written stays as it is."

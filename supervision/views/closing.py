"""A session ends, and what comes after it: a reflection of one's own, and that one has read what was agreed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from camden.rules.names import day_in_words
from supervision.forms.afterwards import ReflectionForm
from supervision.lookup import get_session, get_session_i_am_at
from supervision.models import Discussion
from supervision.operations import (
    Locked,
    NotYetHeld,
    close_session,
)
from supervision.operations.afterwards import confirm_reading, reflect
from supervision.readings.afterwards import own_reflection, read_by
from supervision.readings.closure import endings
from supervision.views.sessions import locked, shown


@needs(Permission.SUPERVISION_HOLD)
def closure(request: HttpRequest, session_pk: int) -> HttpResponse:
    """End a session: what will happen, and then it happens."""
    found = get_session(request, session_pk)
    if request.method != "POST":
        families = endings(found, request.user)
        request.opened.add(*(each.line.case_pk for each in families))
        context = {"session": found, "day": day_in_words(found.held_on), "families": families}
        return render(request, "supervision/closure.html", context)
    try:
        left = close_session(session=found, by=request.user, on=timezone.localdate(), at=timezone.now())
    except NotYetHeld:
        messages.error(request, "This session is on a later day. It can end once it has been held.")
    except Locked:
        messages.error(request, locked(found))
    else:
        _say_how_it_ended(request, left)
    return redirect("supervision:session", found.pk)


@needs(Permission.SUPERVISION_JOIN)
@keeps_words("a reflection of my own")
def reflection(request: HttpRequest, session_pk: int) -> HttpResponse:
    """What I take from a session for myself. Nobody else reads it."""
    found = get_session_i_am_at(request, session_pk)
    form = ReflectionForm(request.POST or None, initial={"words": own_reflection(found, request.user)})
    if form.is_valid():
        reflect(session=found, by=request.user, words=form.cleaned_data["words"])
        messages.success(request, "Kept. Nobody but you can open it.")
        return redirect("supervision:session", found.pk)
    context = {"session": found, "day": day_in_words(found.held_on), "form": form}
    return render(request, "supervision/reflection.html", context)


@needs(Permission.SUPERVISION_JOIN)
def reading(request: HttpRequest, session_pk: int) -> HttpResponse:
    """What was agreed while I was not there, and that I have read it."""
    found = get_session(request, session_pk)
    read = read_by(found, request.user)
    if request.method == "POST" and read.is_mine_to_read and found.agreed_on:
        confirm_reading(session=found, by=request.user, on=timezone.localdate())
        messages.success(request, "Thank you. The group sees that you have read it.")
        return redirect("supervision:session", found.pk)
    return render(request, "supervision/reading.html", shown(request, found) | {"read": read})


def _say_how_it_ended(request: HttpRequest, left: list[Discussion]) -> None:
    messages.success(request, "The session has ended. What was agreed is with its keepers, and on each child’s file.")
    if left:
        one = len(left) == 1
        words = "One family is" if one else f"{len(left)} families are"
        messages.warning(request, f"{words} still to finish, within two working days, and does not count until then.")

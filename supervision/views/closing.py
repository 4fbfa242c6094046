"""A session ends."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from supervision.lookup import (
    get_session,
)
from supervision.models import Discussion
from supervision.operations import (
    Locked,
    NotYetHeld,
    close_session,
)
from supervision.views.sessions import locked, shown


@needs(Permission.SUPERVISION_HOLD)
def closure(request: HttpRequest, session_pk: int) -> HttpResponse:
    """End a session: what will happen, and then it happens."""
    found = get_session(request, session_pk)
    if request.method != "POST":
        return render(request, "supervision/closure.html", shown(request, found))
    try:
        left = close_session(session=found, by=request.user, on=timezone.localdate())
    except NotYetHeld:
        messages.error(request, "This session is on a later day. It can end once it has been held.")
    except Locked:
        messages.error(request, locked(found))
    else:
        _say_how_it_ended(request, left)
    return redirect("supervision:session", found.pk)


def _say_how_it_ended(request: HttpRequest, left: list[Discussion]) -> None:
    messages.success(request, "The session has ended. What was agreed is with its keepers, and on each timeline.")
    if left:
        one = len(left) == 1
        words = "One family is" if one else f"{len(left)} families are"
        messages.warning(request, f"{words} still to finish, within two working days, and does not count until then.")

"""Where somebody begins after sign-in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse

from camden.access import Permission, may, needs

# The first that the person may open and that exists.
FIRST_PAGES = (
    (Permission.CASE_RECORD, "overview:my-day"),
    (Permission.MEETING_ARRANGE, "overview:meetings"),
    (Permission.CONFERENCE_CONVENE, "conferences:list"),
    (Permission.SUPERVISION_JOIN, "supervision:list"),
    (Permission.STAFF_KEEP, "office:settings"),
    (Permission.LEARNING_LEAD, "training:mine"),
    (Permission.CASE_READ, "cases:list"),
    (Permission.STAFF_READ, "office:roles"),
)


@needs(Permission.STAFF_READ)
def home(request: HttpRequest) -> HttpResponse:
    """My day for those who work with families; else the page where the person's own work is."""
    for permission, name in FIRST_PAGES:
        if may(request.user, permission) and (address := _address(name)):
            return redirect(address)
    return redirect("office:roles")


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""

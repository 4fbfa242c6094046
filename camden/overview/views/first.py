"""Where somebody begins after sign-in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from camden.access import Permission, may, needs


@needs(Permission.STAFF_READ)
def home(request: HttpRequest) -> HttpResponse:
    """The first page after sign-in: families for those whose role opens records, else what everybody may read."""
    return redirect("cases:list" if may(request.user, Permission.CASE_READ) else "office:roles")

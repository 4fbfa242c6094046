"""The page with nothing on it: what Django, session, principal, frame and one read event cost by themselves."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path

from camden.access import Permission, needs

ADDRESS = "/bench/empty/{case}/"


@needs(Permission.CASE_READ)
def empty(request: HttpRequest, case: int) -> HttpResponse:
    """The frame of every page, which opened one record."""
    request.opened.add(case)
    return render(request, "base.html")


# The service's addresses and one more, while the bench runs.
urlpatterns = [
    path("bench/empty/<int:case>/", empty, name="bench-empty"),
    path("", include("camden.urls")),
]

"""The switchboard."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

from camden.office.urls import accounts

urlpatterns: list[URLPattern | URLResolver] = [
    path("", RedirectView.as_view(pattern_name="cases:list"), name="home"),
    path("", include("camden.office.urls")),
    path("accounts/", include(accounts)),
    path("cases/", include("cases.urls")),
]

"""The switchboard."""

from django.urls import URLPattern, URLResolver, include, path

from camden.office.urls import accounts
from camden.overview.views import home

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home, name="home"),
    path("", include("camden.office.urls")),
    path("", include("camden.overview.urls")),
    path("accounts/", include(accounts)),
    path("cases/", include("cases.urls")),
    path("", include("supervision.urls")),
    path("learning/", include("training.urls")),
    path("", include("conferences.urls")),
]

handler500 = "camden.office.views.server_error"

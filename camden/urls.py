"""The switchboard."""

from django.urls import URLPattern, URLResolver, include, path

from camden.office.urls import accounts
from camden.overview.views import home
from cases.views import feedback_link

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home, name="home"),
    # Without an account, and without a word in the address that would endanger whoever has it on their telephone.
    path("f/thank-you/", feedback_link.thanks, name="feedback-thanks"),
    path("f/<slug:token>/", feedback_link.link, name="feedback-link"),
    path("", include("camden.office.urls")),
    path("", include("camden.overview.urls")),
    path("accounts/", include(accounts)),
    path("cases/", include("cases.urls")),
    path("", include("supervision.urls")),
    path("learning/", include("training.urls")),
    path("", include("conferences.urls")),
]

handler500 = "camden.office.views.server_error"

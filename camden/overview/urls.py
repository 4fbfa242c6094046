"""Nouns of the roof."""

from django.urls import path

from camden.overview.views import teams

app_name = "overview"
urlpatterns = [
    path("teams/", teams.list_, name="teams"),
    path("teams/mine/", teams.mine, name="my-caseload"),
    path("teams/<int:pk>/", teams.detail, name="team"),
    path("teams/<int:team_pk>/people/<int:pk>/", teams.worker, name="team-worker"),
]

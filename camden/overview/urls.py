"""Pages that look across the apps."""

from django.urls import path

from camden.overview.views import my_day, teams

app_name = "overview"
urlpatterns = [
    path("my-day/", my_day.my_day, name="my-day"),
    path("my-day/caught-up/", my_day.caught_up, name="caught-up"),
    path("teams/", teams.list_, name="teams"),
    path("teams/mine/", teams.mine, name="my-caseload"),
    path("teams/<int:pk>/", teams.detail, name="team"),
    path("teams/<int:team_pk>/people/<int:pk>/", teams.worker, name="team-worker"),
]

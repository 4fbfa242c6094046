"""Pages that look across the apps."""

from django.urls import path

from camden.overview.views import alerts, continuity, drift, meetings, my_day, own, reminders, teams, worth

app_name = "overview"
urlpatterns = [
    path("my-day/", my_day.my_day, name="my-day"),
    path("my-day/late/", my_day.late, name="late"),
    path("my-day/caught-up/", my_day.caught_up, name="caught-up"),
    path("my-day/drift/", drift.drift, name="drift"),
    # Reminders
    path("my-day/reminders/", reminders.reminders, name="reminders"),
    path("my-day/reminders/mute/", reminders.mute, name="reminder-mute"),
    path("alerts/", alerts.alerts, name="alerts"),
    path("calendar/<slug:token>.ics", reminders.calendar_feed, name="calendar-feed"),
    path("meetings/", meetings.meetings, name="meetings"),
    path("teams/", teams.list_, name="teams"),
    path("teams/mine/", own.mine, name="my-caseload"),
    path("teams/mine/lists/<slug:what>/", own.figure, name="my-figure"),
    path("teams/mine/figures/<slug:what>/answer/", own.answer, name="my-figure-answer"),
    path("teams/<int:pk>/", teams.detail, name="team"),
    path("teams/<int:pk>/practice/", teams.practice, name="team-practice"),
    path("teams/<int:pk>/equality/", teams.equality, name="team-equality"),
    path("teams/<int:pk>/lists/<slug:what>/", teams.figure, name="team-list"),
    path("teams/<int:pk>/sheets/<slug:kind>/", teams.sheet, name="team-sheet"),
    path("teams/<int:team_pk>/people/<int:pk>/", teams.worker, name="team-worker"),
    # How steady children's workers are
    path("continuity/", continuity.figures, name="continuity"),
    path("continuity/sheets/<slug:kind>/", continuity.sheet, name="continuity-sheet"),
    path("continuity/mine/", continuity.mine, name="my-continuity"),
    path("continuity/people/<int:pk>/", continuity.person, name="continuity-person"),
    path("continuity/cases/<int:case_pk>/children/<int:pk>/", continuity.child, name="continuity-child"),
    path("continuity/<slug:measure>/", continuity.measure, name="continuity-measure"),
    # What the model is worth
    path("worth/", worth.worth, name="worth"),
    path("worth/figures.csv", worth.sheet, name="worth-sheet"),
    path("worth/service/", worth.service, name="worth-service"),
    path("worth/steps/", worth.steps, name="worth-steps"),
    path("worth/<slug:promise>/", worth.promise, name="worth-promise"),
]

"""Nouns of the record."""

from django.urls import path

from cases.views import agreed, allocation, cases, children, duty, involvements, proposals, reminders, visits

app_name = "cases"
urlpatterns = [
    path("", cases.list_, name="list"),
    path("find/", cases.find, name="find"),
    path("proposals/", proposals.list_, name="proposals"),
    path("<int:pk>/", cases.detail, name="detail"),
    path("<int:case_pk>/visits/new/", visits.new, name="visit-new"),
    path("<int:case_pk>/visits/<int:pk>/", visits.detail, name="visit"),
    path("<int:case_pk>/actions/<int:pk>/", agreed.action, name="action"),
    path("<int:case_pk>/actions/<int:pk>/closure/", agreed.closure, name="action-closure"),
    path("<int:case_pk>/duty-notes/new/", duty.new, name="duty-note-new"),
    path("<int:case_pk>/duty-notes/<int:pk>/", duty.detail, name="duty-note"),
    path("<int:case_pk>/children/<int:pk>/", children.detail, name="child"),
    path("<int:case_pk>/children/<int:pk>/allocation/", allocation.new, name="allocation-new"),
    path("<int:case_pk>/children/<int:pk>/involvements/new/", involvements.new, name="involvement-new"),
    path("<int:case_pk>/involvements/<int:pk>/ending/", involvements.ending, name="involvement-ending"),
    # Reminders
    path("<int:case_pk>/reminders/<slug:work>/snooze/", reminders.snooze, name="snooze"),
    path("<int:case_pk>/proposals/<int:pk>/", proposals.detail, name="proposal"),
]

"""Nouns of family group conferences. They hang beneath the family's record, and open to its coordinator without it."""

from django.urls import path

from conferences.views import danger, lists, meeting, people, plan, referral, safety, stages, workspace

app_name = "conferences"
urlpatterns = [
    path("conferences/", lists.list_, name="list"),
    path("cases/<int:case_pk>/conferences/", lists.for_case, name="for-case"),
    path("cases/<int:case_pk>/conferences/new/", referral.new, name="new"),
    path("cases/<int:case_pk>/conferences/<int:pk>/", workspace.detail, name="conference"),
    path("cases/<int:case_pk>/conferences/<int:pk>/coordinator/", referral.coordinator, name="coordinator"),
    path("cases/<int:case_pk>/conferences/<int:pk>/mandate/", referral.mandate, name="mandate"),
    path("cases/<int:case_pk>/conferences/<int:pk>/stage/", stages.stage, name="stage"),
    path("cases/<int:case_pk>/conferences/<int:pk>/meeting/", meeting.new, name="meeting"),
    path("cases/<int:case_pk>/conferences/<int:pk>/invitees/new/", people.new, name="invitee-new"),
    path("cases/<int:case_pk>/conferences/invitees/<int:pk>/", people.detail, name="invitee"),
    path("cases/<int:case_pk>/conferences/<int:pk>/plan/", plan.detail, name="plan"),
    path("cases/<int:case_pk>/conferences/<int:pk>/plan/paper/", plan.paper, name="plan-paper"),
    path("cases/<int:case_pk>/conferences/<int:pk>/agreement/", plan.agreement, name="agreement"),
    # What keeps people safe, and what must not stay in the preparation.
    path("cases/<int:case_pk>/conferences/<int:pk>/safety/new/", safety.new, name="safety-new"),
    path("cases/<int:case_pk>/conferences/safety/<int:pk>/ending/", safety.ending, name="safety-ending"),
    path("cases/<int:case_pk>/conferences/<int:pk>/danger/new/", danger.new, name="danger-new"),
    path("cases/<int:case_pk>/conferences/dangers/<int:pk>/", danger.detail, name="danger"),
]

"""Nouns of family group conferences. They hang beneath the family's record, and open to its coordinator without it."""

from django.urls import path

from conferences.views import letters, lists, meeting, paper, people, plan, referral, workspace

app_name = "conferences"
urlpatterns = [
    path("conferences/", lists.list_, name="list"),
    path("cases/<int:case_pk>/conferences/", lists.for_case, name="for-case"),
    path("cases/<int:case_pk>/conferences/new/", referral.new, name="new"),
    path("cases/<int:case_pk>/conferences/<int:pk>/", workspace.detail, name="conference"),
    path("cases/<int:case_pk>/conferences/<int:pk>/coordinator/", referral.coordinator, name="coordinator"),
    path("cases/<int:case_pk>/conferences/<int:pk>/mandate/", referral.mandate, name="mandate"),
    path("cases/<int:case_pk>/conferences/<int:pk>/stage/", workspace.stage, name="stage"),
    path("cases/<int:case_pk>/conferences/<int:pk>/meeting/", meeting.new, name="meeting"),
    path("cases/<int:case_pk>/conferences/<int:pk>/invitees/new/", people.new, name="invitee-new"),
    path("cases/<int:case_pk>/conferences/invitees/<int:pk>/", people.detail, name="invitee"),
    path("cases/<int:case_pk>/conferences/<int:pk>/plan/", plan.detail, name="plan"),
    path("cases/<int:case_pk>/conferences/<int:pk>/plan/paper/", paper.detail, name="plan-paper"),
    path("cases/<int:case_pk>/conferences/<int:pk>/agreement/", plan.agreement, name="agreement"),
]
urlpatterns += [
    path("cases/<int:case_pk>/conferences/<int:pk>/letters/", letters.list_, name="letters"),
    path(
        "cases/<int:case_pk>/conferences/invitees/<int:pk>/letters/<str:kind>/<str:reader>/",
        letters.new,
        name="letter-new",
    ),
    path("cases/<int:case_pk>/conferences/letters/<int:pk>/", letters.detail, name="letter"),
    path("cases/<int:case_pk>/conferences/letters/<int:pk>/wording/", letters.wording, name="letter-wording"),
    path("cases/<int:case_pk>/conferences/letters/<int:pk>/file/", letters.file, name="letter-file"),
    path("cases/<int:case_pk>/conferences/<int:pk>/plan/file/", paper.file, name="plan-file"),
]

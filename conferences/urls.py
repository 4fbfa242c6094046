"""Nouns of family group conferences. They hang beneath the family's record, and open to its coordinator without it."""

from django.urls import path

from conferences.views import lists, mandate, meeting, people, plan, referral, reviewing, workspace

app_name = "conferences"
urlpatterns = [
    path("conferences/", lists.list_, name="list"),
    path("cases/<int:case_pk>/conferences/", lists.for_case, name="for-case"),
    path("cases/<int:case_pk>/conferences/new/", referral.new, name="new"),
    path("cases/<int:case_pk>/conferences/<int:pk>/", workspace.detail, name="conference"),
    path("cases/<int:case_pk>/conferences/<int:pk>/coordinator/", referral.coordinator, name="coordinator"),
    path("cases/<int:case_pk>/conferences/<int:pk>/mandate/", mandate.mandate, name="mandate"),
    path("cases/<int:case_pk>/conferences/<int:pk>/stage/", workspace.stage, name="stage"),
    path("cases/<int:case_pk>/conferences/<int:pk>/meeting/", meeting.new, name="meeting"),
    path("cases/<int:case_pk>/conferences/<int:pk>/invitees/new/", people.new, name="invitee-new"),
    path("cases/<int:case_pk>/conferences/invitees/<int:pk>/", people.detail, name="invitee"),
    path("cases/<int:case_pk>/conferences/<int:pk>/plan/", plan.detail, name="plan"),
    path("cases/<int:case_pk>/conferences/<int:pk>/plan/paper/", plan.paper, name="plan-paper"),
    path("cases/<int:case_pk>/conferences/<int:pk>/agreement/", plan.agreement, name="agreement"),
    path("cases/<int:case_pk>/conferences/<int:pk>/plan/story/", reviewing.story, name="plan-story"),
    path("cases/<int:case_pk>/conferences/<int:pk>/plan/reviews/new/", reviewing.new, name="plan-review-new"),
    path(
        "cases/<int:case_pk>/conferences/<int:pk>/plan/editions/<int:number>/", reviewing.edition, name="plan-edition"
    ),
]

"""Nouns of family group conferences. They hang beneath the family's record, and open to its coordinator without it."""

from django.urls import path

from conferences.views import (
    before_court,
    danger,
    evidence,
    family_link,
    information,
    letters,
    links,
    lists,
    mandate,
    meeting,
    offering,
    paper,
    people,
    plan,
    preparing,
    referral,
    reviewing,
    safety,
    settings,
    stages,
    workspace,
)

app_name = "conferences"
urlpatterns = [
    path("conferences/", lists.list_, name="list"),
    path("conferences/evidence/", evidence.evidence, name="evidence"),
    path("cases/<int:case_pk>/conferences/", lists.for_case, name="for-case"),
    path("cases/<int:case_pk>/conferences/new/", referral.new, name="new"),
    path("cases/<int:case_pk>/conferences/<int:pk>/", workspace.detail, name="conference"),
    path("cases/<int:case_pk>/conferences/<int:pk>/coordinator/", referral.coordinator, name="coordinator"),
    path("cases/<int:case_pk>/conferences/<int:pk>/mandate/", mandate.mandate, name="mandate"),
    path("cases/<int:case_pk>/conferences/<int:pk>/stage/", stages.stage, name="stage"),
    path("cases/<int:case_pk>/conferences/<int:pk>/meeting/", meeting.new, name="meeting"),
    path("cases/<int:case_pk>/conferences/<int:pk>/invitees/new/", people.new, name="invitee-new"),
    path("cases/<int:case_pk>/conferences/<int:pk>/people/", people.people, name="people"),
    path("cases/<int:case_pk>/conferences/<int:pk>/apart/", people.apart, name="apart"),
    path("cases/<int:case_pk>/conferences/apart/<int:pk>/ending/", people.apart_ending, name="apart-ending"),
    path("cases/<int:case_pk>/conferences/invitees/<int:pk>/", people.detail, name="invitee"),
    path("cases/<int:case_pk>/conferences/invitees/<int:pk>/contacts/new/", people.contact_new, name="contact-new"),
    path("cases/<int:case_pk>/conferences/contacts/<int:pk>/", people.contact, name="contact"),
    path("cases/<int:case_pk>/conferences/<int:pk>/preparing/", preparing.detail, name="preparing"),
    path("cases/<int:case_pk>/conferences/<int:pk>/when/", preparing.when, name="when"),
    path("cases/<int:case_pk>/conferences/<int:pk>/questions/", preparing.questions, name="questions"),
    path(
        "cases/<int:case_pk>/conferences/<int:pk>/arrangements/<slug:need>/", preparing.arrangement, name="arrangement"
    ),
    path("cases/<int:case_pk>/conferences/<int:pk>/reports/new/", information.new, name="report-new"),
    path("cases/<int:case_pk>/conferences/reports/<int:pk>/", information.detail, name="report"),
    path("cases/<int:case_pk>/conferences/<int:pk>/your-page/", information.own, name="own-report"),
    path("cases/<int:case_pk>/conferences/<int:pk>/plan/", plan.detail, name="plan"),
    path("cases/<int:case_pk>/conferences/<int:pk>/plan/paper/", paper.detail, name="plan-paper"),
    path("cases/<int:case_pk>/conferences/<int:pk>/agreement/", plan.agreement, name="agreement"),
    path("cases/<int:case_pk>/conferences/<int:pk>/plan/story/", reviewing.story, name="plan-story"),
    path("cases/<int:case_pk>/conferences/<int:pk>/plan/reviews/new/", reviewing.new, name="plan-review-new"),
    path(
        "cases/<int:case_pk>/conferences/<int:pk>/plan/editions/<int:number>/", reviewing.edition, name="plan-edition"
    ),
    # What keeps people safe, and what must not stay in the preparation.
    path("cases/<int:case_pk>/conferences/<int:pk>/safety/new/", safety.new, name="safety-new"),
    path("cases/<int:case_pk>/conferences/safety/<int:pk>/ending/", safety.ending, name="safety-ending"),
    path("cases/<int:case_pk>/conferences/<int:pk>/danger/new/", danger.new, name="danger-new"),
    path("cases/<int:case_pk>/conferences/dangers/<int:pk>/", danger.detail, name="danger"),
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
    # Offer and consent
    path("cases/<int:case_pk>/conferences/<int:pk>/askings/new/", offering.asking, name="asking-new"),
    path("cases/<int:case_pk>/conferences/<int:pk>/not-taken-up/", offering.not_taken_up, name="not-taken-up"),
    path("cases/<int:case_pk>/conferences/<int:pk>/offer/", offering.detail, name="offer"),
    path("cases/<int:case_pk>/conferences/<int:pk>/offer/again/", offering.again, name="offer-again"),
    path("cases/<int:case_pk>/conferences/<int:pk>/network/", offering.network, name="network"),
    path("cases/<int:case_pk>/conferences/not-yet/", offering.not_yet, name="not-yet"),
    path("cases/<int:case_pk>/conferences/before-court/", before_court.detail, name="before-court"),
    path("cases/<int:case_pk>/conferences/before-court/letter/", before_court.letter, name="letter-held"),
    path("settings/conferences/", settings.settings, name="settings"),
    path("settings/conferences/words/", settings.danger_word, name="danger-word"),
    path("cases/<int:case_pk>/conferences/<int:pk>/afterwards/", links.afterwards, name="afterwards"),
    path("cases/<int:case_pk>/conferences/<int:pk>/links/new/", links.link_new, name="link-new"),
    path("cases/<int:case_pk>/conferences/links/<int:pk>/closing/", links.link_closing, name="link-closing"),
    path("cases/<int:case_pk>/conferences/invitees/<int:pk>/no-more/", links.no_more, name="no-more"),
    path("cases/<int:case_pk>/conferences/<int:pk>/outcomes/new/", links.outcome_new, name="outcome-new"),
    path("cases/<int:case_pk>/conferences/outcomes/<int:pk>/reading/", links.outcome_reading, name="outcome-reading"),
    # Without an account, and without a word in the address that would endanger whoever has it on their telephone.
    path("y/done/", family_link.done, name="family-link-done"),
    path("y/<slug:token>/", family_link.link, name="family-link"),
    path("y/<slug:token>/closed/", family_link.closed, name="family-link-closed"),
]

"""Nouns of the record."""

from django.urls import path

from cases.views import (
    agreed,
    allocation,
    assessments,
    cases,
    children,
    clocks,
    closures,
    contacts,
    duty,
    front_door,
    involvements,
    meetings,
    plans,
    proposals,
    referrals,
    reminders,
    thresholds,
    transfers,
    visits,
)

app_name = "cases"
urlpatterns = [
    path("", cases.list_, name="list"),
    path("find/", cases.find, name="find"),
    path("proposals/", proposals.list_, name="proposals"),
    path("<int:pk>/", cases.detail, name="detail"),
    # Where things stand, and limits that could not be kept
    path("<int:case_pk>/journey/", clocks.journey, name="journey"),
    path("<int:case_pk>/clocks/<int:pk>/exception/new/", clocks.exception_new, name="clock-exception-new"),
    path(
        "<int:case_pk>/clocks/<int:pk>/exception/agreement/",
        clocks.exception_agreement,
        name="clock-exception-agreement",
    ),
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
    # The front door, and the ending
    path("front-door/", front_door.front_door, name="front-door"),
    path("front-door/contacts/new/", front_door.contact_new, name="contact-new"),
    path("<int:case_pk>/contacts/new/", contacts.for_case, name="contact-for"),
    path("<int:case_pk>/contacts/<int:pk>/", contacts.detail, name="contact"),
    path("<int:case_pk>/contacts/<int:pk>/decision/", contacts.decision, name="contact-decision"),
    path("<int:case_pk>/contacts/<int:pk>/feedback/", contacts.feedback, name="contact-feedback"),
    path("<int:case_pk>/referrals/<int:pk>/", referrals.detail, name="referral"),
    path("<int:case_pk>/referrals/<int:pk>/decision/", referrals.decision, name="referral-decision"),
    path("<int:case_pk>/referrals/<int:pk>/feedback/", referrals.feedback, name="referral-feedback"),
    path("<int:case_pk>/transfer/", transfers.new, name="transfer"),
    path("<int:case_pk>/closures/new/", closures.new, name="closure-new"),
    path("<int:case_pk>/closures/<int:pk>/", closures.detail, name="closure"),
    path("<int:case_pk>/closures/<int:pk>/decision/", closures.decision, name="closure-decision"),
    # Help: assessments
    path("<int:case_pk>/assessments/new/", assessments.new, name="assessment-new"),
    path("<int:case_pk>/assessments/<int:pk>/", assessments.detail, name="assessment"),
    path("<int:case_pk>/assessments/<int:pk>/checkpoint/", assessments.checkpoint, name="assessment-checkpoint"),
    path("<int:case_pk>/assessments/<int:pk>/sharing/", assessments.sharing, name="assessment-sharing"),
    path("<int:case_pk>/assessments/<int:pk>/submission/", assessments.submission, name="assessment-submission"),
    path(
        "<int:case_pk>/assessments/<int:pk>/authorisation/", assessments.authorisation, name="assessment-authorisation"
    ),
    path("<int:case_pk>/assessments/<int:pk>/ending/", assessments.ending, name="assessment-ending"),
    # Help: plans, the meetings about them, steps up and down
    path("<int:case_pk>/plans/new/", plans.new, name="plan-new"),
    path("<int:case_pk>/plans/<int:pk>/", plans.detail, name="plan"),
    path("<int:case_pk>/plans/<int:pk>/visits/", plans.visits, name="plan-visits"),
    path("<int:case_pk>/plans/<int:pk>/ending/", plans.ending, name="plan-ending"),
    path("<int:case_pk>/meetings/new/", meetings.new, name="plan-meeting-new"),
    path("<int:case_pk>/meetings/<int:pk>/", meetings.detail, name="plan-meeting"),
    path("<int:case_pk>/meetings/<int:pk>/sending/", meetings.sending, name="plan-meeting-sending"),
    path("<int:case_pk>/steps/new/", thresholds.new, name="threshold-new"),
    path("<int:case_pk>/steps/<int:pk>/", thresholds.detail, name="threshold"),
]

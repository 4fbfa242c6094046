"""Nouns of group supervision."""

from django.urls import path

from supervision.views import closing, discussions, groups, phones, sessions

app_name = "supervision"
urlpatterns = [
    path("supervision/", groups.list_, name="list"),
    path("supervision/sessions/new/", sessions.session_new, name="session-new"),
    path("supervision/sessions/<int:session_pk>/", sessions.session, name="session"),
    path("supervision/sessions/<int:session_pk>/attendance/", sessions.attendance, name="attendance"),
    path("supervision/sessions/<int:session_pk>/closure/", closing.closure, name="closure"),
    path("supervision/sessions/<int:session_pk>/reflection/", closing.reflection, name="reflection"),
    path("supervision/sessions/<int:session_pk>/reading/", closing.reading, name="reading"),
    path("supervision/sessions/<int:session_pk>/discussions/new/", discussions.discussion_new, name="discussion-new"),
    path("supervision/discussions/<int:discussion_pk>/", discussions.discussion, name="discussion"),
    path("supervision/discussions/<int:discussion_pk>/edit/", discussions.discussion_edit, name="discussion-edit"),
    path("cases/<int:case_pk>/supervision/", discussions.for_case, name="for-case"),
    # Phones in a session: without an account, and without a fact of any family.
    path("supervision/sessions/<int:session_pk>/join-code/", phones.join_code, name="join-code"),
    path("join/<str:code>/", phones.join, name="join"),
]

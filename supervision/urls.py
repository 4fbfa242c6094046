"""Nouns of group supervision."""

from django.urls import path

from supervision import views

app_name = "supervision"
urlpatterns = [
    path("supervision/", views.list_, name="list"),
    path("supervision/sessions/new/", views.session_new, name="session-new"),
    path("supervision/sessions/<int:session_pk>/", views.session, name="session"),
    path("supervision/sessions/<int:session_pk>/attendance/", views.attendance, name="attendance"),
    path("supervision/sessions/<int:session_pk>/closure/", views.closure, name="closure"),
    path("supervision/sessions/<int:session_pk>/discussions/new/", views.discussion_new, name="discussion-new"),
    path("supervision/discussions/<int:discussion_pk>/", views.discussion, name="discussion"),
    path("supervision/discussions/<int:discussion_pk>/edit/", views.discussion_edit, name="discussion-edit"),
    path("cases/<int:case_pk>/supervision/", views.for_case, name="for-case"),
]

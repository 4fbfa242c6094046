"""Nouns of learning."""

from django.urls import path

from training.views import asking, courses, leading, listening, partners, pieces

app_name = "training"
urlpatterns = [
    path("", pieces.mine, name="mine"),
    path("passport/", pieces.passport, name="passport"),
    path("pieces/new/", pieces.new, name="piece-new"),
    path("pieces/<int:piece_pk>/", pieces.detail, name="piece"),
    path("pieces/<int:piece_pk>/edit/", pieces.edit, name="piece-edit"),
    path("pieces/<int:piece_pk>/text/", pieces.text, name="piece-text"),
    path("pieces/<int:piece_pk>/sharing/", pieces.sharing, name="piece-sharing"),
    path("pieces/<int:piece_pk>/sharing/<int:share_pk>/ending/", pieces.sharing_ending, name="piece-sharing-ending"),
    path("from-supervision/<int:session_pk>/", pieces.from_session, name="piece-from-session"),
    path("courses/", courses.courses, name="courses"),
    path("courses/new/", courses.course_new, name="course-new"),
    path("courses/<int:course_pk>/", courses.course, name="course"),
    path("courses/<int:course_pk>/dates/new/", courses.course_date_new, name="course-date-new"),
    path("dates/<int:date_pk>/place/", courses.place, name="place"),
    path("dates/<int:date_pk>/place/return/", courses.place_return, name="place-return"),
    path("dates/<int:date_pk>/calendar/", courses.calendar, name="course-calendar"),
    path("certificates/<int:certificate_pk>/", courses.certificate, name="certificate"),
    path("people/", leading.people, name="people"),
    path("wishes/<int:booking_pk>/answer/", courses.wish, name="wish-answer"),
    path("radar/", leading.radar, name="radar"),
    path("radar/word/", leading.nudge, name="nudge"),
    path("sheets/new/", leading.sheet_new, name="sheet-new"),
    path("sheets/", leading.sheet, name="sheet"),
    path("sheets/<int:import_pk>/", leading.sheet_done, name="sheet-done"),
    path("service/", leading.service, name="service"),
    path("workshops/new/", leading.workshop, name="workshop-new"),
    # Listening: promises, three questions, what people said and what was done
    path("promises/", asking.promises, name="promises"),
    path("promises/new/", asking.promise_new, name="promise-new"),
    path("promises/<int:promise_pk>/edit/", asking.promise_edit, name="promise-edit"),
    path("promises/<int:promise_pk>/ending/", asking.promise_ending, name="promise-ending"),
    path("rounds/", asking.rounds, name="rounds"),
    path("rounds/new/", asking.round_new, name="round-new"),
    path("rounds/<int:survey_pk>/edit/", asking.round_edit, name="round-edit"),
    path("rounds/<int:survey_pk>/links/", asking.links, name="round-links"),
    path("questions/<int:survey_pk>/", listening.answer, name="answer"),
    path("questions/<int:survey_pk>/not-this-time/", listening.not_now, name="not-now"),
    path("said/", listening.said, name="said"),
    path("said/<int:team_pk>/", listening.said_of, name="said-of"),
    path("you-said/", listening.you_said, name="you-said"),
    path("you-said/new/", asking.you_said_new, name="you-said-new"),
    path("you-said/<int:entry_pk>/edit/", asking.you_said_edit, name="you-said-edit"),
    path("ask/thank-you/", partners.thanks, name="partner-thanks"),
    path("ask/<str:token>/", partners.link, name="partner-link"),
]

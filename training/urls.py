"""Nouns of learning."""

from django.urls import path

from training.views import courses, leading, occasions, pieces, register, required

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
    # Courses to the end
    path("dates/<int:date_pk>/register/", register.register, name="register"),
    path("dates/<int:date_pk>/code/", register.room_code, name="room-code"),
    path("code/", register.here, name="here"),
    path("dates/<int:date_pk>/feedback/", register.feedback, name="feedback-new"),
    path("from-course/<int:date_pk>/", occasions.from_course, name="piece-from-course"),
    path("from-observation/<int:observation_pk>/", occasions.from_observation, name="piece-from-observation"),
    path("from-conference/<int:conference_pk>/", occasions.from_conference, name="piece-from-conference"),
    path("required/", required.list_, name="required"),
    path("required/new/", required.item_new, name="required-new"),
    path("required/word/", required.word, name="required-nudge"),
    path("required/<int:item_pk>/edit/", required.item_edit, name="required-edit"),
    path("required/<int:item_pk>/rules/new/", required.rule_new, name="rule-new"),
    path("required/rules/<int:rule_pk>/edit/", required.rule_edit, name="rule-edit"),
]

"""Nouns of group supervision."""

from django.urls import path

from supervision.views import (
    agenda,
    closing,
    consultations,
    coverage,
    decisions,
    discussions,
    formulation,
    groups,
    kept,
    one_to_ones,
    phones,
    quality,
    rhythm,
    room,
    room_notes,
    rounds,
    sessions,
    settings,
)

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
    # the record of one discussion
    path("supervision/discussions/<int:discussion_pk>/kept-ideas/", kept.kept_ideas, name="kept-ideas"),
    path("supervision/discussions/<int:discussion_pk>/room-notes/", room_notes.room_notes, name="room-notes"),
    path("supervision/discussions/<int:discussion_pk>/decisions/", decisions.decisions, name="decisions"),
    path("supervision/recommendations/", decisions.recommendations, name="recommendations"),
    path("supervision/recommendations/<int:recommendation_pk>/", decisions.recommendation, name="recommendation"),
    path("supervision/recommendations/<int:recommendation_pk>/withdrawal/", decisions.withdrawal, name="withdrawal"),
    # The room: the page on the wall, and what one presses there
    path("supervision/sessions/<int:session_pk>/room/", room.room, name="room"),
    path("supervision/sessions/<int:session_pk>/room/state/", room.room_state, name="room-state"),
    path("supervision/sessions/<int:session_pk>/room/beginning/", room.room_beginning, name="room-beginning"),
    path("supervision/discussions/<int:discussion_pk>/room/step/", room.room_step, name="room-step"),
    path("supervision/discussions/<int:discussion_pk>/room/parts/", room.room_parts, name="room-parts"),
    path("supervision/discussions/<int:discussion_pk>/room/sentence/", room.room_sentence, name="room-sentence"),
    path("supervision/discussions/<int:discussion_pk>/room/prompt/", room.room_prompt, name="room-prompt"),
    path("supervision/discussions/<int:discussion_pk>/room/bell/", room.room_bell, name="room-bell"),
    # Groups and their rhythm
    path("supervision/groups/<int:group_pk>/", rhythm.group, name="group"),
    path("supervision/groups/<int:group_pk>/edit/", rhythm.group_edit, name="group-edit"),
    path("supervision/groups/<int:group_pk>/rhythm/", rhythm.rhythm, name="rhythm"),
    path("supervision/sessions/<int:session_pk>/cancellation/", rhythm.cancellation, name="cancellation"),
    # The agenda
    path("supervision/sessions/<int:session_pk>/agenda/", agenda.agenda, name="agenda"),
    path("supervision/sessions/<int:session_pk>/agenda/new/", agenda.agenda_item_new, name="agenda-item-new"),
    path("supervision/sessions/<int:session_pk>/quick-round/", rounds.quick_round, name="quick-round"),
    path("cases/<int:case_pk>/supervision/request/", agenda.agenda_request_new, name="agenda-request-new"),
    # Clinical consultation.
    path("supervision/consultations/", consultations.list_, name="consultations"),
    path("supervision/consultations/<int:consultation_pk>/", consultations.consultation, name="consultation"),
    path(
        "supervision/consultations/<int:consultation_pk>/writing/", consultations.writing, name="consultation-writing"
    ),
    path(
        "supervision/consultations/<int:consultation_pk>/addenda/new/",
        consultations.addendum,
        name="consultation-addendum",
    ),
    path(
        "supervision/consultations/<int:consultation_pk>/consent/", consultations.consent, name="consultation-consent"
    ),
    path("supervision/consultations/<int:consultation_pk>/visit/", consultations.visit, name="consultation-visit"),
    path("cases/<int:case_pk>/consultations/new/", consultations.new, name="consultation-new"),
    # One-to-one supervision.
    path("supervision/one-to-ones/", one_to_ones.list_, name="one-to-ones"),
    path("supervision/one-to-ones/new/", one_to_ones.new, name="one-to-one-new"),
    path("supervision/one-to-ones/<int:one_to_one_pk>/", one_to_ones.one_to_one, name="one-to-one"),
    path("cases/<int:case_pk>/supervision/", discussions.for_case, name="for-case"),
    # What happened next: what is held as possible about a family, and what the answers made of it
    path("cases/<int:case_pk>/formulation/", formulation.formulation, name="formulation"),
    path("hypotheses/<int:hypothesis_pk>/weighing/", formulation.weighing, name="weighing"),
    # Phones in a session: without an account, and without a fact of any family.
    path("supervision/sessions/<int:session_pk>/join-code/", phones.join_code, name="join-code"),
    path("join/<str:code>/", phones.join, name="join"),
    # How a group sees its own sessions.
    path("supervision/sessions/<int:session_pk>/rating/", quality.rating, name="rating"),
    path("supervision/groups/<int:group_pk>/trend/", quality.trend, name="trend"),
    # Who was talked about, and the list behind each figure.
    path("supervision/groups/<int:group_pk>/coverage/", coverage.coverage, name="coverage"),
    path("supervision/groups/<int:group_pk>/coverage/<slug:figure>/", coverage.coverage_list, name="coverage-list"),
    # What a council sets, and the questions of its library.
    path("settings/supervision/", settings.settings, name="settings"),
    path("supervision/questions/", settings.prompts, name="prompts"),
    path("supervision/questions/new/", settings.prompt_new, name="prompt-new"),
    path("supervision/questions/<slug:code>/", settings.prompt_edit, name="prompt-edit"),
]

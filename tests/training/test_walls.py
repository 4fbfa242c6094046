"""Who reads and writes what of learning, by the database itself: the second wall, without any page in front of it."""

from contextlib import contextmanager
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import DatabaseError, connection, models, transaction

from camden.access import Permission, Role
from camden.models import Absence
from camden.principal import acting_as
from tests.conftest import as_role
from tests.factories.training import LearningFactory, PieceFactory
from tests.factories.training_floor import (
    AbsenceFactory,
    AgreementFactory,
    BookingFactory,
    CapabilityFactory,
    CertificateFactory,
    CourseSessionFactory,
    JoiningDetailsFactory,
    LogEntryFactory,
    ObservationFactory,
    PieceShareFactory,
    ProgrammeFactory,
    QuestionFactory,
    RequiredItemFactory,
    ReviewFactory,
    SurveyAnswerFactory,
    SurveyFactory,
    SystemicTrainingFactory,
    round_of_three,
)
from training.models import (
    Booking,
    CapabilityLink,
    Certificate,
    Course,
    HasAnswered,
    JoiningDetails,
    LogEntry,
    Nudge,
    Observation,
    Piece,
    PieceShare,
    Programme,
    ProgrammeAgreement,
    ProgrammeReview,
    RequiredDone,
    SystemicHours,
    SystemicTraining,
)

EVERYBODY = ("amara", "bilal", "cora", "dan", "eve", "yael", "imogen")


@contextmanager
def as_(person: Any) -> Any:
    """As the web, for that person."""
    with as_role("camden_app"), acting_as(person):
        yield


def readers(cast: SimpleNamespace, model: type[models.Model]) -> set[str]:
    """Which of the cast see a row of it."""
    found = set()
    for who in EVERYBODY:
        with as_(getattr(cast, who)):
            if model._default_manager.exists():
                found.add(who)
    return found


def call(person: Any, statement: str, *values: Any) -> list[tuple]:
    with as_(person), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


@contextmanager
def refused(words: str = "row-level security|permission denied") -> Any:
    with pytest.raises(DatabaseError, match=words), transaction.atomic():
        yield


@pytest.fixture
def asye(learners: SimpleNamespace) -> Programme:
    """Amara is newly qualified; Cora assesses her."""
    programme = ProgrammeFactory(person=learners.amara, assessor=learners.cora)
    AgreementFactory(programme=programme)
    ReviewFactory(programme=programme, held_by=learners.cora)
    return programme


def test_the_function_of_the_database_and_the_table_of_roles_say_the_same(learners: SimpleNamespace) -> None:
    (text,) = call(learners.amara, "select pg_get_functiondef('app_leads_learning'::regproc)")[0]
    named = {role for role in Role if f"'{role.value}'" in text}
    assert named == {role for role in Role if Permission.LEARNING_LEAD in role.says.permissions}


def test_a_piece_is_shown_to_whom_its_author_says_and_no_longer(learners: SimpleNamespace) -> None:
    piece = PieceFactory(person=learners.amara)
    assert readers(learners, Piece) == {"amara"}
    with as_(learners.amara):
        share = PieceShareFactory(piece=piece, with_person=learners.dan)
    assert (readers(learners, Piece), readers(learners, PieceShare)) == ({"amara", "dan"}, {"amara", "dan"})
    with as_(learners.dan):
        assert Piece.objects.update(learned="Mine") == 0
    with as_(learners.amara):
        PieceShare.objects.filter(pk=share.pk).update(ended_on=date(2026, 11, 3))
    assert readers(learners, Piece) == {"amara"}


def test_a_draft_is_shown_to_nobody_and_nobody_shows_anothers_piece(learners: SimpleNamespace) -> None:
    draft, piece = PieceFactory(person=learners.amara, recorded_on=None), PieceFactory(person=learners.amara)
    with as_(learners.amara), refused():
        PieceShareFactory(piece=draft, with_person=learners.dan)
    for who in ("bilal", "imogen", "dan"):
        with as_(getattr(learners, who)), refused():
            PieceShareFactory(piece=piece, with_person=getattr(learners, who))
    PieceShareFactory(piece=draft, with_person=learners.dan)
    assert "dan" not in readers(learners, Piece)


def test_a_link_is_its_persons_and_goes_from_their_own_learning_alone(learners: SimpleNamespace) -> None:
    area, said = CapabilityFactory(), {"linked_on": date(2026, 10, 22)}
    learning, piece = LearningFactory(person=learners.amara), PieceFactory(person=learners.amara)
    for theirs in ({"learning": learning}, {"piece": piece}):
        with as_(learners.dan), refused():
            CapabilityLink.objects.create(person=learners.dan, capability=area, **theirs, **said)
        with as_(learners.amara):
            CapabilityLink.objects.create(person=learners.amara, capability=area, **theirs, **said)
    assert readers(learners, CapabilityLink) == {"amara"}


def test_what_the_council_keeps_is_read_by_all_and_kept_by_the_training_lead(learners: SimpleNamespace) -> None:
    session = CourseSessionFactory()
    assert readers(learners, Course) == set(EVERYBODY)
    for who in ("amara", "bilal", "cora", "eve"):
        with as_(getattr(learners, who)):
            assert Course.objects.update(title="Another") == 0
            with refused():
                RequiredItemFactory()
    with as_(learners.imogen):
        RequiredItemFactory()
        assert Course.objects.filter(pk=session.course_id).update(title="Another") == 1


def test_a_wish_is_seen_by_its_person_their_manager_and_the_training_lead(learners: SimpleNamespace) -> None:
    BookingFactory(session=CourseSessionFactory(), person=learners.amara)
    assert readers(learners, Booking) == {"amara", "bilal", "cora", "imogen"}
    for who in ("amara", "imogen"):
        with as_(getattr(learners, who)), refused():
            Booking.objects.update(placed_at="2026-11-03T09:00Z")


def test_how_to_join_is_for_those_with_a_place(learners: SimpleNamespace) -> None:
    session = CourseSessionFactory()
    JoiningDetailsFactory(session=session)
    BookingFactory(session=session, person=learners.amara, placed_at="2026-11-02T10:00Z")
    BookingFactory(session=session, person=learners.dan)
    assert readers(learners, JoiningDetails) == {"amara", "imogen"}


def test_a_certificate_and_a_step_are_their_persons_and_the_leads(learners: SimpleNamespace) -> None:
    CertificateFactory(session=CourseSessionFactory(), person=learners.amara)
    training = SystemicTrainingFactory(person=learners.amara)
    SystemicHours.objects.create(training=training, kind="taught", minutes=600)
    assert readers(learners, Certificate) == readers(learners, SystemicTraining) == {"amara", "imogen"}
    assert readers(learners, SystemicHours) == {"amara"}
    with as_(learners.amara), refused():
        Certificate.objects.create(
            person=learners.amara, session=CourseSessionFactory(), number="1", title="x",
            held_on="2026-10-01", minutes=1, issued_on="2026-10-01",
        )  # fmt: skip


def test_only_the_lead_notes_what_was_required_and_done_and_says_so(learners: SimpleNamespace) -> None:
    item, said = (
        RequiredItemFactory(),
        {"person": learners.amara, "done_on": date(2026, 5, 1), "source": "A certificate"},
    )
    for who, by in (("amara", "amara"), ("bilal", "bilal"), ("imogen", "amara")):
        with as_(getattr(learners, who)), refused():
            RequiredDone.objects.create(item=item, noted_by=getattr(learners, by), **said)
    with as_(learners.imogen):
        RequiredDone.objects.create(item=item, noted_by=learners.imogen, **said)
    assert readers(learners, RequiredDone) == {"amara", "bilal", "cora", "imogen"}


def test_a_log_is_its_writers_until_they_show_it_to_their_assessor(learners: SimpleNamespace, asye: Programme) -> None:
    entry = LogEntryFactory(programme=asye)
    assert readers(learners, LogEntry) == {"amara"}
    with as_(learners.cora):
        assert LogEntry.objects.update(shown_on=date(2026, 11, 3)) == 0
    with as_(learners.amara):
        LogEntry.objects.filter(pk=entry.pk).update(shown_on=date(2026, 11, 3))
    assert readers(learners, LogEntry) == {"amara", "cora"}


def test_a_training_lead_sees_days_of_a_programme_and_not_its_words(learners: SimpleNamespace, asye: Programme) -> None:
    ObservationFactory(
        worker=learners.amara, observer=learners.cora, programme=asye, given_on=date(2026, 10, 14), by_registered=True
    )
    assert readers(learners, Programme) == {"amara", "bilal", "cora", "imogen"}
    assert readers(learners, ProgrammeAgreement) == {"amara", "bilal", "cora"}
    assert readers(learners, ProgrammeReview) == {"amara", "cora"}, "the worker and the assessor: others get days"
    held = [
        (asye.pk, "agreement", date(2026, 9, 14), False, False),
        (asye.pk, "observation", date(2026, 10, 12), True, True),
        (asye.pk, "review", date(2026, 10, 19), False, False),
    ]
    for who, rows in (("imogen", held), ("bilal", held), ("amara", held), ("dan", []), ("eve", []), ("yael", [])):
        assert sorted(call(getattr(learners, who), "select * from programme_held(%s)", [asye.pk])) == rows
        dates = call(getattr(learners, who), "select person_id, code from programmes_of(%s)", [learners.amara.pk])
        assert dates == ([(learners.amara.pk, "asye")] if rows else [])


def test_an_observation_is_its_observers_until_it_is_given_and_then_of_both(learners: SimpleNamespace) -> None:
    seen = ObservationFactory(worker=learners.amara, observer=learners.dan)
    assert readers(learners, Observation) == {"dan"}
    Observation.objects.filter(pk=seen.pk).update(given_on=date(2026, 10, 14))
    assert readers(learners, Observation) == {"amara", "dan"}
    with as_(learners.amara):
        assert Observation.objects.update(strengths="Everything") == 0
        with refused():
            seen.skills.create(skill="curiosity", number=5)


def test_when_somebody_is_away_is_known_to_them_and_to_their_managers(learners: SimpleNamespace) -> None:
    AbsenceFactory(person=learners.amara)
    assert readers(learners, Absence) == {"amara", "bilal", "cora"}
    with as_(learners.dan), refused():
        AbsenceFactory(person=learners.bilal)
    with as_(learners.bilal):
        AbsenceFactory(person=learners.amara, from_on=date(2026, 12, 1), back_on=None)


def test_a_manager_gets_two_of_two_and_nothing_else(learners: SimpleNamespace) -> None:
    PieceFactory(person=learners.amara, peer_with="Bilal Aziz", peer_changed="He heard more hope.")
    PieceFactory(person=learners.amara)
    AbsenceFactory(person=learners.amara)
    Nudge.objects.create(person=learners.amara, nudged_by=learners.imogen, nudged_on=date(2026, 11, 1), about="pieces")
    ask = "select * from pieces_of_people('2025-12-01', '2026-11-30', '2026-11-03')"
    amara = (learners.amara.pk, 2, True, True)
    assert (*amara, None) in call(learners.bilal, ask)
    assert {row[0] for row in call(learners.bilal, ask)} == {learners.amara.pk, learners.bilal.pk}
    assert (*amara, date(2026, 11, 1)) in call(learners.imogen, ask)
    assert {row[0] for row in call(learners.imogen, ask)} == {
        person.pk for person in (learners.amara, learners.bilal, learners.dan)
    }, "everybody who is asked, and nobody of another body"
    assert [row[0] for row in call(learners.dan, ask)] == []


def test_a_word_of_a_training_lead_is_known_to_whom_it_went(learners: SimpleNamespace) -> None:
    said = {"person": learners.amara, "nudged_on": date(2026, 11, 2), "about": "pieces"}
    for who, by in (("bilal", "bilal"), ("amara", "imogen"), ("imogen", "bilal")):
        with as_(getattr(learners, who)), refused():
            Nudge.objects.create(nudged_by=getattr(learners, by), **said)
    with as_(learners.imogen):
        Nudge.objects.create(nudged_by=learners.imogen, **said)
    assert readers(learners, Nudge) == {"amara", "imogen"}


def test_an_answer_has_no_key_of_a_person_and_the_web_reads_none(learners: SimpleNamespace) -> None:
    question, *_ = round_of_three(set_by=learners.imogen)
    answers = f'[{{"question": {question.pk}, "answer": "No", "words": "I had none."}}]'
    ask = "select answer_survey(%s, %s, %s, '2026-11-03')"
    survey = question.survey_id
    assert call(learners.amara, ask, survey, "a mark", answers) == [(True,)]
    for mark in ("a mark", "another mark"):
        again = answers.replace("No", "Yes")
        assert call(learners.amara, ask, survey, mark, again) == [(False,)], "they are one person, and have answered"
    answer = question.answers.get()
    assert (answer.answer, answer.path) == ("No", learners.pod.path)
    names = {field.name for field in answer._meta.fields}
    assert not names & {"person", "user", "created_at", "version"} and not isinstance(answer.pk, int)
    assert readers(learners, HasAnswered) == {"amara"}
    for who in EVERYBODY:
        with as_(getattr(learners, who)), refused("permission denied"):
            question.answers.count()


@pytest.mark.parametrize(
    ("on", "asked"), [("2026-10-31", "staff"), ("2026-11-15", "staff"), ("2026-11-03", "partners")]
)
def test_nobody_answers_a_round_that_is_not_open_to_them(learners: SimpleNamespace, on: str, asked: str) -> None:
    question, *_ = round_of_three(set_by=learners.imogen, asked=asked)
    said = f'[{{"question": {question.pk}, "answer": "Yes"}}]'
    assert call(learners.amara, "select answer_survey(%s, 'x', %s, %s)", question.survey_id, said, on) == [(False,)]
    assert not question.answers.exists()


def test_answers_are_the_jobs_alone(learners: SimpleNamespace) -> None:
    SurveyAnswerFactory(question=QuestionFactory(survey=SurveyFactory(set_by=learners.imogen)))
    with as_role("camden_worker"), acting_as(learners.imogen), connection.cursor() as cursor:
        cursor.execute("select count(*) from training_surveyanswer")
        assert cursor.fetchone() == (0,), "the job's role alone is not enough: it acts as the system"

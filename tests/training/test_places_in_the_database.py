"""Places are given out by the database, in the order of the rule: never more than there are, whoever comes at once."""

import json
import threading
from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from camden.principal import acting_as
from camden.rules.moments import HERE
from tests.conftest import as_role
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.training_floor import BookingFactory, CourseFactory, CourseSessionFactory
from training.models import Booking, Certificate, CourseSession, Learning
from training.rules.places import Course, Wish, settle

HELD = date(2026, 12, 3)
NOW = datetime(2026, 11, 3, 10, tzinfo=HERE)
wishes = st.lists(
    st.tuples(
        st.integers(0, 60),
        st.none() | st.dates(min_value=date(2026, 11, 20), max_value=date(2026, 12, 20)),
        st.none() | st.booleans(),
    ),
    max_size=8,
)


def ask(person: Any, session: CourseSession, at: datetime = NOW) -> Any:
    with as_role("camden_app"), acting_as(person), connection.cursor() as cursor:
        cursor.execute("select ask_for_place(%s, null, %s)", [session.pk, at])
        return cursor.fetchone()[0]


def call(person: Any, statement: str, *values: Any) -> Any:
    with as_role("camden_app"), acting_as(person), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchone()[0]


@pytest.fixture
def crowd(db: None) -> list[Any]:
    return [UserFactory() for _ in range(8)]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 5), st.booleans(), wishes)
def test_the_database_gives_places_as_the_rule_does(
    crowd: list[Any], places: int, needs_agreement: bool, found: list[tuple]
) -> None:
    with transaction.atomic():
        session = CourseSessionFactory(course=CourseFactory(needs_agreement=needs_agreement), places=places)
        rule = []
        for person, (minutes, ends_on, agreed) in zip(crowd, found, strict=False):
            asked_at = NOW - timedelta(minutes=minutes)
            answer = {} if agreed is None else {"answered_at": NOW, "answered_by": crowd[-1]}
            if agreed is not None and person == crowd[-1]:
                answer["answered_by"] = crowd[0]
            BookingFactory(
                session=session, person=person, asked_at=asked_at, ends_on=ends_on, was_agreed=agreed, **answer
            )
            rule.append(Wish(person.pk, asked_at, ends_on, False, agreed))
        with connection.cursor() as cursor:
            cursor.execute("select settle_places(%s, %s)", [session.pk, NOW])
            (given_out,) = cursor.fetchone()
        said = settle(Course(places, HELD, needs_agreement), rule)
        placed = set(Booking.objects.filter(session=session, placed_at__isnull=False).values_list("person", flat=True))
        assert (placed, given_out) == (set(said.has_place), len(said.given))
        for person in crowd:
            with acting_as(person), connection.cursor() as cursor:
                cursor.execute("select before_me from places_of(%s)", [[session.pk]])
                row = cursor.fetchone()
            if person.pk in said.waiting:
                assert row == (said.waiting.index(person.pk),)
        transaction.set_rollback(True)


def test_asking_twice_is_asking_once(learners: SimpleNamespace) -> None:
    session = CourseSessionFactory(places=1)
    assert ask(learners.amara, session) == ask(learners.amara, session)
    assert Booking.objects.get().stands == Booking.Stands.BOOKED


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"called_off_on": date(2026, 11, 1), "called_off_why": "The trainer is ill"}, "called off"),
        ({"held_on": date(2026, 11, 3)}, "it has begun"),
    ],
)
def test_a_session_that_began_or_was_called_off_gives_out_nothing(
    learners: SimpleNamespace, changes: dict[str, Any], words: str
) -> None:
    session = CourseSessionFactory(**changes)
    with pytest.raises(DatabaseError, match=words), transaction.atomic():
        ask(learners.amara, session)


def test_who_waits_moves_up_when_a_place_is_given_back(learners: SimpleNamespace) -> None:
    session = CourseSessionFactory(places=1)
    for person in (learners.amara, learners.dan, learners.yael):
        ask(person, session, NOW + timedelta(seconds=person.pk))
    assert call(learners.amara, "select give_place_back(%s, %s)", session.pk, NOW) is True
    stands = {booking.person_id: booking.stands for booking in Booking.objects.all()}
    assert stands == {learners.amara.pk: "cancelled", learners.dan.pk: "booked", learners.yael.pk: "waiting"}


def test_a_manager_agrees_to_a_wish_of_their_own_people_and_never_to_their_own(learners: SimpleNamespace) -> None:
    session = CourseSessionFactory(course=CourseFactory(needs_agreement=True))
    wish, own = ask(learners.amara, session), ask(learners.bilal, session)
    assert Booking.objects.get(pk=wish).stands == "asked"
    for person, booking in (
        (learners.dan, wish),
        (learners.imogen, wish),
        (learners.bilal, own),
        (learners.amara, wish),
    ):
        with pytest.raises(DatabaseError, match="no such wish"), transaction.atomic():
            call(person, "select answer_wish(%s, true, %s)", booking, NOW)
    call(learners.bilal, "select answer_wish(%s, true, %s)", wish, NOW)
    assert Booking.objects.get(pk=wish).stands == "booked"
    call(learners.cora, "select answer_wish(%s, false, %s)", own, NOW)
    assert Booking.objects.get(pk=own).stands == "declined"


@pytest.mark.django_db(transaction=True)
def test_of_two_people_who_ask_for_the_last_place_at_once_one_waits_every_time(cast: SimpleNamespace) -> None:
    times = 100
    sessions = [CourseSessionFactory(course=CourseFactory(), places=1) for _ in range(times)]
    ready, errors = threading.Barrier(2), []

    def press(person: Any) -> None:
        try:
            with as_role("camden_app"):
                for session in sessions:
                    ready.wait(60)
                    with acting_as(person), connection.cursor() as cursor:
                        cursor.execute("select ask_for_place(%s, null, %s)", [session.pk, NOW])
        except Exception as error:
            errors.append(error)
            ready.abort()
        finally:
            connection.close()

    threads = [threading.Thread(target=press, args=[person]) for person in (cast.amara, cast.dan)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    stands = [sorted(b.stands.value for b in Booking.objects.filter(session=session)) for session in sessions]
    assert stands == [["booked", "waiting"]] * times


def rows(session: CourseSession, *people: Any, came: bool = True, minutes: int | None = None) -> str:
    return json.dumps([{"session": session.pk, "person": p.pk, "came": came, "minutes": minutes} for p in people])


def test_the_register_is_kept_by_the_training_lead_and_written_once(learners: SimpleNamespace) -> None:
    session = CourseSessionFactory(held_on=date(2026, 11, 2))
    keep = "select keep_register(%s, '2026-11-03', %s)"
    for who in ("amara", "bilal", "eve"):
        with pytest.raises(DatabaseError, match="kept by others"), transaction.atomic():
            call(getattr(learners, who), keep, rows(session, learners.amara), NOW)
    both = rows(session, learners.amara, learners.dan, learners.amara)
    assert [call(learners.imogen, keep, both, NOW) for _ in range(3)] == [2, 0, 0]
    assert call(learners.imogen, keep, rows(session, learners.amara, came=False), NOW) == 0, (
        "it adds, and never overwrites"
    )
    assert {b.stands.value for b in Booking.objects.all()} == {"attended"}
    assert sorted(Learning.objects.values_list("person", "minutes", "source")) == sorted(
        (person.pk, 360, "Course, 2 November") for person in (learners.amara, learners.dan)
    )
    assert Certificate.objects.count() == 2


def test_who_was_not_there_has_learned_nothing_from_it(learners: SimpleNamespace) -> None:
    session = CourseSessionFactory(held_on=date(2026, 11, 2))
    call(learners.imogen, "select keep_register(%s, '2026-11-03', %s)", rows(session, learners.amara, came=False), NOW)
    assert Booking.objects.get().stands == "not-attended"
    assert not Learning.objects.exists() and not Certificate.objects.exists()


def test_the_code_of_the_room_is_for_those_with_a_place_while_it_is_open(learners: SimpleNamespace) -> None:
    session = CourseSessionFactory(held_on=date(2026, 11, 3))
    BookingFactory(session=session, person=learners.amara, placed_at=NOW)
    session.codes.create(digest="right", opens_at=NOW, closes_at=NOW + timedelta(hours=1), made_by=learners.imogen)
    sign = "select sign_register(%s, %s, '2026-11-03', %s)"
    late = NOW + timedelta(hours=1)
    for who, digest, at in (
        (learners.dan, "right", NOW),
        (learners.amara, "wrong", NOW),
        (learners.amara, "right", late),
    ):
        assert call(who, sign, session.pk, digest, at) is False
    assert call(learners.amara, sign, session.pk, "right", NOW) is True
    assert Booking.objects.get().came is True


def test_feedback_is_read_from_five_people_up_and_nobody_says_it_twice(learners: SimpleNamespace) -> None:
    session = CourseSessionFactory(held_on=date(2026, 11, 2))
    people = [MembershipFactory(team=learners.pod).user for _ in range(5)]
    call(learners.imogen, "select keep_register(%s, '2026-11-03', %s)", rows(session, *people), NOW)
    give = "select give_feedback(%s, 'some', 'More practice')"
    assert call(learners.amara, give, session.pk) is False, "she was not there"
    for many, person in enumerate(people):
        assert call(learners.imogen, "select count(*) from feedback_of(%s)", session.pk) == 0
        assert [call(person, give, session.pk) for _ in range(2)] == [True, False], many
    assert call(learners.imogen, "select count(*) from feedback_of(%s)", session.pk) == 5
    assert call(learners.bilal, "select count(*) from feedback_of(%s)", session.pk) == 0

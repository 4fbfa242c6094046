"""The register of a course, by whoever runs it; the code of the room; and what people say of it afterwards."""

import re
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from camden.principal import acting_as
from tests.conftest import AppClient, as_role
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.training import PieceFactory
from tests.factories.training_floor import BookingFactory, CourseFactory, CourseSessionFactory, RequiredItemFactory
from training.models import (
    AttendanceCode,
    Booking,
    Certificate,
    CourseFeedback,
    FeedbackGiven,
    Learning,
    Piece,
    RequiredDone,
)
from training.operations import keep_register
from training.operations.register import RegisterChanged

TODAY = date(2026, 11, 3)
AT = datetime(2026, 11, 3, 10, tzinfo=UTC)


@pytest.fixture
def session(learners: SimpleNamespace) -> Any:
    """Held today and led by Dan; Amara and Yael have places, Bea waits."""
    found = CourseSessionFactory(course=CourseFactory(item=RequiredItemFactory()), held_on=TODAY, led_by=learners.dan)
    before = AT - timedelta(days=3)
    for person in (learners.amara, learners.yael):
        BookingFactory(session=found, person=person, asked_at=before, placed_at=before)
    BookingFactory(session=found, person=learners.bea, asked_at=before)
    return found


def version(page: str) -> str:
    found = re.search(r'name="_version" value="(\d+)"', page)
    assert found, "the form says which register it shows"
    return found[1]


def save(client: Any, session: Any, page: str = "", **said: Any) -> Any:
    url = f"/learning/dates/{session.pk}/register/"
    page = page or client.get(url).content.decode()
    return client.post(url, {"_version": version(page), **said})


@pytest.mark.parametrize("browser", [AppClient, Client], ids=["both walls", "the first alone"])
def test_a_register_is_its_leaders_and_the_training_leads_and_nobody_elses(
    learners: SimpleNamespace, session: Any, browser: type[Client]
) -> None:
    other = CourseSessionFactory(held_on=TODAY)
    for who, status in (("dan", 200), ("imogen", 200), ("amara", 404), ("bilal", 404), ("cora", 404), ("yael", 404)):
        client = browser()
        client.force_login(getattr(learners, who))
        assert client.get(f"/learning/dates/{session.pk}/register/").status_code == status, who
        if status == 404:
            for path in ("register", "code"):
                assert client.post(f"/learning/dates/{session.pk}/{path}/", {"rest": "1"}).status_code == 404
        assert client.get(f"/learning/dates/{other.pk}/register/").status_code == (200 if who == "imogen" else 404)
    assert not Booking.objects.exclude(came=None).exists()
    assert not AttendanceCode.objects.exists()


def test_the_database_itself_writes_no_register_of_a_course_one_does_not_lead(
    learners: SimpleNamespace, session: Any
) -> None:
    for who in ("amara", "bilal", "eve"):
        with as_role("camden_app"), acting_as(getattr(learners, who)), pytest.raises(Exception, match="kept by others"):
            keep_register(
                session=session, came={learners.amara.pk: True}, version=0, by=learners.amara, on=TODAY, at=AT
            )
    with as_role("camden_app"), acting_as(learners.dan):
        assert set(Booking.objects.values_list("person", flat=True)) == {
            learners.amara.pk,
            learners.yael.pk,
            learners.bea.pk,
        }


def test_who_came_who_did_not_and_who_came_unbooked_are_saved_in_one_go(
    learners: SimpleNamespace, session: Any, browser_for: Any
) -> None:
    dan = browser_for(learners.dan)
    page = dan.get(f"/learning/dates/{session.pk}/register/").content.decode()
    assert page.index("Amara Obi") < page.index("Yael Sharon")
    assert "Bea Lindqvist" not in page.partition("<main")[2], "she waits, and has no place"
    assert "checked" not in page, "nobody is said to be there before somebody says so"
    said = {f"there_{learners.amara.pk}": "yes", f"there_{learners.yael.pk}": "no"}
    assert save(dan, session, page, came_too="bea@example.org\ncora nkemelu", **said).status_code == 200
    assert not Booking.objects.exclude(came=None).exists(), "one name nobody has: nothing is saved, all of it is there"
    assert (
        save(dan, session, page, came_too=f"bea@example.org\n{learners.bilal.name.upper()}", **said).status_code == 302
    )
    came = {booking.person_id: booking.came for booking in Booking.objects.all()}
    assert came == {
        learners.amara.pk: True,
        learners.yael.pk: False,
        learners.bea.pk: True,
        learners.bilal.pk: True,
    }
    there = {learners.amara.pk, learners.bea.pk, learners.bilal.pk}
    for model in (Learning, Certificate, RequiredDone):
        assert sorted(model.objects.values_list("person", flat=True)) == sorted(there), model
    assert set(Learning.objects.values_list("minutes", flat=True)) == {360}


def test_everybody_else_was_there_is_one_press(learners: SimpleNamespace, session: Any, browser_for: Any) -> None:
    dan = browser_for(learners.dan)
    assert save(dan, session, rest="1", **{f"there_{learners.yael.pk}": "no"}).status_code == 302
    assert dict(Booking.objects.values_list("person", "came")) == {
        learners.amara.pk: True, learners.yael.pk: False, learners.bea.pk: None,
    }  # fmt: skip


def test_saved_again_nothing_is_there_twice(learners: SimpleNamespace, session: Any, browser_for: Any) -> None:
    dan, said = browser_for(learners.dan), {f"there_{learners.amara.pk}": "yes"}
    for _ in range(3):
        assert save(dan, session, came_too="bea@example.org", **said).status_code == 302
    for model in (Learning, Certificate, RequiredDone):
        assert model.objects.count() == 2


def test_a_register_is_put_right_and_what_followed_goes_with_it(
    learners: SimpleNamespace, session: Any, browser_for: Any
) -> None:
    dan, name = browser_for(learners.dan), f"there_{learners.amara.pk}"
    save(dan, session, **{name: "yes"})
    assert Learning.objects.count() == Certificate.objects.count() == RequiredDone.objects.count() == 1
    save(dan, session, **{name: "no"})
    assert Booking.objects.get(person=learners.amara).stands == "not-attended"
    assert not Learning.objects.exists()
    assert not Certificate.objects.exists()
    assert not RequiredDone.objects.exists()
    save(dan, session, **{name: "yes"})
    assert Learning.objects.count() == Certificate.objects.count() == RequiredDone.objects.count() == 1


def test_what_somebody_wrote_about_a_course_stays_whatever_the_register_says(
    learners: SimpleNamespace, session: Any, browser_for: Any
) -> None:
    dan, name = browser_for(learners.dan), f"there_{learners.amara.pk}"
    save(dan, session, **{name: "yes"})
    PieceFactory(person=learners.amara, learning=Learning.objects.get())
    save(dan, session, **{name: "no"})
    assert Piece.objects.get().learning == Learning.objects.get()


def test_of_two_who_keep_it_at_once_the_second_reads_what_the_first_said(
    learners: SimpleNamespace, session: Any, browser_for: Any
) -> None:
    dan, imogen, name = browser_for(learners.dan), browser_for(learners.imogen), f"there_{learners.amara.pk}"
    shown = imogen.get(f"/learning/dates/{session.pk}/register/").content.decode()
    save(dan, session, **{name: "yes"})
    answer = save(imogen, session, shown, **{name: "no", f"there_{learners.yael.pk}": "yes"})
    page = answer.content.decode()
    assert "Somebody else wrote in this register while you were." in page
    assert "Was there" in page.partition("overtaken__theirs")[2].partition("</p>")[0]
    assert Booking.objects.get(person=learners.yael).came is None, "nothing of it is saved before it is read"
    assert save(imogen, session, page, **{name: "no", f"there_{learners.yael.pk}": "yes"}).status_code == 302
    assert Booking.objects.get(person=learners.amara).came is False


def test_two_who_say_the_same_of_different_people_do_not_stop_each_other(
    learners: SimpleNamespace, session: Any, browser_for: Any
) -> None:
    dan, imogen = browser_for(learners.dan), browser_for(learners.imogen)
    shown = imogen.get(f"/learning/dates/{session.pk}/register/").content.decode()
    save(dan, session, **{f"there_{learners.amara.pk}": "yes"})
    assert save(imogen, session, shown, **{f"there_{learners.yael.pk}": "yes"}).status_code == 302
    assert Booking.objects.filter(came=True).count() == 2


def test_before_the_day_it_is_a_list_and_no_register(learners: SimpleNamespace, browser_for: Any) -> None:
    ahead = CourseSessionFactory(led_by=learners.dan)
    BookingFactory(session=ahead, person=learners.amara, placed_at=AT)
    dan = browser_for(learners.dan)
    page = dan.get(f"/learning/dates/{ahead.pk}/register/").content.decode()
    assert "Amara Obi" in page
    assert "_version" not in page
    dan.post(f"/learning/dates/{ahead.pk}/register/", {"rest": "1", "_version": "1"})
    dan.post(f"/learning/dates/{ahead.pk}/code/")
    assert Booking.objects.get().came is None
    assert not AttendanceCode.objects.exists()


def test_a_course_without_a_certificate_gives_hours_and_no_paper(learners: SimpleNamespace, browser_for: Any) -> None:
    talk = CourseSessionFactory(course=CourseFactory(gives_certificate=False), held_on=TODAY, led_by=learners.dan)
    save(browser_for(learners.dan), talk, came_too="amara@example.org")
    assert Learning.objects.count() == 1
    assert not Certificate.objects.exists()


# --- The code of the room


def code_of(leader: Any, session: Any) -> str:
    page = leader.post(f"/learning/dates/{session.pk}/code/").content.decode()
    found = re.search(r"<strong>(\d{3} \d{3})</strong>", page)
    assert found
    return found[1]


def test_somebody_in_the_room_types_the_code_and_is_there_once(
    learners: SimpleNamespace, session: Any, browser_for: Any
) -> None:
    code = code_of(browser_for(learners.dan), session)
    assert code.replace(" ", "") not in AttendanceCode.objects.get().digest
    amara = browser_for(learners.amara)
    for _ in range(3):
        page = amara.post("/learning/code/", {"code": code}, follow=True).content.decode()
        assert "You are on the register of “Systemic conversations”. 6 hours of learning are yours." in page
    assert Booking.objects.get(person=learners.amara).stands == "attended"
    assert Learning.objects.count() == Certificate.objects.count() == 1


@pytest.mark.parametrize(("who", "minutes"), [("bilal", 0), ("bea", 0), ("amara", 15), ("amara", -1)])
def test_a_code_is_for_those_with_a_place_while_it_is_open(
    learners: SimpleNamespace, session: Any, browser_for: Any, who: str, minutes: int
) -> None:
    code = code_of(browser_for(learners.dan), session)
    with time_machine.travel(AT + timedelta(minutes=minutes), tick=False):
        page = browser_for(getattr(learners, who)).post("/learning/code/", {"code": code}).content.decode()
    assert "No course of yours has this code now." in page
    assert not Booking.objects.exclude(came=None).exists()


def test_the_code_of_one_room_opens_no_other(learners: SimpleNamespace, session: Any, browser_for: Any) -> None:
    other = CourseSessionFactory(held_on=TODAY, led_by=learners.imogen)
    BookingFactory(session=other, person=learners.bilal, placed_at=AT)
    code = code_of(browser_for(learners.dan), session)
    assert "No course of yours" in browser_for(learners.bilal).post("/learning/code/", {"code": code}).content.decode()


def test_codes_are_not_tried_out(learners: SimpleNamespace, session: Any, browser_for: Any) -> None:
    cache.clear()
    code = code_of(browser_for(learners.dan), session)
    wrong = "000000" if code != "000 000" else "000001"
    amara = browser_for(learners.amara)
    answers = [amara.post("/learning/code/", {"code": wrong}).content.decode() for _ in range(11)]
    assert all("No course of yours" in answer for answer in answers[:10])
    assert "That was tried too often." in answers[10]
    assert "That was tried too often." in amara.post("/learning/code/", {"code": code}).content.decode()
    yael = browser_for(learners.yael).post("/learning/code/", {"code": code}, follow=True).content.decode()
    assert "You are on the register" in yael, "one person's tries are not another's"
    cache.clear()


@pytest.mark.parametrize(("typed", "says"), [("", "Type the code"), ("12", "has 6 digits"), ("abc", "has 6 digits")])
def test_what_is_no_code_is_told_at_once(learners: SimpleNamespace, browser_for: Any, typed: str, says: str) -> None:
    assert says in browser_for(learners.amara).post("/learning/code/", {"code": typed}).content.decode()


def test_where_the_register_says_that_somebody_was_not_there_a_code_does_not_say_otherwise(
    learners: SimpleNamespace, session: Any, browser_for: Any
) -> None:
    dan = browser_for(learners.dan)
    code = code_of(dan, session)
    save(dan, session, **{f"there_{learners.amara.pk}": "no"})
    assert "No course of yours" in browser_for(learners.amara).post("/learning/code/", {"code": code}).content.decode()
    assert Booking.objects.get(person=learners.amara).came is False


# --- What people say of it


def test_what_people_say_is_shown_from_five_up_without_a_name(
    learners: SimpleNamespace, session: Any, browser_for: Any
) -> None:
    people = [MembershipFactory(user__name=f"Nameless {n}", team=learners.pod).user for n in range(5)]
    dan = browser_for(learners.dan)
    save(dan, session, came_too="\n".join(person.email for person in people))
    register = f"/learning/dates/{session.pk}/register/"
    for many, person in enumerate(people):
        assert "More practice" not in dan.get(register).content.decode(), many
        client = browser_for(person)
        page = client.get(f"/learning/courses/{session.course_id}/").content.decode()
        assert f"/learning/dates/{session.pk}/feedback/" in page
        said = {"useful": "some" if many else "very", "words": f"More practice, {many} times."}
        for _ in range(2):
            client.post(f"/learning/dates/{session.pk}/feedback/", said)
    assert CourseFeedback.objects.count() == FeedbackGiven.objects.count() == 5
    for who in ("dan", "imogen"):
        page = browser_for(getattr(learners, who)).get(register).content.decode()
        said = page.partition("What people say of it")[2]
        assert "<strong>4</strong> “I will use some of it”" in said
        assert said.count("More practice") == 5
        assert "Nameless" not in said


def test_only_who_came_says_something_of_it(learners: SimpleNamespace, session: Any, browser_for: Any) -> None:
    save(browser_for(learners.dan), session, **{f"there_{learners.amara.pk}": "yes"})
    url = f"/learning/dates/{session.pk}/feedback/"
    assert browser_for(learners.amara).get(url).status_code == 200
    for who in ("yael", "bea", "bilal", "dan"):
        assert browser_for(getattr(learners, who)).post(url, {"useful": "very"}).status_code == 302
    assert not CourseFeedback.objects.exists()
    page = browser_for(learners.amara).post(url, {"words": "Less of the slides."}).content.decode()
    assert "Choose what is nearest." in page
    assert "Less of the slides." in page, "what was typed is there"


def test_a_register_of_many_asks_no_more_than_one_of_few(
    learners: SimpleNamespace, session: Any, browser_for: Any
) -> None:
    def asked() -> int:
        dan = browser_for(learners.dan)
        dan.get(f"/learning/dates/{session.pk}/register/")
        with CaptureQueriesContext(connection) as found:
            dan.get(f"/learning/dates/{session.pk}/register/")
        return len([each for each in found if "authorization" not in each["sql"].lower()])

    few = asked()
    for _ in range(30):
        BookingFactory(session=session, person=UserFactory(), placed_at=AT - timedelta(days=1))
    assert asked() == few <= 12


def test_whoever_leads_offers_a_date_to_a_colleague_who_leads_it(learners: SimpleNamespace, browser_for: Any) -> None:
    course = CourseFactory()
    said = {"held_on_quick": "2026-11-04", "begins": "9", "ends": "12", "places": "8", "venue": "Room 2"}
    lead, url = browser_for(learners.imogen), f"/learning/courses/{course.pk}/dates/new/"
    assert "Nobody here has this e-mail address." in lead.post(url, said | {"led_by": "x@example.org"}).content.decode()
    assert lead.post(url, said | {"led_by": "DAN@example.org"}).status_code == 302
    assert course.sessions.get().led_by == learners.dan
    assert "Dates you lead" in browser_for(learners.dan).get(f"/learning/courses/{course.pk}/").content.decode()


def test_the_register_changed_says_what_it_says_now(learners: SimpleNamespace, session: Any) -> None:
    with as_role("camden_app"), acting_as(learners.dan):
        with connection.cursor() as cursor:
            cursor.execute("select register_version(%s)", [session.pk])
            (now,) = cursor.fetchone()
        facts = {"session": session, "by": learners.dan, "on": TODAY, "at": AT}
        keep_register(came={learners.amara.pk: True}, version=now, **facts)
        with pytest.raises(RegisterChanged) as changed:
            keep_register(came={learners.amara.pk: False}, version=now, **facts)
    assert changed.value.says == {learners.amara.pk: True}

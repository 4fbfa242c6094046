"""A date of a course that is not held after all: who calls it off, and how whoever would have come is told."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from camden.principal import acting_as
from camden.reminders import Standing
from tests.conftest import as_role
from tests.factories.training_floor import BookingFactory, CourseFactory, CourseSessionFactory
from training.models import Booking
from training.reminders import due_for

TODAY = date(2026, 11, 3)


@pytest.fixture
def session(learners: SimpleNamespace) -> Any:
    """Held today and led by Dan; Amara and Yael have places, Bea waits."""
    found = CourseSessionFactory(course=CourseFactory(), held_on=TODAY, led_by=learners.dan)
    before = datetime(2026, 10, 31, 10, tzinfo=UTC)
    for person in (learners.amara, learners.yael):
        BookingFactory(session=found, person=person, asked_at=before, placed_at=before)
    BookingFactory(session=found, person=learners.bea, asked_at=before)
    return found


def day_of(person: Any, on: date = TODAY) -> list[tuple[str, str]]:
    with as_role("camden_worker"), acting_as(person):
        return [(each.text, each.about) for each in due_for(person, on) if each.kind == "course-called-off"]


def test_a_date_is_called_off_with_a_reason_and_whoever_has_a_place_or_waits_is_told_until_its_day_is_over(
    learners: SimpleNamespace, session: Any, browser_for: Any
) -> None:
    imogen, path = browser_for(learners.imogen), f"/learning/dates/{session.pk}/calling-off/"
    assert path in imogen.get(f"/learning/dates/{session.pk}/register/").content.decode()
    assert "Say why, in a few words." in imogen.post(path, {"_version": "1", "why": ""}).content.decode()
    assert imogen.post(path, {"_version": "1", "why": "The trainer’s train"}).status_code == 302
    said = [("Called off: “Systemic conversations” on 3 November 2026", "The trainer’s train")]
    for who in (learners.amara, learners.yael, learners.bea, learners.dan):
        assert day_of(who) == said, who
        page = browser_for(who).get(f"/learning/courses/{session.course_id}/").content.decode()
        assert "3 November 2026 is called off:" in page and "The trainer’s train" in page
    assert day_of(learners.bilal) == [] and day_of(learners.amara, TODAY + timedelta(days=1)) == []
    assert (
        "The trainer’s train"
        not in browser_for(learners.bilal).get(f"/learning/courses/{session.course_id}/").content.decode()
    ), "whoever has no place there does not need it"
    assert imogen.post(path, {"_version": "2", "why": "Again"}, follow=True).status_code == 200
    session.refresh_from_db()
    assert (session.called_off_on, session.called_off_why) == (TODAY, "The trainer’s train")


def test_a_date_called_off_long_before_is_in_the_letters_of_the_first_days_and_the_last(
    learners: SimpleNamespace,
) -> None:
    off = {"called_off_on": TODAY, "called_off_why": "Ill"}
    session = CourseSessionFactory(course=CourseFactory(), held_on=TODAY + timedelta(days=30), **off)
    BookingFactory(session=session, person=learners.amara)
    soon = []
    for days in range(31):
        with as_role("camden_worker"), acting_as(learners.amara):
            (line,) = (each for each in due_for(learners.amara, TODAY + timedelta(days=days)) if "course-" in each.kind)
        if line.standing(TODAY + timedelta(days=days)) is Standing.SOON:
            soon.append(days)
    assert soon == [0, 1, 2, 3, 29, 30]


def test_a_date_that_was_held_is_not_called_off_and_only_by_whoever_leads_learning(
    learners: SimpleNamespace, session: Any, browser_for: Any
) -> None:
    path, form = f"/learning/dates/{session.pk}/calling-off/", {"_version": "1", "why": "No"}
    for who in ("dan", "amara", "bilal"):
        assert browser_for(getattr(learners, who)).post(path, form).status_code == 403, who
    Booking.objects.filter(person=learners.amara).update(came=True)
    imogen = browser_for(learners.imogen)
    assert "This date was held" in imogen.post(path, form).content.decode()
    assert path not in imogen.get(f"/learning/dates/{session.pk}/register/").content.decode()
    before = CourseSessionFactory(held_on=TODAY - timedelta(days=1))
    page = imogen.post(f"/learning/dates/{before.pk}/calling-off/", form).content.decode()
    assert "This date was held" in page

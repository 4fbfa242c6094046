"""How somebody wants to be reminded: muting, and the private address of their calendar."""

from datetime import datetime, time, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from camden.models import CalendarFeed, CaseOpened, Mute, Recorded, RecordOpened, TimescaleRow
from cases.models import ProtectionConference
from tests.conftest import AppClient
from tests.factories.cases import (
    ActionFactory,
    CaseFactory,
    ChildFactory,
    ExclusionFactory,
)
from tests.factories.journey_remind import ClockFactory
from tests.factories.meetings import InvitedFactory, PlannedMeetingFactory

PAGE, MUTE = "/my-day/reminders/", "/my-day/reminders/mute/"


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def switched_on(db: None) -> None:
    """Two timescales that remind people: one of a child's safety, one of local practice."""
    for code in ("CP12", "CN3"):
        TimescaleRow.objects.filter(code=code).delete()
        TimescaleRow.objects.create(code=code, title=code, kind="repeat", basis="local", is_ticking=True, warn_days=5)


@pytest.fixture
def visits(cast: SimpleNamespace) -> None:
    on = timezone.localdate()
    for child in cast.children:
        ClockFactory(child=child, rule="CP12", due_on=on + timedelta(days=1), do_by=on + timedelta(days=1))


def test_what_may_be_muted_is_offered_and_for_the_rest_it_is_said_why_not(
    amara: Any, read: Any, switched_on: None
) -> None:
    said = read(amara.get(PAGE)).said
    can, cannot = said.split("What nobody can mute")
    assert "Review the plan" in can and "Agreed actions" in can and "Visit" not in can
    assert "Visit" in cannot and "A child’s safety depends on these" in cannot


def test_muting_and_wanting_it_again(cast: SimpleNamespace, amara: Any, read: Any, switched_on: None) -> None:
    on = timezone.localdate()
    ActionFactory(case=cast.case, keeper=cast.amara, due_on=on, agreed_on=on, what="Ring the school")
    for _ in range(2):
        said = read(amara.post(MUTE, {"work": "action"}, follow=True)).said
        assert "Muted: Agreed actions" in said
    assert Mute.objects.get().person == cast.amara
    assert "Muted or put off (1)" in read(amara.get("/my-day/")).said
    amara.post(MUTE, {"work": "action", "again": "1"})
    assert not Mute.objects.exists()
    assert "Today and soon" in read(amara.get("/my-day/")).said


def test_a_childs_safety_cannot_be_muted_by_asking_past_the_page(amara: Any, switched_on: None) -> None:
    for work in ("visit", "no-such-thing", ""):
        assert amara.post(MUTE, {"work": work}).status_code == 404
    assert not Mute.objects.exists()


def made(amara: Any, read: Any) -> str:
    """The address that the page shows, once."""
    page = read(amara.post(PAGE, {"calendar": "make"}))
    (address,) = [value for value in page.filled.values() if "/calendar/" in value]
    return address.removeprefix("http://localhost:8000")


def test_a_calendars_programme_reads_ones_own_days_in_initials_and_it_is_written_down(
    cast: SimpleNamespace, amara: Any, read: Any, visits: None
) -> None:
    address = made(amara, read)
    assert address not in amara.get(PAGE).content.decode()
    assert CalendarFeed.objects.get().token_sha256 not in address
    answer = AppClient().get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    body = answer.content.decode().replace("\r\n ", "")
    assert r"SUMMARY:A. R.\, I. R.\, Z. R.: visit" in body and body.count("BEGIN:VEVENT") == 1
    for name in ("Anisa", "Imran", "Zayd", "Rahman", "Khatun", "Amara"):
        assert name not in body
    event = RecordOpened.objects.get(page="overview:calendar-feed")
    assert event.user_id == cast.amara.pk
    assert CaseOpened.objects.filter(event_id=event.pk, case_id=cast.case.pk).exists()


def test_meetings_one_leads_chairs_or_is_asked_to_stand_in_it_without_a_name(
    cast: SimpleNamespace, amara: Any, read: Any
) -> None:
    on = timezone.localdate()
    at = timezone.make_aware(datetime.combine(on + timedelta(days=7), time(10, 30)))
    PlannedMeetingFactory(case=cast.case, planned_at=at, place="Somers Town", arranged_by=cast.bilal)
    called_off = {"called_off_on": on, "called_off_why": "Ill"}
    PlannedMeetingFactory(case=cast.case, planned_at=at, arranged_by=cast.bilal, **called_off)
    others = CaseFactory(name="Okafor", team_ids=[cast.pod.pk])
    ChildFactory(case=others, given_name="Leon", family_name="Okafor")
    chairs = {"kind": "review", "planned_on": on + timedelta(days=9), "booked_on": on}
    ProtectionConference.objects.create(case=others, chair=cast.amara, **chairs)
    ProtectionConference.objects.create(case=others, chair=cast.bilal, **chairs)
    asked = PlannedMeetingFactory(case=others, kind="need-review", planned_at=at, arranged_by=cast.bilal)
    address = made(amara, read)

    def said() -> list[str]:
        body = AppClient().get(address).content.decode().replace("\r\n ", "").replace("\\,", ",")
        for name in ("Anisa", "Rahman", "Leon", "Okafor", "Somers", "Amara"):
            assert name not in body
        return sorted(line.removeprefix("SUMMARY:") for line in body.split("\r\n") if line.startswith("SUMMARY:"))

    mine = ["A. R., I. R., Z. R.: core group, 10.30 am", "L. O.: review child protection conference"]
    assert said() == mine
    InvitedFactory(meeting=asked, name=cast.amara.name, agency="social-care")
    assert said() == [mine[0], "L. O.: child in need review, 10.30 am", mine[1]]
    ExclusionFactory(case=others, worker=cast.amara)
    assert said() == mine[:1]


def test_whoever_is_signed_in_beside_it_changes_nothing(
    cast: SimpleNamespace, amara: Any, browser_for: Any, read: Any, visits: None
) -> None:
    answer = browser_for(cast.dan).get(made(amara, read))
    assert answer.content.count(b"BEGIN:VEVENT") == 1
    assert RecordOpened.objects.get(page="overview:calendar-feed").user_id == cast.amara.pk


def test_it_holds_no_more_than_its_person_may_see(cast: SimpleNamespace, amara: Any, read: Any, visits: None) -> None:
    address = made(amara, read)
    ExclusionFactory(case=cast.case, worker=cast.amara)
    assert b"VEVENT" not in AppClient().get(address).content


def test_one_that_was_replaced_or_revoked_answers_like_one_that_never_was(
    cast: SimpleNamespace, amara: Any, read: Any, visits: None
) -> None:
    first, second = made(amara, read), made(amara, read)
    never = AppClient().get("/calendar/never-was.ics")
    assert AppClient().get(second).status_code == 200
    amara.post(PAGE, {"calendar": "revoke"})
    for address in (first, second):
        answer = AppClient().get(address)
        assert (answer.status_code, answer.content) == (404, never.content)
    assert Recorded.objects.filter(action__contains="private address").count() == 3


def test_somebody_who_has_left_is_read_by_nobody(cast: SimpleNamespace, amara: Any, read: Any, visits: None) -> None:
    address = made(amara, read)
    cast.amara.is_active = False
    cast.amara.save()
    assert AppClient().get(address).status_code == 404


def test_asking_too_often_is_refused_whether_or_not_it_is_an_address(db: None, settings: Any) -> None:
    settings.CALENDAR_RATES = {"calendar": "2/h/key"}
    client = Client()
    assert [client.get("/calendar/never-was.ics").status_code for _ in range(3)] == [404, 404, 429]

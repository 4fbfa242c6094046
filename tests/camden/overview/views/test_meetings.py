"""Business support begins with its teams’ meetings: who is asked, who is to be asked, what is to be sent."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import PlanMeeting, ProtectionConference
from tests.factories.cases import CaseFactory
from tests.factories.meetings import InvitedFactory, PlannedMeetingFactory, business_support
from tests.queries import of_the_page

PAGE = "/meetings/"
AT = datetime(2026, 11, 10, 10, 0, tzinfo=UTC)
ASKED = date(2026, 11, 2)


@pytest.fixture(autouse=True)
def tuesday(today: date) -> Iterator[None]:
    """Ten in the morning, and no second later."""
    with time_machine.travel(datetime.combine(today, time(10), UTC), tick=False):
        yield


@pytest.fixture
def bo(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(business_support(cast))


def test_it_is_the_first_page_of_business_support_and_of_nobody_who_has_my_day(
    cast: SimpleNamespace, bo: Any, browser_for: Any
) -> None:
    assert bo.get("/")["Location"] == PAGE
    assert browser_for(cast.amara).get("/")["Location"] == "/my-day/"
    assert f'href="{PAGE}"' in bo.get(PAGE).content.decode()
    assert f'href="{PAGE}"' not in browser_for(cast.amara).get("/my-day/").content.decode()


def test_a_meeting_says_who_is_still_to_be_asked_and_who_has_not_answered(
    cast: SimpleNamespace, bo: Any, read: Any
) -> None:
    assert "No meeting is arranged" in read(bo.get(PAGE)).said
    meeting = PlannedMeetingFactory(case=cast.case, planned_at=AT, arranged_by=cast.amara)
    assert "Nobody is on the list yet." in read(bo.get(PAGE)).said
    first = InvitedFactory(meeting=meeting, member=cast.children[0])
    InvitedFactory(meeting=meeting, name="Ms Lee", agency="education", invited_on=ASKED, how="post")
    InvitedFactory(meeting=meeting, name="Gone", agency="health", taken_off_on=ASKED)
    page = read(bo.get(PAGE))
    assert "Core group, Tuesday 10 November, 10 am" in page.said and "Still to ask: Anisa Rahman" in page.said
    assert "Ms Lee" not in page.said and "Gone" not in page.said
    assert f"/cases/{cast.case.pk}/invitations/meeting/{meeting.pk}/" in page.links
    type(first).objects.update(invited_on=ASKED, how="post")
    assert "Everybody on the list is asked; 2 have not answered yet." in read(bo.get(PAGE)).said
    type(first).objects.update(answer="coming")
    assert "Everybody on the list is asked and has answered." in read(bo.get(PAGE)).said


def test_conferences_stand_there_too_the_soonest_first_and_nothing_that_is_over(
    cast: SimpleNamespace, bo: Any, read: Any, today: date
) -> None:
    planned = {"case": cast.case, "arranged_by": cast.amara}
    PlannedMeetingFactory(planned_at=AT, **planned)
    PlannedMeetingFactory(planned_at=AT, called_off_on=today, called_off_why="Ill", kind="help-review", **planned)
    PlannedMeetingFactory(planned_at=AT + timedelta(days=60), kind="need-review", **planned)
    ProtectionConference.objects.create(case=cast.case, kind="initial", planned_on=date(2026, 11, 5), booked_on=today)
    said = read(bo.get(PAGE)).said
    assert said.index("Initial child protection conference") < said.index("Core group")
    assert "Team around the family" not in said and "Child in need review" not in said


def test_a_record_that_nobody_sent_waits_there_until_it_is_sent(
    cast: SimpleNamespace, bo: Any, read: Any, today: date
) -> None:
    held = PlanMeeting.objects.create(case=cast.case, kind="core-group", held_on=date(2026, 10, 20))
    PlanMeeting.objects.create(case=cast.case, kind="need-review", held_on=date(2026, 5, 5))
    page = read(bo.get(PAGE))
    assert "Core group, 20 October 2026" in page.said and held.get_absolute_url() in page.links
    assert "Child in need review" not in page.said, "what is older than two months is not asked for here"
    PlanMeeting.objects.update(record_sent_on=today)
    assert "Every record of the last two months was sent." in read(bo.get(PAGE)).said


def test_nothing_of_another_team_or_of_a_restricted_record_stands_there(
    cast: SimpleNamespace, bo: Any, browser_for: Any, read: Any
) -> None:
    PlannedMeetingFactory(case=cast.case, planned_at=AT, arranged_by=cast.amara)
    other = CaseFactory(name="Okafor", team_ids=[cast.elsewhere.pk])
    PlannedMeetingFactory(case=other, planned_at=AT, arranged_by=cast.dan)
    said = read(bo.get(PAGE)).said
    assert cast.case.name in said and "Okafor" not in said
    type(cast.case).objects.filter(pk=cast.case.pk).update(is_restricted=True)
    assert "No meeting is arranged" in read(bo.get(PAGE)).said
    assert browser_for(cast.eve).get(PAGE).status_code == 403


def test_the_page_asks_few_questions_however_many_meet(cast: SimpleNamespace, bo: Any) -> None:
    for number in range(12):
        meeting = PlannedMeetingFactory(
            case=cast.case, planned_at=AT + timedelta(days=number), arranged_by=cast.amara
        )  # fmt: skip
        InvitedFactory(meeting=meeting, member=cast.children[0])
    bo.get(PAGE)
    with CaptureQueriesContext(connection) as captured:
        assert bo.get(PAGE).content.count(b"team-meets__one") == 12
    assert len(of_the_page(captured)) <= 10

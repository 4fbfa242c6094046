"""A meeting is arranged from what is due in two taps, stands where it is looked for, and is called off with why."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import PlannedMeeting, Writing
from cases.operations.clocks import keep_clocks
from tests.factories.journey_clocks import need_plan
from tests.factories.journey_protect import ProtectionConferenceFactory
from tests.factories.meetings import PlannedMeetingFactory, business_support
from tests.queries import of_the_page

MOST = 15


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def url(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/planned-meetings/"


def test_from_the_due_line_on_my_day_a_review_is_arranged_in_two_taps(
    cast: SimpleNamespace, amara: Any, read: Any, url: str
) -> None:
    for child in cast.children:
        need_plan(child, date(2026, 8, 5))
    keep_clocks(case=cast.case)
    page = read(amara.get("/my-day/"))
    way = next(href for href in page.links if href.startswith(f"{url}new/?work=need-review"))
    said = read(amara.get(way)).said
    assert "Review the plan for Anisa, Imran and Zayd, due" in said
    form = amara.get(way).context["form"]
    as_it_stands = {name: form[name].value() for name in ("kind", "starts")}
    answer = amara.post(way, as_it_stands | {"day": "2026-11-05"})
    made = PlannedMeeting.objects.get()
    assert answer["Location"] == f"/cases/{cast.case.pk}/invitations/meeting/{made.pk}/"
    assert (made.kind, made.arranged_by, f"{made.planned_at:%d %H:%M}") == ("need-review", cast.amara, "05 10:00")


def test_a_review_that_is_arranged_is_not_asked_to_be_arranged_again(
    cast: SimpleNamespace, amara: Any, read: Any, url: str
) -> None:
    for child in cast.children:
        need_plan(child, date(2026, 8, 5))
    keep_clocks(case=cast.case)
    PlannedMeetingFactory(case=cast.case, arranged_by=cast.amara)  # a core group is another meeting
    assert f"{url}new/?work=need-review" in read(amara.get("/my-day/")).links
    PlannedMeetingFactory(case=cast.case, arranged_by=cast.amara, kind="need-review")
    page = read(amara.get("/my-day/"))
    assert "Arranged for Tuesday 10 November, 10 am" in page.said
    assert f"{url}new/?work=need-review" not in page.links


def test_what_is_due_leads_business_support_to_where_it_is_arranged(
    cast: SimpleNamespace, browser_for: Any, read: Any, url: str
) -> None:
    need_plan(cast.children[0], date(2026, 8, 5))
    keep_clocks(case=cast.case)
    page = read(browser_for(business_support(cast)).get(f"/cases/{cast.case.pk}/reviews/"))
    assert f"{url}new/?work=need-review" in page.links
    assert not [href for href in page.links if "/meetings/new/" in href and "planned" not in href]


def test_it_stands_on_my_day_the_familys_page_and_the_tab_reviews(
    cast: SimpleNamespace, amara: Any, browser_for: Any, read: Any
) -> None:
    meeting = PlannedMeetingFactory(case=cast.case, arranged_by=cast.amara)
    ProtectionConferenceFactory(case=cast.case, about=cast.children, planned_on="2026-11-12")
    case = f"/cases/{cast.case.pk}/"
    for where in ("/my-day/", case, f"{case}reviews/"):
        said = read(amara.get(where)).said
        assert "Core group, Tuesday 10 November, 10 am" in said, where
        assert "Initial child protection conference, Thursday 12 November" in said, where
    assert "Core group" not in read(browser_for(cast.dan).get("/my-day/")).said
    assert "Core group" not in read(browser_for(cast.bilal).get("/my-day/")).said  # sees it, and does not work there
    PlannedMeeting.objects.filter(pk=meeting.pk).update(called_off_on=date(2026, 11, 3), called_off_why="Moved")
    assert "Core group, Tuesday" not in read(amara.get(case)).said


def test_its_page_leads_to_the_report_and_the_report_back_to_it(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    meeting = PlannedMeetingFactory(case=cast.case, arranged_by=cast.amara)
    way = f"/cases/{cast.case.pk}/reports/new/?meeting={meeting.pk}"
    here = f"/cases/{cast.case.pk}/planned-meetings/{meeting.pk}/"
    assert way in read(amara.get(here)).links
    report = Writing.objects.create(case=cast.case, paper="review-report", meeting=meeting, begun_on=date(2026, 11, 2))
    assert here in read(amara.get(report.get_absolute_url())).links


@pytest.mark.parametrize(
    ("sent", "field", "words"),
    [
        ({"kind": "core-group", "starts": "10"}, "other", "Choose a day."),
        ({"kind": "core-group", "starts": "10", "day": "2026-11-02"}, "other", "Choose today or a day after it."),
        ({"kind": "core-group", "starts": "late", "day": "2026-11-05"}, "starts", "Enter a time"),
        ({"kind": "moot", "starts": "10", "day": "2026-11-05"}, "kind", "Choose one of the answers"),
        ({"kind": "core-group", "starts": "10", "other": "2030-01-01"}, "other", "within the next year"),
    ],
)
def test_what_cannot_be_arranged_says_why_beside_the_answer(
    amara: Any, url: str, sent: dict[str, str], field: str, words: str
) -> None:
    answer = amara.post(f"{url}new/", sent)
    assert words in " ".join(answer.context["form"].errors[field]) and not PlannedMeeting.objects.exists()


def test_a_second_core_group_on_one_day_is_refused_and_a_form_sent_twice_makes_one(amara: Any, url: str) -> None:
    page = amara.get(f"{url}new/")
    sent = {"kind": "core-group", "starts": "10", "day": "2026-11-05"}
    with_key = sent | {"_key": str(page.context["kept"].key)}
    assert amara.post(f"{url}new/", with_key)["Location"] == amara.post(f"{url}new/", with_key)["Location"]
    assert "arranged for that day already" in amara.post(f"{url}new/", sent).content.decode()
    assert PlannedMeeting.objects.count() == 1


def test_calling_off_says_why_and_the_second_who_does_is_told(
    cast: SimpleNamespace, amara: Any, browser_for: Any, read: Any
) -> None:
    meeting = PlannedMeetingFactory(case=cast.case, arranged_by=cast.amara)
    bo = browser_for(business_support(cast))
    off = f"{meeting.get_absolute_url()}calling-off/"
    assert bo.post(off, {"why": "The school is shut"})["Location"] == meeting.get_absolute_url()
    assert "The school is shut" in read(amara.get(meeting.get_absolute_url())).said
    said = read(amara.post(off, {"why": "Snow"})).said
    assert "held or called off already" in said
    meeting.refresh_from_db()
    assert meeting.called_off_why == "The school is shut"


def test_these_pages_ask_few_questions(cast: SimpleNamespace, amara: Any, url: str) -> None:
    meeting = PlannedMeetingFactory(case=cast.case, arranged_by=cast.amara)
    for page in (f"{url}new/", meeting.get_absolute_url(), f"{meeting.get_absolute_url()}calling-off/"):
        with CaptureQueriesContext(connection) as asked:
            assert amara.get(page).status_code == 200
        assert len(of_the_page(asked)) <= MOST, page

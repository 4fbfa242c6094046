"""The board of conferences: what is on it for whom, its clocks, its cost."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from camden.models import TimescaleRow
from conferences.models import ConferenceStage, FamilyConference, FamilyMeeting
from conferences.readings import lists
from conferences.readings.timings import limits_on
from conferences.rules.steps import Timing
from tests.factories.conferences import ConferenceFactory
from tests.queries import of_the_page

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 3)
BUDGET = 15  # BEGIN, COMMIT, session, person, principal and read event included


def test_a_card_says_how_long_there_is_and_is_never_red(
    conferred: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    samira = browser_for(conferred.samira)
    page = samira.get("/conferences/")
    assert "The family meets: 6 weeks left" in read(page).said
    ConferenceStage.objects.update(happened_on="2026-07-01")
    page = samira.get("/conferences/")
    assert "The family meets: past its day" in read(page).said
    assert "tag--red" not in page.content.decode() and "late" not in read(page).said.lower()


def test_a_limit_that_the_council_changed_is_what_the_board_counts_by(conferred: SimpleNamespace) -> None:
    assert limits_on(TODAY)[Timing.MEET].until == (8, "w")
    TimescaleRow.objects.update_or_create(
        code="PR6", begins_on=None, defaults={"title": "Hold it", "kind": "clock", "amount": 5, "unit": "w"}
    )
    assert limits_on(TODAY)[Timing.MEET].until == (5, "w")
    cards = lists.lines_of(lists.of_coordinator(conferred.samira, TODAY))
    assert [card.clock for card in cards] == ["The family meets: 3 weeks left"]


def test_the_overview_counts_by_the_same_limit_as_the_board(
    conferred: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    samira, overview = browser_for(conferred.samira), conferred.conference.get_absolute_url()
    assert "6 weeks left" in read(samira.get(overview)).said
    TimescaleRow.objects.update_or_create(
        code="PR6", begins_on=None, defaults={"title": "Hold it", "kind": "clock", "amount": 5, "unit": "w"}
    )
    said = read(samira.get(overview)).said
    assert "3 weeks left" in said and "6 weeks left" not in said


def test_every_conference_stands_in_one_column_and_the_rest_is_folded(conferred: SimpleNamespace) -> None:
    FamilyConference.objects.all()
    for stage in ("offered", "preparing", "ready", "held", "active", "active"):
        ConferenceFactory(case=conferred.case, referred_by=conferred.amara, coordinator=conferred.samira, stage=stage)
    for _ in range(9):
        over = ConferenceFactory(case=conferred.case, referred_by=conferred.amara, coordinator=conferred.samira)
        own = {"case": conferred.case, "conference": over, "said_by": conferred.samira}
        ConferenceStage.objects.create(**own, stage="withdrawn", happened_on=TODAY, reason="x")
    board = {column.code: column for column in lists.of_coordinator(conferred.samira, TODAY)}
    counts = {code: column.count for code, column in board.items() if column.count}
    assert counts == {"offer": 1, "prepare": 2, "meet": 1, "answer": 1, "live": 2, "over": 9}
    assert (len(board["over"].lines), len(board["over"].folded)) == (6, 3)


def test_forty_conferences_cost_as_many_questions_as_one(conferred: SimpleNamespace, browser_for: Any) -> None:
    asked = []
    for number in (0, 39):
        for _ in range(number):
            ConferenceFactory(case=conferred.case, referred_by=conferred.amara, coordinator=conferred.samira)
        for name in ("samira", "amara", "bilal"):
            browser = browser_for(getattr(conferred, name))
            browser.get("/conferences/")
            with CaptureQueriesContext(connection) as captured:
                assert browser.get("/conferences/").status_code == 200
            asked.append(len(of_the_page(captured)))
    assert asked[:3] == asked[3:] and max(asked) <= BUDGET


def test_without_a_conference_the_board_says_how_one_comes(cast: SimpleNamespace, browser_for: Any, read: Any) -> None:
    assert "None of your families has a conference" in read(browser_for(cast.amara).get("/conferences/")).said


def test_what_waits_for_a_coordinator_stands_above_the_board_and_is_never_late(
    conferred: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    lived = ConferenceFactory(
        case=conferred.case, referred_by=conferred.amara, coordinator=conferred.samira, stage="active"
    )
    FamilyMeeting.objects.create(case=conferred.case, conference=lived, held_on=date(2026, 1, 5))
    page = read(browser_for(conferred.samira).get("/conferences/"))
    assert f"{lived.get_absolute_url()}plan/reviews/new/" in page.links
    assert conferred.conference.get_absolute_url() in page.links and "Contact the family" in page.said
    assert "late" not in page.said.lower()
    assert "What waits for you" not in read(browser_for(conferred.amara).get("/conferences/")).said

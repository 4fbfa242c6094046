"""How long a record is kept: said for each child with its source, and held beyond it by those who may."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from camden.access import Role
from cases.models import Episode, Milestone, PlanSpell, RetentionHold
from tests.factories.camden import MembershipFactory
from tests.factories.cases import InvolvementFactory
from tests.queries import of_the_page

CLOSED = date(2026, 10, 1)


@pytest.fixture
def url(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/retention/"


def closed() -> None:
    Episode.objects.update(closed_on=CLOSED, closure_reason="RC7")


def test_while_we_work_with_them_the_longest_row_so_far_is_said(
    cast: SimpleNamespace, browser_for: Any, url: str, read: Any
) -> None:
    PlanSpell.objects.create(case=cast.case, child=cast.children[0], basis="protection", started_on=date(2026, 9, 1),
                             first_category="NEG", latest_category="NEG")  # fmt: skip
    page = read(browser_for(cast.amara).get(url))
    assert "There is no day yet: it waits for the end of our work." in page.said
    assert "at least until 17 May 2045" in page.said and "Two other councils publish it" in page.said
    assert "[S86]" not in page.said


def test_brothers_and_sisters_are_kept_as_long_as_the_one_kept_longest(
    cast: SimpleNamespace, browser_for: Any, url: str, read: Any
) -> None:
    closed()
    imran = cast.children[1]
    for kind, day in (("looked-after-began", date(2026, 9, 1)), ("looked-after-ended", date(2026, 9, 20))):
        Milestone.objects.create(case=cast.case, child=imran, kind=kind, happened_on=day)
    page = read(browser_for(cast.amara).get(url))
    assert "At least until 17 May 2093" in page.said and "kept as long as Imran" in page.said
    assert "17 May 2045" in page.said and "Law: Care Planning" in page.said
    Milestone.objects.update(struck_on=CLOSED, struck_by=cast.amara, struck_why="It was another Imran.")
    assert "At least until 17 May 2055" in read(browser_for(cast.amara).get(url)).said


def test_a_hold_keeps_everything_until_it_is_lifted_with_a_reason(
    cast: SimpleNamespace, browser_for: Any, url: str, read: Any
) -> None:
    closed()
    bilal = browser_for(cast.bilal)
    assert "why" in read(bilal.post(f"{url}holds/new/", {"why": " "})).errors
    page = read(bilal.post(f"{url}holds/new/", {"why": "An inquiry asked for it."}, follow=True))
    assert "It is held" in page.said and "An inquiry asked for it." in page.said and "At least" not in page.said
    held = RetentionHold.objects.get()
    page = read(bilal.post(f"{url}holds/{held.pk}/lifting/", {"why": "The inquiry has ended."}, follow=True))
    assert "The inquiry has ended." in page.said and "At least until" in page.said
    assert "lifted already" in read(bilal.get(f"{url}holds/{held.pk}/lifting/")).said


def test_managers_and_information_governance_hold_a_record_and_a_worker_does_not(
    cast: SimpleNamespace, browser_for: Any, url: str
) -> None:
    assert browser_for(cast.amara).post(f"{url}holds/new/", {"why": "x"}).status_code == 403
    officer = MembershipFactory(
        user__name="Ines Ward", team=cast.service, role=Role.INFORMATION_GOVERNANCE, scope="own"
    )
    assert browser_for(officer.user).get(f"{url}holds/new/").status_code == 404
    InvolvementFactory(child=cast.children[0], worker=officer.user, team=cast.service, role="auditor")
    assert browser_for(officer.user).post(f"{url}holds/new/", {"why": "A request is open."}).status_code == 302
    assert RetentionHold.objects.get().held_by == officer.user


def test_the_access_log_leads_there_and_it_asks_little(cast: SimpleNamespace, browser_for: Any, url: str) -> None:
    amara = browser_for(cast.amara)
    assert url in amara.get(f"/cases/{cast.case.pk}/access-log/").content.decode()
    with CaptureQueriesContext(connection) as captured:
        assert amara.get(url).status_code == 200
    assert len(of_the_page(captured)) <= 13

"""Planning a visit from what is due, in two taps; reading it; calling it off."""

from datetime import date, time, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from cases.models import Household, PlannedVisit
from cases.operations.clocks import keep_clocks
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.cases import ExclusionFactory, VisitFactory
from tests.factories.journey_clocks import need_plan, visited


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def url(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/planned-visits/"


def planned(cast: SimpleNamespace, on: date, **more: Any) -> PlannedVisit:
    said = {"worker": cast.amara, "planned_by": cast.amara, "household": cast.home} | more
    return PlannedVisit.objects.create(case=cast.case, planned_on=on, **said)


def test_a_tap_on_a_day_plans_the_visit_at_the_home_of_most_children(
    cast: SimpleNamespace, amara: Any, read: Any, url: str, today: date
) -> None:
    page = read(amara.get(f"{url}new/?work=visit"))
    for words in ("Today", "Tomorrow", "Thursday 5 November"):
        assert words in page.said
    answer = amara.post(f"{url}new/?work=visit", {"day": "2026-11-05"})
    made = PlannedVisit.objects.get()
    assert answer["Location"] == f"{url}{made.pk}/"
    assert (made.worker, made.planned_on, made.household) == (cast.amara, date(2026, 11, 5), cast.home)
    assert (made.kind, made.starts, made.companion) == ("home", None, None)
    page = read(amara.get(answer["Location"]))
    assert "Thursday 5 November" in page.said and "Amara Obi" in page.said and "At Somers Town" in page.said


def test_the_day_it_is_due_is_said_and_is_the_last_that_is_offered(
    cast: SimpleNamespace, amara: Any, read: Any, url: str, today: date
) -> None:
    for child in cast.children:
        need_plan(child, date(2026, 9, 1))
    visited(cast.children, cast.amara, date(2026, 10, 15))
    keep_clocks(case=cast.case)
    said = read(amara.get(f"{url}new/?work=visit")).said
    assert "Visit for Anisa, Imran and Zayd, due" in said
    assert "the last day it is due" in said


def test_time_companion_and_place_are_kept(cast: SimpleNamespace, amara: Any, url: str, today: date) -> None:
    sent = {
        "other": "2026-11-12",
        "starts": "4 pm",
        "companion": str(cast.bilal.pk),
        "place": "school",
        "remark": "Bell",
    }
    amara.post(f"{url}new/", sent)
    made = PlannedVisit.objects.get()
    assert (made.planned_on, made.starts, made.companion) == (date(2026, 11, 12), time(16), cast.bilal)
    assert (made.kind, made.household, made.remark) == ("school", None, "Bell")


@pytest.mark.parametrize(
    ("sent", "field", "words"),
    [
        ({}, "other", "Choose a day."),
        ({"day": "2026-11-02"}, "other", "Choose today or a day after it."),
        ({"day": "moon"}, "other", "Choose a day."),
        ({"other": "31/2/2026"}, "other", "We cannot read that day."),
        ({"day": "2026-11-05", "starts": "late"}, "starts", "Enter a time"),
        ({"day": "2026-11-05", "companion": "999999"}, "companion", "Choose one of the answers"),
    ],
)
def test_what_is_missing_is_said_beside_the_field(
    cast: SimpleNamespace, amara: Any, read: Any, url: str, sent: dict, field: str, words: str
) -> None:
    page = read(amara.post(f"{url}new/", {"x": "1"} | sent))
    assert words in page.errors[field]
    assert not PlannedVisit.objects.exists()


def test_what_a_colleague_plans_is_said_before_one_plans(
    cast: SimpleNamespace, amara: Any, read: Any, url: str, today: date
) -> None:
    planned(cast, today + timedelta(days=1), worker=cast.bilal, starts=time(10))
    assert (
        "Planned with this family: Tomorrow, 10 am · Bilal Aziz · At Somers Town" in read(amara.get(f"{url}new/")).said
    )


def test_only_people_near_who_may_see_the_record_are_offered_to_come_along(
    cast: SimpleNamespace, amara: Any, url: str
) -> None:
    farah = MembershipFactory(user=UserFactory(name="Farah Noor"), team=cast.pod).user
    kept_out = MembershipFactory(user=UserFactory(name="Kept Out"), team=cast.pod).user
    ExclusionFactory(case=cast.case, worker=kept_out)
    page = amara.get(f"{url}new/").content.decode()
    for name, is_there in (("Farah Noor", 1), ("Bilal Aziz", 1), ("Kept Out", 0), ("Dan Price", 0), ("Eve Storey", 0)):
        assert (f">{name}</option>" in page) == bool(is_there), name
    cast.case.is_restricted = True
    cast.case.save()
    assert farah.name not in amara.get(f"{url}new/").content.decode()


def test_an_address_that_is_not_to_be_shared_says_so(
    cast: SimpleNamespace, amara: Any, read: Any, url: str, today: date
) -> None:
    Household.objects.update(address="1 Quiet Mews", is_safe_to_share=False)
    said = read(amara.get(f"{url}{planned(cast, today).pk}/")).said
    assert "1 Quiet Mews" in said and "Tell nobody this address" in said


def test_a_visit_is_called_off_with_a_reason_and_another_day_is_offered(
    cast: SimpleNamespace, amara: Any, read: Any, url: str, today: date
) -> None:
    one = planned(cast, today)
    page = read(amara.post(f"{url}{one.pk}/calling-off/", {"why": ""}))
    assert "Write why" in page.errors["why"]
    page = read(amara.post(f"{url}{one.pk}/calling-off/", {"why": "Measles"}, follow=True))
    assert "Called off by Amara Obi, today. Measles" in page.said
    assert f"{url}new/" in page.links and f"{url}{one.pk}/calling-off/" not in page.links
    page = read(amara.post(f"{url}{one.pk}/calling-off/", {"why": "My own words"}))
    assert "Somebody was here before you" in page.said and "My own words" in page.said
    assert PlannedVisit.objects.get().called_off_why == "Measles"


def test_a_plan_is_answered_by_the_visit_that_is_logged_from_it_whatever_its_day(
    cast: SimpleNamespace, amara: Any, read: Any, url: str, today: date
) -> None:
    one = planned(cast, today - timedelta(days=1))
    page = read(amara.get(f"{url}{one.pk}/"))
    log = f"/cases/{cast.case.pk}/visits/new/?plan={one.pk}"
    assert log in page.links and f"/cases/{cast.case.pk}/visits/missed/?plan={one.pk}" in page.links
    amara.post(log, {"visited_on_quick": today.isoformat(), "kind": "home", "account": "x",
                     f"seen_{cast.children[0].pk}": "alone"})  # fmt: skip
    assert PlannedVisit.objects.get().visit is not None


def test_a_visit_that_was_made_leads_to_what_came_of_it(
    cast: SimpleNamespace, amara: Any, read: Any, url: str, today: date
) -> None:
    one = planned(cast, today, visit=VisitFactory(case=cast.case, worker=cast.amara))
    page = read(amara.get(f"{url}{one.pk}/"))
    assert f"/cases/{cast.case.pk}/visits/{one.visit_id}/" in page.links
    assert f"{url}{one.pk}/calling-off/" not in page.links


def test_somebody_who_may_not_see_the_record_finds_no_planned_visit(
    cast: SimpleNamespace, browser_for: Any, url: str, today: date
) -> None:
    one, dan = planned(cast, today), browser_for(cast.dan)
    for address in (f"{url}new/", f"{url}{one.pk}/", f"{url}{one.pk}/calling-off/"):
        assert dan.get(address).status_code == 404

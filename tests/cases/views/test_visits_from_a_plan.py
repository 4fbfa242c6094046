"""A visit that was planned, and who is offered on which day."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from cases.models import PlannedVisit, Visit
from tests.factories.cases import ChildFactory, HouseholdFactory


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def url(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/visits/new/"


def said(cast: SimpleNamespace, **more: Any) -> dict[str, Any]:
    sent = {"visited_on_quick": "2026-11-03", "kind": "home", "account": "We baked bread."}
    sent |= {f"seen_{cast.children[0].pk}": "alone"} | more
    return {name: value for name, value in sent.items() if value is not None}


def test_a_plan_of_today_is_fulfilled_and_its_kind_is_chosen(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    plan = PlannedVisit.objects.create(
        case=cast.case, worker=cast.amara, planned_on=date(2026, 11, 3), planned_by=cast.amara, kind="school"
    )
    assert read(amara.get(url)).ticked["kind"] == "school"
    amara.post(url, said(cast))
    plan.refresh_from_db()
    assert plan.visit == Visit.objects.get()


def test_who_lives_there_is_asked_as_of_the_day(
    cast: SimpleNamespace, amara: Any, url: str, read: Any, today: date
) -> None:
    anisa, imran, zayd = cast.children
    cast.home.memberships.filter(member=imran).update(ended_on=today - timedelta(days=3))
    zayd.died_on = today - timedelta(days=1)
    zayd.save()
    page = read(amara.get(url))
    assert f"seen_{zayd.pk}" not in page.offered
    assert page.offered.index(f"seen_{anisa.pk}") < page.offered.index(f"seen_{imran.pk}")
    assert "Living elsewhere" in page.said


def test_a_plan_opens_the_form_at_its_home_and_is_tied_to_what_came_of_it(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    away = ChildFactory(case=cast.case, given_name="Noor", born_on=date(2010, 1, 1))
    home = HouseholdFactory(case=cast.case, name="Grandmother’s", people=[away])
    plan = PlannedVisit.objects.create(
        case=cast.case, worker=cast.bilal, planned_on=date(2026, 11, 20), planned_by=cast.bilal, household=home
    )
    page = amara.get(plan.get_absolute_url()).content.decode()
    assert f"{url}?plan={plan.pk}" in page and f"/visits/missed/?plan={plan.pk}" in page
    order = [name for name in read(amara.get(f"{url}?plan={plan.pk}")).offered if name.startswith("seen_")]
    assert order[0] == f"seen_{away.pk}"
    amara.post(f"{url}?plan={plan.pk}", said(cast))
    plan.refresh_from_db()
    assert plan.visit == Visit.objects.get()
    assert amara.get(f"{url}?plan={10**60}").status_code == 200, "a plan that nothing can be"
    theirs = f"{url}?plan=99999999"
    assert amara.post(theirs, said(cast)).status_code == 302

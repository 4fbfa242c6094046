"""How steps down went: numbers of a team, of no worker, and never so few that one could tell the family."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.measures import StepsDown, steps_down
from cases.models import Case, PlanSpell
from tests.factories.cases import CaseFactory, ChildFactory
from tests.factories.steps import stepped_down

MOVED, ON = date(2026, 1, 12), date(2026, 11, 3)


@pytest.fixture
def families(cast: SimpleNamespace) -> list[Any]:
    """Twelve families of the pod who stepped down on one day."""
    children = [ChildFactory(case=CaseFactory(team_ids=[cast.pod.pk])) for _ in range(12)]
    for child in children:
        stepped_down(child.case, [child], cast.bilal, moved_on=MOVED)
    return children


def measured(cast: SimpleNamespace, months: int = 6) -> StepsDown:
    return steps_down(cases=Case.objects.all(), team_ids=[cast.pod.pk], months=months, on=ON)


def more_formal(child: Any, began: date, basis: str = "need") -> None:
    category = {"first_category": "NEG", "latest_category": "NEG"} if basis == "protection" else {}
    PlanSpell.objects.create(case=child.case, child=child, basis=basis, started_on=began, **category)


def test_a_step_up_within_the_months_counts_and_one_after_them_does_not(
    cast: SimpleNamespace, families: list[Any]
) -> None:
    for child in families[:3]:
        more_formal(child, date(2026, 7, 12))
    for child in families[3:6]:
        more_formal(child, date(2026, 7, 12), "protection")
    more_formal(families[6], date(2026, 7, 13))
    more_formal(families[7], date(2026, 3, 2), "early-help")
    assert measured(cast) == StepsDown(6, 12, 6, 6)
    assert measured(cast, 12) == StepsDown(12, None, None, None)  # nobody has had a year yet


def test_so_few_that_one_could_tell_the_family_are_no_number(cast: SimpleNamespace, families: list[Any]) -> None:
    for child in families[:2]:
        more_formal(child, date(2026, 3, 2))
    assert measured(cast) == StepsDown(6, 12, None, None)
    PlanSpell.objects.all().delete()
    assert measured(cast) == StepsDown(6, 12, 12, 0)
    Case.objects.filter(pk__in=[child.case_id for child in families[4:]]).update(team_ids=[cast.elsewhere.pk])
    assert measured(cast) == StepsDown(6, None, None, None)


def test_it_takes_three_questions_however_many_there_are(cast: SimpleNamespace, families: list[Any]) -> None:
    with CaptureQueriesContext(connection) as captured:
        measured(cast)
    assert len(captured) == 3

"""Visits somebody means to make: planned, made, unsuccessful, called off."""

from datetime import date, time, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from camden.models import Recorded
from camden.principal import acting_as
from cases.models import ChronologyEntry, PlannedVisit, Visit
from cases.operations.planned_visits import (
    NoLongerPlanned,
    NotPlanned,
    call_off_visit,
    keep_plan,
    plan_visit,
)
from cases.operations.visits import ChildPart, log_visit
from tests.conftest import as_role
from tests.factories.cases import CaseFactory, VisitFactory


def plan(cast: SimpleNamespace, on: date, **more: Any) -> PlannedVisit:
    said = {"case": cast.case, "worker": cast.amara, "by": cast.amara, "planned_on": on, "on": on} | more
    with as_role("camden_app"), acting_as(cast.amara):
        return plan_visit(**said)


def log(cast: SimpleNamespace, on: date, **more: Any) -> Visit:
    parts = [ChildPart(cast.children[0], "alone")]
    with as_role("camden_app"), acting_as(cast.amara):
        return log_visit(case=cast.case, by=cast.amara, visited_on=on, kind="home", account="x", parts=parts, **more)


def test_a_planned_visit_is_written_down_and_is_on_no_timeline(cast: SimpleNamespace, today: date) -> None:
    planned = plan(cast, today, planned_on=today + timedelta(days=2), starts=time(10), companion=cast.bilal)
    assert (planned.planned_on, planned.starts, planned.companion) == (today + timedelta(days=2), time(10), cast.bilal)
    assert Recorded.objects.get().action == "planned a visit"
    assert not ChronologyEntry.objects.exists()


@pytest.mark.parametrize(
    ("days", "more", "about"),
    [(-1, {}, "day"), (367, {}, "day"), (1, {"companion": "amara"}, "companion")],
)
def test_what_cannot_be_planned_is_refused_with_a_sentence(
    cast: SimpleNamespace, today: date, days: int, more: dict, about: str
) -> None:
    more = {name: getattr(cast, who) for name, who in more.items()}
    with pytest.raises(NotPlanned) as refused:
        plan(cast, today, planned_on=today + timedelta(days=days), **more)
    assert refused.value.about == about and str(refused.value).endswith(".")
    assert not PlannedVisit.objects.exists()


def test_the_same_visit_is_planned_once_and_another_hour_is_another_visit(cast: SimpleNamespace, today: date) -> None:
    plan(cast, today)
    with pytest.raises(NotPlanned):
        plan(cast, today)
    plan(cast, today, starts=time(16))
    assert PlannedVisit.objects.count() == 2


def test_a_visit_logged_that_day_ties_the_plan_and_no_other(cast: SimpleNamespace, today: date) -> None:
    earlier, later = plan(cast, today, starts=time(9)), plan(cast, today, starts=time(16))
    tomorrow = plan(cast, today, planned_on=today + timedelta(days=1))
    bilals = plan(cast, today, worker=cast.bilal)
    visit = log(cast, today)
    found = {planned.pk: planned.visit_id for planned in PlannedVisit.objects.all()}
    assert found == {earlier.pk: visit.pk, later.pk: None, tomorrow.pk: None, bilals.pk: None}
    second = log(cast, today)
    assert PlannedVisit.objects.get(pk=later.pk).visit_id == second.pk


def test_a_visit_two_people_made_ties_the_plan_of_the_one_who_did_not_write_it(
    cast: SimpleNamespace, today: date
) -> None:
    planned = plan(cast, today, worker=cast.bilal, companion=cast.amara)
    visit = VisitFactory(case=cast.case, worker=cast.amara, companion=cast.bilal, visited_on=today)
    keep_plan(visit)
    assert PlannedVisit.objects.get(pk=planned.pk).visit == visit


def test_another_familys_plan_is_left_alone(cast: SimpleNamespace, today: date) -> None:
    other = CaseFactory(team_ids=[cast.pod.pk])
    planned = plan(cast, today, case=other)
    log(cast, today)
    assert PlannedVisit.objects.get(pk=planned.pk).visit is None


def test_a_plan_whose_visit_was_taken_back_waits_again(cast: SimpleNamespace, today: date) -> None:
    planned = plan(cast, today)
    visit = log(cast, today)
    assert not PlannedVisit.objects.waiting().exists()
    Visit.objects.filter(pk=visit.pk).update(struck_on=today, struck_by=cast.amara, struck_why="Another family.")
    assert PlannedVisit.objects.waiting().get() == planned
    right = log(cast, today)
    assert PlannedVisit.objects.get(pk=planned.pk).visit == right


def test_a_visit_called_off_says_who_and_why_and_is_called_off_once(cast: SimpleNamespace, today: date) -> None:
    planned = plan(cast, today)
    with as_role("camden_app"), acting_as(cast.amara):
        call_off_visit(planned=planned, by=cast.amara, on=today, why="Measles in the house. ")
        with pytest.raises(NoLongerPlanned):
            call_off_visit(planned=planned, by=cast.amara, on=today, why="Again.")
    planned.refresh_from_db()
    assert (planned.called_off_on, planned.called_off_by, planned.called_off_why) == (
        today, cast.amara, "Measles in the house.",
    )  # fmt: skip
    log(cast, today)
    planned.refresh_from_db()
    assert planned.visit is None


def test_a_visit_that_was_made_cannot_be_called_off(cast: SimpleNamespace, today: date) -> None:
    planned = plan(cast, today)
    log(cast, today)
    with as_role("camden_app"), acting_as(cast.amara), pytest.raises(NoLongerPlanned):
        call_off_visit(planned=planned, by=cast.amara, on=today, why="x")

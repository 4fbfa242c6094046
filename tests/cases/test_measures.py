"""Caseloads, from facts and for any day."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from camden.access import Role
from camden.models import Duty, Employment
from cases import measures
from cases.models import Action, Case, HouseholdMembership, Involvement
from cases.rules.weighting import Zone
from tests.factories.camden import EmploymentFactory, MembershipFactory
from tests.factories.cases import CaseFactory, ChildFactory, EpisodeFactory, InvolvementFactory


def loads(cast: SimpleNamespace, on: date, **more: Any) -> dict[str, measures.Caseload]:
    cases = more.pop("cases", Case.objects.all())
    found = measures.caseloads(cases=cases, team_ids=[cast.team.pk, cast.pod.pk], on=on, **more)
    return {load.name: load for load in found}


def test_three_children_of_one_home_weigh_as_brothers_and_sisters(cast: SimpleNamespace, today: date) -> None:
    amara = loads(cast, today)["Amara Obi"]
    assert (amara.children, amara.families, amara.score.load) == (3, 1, 15_000 + 4_000 + 2_800 + 2_000)
    assert [part.words for part in amara.score.parts] == [
        "meetings, supervision and learning",
        "3 children in need in one home: 4 + 2.8 + 2",
    ]
    assert amara.zone is Zone.ROOM


def test_a_brother_who_lives_elsewhere_weighs_in_full(cast: SimpleNamespace, today: date) -> None:
    HouseholdMembership.objects.filter(member=cast.children[2]).update(ended_on=today - timedelta(days=9))
    assert loads(cast, today)["Amara Obi"].score.load == 15_000 + 4_000 + 2_800 + 4_000


def test_a_day_in_the_past_is_counted_from_the_facts_of_that_day(cast: SimpleNamespace) -> None:
    assert loads(cast, date(2026, 8, 21))["Amara Obi"].children == 3
    assert loads(cast, date(2026, 8, 20))["Amara Obi"].children == 0
    assert [
        w.since for w in measures.waiting(cases=Case.objects.all(), team_ids=[cast.pod.pk], on=date(2026, 8, 20))
    ] == [date(2026, 8, 20)] * 3


def test_a_closed_episode_weighs_one_point_until_the_worker_stops(cast: SimpleNamespace, today: date) -> None:
    cast.children[0].episodes.update(closed_on=today, closure_reason="RC7")
    assert loads(cast, today)["Amara Obi"].score.load == 15_000 + 1_000 + 4_000 + 2_800
    assert loads(cast, today - timedelta(days=1))["Amara Obi"].score.load == 15_000 + 8_800


def test_lead_and_co_worker_share_a_child_and_cover_weighs_nothing(cast: SimpleNamespace, today: date) -> None:
    rosa = MembershipFactory(user__name="Rosa Begum", team=cast.pod).user
    zayd = cast.children[2]
    InvolvementFactory(child=zayd, worker=rosa, team=cast.pod, role=Involvement.Role.CO_WORKER)
    InvolvementFactory(child=cast.children[0], worker=rosa, team=cast.pod, is_cover=True)
    found = loads(cast, today)
    # The two whom Amara has alone come first in their home: 4 + 2.8; then 70 per cent of half.
    assert found["Amara Obi"].score.load == 15_000 + 4_000 + 2_800 + 1_400
    assert (found["Rosa Begum"].children, found["Rosa Begum"].helps, found["Rosa Begum"].covers) == (0, 1, 1)
    assert found["Rosa Begum"].score.load == 15_000 + 1_600


def test_capacity_follows_the_employment_of_the_day(cast: SimpleNamespace, today: date) -> None:
    assert not loads(cast, today)["Amara Obi"].is_employment_noted
    first = EmploymentFactory(user=cast.amara, ended_on=today - timedelta(days=8), fte_permille=600, is_agency=True)
    began = today - timedelta(days=3)
    EmploymentFactory(
        user=cast.amara, started_on=began, programme=Employment.Programme.ASYE, programme_started_on=began
    )
    amara = loads(cast, today)["Amara Obi"]
    assert (amara.score.capacity, amara.is_early_career, amara.is_agency) == (40_000, True, False)
    assert amara.leaves_on is None
    before = loads(cast, first.ended_on)["Amara Obi"]
    assert (before.score.capacity, before.is_agency) == (60_000, True)


def test_a_week_on_duty_and_a_pod_to_supervise_weigh_too(cast: SimpleNamespace, today: date) -> None:
    niamh = MembershipFactory(user__name="Niamh Castellan", team=cast.pod, role=Role.SENIOR_PRACTITIONER).user
    hours = {"starts_at": "2026-11-06T09:00:00Z", "ends_at": "2026-11-06T17:00:00Z"}
    Duty.objects.create(worker=niamh, team=cast.service, kind="day", planned_by=cast.bilal, **hours)
    found = loads(cast, today)["Niamh Castellan"]
    assert (found.score.load, found.score.capacity) == (35_000, 60_000)
    assert loads(cast, today + timedelta(days=7))["Niamh Castellan"].score.load == 30_000


def test_due_soon_counts_open_actions_of_the_next_fortnight(cast: SimpleNamespace, today: date) -> None:
    for days in (-2, 14, 15):
        Action.objects.create(
            case=cast.case, what="Ring the school", keeper=cast.amara, agreed_by=cast.amara,
            agreed_on=today - timedelta(days=9), agreed_in="A visit", due_on=today + timedelta(days=days),
        )  # fmt: skip
    assert loads(cast, today)["Amara Obi"].due_soon == 2


def test_a_record_that_is_closed_to_whoever_asks_is_not_counted(cast: SimpleNamespace, today: date) -> None:
    Case.objects.update(is_restricted=True)
    assert loads(cast, today, cases=Case.objects.visible_to(cast.bilal))["Amara Obi"].children == 0
    own = measures.caseload_of(cases=Case.objects.visible_to(cast.amara), user=cast.amara, on=today)
    assert own is not None and own.children == 3


def test_managers_hold_no_caseload_and_people_come_by_name(cast: SimpleNamespace, today: date) -> None:
    for name in ("Zoe Ash", "Ben Ash"):
        MembershipFactory(user__name=name, team=cast.pod)
    assert list(loads(cast, today)) == ["Amara Obi", "Ben Ash", "Zoe Ash"]
    assert measures.caseload_of(cases=Case.objects.all(), user=cast.bilal, on=today) is None


@pytest.mark.parametrize("size", [0, 1, 6, 41])
def test_as_many_questions_for_one_case_as_for_forty_one(cast: SimpleNamespace, today: date, size: int) -> None:
    for number in range(size):
        child = ChildFactory(case=CaseFactory(team_ids=[cast.pod.pk]))
        EpisodeFactory(child=child)
        worker = MembershipFactory(team=cast.pod).user if number % 3 == 0 else cast.amara
        InvolvementFactory(child=child, worker=worker, team=cast.pod)
    with CaptureQueriesContext(connection) as asked:
        loads(cast, today)
    assert len(asked) == 3

"""How help goes in a team or service, and for whom."""

from datetime import UTC, date, datetime, time
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from camden.overview.practice import LISTS, equality_day, within
from cases.models import PlanSpell, ThresholdMove
from tests.factories.cases import CaseFactory, ChildFactory, EpisodeFactory, InvolvementFactory
from tests.factories.journey_remind import ClockFactory

ON = date(2026, 11, 3)


@pytest.fixture(autouse=True)
def tuesday(today: Any) -> Any:
    with time_machine.travel(datetime.combine(today, time(10), UTC), tick=False):
        yield


def words(answer: Any) -> str:
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


@pytest.fixture
def helped(cast: SimpleNamespace) -> SimpleNamespace:
    """Anisa has had a plan for a month; of three visits that were due, one was not kept; the family stepped down."""
    child = cast.children[0]
    PlanSpell.objects.create(case=cast.case, child=child, basis="need", started_on="2026-10-01")
    for anchor, due, met in (("08-21", "09-18", "09-17"), ("09-17", "10-15", "10-20"), ("10-20", "11-17", None)):
        ClockFactory(
            child=child, anchor_on=f"2026-{anchor}", due_on=f"2026-{due}", met_on=f"2026-{met}" if met else None
        )
    ThresholdMove.objects.create(
        case=cast.case, moved_on="2026-10-01", from_basis="protection", to_basis="need", driver="progress",
        why="It is calmer.", keeps_worker=True, decided_by=cast.bilal,
    )  # fmt: skip
    return cast


def test_levels_steps_and_what_came_in_time_lead_to_their_lists(helped: SimpleNamespace, browser_for: Any) -> None:
    bilal, page = browser_for(helped.bilal), f"/teams/{helped.team.pk}/"
    found = words(bilal.get(f"{page}practice/"))
    assert "1 of 2 (50%)" in found
    missed = words(bilal.get(f"{page}lists/not-visits/"))
    assert "not kept: 1" in missed and "done on 20 October 2026; by 15 October 2026" in missed
    assert "Anisa Rahman" in words(bilal.get(f"{page}lists/level-need/"))
    stepped = words(bilal.get(f"{page}lists/steps-down/"))
    assert "From child protection plan to child in need plan on 1 October 2026" in stepped
    assert "Children without a plan: 3" in words(bilal.get(f"{page}lists/level-none/?on=2026-09-01"))


@pytest.mark.parametrize("size", [1, 6])
def test_as_many_questions_for_one_child_as_for_many(helped: SimpleNamespace, browser_for: Any, size: int) -> None:
    for _ in range(size - 1):
        child = ChildFactory(case=CaseFactory(team_ids=[helped.pod.pk]))
        EpisodeFactory(child=child)
        InvolvementFactory(child=child, worker=helped.amara, team=helped.pod)
    counts = []
    for person, page in (
        (helped.bilal, f"/teams/{helped.team.pk}/practice/"),
        (helped.cora, f"/teams/{helped.service.pk}/equality/"),
        (helped.bilal, f"/teams/{helped.team.pk}/lists/children/"),
        (helped.bilal, f"/teams/{helped.team.pk}/?beside=2026-09-01"),
    ):
        client = browser_for(person)
        client.get(page)
        with CaptureQueriesContext(connection) as asked:
            client.get(page)
        counts.append(len([q for q in asked if "session authorization" not in q["sql"].lower()]))
    assert counts == [12, 13, 17, 19]


def test_for_whom_is_asked_of_a_whole_service_alone(helped: SimpleNamespace, browser_for: Any) -> None:
    cora = browser_for(helped.cora)
    assert cora.get(f"/teams/{helped.team.pk}/equality/").status_code == 404
    found = words(cora.get(f"/teams/{helped.service.pk}/equality/"))
    # Three children: nothing is said of any group of them.
    assert "On 31 October 2026" in found and "too few to say" in found and ">3<" not in found
    assert "/equality/" not in words(browser_for(helped.bilal).get(f"/teams/{helped.team.pk}/practice/"))


def test_groups_of_five_and_more_are_shown(helped: SimpleNamespace, browser_for: Any) -> None:
    for number in range(14):
        case = CaseFactory(team_ids=[helped.pod.pk])
        child = ChildFactory(case=case, sex="F" if number < 8 else "M", ethnicity="ABAN" if number < 7 else "BCRB",
                             disabilities=["AUT", "LD"] if number < 6 else ["NONE"] if number < 12 else [])  # fmt: skip
        EpisodeFactory(child=child)
        InvolvementFactory(child=child, worker=helped.amara, team=helped.pod)
    found = words(browser_for(helped.cora).get(f"/teams/{helped.service.pk}/equality/"))
    assert 'data-label="Girls">8<' in found and 'data-label="Black">7<' in found
    assert 'data-label="A disability">6<' in found and 'data-label="Not asked yet">5<' in found
    # The three of whom it is not known are hidden, and with them the smallest of the others: boys, and one of two.
    assert 'data-label="Boys">too few to say<' in found


def test_days_and_shares() -> None:
    assert equality_day(ON) == date(2026, 10, 31) and equality_day(date(2026, 1, 1)) == date(2025, 12, 31)
    assert [within(*pair) for pair in ((0, 9), (9, 9), (1, 9))] == [0, 100, 11]
    assert all(figure.title and figure.says for figure in LISTS.values())

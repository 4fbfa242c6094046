"""Somebody else for a proposed change, and what fairer shares would cost: only where a manager asks."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from camden.access import Role
from camden.operations.people import jobs
from camden.principal import acting_as
from cases.models import BalancingRun, Involvement, ProposedMove
from cases.operations.proposals import waiting_looks
from tests.conftest import as_role
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.cases import CaseFactory, ChildFactory, EpisodeFactory, ExclusionFactory, InvolvementFactory

PAGE = "/cases/proposals/"


@pytest.fixture(autouse=True)
def system(db: None) -> Any:
    return UserFactory(is_system=True)


@pytest.fixture
def rosa(cast: SimpleNamespace) -> Any:
    return MembershipFactory(user__name="Rosa Begum", team=cast.pod).user


def the_job_does_it() -> None:
    with as_role("camden_worker"):
        with acting_as(jobs()):
            keys = waiting_looks()
        for key in keys:
            call_command("look_for_moves", str(key))


def family(cast: SimpleNamespace, name: str, lead: Any = None, since: date = date(2026, 9, 20)) -> Any:
    child = ChildFactory(case=CaseFactory(name=name, team_ids=[cast.pod.pk]), given_name=f"{name} child")
    EpisodeFactory(child=child, referred_on=since)
    if lead is not None:
        InvolvementFactory(child=child, worker=lead, team=cast.pod, started_on=since)
    return child


@pytest.fixture
def proposed(cast: SimpleNamespace, rosa: Any, browser_for: Any) -> ProposedMove:
    """Two families wait, and Rosa could take both."""
    for name in ("Warsame", "Hoxha"):
        family(cast, name)
    browser_for(cast.bilal).post(PAGE)
    the_job_does_it()
    return ProposedMove.objects.to_decide().filter(case__name="Warsame").get()


def adjusting(move: ProposedMove) -> str:
    return f"/cases/{move.case_id}/proposals/{move.pk}/adjustment/"


def test_the_manager_names_somebody_else_and_the_rest_is_solved_around_it(cast, proposed, browser_for, read) -> None:
    bilal = browser_for(cast.bilal)
    page = read(bilal.get(adjusting(proposed)))
    assert "Amara Obi: " in page.said and "of 100 now" in page.said
    bilal.post(adjusting(proposed), {"to": str(cast.amara.pk), "because": "The family knows her."})
    proposed.refresh_from_db()
    assert proposed.overtaken_why == "Bilal Aziz chose Amara Obi instead."
    the_job_does_it()
    standing = ProposedMove.objects.to_decide().get(case=proposed.case)
    assert (standing.to_worker, standing.chosen_by, standing.cause) == (cast.amara, cast.bilal, "waits")
    assert standing.why == "Bilal Aziz chose Amara Obi instead of Rosa Begum: The family knows her."
    assert not Involvement.objects.filter(child__in=proposed.child_ids).exists(), "nobody moves"
    said = read(bilal.get(PAGE)).said
    assert "The family knows her." in said and "Hoxha" in said


def test_what_a_manager_chose_stands_the_next_night_and_goes_when_it_cannot_be(cast, proposed, browser_for) -> None:
    browser_for(cast.bilal).post(adjusting(proposed), {"to": str(cast.amara.pk), "because": "She asked for her."})
    the_job_does_it()
    browser_for(cast.bilal).post(PAGE)
    the_job_does_it()
    assert ProposedMove.objects.to_decide().get(case=proposed.case).to_worker == cast.amara
    ExclusionFactory(case=proposed.case, worker=cast.amara)
    browser_for(cast.bilal).post(PAGE)
    the_job_does_it()
    assert ProposedMove.objects.to_decide().get(case=proposed.case).to_worker != cast.amara


def test_naming_somebody_else_says_why_and_names_no_conflict(cast, proposed, browser_for, read) -> None:
    ExclusionFactory(case=proposed.case, worker=cast.amara)
    bilal = browser_for(cast.bilal)
    page = read(bilal.get(adjusting(proposed)))
    assert "Nobody else could" in page.said and "Amara" not in page.said
    hana = MembershipFactory(user__name="Hana Suzuki", team=cast.pod).user
    page = read(bilal.post(adjusting(proposed), {"to": str(hana.pk), "because": ""}))
    assert set(page.errors) == {"because"}
    page = read(bilal.post(adjusting(proposed), {"to": str(cast.amara.pk), "because": "x"}))
    assert set(page.errors) == {"to"}


@pytest.fixture
def uneven(cast: SimpleNamespace, rosa: Any) -> SimpleNamespace:
    """Amara leads for twelve families, Rosa for none; nobody is above what is safe, and it began three months ago."""
    for number in range(12):
        family(cast, f"Family {number}", cast.amara, date(2026, 4, 1 + number))
    return SimpleNamespace(rosa=rosa, page=f"/cases/proposals/teams/{cast.team.pk}/")


def test_fairer_shares_are_never_proposed_by_default(cast, uneven, browser_for, read) -> None:
    bilal = browser_for(cast.bilal)
    bilal.post(PAGE)
    the_job_does_it()
    assert "Nobody needs a new worker" in read(bilal.get(PAGE)).said
    page = read(bilal.get(uneven.page))
    assert "Nothing is worked out" in page.said
    assert not BalancingRun.objects.filter(what="curve").exists(), "looking asks for nothing"


def test_a_manager_sees_the_price_in_families_and_buys_within_a_budget(cast, uneven, browser_for, read) -> None:
    bilal = browser_for(cast.bilal)
    bilal.post(uneven.page, {"work_out": "1"})
    waiting = bilal.get(uneven.page)
    assert "It is being worked out." in read(waiting).said and waiting["Refresh"] == "2"
    the_job_does_it()
    page = read(bilal.get(uneven.page))
    assert "None beyond those who must" in page.said
    assert not ProposedMove.objects.exists(), "a price proposes nothing"
    curve = BalancingRun.objects.get(what="curve").curve
    assert 3 <= len(curve) <= 4
    assert [point["weight"] for point in curve] == sorted({point["weight"] for point in curve})
    little = curve[1]
    assert f"{little['families']} famil" in page.said and f"weight {little['weight']})" in page.said
    bilal.post(uneven.page, {"budget": str(little["budget"])})
    the_job_does_it()
    moves = list(ProposedMove.objects.to_decide())
    assert len(moves) == little["families"] and sum(move.cost for move in moves) == little["weight"]
    assert {(move.cause, move.chosen_by) for move in moves} == {("bought", cast.bilal)}
    said = read(bilal.get(PAGE)).said
    assert "Nobody must move: it would make the shares fairer." in said
    assert f"{cast.team.name}: These changes weigh {little['weight']}. Nobody has to move" in said
    bilal.post(PAGE)
    the_job_does_it()
    assert ProposedMove.objects.to_decide().count() == len(moves), "the next night leaves what was asked for"


def test_a_budget_nobody_was_shown_is_no_answer(cast, uneven, browser_for) -> None:
    browser_for(cast.bilal).post(uneven.page, {"budget": "9999"})
    assert not BalancingRun.objects.exists()


def test_nobody_but_those_who_decide_for_the_team_opens_it(cast, uneven, browser_for) -> None:
    other = MembershipFactory(team=cast.elsewhere, role=Role.TEAM_MANAGER).user
    niamh = MembershipFactory(user__name="Niamh Castellan", team=cast.pod, role=Role.SENIOR_PRACTITIONER).user
    answers = {person.name: browser_for(person).get(uneven.page).status_code for person in (cast.amara, niamh, other)}
    assert answers == {"Amara Obi": 403, "Niamh Castellan": 403, other.name: 404}


@pytest.mark.parametrize("size", [1, 5])
def test_whom_else_to_ask_takes_as_many_questions_for_one_family_as_for_five(cast, rosa, browser_for, size) -> None:
    for number in range(size):
        family(cast, f"Waits {number}")
    bilal = browser_for(cast.bilal)
    bilal.post(PAGE)
    the_job_does_it()
    page = adjusting(ProposedMove.objects.to_decide().first())
    bilal.get(page)
    with CaptureQueriesContext(connection) as asked:
        bilal.get(page)
    assert len([query for query in asked if "session authorization" not in query["sql"].lower()]) <= 45

"""Proposed changes of worker, on the pages of those who decide and on nobody else's."""

import uuid
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
from cases.operations.proposals import begin_look, give_look_up, waiting_looks
from tests.conftest import as_role
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.cases import CaseFactory, ChildFactory, EpisodeFactory, InvolvementFactory, ProposedMoveFactory
from tests.factories.deliberating import typed_decision

PAGE = "/cases/proposals/"


def looked(cast: SimpleNamespace, client: Any, read: Any) -> Any:
    """Ask for a look, let the job do it, and read the page."""
    client.post(PAGE)
    with as_role("camden_worker"):
        with acting_as(jobs()):
            keys = waiting_looks()
        for key in keys:
            call_command("look_for_moves", str(key))
    return read(client.get(PAGE))


@pytest.fixture(autouse=True)
def system(db: None) -> Any:
    return UserFactory(is_system=True)


@pytest.fixture
def rosa(cast: SimpleNamespace) -> Any:
    return MembershipFactory(user__name="Rosa Begum", team=cast.pod).user


@pytest.fixture
def move(cast: SimpleNamespace, rosa: Any) -> ProposedMove:
    """Idil Warsame waits; Rosa could lead."""
    child = ChildFactory(case=CaseFactory(name="Warsame", team_ids=[cast.pod.pk]), given_name="Idil")
    EpisodeFactory(child=child)
    about = {"team": cast.team, "to_worker": rosa, "to_team": cast.pod}
    return ProposedMoveFactory(case=child.case, children=[child], **about)


def address(move: ProposedMove) -> str:
    return f"/cases/{move.case_id}/proposals/{move.pk}/"


def test_on_most_days_nobody_needs_a_new_worker(cast: SimpleNamespace, browser_for: Any, read: Any) -> None:
    bilal = browser_for(cast.bilal)
    assert "Nobody has looked yet" in read(bilal.get(PAGE)).said
    page = looked(cast, bilal, read)
    assert "Nobody needs a new worker" in page.said
    assert "North team was looked at on 3 November 2026 at 10:00: nobody needs a new worker." in page.said


def test_what_is_asked_for_begun_and_given_up_is_said_and_the_page_asks_again_by_itself(
    cast, browser_for, read, today
) -> None:
    bilal = browser_for(cast.bilal)
    bilal.post(PAGE)
    bilal.post(PAGE)
    answer = bilal.get(PAGE)
    assert "North team: asked for; it begins in a moment." in read(answer).said and answer["Refresh"] == "2"
    run = BalancingRun.objects.get()
    with acting_as(cast.bilal):
        begin_look(pk=run.pk, at=run.asked_at)
    assert "North team: the caseloads are being looked at." in read(bilal.get(PAGE)).said
    with acting_as(cast.bilal):
        give_look_up(pk=run.pk, at=run.asked_at)
    answer = bilal.get(PAGE)
    assert "The last look at North team could not be finished." in read(answer).said and "Refresh" not in answer
    page = looked(cast, bilal, read)
    assert "could not be finished" not in page.said and "Nobody needs a new worker" in page.said


def test_looking_again_finds_who_waits_and_moves_nobody(cast, rosa, browser_for, read) -> None:
    child = ChildFactory(case=CaseFactory(name="Warsame", team_ids=[cast.pod.pk]), given_name="Idil")
    EpisodeFactory(child=child)
    page = looked(cast, browser_for(cast.bilal), read)
    assert "Warsame: Idil Nobody leads for them at present. Rosa Begum has room." in page.said
    assert "Nobody loses their worker." in page.said
    assert "No plan can need fewer changes of worker" in page.said
    assert not Involvement.objects.filter(child=child).exists()


def test_a_family_nobody_has_room_for_is_a_finding_and_said(cast, browser_for, read) -> None:
    EpisodeFactory(child__case__team_ids=[cast.pod.pk])
    cast.amara.memberships.update(role=Role.PERSONAL_ADVISER)
    page = looked(cast, browser_for(cast.bilal), read)
    assert "Nobody needs a new worker" not in page.said
    assert "North team: 1 family must be placed and nobody has room." in page.said


def test_accepting_needs_the_worker_to_have_been_asked(cast, move, rosa, browser_for, read) -> None:
    bilal = browser_for(cast.bilal)
    page = read(bilal.post(address(move), {"answer": "accept"}))
    assert page.errors["spoken"] == "Error: Talk with the worker first, or say that it is urgent."
    page = read(bilal.post(address(move), {"answer": "accept", "spoken": "urgent"}))
    assert page.errors["because"] == "Error: Say why it cannot wait until you have talked."
    done = read(bilal.post(address(move), {"answer": "accept", "spoken": "discussed"}, follow=True))
    assert "Rosa Begum is now lead worker of Idil." in done.said
    assert Involvement.objects.get(child=move.child_ids[0]).worker == rosa


def test_what_a_manager_begins_to_write_to_a_proposal_is_kept_and_sent_once(cast, move, browser_for, read) -> None:
    bilal, key = browser_for(cast.bilal), str(uuid.uuid4())
    assert 'name="_key"' in bilal.get(address(move)).content.decode()
    said = {"answer": "accept", "spoken": "discussed", "_key": key}
    first = bilal.post(address(move), said)
    page = read(bilal.post(address(move), said, follow=True))
    assert first.status_code == 302 and "This has been decided already." not in page.said, (
        "the same once more is no news"
    )
    assert Involvement.objects.filter(child__in=move.child_ids).count() == 1


def test_accepting_twice_moves_nobody_twice(cast, move, browser_for, read) -> None:
    bilal, said = browser_for(cast.bilal), {"answer": "accept", "spoken": "discussed"}
    bilal.post(address(move), said)
    page = read(bilal.post(address(move), said, follow=True))
    assert "This has been decided already." in page.said
    assert Involvement.objects.filter(child__in=move.child_ids).count() == 1
    assert "Accepted by Bilal Aziz on 3 November 2026" in read(bilal.get(address(move))).said


def test_leaving_things_as_they_are_says_why(cast, move, browser_for, read) -> None:
    bilal = browser_for(cast.bilal)
    assert "because" in read(bilal.post(address(move), {"answer": "leave"})).errors
    bilal.post(address(move), {"answer": "leave", "because": "Idil asked to wait for Hana."})
    assert "Nobody needs a new worker" in read(bilal.get(PAGE)).said
    assert "Not taken up by Bilal Aziz" in read(bilal.get(address(move))).said


def test_a_change_says_how_often_it_happened_before_and_asks_why(cast, rosa, browser_for, read) -> None:
    anisa = cast.children[0]
    about = {"team": cast.team, "from_worker": cast.amara, "to_worker": rosa, "to_team": cast.pod}
    move = ProposedMoveFactory(case=cast.case, children=[anisa], cost=12, change_reason="MANAGE", **about)
    bilal = browser_for(cast.bilal)
    page = read(bilal.get(address(move)))
    assert "Anisa RahmanThe lead worker has never changed." in page.said
    assert "1 child loses a worker they know (weight 12" in page.said
    done = {"answer": "accept", "spoken": "discussed", "reason": ""}
    assert "reason" in read(bilal.post(address(move), done)).errors
    bilal.post(address(move), done | {"reason": "MANAGE"} | typed_decision([anisa]))
    assert Involvement.objects.get(child=anisa, leads_now=True).worker == rosa


def test_events_that_overtake_a_proposal_are_said(cast, move, browser_for, read, today) -> None:
    InvolvementFactory(child_id=move.child_ids[0], case=move.case, worker=cast.amara, team=cast.pod)
    page = read(browser_for(cast.bilal).post(address(move), {"answer": "accept", "spoken": "discussed"}, follow=True))
    assert "Somebody has changed the lead worker since this was proposed." in page.said
    move.refresh_from_db()
    assert move.overtaken_on == today
    assert "Overtaken by events on 3 November 2026" in read(browser_for(cast.bilal).get(address(move))).said


def test_no_worker_and_no_senior_learns_of_a_proposal_from_any_page(cast, move, rosa, browser_for) -> None:
    niamh = MembershipFactory(user__name="Niamh Castellan", team=cast.pod, role=Role.SENIOR_PRACTITIONER).user
    pages = [PAGE, address(move), f"/cases/{move.case_id}/", f"/cases/{move.case_id}/children/{move.child_ids[0]}/"]
    pages += [
        "/cases/",
        "/cases/?show=team",
        "/cases/?show=waiting",
        "/teams/mine/",
        f"/teams/{cast.pod.pk}/",
        "/teams/",
    ]
    for person in (cast.amara, rosa, niamh):
        client = browser_for(person)
        answers = {page: client.get(page) for page in pages}
        assert {answers[page].status_code for page in pages[:2]} == {403}
        for page, answer in answers.items():
            assert b"ropos" not in answer.content, f"{person} at {page}"


@pytest.mark.parametrize("size", [1, 6])
def test_the_page_asks_as_much_for_one_proposal_as_for_six(cast, rosa, browser_for, size) -> None:
    for _ in range(size):
        child = ChildFactory(case=CaseFactory(team_ids=[cast.pod.pk]))
        about = {"team": cast.team, "to_worker": rosa, "to_team": cast.pod}
        ProposedMoveFactory(case=child.case, children=[child], **about)
    bilal = browser_for(cast.bilal)
    bilal.get(PAGE)
    with CaptureQueriesContext(connection) as asked:
        bilal.get(PAGE)
    assert len([query for query in asked if "session authorization" not in query["sql"].lower()]) == 21


def test_a_manager_elsewhere_opens_nothing(cast, move, browser_for) -> None:
    other = MembershipFactory(team=cast.elsewhere, role=Role.TEAM_MANAGER).user
    client = browser_for(other)
    assert client.get(address(move)).status_code == 404
    assert b"Warsame" not in client.get(PAGE).content
    client.post(PAGE)
    assert set(BalancingRun.objects.values_list("team", flat=True)) == {move.team_id, cast.elsewhere.pk}
    assert ProposedMove.objects.get().decision == ""

"""Looking whether anybody needs a new worker, and deciding."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from camden.access import Permission, Role
from camden.models import Membership, Recorded
from camden.principal import acting_as
from cases.models import BalancingRun, Case, Involvement, ProposedMove
from cases.operations.allocation import allocate
from cases.operations.balancing import look as do_look
from cases.operations.proposals import Overtaken, accept, ask_look, decline, set_aside
from tests.conftest import as_role
from tests.factories.camden import EmploymentFactory, MembershipFactory, UserFactory
from tests.factories.cases import CaseFactory, ChildFactory, EpisodeFactory, ExclusionFactory, InvolvementFactory

AT = datetime(2026, 11, 3, 2, tzinfo=UTC)


@pytest.fixture
def rosa(cast: SimpleNamespace) -> Any:
    return MembershipFactory(user__name="Rosa Begum", team=cast.pod).user


@pytest.fixture
def family(cast: SimpleNamespace) -> SimpleNamespace:
    """Two sisters on the pod's list whom nobody leads for."""
    case = CaseFactory(name="Warsame", team_ids=[cast.pod.pk])
    children = [ChildFactory(case=case, given_name=name) for name in ("Idil", "Ayaan")]
    for child in children:
        EpisodeFactory(child=child, referred_on=date(2026, 10, 20))
    return SimpleNamespace(case=case, children=children)


def look(cast: SimpleNamespace, on: date) -> list[ProposedMove]:
    """As the nightly job does: the worker's role, for the system."""
    system = UserFactory(is_system=True)
    with as_role("camden_worker"), acting_as(system):
        run = ask_look(team=cast.team, by=None, at=AT)
        do_look(run=run, on=on, at=AT)
    return list(ProposedMove.objects.filter(run=run))


def leads(children: list[Any]) -> list[str]:
    found = [Involvement.objects.filter(child=child, leads_now=True).first() for child in children]
    return [each.worker.name if each else "" for each in found]


def test_on_a_night_when_nobody_waits_or_leaves_or_is_above_nothing_is_proposed(
    cast: SimpleNamespace, today: date
) -> None:
    assert look(cast, today) == []
    assert BalancingRun.objects.get().waiting_still == 0


def test_a_family_that_waits_is_proposed_together_and_nothing_moves(
    cast: SimpleNamespace, family: SimpleNamespace, rosa: Any, today: date
) -> None:
    (move,) = look(cast, today)
    assert move.child_ids == sorted(child.pk for child in family.children)
    assert (move.to_worker, move.from_worker, move.cost, move.team) == (rosa, None, 0, cast.team)
    assert move.why == "Nobody leads for them at present. Rosa Begum has room."
    assert leads(family.children) == ["", ""]


def test_the_same_again_the_next_night_is_no_second_proposal(cast, family, rosa, today) -> None:
    (move,) = look(cast, today)
    assert look(cast, today + timedelta(days=1)) == []
    assert [each.pk for each in ProposedMove.objects.to_decide()] == [move.pk]


def test_a_look_that_comes_to_another_answer_says_so_of_the_first(cast, family, rosa, today) -> None:
    (move,) = look(cast, today)
    EmploymentFactory(user=rosa, ended_on=today + timedelta(days=20))
    (other,) = look(cast, today)
    move.refresh_from_db()
    assert (move.overtaken_on, other.to_worker) == (today, cast.amara)


def test_the_families_of_somebody_who_leaves_or_has_left_are_proposed(cast, rosa, today) -> None:
    employment = EmploymentFactory(user=cast.amara, ended_on=today + timedelta(days=29))
    assert look(cast, today) == []
    (move,) = look(cast, today + timedelta(days=1))
    assert (move.from_worker, move.to_worker, move.cost, move.change_reason) == (cast.amara, rosa, 0, "LEFTRL")
    employment.delete()
    assert look(cast, today + timedelta(days=1)) == []
    Membership.objects.filter(user=cast.amara).update(ended_on=today)
    (gone,) = look(cast, today + timedelta(days=1))
    assert gone.why == "Amara Obi left on 3 November 2026. Rosa Begum has room."


def test_a_restricted_record_and_one_that_is_closed_to_the_worker_are_left_alone(cast, family, rosa, today) -> None:
    ExclusionFactory(case=family.case, worker=rosa)
    (move,) = look(cast, today)
    assert move.to_worker == cast.amara
    Case.objects.filter(pk=family.case.pk).update(is_restricted=True)
    assert look(cast, today) == []


def test_sisters_with_different_leads_are_never_tidied(cast, family, rosa, today) -> None:
    for child, worker in zip(family.children, (cast.amara, rosa), strict=True):
        InvolvementFactory(child=child, worker=worker, team=cast.pod)
    assert look(cast, today) == []


def test_accepting_makes_the_lead_of_all_and_happens_once(cast, family, rosa, today) -> None:
    (move,) = look(cast, today)
    with acting_as(cast.bilal):
        accept(move=move, by=cast.bilal, on=today, spoken="discussed")
    assert leads(family.children) == ["Rosa Begum"] * 2
    with acting_as(cast.bilal), pytest.raises(Overtaken):
        accept(move=move, by=cast.bilal, on=today, spoken="discussed")
    assert Involvement.objects.filter(case=family.case).count() == 2
    assert Recorded.objects.filter(action="accepted a proposed move", case_id=family.case.pk).count() == 1


def test_accepting_what_others_have_changed_moves_nobody(cast, family, rosa, today) -> None:
    (move,) = look(cast, today)
    with acting_as(cast.bilal):
        allocate(child=family.children[0], to=cast.amara, team=cast.pod, on=today)
    with acting_as(cast.bilal), pytest.raises(Overtaken):
        accept(move=move, by=cast.bilal, on=today, spoken="discussed")
    assert leads(family.children) == ["Amara Obi", ""]
    set_aside(move=move, on=today)
    move.refresh_from_db()
    assert (move.decision, move.overtaken_on) == ("", today)


def test_what_was_not_taken_up_is_not_proposed_again_for_ninety_days(cast, family, rosa, today) -> None:
    (move,) = look(cast, today)
    with acting_as(cast.bilal):
        decline(move=move, by=cast.bilal, on=today, because="Idil asked for a woman who speaks Somali.")
    (other,) = look(cast, today + timedelta(days=1))
    assert other.to_worker == cast.amara, "somebody else may be asked"
    with acting_as(cast.bilal):
        decline(move=other, by=cast.bilal, on=today, because="Not now.")
    assert look(cast, today + timedelta(days=89)) == []
    assert look(cast, today + timedelta(days=90))


def test_only_those_who_decide_read_a_proposal_or_that_one_was_looked_for(cast, family, rosa, today) -> None:
    niamh = MembershipFactory(user__name="Niamh Castellan", team=cast.pod, role=Role.SENIOR_PRACTITIONER).user
    (move,) = look(cast, today)
    readers = {}
    for person in (cast.amara, cast.bilal, cast.cora, cast.dan, cast.eve, niamh, rosa):
        with as_role("camden_app"), acting_as(person):
            readers[person.name] = (
                ProposedMove.objects.count(),
                BalancingRun.objects.count(),
                ProposedMove.objects.visible_to(person).count(),
            )
    assert {name for name, seen in readers.items() if any(seen)} == {"Bilal Aziz", "Cora Lynch"}
    assert readers["Bilal Aziz"] == (1, 1, 1)
    assert move.team == cast.team


def test_the_database_knows_the_same_deciding_roles_as_the_pages(db: None) -> None:
    deciding = {role.value for role in Role if Permission.CASE_ALLOCATE in role.says.permissions}
    assert deciding == {"team-manager", "service-manager"}

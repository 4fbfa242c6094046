"""A record that nobody leads in goes to another team's list, and its managers hear of it."""

from datetime import date
from types import SimpleNamespace

import pytest

from camden.access import Role
from camden.models import Message
from camden.principal import acting_as
from cases.models import Case, ChronologyEntry
from cases.operations.transfers import NotTransferred, transfer
from tests.conftest import as_role
from tests.factories.camden import MembershipFactory
from tests.factories.cases import CaseFactory, ChildFactory


@pytest.fixture
def waiting(cast: SimpleNamespace) -> Case:
    """A family on the pod's list for whom nobody leads."""
    case: Case = CaseFactory(name="Pike", team_ids=[cast.pod.pk])
    ChildFactory(case=case, given_name="Marlon")
    return case


def test_the_record_goes_to_the_other_list_and_its_manager_hears(
    cast: SimpleNamespace, waiting: Case, today: date
) -> None:
    sam = MembershipFactory(user__name="Sam Field", team=cast.elsewhere, role=Role.TEAM_MANAGER).user
    with as_role("camden_app"), acting_as(cast.bilal):
        transfer(case=waiting, to=cast.elsewhere, by=cast.bilal, on=today, why="They moved.")
        assert not Case.objects.filter(pk=waiting.pk).exists(), "out of Bilal's sight"
    assert Case.objects.get(pk=waiting.pk).team_ids == [cast.elsewhere.pk]
    message = Message.objects.get()
    assert (message.recipient, message.kind) == (sam, "record-transferred")
    entry = ChronologyEntry.objects.get(case=waiting)
    assert entry.summary == "Bilal Aziz passed the record on to South team: They moved."


def test_a_team_without_a_manager_of_its_own_is_told_through_the_one_above(
    cast: SimpleNamespace, waiting: Case, today: date
) -> None:
    with as_role("camden_app"), acting_as(cast.bilal):
        transfer(case=waiting, to=cast.elsewhere, by=cast.bilal, on=today, why="They moved.")
    assert Message.objects.get().recipient == cast.cora


def test_a_record_somebody_leads_in_stays_and_so_does_its_timeline(cast: SimpleNamespace, today: date) -> None:
    with as_role("camden_app"), acting_as(cast.bilal), pytest.raises(NotTransferred, match="Somebody leads"):
        transfer(case=cast.case, to=cast.elsewhere, by=cast.bilal, on=today, why="They moved.")
    assert not ChronologyEntry.objects.exists() and not Message.objects.exists()


def test_only_who_manages_the_team_passes_its_record_on(cast: SimpleNamespace, waiting: Case, today: date) -> None:
    with as_role("camden_app"), acting_as(cast.amara), pytest.raises(NotTransferred, match="Only whoever manages"):
        transfer(case=waiting, to=cast.elsewhere, by=cast.amara, on=today, why="They moved.")

"""People, teams as a tree, memberships: what they say, and what can never be."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from camden.access import Role, Scope
from camden.models import Membership, Team, User
from tests.factories.camden import MembershipFactory, TeamFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_two_people_never_have_one_address_whatever_its_capitals() -> None:
    UserFactory(email="amara@example.org")
    with pytest.raises(IntegrityError, match="one_person_for_each_email"):
        UserFactory(email="AMARA@example.org")


def test_somebody_is_found_by_their_address_whatever_its_capitals() -> None:
    amara = UserFactory(email="amara@example.org")
    assert User.objects.get_by_natural_key("Amara@Example.org") == amara


def test_two_teams_never_have_one_code() -> None:
    TeamFactory(code="NORTH")
    with pytest.raises(IntegrityError, match="one_team_for_each_code"):
        TeamFactory(code="north")


def test_a_manager_reaches_the_team_and_all_beneath_and_nothing_beside_or_above(cast: SimpleNamespace) -> None:
    deeper = TeamFactory(parent=cast.pod, kind=Team.Kind.POD)
    assert cast.bilal.scope_team_ids == sorted([cast.team.pk, cast.pod.pk, deeper.pk])
    assert cast.amara.scope_team_ids == sorted([cast.pod.pk, deeper.pk])
    everything = [cast.service.pk, cast.team.pk, cast.pod.pk, cast.elsewhere.pk, deeper.pk]
    assert cast.cora.scope_team_ids == sorted(everything)


def test_a_role_of_ones_own_work_reaches_no_team(cast: SimpleNamespace) -> None:
    assert cast.eve.scope_team_ids == []
    assert cast.eve.roles == [Role.SYSTEM_ADMINISTRATOR]


def test_reach_is_of_the_membership_and_not_of_the_role() -> None:
    membership = MembershipFactory(role=Role.SOCIAL_WORKER, scope=Scope.OWN)
    assert membership.user.scope_team_ids == []
    assert membership.user.roles == [Role.SOCIAL_WORKER]


def test_a_membership_that_ended_gives_neither_role_nor_reach() -> None:
    membership = MembershipFactory(ended_on=date(2026, 10, 30))
    assert membership.user.roles == []
    assert membership.user.scope_team_ids == []


def test_two_memberships_add_up_and_are_asked_for_once(cast: SimpleNamespace) -> None:
    MembershipFactory(user=cast.amara, team=cast.elsewhere, role=Role.TEAM_MANAGER)
    with CaptureQueriesContext(connection) as asked:
        assert cast.amara.roles == [Role.SOCIAL_WORKER, Role.TEAM_MANAGER]
        assert cast.amara.scope_team_ids == sorted([cast.pod.pk, cast.elsewhere.pk])
    assert len(asked) == 1


def test_what_somebody_may_is_asked_again_when_they_are_fetched_again(cast: SimpleNamespace) -> None:
    assert cast.amara.roles
    cast.amara.memberships.update(ended_on=date(2026, 10, 30))
    cast.amara.refresh_from_db()
    assert cast.amara.roles == []


def test_one_role_in_one_team_is_held_once_at_a_time() -> None:
    first = MembershipFactory()
    again = {"user": first.user, "team": first.team, "role": first.role}
    MembershipFactory(**again, ended_on=date(2026, 3, 1))
    with pytest.raises(IntegrityError, match="one_open_membership_for_each_role_in_a_team"):
        MembershipFactory(**again)


def test_a_membership_never_ends_before_it_starts() -> None:
    with pytest.raises(IntegrityError, match="membership_ends_after_it_starts"):
        MembershipFactory(started_on=date(2026, 3, 2), ended_on=date(2026, 3, 1))


def test_people_and_teams_that_work_hangs_on_are_not_deleted(cast: SimpleNamespace) -> None:
    for row in (cast.amara, cast.pod):
        with pytest.raises(IntegrityError):
            row.delete()
    assert Membership.objects.filter(user=cast.amara).exists()


def test_what_they_are_called() -> None:
    membership = MembershipFactory(user__name="Amara Obi", team__name="Primrose")
    assert str(membership) == "Amara Obi in Primrose"
    assert membership.role_label == "Social worker"
    assert membership.user.get_full_name() == "Amara Obi"

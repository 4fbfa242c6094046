"""Verbs about people of the service."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import IntegrityError

from camden.access import ROLES, Permission, Role, Scope
from camden.models import Team, User
from camden.operations.people import join_team, leave_team, open_team, welcome
from cases.models import Case

pytestmark = pytest.mark.django_db

# Written down a second time, so that a role which begins to reach a team is a decision somebody sees.
REACHES_A_TEAM = {
    Role.SOCIAL_WORKER,
    Role.EARLY_CAREER_WORKER,
    Role.FAMILY_HELP_PRACTITIONER,
    Role.SENIOR_PRACTITIONER,
    Role.TEAM_MANAGER,
    Role.SERVICE_MANAGER,
    Role.BUSINESS_SUPPORT,
}
READS_NO_RECORD = {Role.TRAINING_LEAD, Role.PRACTICE_EDUCATOR, Role.ANALYST, Role.SYSTEM_ADMINISTRATOR}
READS_NO_RECORD |= {Role.PARTNER_PRACTITIONER, Role.FAMILY_MEMBER}  # no account yet


def test_a_team_stands_beneath_its_parents() -> None:
    service = open_team(code="S", name="Service", kind=Team.Kind.SERVICE)
    team = open_team(code="T", name="Team", kind=Team.Kind.TEAM, parent=service)
    pod = open_team(code="P", name="Pod", kind=Team.Kind.POD, parent=team)
    assert Team.objects.get(pk=pod.pk).path == [service.pk, team.pk, pod.pk]
    assert Team.objects.get(pk=service.pk).path == [service.pk]


def test_a_team_that_cannot_be_opened_leaves_nothing_half_done() -> None:
    open_team(code="S", name="Service", kind=Team.Kind.SERVICE)
    with pytest.raises(IntegrityError):
        open_team(code="s", name="Again", kind=Team.Kind.SERVICE)


def test_somebody_new_without_a_password_cannot_sign_in_yet() -> None:
    user = welcome(name="Amara Obi", email="Amara@EXAMPLE.org")
    assert user.email == "Amara@example.org"
    assert not user.has_usable_password()
    assert not User.objects.get(pk=user.pk).check_password("")


def test_a_password_is_kept_as_a_hash() -> None:
    user = welcome(name="Amara Obi", email="amara@example.org", password="stairwell-kettle")
    assert user.check_password("stairwell-kettle")
    assert "stairwell" not in User.objects.get(pk=user.pk).password


@pytest.mark.parametrize("role", Role)
def test_how_far_a_membership_reaches_follows_from_the_role(cast: SimpleNamespace, today: date, role: Role) -> None:
    user = welcome(name="Somebody", email="somebody@example.org")
    membership = join_team(user=user, team=cast.service, role=role, on=today)
    assert membership.scope == (Scope.TEAM if role in REACHES_A_TEAM else Scope.OWN)
    assert Case.objects.visible_to(user).exists() == (role in REACHES_A_TEAM)
    assert (Permission.CASE_READ in ROLES[role].permissions) == (role not in READS_NO_RECORD)


def test_what_a_role_opened_closes_on_the_day_it_is_given_up(cast: SimpleNamespace, today: date) -> None:
    assert Case.objects.visible_to(cast.bilal).exists()
    leave_team(membership=cast.bilal.memberships.get(), on=today)
    cast.bilal.refresh_from_db()
    assert not Case.objects.visible_to(cast.bilal).exists()
    assert cast.bilal.memberships.get().ended_on == today

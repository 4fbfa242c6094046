"""Verbs about people of the service."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from camden.access import ROLES, Permission, Role, Scope
from camden.models import Employment, Recorded, Team, User
from camden.operations.people import (
    close_account,
    employ,
    join_team,
    leave_team,
    open_account,
    open_team,
    rename_person,
    rename_team,
    welcome,
)
from camden.operations.refusals import NotDone
from camden.operations.wall import wall_files
from camden.principal import acting_as
from cases.models import Case
from tests.conftest import as_role
from tests.factories.camden import MembershipFactory, UserFactory

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
    with pytest.raises(NotDone, match="short name already"):
        open_team(code="s", name="Again", kind=Team.Kind.SERVICE)


def test_somebody_new_without_a_password_cannot_sign_in_yet() -> None:
    user = welcome(name="Amara Obi", email="Amara@EXAMPLE.org")
    assert user.email == "amara@example.org", "or no link to choose a password would ever be sent"
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


@pytest.fixture
def as_web() -> Iterator[Any]:
    """Acts for somebody as the web does."""

    @contextmanager
    def acting(user: User) -> Iterator[None]:
        with as_role("camden_app"), acting_as(user):
            yield

    return acting


def test_the_database_gives_a_role_the_reach_and_the_right_to_record_that_the_table_says() -> None:
    for role, says in ROLES.items():
        assert asked("select app_reach_of(%s)", role) == (says.scope.value if role.has_account else None)
        assert asked("select app_records_visits(%s)", role) == (Permission.CASE_RECORD in says.permissions)


def test_whoever_keeps_settings_leads_or_plans_is_the_same_in_both_walls() -> None:
    wall = wall_files()["camden/wall_people"].read_text()
    for permission, roles in {
        Permission.STAFF_KEEP: "m.role = 'system-administrator'",
        Permission.ROTA_PLAN: "m.role in ('team-manager', 'service-manager')",
        Permission.TEAM_READ: "m.role in ('senior-practitioner', 'team-manager', 'service-manager')",
    }.items():
        who = [role.value for role, says in ROLES.items() if permission in says.permissions]
        assert sorted(who) == sorted(re.findall(r"'([a-z-]+)'", roles)) and roles in wall


def test_a_role_never_reaches_further_than_it_says(cast: SimpleNamespace, today: date, as_web: Any) -> None:
    with as_web(cast.eve), pytest.raises(DatabaseError, match="does not reach so far"), transaction.atomic():
        asked("select join_team(%s, %s, 'analyst', 'team', %s)", cast.dan.pk, cast.service.pk, today)


@pytest.mark.parametrize("who", ["amara", "bilal", "cora"])
def test_only_an_administrator_keeps_people(cast: SimpleNamespace, today: date, as_web: Any, who: str) -> None:
    somebody, role = getattr(cast, who), cast.dan.memberships.get()
    with as_web(somebody):
        for keep in (
            lambda: open_team(code="X", name="X", kind=Team.Kind.SERVICE),
            lambda: rename_team(team=cast.pod, name="X"),
            lambda: welcome(name="X", email="x@example.org"),
            lambda: rename_person(user=cast.dan, name="X", email="x@example.org"),
            lambda: close_account(user=cast.dan),
            lambda: open_account(user=cast.dan),
            lambda: join_team(user=cast.dan, team=cast.service, role=Role.SERVICE_MANAGER, on=today),
            lambda: leave_team(membership=role, on=today),
            lambda: employ(user=cast.dan, on=today, grade="manager"),
            lambda: rename_person(user=somebody, name="X", email=somebody.email),
        ):
            with pytest.raises(NotDone, match="Only a system administrator"):
                keep()


def test_somebody_who_looked_after_settings_until_yesterday_does_so_no_more(
    cast: SimpleNamespace, today: date, as_web: Any
) -> None:
    leave_team(membership=cast.eve.memberships.get(), on=today)
    with as_web(cast.eve), pytest.raises(NotDone, match="Only a system administrator"):
        welcome(name="X", email="x@example.org")


def test_the_web_gives_nobody_a_password_and_makes_no_job_of_the_system(cast: SimpleNamespace, as_web: Any) -> None:
    with as_web(cast.eve):
        for more in ({"password": "stairwell-kettle"}, {"is_system": True}):
            with pytest.raises(DatabaseError, match="choose their own password"), transaction.atomic():
                welcome(name="X", email="x@example.org", **more)


def test_a_job_of_the_system_is_not_kept_by_the_web(cast: SimpleNamespace, today: date, as_web: Any) -> None:
    job = welcome(name="Job", email="job@localhost", is_system=True)
    with as_web(cast.eve):
        for keep in (
            lambda: join_team(user=job, team=cast.pod, role=Role.SOCIAL_WORKER, on=today),
            lambda: close_account(user=job),
            lambda: rename_person(user=job, name="X", email="x@example.org"),
        ):
            with pytest.raises(NotDone, match="nobody here any more"):
                keep()


def test_a_role_given_for_tomorrow_would_open_records_today(cast: SimpleNamespace, as_web: Any) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    with as_web(cast.eve), pytest.raises(NotDone, match="opens records at once"):
        join_team(user=cast.dan, team=cast.pod, role=Role.SOCIAL_WORKER, on=tomorrow)


def test_what_is_kept_is_written_down_by_the_database(cast: SimpleNamespace, today: date, as_web: Any) -> None:
    with as_web(cast.eve):
        team = open_team(code="X", name="X", kind=Team.Kind.SERVICE)
        femi = welcome(name="Femi", email="femi@example.org")
        role = join_team(user=femi, team=team, role=Role.ANALYST, on=today)
        leave_team(membership=role, on=today)
        first = employ(user=femi, on=today, grade="other")
        employ(user=femi, on=today, grade="manager", was=first)
        close_account(user=femi)
        open_account(user=femi)
        rename_person(user=femi, name="Femi Ojo", email="femi@example.org")
        rename_team(team=team, name="Y")
    done = Recorded.objects.order_by("pk").values_list("user_id", "action")
    assert {who for who, _ in done} == {cast.eve.pk}
    assert [action for _, action in done] == [
        "opened a team",
        "added a person",
        "gave a role",
        "ended a role",
        "wrote down an employment",
        "ended an employment",
        "wrote down an employment",
        "closed an account",
        "opened an account",
        "renamed a person",
        "renamed a team",
    ]


def test_an_address_that_changes_takes_its_old_links_with_it(cast: SimpleNamespace) -> None:
    femi = welcome(name="Femi", email="fermi@example.org")
    EmailAddress.objects.create(user=femi, email="fermi@example.org", primary=True)
    rename_person(user=femi, name="Femi", email="femi@example.org")
    assert not EmailAddress.objects.filter(user=femi).exists()


def test_employment_is_seen_by_oneself_by_whoever_answers_for_it_and_by_settings(
    cast: SimpleNamespace, today: date, as_web: Any
) -> None:
    senior = UserFactory(name="Niamh")
    MembershipFactory(user=senior, team=cast.pod, role=Role.SENIOR_PRACTITIONER)
    clinician = UserFactory(name="Yael")
    MembershipFactory(user=clinician, team=cast.pod, role=Role.CLINICIAN)
    whose = {"amara": cast.amara, "bilal": cast.bilal, "cora": cast.cora, "dan": cast.dan, "eve": cast.eve}
    for person in whose.values():
        employ(user=person, on=today, grade="social-worker")
    sees = {}
    for name, person in {**whose, "senior": senior, "clinician": clinician}.items():
        with as_web(person):
            found = set(Employment.objects.values_list("user_id", flat=True))
        sees[name] = {one for one, user in whose.items() if user.pk in found}
    assert sees == {
        "amara": {"amara"},
        "bilal": {"amara", "bilal"},
        "cora": set(whose),
        "dan": {"dan"},
        "eve": set(whose),
        "senior": {"amara"},
        "clinician": set(),
    }


def test_a_job_of_the_system_sees_every_employment(cast: SimpleNamespace, today: date) -> None:
    employ(user=cast.dan, on=today, grade="social-worker")
    job = welcome(name="Job", email="job@localhost", is_system=True)
    with as_role("camden_worker"), acting_as(job):
        assert Employment.objects.count() == 1
    with as_role("camden_worker"):
        assert not Employment.objects.exists(), "nor without its principal"


def test_who_is_here_and_may_do_what_is_one_query(cast: SimpleNamespace, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        assert (cast.bilal.roles, cast.bilal.is_on_duty, bool(cast.bilal.scope_team_ids)) == (
            [Role.TEAM_MANAGER],
            False,
            True,
        )


def asked(statement: str, *values: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchone()[0]

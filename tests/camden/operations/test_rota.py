"""Who puts whom on duty, for whom and for how long. The database says so, whoever asks."""

from collections.abc import Callable
from contextlib import contextmanager
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from camden.access import Role
from camden.models import Duty, Recorded, Team
from camden.office.rota_reading import may_withdraw, planning
from camden.operations.people import close_account, join_team, leave_team
from camden.operations.refusals import NotDone, Overtaken
from camden.operations.rota import plan_duty, withdraw_duty
from camden.principal import acting_as
from tests.conftest import as_role
from tests.factories.camden import MembershipFactory, TeamFactory, UserFactory

HOUR = timedelta(hours=1)


@contextmanager
def as_web(user: Any) -> Any:
    """Acts for somebody as the web does."""
    with as_role("camden_app"), acting_as(user):
        yield


@pytest.fixture
def plan(cast: SimpleNamespace) -> Callable[..., Duty]:
    """Somebody plans the next eight hours: Cora for Dan, for the whole service, unless a test says otherwise."""

    def planned(by: Any = None, **more: Any) -> Duty:
        by, now = by or cast.cora, timezone.now()
        turn = {"worker": cast.dan, "team": cast.service, "kind": Duty.Kind.DAY, "starts_at": now}
        with as_web(by):
            return plan_duty(**{**turn, "ends_at": now + 8 * HOUR, "by": by, **more})

    return planned


def test_a_service_manager_plans_for_the_service_and_it_is_written_down(
    cast: SimpleNamespace, plan: Callable[..., Duty]
) -> None:
    duty = plan()
    assert (duty.worker, duty.team, duty.planned_by) == (cast.dan, cast.service, cast.cora)
    assert list(Recorded.objects.values_list("user_id", "action", "subject_id")) == [
        (cast.cora.pk, "planned a duty", duty.pk)
    ]


def test_a_team_manager_plans_for_their_own_branch_upwards_and_downwards_only(
    cast: SimpleNamespace, plan: Callable[..., Duty]
) -> None:
    for team in (cast.service, cast.team, cast.pod):
        withdraw_duty(duty=plan(by=cast.bilal, team=team))
    with pytest.raises(NotDone, match="your own teams") as why:
        plan(by=cast.bilal, team=cast.elsewhere)
    assert why.value.about == "team"


@pytest.mark.parametrize("who", ["amara", "dan", "eve"])
def test_nobody_else_plans(cast: SimpleNamespace, plan: Callable[..., Duty], who: str) -> None:
    with pytest.raises(NotDone, match="your own teams"):
        plan(by=getattr(cast, who), team=cast.pod)


def test_somebody_who_managed_until_yesterday_plans_no_more(
    cast: SimpleNamespace, plan: Callable[..., Duty], today: Any
) -> None:
    leave_team(membership=cast.cora.memberships.get(), on=today)
    with pytest.raises(NotDone, match="your own teams"):
        plan()


def test_nobody_plans_in_another_managers_name(cast: SimpleNamespace, plan: Callable[..., Duty]) -> None:
    with as_web(cast.bilal), pytest.raises(NotDone, match="your own teams"):
        now = timezone.now()
        plan_duty(worker=cast.amara, team=cast.service, kind="day", starts_at=now, ends_at=now + HOUR, by=cast.cora)


def test_nobody_puts_themselves_on_a_duty_that_reaches_further_than_their_own_teams(
    cast: SimpleNamespace, plan: Callable[..., Duty]
) -> None:
    with pytest.raises(NotDone, match="cannot put yourself on duty"):
        plan(by=cast.bilal, worker=cast.bilal, team=cast.service)
    assert plan(by=cast.bilal, worker=cast.bilal, team=cast.team).worker == cast.bilal
    assert plan(by=cast.cora, worker=cast.cora, team=cast.service).worker == cast.cora


def test_a_present_duty_does_not_widen_what_one_may_give_oneself(
    cast: SimpleNamespace, plan: Callable[..., Duty]
) -> None:
    """Or one turn would lengthen itself for ever."""
    plan(worker=cast.bilal, starts_at=timezone.now() - HOUR)
    assert cast.bilal.duties.now().exists()
    later = timezone.now() + 10 * HOUR
    with pytest.raises(NotDone, match="cannot put yourself on duty"):
        plan(by=cast.bilal, worker=cast.bilal, team=cast.service, starts_at=later, ends_at=later + HOUR)


@pytest.mark.parametrize("role", [Role.CLINICIAN, Role.ANALYST, Role.BUSINESS_SUPPORT, Role.SYSTEM_ADMINISTRATOR])
def test_only_people_who_record_visits_take_a_turn(
    cast: SimpleNamespace, plan: Callable[..., Duty], role: Role
) -> None:
    somebody = UserFactory()
    MembershipFactory(user=somebody, team=cast.pod, role=role)
    with pytest.raises(NotDone, match="does not record visits in this service"):
        plan(worker=somebody)


def test_somebody_who_left_or_works_in_another_service_takes_no_turn(
    cast: SimpleNamespace, plan: Callable[..., Duty]
) -> None:
    stranger = UserFactory()
    MembershipFactory(user=stranger, team=TeamFactory(code="FOSTERING", kind=Team.Kind.SERVICE))
    close_account(user=cast.dan)
    for worker in (stranger, cast.dan):
        with pytest.raises(NotDone, match="does not record visits in this service"):
            plan(worker=worker)


def test_two_turns_of_one_person_do_not_overlap_but_may_touch(cast: SimpleNamespace, plan: Callable[..., Duty]) -> None:
    first = plan()
    with pytest.raises(NotDone, match="is on duty at that time already"):
        plan(team=cast.pod, starts_at=first.ends_at - HOUR, ends_at=first.ends_at + HOUR)
    plan(starts_at=first.ends_at, ends_at=first.ends_at + HOUR)
    plan(worker=cast.amara)
    withdraw_duty(duty=first)
    plan(starts_at=first.starts_at, ends_at=first.ends_at)


def test_a_turn_lasts_a_day_at_most_ends_after_it_starts_and_is_not_over(
    cast: SimpleNamespace, plan: Callable[..., Duty]
) -> None:
    now = timezone.now()
    for ends, words in ((25 * HOUR, "24 hours at most"), (-HOUR, "over already"), (2 * HOUR, "ends before it begins")):
        with pytest.raises(NotDone, match=words):
            plan(
                starts_at=now + (3 * HOUR if ends == 2 * HOUR else -2 * HOUR if ends < 0 * HOUR else 0 * HOUR),
                ends_at=now + ends,
            )


def test_a_turn_is_withdrawn_once_and_only_by_whoever_plans_there(
    cast: SimpleNamespace, plan: Callable[..., Duty]
) -> None:
    duty = plan(team=cast.elsewhere)
    for somebody in (cast.bilal, cast.dan):
        with as_web(somebody), pytest.raises(NotDone, match="your own teams"):
            withdraw_duty(duty=duty)
    with as_web(cast.cora):
        withdraw_duty(duty=duty)
        with pytest.raises(Overtaken):
            withdraw_duty(duty=duty)
    assert Recorded.objects.filter(action="withdrew a duty", user_id=cast.cora.pk).count() == 1


def test_a_turn_that_is_over_stays_on_the_rota(cast: SimpleNamespace) -> None:
    now = timezone.now()
    past = plan_duty(
        worker=cast.dan, team=cast.service, kind="day", starts_at=now - 9 * HOUR, ends_at=now - HOUR, by=cast.cora
    )
    with as_web(cast.cora), pytest.raises(Overtaken):
        withdraw_duty(duty=past)


def test_the_page_offers_exactly_the_teams_the_database_lets_one_plan_for(cast: SimpleNamespace, today: Any) -> None:
    TeamFactory(code="OTHER", parent=TeamFactory(code="TOP", kind=Team.Kind.SERVICE))
    heath = TeamFactory(code="HEATH", parent=cast.elsewhere, kind=Team.Kind.POD)
    both = UserFactory()
    join_team(user=both, team=cast.pod, role=Role.TEAM_MANAGER, on=today)
    join_team(user=both, team=heath, role=Role.TEAM_MANAGER, on=today)
    for person in (cast.amara, cast.bilal, cast.cora, cast.dan, cast.eve, both):
        with as_web(person), connection.cursor() as cursor:
            cursor.execute("select id from camden_team where app_plans_duty(id)")
            database = {pk for (pk,) in cursor.fetchall()}
            page = {team.pk for team in planning(person).teams}
            withdraws = {team.pk for team in Team.objects.all() if may_withdraw(person, Duty(team=team))}
        assert page == database == withdraws, person.name


@pytest.mark.parametrize("leaves", ["the role", "the service's staff"])
def test_whoever_leaves_is_off_the_rota_at_once(
    cast: SimpleNamespace, plan: Callable[..., Duty], today: Any, leaves: str
) -> None:
    """Or a turn planned before would open the old service's records to somebody who works elsewhere by now."""
    plan()
    plan(worker=cast.amara)
    join_team(user=cast.dan, team=TeamFactory(kind=Team.Kind.SERVICE), role=Role.SOCIAL_WORKER, on=today)
    assert cast.dan.duties.now().exists()
    with as_web(cast.eve):
        if leaves == "the role":
            leave_team(membership=cast.dan.memberships.get(team=cast.elsewhere), on=timezone.localdate())
        else:
            close_account(user=cast.dan)
    assert [duty.worker for duty in Duty.objects.now()] == [cast.amara]


def test_a_second_role_in_the_service_keeps_somebody_on_the_rota(
    cast: SimpleNamespace, plan: Callable[..., Duty], today: Any
) -> None:
    join_team(user=cast.dan, team=cast.pod, role=Role.SOCIAL_WORKER, on=today)
    plan()
    leave_team(membership=cast.dan.memberships.get(team=cast.elsewhere), on=today)
    assert cast.dan.duties.now().exists()


def test_moments_are_kept_as_they_are(plan: Callable[..., Duty]) -> None:
    """The night the clocks go back, 5pm to 9am is seventeen hours."""
    starts = timezone.make_aware(datetime(2027, 10, 30, 17))
    duty = plan(kind="out-of-hours", starts_at=starts, ends_at=timezone.make_aware(datetime(2027, 10, 31, 9)))
    assert duty.ends_at - duty.starts_at == timedelta(hours=17)

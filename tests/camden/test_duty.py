"""On duty: what a turn on the rota opens, until when, and what is written down about it. By the database's clock."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from camden.models import Duty, RecordOpened
from camden.operations.rota import plan_duty, withdraw_duty
from cases.models import Case
from tests.conftest import as_role
from tests.factories.cases import CaseFactory, ChildFactory, ExclusionFactory, InvolvementFactory

HOUR = timedelta(hours=1)


@pytest.fixture
def their(cast: SimpleNamespace) -> Case:
    """An ordinary record of another team than Dan's or Amara's manager's."""
    return cast.case


def on_duty(cast: SimpleNamespace, **more: Any) -> Duty:
    """Dan, who works in the South, on duty for the whole service since an hour ago."""
    now = timezone.now()
    turn = {"worker": cast.dan, "team": cast.service, "kind": Duty.Kind.DAY, "by": cast.cora}
    return plan_duty(**{**turn, "starts_at": now - HOUR, "ends_at": now + HOUR, **more})


def bases(user: Any) -> list[str]:
    return list(RecordOpened.objects.filter(user_id=user.pk).order_by("id").values_list("basis", flat=True))


def test_without_a_turn_another_teams_record_does_not_exist(cast: SimpleNamespace, browser_for: Any) -> None:
    assert browser_for(cast.dan).get(f"/cases/{cast.case.pk}/").status_code == 404


def test_while_a_turn_lasts_it_opens_and_the_look_says_duty(cast: SimpleNamespace, browser_for: Any) -> None:
    on_duty(cast)
    assert browser_for(cast.dan).get(f"/cases/{cast.case.pk}/").status_code == 200
    assert bases(cast.dan) == ["duty"]


def test_ones_own_families_are_opened_as_ever(cast: SimpleNamespace, browser_for: Any) -> None:
    own = CaseFactory(name="Lindqvist", team_ids=[cast.elsewhere.pk])
    on_duty(cast)
    assert browser_for(cast.dan).get(f"/cases/{own.pk}/").status_code == 200
    assert bases(cast.dan) == ["team"]


def test_a_list_of_both_writes_each_with_its_basis(cast: SimpleNamespace, browser_for: Any) -> None:
    CaseFactory(name="Lindqvist", team_ids=[cast.elsewhere.pk])
    on_duty(cast)
    browser_for(cast.dan).get("/cases/?show=duty")
    assert sorted(bases(cast.dan)) == ["duty", "team"]


def test_restricted_and_excluded_records_stay_closed(cast: SimpleNamespace, browser_for: Any) -> None:
    on_duty(cast)
    hidden = CaseFactory(name="Hidden", team_ids=[cast.pod.pk], is_restricted=True)
    child = ChildFactory(case=hidden)
    InvolvementFactory(case=hidden, child=child, worker=cast.amara, team=cast.pod)
    ExclusionFactory(case=cast.case, worker=cast.dan)
    dan = browser_for(cast.dan)
    assert [dan.get(f"/cases/{case.pk}/").status_code for case in (hidden, cast.case)] == [404, 404]


@pytest.mark.parametrize(
    ("starts", "ends"),
    [(-9 * HOUR, -timedelta(seconds=1)), (-HOUR - timedelta(days=1), -timedelta(days=1)), (HOUR, 2 * HOUR)],
    ids=["a second after it", "the day after", "before it begins"],
)
def test_before_and_after_a_turn_the_page_answers_404(
    cast: SimpleNamespace, browser_for: Any, starts: timedelta, ends: timedelta
) -> None:
    on_duty(cast, starts_at=timezone.now() + starts, ends_at=timezone.now() + ends)
    assert browser_for(cast.dan).get(f"/cases/{cast.case.pk}/").status_code == 404
    assert not bases(cast.dan)


def test_a_turn_taken_off_the_rota_closes_at_once(cast: SimpleNamespace, browser_for: Any) -> None:
    duty, dan = on_duty(cast), browser_for(cast.dan)
    assert dan.get(f"/cases/{cast.case.pk}/").status_code == 200
    withdraw_duty(duty=duty)
    assert dan.get(f"/cases/{cast.case.pk}/").status_code == 404


def test_duty_for_one_team_opens_that_branch_and_no_other(cast: SimpleNamespace, browser_for: Any) -> None:
    far = CaseFactory(name="Far", team_ids=[cast.service.pk])
    on_duty(cast, team=cast.team)
    dan = browser_for(cast.dan)
    assert [dan.get(f"/cases/{case.pk}/").status_code for case in (cast.case, far)] == [200, 404]


@pytest.mark.parametrize(
    "statement",
    [
        "insert into camden_duty (worker_id, team_id, kind, starts_at, ends_at, planned_by_id)"
        " values ({dan}, {service}, 'day', now() - interval '1 hour', now() + interval '1 hour', {dan})",
        "insert into camden_membership (user_id, team_id, role, scope, started_on)"
        " values ({dan}, {service}, 'service-manager', 'team', current_date)",
        "update camden_membership set scope = 'team', team_id = {service} where user_id = {dan}",
        "update camden_duty set ends_at = now() + interval '1 year'",
        "insert into camden_employment (user_id, started_on, grade) values ({dan}, current_date, 'manager')",
        "update camden_team set path = '{{}}'",
        "update camden_user set is_active = true, is_system = true where id = {dan}",
        "select app_keeping(null)",
        "select app_kept('x', 'y', 1)",
    ],
)
@pytest.mark.parametrize("role", ["camden_app", "camden_worker"])
def test_neither_the_web_nor_a_job_can_write_who_sees_what(cast: SimpleNamespace, statement: str, role: str) -> None:
    words = statement.format(dan=cast.dan.pk, service=cast.service.pk)
    denied = pytest.raises(DatabaseError, match="permission denied")
    with as_role(role), denied, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select set_config('app.user_id', %s, true)", [str(cast.eve.pk)])
        cursor.execute(words)

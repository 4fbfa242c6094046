"""One person, one transaction, never longer; and what the web's role cannot do whoever it says it is."""

import uuid
from collections.abc import Iterator
from contextlib import closing
from types import SimpleNamespace
from typing import Any

import psycopg2
import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from camden import principal
from camden.operations.people import welcome
from camden.principal import Blind, acting_as, bind
from cases.models import Case, Member, MemberEvent
from cases.views import cases as pages
from tests.conftest import as_role


def said(name: str) -> str:
    """What the transaction knows under a name."""
    with connection.cursor() as cursor:
        cursor.execute("select coalesce(current_setting(%s, true), '')", [name])
        return cursor.fetchone()[0]


def refuses(statement: str) -> None:
    """The database does not let the present role do it."""
    words = "permission denied|must be|must have"
    with pytest.raises(DatabaseError, match=words), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_everything_inside_is_done_as_the_person(cast: SimpleNamespace) -> None:
    with as_role("camden_app"):
        with acting_as(cast.amara) as request_id:
            assert Case.objects.get() == cast.case
            assert (said("app.user_id"), said("pghistory.context_id")) == (str(cast.amara.pk), str(request_id))
        with acting_as(cast.dan):
            assert not Case.objects.exists()


def test_nobody_at_all_sees_nothing(cast: SimpleNamespace) -> None:
    with as_role("camden_app"):
        assert not Case.objects.exists()
        assert not Member.objects.exists()


def test_somebody_inactive_sees_nothing(cast: SimpleNamespace) -> None:
    cast.amara.is_active = False
    cast.amara.save()
    with as_role("camden_app"), acting_as(cast.amara):
        assert not Case.objects.exists()
        assert not Case.objects.visible_to(cast.amara).exists()


def test_the_next_person_of_a_job_inherits_nothing(cast: SimpleNamespace) -> None:
    with transaction.atomic():
        with acting_as(cast.amara):
            pass
        for name in ("app.user_id", "pghistory.context_id", "pghistory.context_metadata"):
            assert said(name) == ""


def test_a_failure_inside_leaves_nothing_behind(cast: SimpleNamespace) -> None:
    with pytest.raises(ZeroDivisionError), acting_as(cast.amara):
        Case.objects.update(name="Gone")
        1 / 0  # noqa: B018
    assert said("app.user_id") == ""
    assert Case.objects.get().name == "Rahman–Khatun"


@pytest.fixture
def no_looks_left(transactional_db: None) -> Iterator[None]:
    """Django empties its own tables after such a test; those of the read events are not its own."""
    yield
    with connection.cursor() as cursor:
        cursor.execute("truncate camden_recordopened, camden_caseopened")


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("no_looks_left")
class TestOnOneConnection:
    """With real transactions, as a connection that many requests share."""

    def test_nothing_of_a_request_reaches_the_next(self, cast: SimpleNamespace, browser_for: Any) -> None:
        amara, dan = browser_for(cast.amara), browser_for(cast.dan)
        assert b"Anisa" in amara.get(f"/cases/{cast.case.pk}/").content
        assert said("app.user_id") == said("pghistory.context_metadata") == ""
        with as_role("camden_app"):
            assert not Case.objects.exists()
        assert dan.get(f"/cases/{cast.case.pk}/").status_code == 404

    def test_a_setting_of_the_session_would_be_noticed(
        self, cast: SimpleNamespace, browser_for: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def bind_for_ever(user: Any, request_id: uuid.UUID) -> None:
            with connection.cursor() as cursor:
                cursor.execute("select set_config('app.user_id', %s, false)", [str(user.pk)])

        monkeypatch.setattr(principal, "bind", bind_for_ever)
        browser_for(cast.amara).get(f"/cases/{cast.case.pk}/")
        with as_role("camden_app"):
            assert Case.objects.exists()
        connection.close()


def test_a_view_runs_as_the_webs_own_role(
    cast: SimpleNamespace, browser_for: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def spy(**asked: Any) -> Any:
        with connection.cursor() as cursor:
            cursor.execute("select session_user, current_user")
            seen.append(cursor.fetchone())
        return real(**asked)

    real = pages.caseload.records
    monkeypatch.setattr(pages.caseload, "records", spy)
    assert browser_for(cast.amara).get("/cases/").status_code == 200
    assert seen == [("camden_app", "camden_app")]
    client = Client()
    client.force_login(cast.amara)
    client.get("/cases/")
    assert seen[1] != seen[0], "a client that does not change roles must be told apart"


@pytest.fixture
def job(db: None) -> Any:
    """A named job of the system."""
    return welcome(name="Nightly job", email="job@example.org", is_system=True)


def test_a_job_of_the_system_sees_every_record_as_the_worker(cast: SimpleNamespace, job: Any) -> None:
    with as_role("camden_worker"), acting_as(job):
        assert Case.objects.count() == 1
        assert Member.objects.count() == 3


def test_a_job_that_was_given_the_webs_role_says_so_instead_of_finding_nothing(cast: SimpleNamespace, job: Any) -> None:
    with as_role("camden_app"), pytest.raises(Blind, match="CAMDEN_DB_ROLE=worker"), acting_as(job):
        pass


def test_a_job_that_was_switched_off_is_blind_as_the_worker_too(cast: SimpleNamespace, job: Any) -> None:
    job.is_active = False
    job.save()
    with as_role("camden_worker"), pytest.raises(Blind), acting_as(job):
        pass


def test_the_worker_reads_no_narrative_even_for_the_system(cast: SimpleNamespace, job: Any) -> None:
    for narrative in (
        "words from cases_visitaccount", "words from cases_visitaccountevent", "words from cases_quote",
        "words from cases_quoteevent", "worry from cases_contact", "rationale from cases_referral",
        "decision from cases_assessment", "shared from cases_strategydiscussion", "findings from cases_enquiry",
        "views from cases_protectionconferencechild", "words from cases_planmeeting", "note from cases_milestone",
        "summary from cases_closure", "why from cases_thresholdmove", "reason from cases_clockexception",
        "reason from cases_snooze", "* from cases_visitchild",
    ):  # fmt: skip
        with as_role("camden_worker"), acting_as(job):
            refuses(f"select {narrative}")


def test_the_web_cannot_make_itself_a_job_of_the_system(cast: SimpleNamespace, job: Any) -> None:
    with as_role("camden_app"), transaction.atomic(), connection.cursor() as cursor:
        bind(job, uuid.uuid4())
        # Tables of one's own, named like those the functions read, stand last in their search path.
        cursor.execute("create temp table camden_user as select id, true is_active, true is_system from camden_user")
        cursor.execute("set local search_path = pg_temp, public")
        cursor.execute("select app_all(), app_sees(%s), app_teams()", [cast.case.pk])
        assert cursor.fetchone() == (False, False, [])
        cursor.execute("select count(*) from public.cases_case")
        assert cursor.fetchone() == (0,)
        with pytest.raises(DatabaseError, match="affected by row-level security"), transaction.atomic():
            cursor.execute("set local row_security = off")
            cursor.execute("select count(*) from public.cases_case")
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    "attempt",
    ["set session authorization camden_worker", "set role camden_worker", "set role camden_owner"],
)
def test_signed_in_to_the_database_as_the_web_nobody_becomes_another_role(db: None, attempt: str) -> None:
    """On a connection of its own: in the other tests it is a superuser who acts as the web."""
    login = connection.get_connection_params() | {"user": "camden_app"}
    login.pop("cursor_factory", None)
    try:
        own = psycopg2.connect(**{key: value for key, value in login.items() if key != "context"})
    except psycopg2.OperationalError as refused:
        pytest.skip(f"this server asks camden_app for its password: {refused}")
    with closing(own), own.cursor() as cursor:
        cursor.execute("select session_user")
        assert cursor.fetchone() == ("camden_app",)
        with pytest.raises(psycopg2.Error, match="permission denied"):
            cursor.execute(attempt)


# As the web, for Amara, who sees the record: none of these may work for anybody.
FORBIDDEN = [
    "insert into cases_involvement (case_id, child_id, worker_id, team_id, role, scope, is_cover, started_on)"
    " values ({case}, {child}, {dan}, {team}, 'lead', 'full', false, now())",
    "update cases_involvement set worker_id = {dan}",
    "delete from cases_involvement",
    "insert into cases_exclusion (case_id, worker_id, reason, started_on) values ({case}, {dan}, 'x', now())",
    "update cases_exclusion set stands_against = null, lifted_on = now()",
    "delete from cases_exclusion",
    "insert into cases_case (name, team_ids, is_restricted, opened_on) values ('x', array[{team}], false, now())",
    "update cases_case set team_ids = team_ids || {elsewhere}",
    "update cases_case set is_restricted = false",
    "delete from cases_case",
    "insert into camden_membership (user_id, team_id, role, scope, started_on)"
    " values ({dan}, {team}, 'team-manager', 'team', now())",
    "update camden_membership set scope = 'team', team_id = {service}",
    "delete from camden_membership",
    "update camden_team set path = '{{}}'",
    "insert into camden_user (password, email, name, is_active, is_system) values ('', 'x', 'x', true, true)",
    "update camden_user set is_active = true",
    "update camden_user set is_system = true",
    "update camden_user set email = 'x@example.org' where id = {dan}",
    "delete from camden_user",
    "select * from camden_recordopened",
    "insert into camden_recordopened (id, at, user_id, page, basis, why, request_id)"
    " values (1, now(), {dan}, 'x', 'x', '', gen_random_uuid())",
    "select * from camden_caseopened",
    "insert into camden_caseopened values (1, {case}, now())",
    "select * from camden_recorded",
    "insert into camden_recorded (at, user_id, action, subject) values (now(), {dan}, 'x', 'x')",
    "select * from camden_refusal",
    "update camden_refusal set user_id = {dan}",
    "delete from camden_refusal",
    "truncate camden_recordopened",
    "update cases_memberevent set given_name = 'x'",
    "delete from cases_memberevent",
    "update cases_caseevent set name = 'x'",
    "delete from cases_involvementevent",
    "delete from cases_visit",
    "delete from cases_member",
    "truncate cases_member",
    "alter table cases_case disable row level security",
    "drop policy the_record on cases_case",
    "create policy mine on cases_case for select using (true)",
    "grant camden_owner to camden_app",
    "grant select on camden_recorded to camden_app",
    "create table public.mine (id int)",
    "create function public.app_user() returns bigint language sql as 'select 1'",
    "select app_teams_of_case({case})",
    "select app_partitions(1)",
    "select * from cases_importrun",
    "select pg_read_file('/etc/passwd')",
    "copy (select 1) to program 'true'",
]


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_webs_role_cannot_grant_itself_anything(cast: SimpleNamespace, statement: str) -> None:
    keys = {"case": cast.case.pk, "child": cast.children[0].pk, "dan": cast.dan.pk, "team": cast.pod.pk}
    keys |= {"elsewhere": cast.elsewhere.pk, "service": cast.service.pk}
    events = MemberEvent.objects.count()
    with as_role("camden_app"), acting_as(cast.amara):
        refuses(statement.format(**keys))
    assert MemberEvent.objects.count() == events > 0


def test_the_web_can_do_the_rest_so_that_those_refusals_mean_something(cast: SimpleNamespace) -> None:
    with as_role("camden_app"), acting_as(cast.amara), connection.cursor() as cursor:
        cursor.execute("update cases_member set language = 'Bengali'")
        assert cursor.rowcount == 3
        cursor.execute("update camden_user set password = 'x' where id = %s", [cast.amara.pk])
        assert cursor.rowcount == 1


def test_a_row_cannot_be_moved_into_or_out_of_a_record_one_does_not_see(cast: SimpleNamespace) -> None:
    hidden = Case.objects.create(name="Hidden", opened_on="2026-01-01")
    with as_role("camden_app"), acting_as(cast.amara), connection.cursor() as cursor:
        for statement in (
            "update cases_member set case_id = %s",
            "insert into cases_household (case_id, name, address, is_safe_to_share) values (%s, 'x', '', true)",
        ):
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                cursor.execute(statement, [hidden.pk])

"""What a balancer asks: whether the process lives, and whether a page has all it needs."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from camden.models import Heartbeat
from camden.office import views
from tests.conftest import AppClient


@pytest.fixture
def all_well(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker beat a moment ago; the broker is asked by its own test."""
    Heartbeat.objects.create(part="worker", beat_at=timezone.now())
    monkeypatch.setattr(views, "_broker", lambda: "ok")


def parts(client: Client) -> tuple[int, dict[str, str]]:
    answer = client.get("/readyz")
    return answer.status_code, {part: said for part, said in answer.json().items() if said != "ok"}


def test_livez_asks_for_nothing(client: Client) -> None:
    """Not even a database: this test has none."""
    answer = client.get("/livez")
    assert (answer.status_code, answer.content) == (200, b"ok")
    assert "no-store" in answer["Cache-Control"]


def test_readyz_is_well_when_everything_is(all_well: None) -> None:
    assert parts(AppClient()) == (200, {})


def test_readyz_is_red_when_the_web_runs_as_a_superuser(all_well: None) -> None:
    assert parts(Client()) == (503, {"database": "the web runs as owner or superuser"})


def test_readyz_is_red_when_the_web_runs_as_owner(all_well: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("alter table camden_user owner to camden_app")
    assert parts(AppClient()) == (503, {"database": "the web runs as owner or superuser"})


def test_readyz_is_red_when_the_web_runs_as_a_member_of_the_owner(all_well: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("alter table camden_user owner to camden_owner; grant camden_owner to camden_app")
    assert parts(AppClient()) == (503, {"database": "the web runs as owner or superuser"})


def test_readyz_is_red_when_the_web_may_pass_the_wall(all_well: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("alter role camden_app bypassrls")
    assert parts(AppClient())[0] == 503


@pytest.mark.parametrize(("seconds", "status"), [(80, 200), (100, 503)])
def test_readyz_is_red_when_the_worker_is_silent(all_well: None, seconds: int, status: int) -> None:
    Heartbeat.objects.update(beat_at=timezone.now() - timedelta(seconds=seconds))
    assert parts(AppClient()) == (status, {"worker": "silent"} if status == 503 else {})


def test_readyz_is_red_when_no_worker_ever_lived(all_well: None) -> None:
    Heartbeat.objects.all().delete()
    assert parts(AppClient()) == (503, {"worker": "silent"})


def test_readyz_is_red_when_the_database_waits_for_a_migration(all_well: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "delete from django_migrations where app = 'cases'"
            " and name = (select max(name) from django_migrations where app = 'cases')"
        )
    assert parts(AppClient()) == (503, {"migrations": "not migrated"})


@pytest.mark.parametrize("url", ["redis://127.0.0.1:1/0", "redis+socket:///nowhere/x.sock", "nonsense"])
def test_readyz_is_red_when_the_broker_is_away_and_gives_no_address_away(db: None, settings: Any, url: str) -> None:
    Heartbeat.objects.create(part="worker", beat_at=timezone.now())
    settings.REDIS_URL = url
    answer = AppClient().get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["broker"].endswith("Error")
    assert url.encode() not in answer.content and b"127.0.0.1" not in answer.content


def test_neither_needs_anybody_to_be_signed_in_or_writes_anything(all_well: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from camden_refusal")
        AppClient().get("/readyz")
        cursor.execute("select count(*) from camden_refusal")
        assert cursor.fetchone() == (0,)

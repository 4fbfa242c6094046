"""`manage.py migrate` does not stand in people's way: another connection holds what it wants."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection

from camden.management.commands import migrate

FIRST = """
from django.db import migrations
class Migration(migrations.Migration):
    operations = [
        migrations.RunSQL("alter table late_thing add column waited text", "alter table late_thing drop column waited")
    ]
"""
SECOND = """
from django.db import migrations
class Migration(migrations.Migration):
    atomic = False
    dependencies = [("conferences", "9001_waits")]
    operations = [migrations.RunSQL("insert into late_thing (waited) select current_setting('lock_timeout')", "")]
"""


@pytest.fixture
def late(
    django_db_setup: None, django_db_blocker: Any, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SimpleNamespace]:
    """A table that two migrations change, and somebody else who holds it. In no transaction, so tidied by hand."""
    folder = tmp_path / "late_migrations"
    folder.mkdir()
    for name, text in (("__init__", ""), ("9001_waits", FIRST), ("9002_concurrently", SECOND)):
        (folder / f"{name}.py").write_text(text)
    monkeypatch.syspath_prepend(tmp_path)
    settings.MIGRATION_MODULES = {"conferences": "late_migrations"}  # nobody depends on the uppermost app
    monkeypatch.setattr(migrate, "LOCK_TIMEOUT", "100ms")
    with django_db_blocker.unblock():
        run("create table late_thing ()")
        other = connection.copy()
        other.set_autocommit(False)
        other.cursor().execute("lock table late_thing in access exclusive mode")
        try:
            yield SimpleNamespace(other=other)
        finally:
            other.close()
            run("drop table late_thing; delete from django_migrations where name like '900%'")


def run(sql: str) -> Any:
    """Ask the database something, outside any transaction."""
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone() if cursor.description else None


def test_it_gives_up_a_table_in_use_and_has_it_at_the_next_try(late, monkeypatch, capsys):
    pauses = []

    def somebody_finishes(seconds):
        pauses.append(seconds)
        late.other.rollback()

    monkeypatch.setattr(migrate.time, "sleep", somebody_finishes)
    call_command("migrate", "conferences", verbosity=0)
    assert pauses == [1.0]
    assert "in use by others; trying again in 1 seconds" in capsys.readouterr().err
    assert run("select count(*) from django_migrations where name like '900%'") == (2,)
    assert run("select waited from late_thing") == ("0",), "a migration that locks nobody out may wait"
    assert run("show lock_timeout") == ("0",), "the next command waits as before"


def test_it_says_so_when_a_table_stays_in_use(late, monkeypatch):
    pauses = []
    monkeypatch.setattr(migrate.time, "sleep", pauses.append)
    with pytest.raises(CommandError, match="in use by others, 5 times in a row for 100ms each"):
        call_command("migrate", "conferences", verbosity=0)
    assert pauses == [1.0, 2.0, 5.0, 10.0]
    assert run("select count(*) from django_migrations where name like '900%'") == (0,)


def test_other_mistakes_are_not_tried_again(late, monkeypatch):
    late.other.rollback()
    run("alter table late_thing add column waited text")
    monkeypatch.setattr(migrate.time, "sleep", lambda seconds: pytest.fail("tried again"))
    with pytest.raises(ProgrammingError, match="already exists"):
        call_command("migrate", "conferences", verbosity=0)


def test_inside_a_transaction_it_does_what_django_does(db):
    call_command("migrate", verbosity=0)
    assert run("show lock_timeout") == ("5s",)

"""The second wall goes up whole or not at all, and only when it changed."""

from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext
from psycopg2.extensions import AsIs

from camden.models import Wall
from camden.operations import wall
from camden.operations.wall import RolesMissing, raise_walls, wall_files

pytestmark = pytest.mark.django_db


def policies() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from pg_policies where schemaname = 'public'")
        return cursor.fetchone()[0]


def test_the_floor_comes_first() -> None:
    names = list(wall_files())
    floor = [name for name in names if name.split("/")[0] == "camden"]
    assert {"camden", "camden/wall_people", "camden/wall_rules"} <= set(floor)
    assert names[: len(floor) + 1] == [*floor, "cases"]


def test_nothing_is_done_when_nothing_changed() -> None:
    with CaptureQueriesContext(connection) as asked:
        raise_walls()
    assert len(asked) == 1


def test_a_changed_wall_is_put_up_and_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = tmp_path / "wall.sql"
    changed.write_text("create policy more on cases_visit for select using (false);")
    monkeypatch.setattr(wall, "wall_files", lambda: wall_files() | {"training": changed})
    before = policies()
    raise_walls()
    assert policies() == before + 1
    assert Wall.objects.filter(app="training").exists()
    with CaptureQueriesContext(connection) as asked:
        raise_walls()
    assert len(asked) == 1


def test_a_wall_with_a_mistake_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "wall.sql"
    broken.write_text("drop policy of_record on cases_visit; grant everything to everybody;")
    monkeypatch.setattr(wall, "wall_files", lambda: wall_files() | {"training": broken})
    before, hashes = policies(), list(Wall.objects.order_by("app").values_list("app", "sha256"))
    with pytest.raises(DatabaseError):
        raise_walls()
    assert policies() == before
    assert list(Wall.objects.order_by("app").values_list("app", "sha256")) == hashes


def test_it_makes_an_extensions_settings_known_before_a_function_names_one() -> None:
    """As after an upgrade: the first migration created the extensions, and so knew their settings."""
    begins = wall_files()["cases/wall_search_people"].read_text(encoding="utf-8").partition("create or replace")[0]
    fresh = connection.copy()
    with closing(fresh), fresh.cursor() as cursor:
        cursor.execute("begin; create role plain; grant temporary on database %s to plain; set local role plain",
                       [AsIs(connection.ops.quote_name(connection.settings_dict["NAME"]))])  # fmt: skip
        cursor.execute(begins)
        cursor.execute(
            "create function pg_temp.asks() returns int language sql"
            " set pg_trgm.word_similarity_threshold = 0.5 as 'select 1'"
        )
        cursor.execute("rollback")


def test_a_grant_given_by_hand_is_gone_after_the_wall_was_put_up_again() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "grant delete on cases_visit to camden_app; grant update (is_active) on camden_user to camden_app"
        )
        Wall.objects.all().delete()
        raise_walls()
        cursor.execute(
            "select has_table_privilege('camden_app', 'cases_visit', 'delete'),"
            " has_column_privilege('camden_app', 'camden_user', 'is_active', 'update')"
        )
        assert cursor.fetchone() == (False, False)


def test_a_database_without_the_roles_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    Wall.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("alter role camden_worker rename to camden_worker_gone")  # rolled back with the test
    with pytest.raises(RolesMissing, match="prepare_database"):
        raise_walls()


def test_migrating_puts_it_up() -> None:
    Wall.objects.all().delete()
    call_command("migrate", verbosity=0)
    assert set(Wall.objects.values_list("app", flat=True)) == set(wall_files())


def test_a_setting_of_a_library_is_kept_with_a_function_only_once_the_library_is_there() -> None:
    """An upgrade comes in a session that never searched, and its owner is no superuser, who might name any setting."""
    before, kept, _ = wall_files()["cases/wall_search_people"].read_text("utf-8").partition(" set pg_trgm.")
    assert kept
    upgrade = connection.copy()
    try:
        upgrade.set_autocommit(False)
        with upgrade.cursor() as cursor:
            cursor.execute(before[: before.rindex("create or replace function")])
            cursor.execute("select count(*) from pg_settings where name = 'pg_trgm.word_similarity_threshold'")
            assert cursor.fetchone() == (1,)
        upgrade.rollback()
    finally:
        upgrade.close()

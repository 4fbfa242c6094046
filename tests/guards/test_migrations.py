"""Migrations say what they do, and can be made while the release before still runs."""

import re

import pytest
from django.contrib.postgres.operations import AddConstraintNotValid, AddIndexConcurrently
from django.core.management import call_command
from django.db import migrations, models
from django.db.migrations.state import ProjectState

from tests.guards import walk
from tests.guards.migrating import every_migration, findings


def badly_named(names: list[str]) -> list[str]:
    """Migrations whose name does not say what they do."""
    return [name for name in names if "_auto" in name or not re.fullmatch(r"\d{4}_[a-z][a-z0-9_]+", name)]


def test_no_migration_is_missing(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=1)


def test_a_missing_migration_is_reported(db, monkeypatch, capsys):
    from cases.models import Household

    monkeypatch.setattr(Household._meta.get_field("name"), "max_length", 121)
    with pytest.raises(SystemExit):
        call_command("makemigrations", check=True, dry_run=True, verbosity=1)
    assert "Alter field name on household" in capsys.readouterr().out


def test_migrations_are_named_after_what_they_do():
    assert badly_named([migration.name for migration, _, _ in every_migration(walk.APPS)]) == []
    assert badly_named(["0007_visit_seen_alone", "0007_auto", "0007_auto_20261103_0900", "visit"]) == [
        "0007_auto",
        "0007_auto_20261103_0900",
        "visit",
    ]


def test_migrations_leave_the_running_release_alone():
    assert [each for found in every_migration(walk.APPS) for each in findings(*found)] == []


def before() -> ProjectState:
    """A service with one table."""
    state = ProjectState()
    fields = [
        ("id", models.BigAutoField(primary_key=True)),
        ("name", models.CharField(max_length=20)),
        ("met_on", models.DateField(null=True)),
    ]
    migrations.CreateModel("Thing", fields).state_forwards("cases", state)
    return state


def checked(*operations, accepted=""):
    migration = type("Migration", (migrations.Migration,), {"operations": list(operations)})("0002_x", "cases")
    return findings(migration, before(), accepted)


INDEX, RULE = (
    models.Index(fields=["name"], name="by_name"),
    models.CheckConstraint(condition=~models.Q(name=""), name="named"),
)
RISKY = {
    "taken away": migrations.RemoveField("thing", "name"),
    "a table taken away": migrations.DeleteModel("Thing"),
    "renamed": migrations.RenameField("thing", "name", "title"),
    "a table renamed": migrations.RenameModel("Thing", "Object"),
    "made compulsory": migrations.AlterField("thing", "met_on", models.DateField(default=None)),
    "another type": migrations.AlterField("thing", "name", models.IntegerField()),
    "shorter": migrations.AlterField("thing", "name", models.CharField(max_length=10)),
    "unique": migrations.AlterField("thing", "name", models.CharField(max_length=20, unique=True)),
    "compulsory from the start": migrations.AddField("thing", "size", models.IntegerField(default=1)),
    "an index on the way": migrations.AddField("thing", "size", models.IntegerField(null=True, db_index=True)),
    "worked out": migrations.AddField(
        "thing",
        "size",
        models.GeneratedField(expression=models.Value(1), output_field=models.IntegerField(), db_persist=True),
    ),
    "an index": migrations.AddIndex("thing", INDEX),
    "a constraint": migrations.AddConstraint("thing", RULE),
    "together": migrations.AlterUniqueTogether("thing", {("name", "met_on")}),
    "no way back": migrations.RunPython(lambda apps, editor: None),
    "no way back in SQL": migrations.RunSQL("select 1"),
    "an index in SQL": migrations.RunSQL("create index x on cases_thing (name)", "drop index x"),
    "a table in SQL": migrations.RunSQL([("ALTER TABLE cases_thing ADD x int", None)], "select 1"),
    "wrapped": migrations.SeparateDatabaseAndState([migrations.RemoveField("thing", "name")], []),
}
NEW = migrations.CreateModel("New", [("id", models.BigAutoField(primary_key=True))])
SAFE = {
    "optional": [migrations.AddField("thing", "size", models.IntegerField(null=True))],
    "a default of the database": [migrations.AddField("thing", "size", models.IntegerField(db_default=1))],
    "longer": [migrations.AlterField("thing", "name", models.CharField(max_length=30))],
    "text": [migrations.AlterField("thing", "name", models.TextField())],
    "only words": [migrations.AlterField("thing", "name", models.CharField(max_length=20, help_text="x"))],
    "no longer compulsory": [migrations.AlterField("thing", "name", models.CharField(max_length=20, null=True))],
    "an index beside the work": [AddIndexConcurrently("thing", INDEX)],
    "a constraint for new rows": [AddConstraintNotValid("thing", RULE)],
    "on a new table": [
        NEW,
        migrations.AddIndex("new", INDEX),
        migrations.AddField("new", "size", models.IntegerField(default=1)),
    ],
    "a new table in SQL": [migrations.RunSQL("create table x (y int); create index z on x (y)", "drop table x")],
    "with a way back": [migrations.RunPython(migrations.RunPython.noop, migrations.RunPython.noop)],
}


@pytest.mark.parametrize("why", RISKY)
def test_a_risk_is_reported_unless_somebody_accepted_it(why):
    assert checked(RISKY[why]), why
    assert checked(RISKY[why], accepted="The table has forty rows.") == []
    assert checked(RISKY[why], accepted="Fine.") == ["cases.0002_x: RISK_ACCEPTED must say why, in a sentence"]


@pytest.mark.parametrize("why", SAFE)
def test_what_locks_nobody_out_is_innocent(why):
    assert checked(*SAFE[why]) == []
    assert checked(*SAFE[why], accepted="The table has forty rows.") == [
        "cases.0002_x: RISK_ACCEPTED, and there is none"
    ]

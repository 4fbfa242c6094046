"""Finds what could stop a running service in a migration: a long lock, a rewrite, something taken away, no way back."""

import re
import sys
from collections.abc import Iterator
from typing import Any

from django.contrib.postgres.operations import AddConstraintNotValid, AddIndexConcurrently
from django.db import connection, models
from django.db.migrations import Migration, operations
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

TAKEN_AWAY = (
    operations.RemoveField,
    operations.DeleteModel,
    operations.RenameField,
    operations.RenameModel,
    operations.AlterModelTable,
)
TOGETHER = (operations.AlterUniqueTogether, operations.AlterIndexTogether)
CREATES = re.compile(r"create\s+table\s+(?:if\s+not\s+exists\s+)?(\w+)", re.I)
INDEXES = re.compile(
    r"create\s+(?:unique\s+)?index\s+(?!concurrently)(?:if\s+not\s+exists\s+)?\w*\s*on\s+(?:only\s+)?(\w+)", re.I
)
CHANGES = re.compile(r"(?:alter|drop)\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?(\w+)", re.I)
IN_SQL = {
    INDEXES: "makes an index while nobody can write; use `concurrently`",
    CHANGES: "changes a table in SQL, where nobody can see how long it is locked",
}


def every_migration(apps: tuple[str, ...]) -> Iterator[tuple[Migration, ProjectState, str]]:
    """Each migration of these apps in order, with the state before it and what it says is accepted."""
    graph = MigrationLoader(None).graph
    state, done = ProjectState(), set()
    for leaf in graph.leaf_nodes():
        for key in graph.forwards_plan(leaf):
            if key not in done:
                done.add(key)
                migration = graph.nodes[key]
                if key[0] in apps:
                    accepted = getattr(sys.modules[migration.__module__], "RISK_ACCEPTED", "")
                    yield migration, state.clone(), accepted
                state = migration.mutate_state(state, preserve=False)


def findings(migration: Migration, before: ProjectState, accepted: str = "") -> list[str]:
    """What is wrong with a migration: risks nobody accepted, or a reason that is none or is not needed."""
    name = f"{migration.app_label}.{migration.name}"
    risks = [f"{name}: {risk}" for risk in _risks(migration, before.clone())]
    if not accepted:
        return risks
    if not risks:
        return [f"{name}: RISK_ACCEPTED, and there is none"]
    return [] if len(accepted.split()) > 3 else [f"{name}: RISK_ACCEPTED must say why, in a sentence"]


def _flat(given: list[Operation]) -> Iterator[Operation]:
    for operation in given:
        if isinstance(operation, operations.SeparateDatabaseAndState):
            yield from _flat(operation.database_operations)
        else:
            yield operation


def _risks(migration: Migration, state: ProjectState) -> Iterator[str]:
    """Only tables of an earlier migration count: those made here have no rows and no readers yet."""
    app, flat = migration.app_label, list(_flat(migration.operations))
    made = {each.name_lower for each in flat if isinstance(each, operations.CreateModel)}
    tables = {f"{app}_{name}" for name in made} | {
        each.options.get("db_table") for each in flat if hasattr(each, "options")
    }
    for operation in flat:
        if isinstance(operation, operations.RunPython | operations.RunSQL):
            yield from _by_hand(operation, tables)
            continue
        model = getattr(operation, "model_name", getattr(operation, "name", getattr(operation, "old_name", ""))) or ""
        if model.lower() not in made:
            yield from (f"{operation.describe()}: {risk}" for risk in _of(operation, app, state))
        operation.state_forwards(app, state)


def _by_hand(operation: Any, tables: set[str | None]) -> Iterator[str]:
    if not operation.reversible:
        yield f"{type(operation).__name__} has no way back"
    given = getattr(operation, "sql", "")
    statements = [given] if isinstance(given, str) else [each if isinstance(each, str) else each[0] for each in given]
    for sql in statements:
        tables |= set(CREATES.findall(sql))
        for pattern, risk in IN_SQL.items():
            yield from (f"RunSQL on {table}: {risk}" for table in pattern.findall(sql) if table not in tables)


def _of(operation: Operation, app: str, state: ProjectState) -> Iterator[str]:
    match operation:
        case operations.AddField():
            yield from _of_new_field(operation.field)
        case operations.AlterField():
            yield from _of_changed_field(operation, app, state)
        case operations.AddIndex() if not isinstance(operation, AddIndexConcurrently):
            yield "makes an index while nobody can write; use AddIndexConcurrently"
        case operations.AddConstraint() if not isinstance(operation, AddConstraintNotValid):
            yield "reads the whole table while nobody can write; use AddConstraintNotValid, then ValidateConstraint"
    if isinstance(operation, TAKEN_AWAY):
        yield "the release that still runs uses it"
    if isinstance(operation, TOGETHER):
        yield "makes an index while nobody can write; use a constraint or an index of the model"


def _of_new_field(field: Any) -> Iterator[str]:
    if field.many_to_many:
        return
    if isinstance(field, models.GeneratedField):
        yield "the database works it out for every row while nobody can read"
        return
    if not field.null and not field.has_db_default():
        yield "the release that still runs does not fill it; give it a db_default, or null"
    if field.unique or field.db_index:
        yield "makes an index while nobody can write; add the index by AddIndexConcurrently"


def _of_changed_field(operation: operations.AlterField, app: str, state: ProjectState) -> Iterator[str]:
    # Clones: to work out all models of a state takes seconds, and again after each operation on such a state.
    place, before, after = (app, operation.model_name_lower), state.clone(), state.clone()
    operation.state_forwards(app, after)
    old, new = (each.models[place].fields[operation.name] for each in (before, after))
    if old.is_relation or new.is_relation:  # what is pointed at has the type
        old, new = (each.apps.get_model(*place)._meta.get_field(operation.name) for each in (before, after))
    if old.null and not new.null:
        yield "reads the whole table while nobody can read it; add a constraint that is not valid yet first"
    if (new.unique and not old.unique) or (new.db_index and not old.db_index):
        yield "makes an index while nobody can write; use AddIndexConcurrently"
    if _rewrites(old.db_type(connection) or "", new.db_type(connection) or ""):
        yield "writes every row anew while nobody can read"


def _rewrites(old: str, new: str) -> bool:
    """A longer varchar, or text instead of one, is only a word in the catalogue."""
    lengths = [re.fullmatch(r"varchar\((\d+)\)", each) for each in (old, new)]
    if lengths[0] and (new in ("text", "varchar") or (lengths[1] and int(lengths[1][1]) >= int(lengths[0][1]))):
        return False
    return old != new

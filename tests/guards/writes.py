"""Finds where a row is written, or the database is asked in SQL, in the text of a module."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from tests.guards.kinds import CURSOR, Kind, Known
from tests.guards.resolve import Scope, own_nodes, read

WRITES_ROWS = {"create", "update", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
WRITES_TIES = WRITES_ROWS | {"add", "remove", "set", "clear"}
WRITES_ROW = {"save", "delete", "save_base"}
BEHIND = {"_raw_delete", "_update", "_insert"}
# Only Django's managers have these; whatever they are asked of, something is written.
UNMISTAKABLE = {
    "bulk_create",
    "bulk_update",
    "get_or_create",
    "update_or_create",
    "acreate",
    "aupdate",
    "adelete",
    "asave",
}
ASKS_IN_SQL = {"execute", "executemany", "callproc", "copy_expert", "copy_from"}
ROWS_IN_SQL = {"raw", "extra"}


@dataclass(frozen=True)
class Finding:
    """One place that writes, the function it is in, and what it does there."""

    path: str
    line: int
    function: str
    does: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line} {self.function or 'the module'} {self.does}"


def writes(source: str, path: str) -> list[Finding]:
    """Every place in a module that writes or asks in SQL, or of which nobody can tell, in order."""
    found = list(_in_scope(read(source, path), path, ""))
    return sorted(set(found), key=lambda finding: (finding.line, finding.does))


def _in_scope(scope: Scope, path: str, function: str) -> Iterator[Finding]:
    called = {id(node.func): node for node in own_nodes(scope.node) if isinstance(node, ast.Call)}
    decorators = [each for inner in scope.below for each in inner.node.decorator_list]
    for node in [*own_nodes(scope.node), *decorators]:
        does = ""
        if isinstance(node, ast.Attribute):
            does = _by_name(scope, node.value, node.attr, called.get(id(node)))
        elif isinstance(node, ast.Call):
            does = _by_getattr(scope, node)
        if does:
            yield Finding(path, node.lineno, function, does)
    for inner in scope.below:
        yield from _in_scope(inner, path, f"{function}.{inner.name}".lstrip("."))


def _by_name(scope: Scope, holder: ast.expr, name: str, call: ast.Call | None) -> str:
    """What `holder.name` does, if it writes or asks in SQL; "" otherwise."""
    known = scope.what(holder)
    said = f"{ast.unparse(holder).splitlines()[0][:60]}.{name}"
    if known == CURSOR or (known.kind is Kind.UNKNOWN and call and name in ("execute", "executemany")):
        return f"asks in SQL: {said}" if name in ASKS_IN_SQL else ""
    if known.kind in (Kind.ROWS, Kind.RELATED, Kind.MODEL) and name in ROWS_IN_SQL:
        return f"asks in SQL: {said}"
    if known.kind is Kind.FOREIGN and name == "RawSQL":
        return f"asks in SQL: {said}"
    if _changes(known, name):
        return f"writes {known.kind} of {getattr(known.of, '__name__', 'a model')}: {said}"
    return f"may write, for all one can tell: {said}" if call and _may_change(known, name, call) else ""


def _changes(known: Known, name: str) -> bool:
    plain = name[1:] if name.startswith("a") and name[1:] in WRITES_TIES | WRITES_ROW else name
    if known.kind is Kind.ROWS:
        return plain in WRITES_ROWS | BEHIND
    if known.kind is Kind.RELATED:
        return plain in WRITES_TIES | BEHIND
    return known.kind in (Kind.ROW, Kind.MODEL) and plain in WRITES_ROW


def _may_change(known: Known, name: str, call: ast.Call) -> bool:
    """Whether a call on something unknown looks like a write: `update` of a queryset takes names, never a value."""
    if name in UNMISTAKABLE:
        return known.kind is not Kind.OWN
    if known.kind is not Kind.UNKNOWN:
        return False
    return name in ("save", "delete", "create") or (name == "update" and bool(call.keywords) and not call.args)


def _by_getattr(scope: Scope, call: ast.Call) -> str:
    """`getattr(row, "save")` is `row.save`; `RawSQL(…)` is SQL by its name."""
    match call:
        case ast.Call(func=ast.Name(id="getattr"), args=[holder, ast.Constant(value=str(name)), *_]):
            return _by_name(scope, holder, name, None)
        case ast.Call(func=ast.Name(id="RawSQL")):
            return "asks in SQL: RawSQL"
    return ""

"""Finds out what an expression of our code is: from imports, annotations, assignments and the models themselves.

A name may be bound more than once; then it is all of that, and the guard looks at the worst. Order does not matter.
"""

import ast
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from django.contrib.auth import get_user_model

from tests.guards import kinds, walk
from tests.guards.kinds import CURSOR, INNOCENT, UNKNOWN, Kind, Known, inside, merged, part

Thunk = Callable[[], Known]
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
SCOPES = (*FUNCTIONS, ast.ClassDef)


class Scope:
    """A module, a class or a function: the names bound in it, and how to find out what they are."""

    def __init__(self, node: Any, above: "Scope | None", name: str, dotted: str):
        self.node, self.above, self.name, self.dotted = node, above, name, dotted
        self.bound: dict[str, list[Thunk]] = {}
        self.busy: set[str] = set()
        self.below = [Scope(inner, self, inner.name, dotted) for inner in own_nodes(node) if isinstance(inner, SCOPES)]
        for inner in self.below:
            self.bind(inner.name, lambda inner=inner: inner.itself())
        if isinstance(node, FUNCTIONS):
            self._bind_arguments(node.args)
        for inner in own_nodes(node):
            self._bind_statement(inner)

    def itself(self) -> Known:
        """What the name of this class or function is."""
        if not isinstance(self.node, ast.ClassDef):
            is_property = any("property" in ast.unparse(each) for each in self.node.decorator_list)
            return self.annotation(self.node.returns) if is_property else Known(Kind.FUNCTION, self)
        if (self.dotted.partition(".")[0], self.name) in kinds.models_by_name() and "models" in self.dotted:
            return kinds.of_name(f"{self.dotted}.{self.name}")
        return Known(Kind.OWN_CLASS, self)

    def instance(self) -> Known:
        """What `self` is in a method of this class."""
        known = self.itself()
        if known.kind is Kind.MODEL:
            return Known(Kind.ROW, known.of)
        for base in self.node.bases:
            name = ast.unparse(base.value if isinstance(base, ast.Subscript) else base)
            if name.endswith(("QuerySet", "Manager")):
                return Known(Kind.ROWS, self.annotation(base.slice).of if isinstance(base, ast.Subscript) else None)
            if name.endswith(("Model", "ModelForm", "Kept", "OfCase")):
                return Known(Kind.ROW)
            inherited = self._made(self.what(base), UNKNOWN)
            if inherited.kind in (Kind.ROW, Kind.ROWS):
                return inherited
        return Known(Kind.OWN, self)

    def look_up(self, name: str) -> Known:
        """What a name is here, or further out."""
        if name in self.bound and name not in self.busy:
            return self.meaning(name)
        if self.above:
            above = self.above
            # What a class binds is seen by the class, not by its methods.
            while isinstance(above.node, ast.ClassDef) and above.above:
                above = above.above
            return above.look_up(name)
        return kinds.of_name(name) if name not in self.bound else UNKNOWN

    def meaning(self, name: str) -> Known:
        """All that a name bound here may be. A name that is explained by itself is unknown there."""
        if name in self.busy or name not in self.bound:
            return UNKNOWN
        self.busy.add(name)
        try:
            return merged([thunk() for thunk in self.bound[name]])
        finally:
            self.busy.discard(name)

    def member(self, name: str) -> Known:
        """What `object.name` is: by its class, or by the classes that one comes from."""
        if name in self.bound:
            return self.meaning(name)
        bases = [self.what(base) for base in self.node.bases]
        return merged([base.of.member(name) for base in bases if base.kind is Kind.OWN_CLASS] or [UNKNOWN])

    def bind(self, name: str, thunk: Thunk) -> None:
        """A name gets a meaning."""
        self.bound.setdefault(name, []).append(thunk)

    def _owner(self) -> "Scope | None":
        return self.above if self.above and isinstance(self.above.node, ast.ClassDef) else None

    def _bind_arguments(self, arguments: ast.arguments) -> None:
        every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
        owner = self._owner()
        for argument in every:
            self.bind(argument.arg, lambda argument=argument: self.annotation(argument.annotation))
        for argument in (arguments.vararg, arguments.kwarg):
            if argument:
                self.bind(argument.arg, lambda: INNOCENT)
        if owner and every and not any("staticmethod" in ast.unparse(each) for each in self.node.decorator_list):
            by_class = any("classmethod" in ast.unparse(each) for each in self.node.decorator_list)
            self.bound[every[0].arg] = [owner.itself if by_class else owner.instance]

    def _bind_statement(self, node: ast.AST) -> None:  # noqa: C901 - a line for each kind of statement
        match node:
            case ast.Import() | ast.ImportFrom():
                self._bind_imports(node)
            case ast.Assign():
                for target in node.targets:
                    self._bind_target(target, lambda: self.what(node.value))
            case ast.AnnAssign():
                self._bind_target(node.target, lambda: self.annotation(node.annotation))
            case ast.NamedExpr():
                self._bind_target(node.target, lambda: self.what(node.value))
            case ast.For() | ast.AsyncFor() | ast.comprehension():
                self._bind_target(node.target, lambda: inside(self.what(node.iter)))
            case ast.withitem() if node.optional_vars:
                self._bind_target(node.optional_vars, lambda: self.what(node.context_expr))
            case ast.ExceptHandler() if node.name:
                self.bind(node.name, lambda: INNOCENT)

    def _bind_imports(self, node: ast.Import | ast.ImportFrom) -> None:
        for alias in node.names:
            if isinstance(node, ast.ImportFrom):
                full = f"{node.module}.{alias.name}"
            else:
                full = alias.name if alias.asname else alias.name.partition(".")[0]
            self.bind(alias.asname or full.rpartition(".")[2], lambda full=full: imported(full))

    def _bind_target(self, target: ast.expr, thunk: Thunk) -> None:
        match target:
            case ast.Name():
                self.bind(target.id, thunk)
            case ast.Tuple() | ast.List():
                for place, inner in enumerate(target.elts):
                    self._bind_target(inner, lambda place=place: part(thunk(), place))
            case ast.Starred():
                self._bind_target(target.value, lambda: Known(Kind.MANY, thunk()))
            case ast.Attribute(value=ast.Name(id="self")):
                if owner := self._owner():
                    owner.bind(target.attr, thunk)

    def annotation(self, node: ast.expr | None) -> Known:  # noqa: C901 - a line for each kind of annotation
        """What something annotated so is."""
        match node:
            case None:
                return UNKNOWN
            case ast.Constant(value=str(words)):
                return self.annotation(ast.parse(words, mode="eval").body)
            case ast.Constant():
                return INNOCENT
            case ast.BinOp():
                return merged([self.annotation(node.left), self.annotation(node.right)])
            case ast.Subscript():
                return self._holder(node)
        name = ast.unparse(node).rpartition(".")[2]
        if name == "Self":
            return self._owner_instance()
        if name in ("Any", "object", "Model") or (len(name) == 1 and name.isupper()):
            return UNKNOWN
        if "Cursor" in name:
            return CURSOR
        if name.endswith(("QuerySet", "Manager")):
            known = self.what(node)
            return known.of.instance() if known.kind is Kind.OWN_CLASS else Known(Kind.ROWS)
        return self._made(self.what(node), INNOCENT)

    def _owner_instance(self) -> Known:
        scope: Scope | None = self
        while scope and not isinstance(scope.node, ast.ClassDef):
            scope = scope.above
        return scope.instance() if scope else UNKNOWN

    def _holder(self, node: ast.Subscript) -> Known:
        name = ast.unparse(node.value).rpartition(".")[2]
        parts = [
            self.annotation(each) for each in (node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice])
        ]
        if name.endswith(("QuerySet", "Manager")):
            return Known(Kind.ROWS, parts[0].of)
        if name == "type":
            return Known(Kind.MODEL, parts[0].of) if parts[0].kind is Kind.ROW else UNKNOWN
        if name in kinds.MAPS:
            return Known(Kind.MAP, parts[-1])
        if name.lower() == "tuple" and len(parts) > 1 and "..." not in ast.unparse(node):
            return Known(Kind.PAIR, tuple(parts))
        return Known(Kind.MANY, parts[0]) if name in kinds.HOLDERS else merged(parts)

    def _made(self, known: Known, otherwise: Known) -> Known:
        """What calling, or being of, a class gives."""
        if known.kind is Kind.MODEL:
            return Known(Kind.ROW, known.of)
        return known.of.instance() if known.kind is Kind.OWN_CLASS else otherwise

    def what(self, node: ast.expr | None) -> Known:  # noqa: C901 - a line for each kind of expression
        """What an expression is."""
        match node:
            case ast.Name():
                return self.look_up(node.id)
            case ast.Attribute():
                return self._attribute(self.what(node.value), node.attr)
            case ast.Call():
                return self._call(node)
            case ast.Subscript():
                return self._subscript(self.what(node.value), node.slice)
            case ast.Await() | ast.NamedExpr() | ast.Starred():
                return self.what(node.value)
            case ast.IfExp():
                return merged([self.what(node.body), self.what(node.orelse)])
            case ast.BoolOp():
                return merged([self.what(each) for each in node.values])
            case ast.Tuple():
                return Known(Kind.PAIR, tuple(self.what(each) for each in node.elts))
            case ast.List() | ast.Set():
                return Known(Kind.MANY, merged([self.what(each) for each in node.elts] or [INNOCENT]))
            case ast.ListComp() | ast.SetComp() | ast.GeneratorExp():
                return Known(Kind.MANY, self.what(node.elt))
            case ast.Dict():
                return Known(Kind.MAP, merged([self.what(each) for each in node.values] or [INNOCENT]))
            case ast.DictComp():
                return Known(Kind.MAP, self.what(node.value))
            case ast.BinOp():
                return merged([self.what(node.left), self.what(node.right)])
        return INNOCENT

    def _attribute(self, known: Known, name: str) -> Known:
        if name == "user" and known.kind in (Kind.UNKNOWN, Kind.INNOCENT, Kind.FOREIGN):
            return Known(Kind.ROW, get_user_model())  # request.user
        if name == "session" and known.kind is Kind.UNKNOWN:
            return INNOCENT  # request.session, which is no record
        if known.kind is Kind.MODEL:
            return Known(Kind.ROWS, known.of) if name in ("objects", "_base_manager", "_default_manager") else INNOCENT
        if known.kind is Kind.ROW:
            method = method_of_class(known.of, name)
            return method if method else kinds.attribute_of_row(known.of, name)
        if known.kind is Kind.ROWS and name in ("model", "instance"):
            return Known(Kind.MODEL if name == "model" else Kind.ROW, known.of)
        if known.kind in (Kind.OWN, Kind.OWN_CLASS):
            return known.of.member(name)
        if known.kind is Kind.MODULE:
            return imported(f"{known.of}.{name}")
        return kinds.of_name(f"{known.of}.{name}") if known.kind is Kind.FOREIGN else known

    def _call(self, node: ast.Call) -> Known:
        first = self.what(node.args[0]) if node.args else UNKNOWN
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        plain = isinstance(node.func, ast.Name) or name in ("copy", "deepcopy")
        if plain and (known := self._builtin(name, node, first)):
            return known
        if isinstance(node.func, ast.Attribute):
            holder = self.what(node.func.value)
            if name == "cursor":
                return CURSOR
            if holder.kind in (Kind.ROWS, Kind.RELATED):
                return kinds.method_of_rows(holder, name)
            if holder.kind in (Kind.MANY, Kind.MAP, Kind.PAIR):
                return kinds.method_of_holder(holder, name)
        function = self.what(node.func)
        if function.kind is Kind.FUNCTION:
            return function.of.annotation(function.of.node.returns)
        return self._made(function, INNOCENT if function.kind is Kind.INNOCENT else UNKNOWN)

    def _builtin(self, name: str, node: ast.Call, first: Known) -> Known | None:
        if name in ("next", "max", "min"):
            return inside(first)
        if name in ("copy", "deepcopy", "cast"):
            return self.annotation(node.args[0]) if name == "cast" else first
        if name == "get_object_or_404":
            return Known(Kind.ROW, first.of)
        if name == "get_user_model":
            return Known(Kind.MODEL, get_user_model())
        if name == "super":
            return self._owner_instance()
        if name in kinds.HOLDERS:
            return Known(Kind.MANY, inside(first) if node.args else INNOCENT)
        if name == "zip":
            return Known(Kind.MANY, Known(Kind.PAIR, tuple(inside(self.what(each)) for each in node.args)))
        return Known(Kind.MANY, Known(Kind.PAIR, (INNOCENT, inside(first)))) if name == "enumerate" else None

    def _subscript(self, known: Known, place: ast.expr) -> Known:
        if isinstance(place, ast.Slice):
            return known
        if known.kind is Kind.MAP:
            return known.of
        if known.kind is Kind.PAIR and isinstance(place, ast.Constant) and isinstance(place.value, int):
            return part(known, place.value)
        return inside(known)


def own_nodes(node: Any) -> Iterator[ast.AST]:
    """Everything in a scope but what is in the scopes within it."""
    waiting = list(node.body)
    while waiting:
        inner = waiting.pop()
        yield inner
        if not isinstance(inner, SCOPES):
            waiting.extend(ast.iter_child_nodes(inner))


def read(source: str, path: str) -> Scope:
    """A module, from its text."""
    dotted = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    return Scope(ast.parse(source, filename=path), None, "", dotted)


@cache
def module(dotted: str) -> Scope | None:
    """A module of ours, by its name."""
    stem = dotted.replace(".", "/")
    path = next((path for path in (f"{stem}.py", f"{stem}/__init__.py") if path in walk.files()), None)
    return read(walk.text(path), path) if path else None


def imported(full: str) -> Known:
    """What an imported name is: one of our modules, something in one, or a name from elsewhere."""
    top, name = full.partition(".")[0], full.rpartition(".")[2]
    if top not in walk.APPS or ("models" in full and (top, name) in kinds.models_by_name()):
        return kinds.of_name(full)
    if module(full):
        return Known(Kind.MODULE, full)
    home = module(full.rpartition(".")[0])
    return home.look_up(name) if home else UNKNOWN


def method_of_class(model: Any, name: str) -> Known | None:
    """A method or property that one of our models gives itself."""
    home = module(model.__module__) if model and model.__module__.partition(".")[0] in walk.APPS else None
    for scope in home.below if home else []:
        if scope.name == model.__name__ and name in {inner.name for inner in scope.below}:
            return scope.meaning(name)
    return None

"""What the guards walk: our files, our sources, our models, our URLs."""

import ast
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver

ROOT = Path(__file__).resolve().parents[2]
APPS = ("camden", "cases", "supervision", "conferences", "training")


@cache
def files() -> tuple[str, ...]:
    """Every file a commit of everything would hold, from the top of the repository."""
    words = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    return tuple(sorted(name for name in set(listed) if name and (ROOT / name).is_file()))


@cache
def text(name: str) -> str:
    """What is in a file; nothing when it is not text."""
    return (ROOT / name).read_bytes().decode("utf-8", errors="ignore")


def sources(*tops: str) -> Iterator[str]:
    """Our own Python files beneath these folders; without any, all of the five apps. Migrations are left out."""
    for name in files():
        if name.endswith(".py") and name.split("/")[0] in (tops or APPS) and "/migrations/" not in name:
            yield name


@cache
def tree(name: str) -> ast.Module:
    """A Python file, read."""
    return ast.parse(text(name), filename=name)


def our_models() -> list[type[Model]]:
    """Every model of the five apps, history's own among them."""
    return [model for model in apps.get_models() if model._meta.app_label in APPS]


def is_event(model: type[Model]) -> bool:
    """Whether a model is the history of another."""
    return hasattr(model, "pgh_tracked_model")


@dataclass(frozen=True)
class Url:
    """One address of the service: its name, an example of it, and the view behind."""

    name: str
    path: str
    view: Any
    keys: tuple[str, ...]


# An example for each kind of value in an address, by the converter that reads it or the expression it must match.
EXAMPLES = {"int": "1", "str": "x", "slug": "x", "path": "x", "uuid": "00000000-0000-4000-8000-000000000000"}


def urls(
    patterns: Iterable[URLPattern | URLResolver] | None = None, before: str = "", names: str = ""
) -> Iterator[Url]:
    """Every address of the URLconf, or of `patterns`. The path is an example that resolves to the view."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        path = before + _example(pattern)
        if isinstance(pattern, URLResolver):
            space = f"{names}{pattern.namespace}:" if pattern.namespace else names
            yield from urls(pattern.url_patterns, path, space)
        else:
            yield Url(f"{names}{pattern.name or ''}", path, pattern.callback, tuple(pattern.pattern.regex.groupindex))


def _example(pattern: URLPattern | URLResolver) -> str:
    route = str(pattern.pattern)
    for name, converter in getattr(pattern.pattern, "converters", {}).items():
        kind = type(converter).__name__.removesuffix("Converter").lower().replace("string", "str")
        route = route.replace(f"<{kind}:{name}>", EXAMPLES[kind]).replace(f"<{name}>", EXAMPLES[kind])
    for name in pattern.pattern.regex.groupindex:
        while (start := route.find(f"(?P<{name}>")) >= 0:  # a regular expression: one letter fits all of ours
            route = route[:start] + "x" + route[route.index(")", start) + 1 :]
    return route.removeprefix("^").removesuffix("$")

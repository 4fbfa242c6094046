"""What an expression of our code may be, as far as writing is concerned."""

import builtins
import sys
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models


class Kind(StrEnum):
    """Kinds of things. `Known.of` says more: a model, the part inside, the parts of a pair."""

    MODEL = "a model"
    ROWS = "a manager or queryset"
    RELATED = "a related manager"
    ROW = "a row of a model"
    MANY = "many of"
    PAIR = "parts"
    MAP = "values by key"
    OWN_CLASS = "a class of ours"
    OWN = "an object of ours"
    FUNCTION = "a function of ours"
    MODULE = "a module of ours"
    FOREIGN = "a name from elsewhere"
    CURSOR = "a cursor"
    INNOCENT = "something that is no row"
    UNKNOWN = "something unknown"


@dataclass(frozen=True)
class Known:
    """What is known of an expression."""

    kind: Kind
    of: Any = None


LEAST_WORRYING = (Kind.UNKNOWN, Kind.FOREIGN, Kind.INNOCENT)
INNOCENT, UNKNOWN, CURSOR = Known(Kind.INNOCENT), Known(Kind.UNKNOWN), Known(Kind.CURSOR)

ONE = {"get", "first", "last", "earliest", "latest", "create"}
ONE_AND_WHETHER = {"get_or_create", "update_or_create"}
PLAIN = {"count", "exists", "aggregate", "update", "delete", "explain", "contains", "bulk_update"}
HOLDERS = {"list", "sorted", "tuple", "set", "frozenset", "reversed", "iter", "deque", "List", "Set", "Tuple"}
HOLDERS |= {"Sequence", "Iterable", "Iterator", "Collection", "Generator", "AsyncIterator"}
MAPS = {"dict", "defaultdict", "Mapping", "MutableMapping", "Dict"}


def merged(found: list[Known]) -> Known:
    """One of several things it may be: whichever a guard worries about most. Of an empty tuple, nothing."""

    def worry(known: Known) -> int:
        return LEAST_WORRYING.index(known.kind) if known.kind in LEAST_WORRYING else -1

    return min(found, key=worry, default=INNOCENT)


def inside(known: Known) -> Known:
    """What one gets by walking along it."""
    if known.kind in (Kind.ROWS, Kind.RELATED):
        return Known(Kind.ROW, known.of)
    if known.kind is Kind.MANY:
        return known.of
    if known.kind is Kind.PAIR:
        return merged(list(known.of))
    return INNOCENT if known.kind in (Kind.INNOCENT, Kind.MAP) else UNKNOWN


def part(known: Known, place: int) -> Known:
    """What the name at that place gets when it is taken apart."""
    if known.kind is Kind.PAIR:
        return known.of[place] if place < len(known.of) else UNKNOWN
    return inside(known)


@cache
def models_by_name() -> dict[tuple[str, str], type[models.Model]]:
    """Every model of the service by its top package and its name."""
    return {(model.__module__.partition(".")[0], model.__name__): model for model in apps.get_models()}


def of_name(dotted: str) -> Known:
    """What a name from outside our packages is."""
    top, last = dotted.partition(".")[0], dotted.rpartition(".")[2]
    if "models" in dotted and (top, last) in models_by_name():
        return Known(Kind.MODEL, models_by_name()[top, last])
    if top in sys.stdlib_module_names or hasattr(builtins, dotted):
        return INNOCENT
    return Known(Kind.FOREIGN, dotted)


def attribute_of_row(model: type[models.Model] | None, name: str) -> Known:
    """What `row.name` is, by the model's fields and by what points at it."""
    if model is None:
        return UNKNOWN
    for relation in model._meta.related_objects:
        if relation.get_accessor_name() == name:
            return Known(Kind.ROW if relation.one_to_one else Kind.RELATED, relation.related_model)
    for field in [*model._meta.fields, *model._meta.many_to_many]:
        if field.name == name and field.is_relation:
            return Known(Kind.RELATED if field.many_to_many else Kind.ROW, field.related_model)
    return INNOCENT


def method_of_rows(known: Known, name: str) -> Known:
    """What a method of a manager or queryset gives. A question of our own is a queryset again."""
    row = Known(Kind.ROW, known.of)
    name = name[1:] if name.startswith("a") and name[1:] in ONE | ONE_AND_WHETHER | PLAIN else name
    if name in ONE:
        return row
    if name in ONE_AND_WHETHER:
        return Known(Kind.PAIR, (row, INNOCENT))
    if name in PLAIN:
        return INNOCENT
    if name in ("bulk_create", "iterator", "aiterator", "raw"):
        return Known(Kind.MANY, row)
    return Known(Kind.MAP, row) if name == "in_bulk" else Known(Kind.ROWS, known.of)


def method_of_holder(known: Known, name: str) -> Known:
    """What a method of a list or dictionary gives."""
    if known.kind is Kind.MANY:
        return known.of if name == "pop" else known if name == "copy" else INNOCENT
    if name in ("get", "pop", "setdefault"):
        return known.of
    if name == "values":
        return Known(Kind.MANY, known.of)
    return Known(Kind.MANY, Known(Kind.PAIR, (INNOCENT, known.of))) if name == "items" else INNOCENT

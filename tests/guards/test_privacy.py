"""Of every field somebody has said whether it is about a person."""

from django.db import models

from tests.guards import walk
from tests.guards.privacy import FIELDS, PERSONAL, PLAIN, classed


def unclassed(fields: set[str], table: dict[str, str]) -> list[str]:
    """Fields nobody classed, and classes of what is not there."""
    missing = [f"{name} is not classed in tests/guards/privacy.py" for name in sorted(fields - table.keys())]
    return missing + [f"{name} is classed and is not there" for name in sorted(table.keys() - fields)]


def fields_of(found: list[type[models.Model]]) -> set[str]:
    """Every field of these models; of history, those it has beside what it follows."""
    names = set()
    for model in found:
        own = {field.name for field in [*model._meta.local_fields, *model._meta.local_many_to_many]}
        if walk.is_event(model):
            followed = {field.name for field in model.pgh_tracked_model._meta.fields}
            own = {name for name in own - followed if not name.startswith("pgh_")}
        names |= {f"{model._meta.label}.{name}" for name in own}
    return names


def test_every_field_is_classed_as_personal_or_plain():
    assert unclassed(fields_of(walk.our_models()), classed()) == []


def test_a_field_is_classed_once():
    assert [name for name, (personal, plain) in FIELDS.items() if set(personal.split()) & set(plain.split())] == []


def test_a_field_nobody_classed_is_reported():
    table = {"cases.Visit.kind": PERSONAL, "cases.Visit.mood": PLAIN}
    assert unclassed({"cases.Visit.kind", "cases.Visit.words"}, table) == [
        "cases.Visit.words is not classed in tests/guards/privacy.py",
        "cases.Visit.mood is classed and is not there",
    ]

"""A day and who or why belong together in the database: neither is ever there without the other."""

from collections.abc import Iterator

from django.db import models
from django.test.utils import isolate_apps

from tests.guards import walk

PARTNERS = ("by", "reason", "why")
# "closed_on" and "closure_reason" are of one word: this many letters tell.
LETTERS = 4


def mentioned(condition: object) -> set[str]:
    """The fields a condition speaks about."""
    if isinstance(condition, models.Q):
        return {name for child in condition.children for name in mentioned(child)}
    if isinstance(condition, tuple):
        return {condition[0].partition("__")[0]} | mentioned(condition[1])
    if isinstance(condition, models.F):
        return {condition.name.partition("__")[0]}
    return {name for inner in getattr(condition, "get_source_expressions", list)() for name in mentioned(inner)}


def pairs(model: type[models.Model]) -> Iterator[tuple[str, str]]:
    """Each day or moment that may be empty, with the who or why beside it."""
    fields = [field for field in model._meta.local_fields if isinstance(field, models.DateField) and field.null]
    for day in fields:
        stem = day.name.removesuffix("_on").removesuffix("_at")
        for other in model._meta.local_fields:
            word, _, last = other.name.rpartition("_")
            if last in PARTNERS and word[:LETTERS] == stem[:LETTERS]:
                yield day.name, other.name


def unpaired(model: type[models.Model]) -> list[str]:
    """Pairs of the model that no constraint holds together."""
    held = [mentioned(each.condition) for each in model._meta.constraints if isinstance(each, models.CheckConstraint)]
    return [
        f"{model._meta.label}: no constraint pairs {day} with {other}"
        for day, other in pairs(model)
        if not any({day, other} <= names for names in held)
    ]


def test_a_day_and_its_who_or_why_are_paired_in_the_database():
    facts = [model for model in walk.our_models() if not walk.is_event(model)]
    assert [finding for model in facts for finding in unpaired(model)] == []
    assert [pair for model in facts for pair in pairs(model)], "there is a pair, so this test does something"


def test_a_day_without_its_who_is_reported():
    with isolate_apps("cases"):

        class Closing(models.Model):
            closed_on = models.DateField(null=True)
            closed_by = models.IntegerField(null=True)
            closure_reason = models.TextField(blank=True)
            opened_on = models.DateField()
            opening_reason = models.TextField()
            agreed_at = models.DateTimeField(null=True)
            agreed_by = models.IntegerField(null=True)

            class Meta:
                app_label = "cases"
                constraints = [
                    models.CheckConstraint(
                        condition=models.Q(closed_on=None, closure_reason="")
                        | models.Q(closed_on__isnull=False) & ~models.Q(closure_reason=""),
                        name="closing_with_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(agreed_at=None) | models.Q(closed_on__gte=models.F("opened_on")),
                        name="other",
                    ),
                ]

    assert unpaired(Closing) == [
        "cases.Closing: no constraint pairs closed_on with closed_by",
        "cases.Closing: no constraint pairs agreed_at with agreed_by",
    ]

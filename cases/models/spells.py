"""Constraints that spells of a child share: from a day until a day, one after the other."""

from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value


def one_after_the_other(name: str, condition: Q | None = None) -> ExclusionConstraint:
    """No two spells of one child share a day; a spell may begin on the day another ends. None: not ended."""
    days = Func(F("started_on"), F("ended_on"), Value("[)"), function="daterange", output_field=DateRangeField())
    return ExclusionConstraint(
        name=name,
        condition=condition,
        expressions=[(F("child"), RangeOperators.EQUAL), (days, RangeOperators.OVERLAPS)],
    )


def said_together(*fields: str, name: str) -> models.CheckConstraint:
    """Either all of these are known or none: a day, and who or why. Texts are "" when not known."""
    nothing: dict[str, Any] = {}
    everything = Q()
    for field in fields:
        is_text = not field.endswith(("_on", "_at", "_by"))
        nothing[field] = "" if is_text else None
        everything &= ~Q(**{field: ""}) if is_text else Q(**{f"{field}__isnull": False})
    return models.CheckConstraint(condition=Q(**nothing) | everything, name=name)


def not_their_own(one: str, other: str, name: str) -> models.CheckConstraint:
    """Who authorises is not who did the work (REFERENCE 12.4)."""
    return models.CheckConstraint(condition=Q(**{one: None}) | Q(**{other: None}) | ~Q(**{one: F(other)}), name=name)


def in_order(first: str, then: str, name: str) -> models.CheckConstraint:
    """The second day is not before the first; either may be empty."""
    return models.CheckConstraint(
        condition=Q(**{first: None}) | Q(**{then: None}) | Q(**{f"{then}__gte": F(first)}), name=name
    )

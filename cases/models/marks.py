"""What many facts of a record have in common: from whom one is kept, and that it can be taken back but not erased."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from camden.models import User


class KeptFrom(models.Model):
    """A fact that may be marked *not to be shared*, while it is written: with the family, or with some of its people.

    `kept_from` holds keys of members. The mark follows the fact into every header, projector page, family version,
    letter, plan, link, snippet and print: readings ask `cases.readings.audience.shown_to`, and nobody else filters.
    """

    is_kept_from_family = models.BooleanField(default=False, db_default=False)
    kept_from = ArrayField(
        models.BigIntegerField(),
        default=list,
        blank=True,
        db_default=models.Value([], ArrayField(models.BigIntegerField())),
    )

    class Meta:
        abstract = True


class Correctable(models.Model):
    """A fact that is final once saved, and can be taken back with a reason: it stays to be read, struck through."""

    struck_on = models.DateField(null=True, blank=True)
    struck_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    struck_why = models.TextField(blank=True, default="", db_default="")

    class Meta:
        abstract = True


def struck_whole(name: str) -> models.CheckConstraint:
    """A fact that was taken back says by whom and why."""
    return models.CheckConstraint(
        condition=Q(struck_on=None, struck_by=None, struck_why="")
        | (Q(struck_on__isnull=False, struck_by__isnull=False) & ~Q(struck_why="")),
        name=name,
    )


def one_of(*fields: str, name: str) -> models.CheckConstraint:
    """Exactly one of these keys is set."""
    either = Q()
    for chosen in fields:
        values: dict[str, Any] = {f"{field}__isnull": field != chosen for field in fields}
        either |= Q(**values)
    return models.CheckConstraint(condition=either, name=name)


def ends_after_it_starts(name: str) -> models.CheckConstraint:
    """From a day, until a day that is not earlier; either may be unknown."""
    return models.CheckConstraint(
        condition=Q(started_on=None) | Q(ended_on=None) | Q(ended_on__gte=models.F("started_on")), name=name
    )

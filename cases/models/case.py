"""The family's record, which is the unit of access."""

from typing import Any, Self, TypeVar

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.urls import reverse

from camden.models.base import Kept
from cases.access import involves, visible_cases

M = TypeVar("M", bound=models.Model)


class CaseQuerySet(models.QuerySet["Case"]):
    """Questions about many records."""

    def visible_to(self, user: Any) -> Self:
        """The records this person may see. The rule joins nothing, so it never doubles a row."""
        return self.filter(visible_cases(user))

    def of_worker(self, user: Any) -> Self:
        """The records of families this person works with, as far as they open to them."""
        return self.visible_to(user).filter(involves(user))

    def saying_whose(self, user: Any) -> Self:
        """Adds `is_theirs`: whether the person works with the family, or reads the record on another ground."""
        return self.annotate(is_theirs=involves(user))

    def open_on(self, day: Any) -> Self:
        """Records open on that day."""
        return self.filter(opened_on__lte=day).filter(models.Q(closed_on=None) | models.Q(closed_on__gt=day))

    def unallocated(self) -> Self:
        """Open records with a child in need whom nobody leads for."""
        waiting = self.model._meta.apps.get_model("cases.Episode").objects.without_lead()
        return self.filter(closed_on=None, pk__in=waiting.values("case"))


class OfCaseQuerySet(models.QuerySet[M]):
    """Questions about rows beneath a record."""

    def visible_to(self, user: Any) -> Self:
        """The rows whose record this person may see."""
        return self.filter(case__in=Case.objects.visible_to(user).values("pk"))


class OfCase(Kept):
    """Anything kept beneath a record. Row-level security reads `case_id`, which can never be empty."""

    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+", editable=False)

    objects = OfCaseQuerySet.as_manager()

    class Meta:
        abstract = True


@pghistory.track()
class Case(Kept):
    """One family's record. `team_ids` are the teams of its leads, kept by the function that allocates."""

    name = models.CharField(max_length=160)
    is_restricted = models.BooleanField(default=False)
    team_ids = ArrayField(models.BigIntegerField(), default=list)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closed_on=None) | models.Q(closed_on__gte=models.F("opened_on")),
                name="case_closes_after_it_opens",
            ),
        ]
        indexes = [
            GinIndex(fields=["team_ids"], name="case_teams"),
            models.Index(fields=["-opened_on", "-id"], name="case_newest"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("cases:detail", args=[self.pk])

"""The duty rota: who answers for a whole service for some hours, and what they may read meanwhile."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from camden.models.base import Kept
from camden.models.staff import Team, User


class DutyQuerySet(models.QuerySet["Duty"]):
    """Questions about the rota."""

    def now(self) -> Self:
        """Duties that run at this moment, by the database's clock: row-level security asks the same clock."""
        return self.filter(starts_at__lte=Now(), ends_at__gt=Now(), withdrawn_at=None)


class Duty(Kept):
    """One person's hours on duty for a team and all beneath it. Meanwhile, and no longer, they read its ordinary
    records, and each look is logged with the basis "duty". Written only by functions of `wall_people.sql`.
    """

    class Kind(models.TextChoices):
        DAY = "day", "Duty"
        OUT_OF_HOURS = "out-of-hours", "Out of hours"

    worker = models.ForeignKey(User, on_delete=models.PROTECT, related_name="duties")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="duties")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    planned_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = DutyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "duties"
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="duty_ends_after_it_starts"),
        ]
        indexes = [
            models.Index(fields=["worker", "ends_at"], name="duty_of_worker"),
            models.Index(fields=["team", "starts_at"], name="duty_of_team"),
        ]

    def __str__(self) -> str:
        return f"{self.worker}, {self.get_kind_display()}"

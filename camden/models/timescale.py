"""Timescales as an authority keeps them, the days it does not work, and how people want to be reminded."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from camden.models.base import Kept
from camden.models.staff import User


class TimescaleRowQuerySet(models.QuerySet["TimescaleRow"]):
    """Questions about rows of timescales."""

    def in_force(self, on: date) -> Self:
        """Rows that hold on that day."""
        begun = Q(begins_on=None, is_commenced=True) | Q(begins_on__lte=on)
        return self.filter(begun).filter(Q(ends_on=None) | Q(ends_on__gt=on))


class TimescaleRow(Kept):
    """One timescale from a day on: how much of which unit, whom it reminds, and whether it is switched on.

    Shipped rows are written again after each migrate (`camden.operations.rules.sync`), but never a row that people
    here changed (`edited_at`). What starts and stops a timescale is code, in each app's `rules/timescales`. Written
    only by functions of `wall_rules.sql`. Amounts in `unit` (wd, d, w, m, h), `warn_days` in working days.
    """

    code = models.CharField(max_length=8)
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=10)
    amount = models.SmallIntegerField(null=True)
    unit = models.CharField(max_length=2, blank=True)
    then_amount = models.SmallIntegerField(null=True)
    then_unit = models.CharField(max_length=2, blank=True)
    warn_days = models.PositiveSmallIntegerField(default=0)
    owner = models.CharField(max_length=24, blank=True)
    ladder = models.CharField(max_length=12, blank=True)
    basis = models.CharField(max_length=10)
    source = models.TextField(blank=True)
    silent = models.TextField(blank=True)
    begins_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    is_commenced = models.BooleanField(default=True)
    is_ticking = models.BooleanField(default=False)
    edited_at = models.DateTimeField(null=True)
    edited_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects = TimescaleRowQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["code", "begins_on"], name="a_timescale_begins_once_on_a_day", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=Q(edited_at=None, edited_by=None) | Q(edited_at__isnull=False, edited_by__isnull=False),
                name="who_edited_a_timescale_is_known",
            ),
            models.CheckConstraint(
                condition=Q(begins_on=None) | Q(ends_on=None) | Q(ends_on__gt=F("begins_on")),
                name="a_timescale_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.title}"


class LocalHoliday(Kept):
    """A day this council does not work, beside England's bank holidays: a one-off holiday, or an office closure."""

    closed_on = models.DateField(unique=True)
    name = models.CharField(max_length=120)
    added_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.name


class Workday(models.Model):
    """Every day of many years with its working-day number, so that SQL counts as Python does. Derived.

    `number` is how many working days there are up to and with this one; a day off has the number of the day before.
    """

    day_on = models.DateField(primary_key=True)
    number = models.IntegerField()
    is_working = models.BooleanField()

    class Meta:
        indexes = [models.Index(fields=["number"], condition=Q(is_working=True), name="workday_number")]

    def __str__(self) -> str:
        return f"{self.day_on}: {self.number}"


class Mute(Kept):
    """A kind of reminder somebody does not want. Never one of law, national guidance or a child's safety."""

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    work = models.CharField(max_length=24)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "work"], name="a_reminder_is_muted_once")]

    def __str__(self) -> str:
        return f"{self.work}, muted"


class CalendarFeed(Kept):
    """A private address under which a person's calendar programme reads their due days: initials only.

    The address holds a secret of which only the hash is kept. One that was revoked answers like one that never was.
    """

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    token_sha256 = models.CharField(max_length=64, unique=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(revoked_at=None), name="one_calendar_address_for_each_person"
            ),
        ]

    def __str__(self) -> str:
        return f"calendar of {self.person}"

"""Clocks: what is due for a child, derived from facts; and what people say about one."""

from collections.abc import Iterable
from datetime import date
from typing import Self

import pghistory
from django.db import models
from django.db.models import Q

from camden.models import User
from cases.models.case import OfCase, OfCaseQuerySet
from cases.models.member import Member
from cases.rules.works import BY_CODE


class ClockQuerySet(OfCaseQuerySet["Clock"]):
    """Questions about clocks."""

    def running(self) -> Self:
        """Neither met nor ended, the soonest first."""
        return self.filter(met_on=None, ended_on=None).order_by("due_on", "pk")

    def overdue(self, on: date) -> Self:
        """Running, and due before that day."""
        return self.running().filter(due_on__lt=on)

    def overdue_with(self, clock: "Clock", on: date) -> Self:
        """What is overdue in the same record and would be met by the same piece of work, with its child, by age."""
        work = BY_CODE[clock.rule].work if clock.rule in BY_CODE else ""
        alike = [code for code, rule in BY_CODE.items() if rule.work == work]
        found = self.overdue(on).filter(case=clock.case_id, rule__in=alike).select_related("child")
        return found.order_by("due_on", models.F("child__born_on").asc(nulls_last=True), "child", "pk")


class ClockExceptionQuerySet(OfCaseQuerySet["ClockException"]):
    """Questions about exceptions."""

    def to(self, clocks: Iterable["Clock"]) -> list["ClockException"]:
        """Those of these clocks, the first one first, with who wrote them down and who agreed."""
        named = {(each.child_id, each.rule, each.anchor_on) for each in clocks}
        found = self.filter(child__in={child for child, _, _ in named}).select_related("recorded_by", "agreed_by")
        return [
            each for each in found.order_by("recorded_on", "pk") if (each.child_id, each.rule, each.anchor_on) in named
        ]


class Clock(models.Model):
    """One round of one timescale for one child: where it counts from, when it is due, and what became of it.

    Derived from facts and rules alone, by `cases.operations.clocks`: it may be deleted and made again any day, so it
    has no history, and nobody types here. `amount` and `unit` are what was counted. `due_at` only for rules in hours.
    Running: `met_on` and `ended_on` are empty. Ended: it became unnecessary before it was met.
    """

    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="clocks")
    rule = models.CharField(max_length=8)
    anchor_on = models.DateField()
    anchor_at = models.DateTimeField(null=True)
    amount = models.SmallIntegerField()
    unit = models.CharField(max_length=2)
    due_on = models.DateField()
    due_at = models.DateTimeField(null=True)
    do_by = models.DateField()
    met_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)

    objects = ClockQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "rule", "anchor_on", "anchor_at"],
                name="a_clock_starts_once_from_a_moment",
                nulls_distinct=False,
            ),
            models.CheckConstraint(condition=Q(met_on=None) | Q(ended_on=None), name="met_or_ended_never_both"),
        ]
        indexes = [
            models.Index(fields=["case"], condition=Q(met_on=None, ended_on=None), name="clock_running_of_case"),
            models.Index(fields=["due_on", "case"], condition=Q(met_on=None, ended_on=None), name="clock_running_due"),
        ]

    def __str__(self) -> str:
        return f"{self.rule}, due {self.due_on}"


@pghistory.track()
class ClockException(OfCase):
    """Why a limit could not be kept, and who agreed to it. The clock runs on, and its lateness still counts.

    It names the clock by what never changes: the child, the rule and the day it counts from.
    """

    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    rule = models.CharField(max_length=8)
    anchor_on = models.DateField()
    reason = models.TextField()
    recorded_on = models.DateField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    agreed_on = models.DateField(null=True, blank=True)
    agreed_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = ClockExceptionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(agreed_on=None, agreed_by=None) | Q(agreed_on__isnull=False, agreed_by__isnull=False),
                name="an_agreed_exception_says_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(agreed_by=None) | ~Q(agreed_by=models.F("recorded_by")),
                name="an_exception_is_agreed_by_another",
            ),
        ]
        indexes = [models.Index(fields=["child", "rule"], name="clock_exception_of_child")]

    def __str__(self) -> str:
        return f"an exception to {self.rule}"


@pghistory.track()
class Snooze(OfCase):
    """Somebody put a reminder of a family off, and said why. Whoever it is told to next reads the reason."""

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    work = models.CharField(max_length=24)
    until_on = models.DateField()
    reason = models.TextField()
    snoozed_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["case", "work", "-until_on"], name="snooze_of_case")]

    def __str__(self) -> str:
        return f"{self.work} put off until {self.until_on}"

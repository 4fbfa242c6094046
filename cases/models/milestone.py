"""Bare dated facts of a child, for parts of the journey that have no form of their own yet."""

import pghistory
from django.db import models

from camden.models import User
from cases.models.case import OfCase
from cases.models.member import Member
from cases.rules.happenings import Happened


@pghistory.track()
class Milestone(OfCase):
    """One dated fact: what (a word of `Happened`), the day, and the minute where hours count.

    Looked-after periods, court, missing episodes and private fostering are told so until they have tables of their own.
    `struck_on` takes one back that was not so: it stays to be read, and no clock counts it.
    """

    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="milestones")
    kind = models.CharField(max_length=40)
    happened_on = models.DateField()
    happened_at = models.DateTimeField(null=True, blank=True)
    note = models.TextField(blank=True)
    recorded_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    struck_on = models.DateField(null=True, blank=True)
    struck_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    struck_why = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(struck_on=None, struck_by=None, struck_why="")
                | (models.Q(struck_on__isnull=False, struck_by__isnull=False) & ~models.Q(struck_why="")),
                name="a_struck_fact_says_who_and_why",
            ),
        ]
        indexes = [models.Index(fields=["case", "-happened_on"], name="milestone_of_case")]

    def __str__(self) -> str:
        return f"{Happened(self.kind).value.replace('-', ' ')}, {self.happened_on}"

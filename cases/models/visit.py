"""Visits: one event, linked to many children, with what was particular to each."""

import pghistory
from django.db import models
from django.db.models import Q
from django.urls import reverse

from camden.models import User
from cases.models.case import OfCase
from cases.models.member import Member


@pghistory.track()
class Visit(OfCase):
    """One visit by one worker on one day. Its account is in a table of its own (`VisitAccount`)."""

    class Kind(models.TextChoices):
        HOME = "home", "At home"
        SCHOOL = "school", "At school or nursery"
        OFFICE = "office", "At our office"
        OUT = "out", "Somewhere else"
        ONLINE = "online", "By video or phone"

    worker = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", editable=False)
    visited_on = models.DateField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    children = models.ManyToManyField(Member, through="cases.VisitChild", related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["case", "-visited_on", "-id"], name="visit_of_case"),
            models.Index(fields=["worker", "-visited_on"], name="visit_by_worker"),
        ]

    def __str__(self) -> str:
        return f"Visit on {self.visited_on}"

    def get_absolute_url(self) -> str:
        return reverse("cases:visit", args=[self.case_id, self.pk])


@pghistory.track()
class VisitAccount(OfCase):
    """What happened, in the worker's words. Apart, so that jobs which need days never read a narrative."""

    visit = models.OneToOneField(Visit, on_delete=models.PROTECT, related_name="account", primary_key=True)
    words = models.TextField()

    def __str__(self) -> str:
        return "the account of a visit"


@pghistory.track()
class VisitChild(OfCase):
    """One child in one visit: only what the worker said. A child nothing was said about has no row.

    Seen alone is a question for a child who was seen; for a baby, a sleeping child or one who would not, the answer
    is "does not apply", which is neither yes nor no. Which of them a form offers follows from the child's age: see
    `cases.rules.visits.ways_to_be_seen`.
    """

    class Seen(models.TextChoices):
        ALONE = "alone", "Seen alone"
        WITH_OTHERS = "with-others", "Seen with others there"
        ASLEEP_OR_BABY = "asleep-or-baby", "Seen; a baby, or asleep"
        NOT_SEEN = "not-seen", "Not seen"
        UNBORN = "unborn", "Unborn; talked about"

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="parts")
    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="visit_parts")
    seen = models.CharField(max_length=16, choices=Seen.choices)
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["visit", "child"], name="a_child_is_once_in_a_visit"),
            models.CheckConstraint(
                condition=Q(seen__in=["alone", "with-others", "asleep-or-baby", "not-seen", "unborn"]),
                name="seen_is_said_in_one_of_five_ways",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.child}: {self.get_seen_display()}"

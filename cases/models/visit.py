"""Visits: one event, linked to many children, with what was particular to each."""

from typing import Self

import pghistory
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse

from camden.models import User
from cases.models.case import OfCase, OfCaseQuerySet
from cases.models.marks import Correctable, KeptFrom, struck_whole
from cases.models.member import Household, Member
from cases.models.spells import said_together
from cases.rules.recording import INTERPRETING, VISIT_MISSED, VISIT_PURPOSE


@pghistory.track()
class Visit(OfCase, KeptFrom, Correctable):
    """One visit by one worker on one day. Its account is in a table of its own (`VisitAccount`), and may come later.

    `missed_why` says why an unsuccessful visit was one; nobody was seen in it. `ended_at` is where the write-up's own
    clock (CP15) counts from, where the minute is known.
    """

    class Kind(models.TextChoices):
        HOME = "home", "At home"
        SCHOOL = "school", "At school or nursery"
        OFFICE = "office", "At our office"
        OUT = "out", "Somewhere else"
        ONLINE = "online", "By video or phone"

    worker = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", editable=False)
    visited_on = models.DateField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    purpose = models.CharField(
        max_length=12, choices=list(VISIT_PURPOSE.items()), blank=True, default="", db_default=""
    )
    missed_why = models.CharField(
        max_length=10, choices=list(VISIT_MISSED.items()), blank=True, default="", db_default=""
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    companion = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    interpreting = models.CharField(
        max_length=12, choices=list(INTERPRETING.items()), blank=True, default="", db_default=""
    )
    children = models.ManyToManyField(Member, through="cases.VisitChild", related_name="+")

    class Meta:
        constraints = [
            struck_whole("a_struck_visit_says_who_and_why"),
            models.CheckConstraint(
                condition=Q(companion=None) | ~Q(companion=models.F("worker")), name="nobody_accompanies_themselves"
            ),
        ]
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
    """What the worker saw and heard (`words`), and apart from it what they think it means. None until it is written up.

    A table of its own, so that jobs which need days never read a narrative.
    """

    visit = models.OneToOneField(Visit, on_delete=models.PROTECT, related_name="account", primary_key=True)
    words = models.TextField()
    meaning = models.TextField(blank=True, default="", db_default="")
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    def __str__(self) -> str:
        return "the account of a visit"


@pghistory.track()
class VisitChild(OfCase):
    """One child in one visit: only what the worker said. A child nothing was said about has no row.

    Seen alone is a question for a child who was seen; for a baby, a sleeping child or one who chose not to, the answer
    is "does not apply", which is neither yes nor no. Which of them a form offers follows from the child's age: see
    `cases.rules.visits.ways_to_be_seen`. What the child said is a `Quote`.
    """

    class Seen(models.TextChoices):
        ALONE = "alone", "Seen alone"
        WITH_OTHERS = "with-others", "Seen with others there"
        ASLEEP = "asleep", "Seen asleep"
        OBSERVED = "observed", "Observed with their carer"
        NOT_SEEN = "not-seen", "Not seen"
        UNBORN = "unborn", "Unborn; talked about"

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="parts")
    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="visit_parts")
    seen = models.CharField(max_length=16, choices=Seen.choices)
    chose_company = models.BooleanField(default=False, db_default=False)
    saw_bedroom = models.BooleanField(null=True, default=None)
    why_not = models.CharField(max_length=200, blank=True, default="", db_default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["visit", "child"], name="a_child_is_once_in_a_visit"),
            models.CheckConstraint(
                condition=Q(seen__in=["alone", "with-others", "asleep", "observed", "not-seen", "unborn"]),
                name="seen_is_said_in_one_of_six_ways",
            ),
            models.CheckConstraint(
                condition=Q(chose_company=False) | Q(seen="with-others"), name="who_chose_company_was_seen_with_others"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.child}: {self.get_seen_display()}"


class PlannedVisitQuerySet(OfCaseQuerySet["PlannedVisit"]):
    """Questions about planned visits."""

    def waiting(self) -> Self:
        """Neither made nor called off. One whose visit was taken back waits again."""
        return self.filter(Q(visit=None) | Q(visit__struck_on__isnull=False), called_off_on=None)


@pghistory.track()
class PlannedVisit(OfCase):
    """A visit somebody means to make: the day, the time if one was agreed, who comes with them. `visit` is what came
    of it, made or unsuccessful; one that will not take place was called off, and says why."""

    worker = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    planned_on = models.DateField()
    starts = models.TimeField(null=True, blank=True)
    kind = models.CharField(max_length=10, choices=Visit.Kind.choices, default=Visit.Kind.HOME)
    purpose = models.CharField(max_length=12, choices=list(VISIT_PURPOSE.items()), blank=True, default="")
    household = models.ForeignKey(Household, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    companion = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    remark = models.CharField(max_length=200, blank=True, default="")
    planned_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    visit = models.OneToOneField(Visit, null=True, blank=True, on_delete=models.PROTECT, related_name="plan")
    called_off_on = models.DateField(null=True, blank=True)
    called_off_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    called_off_why = models.CharField(max_length=200, blank=True, default="")

    objects = PlannedVisitQuerySet.as_manager()

    class Meta:
        constraints = [
            said_together(
                "called_off_on", "called_off_by", "called_off_why", name="a_visit_called_off_says_who_and_why"
            ),
            models.CheckConstraint(
                condition=Q(visit=None) | Q(called_off_on=None), name="a_visit_made_was_not_called_off"
            ),
        ]
        indexes = [
            models.Index(
                fields=["worker", "planned_on"],
                condition=Q(visit=None, called_off_on=None),
                name="planned_visit_of_worker",
            ),
            models.Index(fields=["case", "planned_on"], name="planned_visit_of_case"),
        ]

    def __str__(self) -> str:
        return f"a visit planned for {self.planned_on}"

    def get_absolute_url(self) -> str:
        return reverse("cases:planned-visit", args=[self.case_id, self.pk])

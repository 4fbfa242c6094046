"""A family group conference, its stages and its meeting."""

from typing import Any, Self, TypeVar

import pghistory
from django.db import models
from django.db.models import BooleanField, ExpressionWrapper, F, OuterRef, Q, Subquery
from django.urls import reverse

from camden.models import User
from cases.models.case import OfCase
from conferences.access import coordinated_by, visible_conferences
from conferences.rules.consent import THRESHOLD_SAYS
from conferences.rules.stages import Stage

M = TypeVar("M", bound=models.Model)


class OfConferenceQuerySet(models.QuerySet[M]):
    """Questions about rows of conferences."""

    def visible_to(self, user: Any) -> Self:
        """The rows this person may see: with the record, or as the family's coordinator without it."""
        return self.filter(visible_conferences(user))

    def seen_by(self, user: Any) -> Self:
        """Adds `is_convened`: whether this person coordinates it, so that the coordinator's own pages are theirs."""
        return self.annotate(is_convened=ExpressionWrapper(coordinated_by(user), output_field=BooleanField()))


class ConferenceQuerySet(OfConferenceQuerySet["FamilyConference"]):
    """Questions about conferences."""

    def coordinated_by(self, user: Any) -> Self:
        """The conferences of the families this person coordinates for at present."""
        return self.filter(coordinated_by(user))

    def with_stage(self) -> Self:
        """Adds `stage`, where each stands, and `stage_on`, since when."""
        last = ConferenceStage.objects.filter(conference=OuterRef("pk")).order_by("-pk")
        return self.annotate(
            stage=Subquery(last.values("stage")[:1]),
            stage_on=Subquery(last.values("happened_on")[:1]),
        )

    def with_mandate(self) -> Self:
        """Adds what a manager said last: `mandate_words`, `mandate_by` (a name) and `mandate_on`."""
        mandates = self.model._meta.apps.get_model("conferences.Mandate").objects
        last = mandates.filter(conference=OuterRef("pk")).order_by("-pk")
        return self.annotate(
            mandate_words=Subquery(last.values("words")[:1]),
            mandate_by=Subquery(last.values("given_by__name")[:1]),
            mandate_on=Subquery(last.values("given_on")[:1]),
        )


@pghistory.track()
class FamilyConference(OfCase):
    """One offer of a conference, and what came of it. Where it stands is the last of its stages.

    `before_proceedings` says whether the offer is one that must be made before court (Children Act 1989 s31ZA; not in
    force at a day we know, so it advises and never blocks); None: nobody said. `plan_given_on` is the day the family's
    plan was handed over and waits for an answer since. `threshold` is what changed when it was offered, empty where
    nobody said. `planned_on`, `starts` and `place` are the meeting to come; no paper holds another address.
    `asks_no_more`: the family does not want to be asked how it went.
    """

    referred_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    referred_on = models.DateField()
    coordinator = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    before_proceedings = models.BooleanField(null=True, default=None)
    plan_given_on = models.DateField(null=True, blank=True)
    threshold = models.CharField(
        max_length=14, choices=[(t.value, says) for t, says in THRESHOLD_SAYS.items()], blank=True, default=""
    )
    planned_on = models.DateField(null=True, blank=True)
    starts = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True, default="")
    asks_no_more = models.BooleanField(default=False)

    objects = ConferenceQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["case", "-referred_on", "-id"], name="conference_of_case"),
            models.Index(fields=["coordinator"], condition=Q(coordinator__isnull=False), name="conference_coordinator"),
        ]

    def __str__(self) -> str:
        return "a family group conference"

    def get_absolute_url(self) -> str:
        return reverse("conferences:conference", args=[self.case_id, self.pk])


class OfConference(OfCase):
    """Anything kept beneath a conference."""

    conference = models.ForeignKey(FamilyConference, on_delete=models.PROTECT, related_name="+", editable=False)

    objects = OfConferenceQuerySet.as_manager()

    class Meta:
        abstract = True


@pghistory.track()
class ConferenceStage(OfConference):
    """One step on the way: which, on which day, who said so, and why where that matters."""

    stage = models.CharField(max_length=20, choices=[(s.value, s.label) for s in Stage])
    happened_on = models.DateField()
    said_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(stage__in=["exempt", "paused", "withdrawn", "no-plan"]) | ~Q(reason=""),
                name="a_stop_or_an_exemption_says_why",
            ),
        ]
        indexes = [
            models.Index(fields=["conference", "-id"], include=["stage", "happened_on"], name="stage_of_conference")
        ]

    def __str__(self) -> str:
        return Stage(self.stage).label


@pghistory.track()
class FamilyMeeting(OfConference):
    """The day the family met. Of its time alone two times are kept and nothing else: no minutes, no length.

    How many came is kept by side and not by name; `father_came` is None for a child without a father who could be
    asked. `children_with_advocate` are those who were not there and had somebody who spoke for them.
    """

    held_on = models.DateField()
    place = models.CharField(max_length=120, blank=True)
    private_from = models.TimeField(null=True, blank=True)
    private_until = models.TimeField(null=True, blank=True)
    mothers_side = models.PositiveSmallIntegerField(null=True, blank=True)
    fathers_side = models.PositiveSmallIntegerField(null=True, blank=True)
    others = models.PositiveSmallIntegerField(null=True, blank=True)
    professionals = models.PositiveSmallIntegerField(null=True, blank=True)
    father_came = models.BooleanField(null=True, default=None)
    children_there = models.PositiveSmallIntegerField(null=True, blank=True)
    children_with_advocate = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conference", "held_on"], name="a_family_meets_once_a_day"),
            models.CheckConstraint(
                condition=Q(private_until=None)
                | Q(private_from__isnull=False) & Q(private_until__gt=F("private_from")),
                name="private_time_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return "the family met"

"""A family group conference, its stages, its meeting, and what the agency may agree to there."""

from typing import Any, Self, TypeVar

import pghistory
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.urls import reverse

from camden.models import User
from cases.models.case import OfCase
from conferences.access import coordinated_by, visible_conferences
from conferences.rules.stages import Stage

M = TypeVar("M", bound=models.Model)


class OfConferenceQuerySet(models.QuerySet[M]):
    """Questions about rows of conferences."""

    def visible_to(self, user: Any) -> Self:
        """The rows this person may see: with the record, or as the family's coordinator without it."""
        return self.filter(visible_conferences(user))


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
        last = Mandate.objects.filter(conference=OuterRef("pk")).order_by("-pk")
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
    plan was handed over and waits for an answer since.
    """

    referred_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    referred_on = models.DateField()
    coordinator = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    before_proceedings = models.BooleanField(null=True, default=None)
    plan_given_on = models.DateField(null=True, blank=True)

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
class Mandate(OfConference):
    """What the manager said before the meeting that the worker may agree to there. A later one replaces it."""

    words = models.TextField()
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    given_on = models.DateField()

    def __str__(self) -> str:
        return f"what {self.given_by} said may be agreed"


@pghistory.track()
class FamilyMeeting(OfConference):
    """The day the family met. Of its time alone two times are kept and nothing else: no minutes, no length."""

    held_on = models.DateField()
    place = models.CharField(max_length=120, blank=True)
    private_from = models.TimeField(null=True, blank=True)
    private_until = models.TimeField(null=True, blank=True)

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

"""Groups that meet for supervision, and who belongs to them from when until when."""

from typing import Any, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from camden.models import Team, User
from camden.models.base import Kept
from supervision.access import visible_groups

# The days on which a group may meet, as `date.weekday` counts them.
WEEKDAY = {0: "Monday", 1: "Tuesday", 2: "Wednesday", 3: "Thursday", 4: "Friday"}


class GroupQuerySet(models.QuerySet["Group"]):
    """Questions about groups."""

    def visible_to(self, user: Any) -> Self:
        """Groups of the person's own teams, and groups they belong to now as more than a guest."""
        return self.filter(visible_groups(user))

    def told_whose(self, user: Any) -> Self:
        """With `is_mine`: whether the person belongs to each now, as more than a guest."""
        mine = GroupMember.objects.filter(group=models.OuterRef("pk"), person=user, ended_on=None)
        return self.annotate(is_mine=models.Exists(mine.exclude(as_what=GroupMember.As.GUEST)))

    def meeting(self) -> Self:
        """Those that still meet, by name."""
        return self.filter(ended_on=None).order_by("name", "pk")


class Group(Kept):
    """People who meet for supervision: a pod, its senior practitioner, and a clinician or mentor who joins them.

    It meets every `cadence_weeks` weeks on a `weekday` at `starts`, for `minutes`; a group that has not said yet
    plans each session by hand.
    """

    class Kind(models.TextChoices):
        POD = "pod", "A pod"
        EARLY_HELP = "early-help", "Early help"
        OTHER = "other", "Another group"

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    senior_practitioner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    clinician = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.POD, db_default="pod")
    cadence_weeks = models.PositiveSmallIntegerField(
        choices=[(1, "Every week"), (2, "Every two weeks")], default=1, db_default=1
    )
    weekday = models.PositiveSmallIntegerField(choices=list(WEEKDAY.items()), null=True, blank=True)
    starts = models.TimeField(null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(
        default=120, db_default=120, validators=[MinValueValidator(30), MaxValueValidator(240)]
    )
    ended_on = models.DateField(null=True, blank=True)

    objects = GroupQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["team", "name"], name="a_team_calls_one_group_so"),
            models.CheckConstraint(
                condition=Q(minutes__gte=30, minutes__lte=240), name="a_group_meets_for_half_an_hour_to_four_hours"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class GroupMember(Kept):
    """A person's place in a group, from a day until a day, and as what.

    A guest (of adult social care, of another service) sees the sessions they take part in and no other.
    """

    class As(models.TextChoices):
        WORKER = "worker", "Works with families"
        CLINICIAN = "clinician", "Clinician"
        MENTOR = "mentor", "Systemic mentor"
        GUEST = "guest", "Guest from another service"

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    as_what = models.CharField(max_length=9, choices=As.choices, default=As.WORKER, db_default="worker")
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "person"], condition=Q(ended_on=None), name="in_a_group_once"),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=models.F("started_on")),
                name="a_place_in_a_group_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} in {self.group}"

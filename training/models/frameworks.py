"""What people are asked to be able to do, version by version, and what somebody's learning shows of it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from camden.models import Employment, User
from camden.models.base import Kept
from training.models.learning import Learning, Piece
from training.rules.ladder import Hours, Step


class Framework(Kept):
    """One framework in one version, with the days it holds, both included (none: no end known).

    `grades` are those of an employment; empty: for every social worker. Its titles are a draft's until `checked_on`.
    """

    code = models.SlugField(max_length=20, unique=True)
    title = models.CharField(max_length=160)
    source = models.CharField(max_length=200)
    from_on = models.DateField(null=True, blank=True)
    until_on = models.DateField(null=True, blank=True)
    grades = ArrayField(models.CharField(max_length=20, choices=Employment.Grade.choices), default=list, blank=True)
    checked_on = models.DateField(null=True, blank=True)
    checked_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(from_on=None) | Q(until_on=None) | Q(until_on__gte=F("from_on")),
                name="a_framework_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(checked_on=None, checked_by=None) | Q(checked_on__isnull=False, checked_by__isnull=False),
                name="who_checked_a_framework_is_known",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Capability(Kept):
    """One area of a framework. `code` is "kss.6": the framework's code and its place. Never written over."""

    framework = models.ForeignKey(Framework, on_delete=models.PROTECT, related_name="areas")
    code = models.CharField(max_length=24, unique=True)
    place = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)

    class Meta:
        verbose_name_plural = "capabilities"
        constraints = [
            models.UniqueConstraint(fields=["framework", "place"], name="one_area_for_each_place_of_a_framework"),
        ]

    def __str__(self) -> str:
        return self.title


class Correspondence(Kept):
    """What an area of one framework is close to in another: a reading, which changes no link that was made."""

    area = models.ForeignKey(Capability, on_delete=models.PROTECT, related_name="close_to")
    now = models.ForeignKey(Capability, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["area", "now"], name="an_area_is_close_to_another_once"),
            models.CheckConstraint(condition=~Q(area=F("now")), name="an_area_is_close_to_another"),
        ]

    def __str__(self) -> str:
        return f"{self.area_id} is close to {self.now_id}"


class CapabilityLink(Kept):
    """What a piece, or something learned from, shows: as its person linked it on a day, whatever comes after.

    The end of a framework takes no link away. It is taken back by its person alone.
    """

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    capability = models.ForeignKey(Capability, on_delete=models.PROTECT, related_name="+")
    piece = models.ForeignKey(Piece, null=True, blank=True, on_delete=models.PROTECT, related_name="links")
    learning = models.ForeignKey(Learning, null=True, blank=True, on_delete=models.PROTECT, related_name="links")
    linked_on = models.DateField()
    taken_back_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(piece=None, learning__isnull=False) | Q(piece__isnull=False, learning=None),
                name="a_link_is_from_a_piece_or_from_learning",
            ),
            models.UniqueConstraint(
                fields=["piece", "learning", "capability"],
                condition=Q(taken_back_on=None),
                nulls_distinct=False,
                name="linked_to_an_area_once",
            ),
            models.CheckConstraint(
                condition=Q(taken_back_on=None) | Q(taken_back_on__gte=F("linked_on")),
                name="a_link_is_taken_back_after_it_was_made",
            ),
        ]
        indexes = [models.Index(fields=["person", "linked_on"], name="link_of_person")]

    def __str__(self) -> str:
        return f"an area, linked {self.linked_on}"


class SystemicTraining(Kept):
    """Somebody's way through one step of the systemic ladder: `certified_on` alone makes it complete."""

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    step = models.PositiveSmallIntegerField(choices=[(step.value, step.label) for step in Step])
    provider = models.CharField(max_length=120)
    is_accredited = models.BooleanField(default=False)
    started_on = models.DateField()
    certified_on = models.DateField(null=True, blank=True)
    stopped_on = models.DateField(null=True, blank=True)
    funded_by = models.CharField(max_length=120, blank=True)
    tied_until_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(certified_on=None) | Q(stopped_on=None), name="a_step_is_complete_or_was_left"
            ),
            models.CheckConstraint(
                condition=Q(certified_on=None) | Q(certified_on__gte=F("started_on")),
                name="a_step_is_complete_after_it_began",
            ),
            models.CheckConstraint(
                condition=Q(is_accredited=False) | Q(step__gte=Step.FOUNDATION.value),
                name="only_courses_of_the_ladder_are_accredited",
            ),
        ]
        indexes = [models.Index(fields=["person", "step"], name="step_of_person")]

    def __str__(self) -> str:
        return f"{self.get_step_display()}, {self.provider}"


class SystemicHours(Kept):
    """Minutes of one kind on one step, as its person counts them."""

    training = models.ForeignKey(SystemicTraining, on_delete=models.PROTECT, related_name="hours")
    kind = models.CharField(max_length=40, choices=[(kind.value, kind.value) for kind in Hours])
    minutes = models.PositiveIntegerField()

    class Meta:
        verbose_name_plural = "systemic hours"
        constraints = [
            models.UniqueConstraint(fields=["training", "kind"], name="one_figure_for_each_kind_of_hours"),
        ]

    def __str__(self) -> str:
        return f"{self.minutes} minutes {self.kind}"

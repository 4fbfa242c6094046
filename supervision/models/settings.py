"""What an authority sets about supervision, and the words of its library of questions."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from camden.models import User
from camden.models.base import Kept
from supervision.rules.counting import Counting, Talk


def _resets() -> list[str]:
    return sorted(Counting().resets)


class SupervisionSettings(Kept):
    """One row: which talks begin PR1 anew, its limits in weeks, and how many minutes a family is thought of."""

    resets = ArrayField(models.CharField(max_length=10, choices=[(t.value, t.value) for t in Talk]), default=_resets)
    resets_watched = ArrayField(
        models.CharField(max_length=10, choices=[(t.value, t.value) for t in Talk]), default=_resets
    )
    weeks = models.PositiveSmallIntegerField(default=8)
    weeks_watched = models.PositiveSmallIntegerField(default=6)
    quick_minutes = models.PositiveSmallIntegerField(default=2)
    quick_watched_minutes = models.PositiveSmallIntegerField(default=5)
    most_in_depth = models.PositiveSmallIntegerField(default=3)
    set_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "supervision settings"
        constraints = [
            models.CheckConstraint(condition=Q(pk=1), name="one_row_of_supervision_settings"),
            models.CheckConstraint(
                condition=Q(weeks__gte=1, weeks__lte=26, weeks_watched__gte=1, weeks_watched__lte=F("weeks")),
                name="who_is_watched_is_talked_about_no_later",
            ),
        ]

    def __str__(self) -> str:
        return "how supervision counts"


class PromptEdit(Kept):
    """What an authority says of one question or lens of the library: other words, a question of its own, or not at all.

    `kind` is a code of `rules.prompts.Kind`, or "lens".
    """

    code = models.SlugField(max_length=40, unique=True)
    kind = models.CharField(max_length=10)
    words = models.CharField(max_length=300, blank=True)
    is_off = models.BooleanField(default=False)
    edited_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.code

"""Looking again: a manager's oversight, answers to what drifts, a step down looked at after three months."""

from datetime import timedelta

import pghistory
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from camden.models import User
from cases.models.case import OfCase
from cases.models.help import ThresholdMove
from cases.models.member import Member
from cases.rules.overseeing import DRIFT_ANSWER, DRIFT_KIND, QUIET_MOST


@pghistory.track()
class Oversight(OfCase):
    """A manager looked at something and decided, with the reasons; written from the red row it is about.

    `about` is that row in words, as it was; `about_code` the timescale or the kind of drift, if it was one.
    """

    child = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=300)
    about_code = models.CharField(max_length=20, blank=True, default="")
    decision = models.TextField()
    rationale = models.TextField()
    written_on = models.DateField()
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    look_again_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(decision="") & ~Q(rationale=""), name="oversight_decides_and_says_why"),
            models.CheckConstraint(
                condition=Q(look_again_on=None) | Q(look_again_on__gt=F("written_on")),
                name="one_looks_again_after_the_first_time",
            ),
        ]
        indexes = [models.Index(fields=["case", "-written_on", "-id"], name="oversight_of_case")]

    def __str__(self) -> str:
        return f"Management oversight on {self.written_on}"

    def get_absolute_url(self) -> str:
        return reverse("cases:oversight", args=[self.case_id, self.pk])


@pghistory.track()
class DriftAnswer(OfCase):
    """What somebody answered to a sign of drift, with the evidence it showed: it is quiet until a day, never for ever.

    `subject_id` is the key of the plan's spell, goal, action, decision or step it is about; None: of the child itself.
    `evidence` is a list of sentences. `since_on` is the first day it had stood, as the sign said it on the day of the
    answer: plans end, goals move and days are put off, so nobody can work it out afterwards. Empty where it was
    answered before that day was kept, and its sentences do not name it.
    """

    kind = models.CharField(max_length=16, choices=list(DRIFT_KIND.items()))
    child = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    subject_id = models.BigIntegerField(null=True, editable=False)
    evidence = models.JSONField(default=list)
    since_on = models.DateField(null=True, editable=False)
    answer = models.CharField(max_length=10, choices=list(DRIFT_ANSWER.items()))
    words = models.TextField()
    answered_on = models.DateField()
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    quiet_until_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="an_answer_to_drift_has_its_reason"),
            models.CheckConstraint(
                condition=Q(quiet_until_on__gt=F("answered_on"))
                & Q(quiet_until_on__lte=F("answered_on") + timedelta(days=QUIET_MOST)),
                name="no_drift_is_silenced_for_ever",
            ),
            models.CheckConstraint(
                condition=Q(since_on=None) | Q(since_on__lte=F("answered_on")),
                name="drift_is_answered_after_it_began",
            ),
        ]
        indexes = [models.Index(fields=["case", "kind", "-quiet_until_on"], name="drift_answer_of_case")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, answered {self.answered_on}"


@pghistory.track()
class StepCheck(OfCase):
    """A step down, looked at again after three months: does it hold, and what does the family say (REFERENCE 4.6)?"""

    move = models.OneToOneField(ThresholdMove, on_delete=models.PROTECT, related_name="check_after")
    holds = models.CharField(
        max_length=8, choices=[("holds", "It holds"), ("shaky", "It holds, with a worry"), ("not", "It does not hold")]
    )
    words = models.TextField()
    familys_words = models.TextField(blank=True, default="")
    checked_on = models.DateField()
    checked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.move}, looked at again {self.checked_on}"

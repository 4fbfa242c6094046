"""The family looks at its plan again: what was said of each promise."""

import pghistory
from django.db import models

from camden.models import User
from conferences.models.conference import OfConference
from conferences.models.plan import PlanItem
from conferences.rules.plan import Went


@pghistory.track()
class PlanReview(OfConference):
    """One look at the plan: when, what went well, what is hard, what shall change. In the family's words."""

    held_on = models.DateField()
    went_well = models.TextField(blank=True)
    hard = models.TextField(blank=True)
    change = models.TextField(blank=True)
    childs_words = models.TextField(blank=True)
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conference", "held_on"], name="a_plan_is_reviewed_once_a_day")]

    def __str__(self) -> str:
        return f"review of {self.held_on}"


@pghistory.track()
class PromiseHeard(OfConference):
    """How one promise went. Of a relative's it is never said that it was not done: it went another way."""

    review = models.ForeignKey(PlanReview, on_delete=models.PROTECT, related_name="promises", editable=False)
    item = models.ForeignKey(PlanItem, on_delete=models.PROTECT, related_name="heard", editable=False)
    went = models.CharField(max_length=4, choices=[(went.value, went.name) for went in Went if went.value], blank=True)
    note = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "item"], name="a_review_speaks_of_a_promise_once")]

    def __str__(self) -> str:
        return self.went

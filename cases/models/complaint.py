"""What somebody complains of or thanks us for; and what must be kept longer than its time."""

from typing import Any, Self

import pghistory
from django.db import models
from django.db.models import Q
from django.urls import reverse

from camden.models import User
from cases.access import readable_complaints
from cases.models.case import OfCase, OfCaseQuerySet
from cases.models.member import Member
from cases.models.spells import in_order, said_together
from cases.rules.overseeing import COMPLAINT_OUTCOME, COMPLAINT_STAGE, SAID_HOW, SAID_KIND


class ComplaintQuerySet(OfCaseQuerySet["Complaint"]):
    """Questions about what people said of our work."""

    def visible_to(self, user: Any) -> Self:
        """Those of records this person sees; a complaint only where they wrote it down or manage the family's team."""
        return super().visible_to(user).filter(readable_complaints(user))


@pghistory.track()
class Complaint(OfCase):
    """A complaint, compliment or comment: who said it, what was answered, what we learned (REFERENCE 2.7, IG4).

    A complaint is read by whoever wrote it down and by managers of the family's teams, and stands on no timeline:
    nobody must meet their worker over it. A compliment is everybody's.
    """

    kind = models.CharField(max_length=10, choices=list(SAID_KIND.items()))
    member = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    said_by = models.CharField(max_length=120, blank=True, default="")
    how = models.CharField(max_length=8, choices=list(SAID_HOW.items()))
    words = models.TextField()
    wanted = models.TextField(blank=True, default="")
    received_on = models.DateField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    stage = models.PositiveSmallIntegerField(choices=list(COMPLAINT_STAGE.items()), default=1)
    stage_since_on = models.DateField(null=True, blank=True)
    acknowledged_on = models.DateField(null=True, blank=True)
    extended_on = models.DateField(null=True, blank=True)
    extended_why = models.TextField(blank=True, default="")
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField(blank=True, default="")
    outcome = models.CharField(max_length=10, choices=list(COMPLAINT_OUTCOME.items()), blank=True, default="")
    learned = models.TextField(blank=True, default="")

    objects = ComplaintQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(member__isnull=False) | ~Q(said_by=""), name="a_complaint_is_somebodys"),
            said_together("answered_on", "answered_by", "answer", name="an_answered_complaint_says_by_whom"),
            said_together("extended_on", "extended_why", name="an_extended_complaint_says_why"),
            in_order("received_on", "answered_on", "a_complaint_is_answered_after_it_is_made"),
        ]
        indexes = [models.Index(fields=["case", "-received_on", "-id"], name="complaint_of_case")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of {self.received_on}"

    def get_absolute_url(self) -> str:
        return reverse("cases:complaint", args=[self.case_id, self.pk])


@pghistory.track()
class RetentionHold(OfCase):
    """Nothing of this record may be disposed of while it stands: an inquiry, a claim, a request (REFERENCE 10.1)."""

    why = models.TextField()
    held_on = models.DateField()
    held_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    lifted_on = models.DateField(null=True, blank=True)
    lifted_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    lifted_why = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            said_together("lifted_on", "lifted_by", "lifted_why", name="a_lifted_hold_says_by_whom_and_why"),
            in_order("held_on", "lifted_on", "a_hold_is_lifted_after_it_begins"),
        ]

    def __str__(self) -> str:
        return f"kept since {self.held_on}"

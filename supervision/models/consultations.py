"""Clinical consultation: what a clinician thought with a worker about a child (REFERENCE 4.4)."""

from typing import Any, Self

import pghistory
from django.db import models
from django.db.models import Q

from camden.models import User
from cases.models import Member, PlannedVisit
from cases.models.case import OfCase, OfCaseQuerySet
from supervision.access import visible_consultations


class ConsultationQuerySet(OfCaseQuerySet["Consultation"]):
    """Questions about consultations."""

    def visible_to(self, user: Any) -> Self:
        """Those of records this person sees, and those they hold as clinician."""
        return self.filter(visible_consultations(user))

    def waiting(self) -> Self:
        """Asked for, and neither written nor taken back."""
        return self.filter(written_at=None, withdrawn_on=None)


@pghistory.track()
class Consultation(OfCase):
    """A consultation: asked for, held, written in five fields; locked 48 hours after it was first written.

    Clinical notes stay in the health record. `consent` says how the family is known in it; where it is not by name,
    pages show neither name nor child. The clinician reads consultations of their own, and no more of the family.
    """

    class Consent(models.TextChoices):
        ASKED = "asked", "The family will be asked"
        GIVEN = "given", "The family agrees"
        ANONYMOUS = "anonymous", "Without names: the family cannot be known from it"
        REFUSED = "refused", "The family does not agree"

    child = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    question = models.TextField()
    clinician = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    consent = models.CharField(max_length=9, choices=Consent.choices)
    family_told = models.CharField(max_length=300, blank=True)
    held_on = models.DateField(null=True, blank=True)
    formulation = models.TextField(blank=True)
    suggestions = models.TextField(blank=True)
    worker_will = models.TextField(blank=True)
    look_again_on = models.DateField(null=True, blank=True)
    joint_visit = models.ForeignKey(PlannedVisit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    specialist_referral_on = models.DateField(null=True, blank=True)
    written_at = models.DateTimeField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(question=""), name="a_consultation_asks_something"),
            models.CheckConstraint(
                condition=~Q(consent="anonymous") | Q(child=None), name="without_names_no_child_is_named"
            ),
            models.CheckConstraint(
                condition=Q(written_at=None) | Q(held_on__isnull=False), name="what_is_written_was_held"
            ),
        ]
        indexes = [
            models.Index(fields=["case", "-asked_on", "-id"], name="consultation_of_case"),
            models.Index(fields=["clinician", "-asked_on"], name="consultation_of_clinician"),
        ]

    def __str__(self) -> str:
        return "a consultation"


@pghistory.track()
class ConsultationAddendum(OfCase):
    """What was added to a consultation after it was locked."""

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="addenda")
    words = models.TextField()
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "consultation addenda"

    def __str__(self) -> str:
        return "an addendum"

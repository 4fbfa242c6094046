"""A danger heard while preparing: it goes to the social worker, and nothing else goes with it."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse

from camden.models import User
from conferences.models.conference import OfConference
from conferences.rules.danger import Soon, ToldFamily


@pghistory.track()
class DangerTold(OfConference):
    """What is passed on: the danger in words, which children, how soon, and what was said to the family.

    `told` are the names of those who were told at that moment, written by the database with the message to each.
    `said_by` is empty for words of a family by a link.
    """

    words = models.TextField()
    children = ArrayField(models.CharField(max_length=80))
    soon = models.CharField(max_length=8, choices=[(s.value, s.name) for s in Soon if s.value])
    family = models.CharField(max_length=12, choices=[(f.value, f.name) for f in ToldFamily])
    why_family_not_told = models.TextField(blank=True, default="")
    spoken_with = models.CharField(max_length=160, blank=True, default="")
    told = ArrayField(models.CharField(max_length=160), default=list, blank=True)
    said_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    said_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(family="would-harm") | ~Q(why_family_not_told=""),
                name="why_a_family_is_not_told_of_a_danger",
            )
        ]

    def __str__(self) -> str:
        return "a danger was told"

    def get_absolute_url(self) -> str:
        return reverse("conferences:danger", args=[self.case_id, self.pk])

    def get_answer_url(self) -> str:
        """Where whoever is told of it answers."""
        return self.get_absolute_url()


@pghistory.track()
class DangerAnswered(OfConference):
    """Whoever sees the record says that they read it, and what they do."""

    danger = models.ForeignKey(DangerTold, on_delete=models.PROTECT, related_name="answers", editable=False)
    did = models.TextField()
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    answered_on = models.DateField()

    def __str__(self) -> str:
        return self.did

"""Links without an account, and how a family says it went."""

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from camden.models import User
from conferences.models.conference import OfConference
from conferences.models.invitee import Invitee
from conferences.models.plan import PlanEdition
from conferences.rules.links import For
from conferences.rules.outcomes import SCALE

WHEN = [("start", "At the beginning"), ("end", "At the end of the meeting")]
WHEN += [("ask-3", "After 3 months"), ("ask-6", "After 6 months"), ("ask-12", "After 12 months")]


def _points() -> models.PositiveSmallIntegerField:
    within = [MinValueValidator(SCALE[0]), MaxValueValidator(SCALE[-1])]
    return models.PositiveSmallIntegerField(null=True, blank=True, validators=within)


@pghistory.track(exclude=["token_sha256"])
class FamilyLink(OfConference):
    """One person's way to the plan, or to saying how it went, for a while. Of the token only the SHA-256 is kept.

    `timing` says which asking it is. `edition` is the oldest edition of the plan it shows: a later one replaces it.
    `made_by` is empty for one that the nightly job made.
    """

    invitee = models.ForeignKey(Invitee, on_delete=models.PROTECT, related_name="+")
    opens = models.CharField(max_length=12, choices=[(each.value, each.value) for each in For])
    timing = models.CharField(max_length=6, choices=WHEN, blank=True, default="")
    edition = models.ForeignKey(PlanEdition, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    token_sha256 = models.CharField(max_length=64, unique=True, editable=False)
    made_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    made_on = models.DateField()
    expires_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    opened = models.PositiveSmallIntegerField(default=0)
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(opens="asking") & ~Q(timing="") | ~Q(opens="asking") & Q(timing=""),
                name="an_asking_says_which_it_is",
            )
        ]

    def __str__(self) -> str:
        return self.opens


@pghistory.track()
class Outcome(OfConference):
    """What one person said of how it is, from 1 (not at all) to 10 (fully) or left open. Without their words.

    `by_link`: they answered themselves; else the coordinator wrote down what they said.
    """

    timing = models.CharField(max_length=6, choices=WHEN)
    answered_on = models.DateField()
    control = _points()
    coping = _points()
    happy = _points()
    safer = _points()
    by_link = models.BooleanField(default=False)
    speaks_of_danger = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "outcomes"

    def __str__(self) -> str:
        return f"{self.timing}, {self.answered_on}"


@pghistory.track()
class OutcomeWords(OfConference):
    """Who said it, and in which words: the coordinator's to read. A person reads each within two working days."""

    outcome = models.OneToOneField(Outcome, on_delete=models.PROTECT, related_name="said", editable=False)
    invitee = models.ForeignKey(Invitee, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(blank=True)
    read_on = models.DateField(null=True, blank=True)
    read_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "words of outcomes"
        constraints = [
            models.CheckConstraint(
                condition=Q(read_on=None, read_by=None) | Q(read_on__isnull=False, read_by__isnull=False),
                name="who_read_words_says_when",
            )
        ]

    def __str__(self) -> str:
        return "words"

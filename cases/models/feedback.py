"""What families tell us about how we did: by a link without an account, or written down for them."""

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Func, Q, Value

from camden.models import Team, User
from camden.models.base import Kept
from cases.models.case import OfCase
from cases.models.member import Member
from cases.rules.recording import FEEDBACK_AFTER

DAYS_BETWEEN = 56  # eight weeks


def _points() -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(10)]
    )


class FiveAnswers(models.Model):
    """The five fixed items of REFERENCE 4.7, from 1 to 10 each or left open, and what somebody wants to add."""

    listened = _points()
    did_as_said = _points()
    understood = _points()
    respected = _points()
    better = _points()
    words = models.TextField(blank=True, default="")

    class Meta:
        abstract = True


@pghistory.track(exclude=["token_sha256"])
class FeedbackInvitation(OfCase):
    """A link by which one person of a family can tell us how we did. Of the token only the SHA-256 is kept.

    One for a family in eight weeks, held by the database: nobody is asked too often.
    """

    token_sha256 = models.CharField(max_length=64, unique=True, editable=False)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    after = models.CharField(max_length=20, choices=list(FEEDBACK_AFTER.items()))
    invited_on = models.DateField()
    invited_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    expires_on = models.DateField()
    opened = models.PositiveSmallIntegerField(default=0)
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="a_family_is_asked_once_in_eight_weeks",
                expressions=[
                    (F("case"), RangeOperators.EQUAL),
                    (
                        Func(
                            F("invited_on"),
                            F("invited_on") + Value(DAYS_BETWEEN, output_field=models.IntegerField()),
                            Value("[)"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"asked on {self.invited_on}"


@pghistory.track()
class Feedback(OfCase, FiveAnswers):
    """What somebody of a family told us, by name, or because it speaks of a danger. `reply` is what we did with it."""

    invitation = models.OneToOneField(
        FeedbackInvitation, null=True, blank=True, on_delete=models.PROTECT, related_name="answer"
    )
    member = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    after = models.CharField(max_length=20, choices=list(FEEDBACK_AFTER.items()), blank=True, default="")
    answered_on = models.DateField()
    speaks_of_danger = models.BooleanField(default=False)
    written_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    reply = models.TextField(blank=True, default="")
    replied_on = models.DateField(null=True, blank=True)
    replied_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(replied_on=None, replied_by=None, reply="")
                | (Q(replied_on__isnull=False, replied_by__isnull=False) & ~Q(reply="")),
                name="a_reply_to_a_family_says_who_and_when",
            )
        ]
        indexes = [models.Index(fields=["case", "-answered_on"], name="feedback_of_case")]

    def __str__(self) -> str:
        return f"feedback of {self.answered_on}"


class AnonymousFeedback(Kept, FiveAnswers):
    """What somebody told us without a name: nothing ties it to a family. `answered_on` is the first of that month."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    after = models.CharField(max_length=20, choices=list(FEEDBACK_AFTER.items()), blank=True, default="")
    answered_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["team", "-answered_on"], name="anonymous_feedback_of_team")]

    def __str__(self) -> str:
        return "feedback without a name"

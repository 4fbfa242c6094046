"""Hypotheses: offered in a session; kept ones are a family's living formulation, asked about and weighed."""

import pghistory
from django.db import models
from django.db.models import Q

from camden.models import User
from cases.models import Question
from cases.models.case import OfCase
from supervision.models.discussions import Discussion
from supervision.rules.hypotheses import LEVEL, VERDICTS, KeptBy


@pghistory.track()
class Hypothesis(OfCase):
    """One tentative idea, in one sentence. Those that are kept go on; the others stay with the session.

    `client_key` is the key a phone gave it, so that what is sent twice stands once.
    """

    class Status(models.TextChoices):
        PROPOSED = "proposed", "Offered"
        KEPT = "kept", "Rang a bell"
        ASKED = "asked", "Asked"
        STRENGTHENED = "strengthened", "Strengthened"
        REVISED = "revised", "Revised"
        DROPPED = "dropped", "Let go"

    discussion = models.ForeignKey(Discussion, on_delete=models.PROTECT, related_name="hypotheses")
    text = models.CharField(max_length=300)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.PROPOSED)
    level = models.CharField(max_length=13, choices=list(LEVEL.items()), blank=True, default="", db_default="")
    kept_by = models.CharField(
        max_length=10, choices=[(each.value, each.value) for each in KeptBy], blank=True, default="", db_default=""
    )
    is_about_danger = models.BooleanField(default=False, db_default=False)
    revised_from = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="revised")
    client_key = models.UUIDField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "hypotheses"
        constraints = [
            models.UniqueConstraint(fields=["discussion", "text"], name="an_idea_is_offered_once"),
            models.UniqueConstraint(fields=["discussion", "client_key"], name="an_idea_is_sent_once"),
            models.CheckConstraint(
                condition=~Q(status="proposed") | Q(kept_by=""), name="an_idea_that_was_kept_is_not_merely_offered"
            ),
            models.CheckConstraint(
                condition=~Q(kept_by="supervisor") | Q(is_about_danger=True),
                name="the_supervisors_idea_is_about_danger",
            ),
        ]

    def __str__(self) -> str:
        return "an idea"


@pghistory.track()
class HypothesisKept(OfCase):
    """What is asked of an idea that was kept: whose view, evidence for and against, what would we see, what it means
    for risk; and the question to the family (`question`, from the closing on), or why there is none."""

    hypothesis = models.OneToOneField(Hypothesis, on_delete=models.PROTECT, related_name="kept", primary_key=True)
    whose_view = models.CharField(max_length=200, blank=True)
    evidence_for = models.TextField(blank=True)
    evidence_against = models.TextField(blank=True)
    would_see = models.TextField(blank=True)
    risk_means = models.TextField(blank=True)
    ask_what = models.CharField(max_length=300, blank=True)
    ask_whom = models.CharField(max_length=160, blank=True)
    ask_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ask_by_on = models.DateField(null=True, blank=True)
    first_sentence = models.TextField(blank=True)
    not_asked_because = models.TextField(blank=True)
    question = models.OneToOneField(Question, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "hypotheses kept"

    def __str__(self) -> str:
        return "what is asked of an idea"


@pghistory.track()
class HypothesisWeighed(OfCase):
    """What became of a kept idea, with what showed it. Strengthened or revised only after somebody asked."""

    hypothesis = models.OneToOneField(Hypothesis, on_delete=models.PROTECT, related_name="weighed", primary_key=True)
    verdict = models.CharField(max_length=12, choices=[(each.value, each.value) for each in sorted(VERDICTS)])
    evidence = models.TextField()
    weighed_on = models.DateField()
    weighed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "hypotheses weighed"
        constraints = [models.CheckConstraint(condition=~Q(evidence=""), name="what_weighs_an_idea_is_said")]

    def __str__(self) -> str:
        return "what became of an idea"

"""The family's plan, in the family's words, and what the agency answered."""

import pghistory
from django.db import models
from django.db.models import Q

from camden.models import User
from cases.models import Action
from conferences.models.conference import FamilyConference, Mandate, OfConference


@pghistory.track()
class FamilyPlan(OfConference):
    """What the family decided. It is theirs: the coordinator writes it down, the agency only answers it."""

    conference = models.OneToOneField(FamilyConference, on_delete=models.PROTECT, related_name="plan", editable=False)
    contingency = models.TextField(blank=True)
    childs_message = models.TextField(blank=True)
    plan_keeper = models.CharField(max_length=120, blank=True)

    def __str__(self) -> str:
        return "a family's plan"


@pghistory.track()
class PlanAnswer(OfConference):
    """The family's answer to one of its own questions. `place` is the question's place on the paper, from 1."""

    place = models.PositiveSmallIntegerField()
    question = models.CharField(max_length=500)
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conference", "place"], name="a_question_is_answered_once"),
        ]

    def __str__(self) -> str:
        return self.question


@pghistory.track()
class PlanItem(OfConference):
    """Who will do what. What a relative promises stays the family's own: no day to be late by, no action, no keeper.

    What somebody who works here promises becomes an action of theirs when the plan is agreed.
    """

    class Whose(models.TextChoices):
        FAMILY = "family", "Family or friend"
        PROFESSIONAL = "professional", "A professional who does not work here"
        OURS = "ours", "Somebody who works here"

    what = models.CharField(max_length=300)
    who = models.CharField(max_length=120)
    whose = models.CharField(max_length=14, choices=Whose.choices)
    when = models.CharField(max_length=160, blank=True)
    how_we_know = models.CharField(max_length=300, blank=True)
    promised_to = models.CharField(max_length=120, blank=True)
    keeper = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    action = models.ForeignKey(Action, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    removed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(whose="ours", keeper__isnull=False) | Q(keeper=None, due_on=None, action=None),
                name="a_relatives_promise_stays_the_familys_own",
            ),
            models.CheckConstraint(
                condition=~Q(whose="ours") | Q(keeper__isnull=False), name="our_promise_has_a_keeper"
            ),
        ]
        indexes = [models.Index(fields=["conference", "id"], name="item_of_conference")]

    def __str__(self) -> str:
        return f"{self.who}: {self.what}"


@pghistory.track()
class AgencyAnswer(OfConference):
    """What the agency answered: yes within what the manager had said, not decided yet, or no and which danger is left.

    `words` are for the family to read. `decided_by` is whoever decided; a plan that waits has nobody yet.
    """

    class Answer(models.TextChoices):
        AGREED = "agreed", "We agree to the plan"
        AWAITING = "awaiting", "Not decided yet: it waits for a manager"
        NOT_SAFE = "not-safe", "We cannot agree yet, because of a danger"

    answer = models.CharField(max_length=10, choices=Answer.choices)
    words = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    answered_on = models.DateField()
    decided_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    mandate = models.ForeignKey(Mandate, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(answer="not-safe") | ~Q(words=""), name="a_refusal_names_the_danger"),
            models.CheckConstraint(
                condition=Q(answer="awaiting", decided_by=None) | (~Q(answer="awaiting") & Q(decided_by__isnull=False)),
                name="an_answer_says_who_decided",
            ),
        ]

    def __str__(self) -> str:
        return self.get_answer_display()

"""The family's plan, in the family's words, what became of it, and what the agency answered."""

import pghistory
from django.db import models
from django.db.models import Q

from camden.models import User
from cases.models import Action
from conferences.models.conference import FamilyConference, OfConference, OfConferenceQuerySet
from conferences.models.mandate import Mandate


@pghistory.track()
class FamilyPlan(OfConference):
    """What the family decided. It is theirs: the coordinator writes it down, the agency only answers it.

    `in_childs_words` is the plan for the children, in words for them. Each time it is agreed an edition is kept.
    """

    conference = models.OneToOneField(FamilyConference, on_delete=models.PROTECT, related_name="plan", editable=False)
    contingency = models.TextField(blank=True)
    childs_message = models.TextField(blank=True)
    plan_keeper = models.CharField(max_length=120, blank=True)
    family_time = models.TextField(blank=True, default="")
    warning_signs = models.TextField(blank=True, default="")
    in_childs_words = models.TextField(blank=True, default="")
    review_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return "a family's plan"


class AskedManager(models.Manager.from_queryset(OfConferenceQuerySet)):  # type: ignore[misc]
    """The questions there are: one that the family took out has no words any more, and its row stays for history."""

    def get_queryset(self) -> models.QuerySet["PlanAnswer"]:
        return super().get_queryset().exclude(question="")


@pghistory.track()
class PlanAnswer(OfConference):
    """The family's answer to one of its own questions. `place` is the question's place on the paper, from 1."""

    objects = AskedManager()

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
    removed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(whose="ours", keeper__isnull=False) | Q(keeper=None, due_on=None),
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
class PromisedAction(OfConference):
    """What a promise of ours became when the plan was agreed: an action of its keeper's."""

    item = models.OneToOneField(PlanItem, on_delete=models.PROTECT, related_name="promised", editable=False)
    action = models.OneToOneField(Action, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.item)


@pghistory.track()
class CouldCare(OfConference):
    """Somebody who could look after the children, for a while or for long: each is offered an assessment."""

    who = models.CharField(max_length=120)
    tie = models.CharField(max_length=120, blank=True, default="")
    for_long = models.BooleanField(default=False)
    removed_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.who


@pghistory.track()
class PlanResource(OfConference):
    """Something the family asks for, and its cost in whole pounds.

    `is_network_support`: paid as family network support.
    """

    what = models.CharField(max_length=300)
    cost = models.PositiveIntegerField(default=0)
    is_network_support = models.BooleanField(default=False)
    removed_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.what


@pghistory.track()
class ResourceAnswer(OfConference):
    """Whether something the family asked for was agreed; a decline has its reason, in words for the family.

    `of` is what it is called in the mandate, empty for something else; `cost` is in whole pounds.
    """

    resource = models.ForeignKey(PlanResource, on_delete=models.PROTECT, related_name="answers", editable=False)
    is_agreed = models.BooleanField()
    cost = models.PositiveIntegerField(default=0)
    of = models.CharField(max_length=200, blank=True, default="")
    reason = models.TextField(blank=True, default="")
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    answered_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(is_agreed=True) | ~Q(reason=""), name="a_declined_wish_has_its_reason")
        ]

    def __str__(self) -> str:
        return "agreed" if self.is_agreed else "declined"


@pghistory.track()
class PlanEdition(OfConference):
    """The plan as it was agreed on a day, whole: what a link, a print and a child's page show. Never changed.

    `content` is the paper of `readings.paper` as plain values; it names nobody's address, number or way of coming.
    """

    edition = models.PositiveSmallIntegerField()
    agreed_on = models.DateField()
    content = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conference", "edition"], name="an_edition_of_a_plan_comes_once")
        ]

    def __str__(self) -> str:
        return f"edition {self.edition}"


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

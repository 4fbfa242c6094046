"""A decision that affects a family: one object, whatever it decides."""

import pghistory
from django.db import models
from django.db.models import Q
from django.urls import reverse

from camden.models import User
from cases.models.case import OfCase
from cases.models.marks import KeptFrom
from cases.models.member import Member
from cases.models.spells import said_together
from cases.rules.deciding import AUTHORITY, DECISION_KIND, FORMALITY, HEARD_HOW, WAS_HEARD


@pghistory.track()
class Decision(OfCase):
    """What was decided for some children or the family, who decided, by what authority, and why.

    Promised first (`asked_on`, `due_on`) or made at once; made, it says who was heard (`DecisionHeard`). `subject_id`
    is the key of what it decides about: a step, an assessment, a conference, a plan's spell, an involvement, a closing.
    """

    kind = models.CharField(max_length=10, choices=list(DECISION_KIND.items()))
    subject_id = models.BigIntegerField(null=True, editable=False)
    question = models.CharField(max_length=300, blank=True, default="")
    asked_on = models.DateField(null=True, blank=True)
    asked_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    made_on = models.DateField(null=True, blank=True)
    made_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    authority = models.CharField(max_length=18, choices=list(AUTHORITY.items()), default="manager")
    what = models.CharField(max_length=300, blank=True, default="")
    why = models.TextField(blank=True, default="")
    least_formal = models.TextField(blank=True, default="")
    family_would_rather = models.TextField(blank=True, default="")
    urgent_because = models.TextField(blank=True, default="")
    dropped_on = models.DateField(null=True, blank=True)
    dropped_why = models.TextField(blank=True, default="")
    children = models.ManyToManyField(Member, through="cases.DecisionChild", related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(made_on=None, made_by=None, what="", why="")
                | (Q(made_on__isnull=False, made_by__isnull=False) & ~Q(what="") & ~Q(why="")),
                name="a_made_decision_says_who_what_and_why",
            ),
            models.CheckConstraint(
                condition=Q(made_on__isnull=False)
                | (Q(asked_on__isnull=False, asked_by__isnull=False) & ~Q(question="")),
                name="a_decision_to_come_says_what_was_asked",
            ),
            said_together("dropped_on", "dropped_why", name="a_decision_not_needed_says_why"),
            models.CheckConstraint(
                condition=Q(dropped_on=None) | Q(made_on=None), name="a_decision_is_made_or_dropped"
            ),
        ]
        indexes = [
            models.Index(fields=["case", "-made_on", "-id"], name="decision_of_case"),
            models.Index(fields=["due_on"], condition=Q(made_on=None, dropped_on=None), name="decision_to_come"),
        ]

    def __str__(self) -> str:
        return self.what or self.question

    def get_absolute_url(self) -> str:
        return reverse("cases:decision", args=[self.case_id, self.pk])


@pghistory.track()
class DecisionChild(OfCase):
    """A child a decision is about. None: it is about the family."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="parts")
    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["decision", "child"], name="a_decision_names_a_child_once")]

    def __str__(self) -> str:
        return f"{self.decision}, for {self.child}"


@pghistory.track()
class DecisionOption(OfCase):
    """One thing that could be done, how formal it is, and why it was not chosen."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="options")
    words = models.CharField(max_length=300)
    formality = models.CharField(max_length=10, choices=list(FORMALITY.items()))
    is_chosen = models.BooleanField()
    why_not = models.CharField(max_length=300, blank=True, default="")
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["decision", "position"], name="a_decision_has_options_in_order"),
            models.CheckConstraint(condition=Q(is_chosen=True) | ~Q(why_not=""), name="an_option_left_says_why"),
        ]

    def __str__(self) -> str:
        return self.words


@pghistory.track()
class DecisionHeard(OfCase, KeptFrom):
    """One person and a decision: how they were heard, what they said, what it changed or why it changed nothing.

    Not yet heard: asked for by `ask_by`. Whoever was heard later has the day, and the row says so.
    """

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="heard")
    member = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    said_by = models.CharField(max_length=120, blank=True, default="")
    how = models.CharField(max_length=12, choices=list(HEARD_HOW.items()))
    words = models.TextField(blank=True, default="")
    changed = models.TextField(blank=True, default="")
    heard_on = models.DateField(null=True, blank=True)
    ask_by_on = models.DateField(null=True, blank=True)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "who was heard"
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "member"], condition=Q(member__isnull=False), name="somebody_is_heard_once"
            ),
            models.CheckConstraint(
                condition=Q(member__isnull=False) | ~Q(said_by=""), name="somebody_was_heard_and_is_named"
            ),
            models.CheckConstraint(
                condition=~Q(how__in=WAS_HEARD) | (~Q(words="") & ~Q(changed="") & Q(heard_on__isnull=False)),
                name="who_was_heard_said_something_and_it_counted",
            ),
            models.CheckConstraint(
                condition=~Q(how__in=["not-reached", "not-safe"]) | ~Q(words=""), name="who_was_not_heard_is_explained"
            ),
            models.CheckConstraint(
                condition=~Q(how="not-yet") | (Q(ask_by_on__isnull=False, heard_on=None, words="", changed="")),
                name="who_is_not_yet_heard_is_asked",
            ),
        ]
        indexes = [models.Index(fields=["ask_by_on"], condition=Q(how="not-yet"), name="not_yet_heard")]

    def __str__(self) -> str:
        return f"{self.member or self.said_by}, {self.get_how_display()}"

"""What was agreed to be done for a child: one action, whoever agreed it and wherever."""

from datetime import date
from typing import Self

import pghistory
from django.db import models
from django.db.models import F, Q

from camden.models import User
from cases.models.case import OfCase, OfCaseQuerySet
from cases.models.marks import KeptFrom
from cases.models.member import Member
from cases.models.visit import Visit
from cases.rules.recording import GOAL_MOVED


class ActionQuerySet(OfCaseQuerySet["Action"]):
    """Questions about actions."""

    def open(self) -> Self:
        """Neither done nor put aside, the soonest first; those without a day last."""
        return self.filter(closed_on=None).order_by(F("due_on").asc(nulls_last=True), "pk")

    def late(self, on: date) -> Self:
        """Open and due before that day."""
        return self.open().filter(due_on__lt=on)


@pghistory.track()
class Action(OfCase, KeptFrom):
    """One thing a worker agreed to do: what, why, and the first sentence they will say (REFERENCE 5.3).

    Its keeper is always somebody who works here: what a relative promises stays the family's own. `agreed_in` says
    where, in words ("Group supervision, 3 November"), so that a record knows nothing of the meeting it came from;
    `visit` is the visit it was agreed in, if it was one, and `goal` what it is to bring closer. Given another day,
    it keeps the first (`first_due_on`) and how often (`moved_times`). What somebody in the family was promised says so
    in `promised_to`: kept when done, explained when put aside, and passed on with the family (`ActionHandover`).
    """

    what = models.CharField(max_length=300)
    why = models.TextField(blank=True)
    first_sentence = models.TextField(blank=True)
    keeper = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    promised_to = models.CharField(max_length=120, blank=True)
    agreed_on = models.DateField()
    agreed_in = models.CharField(max_length=120)
    agreed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    visit = models.ForeignKey(Visit, null=True, blank=True, on_delete=models.PROTECT, related_name="actions")
    goal = models.ForeignKey("cases.Goal", null=True, blank=True, on_delete=models.PROTECT, related_name="actions")
    due_on = models.DateField(null=True, blank=True)
    first_due_on = models.DateField(null=True, blank=True)
    moved_times = models.PositiveSmallIntegerField(default=0, db_default=0)
    closed_on = models.DateField(null=True, blank=True)
    closed_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    is_done = models.BooleanField(null=True, default=None)
    outcome = models.TextField(blank=True)
    children = models.ManyToManyField(Member, through="cases.ActionChild", related_name="+")

    objects = ActionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on=None, closed_by=None, is_done=None)
                | Q(closed_on__isnull=False, closed_by__isnull=False, is_done__isnull=False),
                name="a_closed_action_says_who_and_whether_done",
            ),
            models.CheckConstraint(condition=~Q(is_done=False) | ~Q(outcome=""), name="an_action_put_aside_says_why"),
            models.CheckConstraint(
                condition=Q(due_on=None) | Q(due_on__gte=F("agreed_on")), name="an_action_is_due_after_it_is_agreed"
            ),
        ]
        indexes = [
            models.Index(fields=["keeper", "due_on"], condition=Q(closed_on=None), name="action_open_of_keeper"),
            models.Index(fields=["case", "-agreed_on", "-id"], name="action_of_case"),
        ]

    def __str__(self) -> str:
        return self.what


@pghistory.track()
class ActionChild(OfCase):
    """A child an action is for. None: it is for the family."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="parts")
    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["action", "child"], name="an_action_names_a_child_once")]

    def __str__(self) -> str:
        return f"{self.action}, for {self.child}"


@pghistory.track()
class ActionHandover(OfCase):
    """What somebody had agreed to do is now another's to keep: what was promised to a family goes with its worker."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="handovers")
    from_keeper = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    to_keeper = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    handed_on = models.DateField()
    because = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(from_keeper=F("to_keeper")), name="an_action_is_handed_to_somebody_else"
            )
        ]

    def __str__(self) -> str:
        return f"{self.action}, handed on {self.handed_on}"


@pghistory.track()
class Goal(OfCase, KeptFrom):
    """What should be different for a child, or for the family, in words they would use.

    `worry` is what it answers, `how_known` how everybody will know that it is reached (REFERENCE 1.6).
    """

    child = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="goals")
    words = models.CharField(max_length=300)
    worry = models.CharField(max_length=600, blank=True, default="", db_default="")
    how_known = models.CharField(max_length=300, blank=True, default="", db_default="")
    set_on = models.DateField()
    set_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True, blank=True)
    ended_why = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_why="") | (Q(ended_on__isnull=False) & ~Q(ended_why="")),
                name="an_ended_goal_says_why",
            )
        ]
        indexes = [models.Index(fields=["case"], condition=Q(ended_on=None), name="goal_of_case")]

    def __str__(self) -> str:
        return self.words


@pghistory.track()
class GoalTouched(OfCase):
    """A goal that a visit touched, and whether the family is closer to it."""

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="goals")
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="touched")
    moved = models.CharField(max_length=8, choices=list(GOAL_MOVED.items()), blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["visit", "goal"], name="a_visit_touches_a_goal_once")]

    def __str__(self) -> str:
        return f"{self.goal}, in a visit"

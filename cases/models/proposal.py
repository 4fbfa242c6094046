"""Proposed changes of worker. Nothing here moves anybody: a manager decides each one, and only they read it."""

from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from camden.access import Permission
from camden.models import Team, User
from camden.models.base import Kept
from cases.models.case import OfCase, OfCaseQuerySet
from cases.rules.balancing import Why
from cases.rules.codesets import WORKER_CHANGE_REASON


class BalancingRunQuerySet(models.QuerySet["BalancingRun"]):
    """Questions about looks."""

    def under_way(self) -> Self:
        """Asked for, and neither complete nor given up; the first asked first."""
        return self.filter(looked_at=None, failed_at=None).order_by("pk")

    def complete(self) -> Self:
        """Those that came to an end, the last one first."""
        return self.filter(looked_at__isnull=False).order_by("-looked_at", "-pk")


class BalancingRun(Kept):
    """One look at a team's caseloads: asked for, begun, and then complete or given up. What it found is there when
    `looked_at` is, and not before.

    `found` are the reasons to look for a new worker, a sentence each; `waiting_still` families could be proposed to
    nobody; `changes` of worker that are proposed and cannot be fewer than `changes_bound`, both weighted (see
    `rules.balancing`). `budget` are the weighted changes a manager would give for fairer shares; a `curve` says what
    several would buy, and proposes nothing. Read only by whoever decides for the team: how many proposals there are
    is news to a worker too.
    """

    class What(models.TextChoices):
        LOOK = "look", "Who needs a new worker"
        CURVE = "curve", "What fairer shares would cost"

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=5, choices=What.choices, default=What.LOOK)
    budget = models.PositiveIntegerField(default=0)
    asked_at = models.DateTimeField(null=True, blank=True)
    asked_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    began_at = models.DateTimeField(null=True, blank=True)
    looked_at = models.DateTimeField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    found = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    waiting_still = models.PositiveSmallIntegerField(default=0)
    changes = models.PositiveIntegerField(default=0)
    changes_bound = models.PositiveIntegerField(default=0)
    curve = models.JSONField(default=list, blank=True)

    objects = BalancingRunQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(looked_at=None) | Q(failed_at=None), name="a_look_is_complete_or_given_up"
            ),
            models.CheckConstraint(
                condition=Q(asked_by=None) | Q(asked_at__isnull=False), name="who_asked_for_a_look_has_a_moment"
            ),
        ]
        indexes = [
            models.Index(fields=["team", "-looked_at"], name="balancing_run_of_team"),
            models.Index(fields=["team"], condition=Q(looked_at=None, failed_at=None), name="balancing_run_under_way"),
        ]

    def __str__(self) -> str:
        return f"{self.team}, {self.looked_at}"


class ProposedMoveQuerySet(OfCaseQuerySet["ProposedMove"]):
    """Questions about proposals."""

    def to_decide(self) -> Self:
        """Those nobody has decided, oldest first."""
        return self.filter(decision="", overtaken_on=None).order_by("proposed_on", "pk")

    def visible_to(self, user: Any) -> Self:
        """Those of a visible record that this person decides. `wall.sql` says the same."""
        return super().visible_to(user).filter(team__in=user.team_ids_for(Permission.CASE_ALLOCATE))


class ProposedMove(OfCase):
    """Children of one record who share a lead, or wait for one, and who could lead for them instead.

    Only the manager who decides for `team` reads it (row-level security): no worker learns from any page or count
    that a family may move before somebody talked with them. `cost` is in weighted changes, see `rules.balancing`.
    `chosen_by` is the manager who chose this worker, or bought fairer shares: a later look plans around it.
    """

    class Decision(models.TextChoices):
        OPEN = "", "Not decided yet"
        ACCEPTED = "accepted", "Accepted"
        DECLINED = "declined", "Not taken up"

    class Spoken(models.TextChoices):
        NOT_ASKED = "", "Not said"
        DISCUSSED = "discussed", "I have talked about it with the worker"
        URGENT = "urgent", "It is urgent, and I have not been able to"

    run = models.ForeignKey(BalancingRun, on_delete=models.PROTECT, related_name="moves")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    child_ids = ArrayField(models.BigIntegerField())
    from_worker = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    to_worker = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    to_team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    cause = models.CharField(max_length=20, choices=[(why.value, why.value) for why in Why], blank=True)
    why = models.CharField(max_length=600)
    cost = models.PositiveIntegerField()
    change_reason = models.CharField(max_length=6, choices=list(WORKER_CHANGE_REASON.items()), blank=True)
    proposed_on = models.DateField()
    decision = models.CharField(max_length=10, choices=Decision.choices, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    overtaken_on = models.DateField(null=True, blank=True)
    overtaken_why = models.CharField(max_length=300, blank=True)
    chosen_on = models.DateField(null=True, blank=True)
    chosen_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    spoken = models.CharField(max_length=10, choices=Spoken.choices, blank=True)
    because = models.TextField(blank=True)

    objects = ProposedMoveQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(decision="", decided_on=None, decided_by=None)
                | (~Q(decision="") & Q(decided_on__isnull=False, decided_by__isnull=False, overtaken_on=None)),
                name="a_decision_has_its_day_and_its_manager",
            ),
            models.CheckConstraint(
                condition=~Q(decision="accepted") | Q(spoken="discussed") | (Q(spoken="urgent") & ~Q(because="")),
                name="accepted_after_talking_or_urgent_because",
            ),
            models.CheckConstraint(
                condition=~Q(decision="declined") | ~Q(because=""), name="a_move_not_taken_up_says_why"
            ),
            models.CheckConstraint(
                condition=Q(chosen_on=None, chosen_by=None) | Q(chosen_on__isnull=False, chosen_by__isnull=False),
                name="who_chose_a_worker_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(overtaken_why="") | Q(overtaken_on__isnull=False), name="overtaken_by_something_on_a_day"
            ),
            models.UniqueConstraint(
                fields=["case", "from_worker"],
                condition=Q(decision="", overtaken_on=None),
                nulls_distinct=False,
                name="one_open_proposal_for_each_family_group",
            ),
        ]
        indexes = [
            models.Index(fields=["team"], condition=Q(decision="", overtaken_on=None), name="proposal_open_of_team"),
        ]

    def __str__(self) -> str:
        return "a proposed change of worker"

"""Proposed changes of worker. Nothing here moves anybody: a manager decides each one, and only they read it."""

from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from camden.access import Permission
from camden.models import Team, User
from camden.models.base import Kept
from cases.models.case import OfCase, OfCaseQuerySet
from cases.rules.codesets import WORKER_CHANGE_REASON


class BalancingRun(Kept):
    """One look at a team's caseloads, complete or absent. `waiting_still` families could be proposed to nobody.

    Read only by whoever decides for the team: how many proposals there are is news to a worker too.
    """

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    looked_at = models.DateTimeField()
    waiting_still = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["team", "-looked_at"], name="balancing_run_of_team")]

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
    why = models.CharField(max_length=300)
    cost = models.PositiveIntegerField()
    change_reason = models.CharField(max_length=6, choices=list(WORKER_CHANGE_REASON.items()), blank=True)
    proposed_on = models.DateField()
    decision = models.CharField(max_length=10, choices=Decision.choices, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    overtaken_on = models.DateField(null=True, blank=True)
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

"""How a family gets a worker: who was asked, how they were introduced, and what this council says work weighs."""

from typing import Any, Self

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from camden.access import Permission
from camden.models import Team, User
from camden.models.base import Kept
from cases.models.case import Case, OfCase, OfCaseQuerySet
from cases.models.member import Member
from cases.models.spells import said_together
from cases.rules.introducing import ANSWER, SPOKEN


class WorkerAskedQuerySet(OfCaseQuerySet["WorkerAsked"]):
    """Questions about who was asked."""

    def visible_to(self, user: Any) -> Self:
        """Those put to this person, and those of a visible record that they decide. The wall says the same."""
        decides = Q(team__in=user.team_ids_for(Permission.CASE_ALLOCATE))
        return self.filter(Q(worker=user) | (decides & Q(case__in=Case.objects.visible_to(user).values("pk"))))

    def waiting(self) -> Self:
        """Neither answered nor taken back, the longest wait first."""
        return self.filter(answer="", taken_back_on=None).order_by("asked_on", "pk")


@pghistory.track()
class WorkerAsked(OfCase):
    """A manager asked a worker whether they could take these children of one family, and what the worker said.

    `team` is where they would lead; they read `needs` and `reasons`, and nothing of the record: it may not be open to
    them. Where somebody leads now, the manager had talked with that lead before (`lead_told_on`): nobody else learns
    first that a family may move.
    """

    child_ids = ArrayField(models.BigIntegerField())
    worker = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    needs = models.TextField()
    reasons = ArrayField(models.CharField(max_length=300), default=list)
    lead_told_on = models.DateField(null=True, blank=True)
    asked_on = models.DateField()
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=8, choices=list(ANSWER.items()), blank=True, default="")
    answer_words = models.TextField(blank=True, default="")
    answered_on = models.DateField(null=True, blank=True)
    taken_back_on = models.DateField(null=True, blank=True)

    objects = WorkerAskedQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "workers asked"
        constraints = [
            said_together("answer", "answered_on", name="an_answer_about_a_family_has_its_day"),
            models.CheckConstraint(
                condition=~Q(answer="no") | ~Q(answer_words=""), name="who_cannot_take_a_family_says_a_word"
            ),
            models.CheckConstraint(
                condition=Q(taken_back_on=None) | Q(answer=""), name="what_was_answered_is_not_taken_back"
            ),
            models.UniqueConstraint(
                fields=["case", "worker"],
                condition=Q(answer="", taken_back_on=None),
                name="one_open_question_to_each_worker_about_a_family",
            ),
        ]
        indexes = [
            models.Index(fields=["worker"], condition=Q(answer="", taken_back_on=None), name="asked_and_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.worker} was asked"


@pghistory.track()
class Introduction(OfCase):
    """How one child was taken to a new lead worker: agreed with that worker, planned, and done, each with its day.

    `before` is the lead before; without one there is no goodbye and nothing to hand over. Three of the days are the
    humane measure of a change (REFERENCE 4.5, C6): the family was told why, the old worker said goodbye, the new one
    was brought to them. The others are of the checklist (9.3): chronology and genogram are up to date (`record_on`),
    and what is still open was passed on (`actions_on`).
    """

    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="introductions")
    worker = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    before = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    changed_on = models.DateField()
    spoken = models.CharField(max_length=10, choices=list(SPOKEN.items()))
    because = models.TextField(blank=True, default="")
    introduced_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    meet_by_on = models.DateField(null=True, blank=True)
    told_on = models.DateField(null=True, blank=True)
    told_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    goodbye_on = models.DateField(null=True, blank=True)
    goodbye_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    hello_on = models.DateField(null=True, blank=True)
    hello_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    record_on = models.DateField(null=True, blank=True)
    record_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    actions_on = models.DateField(null=True, blank=True)
    actions_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(spoken="discussed") | ~Q(because=""), name="allocated_after_talking_or_urgent_because"
            ),
            said_together("told_on", "told_by", name="who_told_a_family_of_a_change_is_known"),
            said_together("goodbye_on", "goodbye_by", name="who_said_goodbye_is_known"),
            said_together("hello_on", "hello_by", name="who_brought_the_new_worker_is_known"),
            said_together("record_on", "record_by", name="who_brought_a_record_up_to_date_is_known"),
            said_together("actions_on", "actions_by", name="who_passed_open_actions_on_is_known"),
            models.CheckConstraint(
                condition=Q(goodbye_on=None) | Q(before__isnull=False), name="only_who_led_before_says_goodbye"
            ),
            models.CheckConstraint(
                condition=Q(record_on=None, actions_on=None) | Q(before__isnull=False),
                name="only_who_led_before_hands_over",
            ),
            models.CheckConstraint(condition=Q(before=None) | ~Q(before=F("worker")), name="nobody_follows_themselves"),
            models.UniqueConstraint(
                fields=["child", "worker", "changed_on"], name="one_introduction_for_each_change_of_lead"
            ),
        ]
        indexes = [models.Index(fields=["child", "-changed_on"], name="introduction_of_child")]

    def __str__(self) -> str:
        return f"{self.worker} for {self.child}"


class LocalWeight(Kept):
    """One number of the weighting as this council has it, from a day until a later one of the same code begins.

    Beside `rules.weighting.rows.SHIPPED`, and before it on the same day. Taken back, it never held. Written only by
    whoever keeps settings.
    """

    code = models.CharField(max_length=40)
    begins_on = models.DateField()
    amount = models.IntegerField()
    limit = models.IntegerField(null=True, blank=True)
    why = models.CharField(max_length=300)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["code", "begins_on"], condition=Q(taken_back_at=None), name="a_weight_begins_once_on_a_day"
            ),
            said_together("taken_back_at", "taken_back_by", name="who_took_a_weight_back_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.amount}"

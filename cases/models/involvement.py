"""Who works with whom: the one fact behind allocation, continuity and access. And who must not see."""

from typing import Self

import pghistory
from django.db import models
from django.db.models import Case as Choose
from django.db.models import F, Q, Value, When

from camden.models import Team, User
from cases.access import CaseScope
from cases.models.case import OfCase, OfCaseQuerySet
from cases.models.member import Member
from cases.rules.codesets import WORKER_CHANGE_REASON


class InvolvementQuerySet(OfCaseQuerySet["Involvement"]):
    """Questions about involvements."""

    def present(self) -> Self:
        """Those that have not ended, leads first."""
        return self.filter(ended_on=None).order_by(F("leads_now").desc(nulls_last=True), "started_on", "pk")


@pghistory.track(exclude=["leads_now"])
class Involvement(OfCase):
    """One worker's work with one child, from a day until a day. Written only by functions of `wall.sql`.

    The role `lead` is the allocation. Only a change of lead counts as a change of worker, and it carries one of
    the ten reasons of the national code set. Cover is not a change.
    """

    class Role(models.TextChoices):
        LEAD = "lead", "Lead worker"
        CO_WORKER = "co-worker", "Co-worker"
        LEAD_CHILD_PROTECTION = "lead-child-protection", "Lead child protection practitioner"
        PERSONAL_ADVISER = "personal-adviser", "Personal adviser"
        REVIEWING_OFFICER = "reviewing-officer", "Reviewing officer"
        CHAIR = "chair", "Conference chair"
        CONFERENCE_COORDINATOR = "conference-coordinator", "Family group conference coordinator"
        CLINICIAN = "clinician", "Consulting clinician"
        STUDENT = "student", "Student"
        OTHER = "other", "Also working with the child"

    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="involvements")
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="involvements", editable=False)
    worker = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=24, choices=Role.choices)
    scope = models.CharField(max_length=14, choices=[(s.value, s.value) for s in CaseScope])
    is_cover = models.BooleanField(default=False)
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    change_reason = models.CharField(max_length=6, choices=list(WORKER_CHANGE_REASON.items()), blank=True)
    leads_now = models.GeneratedField(
        expression=Choose(When(Q(role="lead", ended_on=None, is_cover=False), then=Value(True)), default=Value(None)),
        output_field=models.BooleanField(null=True),
        db_persist=True,
    )

    objects = InvolvementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child"],
                condition=Q(role="lead", ended_on=None, is_cover=False),
                name="one_lead_for_each_child",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("started_on")),
                name="involvement_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(change_reason="") | Q(role="lead", is_cover=False),
                name="only_a_change_of_lead_carries_a_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["worker"], condition=Q(ended_on=None), name="involvement_present"),
        ]

    def __str__(self) -> str:
        return f"{self.worker}, {self.get_role_display()} for {self.child}"


@pghistory.track()
class Exclusion(OfCase):
    """A person who must not see a record, whatever else would open it. Written only by functions of `wall.sql`."""

    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="exclusions", editable=False)
    worker = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    started_on = models.DateField()
    lifted_on = models.DateField(null=True, blank=True)
    # The worker while it stands. One column, so that "not excluded" is one condition on one row.
    stands_against = models.BigIntegerField(null=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "stands_against"], name="excluded_once_from_a_record"),
            models.CheckConstraint(
                condition=Q(lifted_on=None, stands_against__isnull=False, stands_against=F("worker"))
                | Q(lifted_on__isnull=False, stands_against=None),
                name="an_exclusion_stands_until_it_is_lifted",
            ),
            models.CheckConstraint(
                condition=Q(lifted_on=None) | Q(lifted_on__gte=F("started_on")), name="exclusion_lifts_after_it_starts"
            ),
        ]
        indexes = [models.Index(fields=["stands_against"], name="exclusion_standing")]

    def __str__(self) -> str:
        return "an exclusion"

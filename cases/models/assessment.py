"""The single assessment, as dated facts: its editor comes later."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from camden.models import User
from cases.models.case import OfCase
from cases.models.member import Member
from cases.models.spells import in_order, not_their_own, one_after_the_other, said_together
from cases.rules.codesets import ASSESSMENT_FACTOR
from cases.rules.journey import LEGAL_BASIS


@pghistory.track()
class Assessment(OfCase):
    """One assessment of a family's children: draft, shared with the family, submitted, then authorised or returned.

    The state follows from the days. Its 45 working days count from the referral (`counts_from_on`, AS1), and it ends
    when a manager who did not write it authorises it, after it was shared with the family (REFERENCE 1.3).
    """

    legal_basis = models.CharField(max_length=10, choices=list(LEGAL_BASIS.items()))
    counts_from_on = models.DateField()
    started_on = models.DateField()
    worker = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    checked_on = models.DateField(null=True, blank=True)
    checked_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    check_note = models.TextField(blank=True)
    shared_on = models.DateField(null=True, blank=True)
    familys_answer = models.TextField(blank=True)
    submitted_on = models.DateField(null=True, blank=True)
    submitted_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    authorised_on = models.DateField(null=True, blank=True)
    authorised_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decision = models.TextField(blank=True)
    stopped_on = models.DateField(null=True, blank=True)
    stop_reason = models.TextField(blank=True)
    children = models.ManyToManyField(Member, through="cases.AssessmentChild", related_name="+")

    class Meta:
        constraints = [
            said_together("stopped_on", "stop_reason", name="a_stopped_assessment_says_why"),
            # An imported one knows its day and nobody: who authorised it stays unknown.
            models.CheckConstraint(
                condition=Q(authorised_by=None) | Q(authorised_on__isnull=False), name="who_authorised_has_a_day"
            ),
            models.CheckConstraint(
                condition=Q(submitted_by=None) | Q(submitted_on__isnull=False), name="who_submitted_has_a_day"
            ),
            models.CheckConstraint(
                condition=Q(checked_on=None, checked_by=None, check_note="") | Q(checked_on__isnull=False),
                name="a_checkpoint_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(authorised_on=None) | Q(stopped_on=None), name="authorised_or_stopped_never_both"
            ),
            not_their_own("authorised_by", "submitted_by", "an_assessment_is_authorised_by_another"),
            not_their_own("authorised_by", "worker", "an_assessment_is_not_authorised_by_its_writer"),
            in_order("counts_from_on", "started_on", "an_assessment_starts_after_its_referral"),
            in_order("started_on", "shared_on", "an_assessment_is_shared_after_it_starts"),
            in_order("started_on", "submitted_on", "an_assessment_is_submitted_after_it_starts"),
            in_order("submitted_on", "authorised_on", "an_assessment_is_authorised_after_it_is_submitted"),
            in_order("started_on", "authorised_on", "an_assessment_ends_after_it_starts"),
            in_order("started_on", "stopped_on", "an_assessment_stops_after_it_starts"),
        ]
        indexes = [models.Index(fields=["case", "-started_on", "-id"], name="assessment_of_case")]

    def __str__(self) -> str:
        return f"Assessment begun {self.started_on}"

    def get_absolute_url(self) -> str:
        return reverse("cases:assessment", args=[self.case_id, self.pk])


@pghistory.track()
class AssessmentChild(OfCase):
    """A child in an assessment. Repeats its days, so that one open assessment for each child is a constraint."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="parts")
    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    factors = ArrayField(models.CharField(max_length=3), default=list, blank=True)
    is_in_need = models.BooleanField(null=True, default=None)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assessment", "child"], name="an_assessment_names_a_child_once"),
            models.UniqueConstraint(
                fields=["child"], condition=Q(ended_on=None), name="one_open_assessment_for_each_child"
            ),
            one_after_the_other("assessments_of_a_child_do_not_overlap"),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("started_on")), name="a_childs_assessment_has_its_order"
            ),
            models.CheckConstraint(
                condition=Q(factors=[]) | Q(ended_on__isnull=False), name="factors_are_of_a_completed_assessment"
            ),
            models.CheckConstraint(
                condition=Q(factors__contained_by=list(ASSESSMENT_FACTOR))
                & (~Q(factors__contains=["21"]) | Q(factors=["21"])),
                name="no_factor_found_stands_alone",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assessment}, {self.child}"


@pghistory.track()
class AssessmentReturn(OfCase):
    """An assessment was given back to its writer: by whom, and what is missing."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="returns")
    returned_on = models.DateField()
    returned_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    why = models.TextField()

    def __str__(self) -> str:
        return f"{self.assessment}, given back {self.returned_on}"


@pghistory.track()
class AssessmentBasis(OfCase):
    """The legal basis of an assessment changed on a day: it goes on, with the same parts and the family's own worker.

    `joined` is the registered social worker who came beside them where the new basis requires one.
    """

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="bases")
    legal_basis = models.CharField(max_length=10, choices=list(LEGAL_BASIS.items()))
    before = models.CharField(max_length=10, choices=list(LEGAL_BASIS.items()))
    began_on = models.DateField()
    why = models.TextField()
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    joined = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "legal bases of assessments"
        constraints = [
            models.CheckConstraint(condition=~Q(legal_basis=F("before")), name="a_changed_basis_is_another_one")
        ]

    def __str__(self) -> str:
        return f"{self.get_legal_basis_display()} from {self.began_on}"

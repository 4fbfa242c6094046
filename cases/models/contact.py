"""The front door: a contact about children, and the referral it may become."""

from typing import Self

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from camden.models import User
from cases.models.case import OfCase, OfCaseQuerySet
from cases.models.episode import Episode
from cases.models.member import Member
from cases.rules.codesets import REFERRAL_SOURCE
from cases.rules.journey import CONSENT, CONTACT_METHOD, CONTACT_OUTCOME, CONTACT_RATING, REFERRAL_OUTCOME


class ContactQuerySet(OfCaseQuerySet["Contact"]):
    """Questions about contacts."""

    def waiting(self) -> Self:
        """Nobody decided yet; the one that waits longest first."""
        return self.filter(decided_at=None).order_by("received_at", "pk")


@pghistory.track()
class Contact(OfCase):
    """Somebody told us of children: who, when to the minute, how, and what a manager decided to do with it.

    `worry` is what was said, word for word where a child spoke. The decision's time is kept, never its lateness.
    """

    received_at = models.DateTimeField()
    taken_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    method = models.CharField(max_length=10, choices=list(CONTACT_METHOD.items()))
    source = models.CharField(max_length=3, choices=list(REFERRAL_SOURCE.items()))
    who = models.CharField(max_length=120, blank=True)
    agency = models.CharField(max_length=120, blank=True)
    reach = models.CharField(max_length=200, blank=True)
    consent = models.CharField(max_length=10, choices=list(CONSENT.items()))
    consent_note = models.TextField(blank=True)
    worry = models.TextField()
    strengths = models.TextField(blank=True)
    care_when_calling = models.TextField(blank=True)
    rating = models.CharField(max_length=5, choices=list(CONTACT_RATING.items()), blank=True)
    outcome = models.CharField(max_length=16, choices=list(CONTACT_OUTCOME.items()), blank=True)
    rationale = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    told_at = models.DateTimeField(null=True, blank=True)
    told_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    children = models.ManyToManyField(Member, through="cases.ContactChild", related_name="+")

    objects = ContactQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_at=None, decided_by=None, outcome="", rationale="")
                | (Q(decided_at__isnull=False, decided_by__isnull=False) & ~Q(outcome="") & ~Q(rationale="")),
                name="a_decided_contact_says_who_what_and_why",
            ),
            models.CheckConstraint(
                condition=Q(told_at=None, told_by=None) | Q(told_at__isnull=False, told_by__isnull=False),
                name="who_told_the_referrer_is_known",
            ),
            models.CheckConstraint(
                condition=Q(decided_at=None) | Q(decided_at__gte=F("received_at")),
                name="a_contact_is_decided_after_it_came",
            ),
        ]
        indexes = [
            models.Index(fields=["received_at"], condition=Q(decided_at=None), name="contact_waiting"),
            models.Index(fields=["case", "-received_at"], name="contact_of_case"),
        ]

    def __str__(self) -> str:
        return f"Contact of {self.received_at:%-d %B %Y}"

    def get_absolute_url(self) -> str:
        return reverse("cases:contact", args=[self.case_id, self.pk])


@pghistory.track()
class ContactChild(OfCase):
    """A child a contact is about."""

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="parts")
    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contact", "child"], name="a_contact_names_a_child_once")]

    def __str__(self) -> str:
        return f"{self.contact}, about {self.child}"


@pghistory.track()
class Referral(OfCase):
    """A request for services for children who are not in need yet: decided within a working day (REFERENCE 1.1).

    New until it is decided; then open while an episode it opened is, and closed after. `outcomes` may be several,
    of REFERRAL_OUTCOME; "no-further-action" stands alone.
    """

    contact = models.OneToOneField(Contact, null=True, on_delete=models.PROTECT, related_name="referral")
    received_at = models.DateTimeField()
    source = models.CharField(max_length=3, choices=list(REFERRAL_SOURCE.items()), blank=True)
    outcomes = ArrayField(models.CharField(max_length=17), default=list, blank=True)
    rationale = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    told_at = models.DateTimeField(null=True, blank=True)
    told_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    children = models.ManyToManyField(Member, through="cases.ReferralChild", related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_at=None, decided_by=None, outcomes=[], rationale="")
                | (Q(decided_at__isnull=False, decided_by__isnull=False) & ~Q(outcomes=[]) & ~Q(rationale="")),
                name="a_decided_referral_says_who_what_and_why",
            ),
            models.CheckConstraint(
                condition=Q(outcomes__contained_by=list(REFERRAL_OUTCOME))
                & (~Q(outcomes__contains=["no-further-action"]) | Q(outcomes=["no-further-action"])),
                name="no_further_action_stands_alone",
            ),
            models.CheckConstraint(
                condition=Q(told_at=None, told_by=None) | Q(told_at__isnull=False, told_by__isnull=False),
                name="who_told_of_the_decision_is_known",
            ),
            models.CheckConstraint(
                condition=Q(decided_at=None) | Q(decided_at__gte=F("received_at")),
                name="a_referral_is_decided_after_it_came",
            ),
        ]
        indexes = [
            models.Index(fields=["received_at"], condition=Q(decided_at=None), name="referral_waiting"),
            models.Index(fields=["case", "-received_at"], name="referral_of_case"),
        ]

    def __str__(self) -> str:
        return f"Referral of {self.received_at:%-d %B %Y}"

    def get_absolute_url(self) -> str:
        return reverse("cases:referral", args=[self.case_id, self.pk])


@pghistory.track()
class ReferralChild(OfCase):
    """A child of a referral, and the episode of need its decision opened."""

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="parts")
    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    episode = models.OneToOneField(Episode, null=True, blank=True, on_delete=models.PROTECT, related_name="part")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["referral", "child"], name="a_referral_names_a_child_once")]

    def __str__(self) -> str:
        return f"{self.referral}, about {self.child}"

"""Keeping children safe: strategy discussions, enquiries under section 47, conferences."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import ExtractIsoWeekDay
from django.db.models.lookups import LessThanOrEqual
from django.urls import reverse

from camden.models import User
from cases.models.case import OfCase
from cases.models.member import Member
from cases.models.spells import in_order, not_their_own, one_after_the_other, said_together
from cases.rules.codesets import ABUSE_CATEGORY
from cases.rules.journey import AGENCY, CONFERENCE_KIND, CONFERENCE_OUTCOME, ENQUIRY_OUTCOME, PARTICIPATION

FRIDAY = 5


@pghistory.track()
class StrategyDiscussion(OfCase):
    """Agencies weigh what they know of a possible significant harm, and decide whether to enquire (REFERENCE 1.4)."""

    cause_at = models.DateTimeField()
    held_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    decided_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    agencies = ArrayField(models.CharField(max_length=12), default=list)
    shared = models.TextField(blank=True)
    safety_tonight = models.TextField(blank=True)
    telling_parents = models.TextField(blank=True)
    decision = models.TextField(blank=True)
    is_joint = models.BooleanField(null=True, default=None)
    children = models.ManyToManyField(Member, through="cases.StrategyChild", related_name="+")

    class Meta:
        constraints = [
            in_order("cause_at", "held_at", "a_strategy_discussion_follows_its_cause"),
            models.CheckConstraint(condition=Q(agencies__contained_by=list(AGENCY)), name="agencies_are_of_the_list"),
        ]
        indexes = [models.Index(fields=["case", "-held_at"], name="strategy_of_case")]

    def __str__(self) -> str:
        return f"Strategy discussion of {self.held_at:%-d %B %Y}"

    def get_absolute_url(self) -> str:
        return reverse("cases:strategy", args=[self.case_id, self.pk])


@pghistory.track()
class StrategyChild(OfCase):
    """A child of a strategy discussion, and whether an enquiry was decided for them."""

    strategy = models.ForeignKey(StrategyDiscussion, on_delete=models.PROTECT, related_name="parts")
    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    is_enquired = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["strategy", "child"], name="a_strategy_names_a_child_once")]

    def __str__(self) -> str:
        return f"{self.strategy}, {self.child}"


@pghistory.track()
class Enquiry(OfCase):
    """One child's enquiry under section 47. Its clock starts at the strategy discussion that initiates it (CP4).

    A worker says what it found (`concluded`), a manager who did not authorises it, and says if no conference is needed.
    """

    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="enquiries")
    strategy = models.ForeignKey(
        StrategyDiscussion, null=True, blank=True, on_delete=models.PROTECT, related_name="enquiries"
    )
    started_on = models.DateField()
    outcome = models.CharField(max_length=18, choices=list(ENQUIRY_OUTCOME.items()), blank=True)
    findings = models.TextField(blank=True)
    concluded_on = models.DateField(null=True, blank=True)
    concluded_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    not_required_on = models.DateField(null=True, blank=True)
    not_required_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    not_required_why = models.TextField(blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "enquiries"
        constraints = [
            models.UniqueConstraint(
                fields=["child"], condition=Q(ended_on=None), name="one_open_enquiry_for_each_child"
            ),
            one_after_the_other("enquiries_of_a_child_do_not_overlap"),
            models.CheckConstraint(
                condition=Q(concluded_on=None, concluded_by=None, outcome="")
                | (Q(concluded_on__isnull=False) & ~Q(outcome="")),
                name="a_concluded_enquiry_says_what_it_found",
            ),
            models.CheckConstraint(
                condition=Q(not_required_on=None, not_required_by=None, not_required_why="")
                | Q(not_required_on__isnull=False),
                name="no_conference_has_its_day",
            ),
            models.CheckConstraint(condition=Q(ended_by=None) | Q(ended_on__isnull=False), name="who_ended_has_a_day"),
            models.CheckConstraint(
                condition=Q(ended_on=None) | ~Q(outcome=""), name="an_ended_enquiry_says_what_it_found"
            ),
            not_their_own("ended_by", "concluded_by", "an_enquiry_is_authorised_by_another"),
            in_order("started_on", "concluded_on", "an_enquiry_is_concluded_after_it_starts"),
            in_order("started_on", "ended_on", "an_enquiry_ends_after_it_starts"),
            in_order("started_on", "not_required_on", "no_conference_is_decided_after_the_start"),
        ]
        indexes = [models.Index(fields=["case", "-started_on"], name="enquiry_of_case")]

    def __str__(self) -> str:
        return f"Enquiry about {self.child}, begun {self.started_on}"

    def get_absolute_url(self) -> str:
        return reverse("cases:enquiry", args=[self.case_id, self.pk])


@pghistory.track()
class ProtectionConference(OfCase):
    """A child protection conference: booked for a day, held on a day, with what was shared before and sent after.

    Never on a weekend (8875). The chair is independent of line management (REFERENCE 1.5).
    """

    kind = models.CharField(max_length=11, choices=list(CONFERENCE_KIND.items()))
    planned_on = models.DateField(null=True, blank=True)
    booked_on = models.DateField(null=True, blank=True)
    held_on = models.DateField(null=True, blank=True)
    called_off_on = models.DateField(null=True, blank=True)
    called_off_why = models.TextField(blank=True)
    chair = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    agencies = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    report_shared_on = models.DateField(null=True, blank=True)
    decisions_sent_on = models.DateField(null=True, blank=True)
    record_sent_on = models.DateField(null=True, blank=True)
    contingency = models.TextField(blank=True)
    children = models.ManyToManyField(Member, through="cases.ProtectionConferenceChild", related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(planned_on__isnull=False) | Q(held_on__isnull=False), name="a_conference_has_a_day"
            ),
            said_together("called_off_on", "called_off_why", name="a_conference_called_off_says_why"),
            models.CheckConstraint(
                condition=Q(held_on=None) | Q(called_off_on=None), name="a_conference_called_off_was_not_held"
            ),
            models.CheckConstraint(
                condition=Q(held_on=None) | Q(LessThanOrEqual(ExtractIsoWeekDay("held_on"), FRIDAY)),
                name="a_conference_is_not_held_on_a_weekend",
            ),
            in_order("held_on", "decisions_sent_on", "decisions_are_sent_after_the_conference"),
            in_order("held_on", "record_sent_on", "the_record_is_sent_after_the_conference"),
        ]
        indexes = [models.Index(fields=["case", "-held_on"], name="protection_conf_of_case")]

    def __str__(self) -> str:
        day = self.held_on or self.planned_on
        return f"{self.get_kind_display()}, {day:%-d %B %Y}" if day else self.get_kind_display()

    def get_absolute_url(self) -> str:
        return reverse("cases:protection-conference", args=[self.case_id, self.pk])


@pghistory.track()
class ProtectionConferenceChild(OfCase):
    """What a conference decided for one child, how the child took part, and who saw it differently."""

    conference = models.ForeignKey(ProtectionConference, on_delete=models.PROTECT, related_name="parts")
    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10, choices=list(CONFERENCE_OUTCOME.items()), blank=True)
    category = models.CharField(max_length=3, choices=list(ABUSE_CATEGORY.items()), blank=True)
    participation = models.CharField(max_length=3, choices=list(PARTICIPATION.items()), blank=True)
    views = models.TextField(blank=True)
    dissent = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conference", "child"], name="a_protection_conference_names_a_child_once"),
            models.CheckConstraint(
                condition=~Q(outcome__in=["plan", "continues"]) | ~Q(category=""), name="a_plan_has_its_category"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.conference}, {self.child}"

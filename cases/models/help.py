"""Time under a plan, on one legal basis after another; the meetings about it; steps up and down; closing."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from camden.models import User
from cases.models.case import OfCase
from cases.models.episode import Episode
from cases.models.member import Member
from cases.models.protection import ProtectionConference
from cases.models.spells import in_order, not_their_own, one_after_the_other
from cases.rules.codesets import ABUSE_CATEGORY, CLOSURE_REASON
from cases.rules.journey import LEGAL_BASIS, MEETING_KIND, PLAN_ENDING, PLAN_NAME, THRESHOLD_DRIVER


@pghistory.track()
class PlanSpell(OfCase):
    """One child's time under a plan on one legal basis: help by agreement, need, or protection.

    One at a time, so a child in need plan never runs beside a child protection plan (4001, 4003, 4016), and never
    begun and ended on one day (4012, 8840). A protection plan begins with its conference (2885) and has its category.
    `visit_every` are working days between visits where the chair or a manager set fewer than the rule (REFERENCE 1.6).
    """

    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="plan_spells")
    basis = models.CharField(max_length=10, choices=list(LEGAL_BASIS.items()))
    started_on = models.DateField()
    started_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    conference = models.ForeignKey(
        ProtectionConference, null=True, blank=True, on_delete=models.PROTECT, related_name="plans"
    )
    first_category = models.CharField(max_length=3, choices=list(ABUSE_CATEGORY.items()), blank=True)
    latest_category = models.CharField(max_length=3, choices=list(ABUSE_CATEGORY.items()), blank=True)
    earlier_plans = models.PositiveSmallIntegerField(null=True, blank=True)
    visit_every = models.PositiveSmallIntegerField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    end_reason = models.CharField(max_length=16, choices=list(PLAN_ENDING.items()), blank=True)

    class Meta:
        constraints = [
            one_after_the_other("plans_of_a_child_do_not_overlap"),
            models.UniqueConstraint(fields=["child"], condition=Q(ended_on=None), name="one_open_plan_for_each_child"),
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_by=None, end_reason="")
                | (Q(ended_on__isnull=False) & ~Q(end_reason="")),
                name="an_ended_plan_says_why",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gt=F("started_on")), name="a_plan_lasts_at_least_a_day"
            ),
            models.CheckConstraint(
                condition=Q(basis="protection")
                | Q(first_category="", latest_category="", conference=None, earlier_plans=None),
                name="only_a_protection_plan_has_a_category",
            ),
            models.CheckConstraint(
                condition=~Q(basis="protection") | (~Q(first_category="") & ~Q(latest_category="")),
                name="a_protection_plan_has_its_category",
            ),
        ]
        indexes = [
            models.Index(fields=["case", "-started_on"], name="plan_spell_of_case"),
        ]

    def __str__(self) -> str:
        return f"{PLAN_NAME[self.basis]} of {self.child}"

    def get_absolute_url(self) -> str:
        return reverse("cases:plan", args=[self.case_id, self.pk])


@pghistory.track()
class PlanMeeting(OfCase):
    """A core group, a child in need review or a team around the family: who came, what was agreed, when it was sent."""

    kind = models.CharField(max_length=11, choices=list(MEETING_KIND.items()))
    held_on = models.DateField()
    written_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    who_came = models.TextField(blank=True)
    words = models.TextField(blank=True)
    familys_words = models.TextField(blank=True)
    record_sent_on = models.DateField(null=True, blank=True)
    children = models.ManyToManyField(Member, through="cases.PlanMeetingChild", related_name="+")

    class Meta:
        constraints = [in_order("held_on", "record_sent_on", "minutes_are_sent_after_the_meeting")]
        indexes = [models.Index(fields=["case", "-held_on"], name="plan_meeting_of_case")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} on {self.held_on}"

    def get_absolute_url(self) -> str:
        return reverse("cases:plan-meeting", args=[self.case_id, self.pk])


@pghistory.track()
class PlanMeetingChild(OfCase):
    """A child whose plan a meeting was about."""

    meeting = models.ForeignKey(PlanMeeting, on_delete=models.PROTECT, related_name="parts")
    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "child"], name="a_meeting_names_a_child_once")]

    def __str__(self) -> str:
        return f"{self.meeting}, {self.child}"


@pghistory.track()
class ThresholdMove(OfCase):
    """A step up or down: from one basis to another, why, what the family says, and whether they keep their worker.

    "" stands for no help or plan. A step down is looked at again after three months (REFERENCE 4.6).
    """

    moved_on = models.DateField()
    from_basis = models.CharField(max_length=10, choices=list(LEGAL_BASIS.items()), blank=True)
    to_basis = models.CharField(max_length=10, choices=list(LEGAL_BASIS.items()), blank=True)
    driver = models.CharField(max_length=10, choices=list(THRESHOLD_DRIVER.items()))
    why = models.TextField()
    familys_view = models.TextField(blank=True)
    keeps_worker = models.BooleanField()
    network_plan = models.TextField(blank=True)
    step_up_again_if = models.TextField(blank=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    children = models.ManyToManyField(Member, through="cases.ThresholdChild", related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(from_basis=F("to_basis")), name="a_step_leads_somewhere_else"),
        ]
        indexes = [models.Index(fields=["case", "-moved_on"], name="threshold_of_case")]

    def __str__(self) -> str:
        return f"Step on {self.moved_on}"

    def get_absolute_url(self) -> str:
        return reverse("cases:threshold", args=[self.case_id, self.pk])


@pghistory.track()
class ThresholdChild(OfCase):
    """A child who stepped up or down."""

    move = models.ForeignKey(ThresholdMove, on_delete=models.PROTECT, related_name="parts")
    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["move", "child"], name="a_step_names_a_child_once")]

    def __str__(self) -> str:
        return f"{self.move}, {self.child}"


@pghistory.track()
class Closure(OfCase):
    """Work with some of a family's children is to end: what the worker prepared, and the manager's decision.

    The answers of the checklist are words: what the family was told, who they can turn to (REFERENCE 1.12). Agreed,
    each child's episode closes on `closed_on` for `reason`; not agreed, `answer` says what is missing.
    """

    reason = models.CharField(max_length=3, choices=list(CLOSURE_REASON.items()))
    closed_on = models.DateField()
    asked_on = models.DateField()
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    summary = models.TextField()
    family_told = models.TextField(blank=True)
    way_back = models.TextField(blank=True)
    named_person = models.CharField(max_length=200, blank=True)
    network_plan = models.TextField(blank=True)
    goodbye = models.TextField(blank=True)
    feedback_asked_on = models.DateField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    is_agreed = models.BooleanField(null=True, default=None)
    answer = models.TextField(blank=True)
    children = models.ManyToManyField(Member, through="cases.ClosureChild", related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_on=None, decided_by=None, is_agreed=None)
                | Q(decided_on__isnull=False, decided_by__isnull=False, is_agreed__isnull=False),
                name="a_decided_closing_says_who_and_what",
            ),
            models.CheckConstraint(condition=~Q(is_agreed=False) | ~Q(answer=""), name="a_closing_not_agreed_says_why"),
            not_their_own("decided_by", "asked_by", "a_closing_is_agreed_by_another"),
        ]
        indexes = [models.Index(fields=["case", "-asked_on"], name="closure_of_case")]

    def __str__(self) -> str:
        return f"Closing on {self.closed_on}"

    def get_absolute_url(self) -> str:
        return reverse("cases:closure", args=[self.case_id, self.pk])


@pghistory.track()
class ClosureChild(OfCase):
    """A child of a closing, and the episode that ends with it."""

    closure = models.ForeignKey(Closure, on_delete=models.PROTECT, related_name="parts")
    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["closure", "child"], name="a_closing_names_a_child_once")]

    def __str__(self) -> str:
        return f"{self.closure}, {self.child}"

"""Meetings to come, who is asked to them and came, and what a chair or reviewing officer disputes."""

import pghistory
from django.db import models
from django.db.models import Q
from django.urls import reverse

from camden.models import User
from cases.models.case import OfCase
from cases.models.help import PlanMeeting
from cases.models.marks import one_of
from cases.models.member import Member
from cases.models.protection import ProtectionConference
from cases.models.spells import in_order, said_together
from cases.rules.journey import AGENCY, MEETING_KIND, PARTICIPATION
from cases.rules.overseeing import ATTENDED, DISPUTE_STAGE, INVITE_ANSWER, INVITED_HOW


@pghistory.track()
class PlannedMeeting(OfCase):
    """A core group, a child in need review or a team around the family that is to come; `held_as` once it was held."""

    kind = models.CharField(max_length=11, choices=list(MEETING_KIND.items()))
    planned_at = models.DateTimeField()
    place = models.CharField(max_length=200, blank=True, default="")
    arranged_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    arranged_on = models.DateField()
    called_off_on = models.DateField(null=True, blank=True)
    called_off_why = models.TextField(blank=True, default="")
    held_as = models.OneToOneField(
        PlanMeeting, null=True, blank=True, on_delete=models.PROTECT, related_name="planned_as"
    )

    class Meta:
        constraints = [
            said_together("called_off_on", "called_off_why", name="a_meeting_called_off_says_why"),
            models.CheckConstraint(
                condition=Q(called_off_on=None) | Q(held_as=None), name="a_meeting_is_held_or_called_off"
            ),
        ]
        indexes = [models.Index(fields=["case", "planned_at"], name="planned_meeting_of_case")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} on {self.planned_at:%-d %B %Y}"

    def get_absolute_url(self) -> str:
        return reverse("cases:planned-meeting", args=[self.case_id, self.pk])


@pghistory.track()
class Invitation(OfCase):
    """Somebody was asked to a conference or meeting: of the family, or a professional; and whether they came.

    `participation` is a child's code (REFERENCE 12.3). Never written to an address that is not safe.
    """

    conference = models.ForeignKey(
        ProtectionConference, null=True, blank=True, on_delete=models.PROTECT, related_name="invitations"
    )
    meeting = models.ForeignKey(
        PlannedMeeting, null=True, blank=True, on_delete=models.PROTECT, related_name="invitations"
    )
    member = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120, blank=True, default="")
    agency = models.CharField(max_length=12, choices=list(AGENCY.items()), blank=True, default="")
    reached_by = models.CharField(max_length=200, blank=True, default="")
    how = models.CharField(max_length=8, choices=list(INVITED_HOW.items()), blank=True, default="")
    invited_on = models.DateField(null=True, blank=True)
    invited_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=8, choices=list(INVITE_ANSWER.items()), blank=True, default="")
    needs = models.CharField(max_length=300, blank=True, default="")
    attended = models.CharField(max_length=10, choices=list(ATTENDED.items()), blank=True, default="")
    participation = models.CharField(max_length=3, choices=list(PARTICIPATION.items()), blank=True, default="")
    taken_off_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of("conference", "meeting", name="an_invitation_is_to_one_meeting"),
            models.CheckConstraint(condition=Q(member__isnull=False) | ~Q(name=""), name="somebody_is_invited"),
            models.CheckConstraint(
                condition=Q(invited_by=None) | Q(invited_on__isnull=False), name="who_invited_has_a_day"
            ),
            models.UniqueConstraint(
                fields=["conference", "member"],
                condition=Q(member__isnull=False, taken_off_on=None),
                name="somebody_is_asked_to_a_conference_once",
            ),
            models.UniqueConstraint(
                fields=["meeting", "member"],
                condition=Q(member__isnull=False, taken_off_on=None),
                name="somebody_is_asked_to_a_meeting_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name or str(self.member)


@pghistory.track()
class Dispute(OfCase):
    """What a chair or reviewing officer does not leave as it is: about what, what they want, how it ended."""

    child = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    conference = models.ForeignKey(
        ProtectionConference, null=True, blank=True, on_delete=models.PROTECT, related_name="disputes"
    )
    about = models.CharField(max_length=200)
    words = models.TextField()
    wanted = models.TextField()
    stage = models.CharField(max_length=8, choices=list(DISPUTE_STAGE.items()), default="worker")
    raised_on = models.DateField()
    raised_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    answer_by_on = models.DateField()
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField(blank=True, default="")
    settled_on = models.DateField(null=True, blank=True)
    settled_how = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            said_together("answered_on", "answered_by", "answer", name="an_answered_dispute_says_by_whom"),
            said_together("settled_on", "settled_how", name="a_settled_dispute_says_how"),
            in_order("raised_on", "answer_by_on", "a_dispute_is_answered_after_it_is_raised"),
        ]
        indexes = [models.Index(fields=["case", "-raised_on", "-id"], name="dispute_of_case")]

    def __str__(self) -> str:
        return self.about

    def get_absolute_url(self) -> str:
        return reverse("cases:dispute", args=[self.case_id, self.pk])

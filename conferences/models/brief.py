"""What was written down for the coordinator at the referral: all they know of the family from us."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from camden.models import User
from cases.models import Member
from conferences.models.conference import FamilyConference, OfConference
from conferences.rules.consent import FACT_SAYS, TO_AGREE_TO

FACTS = [(fact.value, FACT_SAYS[fact]) for fact in TO_AGREE_TO]


@pghistory.track()
class Brief(OfConference):
    """The referral in words, as it was sent. The coordinator reads this and not the record.

    `bottom_lines` are what must happen for the children to be safe. What keeps people safe reaches the coordinator
    whatever anybody consented to: an order, a condition of bail, a safe address, who must not meet; that nothing is
    known is an answer somebody chose. `shared` are facts the family agreed to share: who agreed, and when.
    """

    class Safety(models.TextChoices):
        KNOWN = "known", "Yes: an order, bail, a safe address, or people who must not meet"
        NOTHING_KNOWN = "nothing-known", "We asked, and nothing is known"

    conference = models.OneToOneField(FamilyConference, on_delete=models.PROTECT, related_name="brief", editable=False)
    reason = models.TextField()
    questions = models.TextField(blank=True)
    bottom_lines = models.TextField(blank=True)
    safety = models.CharField(max_length=14, choices=Safety.choices)
    safety_facts = models.TextField(blank=True)
    shared = models.TextField(blank=True)
    shared_agreed_by = models.CharField(max_length=120, blank=True)
    shared_agreed_on = models.DateField(null=True, blank=True)
    arrangements = models.TextField(blank=True)
    childrens_views = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(safety="known") & ~Q(safety_facts="") | Q(safety="nothing-known", safety_facts=""),
                name="what_keeps_people_safe_is_said",
            ),
            models.CheckConstraint(
                condition=Q(shared="", shared_agreed_by="", shared_agreed_on=None)
                | (~Q(shared="") & ~Q(shared_agreed_by="") & Q(shared_agreed_on__isnull=False)),
                name="a_shared_fact_has_somebody_who_agreed",
            ),
        ]

    def __str__(self) -> str:
        return "what the coordinator was told"


@pghistory.track()
class ConferenceChild(OfConference):
    """A child the conference is about: first name and age as they were written down at the referral.

    `child` leads to the record, which a coordinator cannot open; their pages show the words.
    """

    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    first_name = models.CharField(max_length=80)
    age = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conference", "child"], name="a_conference_names_a_child_once")]

    def __str__(self) -> str:
        return self.first_name


@pghistory.track()
class FamilyAnswer(OfConference):
    """What one person of the family said when they were asked whether they want a conference. Each asking is a row.

    `member` is who they are in the record, where they are known in it. `language` is the one they were asked in, empty
    for English; `is_kin` says that a child or somebody of the family interpreted. `shares` are codes of
    `rules.consent.Fact` they agreed to share with the coordinator then. `words` are theirs: what a child thinks of it.
    """

    class Answer(models.TextChoices):
        YES = "yes", "Yes, would like one"
        THINKING = "thinking", "Asked, wants time to think"
        NO = "no", "Asked, does not want one now"
        NO_REPLY = "no-reply", "Asked, and has not answered"
        NOT_ASKED = "not-asked", "Not asked, and why"

    who = models.CharField(max_length=120)
    tie = models.CharField(max_length=160, blank=True)
    answer = models.CharField(max_length=10, choices=Answer.choices)
    asked_on = models.DateField()
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    has_responsibility = models.BooleanField(default=False)
    is_child = models.BooleanField(default=False)
    language = models.CharField(max_length=60, blank=True, default="")
    interpreter = models.CharField(max_length=120, blank=True, default="")
    is_kin = models.BooleanField(default=False)
    shares = ArrayField(models.CharField(max_length=12, choices=FACTS), default=list, blank=True)
    not_asked_because = models.CharField(max_length=300, blank=True, default="")
    words = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(asked_on__isnull=False, asked_by__isnull=False), name="an_answer_says_who_asked_and_when"
            ),
            models.CheckConstraint(
                condition=~Q(answer="not-asked") | ~Q(not_asked_because=""), name="nobody_is_left_out_without_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.who}: {self.get_answer_display()}"

"""What is written with a family: an assessment, a plan, a report, in sections that several people write at once."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from camden.models import User
from camden.models.base import Kept
from cases.models.assessment import Assessment
from cases.models.case import OfCase
from cases.models.document import Release
from cases.models.marks import KeptFrom
from cases.models.member import Member
from cases.models.note import Quote
from cases.models.protection import ProtectionConference
from cases.rules.recording import QUOTE_HOW
from cases.rules.writing import PAPER, SHARED_HOW, SOURCE_KIND


class LocalSection(Kept):
    """How this council changes one section of a paper, or adds one: shipped sections are `cases.rules.sections`.

    Written only by a function, which asks whether the principal looks after settings.
    """

    paper = models.CharField(max_length=18, choices=list(PAPER.items()))
    code = models.SlugField(max_length=30)
    title = models.CharField(max_length=120)
    prompt = models.TextField(blank=True, default="")
    familys_title = models.CharField(max_length=120, blank=True, default="")
    for_each = models.CharField(max_length=6, choices=[("family", "The family"), ("child", "Each child")])
    position = models.PositiveSmallIntegerField()
    retired_on = models.DateField(null=True, blank=True)
    edited_at = models.DateTimeField()
    edited_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["paper", "code"], name="a_paper_has_a_section_once")]

    def __str__(self) -> str:
        return self.title


@pghistory.track()
class Writing(OfCase):
    """One paper of a family: an assessment's text, the family's plan, a report for a conference or a review.

    `assessment` for an assessment, `conference` for a report to one. A family has one plan that is open; its children's
    legal basis is in their `PlanSpell`s and changes without another plan. Closed, nothing in it changes any more.
    """

    paper = models.CharField(max_length=18, choices=list(PAPER.items()))
    assessment = models.OneToOneField(
        Assessment, null=True, blank=True, on_delete=models.PROTECT, related_name="writing"
    )
    conference = models.ForeignKey(
        ProtectionConference, null=True, blank=True, on_delete=models.PROTECT, related_name="reports"
    )
    meeting = models.ForeignKey(
        "cases.PlannedMeeting", null=True, blank=True, on_delete=models.PROTECT, related_name="reports"
    )
    begun_on = models.DateField()
    begun_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(paper="plan", closed_on=None), name="one_open_plan_of_a_family"
            ),
            models.UniqueConstraint(
                fields=["conference"], condition=Q(conference__isnull=False), name="one_report_for_a_conference"
            ),
            models.UniqueConstraint(
                fields=["meeting"], condition=Q(meeting__isnull=False), name="one_report_for_a_meeting"
            ),
            models.CheckConstraint(
                condition=Q(paper="assessment", assessment__isnull=False)
                | (~Q(paper="assessment") & Q(assessment=None)),
                name="an_assessments_text_has_its_assessment",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=F("begun_on")), name="a_paper_closes_after_it_begins"
            ),
        ]
        indexes = [models.Index(fields=["case", "-begun_on", "-id"], name="writing_of_case")]

    def __str__(self) -> str:
        return f"{self.get_paper_display()}, begun {self.begun_on}"

    def get_absolute_url(self) -> str:
        return reverse("cases:writing", args=[self.case_id, self.pk])


@pghistory.track()
class WritingPart(OfCase, KeptFrom):
    """One section of a paper: shared by all children, or one child's own. Its history has every text it ever had.

    `taken_from` is the part of another paper it began as: a report is made of an assessment and a plan.
    """

    writing = models.ForeignKey(Writing, on_delete=models.PROTECT, related_name="parts")
    section = models.SlugField(max_length=30)
    child = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(blank=True, default="")
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    taken_from = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["writing", "section", "child"], name="a_paper_has_a_part_once", nulls_distinct=False
            )
        ]

    def __str__(self) -> str:
        return f"{self.section} of {self.writing}"


@pghistory.track()
class FamilySays(OfCase, KeptFrom):
    """What somebody of the family says to one part, in their words; it stands beside ours, as large.

    `quote` when the words are on the record already: nothing is typed twice. Struck rows were taken back.
    """

    part = models.ForeignKey(WritingPart, on_delete=models.PROTECT, related_name="says")
    member = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    said_by = models.CharField(max_length=120, blank=True, default="")
    words = models.TextField()
    how = models.CharField(max_length=12, choices=list(QUOTE_HOW.items()), default="said")
    said_on = models.DateField()
    quote = models.ForeignKey(Quote, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    heard_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    left_out_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "what families say"
        constraints = [
            models.CheckConstraint(
                condition=Q(member__isnull=False) | ~Q(said_by=""), name="what_a_family_says_is_somebodys"
            )
        ]

    def __str__(self) -> str:
        return "what somebody of the family says"


@pghistory.track()
class PartSource(OfCase, KeptFrom):
    """Evidence beneath one part: words of the record, with where they come from. Frozen as they were taken.

    `subject_id` is the key of what `kind` names (SOURCE_KIND). The marks are those of what it was taken from.
    """

    part = models.ForeignKey(WritingPart, on_delete=models.PROTECT, related_name="sources")
    kind = models.CharField(max_length=12, choices=list(SOURCE_KIND.items()))
    subject_id = models.BigIntegerField()
    words = models.TextField()
    source = models.CharField(max_length=200)
    happened_on = models.DateField(null=True, blank=True)
    taken_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    taken_on = models.DateField()
    left_out_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["part", "kind", "subject_id"],
                condition=Q(left_out_on=None),
                name="a_part_has_a_source_once",
            )
        ]

    def __str__(self) -> str:
        return self.source


@pghistory.track()
class SharedView(OfCase, KeptFrom):
    """The last page of a paper: *Where we agree*, or *Where we see it differently*, in both sides' words, as large."""

    writing = models.ForeignKey(Writing, on_delete=models.PROTECT, related_name="views")
    stand = models.CharField(max_length=6, choices=[("agree", "We agree"), ("differ", "We see it differently")])
    about = models.CharField(max_length=200)
    our_words = models.TextField(blank=True, default="")
    their_words = models.TextField(blank=True, default="")
    member = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    said_by = models.CharField(max_length=120, blank=True, default="")
    said_on = models.DateField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    left_out_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(stand="agree") | (~Q(our_words="") & ~Q(their_words="")),
                name="who_sees_it_differently_is_heard",
            ),
        ]

    def __str__(self) -> str:
        return self.about


@pghistory.track()
class Sharing(OfCase):
    """A paper and one person of the family: when and how they read or heard it, and what they answered.

    `release` is the copy they were given, frozen. `remarks` are theirs, `changed` what we changed because of them, or
    why not. Without being reached it says why.
    """

    writing = models.ForeignKey(Writing, on_delete=models.PROTECT, related_name="sharings")
    member = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    shared_with = models.CharField(max_length=120, blank=True, default="")
    how = models.CharField(max_length=12, choices=list(SHARED_HOW.items()))
    why_not = models.CharField(max_length=300, blank=True, default="")
    shared_on = models.DateField()
    shared_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    release = models.ForeignKey(Release, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_on = models.DateField(null=True, blank=True)
    remarks = models.TextField(blank=True, default="")
    changed = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(member__isnull=False) | ~Q(shared_with=""), name="a_paper_is_shared_with_somebody"
            ),
            models.CheckConstraint(
                condition=~Q(how__in=["not-reached", "not-safe"]) | ~Q(why_not=""), name="a_paper_not_shared_says_why"
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None, remarks="") | Q(answered_on__isnull=False),
                name="an_answer_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.writing}, shared {self.shared_on}"

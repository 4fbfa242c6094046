"""The timeline: one narrow row for each thing that happened, and the children it happened to."""

import pghistory
from django.db import models

from camden.models import User
from cases.models.case import OfCase
from cases.models.member import Member


@pghistory.track()
class ChronologyEntry(OfCase):
    """Something that happened, in a sentence. The long text stays with its subject and is fetched when opened."""

    class Kind(models.TextChoices):
        REFERRAL = "referral", "Referral"
        CLOSURE = "closure", "Closing"
        ALLOCATION = "allocation", "Worker"
        VISIT = "visit", "Visit"
        AGREED = "agreed", "Agreed"
        DUTY = "duty", "Duty"
        REFLECTION = "reflection", "Group supervision"
        FAMILY_PLAN = "family-plan", "Family group conference"
        CONTACT = "contact", "Contact"
        REFERRAL_DECIDED = "referral-decided", "Referral"
        ASSESSMENT = "assessment", "Assessment"
        STRATEGY = "strategy", "Strategy discussion"
        ENQUIRY = "enquiry", "Section 47 enquiry"
        CONFERENCE = "conference", "Child protection conference"
        PLAN = "plan", "Plan"
        MEETING = "meeting", "Meeting"
        THRESHOLD = "threshold", "Step up or down"
        CLOSING = "closing", "Closing"
        MILESTONE = "milestone", "Dated fact"

    happened_on = models.DateField()
    kind = models.CharField(max_length=20, choices=Kind.choices)
    summary = models.CharField(max_length=300)
    subject_id = models.BigIntegerField(null=True, editable=False)
    # Nobody, when a file was imported. Whoever wrote it needs no news of it.
    written_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+", editable=False, db_index=False
    )
    children = models.ManyToManyField(Member, through="cases.ChronologyChild", related_name="+")

    class Meta:
        verbose_name_plural = "chronology entries"
        indexes = [
            models.Index(
                fields=["case", "-happened_on", "-id"],
                include=["kind", "summary", "subject_id"],
                name="chronology_case",
            ),
        ]

    def __str__(self) -> str:
        return self.summary


@pghistory.track()
class ChronologyChild(OfCase):
    """A child an entry is about. Repeats the day, so that a child's timeline is one walk along one index."""

    entry = models.ForeignKey(ChronologyEntry, on_delete=models.PROTECT, related_name="about")
    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    happened_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "child"], name="an_entry_names_a_child_once")]
        indexes = [
            models.Index(fields=["child", "-happened_on", "-entry"], name="chronology_child"),
        ]

    def __str__(self) -> str:
        return "a child of an entry"

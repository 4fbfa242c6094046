"""The timeline: one narrow row for each thing that happened, and the children it happened to."""

import pghistory
from django.db import models

from camden.models import User
from cases.models.case import OfCase
from cases.models.marks import Correctable, KeptFrom, struck_whole
from cases.models.member import Member
from cases.rules.recording import PRECISION


@pghistory.track()
class ChronologyEntry(OfCase, KeptFrom):
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
        CALL = "call", "Call or message"
        CONVERSATION = "conversation", "Meeting or conversation"
        NOTE = "note", "Case note"
        DIRECT_WORK = "direct-work", "Direct work"
        OBSERVATION = "observation", "Observation"
        QUOTE = "quote", "In their words"
        DISAGREEMENT = "disagreement", "Seen differently"
        CONSENT = "consent", "Consent"
        DOCUMENT = "document", "Document"
        GIVEN = "given", "Given to the family"
        FEEDBACK = "feedback", "How we did"
        PEOPLE = "people", "People"
        DECISION = "decision", "Decision"
        OVERSIGHT = "oversight", "Management oversight"
        DRIFT = "drift", "Looked at again"
        DISPUTE = "dispute", "Raised by chair or reviewing officer"
        COMPLIMENT = "compliment", "Compliment"
        SHARED = "shared", "Shared with the family"

    happened_on = models.DateField()
    kind = models.CharField(max_length=20, choices=Kind.choices)
    summary = models.CharField(max_length=300)
    subject_id = models.BigIntegerField(null=True, editable=False)
    # Nobody, when a file was imported. Whoever wrote it needs no news of it.
    written_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+", editable=False, db_index=False
    )
    # What is behind it was taken back: it stays on the timeline, struck through.
    struck_on = models.DateField(null=True, blank=True)
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


@pghistory.track()
class SignificantEvent(OfCase, KeptFrom, Correctable):
    """One entry of the chronology: what happened that matters, and what it means, chosen and written by a worker.

    Apart from the timeline, which holds everything. `entry` is the timeline's entry it was taken from, if any. An
    approximate day carries its precision; `until_on` ends what lasted.
    """

    happened_on = models.DateField()
    precision = models.CharField(max_length=5, choices=list(PRECISION.items()), default="day")
    until_on = models.DateField(null=True, blank=True)
    what = models.CharField(max_length=600)
    source = models.CharField(max_length=200, blank=True, default="")
    analysis = models.TextField(blank=True, default="")
    entry = models.OneToOneField(ChronologyEntry, null=True, blank=True, on_delete=models.PROTECT, related_name="event")
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    written_on = models.DateField()
    children = models.ManyToManyField(Member, through="cases.SignificantEventChild", related_name="+")

    class Meta:
        constraints = [
            struck_whole("a_struck_event_says_who_and_why"),
            models.CheckConstraint(
                condition=models.Q(until_on=None) | models.Q(until_on__gte=models.F("happened_on")),
                name="an_event_ends_after_it_begins",
            ),
        ]
        indexes = [models.Index(fields=["case", "happened_on", "id"], name="significant_event_of_case")]

    def __str__(self) -> str:
        return self.what


@pghistory.track()
class SignificantEventChild(OfCase):
    """A child an event is about, and what it meant for them."""

    event = models.ForeignKey(SignificantEvent, on_delete=models.PROTECT, related_name="parts")
    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    impact = models.TextField(blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "child"], name="an_event_names_a_child_once")]

    def __str__(self) -> str:
        return f"{self.event}, for {self.child}"


@pghistory.track()
class SetAside(OfCase):
    """An entry of the timeline somebody looked at and did not take into the chronology: it is not proposed again."""

    entry = models.OneToOneField(ChronologyEntry, on_delete=models.PROTECT, related_name="set_aside")
    set_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    set_on = models.DateField()

    def __str__(self) -> str:
        return "an entry set aside"


@pghistory.track()
class Disagreement(OfCase):
    """Somebody in the family sees an entry differently, in their own words. It stands wherever the entry does."""

    entry = models.ForeignKey(ChronologyEntry, on_delete=models.PROTECT, related_name="disagreements")
    member = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    said_by = models.CharField(max_length=120, blank=True, default="")
    words = models.TextField()
    said_on = models.DateField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(member__isnull=False) | ~models.Q(said_by=""), name="a_disagreement_says_whose_it_is"
            )
        ]

    def __str__(self) -> str:
        return "a disagreement"

"""Calls, messages, conversations, case notes, direct work and observations; who was there; what the family said."""

import pghistory
from django.db import models
from django.db.models import Q
from django.urls import reverse

from camden.models import User
from cases.models.case import OfCase
from cases.models.marks import Correctable, KeptFrom, one_of, struck_whole
from cases.models.member import Member
from cases.models.plan import Action
from cases.models.visit import Visit
from cases.rules.recording import DIRECT_WORK_TOOL, INTERPRETING, NOTE_KIND, QUOTE_HOW


@pghistory.track()
class CaseNote(OfCase, KeptFrom, Correctable):
    """Something a worker did with a family or for it, that was no visit. Once, for all the children it was about."""

    kind = models.CharField(max_length=12, choices=list(NOTE_KIND.items()))
    writer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", editable=False)
    happened_on = models.DateField()
    starts = models.TimeField(null=True, blank=True)
    title = models.CharField(max_length=120, blank=True, default="")
    tool = models.CharField(max_length=20, choices=list(DIRECT_WORK_TOOL.items()), blank=True, default="")
    interpreting = models.CharField(max_length=12, choices=list(INTERPRETING.items()), blank=True, default="")
    children = models.ManyToManyField(Member, through="cases.CaseNoteChild", related_name="+")

    class Meta:
        constraints = [
            struck_whole("a_struck_note_says_who_and_why"),
            models.CheckConstraint(condition=Q(tool="") | Q(kind="direct-work"), name="only_direct_work_has_a_tool"),
        ]
        indexes = [models.Index(fields=["case", "-happened_on", "-id"], name="case_note_of_case")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} on {self.happened_on}"

    def get_absolute_url(self) -> str:
        return reverse("cases:note", args=[self.case_id, self.pk])


@pghistory.track()
class CaseNoteAccount(OfCase):
    """What was said and seen, what it means; for direct work, what we learned and what changed because of it."""

    note = models.OneToOneField(CaseNote, on_delete=models.PROTECT, related_name="account", primary_key=True)
    words = models.TextField()
    meaning = models.TextField(blank=True, default="")
    learned = models.TextField(blank=True, default="")
    changed = models.TextField(blank=True, default="")

    def __str__(self) -> str:
        return "the account of a note"


@pghistory.track()
class CaseNoteChild(OfCase):
    """A child a note is about."""

    note = models.ForeignKey(CaseNote, on_delete=models.PROTECT, related_name="parts")
    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["note", "child"], name="a_note_names_a_child_once")]

    def __str__(self) -> str:
        return f"{self.note}, for {self.child}"


@pghistory.track()
class Presence(OfCase):
    """Somebody besides the children who was there in a visit, or with whom a note says that we spoke.

    From it follows when each adult was last spoken with, fathers included. Somebody the record does not know is there
    by `name` alone.
    """

    visit = models.ForeignKey(Visit, null=True, blank=True, on_delete=models.PROTECT, related_name="present")
    note = models.ForeignKey(CaseNote, null=True, blank=True, on_delete=models.PROTECT, related_name="present")
    member = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="presences")
    name = models.CharField(max_length=120, blank=True, default="")
    happened_on = models.DateField()

    class Meta:
        verbose_name_plural = "presences"
        constraints = [
            one_of("visit", "note", name="somebody_was_there_in_one_thing"),
            models.CheckConstraint(
                condition=Q(member__isnull=False, name="") | (Q(member=None) & ~Q(name="")),
                name="somebody_who_was_there_is_known_or_named",
            ),
            models.UniqueConstraint(fields=["visit", "member"], name="somebody_is_once_in_a_visit"),
            models.UniqueConstraint(fields=["note", "member"], name="somebody_is_once_in_a_note"),
        ]
        indexes = [
            models.Index(fields=["member", "-happened_on"], name="presence_of_member"),
            models.Index(fields=["case"], name="presence_of_case"),
        ]

    def __str__(self) -> str:
        return self.name or str(self.member)


@pghistory.track()
class Quote(OfCase, KeptFrom, Correctable):
    """Words of somebody in the family, as they were said: dated, and with where they come from.

    `is_view` is how somebody sees things, written down as their view, not a sentence one heard. `action` is the
    question agreed before that these words answer. `headed_on` puts the words into the child's header, when its worker
    chose them. Words need no consent (REFERENCE 10.3).
    """

    speaker = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="quotes")
    words = models.TextField()
    said_on = models.DateField()
    how = models.CharField(max_length=12, choices=list(QUOTE_HOW.items()), default="said")
    is_view = models.BooleanField(default=False)
    setting = models.CharField(max_length=120, blank=True, default="")
    heard_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    visit = models.ForeignKey(Visit, null=True, blank=True, on_delete=models.PROTECT, related_name="quotes")
    note = models.ForeignKey(CaseNote, null=True, blank=True, on_delete=models.PROTECT, related_name="quotes")
    action = models.ForeignKey(Action, null=True, blank=True, on_delete=models.PROTECT, related_name="answers")
    headed_on = models.DateField(null=True, blank=True)
    headed_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            struck_whole("a_struck_quote_says_who_and_why"),
            models.UniqueConstraint(
                fields=["speaker"], condition=Q(headed_on__isnull=False), name="one_quote_heads_a_childs_page"
            ),
            models.CheckConstraint(
                condition=Q(headed_on=None, headed_by=None) | Q(headed_on__isnull=False, headed_by__isnull=False),
                name="a_quote_in_a_header_was_chosen_by_somebody",
            ),
            # What must not reach somebody stands in no header, which a parent reads over the worker's shoulder.
            models.CheckConstraint(
                condition=Q(headed_on=None) | Q(is_kept_from_family=False, kept_from=[], struck_on=None),
                name="a_quote_in_a_header_may_be_read_by_all",
            ),
        ]
        indexes = [
            models.Index(fields=["case", "-said_on", "-id"], name="quote_of_case"),
            models.Index(fields=["speaker", "-said_on", "-id"], name="quote_of_speaker"),
        ]

    def __str__(self) -> str:
        return self.words

"""The coordinator's own room: notes, what is arranged, letters. And what information-givers write for the family."""

import pghistory
from django.db import models
from django.db.models import Q

from camden.models import User
from conferences.models.conference import OfConference
from conferences.models.invitee import Invitee
from conferences.rules.inviting import NEEDS
from conferences.rules.letters import Kind, Reader


@pghistory.track()
class PreparingNote(OfConference):
    """What a coordinator notes while preparing. It stays with them: no worker reads it."""

    written_on = models.DateField()
    words = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"note of {self.written_on}"


@pghistory.track()
class Arrangement(OfConference):
    """One thing that is thought of for a meeting, what is arranged, and whether it is done."""

    need = models.CharField(max_length=14, choices=list(NEEDS.items()))
    words = models.TextField(blank=True)
    is_done = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conference", "need"], name="a_need_is_arranged_once")]

    def __str__(self) -> str:
        return self.get_need_display()


@pghistory.track()
class InformationReport(OfConference):
    """One page in plain words for the family: what goes well, what worries and why, what can be offered.

    Read by the coordinator, and by whoever wrote it. `ready_on` once the family may read it.
    """

    invitee = models.ForeignKey(Invitee, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    who = models.CharField(max_length=120)
    asked_on = models.DateField(null=True, blank=True)
    going_well = models.TextField(blank=True)
    worries = models.TextField(blank=True)
    offers = models.TextField(blank=True)
    ready_on = models.DateField(null=True, blank=True)
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.who


@pghistory.track()
class Letter(OfConference):
    """A letter to one person as the coordinator worded it, and when and how it left."""

    class Sent(models.TextChoices):
        BY_HAND = "by-hand", "Given by hand"
        POST = "post", "By post"
        MESSAGE = "message", "Copied into a message"
        READ_OUT = "read-out", "Read out"

    invitee = models.ForeignKey(Invitee, on_delete=models.PROTECT, related_name="letters")
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in Kind])
    reader = models.CharField(max_length=14, choices=[(reader.value, reader.value) for reader in Reader])
    language = models.CharField(max_length=60, blank=True, default="")
    is_right_to_left = models.BooleanField(default=False)
    text = models.TextField()
    written_on = models.DateField()
    sent_on = models.DateField(null=True, blank=True)
    sent_how = models.CharField(max_length=10, choices=Sent.choices, blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(sent_on=None, sent_how="") | Q(sent_on__isnull=False) & ~Q(sent_how=""),
                name="a_letter_that_left_says_how",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} to {self.invitee}"

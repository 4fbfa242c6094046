"""What somebody on duty hands over to the family's own workers."""

import pghistory
from django.db import models

from camden.models import User
from cases.models.case import OfCase


@pghistory.track()
class DutyNote(OfCase):
    """A hand-over note: why the duty worker was called, what they did, what is left to do.

    It heads *My day* of the family's workers, under *Since you were last here*.
    """

    writer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    why = models.TextField()
    done = models.TextField()
    left_to_do = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["case", "-written_at"], name="duty_note_of_case")]

    def __str__(self) -> str:
        return f"Hand-over by {self.writer}"

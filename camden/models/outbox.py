"""Messages that leave after the commit, and how far each person has read."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from camden.models.staff import User


class Message(models.Model):
    """One message to one person about one thing: never its text, only what it is about. See `camden.outbox`.

    In the service it is shown exactly once as new (until `seen_at`); by e-mail it goes at least once (`sent_at` is
    written after the mail was handed over). Unique by kind, subject, day and recipient, so that a job may run twice.
    """

    recipient = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=80)
    subject_id = models.BigIntegerField()
    due_on = models.DateField()
    written_at = models.DateTimeField(db_default=Now())
    sent_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject", "subject_id", "due_on", "recipient"], name="one_message_about_one_thing"
            ),
        ]
        indexes = [
            models.Index(fields=["due_on", "id"], condition=Q(sent_at=None), name="message_to_send"),
            models.Index(F("recipient"), F("id").desc(), condition=Q(seen_at=None), name="message_unseen"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} for {self.recipient}"


class CaughtUp(models.Model):
    """Until when somebody has read what happened: what came later is news to them (*Since you were last here*)."""

    user = models.OneToOneField(User, on_delete=models.PROTECT, primary_key=True, related_name="+")
    read_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.user} until {self.read_at}"

"""What most models of the record have in common."""

from django.db import models
from django.db.models.functions import Now


class Kept(models.Model):
    """A fact that is kept: when the row was written (for auditors), and how often it was changed.

    `created_at` is never the day something happened: that has a field of its own, typed by a person.
    """

    created_at = models.DateTimeField(db_default=Now(), editable=False)
    version = models.PositiveIntegerField(db_default=1, editable=False)

    class Meta:
        abstract = True

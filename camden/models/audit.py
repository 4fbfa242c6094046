"""What was looked at, what was done, what was refused. Written only through `camden.audit`.

None has a foreign key to what it describes, so that no deletion can delete the memory of it. The first two are
partitioned by month from the first day: their tables are made by migration, `RecordOpened` by `at`.
"""

from django.db import models
from django.db.models.functions import Now


class RecordOpened(models.Model):
    """One look at one page: who, on what basis, why, when."""

    id = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    user_id = models.BigIntegerField()
    page = models.CharField(max_length=80)
    basis = models.CharField(max_length=20)
    why = models.TextField(blank=True)
    request_id = models.UUIDField()

    class Meta:
        managed = False
        db_table = "camden_recordopened"

    def __str__(self) -> str:
        return f"{self.page} opened"


class CaseOpened(models.Model):
    """Which case a look showed. Narrow, because a list writes one for each case on the page."""

    event_id = models.BigIntegerField(primary_key=True)
    case_id = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        managed = False
        db_table = "camden_caseopened"

    def __str__(self) -> str:
        return f"case {self.case_id} opened"


class Recorded(models.Model):
    """One thing done: the actor, the verb in plain words, and what it was done to."""

    at = models.DateTimeField(db_default=Now())
    user_id = models.BigIntegerField()
    action = models.CharField(max_length=80)
    subject = models.CharField(max_length=80)
    subject_id = models.BigIntegerField(null=True)
    case_id = models.BigIntegerField(null=True)
    request_id = models.UUIDField(null=True)

    class Meta:
        indexes = [models.Index(fields=["case_id", "-at"], name="recorded_case")]

    def __str__(self) -> str:
        return self.action


class Refusal(models.Model):
    """A page somebody was refused. Ids are those asked for, whether or not anything has them."""

    at = models.DateTimeField(db_default=Now())
    user_id = models.BigIntegerField(null=True)
    page = models.CharField(max_length=80)
    asked_for = models.CharField(max_length=80, blank=True)
    status = models.PositiveSmallIntegerField()
    request_id = models.UUIDField(null=True)

    def __str__(self) -> str:
        return f"{self.status} {self.page}"

"""What was typed and not yet sent, and what was sent already: so that nothing typed is lost or made twice."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse

from camden.models.staff import User


class Draft(models.Model):
    """Words in a form that was not sent. Its author's alone: row-level security lets nobody else read it.

    `form` is the URL's name, `what` what it writes in plain words ("a visit"), `about` the form's address,
    `record_id` the family's record it belongs to, if any (no foreign key: the floor knows no records). `words` holds
    each field's values as they were typed: {"account": ["…"], "seen_12": ["alone"]}. `revision` grows with each save
    and `tab` is the page that saved last, so that two tabs notice one another and one tab never argues with itself.
    One that was put away comes back only when its author asks. Kept for 30 days after the last key.
    """

    author = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    key = models.UUIDField()
    form = models.CharField(max_length=80)
    what = models.CharField(max_length=80, blank=True, default="", db_default="")
    about = models.CharField(max_length=200)
    record_id = models.BigIntegerField(null=True)
    words = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=1)
    tab = models.UUIDField(null=True)
    started_at = models.DateTimeField(db_default=Now())
    saved_at = models.DateTimeField(db_default=Now())
    put_away_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["author", "key"], name="one_draft_for_each_key")]
        indexes = [
            models.Index(fields=["author", "-saved_at"], name="draft_of_author"),
            models.Index(fields=["record_id"], condition=Q(record_id__isnull=False), name="draft_of_case"),
        ]

    def __str__(self) -> str:
        return f"a draft of {self.form}"

    def get_absolute_url(self) -> str:
        return reverse("office:draft", args=[self.pk])

    @property
    def goes_on_at(self) -> str:
        """The form's address, with this draft and no other in it."""
        return f"{self.about}{'&' if '?' in self.about else '?'}_draft={self.pk}"


class Submission(models.Model):
    """A form that was sent once. The key is made when the form is shown: the same key again makes no second row.

    `digest` is the SHA-256 of what was sent, without the key: the same words again are a replay and are answered
    with `location`; other words under the same key are a new form, and are not swallowed.
    """

    author = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    key = models.UUIDField()
    form = models.CharField(max_length=80)
    digest = models.CharField(max_length=64)
    location = models.CharField(max_length=200, blank=True)
    sent_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["author", "key"], name="one_submission_for_each_key")]

    def __str__(self) -> str:
        return f"{self.form}, sent"

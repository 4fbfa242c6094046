"""Files of a record, what was given to families, exports, and what families agreed to."""

import pghistory
from django.db import models
from django.db.models import F, Q

from camden.models import User
from cases.models.case import OfCase
from cases.models.marks import Correctable, KeptFrom, struck_whole
from cases.models.member import Member
from cases.models.note import CaseNote
from cases.models.visit import Visit
from cases.rules.recording import CONSENT_FOR, CONSENT_HOW, DOCUMENT_KIND, GIVEN_HOW, GIVEN_KIND


@pghistory.track()
class Consent(OfCase):
    """Somebody agreed to something: who, for what, how, until when, and whether they took it back. One register."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="consents")
    purpose = models.CharField(max_length=12, choices=list(CONSENT_FOR.items()))
    words = models.CharField(max_length=300, blank=True, default="")
    how = models.CharField(max_length=12, choices=list(CONSENT_HOW.items()))
    given_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_words = models.CharField(max_length=300, blank=True, default="")
    withdrawn_to = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("given_on")), name="consent_ends_after_it_is_given"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None, withdrawn_to=None, withdrawn_words="")
                | Q(withdrawn_on__gte=F("given_on"), withdrawn_to__isnull=False),
                name="consent_withdrawn_says_to_whom",
            ),
        ]
        indexes = [models.Index(fields=["case", "-given_on"], name="consent_of_case")]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}: {self.member}"


@pghistory.track()
class Document(OfCase, KeptFrom, Correctable):
    """A file of a record. Its bytes lie outside the web root under their own SHA-256, and are served only through the
    policy. `content_type` is what we found it to be, never what it said it was. `size` in bytes."""

    kind = models.CharField(max_length=8, choices=list(DOCUMENT_KIND.items()))
    title = models.CharField(max_length=160)
    sha256 = models.CharField(max_length=64, editable=False)
    content_type = models.CharField(max_length=80, editable=False)
    size = models.PositiveIntegerField(editable=False)
    made_on = models.DateField(null=True, blank=True)
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_on = models.DateField()
    child = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="documents")
    visit = models.ForeignKey(Visit, null=True, blank=True, on_delete=models.PROTECT, related_name="documents")
    note = models.ForeignKey(CaseNote, null=True, blank=True, on_delete=models.PROTECT, related_name="documents")
    consent = models.ForeignKey(Consent, null=True, blank=True, on_delete=models.PROTECT, related_name="documents")
    portrait_of = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="portraits")

    class Meta:
        constraints = [
            struck_whole("a_struck_document_says_who_and_why"),
            models.UniqueConstraint(
                fields=["portrait_of"],
                condition=Q(portrait_of__isnull=False, struck_on=None),
                name="one_portrait_of_each_person",
            ),
        ]
        indexes = [models.Index(fields=["case", "-added_on", "-id"], name="document_of_case")]

    def __str__(self) -> str:
        return self.title


@pghistory.track()
class Release(OfCase):
    """A copy that was given to somebody, frozen as it was given. `body` is what its page shows, as plain values."""

    kind = models.CharField(max_length=16, choices=list(GIVEN_KIND.items()))
    title = models.CharField(max_length=160)
    visit = models.ForeignKey(Visit, null=True, blank=True, on_delete=models.PROTECT, related_name="releases")
    recipient = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    given_to = models.CharField(max_length=120, blank=True, default="")
    body = models.JSONField(default=dict)
    how = models.CharField(max_length=8, choices=list(GIVEN_HOW.items()))
    given_on = models.DateField()
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(recipient__isnull=False) | ~Q(given_to=""), name="a_copy_was_given_to_somebody"
            )
        ]
        indexes = [models.Index(fields=["case", "-given_on", "-id"], name="release_of_case")]

    def __str__(self) -> str:
        return self.title


@pghistory.track()
class Export(OfCase):
    """A file somebody asked for, made by a job bound to that person: `what` and `layout` say which, `asked` how.

    Neither `ready_at` nor `failed_at`: it is being made.
    """

    what = models.CharField(max_length=20)
    layout = models.CharField(max_length=8)
    asked = models.JSONField(default=dict)
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    ready_at = models.DateTimeField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, default="")
    size = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ready_at=None, sha256="") | (Q(ready_at__isnull=False, failed_at=None) & ~Q(sha256="")),
                name="a_ready_export_has_its_file",
            )
        ]
        indexes = [
            models.Index(fields=["asked_at"], condition=Q(ready_at=None, failed_at=None), name="export_to_make"),
        ]

    def __str__(self) -> str:
        return f"{self.what}, {self.layout}"

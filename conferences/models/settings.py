"""What an authority sets about conferences."""

from django.db import models
from django.db.models import Q

from camden.models import User
from camden.models.base import Kept


class ConferenceSettings(Kept):
    """One row. `commenced_on` is the day section 31ZA came into force here: empty until Parliament has set one.

    `leave_to` is where *Leave this page* leads, `duty_phone` what a page says to ring at once.
    """

    commenced_on = models.DateField(null=True, blank=True)
    leave_to = models.URLField(blank=True, default="")
    duty_phone = models.CharField(max_length=40, blank=True, default="")
    set_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "conference settings"
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="one_row_of_conference_settings")]

    def __str__(self) -> str:
        return "how conferences are offered"


class DangerWord(Kept):
    """A word the authority added to the list that moves an answer to the front, or took off it."""

    words = models.CharField(max_length=60, unique=True)
    is_off = models.BooleanField(default=False)
    is_whole = models.BooleanField(default=False)
    edited_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.words

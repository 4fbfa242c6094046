"""What a manager says before the meeting: what must be in place, what may be promised, up to what cost."""

import pghistory
from django.db import models
from django.db.models import Q

from camden.models import User
from conferences.models.conference import OfConference


@pghistory.track()
class Mandate(OfConference):
    """What the manager said that the worker may agree to there. A later one replaces it.

    Read with the record alone: a coordinator who knows the limit cannot be told from one who bargains with it. `up_to`
    is the most in all, in whole pounds; None for an older one that was only words.
    """

    words = models.TextField(blank=True)
    up_to = models.PositiveIntegerField(null=True, blank=True)
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    given_on = models.DateField()

    def __str__(self) -> str:
        return f"what {self.given_by} said may be agreed"


@pghistory.track()
class MayPromise(OfConference):
    """One thing the worker may promise, and the most it may cost in whole pounds; 0 for what costs nothing."""

    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="promises", editable=False)
    what = models.CharField(max_length=200)
    up_to = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.what


@pghistory.track()
class MustHave(OfConference):
    """One thing that must happen for the children to be safe, in plain words. The coordinator and the family know it.

    `ended_on` once a later mandate no longer asks for it.
    """

    place = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=500)
    said_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    said_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "place"], condition=Q(ended_on=None), name="each_must_have_has_a_place_of_its_own"
            )
        ]

    def __str__(self) -> str:
        return self.words


@pghistory.track()
class MustHaveLooked(OfConference):
    """Whether the family's plan does it, and how: said by the referrer or a manager, never by the coordinator."""

    must_have = models.ForeignKey(MustHave, on_delete=models.PROTECT, related_name="looks", editable=False)
    is_met = models.BooleanField()
    how = models.TextField(blank=True)
    said_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    said_on = models.DateField()

    def __str__(self) -> str:
        return "met" if self.is_met else "not met"

"""Who may come to a conference, as told by the family."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from camden.models import User
from conferences.models.conference import OfConference
from conferences.models.offering import NetworkPerson
from conferences.rules.inviting import WAY_SAYS, Contacted, Way

CONTACTED_SAYS = {
    Contacted.VISIT: "A visit",
    Contacted.PHONE: "A call",
    Contacted.VIDEO: "A video call",
    Contacted.WRITTEN: "A letter or message",
    Contacted.NOT_REACHED: "Tried, not reached",
}


@pghistory.track()
class Invitee(OfConference):
    """Somebody the child is connected to, or a professional who gives information.

    How to reach them, how it is safe to, and how they take part are the coordinator's to know: they are on no paper
    and on nobody else's page.
    """

    class Side(models.TextChoices):
        MOTHER = "mother", "Mother’s side"
        FATHER = "father", "Father’s side"
        OTHER = "other", "Neither, or both"

    class Kind(models.TextChoices):
        FAMILY = "family", "Family"
        FRIEND = "friend", "Friend, neighbour or somebody else close"
        PROFESSIONAL = "professional", "Professional who brings information"

    class Answer(models.TextChoices):
        NOT_ASKED = "not-asked", "Not asked yet"
        COMING = "coming", "Will come"
        ANOTHER_WAY = "another-way", "Takes part in another way"
        NOT_COMING = "not-coming", "Will not come"
        NOT_INVITED = "not-invited", "Is not invited, to keep somebody safe"

    name = models.CharField(max_length=120)
    tie = models.CharField(max_length=120, blank=True)
    side = models.CharField(max_length=10, choices=Side.choices)
    kind = models.CharField(max_length=14, choices=Kind.choices)
    answer = models.CharField(max_length=14, choices=Answer.choices, default=Answer.NOT_ASKED)
    reach = models.TextField(blank=True)
    safe_contact = models.TextField(blank=True)
    taking_part = models.TextField(blank=True)
    network = models.ForeignKey(NetworkPerson, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    is_parent = models.BooleanField(default=False)
    is_child = models.BooleanField(default=False)
    is_screened = models.BooleanField(default=False)
    way = models.CharField(
        max_length=12, choices=[(w.value, says) for w, says in WAY_SAYS.items()], default=Way.TOGETHER.value
    )
    why_not = models.CharField(max_length=500, blank=True, default="")
    language = models.CharField(max_length=60, blank=True, default="")
    needs = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    advocate = models.CharField(max_length=120, blank=True, default="")
    email = models.EmailField(blank=True, default="")
    is_safe_to_write = models.BooleanField(null=True, default=None)
    protected = models.TextField(blank=True, default="")
    wants_no_asking = models.BooleanField(default=False)
    came = models.BooleanField(null=True, default=None)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(way="not-invited") | ~Q(why_not=""), name="who_is_not_invited_has_a_reason"
            )
        ]
        indexes = [models.Index(fields=["conference", "id"], name="invitee_of_conference")]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class KeptApart(OfConference):
    """Two who must not meet, and why. `is_by_law`: an order or bail says so. Neither reads of the other."""

    one = models.ForeignKey(Invitee, on_delete=models.PROTECT, related_name="+")
    two = models.ForeignKey(Invitee, on_delete=models.PROTECT, related_name="+")
    because = models.TextField(blank=True)
    is_by_law = models.BooleanField(default=False)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(one=F("two")), name="somebody_is_kept_apart_from_another")]

    def __str__(self) -> str:
        return f"{self.one} and {self.two}"


@pghistory.track()
class PreparingContact(OfConference):
    """One contact in preparation: with whom, when, how, and how long in minutes, for the cost of a conference."""

    invitee = models.ForeignKey(Invitee, on_delete=models.PROTECT, related_name="contacts")
    happened_on = models.DateField()
    how = models.CharField(max_length=12, choices=[(c.value, says) for c, says in CONTACTED_SAYS.items()])
    minutes = models.PositiveSmallIntegerField(default=0)
    words = models.TextField(blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.invitee}, {self.happened_on}"

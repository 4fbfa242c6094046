"""Who may come to a conference, as told by the family."""

import pghistory
from django.db import models

from conferences.models.conference import OfConference


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

    class Meta:
        indexes = [models.Index(fields=["conference", "id"], name="invitee_of_conference")]

    def __str__(self) -> str:
        return self.name

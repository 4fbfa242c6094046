"""One-to-one supervision: two people, lighter than a session, on the same ground (PR3, PR4)."""

import pghistory
from django.db import models
from django.db.models import F, Q

from camden.models import User
from camden.models.base import Kept
from cases.models import Member
from cases.models.case import OfCase
from supervision.models.discussions import DiscussionWords


class OneToOne(Kept):
    """A talk of a worker with whoever supervises them, and when the next one is. The two of them see it."""

    worker = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    supervisor = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    held_on = models.DateField()
    next_on = models.DateField(null=True, blank=True)
    agreed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(worker=F("supervisor")), name="nobody_supervises_themselves"),
            models.UniqueConstraint(fields=["worker", "supervisor", "held_on"], name="one_talk_of_two_people_a_day"),
            models.CheckConstraint(
                condition=Q(next_on=None) | Q(next_on__gt=F("held_on")), name="the_next_talk_comes_after_it"
            ),
        ]
        indexes = [models.Index(fields=["worker", "-held_on"], name="one_to_one_of_worker")]

    def __str__(self) -> str:
        return "a one-to-one"


class OneToOneWords(models.Model):
    """What two people said about the worker: how they are, what they learn. Of no family, and read by the two alone."""

    one_to_one = models.OneToOneField(OneToOne, on_delete=models.PROTECT, related_name="words", primary_key=True)
    wellbeing = models.TextField(blank=True, default="")
    learning = models.TextField(blank=True, default="")
    agreed = models.TextField(blank=True, default="")
    version = models.PositiveIntegerField(db_default=1, editable=False)

    class Meta:
        verbose_name_plural = "one-to-one words"

    def __str__(self) -> str:
        return "what two people said"


@pghistory.track()
class OneToOneFamily(OfCase):
    """A family in a one-to-one: the line of a quick round, and what keeps the children safe. It is the record's."""

    one_to_one = models.ForeignKey(OneToOne, on_delete=models.PROTECT, related_name="families")
    held_on = models.DateField()
    changed = models.TextField(blank=True)
    worry = models.CharField(max_length=4, choices=DiscussionWords.Worry.choices, blank=True)
    next_step = models.TextField(blank=True)
    safety = models.TextField(blank=True)
    agreed_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "one-to-one families"
        constraints = [models.UniqueConstraint(fields=["one_to_one", "case"], name="a_one_to_one_names_a_family_once")]

    def __str__(self) -> str:
        return "a family in a one-to-one"


@pghistory.track()
class OneToOneChild(OfCase):
    """A child of such a family: what they would say, and how we know."""

    family = models.ForeignKey(OneToOneFamily, on_delete=models.PROTECT, related_name="voices")
    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    voice = models.TextField(blank=True)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name_plural = "one-to-one children"
        constraints = [models.UniqueConstraint(fields=["family", "child"], name="a_one_to_one_names_a_child_once")]

    def __str__(self) -> str:
        return "a child in a one-to-one"

"""What somebody learned, and the pieces of continuing professional development (CPD) they write from it.

Nothing here is about a family: no key of a record, no child's name. A piece is read by its author, and by whom the
author shows it to once it is final.
"""

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from camden.models import User
from camden.models.base import Kept
from training.rules.requirements import RegistrationYear


class Learning(Kept):
    """Something a person learned from, once: a supervision session, a course, an observation.

    `source` says where in words ("Group supervision, 3 November"); `source_key` is the source's own name for it, so
    that the same thing is never noted twice. `peers` are names of colleagues; `minutes` how long they were there, where
    that is known.
    """

    class Kind(models.TextChoices):
        GROUP_SUPERVISION = "group-supervision", "Group supervision"
        COURSE = "course", "Course or workshop"
        OBSERVATION = "observation", "Practice observation"
        CONFERENCE = "conference", "Family group conference"
        READING = "reading", "Reading or research"
        OTHER = "other", "Something else"

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    learned_on = models.DateField()
    kind = models.CharField(max_length=20, choices=Kind.choices)
    title = models.CharField(max_length=160)
    source = models.CharField(max_length=120)
    source_key = models.CharField(max_length=120)
    role_played = models.CharField(max_length=60, blank=True)
    peers = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "learning"
        constraints = [
            models.UniqueConstraint(fields=["person", "source_key"], name="learned_from_one_thing_once"),
        ]
        indexes = [models.Index(fields=["person", "-learned_on", "-id"], name="learning_of_person")]

    def __str__(self) -> str:
        return f"{self.title}, {self.source}"


class PieceQuerySet(models.QuerySet["Piece"]):
    """Questions about pieces."""

    def written_by(self, person: User) -> Self:
        """The person's own, the newest first. Nobody else's are ever asked for."""
        return self.filter(person=person).order_by("-done_on", "-pk")

    def recorded_in(self, year: RegistrationYear) -> Self:
        """Done and final in that registration year: what was finished after it closed counts in none."""
        return self.filter(recorded_on__lte=year.ends_on, done_on__gte=year.begins_on, done_on__lte=year.ends_on)


class Piece(Kept):
    """One piece of CPD, as Social Work England's form asks for it (REFERENCE 7.1): a draft until it is final."""

    class Activity(models.TextChoices):
        SUPERVISION = "supervision", "Supervision or reflective discussion"
        COURSE = "course", "Course, workshop or conference"
        READING = "reading", "Reading or research"
        PRACTICE = "practice", "Practice experience"
        FEEDBACK = "feedback", "Feedback from people"
        TEACHING = "teaching", "Teaching or mentoring"
        OTHER = "other", "Something else"

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    learning = models.OneToOneField(Learning, null=True, blank=True, on_delete=models.PROTECT, related_name="piece")
    activity = models.CharField(max_length=12, choices=Activity.choices)
    done_on = models.DateField()
    description = models.TextField(blank=True)
    learned = models.TextField(blank=True)
    impact = models.TextField(blank=True)
    peer_with = models.CharField(max_length=200, blank=True)
    peer_changed = models.TextField(blank=True)
    recorded_on = models.DateField(null=True, blank=True)

    objects = PieceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(recorded_on=None) | (~Q(description="") & ~Q(learned="") & ~Q(impact="")),
                name="a_final_piece_says_what_was_learned_and_what_it_changed",
            ),
            models.CheckConstraint(
                condition=Q(recorded_on=None) | Q(recorded_on__gte=models.F("done_on")),
                name="a_piece_is_final_after_it_was_done",
            ),
            models.CheckConstraint(
                condition=Q(peer_changed="") | ~Q(peer_with=""), name="a_peer_reflection_says_with_whom"
            ),
        ]
        indexes = [models.Index(fields=["person", "-done_on", "-id"], name="piece_of_person")]

    def __str__(self) -> str:
        return f"{self.get_activity_display()}, {self.done_on}"

    @property
    def has_peer_reflection(self) -> bool:
        """Whether it says with whom, and what the talking changed."""
        return bool(self.peer_with and self.peer_changed)


class PieceShare(Kept):
    """A final piece shown to somebody by its author, from a day; `ended_on` is the first day without it."""

    piece = models.ForeignKey(Piece, on_delete=models.PROTECT, related_name="shares")
    with_person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    shared_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["piece", "with_person"], condition=Q(ended_on=None), name="a_piece_is_shown_to_somebody_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=models.F("shared_on")), name="a_share_ends_after_it_begins"
            ),
        ]
        indexes = [models.Index(fields=["with_person"], condition=Q(ended_on=None), name="piece_shown_to")]

    def __str__(self) -> str:
        return "a piece that is shown"

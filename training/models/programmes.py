"""Programmes for newly qualified social workers: who supports whom, what was agreed, what is protected.

What a reflective log says is its writer's until they show it. A caseload reads dates alone, through a function.
"""

from typing import Self

from django.db import models
from django.db.models import F, Q

from camden.models import Membership, User
from camden.models.base import Kept
from training.models.courses import ANSWER_FOR_WORK
from training.rules.early_career import Outcome


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    """Questions about programmes: by the part somebody has in them."""

    def assessed_by(self, person: User) -> Self:
        """Of people whom somebody assesses."""
        return self.filter(assessor=person)

    def on_panel(self, person: User) -> Self:
        """On whose panels somebody sits at present."""
        sits = PanelMember.objects.filter(person=person, ended_on=None)
        return self.filter(pk__in=sits.values("programme"))

    def managed_by(self, person: User) -> Self:
        """Of people whose work somebody answers for; never their own."""
        teams = person.team_ids_as(*ANSWER_FOR_WORK)
        people = Membership.objects.filter(team__in=teams, ended_on=None)
        return self.filter(person__in=people.values("user")).exclude(person=person)

    def known_to(self, person: User) -> Self:
        """Those somebody has a part in: their own, as assessor, on the panel, or as whoever answers for the worker."""
        parts = (self.assessed_by(person), self.on_panel(person), self.managed_by(person))
        keys = [each.values("pk") for each in parts]
        return self.filter(Q(person=person) | Q(pk__in=keys[0]) | Q(pk__in=keys[1]) | Q(pk__in=keys[2]))


class Programme(Kept):
    """One person's way through a programme: since when, with whom, until when it was extended, and what came of it.

    `code` is one of `rules.early_career.PROGRAMMES`. `decided_on` is the day its panel said how it ends.
    """

    class Code(models.TextChoices):
        ASYE = "asye", "Assessed and supported year in employment"
        ECDP = "ecdp", "Early career development programme"

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=4, choices=Code.choices)
    started_on = models.DateField()
    fte_permille = models.PositiveSmallIntegerField(default=1000)
    assessor = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    extended_to_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=8, choices=[(each.value, each.value) for each in Outcome], blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(decided_on=None), name="one_programme_for_somebody_at_a_time"
            ),
            models.CheckConstraint(condition=~Q(assessor=F("person")), name="nobody_assesses_themselves"),
            models.CheckConstraint(
                condition=Q(fte_permille__gte=50, fte_permille__lte=1000), name="a_programme_is_up_to_full_time"
            ),
            models.CheckConstraint(
                condition=Q(decided_on=None, decided_by=None, outcome="")
                | (Q(decided_on__gte=F("started_on"), decided_by__isnull=False) & ~Q(outcome="")),
                name="an_outcome_has_its_day_and_its_panel",
            ),
            models.CheckConstraint(
                condition=Q(decided_by=None) | (~Q(decided_by=F("assessor")) & ~Q(decided_by=F("person"))),
                name="a_panel_decides_and_not_the_assessor",
            ),
        ]
        indexes = [models.Index(fields=["assessor"], name="programme_of_assessor")]

    def __str__(self) -> str:
        return f"{self.get_code_display()} since {self.started_on}"


class ProgrammeAgreement(Kept):
    """What the newly qualified worker, their manager and the assessor agreed at the beginning."""

    programme = models.OneToOneField(Programme, on_delete=models.PROTECT, related_name="agreement")
    agreed_on = models.DateField()
    wants_to_learn = models.TextField()
    support = models.TextField()
    supervision = models.TextField(blank=True)
    protected_time = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"a learning agreement of {self.agreed_on}"


class ProgrammeReview(Kept):
    """One review: what has gone well first, what comes next, and what the worker says of the support they had."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="reviews")
    held_on = models.DateField()
    held_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    going_well = models.TextField()
    comes_next = models.TextField()
    worker_says = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "held_on"], name="one_review_a_day"),
        ]

    def __str__(self) -> str:
        return f"a review of {self.held_on}"


class LogEntry(Kept):
    """A page of somebody's reflective log. Their assessor reads it from `shown_on` on, and nobody before."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="log")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    written_on = models.DateField()
    words = models.TextField()
    shown_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "log entries"
        constraints = [
            models.CheckConstraint(
                condition=Q(shown_on=None) | Q(shown_on__gte=F("written_on")), name="a_log_is_shown_after_it_is_written"
            ),
        ]
        indexes = [models.Index(fields=["programme", "-written_on"], name="log_of_programme")]

    def __str__(self) -> str:
        return f"a log of {self.written_on}"


class ProtectedTime(Kept):
    """Time kept free for learning in a week, as the worker had it: what was planned, and what was taken from it."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="protected")
    week_on = models.DateField()
    planned_minutes = models.PositiveSmallIntegerField()
    had_minutes = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name_plural = "protected time"
        constraints = [
            models.UniqueConstraint(fields=["programme", "week_on"], name="a_week_of_protected_time_once"),
            models.CheckConstraint(condition=Q(week_on__iso_week_day=1), name="a_week_begins_on_a_monday"),
        ]

    def __str__(self) -> str:
        return f"the week of {self.week_on}"


class PanelMember(Kept):
    """Who sits on the panel of a programme. They read the agreement and the reviews, and no log that was not shown."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="panel")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "person"], condition=Q(ended_on=None), name="somebody_sits_on_a_panel_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("started_on")), name="a_panel_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return "a member of a panel"

"""What makes work weigh more than its plan says: complexity, the way there, duties beside; and who speaks what."""

from typing import Self

import pghistory
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from camden.models import Team, User
from camden.models.base import Kept
from cases.models.case import OfCase, OfCaseQuerySet
from cases.models.member import Household, Member
from cases.models.spells import in_order, not_their_own, said_together
from cases.rules.carrying import ANSWER, COMPLEXITY, NOTED_DUTY


class ComplexityFactorQuerySet(OfCaseQuerySet["ComplexityFactor"]):
    """Questions about what makes work with a child harder."""

    def waiting(self) -> Self:
        """Proposed, neither answered nor taken back; the longest wait first."""
        return self.filter(answer="", withdrawn_on=None).order_by("proposed_on", "pk")


@pghistory.track()
class ComplexityFactor(OfCase):
    """Something that makes work with a child harder (REFERENCE 9.2): a worker proposes it, a manager answers.

    It weighs from the day it is confirmed, for as long as the scheme says, or until it is `withdrawn_on`: no longer so.
    Proposed again and confirmed, it is another row. Nobody confirms their own.
    """

    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=list(COMPLEXITY.items()))
    why = models.TextField()
    proposed_on = models.DateField()
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=3, choices=list(ANSWER.items()), blank=True, default="")
    answer_words = models.TextField(blank=True, default="")
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = ComplexityFactorQuerySet.as_manager()

    class Meta:
        constraints = [
            said_together("answer", "answered_on", "answered_by", name="an_answer_about_complexity_is_whole"),
            said_together("withdrawn_on", "withdrawn_by", name="who_took_a_complexity_back_is_known"),
            not_their_own("proposed_by", "answered_by", name="nobody_confirms_a_complexity_of_their_own"),
            in_order("proposed_on", "answered_on", name="a_complexity_is_answered_after_it_is_proposed"),
            models.CheckConstraint(
                condition=~Q(answer="no") | ~Q(answer_words=""), name="a_complexity_is_declined_with_a_reason"
            ),
            models.UniqueConstraint(
                fields=["child", "kind"],
                condition=Q(answer="", withdrawn_on=None),
                name="one_open_proposal_of_each_complexity",
            ),
        ]
        indexes = [models.Index(fields=["child", "-proposed_on"], name="complexity_of_child")]
        verbose_name_plural = "complexity factors"

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, for {self.child}"


@pghistory.track()
class WayThere(OfCase):
    """How many minutes it is, one way, from the base of a team to a home. For the team and all beneath it.

    A way is as long as it is: noted late, it was as long before.
    """

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="ways")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    minutes = models.PositiveSmallIntegerField()
    noted_on = models.DateField()
    noted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["household", "team"], name="one_way_from_each_base_to_a_home"),
            models.CheckConstraint(condition=Q(minutes__lte=600), name="no_way_is_longer_than_ten_hours"),
        ]
        verbose_name_plural = "ways there"

    def __str__(self) -> str:
        return f"{self.minutes} minutes"


class DatedOfPerson(Kept):
    """A fact of somebody who works here, from a day until a day."""

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


class ExtraDuty(DatedOfPerson):
    """Work beside a caseload: somebody is practice educator, mentor or champion from a day until a day.

    Noted and ended by whoever answers for their work; they and those people read it. Never by oneself.
    """

    duty = models.CharField(max_length=24, choices=list(NOTED_DUTY.items()))
    about = models.CharField(max_length=200, blank=True, default="")
    noted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "duty"], condition=Q(ended_on=None), name="one_extra_duty_of_a_kind_at_a_time"
            ),
            in_order("started_on", "ended_on", name="an_extra_duty_ends_after_it_starts"),
        ]
        verbose_name_plural = "extra duties"

    def __str__(self) -> str:
        return f"{self.get_duty_display()}"


class Language(DatedOfPerson):
    """A language that somebody who works here speaks well enough to work with a family in it. They say so themselves.

    Everybody who works here may read it: who speaks what is asked for at any door.
    """

    name = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "person", Lower("name"), condition=Q(ended_on=None), name="each_language_once_for_a_person"
            ),
            in_order("started_on", "ended_on", name="a_language_ends_after_it_starts"),
        ]

    def __str__(self) -> str:
        return self.name

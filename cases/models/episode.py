"""Episodes of need: from an accepted referral to the closing."""

from typing import Self

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from cases.models.case import OfCase, OfCaseQuerySet
from cases.models.member import Member
from cases.rules.codesets import CLOSURE_REASON, PRIMARY_NEED, REFERRAL_SOURCE


class EpisodeQuerySet(OfCaseQuerySet["Episode"]):
    """Questions about episodes."""

    def in_need(self) -> Self:
        """Open episodes. A referral that led to no further action opened none, though nothing closes it."""
        return self.filter(closed_on=None, no_further_action=False)

    def without_lead(self) -> Self:
        """Open episodes of children whom nobody leads for."""
        return self.in_need().exclude(child__involvements__leads_now=True)


@pghistory.track()
class Episode(OfCase):
    """One child's time in need. Half-open: a child may be referred again on the day of a closing (8820).

    A referral with no further action is kept here too, and takes no time: it neither counts as open nor overlaps
    anything (8815, 8820).
    """

    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="episodes")
    referred_on = models.DateField()
    source = models.CharField(max_length=3, choices=list(REFERRAL_SOURCE.items()), blank=True)
    primary_need = models.CharField(max_length=2, choices=list(PRIMARY_NEED.items()), blank=True)
    no_further_action = models.BooleanField(default=False)
    closed_on = models.DateField(null=True, blank=True)
    closure_reason = models.CharField(max_length=3, choices=list(CLOSURE_REASON.items()), blank=True)

    objects = EpisodeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child"],
                condition=Q(closed_on=None, no_further_action=False),
                name="one_open_episode_for_each_child",
            ),
            ExclusionConstraint(
                name="episodes_of_a_child_do_not_overlap",
                condition=~Q(closed_on=None, no_further_action=True),
                expressions=[
                    (F("child"), RangeOperators.EQUAL),
                    (
                        Func(
                            F("referred_on"),
                            F("closed_on"),
                            Value("[)"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None, closure_reason="") | (Q(closed_on__isnull=False) & ~Q(closure_reason="")),
                name="a_closing_has_its_day_and_its_reason",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=F("referred_on")),
                name="episode_closes_after_its_referral",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.child}, referred {self.referred_on}"

    @property
    def is_open(self) -> bool:
        """Whether the child is in need now: see `in_need`."""
        return self.closed_on is None and not self.no_further_action

"""What one must know before one meets a family: in their words, how to reach them, other names, who is around them."""

import pghistory
from django.db import models
from django.db.models import F, Q

from camden.models import User
from cases.models.case import OfCase
from cases.models.marks import KeptFrom, ends_after_it_starts
from cases.models.member import Member
from cases.rules.recording import ALIAS_KIND, BRIEF_PART, CONTACT_BY, NETWORK_KIND


@pghistory.track()
class BriefPart(OfCase, KeptFrom):
    """One part of *Before you meet them*, as it stands until somebody writes it anew: `ended_on` then ends this one.

    *How to work with us* is the family's own: `told_by` says whose words they are.
    """

    kind = models.CharField(max_length=8, choices=list(BRIEF_PART.items()))
    words = models.TextField()
    told_by = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    written_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind"], condition=Q(ended_on=None), name="one_present_part_of_each_kind"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("written_on")), name="a_part_ends_after_it_is_written"
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


@pghistory.track()
class ContactPoint(OfCase, KeptFrom):
    """A way to reach somebody, and whether it is safe: `is_safe` is not asked yet, yes or no. `remark` says how
    ("text only, never after five")."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="contact_points")
    kind = models.CharField(max_length=8, choices=list(CONTACT_BY.items()))
    value = models.CharField(max_length=200)
    is_safe = models.BooleanField(null=True, default=None)
    remark = models.CharField(max_length=200, blank=True, default="")
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [ends_after_it_starts("a_way_to_reach_somebody_ends_after_it_starts")]
        indexes = [models.Index(fields=["member"], condition=Q(ended_on=None), name="contact_point_of_member")]

    def __str__(self) -> str:
        return self.value


@pghistory.track()
class Alias(OfCase, KeptFrom):
    """Another name of somebody: what they are known as, a former name, another spelling."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="aliases")
    kind = models.CharField(max_length=8, choices=list(ALIAS_KIND.items()))
    given_name = models.CharField(max_length=80, blank=True, default="")
    family_name = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        verbose_name_plural = "aliases"
        constraints = [
            models.CheckConstraint(condition=~Q(given_name="", family_name=""), name="another_name_is_a_name"),
            models.UniqueConstraint(
                fields=["member", "given_name", "family_name"], name="somebody_has_another_name_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()


@pghistory.track()
class NetworkTie(OfCase, KeptFrom):
    """Somebody or something around a child or adult that is not family: a school, a GP, a club, a neighbour."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="network")
    kind = models.CharField(max_length=16, choices=list(NETWORK_KIND.items()))
    organisation = models.CharField(max_length=120, blank=True, default="")
    contact_name = models.CharField(max_length=120, blank=True, default="")
    phone = models.CharField(max_length=60, blank=True, default="")
    remark = models.CharField(max_length=200, blank=True, default="")
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            ends_after_it_starts("a_tie_ends_after_it_starts"),
            models.CheckConstraint(
                condition=~Q(organisation="", contact_name=""), name="a_tie_is_to_somebody_or_something"
            ),
        ]
        indexes = [models.Index(fields=["case"], condition=Q(ended_on=None), name="network_tie_of_case")]

    def __str__(self) -> str:
        return self.organisation or self.contact_name


@pghistory.track()
class MemberMerge(OfCase):
    """Two members of one record were the same human being. `moved` says which rows went to the one that stays,
    {"cases_quote": [12, 15]}, so that it can be undone."""

    kept = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    merged = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    moved = models.JSONField(default=dict)
    merged_on = models.DateField()
    merged_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    undone_on = models.DateField(null=True, blank=True)
    undone_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(kept=F("merged")), name="somebody_is_merged_into_another"),
            models.UniqueConstraint(fields=["merged"], condition=Q(undone_on=None), name="somebody_is_merged_once"),
            models.CheckConstraint(
                condition=Q(undone_on=None, undone_by=None) | Q(undone_on__isnull=False, undone_by__isnull=False),
                name="an_undone_merge_says_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.merged} into {self.kept}"

"""Around the offer: why not, why not yet, the letter before court, what keeps people safe, the network."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from camden.models import User
from cases.models import Member
from cases.models.case import OfCase
from conferences.models.conference import OfConference
from conferences.rules.consent import FACT_SAYS, SAFETY, THRESHOLD_SAYS
from conferences.rules.inviting import Side
from conferences.rules.not_taken_up import SAYS

WHOSE_SIDE = [("mother", "Mother’s side"), ("father", "Father’s side"), ("other", "Neither, or both")]
assert {side.value for side in Side} == {code for code, _ in WHOSE_SIDE}


@pghistory.track()
class NotTakenUp(OfConference):
    """Why a family does not take a conference up at present: one code, and what the code needs.

    It is a figure about our offer, and on no report about a parent.
    """

    why = models.CharField(max_length=16, choices=[(why.value, says.worker) for why, says in SAYS.items()])
    noted_on = models.DateField()
    noted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(blank=True, default="")
    attempts = ArrayField(models.DateField(), default=list, blank=True)
    decided_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    evidence = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(why="not-in-interest") | Q(decided_by__isnull=False) & ~Q(evidence=""),
                name="a_decision_against_has_a_manager_and_evidence",
            ),
            models.CheckConstraint(
                condition=~Q(why="no-reply") | Q(attempts__len__gte=3), name="no_reply_is_after_three_attempts"
            ),
        ]

    def __str__(self) -> str:
        return self.get_why_display()


@pghistory.track()
class NotYetOffered(OfCase):
    """A worker was asked to offer a conference, and said why not yet. The next change of threshold asks again."""

    threshold = models.CharField(max_length=14, choices=[(t.value, says) for t, says in THRESHOLD_SAYS.items()])
    why = models.TextField()
    said_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    said_on = models.DateField()

    def __str__(self) -> str:
        return f"not yet, {self.said_on}"


@pghistory.track()
class OfferInLetter(OfCase):
    """Whether the offer was in the letter before proceedings (s31ZA; census N00828). The last one holds."""

    letter_on = models.DateField()
    is_in_letter = models.BooleanField()
    said_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    said_on = models.DateField()

    def __str__(self) -> str:
        return "in the letter" if self.is_in_letter else "not in the letter"


@pghistory.track()
class SafetyFact(OfConference):
    """What keeps people safe, told to the coordinator whatever anybody agreed to: an order, bail, a safe address.

    Said by whoever sees the record. What is over stays with the day on which it ended.
    """

    kind = models.CharField(max_length=12, choices=[(f.value, FACT_SAYS[f]) for f in FACT_SAYS if f in SAFETY])
    about = models.CharField(max_length=160)
    words = models.TextField()
    ends_on = models.DateField(null=True, blank=True)
    said_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    said_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.get_kind_display()


@pghistory.track()
class NetworkPerson(OfConference):
    """Somebody of the family's network as the referral passed them on, from the picture of the family or by name.

    Nobody who is kept from the family stands here. `member` leads to the record, which a coordinator cannot open.
    """

    member = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    tie = models.CharField(max_length=160, blank=True, default="")
    side = models.CharField(max_length=10, choices=WHOSE_SIDE)
    is_parent = models.BooleanField(default=False)
    is_child = models.BooleanField(default=False)
    has_died = models.BooleanField(default=False)
    removed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "member"],
                condition=Q(member__isnull=False),
                name="a_network_names_a_member_once",
            )
        ]

    def __str__(self) -> str:
        return self.name

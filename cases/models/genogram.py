"""What a genogram and an ecomap show beyond who is related to whom, in whose view; their order; kept pictures.

Who is related, who lives together and who is around them are facts of the record like any other (member, family).
"""

import pghistory
from django.db import models
from django.db.models import F, Q

from camden.models import User
from cases.models.case import OfCase
from cases.models.family import NetworkTie
from cases.models.marks import Correctable, KeptFrom, one_of, struck_whole
from cases.models.member import Member
from cases.models.writing import Writing
from cases.rules.picturing import CULTURE, EMOTION, HEALTH_MARK, LOSS, SNAPSHOT_FOR, TIE_FLOW, TIE_STRENGTH, TOLD

ABOUT_LENGTH = 10
"""A day as somebody knows it: "2008", "2008-05" or "2008-05-01"."""


@pghistory.track()
class EmotionalTie(OfCase, KeptFrom, Correctable):
    """What is between two people, as one person saw it on a day: never without whose view it is.

    A newer view of the same person about the same two takes its place from its day on. Of a tie with a direction,
    `other` is the person harmed, cared for or controlled.
    """

    one = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=list(EMOTION.items()))
    words = models.CharField(max_length=300, blank=True, default="")
    view_of = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    view_of_worker = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    seen_on = models.DateField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(one=F("other")), name="what_is_between_two_is_between_two"),
            one_of("view_of", "view_of_worker", name="what_is_between_two_is_somebodys_view"),
            struck_whole("a_struck_view_of_two_says_who_and_why"),
        ]
        indexes = [models.Index(fields=["case", "seen_on"], name="emotional_tie_of_case")]

    def __str__(self) -> str:
        return f"{self.one} and {self.other}: {self.get_kind_display()}"


@pghistory.track()
class TieSeen(OfCase, KeptFrom, Correctable):
    """What somebody or something around a person is to them, as one person saw it on a day: an ecomap's line."""

    tie = models.ForeignKey(NetworkTie, on_delete=models.PROTECT, related_name="seen")
    strength = models.CharField(max_length=10, choices=list(TIE_STRENGTH.items()))
    flow = models.CharField(max_length=4, choices=list(TIE_FLOW.items()), default="none", db_default="none")
    words = models.CharField(max_length=300, blank=True, default="")
    view_of = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    view_of_worker = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    seen_on = models.DateField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "ties as seen"
        constraints = [
            one_of("view_of", "view_of_worker", name="how_strong_a_tie_is_is_somebodys_view"),
            struck_whole("a_struck_view_of_a_tie_says_who_and_why"),
        ]
        indexes = [models.Index(fields=["case", "seen_on"], name="tie_seen_of_case")]

    def __str__(self) -> str:
        return f"{self.tie}: {self.get_strength_display()}"


@pghistory.track()
class PastLoss(OfCase, KeptFrom, Correctable):
    """A pregnancy that was lost, or a child who was stillborn, of whom the record has no person.

    A child who was expected when we knew them is a Member with `loss`. `name` is what the parents call the child.
    """

    mother = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    other_parent = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=list(LOSS.items()))
    name = models.CharField(max_length=80, blank=True, default="")
    lost_about = models.CharField(max_length=ABOUT_LENGTH, blank=True, default="")
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_on = models.DateField()

    class Meta:
        verbose_name_plural = "past losses"
        constraints = [
            models.CheckConstraint(
                condition=Q(other_parent=None) | ~Q(other_parent=F("mother")), name="a_loss_has_two_different_parents"
            ),
            struck_whole("a_struck_loss_says_who_and_why"),
        ]
        indexes = [models.Index(fields=["case"], name="past_loss_of_case")]

    def __str__(self) -> str:
        return self.name or self.get_kind_display()


@pghistory.track()
class CulturalNote(OfCase, KeptFrom, Correctable):
    """Something of where somebody comes from, in their own words where they said it (REFERENCE 8.4). Never inferred.

    `is_declined`: they were asked and would rather not say, which is an answer.
    """

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=list(CULTURE.items()))
    words = models.CharField(max_length=300, blank=True, default="")
    is_declined = models.BooleanField(default=False, db_default=False)
    about = models.CharField(max_length=ABOUT_LENGTH, blank=True, default="")
    told_by = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    noted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    noted_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(is_declined=True) ^ ~Q(words=""), name="what_is_told_or_declined"),
            struck_whole("a_struck_cultural_note_says_who_and_why"),
        ]
        indexes = [models.Index(fields=["case"], condition=Q(ended_on=None), name="cultural_note_of_case")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.words}"


@pghistory.track()
class HealthMark(OfCase, KeptFrom, Correctable):
    """What fills half of a symbol: drugs or alcohol, mental health, illness. Seldom on a family's picture."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=14, choices=list(HEALTH_MARK.items()))
    words = models.CharField(max_length=300, blank=True, default="")
    started_about = models.CharField(max_length=ABOUT_LENGTH, blank=True, default="")
    ended_on = models.DateField(null=True, blank=True)
    noted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    noted_on = models.DateField()

    class Meta:
        constraints = [struck_whole("a_struck_health_mark_says_who_and_why")]
        indexes = [models.Index(fields=["case"], condition=Q(ended_on=None), name="health_mark_of_case")]

    def __str__(self) -> str:
        return f"{self.member}: {self.get_kind_display()}"


@pghistory.track()
class AsTold(OfCase):
    """Who told a fact that was drawn together with the family, and when; `subject_id` is its row in the table `kind`.

    One that was a slip is undone: the fact is taken back, and who took it back stays to be read.
    """

    kind = models.CharField(max_length=12, choices=list(TOLD.items()))
    subject_id = models.BigIntegerField()
    told_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    told_on = models.DateField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    undone_on = models.DateField(null=True, blank=True)
    undone_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "facts as told"
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind", "subject_id"], condition=Q(undone_on=None), name="a_fact_is_told_once"
            ),
            models.CheckConstraint(
                condition=Q(undone_on=None, undone_by=None) | Q(undone_on__isnull=False, undone_by__isnull=False),
                name="an_undone_fact_says_by_whom",
            ),
        ]
        indexes = [models.Index(fields=["case", "-told_on", "-id"], name="as_told_of_case")]

    def __str__(self) -> str:
        return f"as told by {self.told_by}"


@pghistory.track()
class GenogramOrder(OfCase):
    """The order in which the people of a record stand in its genogram, and the nudges of whoever moved somebody.

    `rows` are ids from left to right ([["m12", "m7"], ["m3"]]), never places; `wishes` are pairs of ids, the first to
    stand to the left. `made_for` is "staff", "family" or "family:12": an order that was made with facts which one
    audience may not know is never used for it. `facts_sha256` is what was drawn when `rows` were found.
    """

    made_for = models.CharField(max_length=30)
    rows = models.JSONField(default=list)
    wishes = models.JSONField(default=list)
    facts_sha256 = models.CharField(max_length=64, blank=True, default="")
    drawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "made_for"], name="one_order_for_each_who_sees_a_genogram")
        ]

    def __str__(self) -> str:
        return f"order for {self.made_for}"


@pghistory.track()
class GenogramSnapshot(OfCase):
    """A genogram or ecomap as it was on a day, kept with its facts for supervision, a meeting, a paper or court.

    `facts` is a `genogram/1` object of what was shown; `rows` its order; `shown` its layers ({"households": true}).
    `made_for` is as in GenogramOrder.
    """

    title = models.CharField(max_length=160)
    kept_for = models.CharField(max_length=12, choices=list(SNAPSHOT_FOR.items()))
    made_for = models.CharField(max_length=30)
    pictured_on = models.DateField()
    facts = models.JSONField()
    rows = models.JSONField(default=list)
    shown = models.JSONField(default=dict)
    household_id = models.BigIntegerField(null=True, blank=True)
    writing = models.ForeignKey(Writing, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    taken_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    taken_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["case", "-pictured_on", "-id"], name="genogram_snapshot_of_case")]

    def __str__(self) -> str:
        return self.title

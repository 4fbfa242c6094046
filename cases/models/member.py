"""The people of a family's record: who they are, how they are related, where they live."""

import uuid
from datetime import date

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse

from camden.rules.names import age_in_words, display_name
from cases.models.case import OfCase, OfCaseQuerySet
from cases.models.marks import KeptFrom
from cases.rules.codesets import DISABILITY, ETHNICITY, SEX, UPN_UNKNOWN
from cases.rules.picturing import COUPLE, COUPLE_ENDED, GENDER, LOSS
from cases.rules.recording import INTERPRETER, RESPONSIBILITY_BASIS


class Person(models.Model):
    """An identity that ties together what different records know of one human being, and holds nothing else."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    def __str__(self) -> str:
        return "a person"


class MemberQuerySet(OfCaseQuerySet["Member"]):
    """Questions about members."""

    def living(self) -> "MemberQuerySet":
        """Everybody of whom nobody said that they have died, on a known day or not."""
        return self.filter(died_on=None, died_about="", has_died=False)

    def children(self) -> "MemberQuerySet":
        """Children whom the record is about, oldest first; an unborn child comes last."""
        return self.filter(kind=Member.Kind.CHILD).order_by(models.F("born_on").asc(nulls_last=True), "pk")


class MemberManager(models.Manager["Member"]):
    """Everybody but those who were merged into another, or written down by mistake."""

    def get_queryset(self) -> MemberQuerySet:
        """Those who stand for themselves."""
        return MemberQuerySet(self.model, using=self._db).filter(merged_into=None, mistaken_on=None)


@pghistory.track()
class Member(OfCase):
    """A person as known in this record: a child it is about, or somebody who belongs to their life.

    `interpreter` and `communication` say how to talk with them ("Sylheti; a woman interpreter, not a relative"). One
    that was found to be the same human being as another of this record points to it by `merged_into` and is asked for
    no more: `objects` leaves it out. So does `mistaken_on`, the day on which somebody was found to be there by a slip.

    `born_about` and `died_about` are a year or a month ("1955", "1955-03") where the day is not known; `has_died` says
    so where not even that is. `gender` is how somebody sees themselves, where `sex` does not say it. `disabilities` of
    a child are codes of the census in its order, `["NONE"]` where there is none, and empty while nobody has asked.
    """

    class Kind(models.TextChoices):
        CHILD = "child", "A child this record is about"
        ADULT = "adult", "Somebody in their life"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", editable=False)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    given_name = models.CharField(max_length=80, blank=True)
    family_name = models.CharField(max_length=80, blank=True)
    la_child_id = models.CharField(max_length=40, blank=True)
    born_on = models.DateField(null=True, blank=True)
    expected_on = models.DateField(null=True, blank=True)
    died_on = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=1, choices=list(SEX.items()), blank=True)
    ethnicity = models.CharField(max_length=4, choices=list(ETHNICITY.items()), blank=True)
    disabilities = ArrayField(
        models.CharField(max_length=4, choices=list(DISABILITY.items())), default=list, db_default=[], blank=True
    )
    upn = models.CharField(max_length=13, blank=True)
    upn_unknown = models.CharField(max_length=3, choices=list(UPN_UNKNOWN.items()), blank=True)
    language = models.CharField(max_length=80, blank=True)
    interpreter = models.CharField(
        max_length=10, choices=list(INTERPRETER.items()), blank=True, default="", db_default=""
    )
    communication = models.CharField(max_length=200, blank=True, default="", db_default="")
    gender = models.CharField(max_length=8, choices=list(GENDER.items()), blank=True, default="", db_default="")
    gender_words = models.CharField(max_length=60, blank=True, default="", db_default="")
    born_about = models.CharField(max_length=7, blank=True, default="", db_default="")
    died_about = models.CharField(max_length=7, blank=True, default="", db_default="")
    has_died = models.BooleanField(default=False, db_default=False)
    loss = models.CharField(max_length=12, choices=list(LOSS.items()), blank=True, default="", db_default="")
    mistaken_on = models.DateField(null=True, blank=True, editable=False)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )

    objects = MemberManager.from_queryset(MemberQuerySet)()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(merged_into=None) | ~models.Q(merged_into=models.F("pk")),
                name="nobody_is_merged_into_themselves",
            ),
            models.CheckConstraint(
                condition=models.Q(born_on=None) | models.Q(expected_on=None),
                name="born_or_expected_never_both",
            ),
            models.CheckConstraint(
                condition=models.Q(born_about="") | models.Q(born_on=None, expected_on=None),
                name="born_on_a_day_or_about",
            ),
            models.CheckConstraint(
                condition=models.Q(died_about="") | models.Q(died_on=None), name="died_on_a_day_or_about"
            ),
            models.CheckConstraint(
                condition=models.Q(died_on=None) | models.Q(born_on=None) | models.Q(died_on__gte=models.F("born_on")),
                name="death_is_not_before_birth",
            ),
            models.CheckConstraint(
                condition=models.Q(expected_on=None) | models.Q(sex="U") | models.Q(sex=""),
                name="sex_of_an_unborn_child_is_unknown",
            ),
            models.CheckConstraint(
                condition=models.Q(disabilities__contained_by=list(DISABILITY))
                & (~models.Q(disabilities__contains=["NONE"]) | models.Q(disabilities=["NONE"])),
                name="no_disability_stands_alone",
            ),
        ]
        indexes = [
            models.Index(fields=["case", "kind"], name="member_of_case"),
            models.Index(fields=["la_child_id"], condition=~models.Q(la_child_id=""), name="member_la_child_id"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """What the person is called here, or how else to find them."""
        return display_name(self.given_name, self.family_name, self.la_child_id)

    @property
    def first_name(self) -> str:
        """What to say in a sentence: the given name, else the council's number, else the whole of what is known."""
        return self.given_name or self.la_child_id or self.name

    def age(self, on: date) -> str:
        """The age in words on that day: "8 years", "14 months", "expected 12 March 2027", or nothing known."""
        return age_in_words(self.born_on, self.expected_on, self.died_on, on)

    def get_absolute_url(self) -> str:
        return reverse("cases:child", args=[self.case_id, self.pk])


@pghistory.track()
class Relationship(OfCase, KeptFrom):
    """`one` is this to `other`: "Shirin is mother of Anisa". Parental responsibility is a fact of its own, with its
    days and what it rests on; nothing follows from it about who cares for a child.

    Of two partners, `couple` says how they are together, `couple_ended` how it ended, `is_of_one_blood` that they are
    related by blood. `started_about` and `ended_about` are a year or a month where the day is not known. One that was
    said by a slip has ended and `was_mistake`: no list and no picture shows it.
    """

    class Kind(models.TextChoices):
        MOTHER = "mother", "mother"
        FATHER = "father", "father"
        PARENT = "parent", "parent"
        STEP_PARENT = "step-parent", "step-parent"
        GRANDPARENT = "grandparent", "grandparent"
        ADOPTIVE_PARENT = "adoptive-parent", "adoptive parent"
        FOSTER_CARER = "foster-carer", "foster carer"
        SPECIAL_GUARDIAN = "special-guardian", "special guardian"
        GREAT_GRANDPARENT = "great-grandparent", "great-grandparent"
        SIBLING = "sibling", "brother or sister"
        TWIN = "twin", "twin"
        IDENTICAL_TWIN = "identical-twin", "identical twin"
        HALF_SIBLING = "half-sibling", "half-brother or half-sister"
        STEP_SIBLING = "step-sibling", "step-brother or step-sister"
        AUNT_OR_UNCLE = "aunt-or-uncle", "aunt or uncle"
        COUSIN = "cousin", "cousin"
        PARTNER = "partner", "partner"
        SPOUSE = "spouse", "husband or wife"
        EX_PARTNER = "ex-partner", "former partner"
        KIN = "kin", "relative"
        FRIEND = "friend", "friend"
        CARER = "carer", "carer"
        OTHER = "other", "somebody important"

    one = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="relationships_from")
    other = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="relationships_to")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    parental_responsibility = models.BooleanField(null=True, default=None)
    responsibility_basis = models.CharField(
        max_length=16, choices=list(RESPONSIBILITY_BASIS.items()), blank=True, default="", db_default=""
    )
    responsible_from_on = models.DateField(null=True, blank=True)
    responsible_until_on = models.DateField(null=True, blank=True)
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    started_about = models.CharField(max_length=7, blank=True, default="", db_default="")
    ended_about = models.CharField(max_length=7, blank=True, default="", db_default="")
    couple = models.CharField(max_length=18, choices=list(COUPLE.items()), blank=True, default="", db_default="")
    couple_ended = models.CharField(
        max_length=10, choices=list(COUPLE_ENDED.items()), blank=True, default="", db_default=""
    )
    is_of_one_blood = models.BooleanField(default=False, db_default=False)
    was_mistake = models.BooleanField(default=False, db_default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(one=models.F("other")), name="nobody_is_related_to_themselves"),
            models.UniqueConstraint(
                fields=["one", "other", "kind"], condition=models.Q(ended_on=None), name="a_relationship_is_said_once"
            ),
            models.CheckConstraint(
                condition=models.Q(started_on=None)
                | models.Q(ended_on=None)
                | models.Q(ended_on__gte=models.F("started_on")),
                name="relationship_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=models.Q(started_about="") | models.Q(started_on=None), name="began_on_a_day_or_about"
            ),
            models.CheckConstraint(
                condition=models.Q(was_mistake=False) | models.Q(ended_on__isnull=False),
                name="a_slip_about_two_people_has_ended",
            ),
            models.CheckConstraint(
                condition=models.Q(responsible_from_on=None)
                | models.Q(responsible_until_on=None)
                | models.Q(responsible_until_on__gte=models.F("responsible_from_on")),
                name="responsibility_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.one} is {self.get_kind_display()} of {self.other}"


@pghistory.track()
class Household(OfCase):
    """A home, which is not the same as the family: people live in it from a day until a day."""

    name = models.CharField(max_length=120)
    address = models.TextField(blank=True)
    is_safe_to_share = models.BooleanField(default=True)

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class HouseholdMembership(OfCase):
    """One person living in one household."""

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="memberships")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="households")
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["household", "member"], condition=models.Q(ended_on=None), name="lives_once_in_a_household"
            ),
            models.CheckConstraint(
                condition=models.Q(started_on=None)
                | models.Q(ended_on=None)
                | models.Q(ended_on__gte=models.F("started_on")),
                name="living_somewhere_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member} at {self.household}"

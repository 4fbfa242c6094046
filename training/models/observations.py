"""Practice observations: what somebody saw of a colleague's work. No family is named, and no record has a key here."""

from django.db import models
from django.db.models import F, Q

from camden.models import User
from camden.models.base import Kept
from training.models.programmes import Programme
from training.rules.observations import Consent, Setting, Skill


class Observation(Kept):
    """One observation. It is its observer's until it is given to the worker (`given_on`); from then on, both read it.

    `asked_how` is how the family was asked. `family_said` is their comment without a name; it goes when they take their
    consent back. `worker_says` is the worker's answer, written once it was given.
    """

    worker = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    observer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    programme = models.ForeignKey(
        Programme, null=True, blank=True, on_delete=models.PROTECT, related_name="observations"
    )
    observed_on = models.DateField()
    setting = models.CharField(max_length=12, choices=[(each.value, each.value) for each in Setting])
    focus = models.TextField(blank=True)
    consent = models.CharField(
        max_length=10, choices=[(each.value, each.value) for each in Consent], default=Consent.NOT_ASKED.value
    )
    asked_how = models.CharField(max_length=200, blank=True, default="", db_default="")
    strengths = models.TextField(blank=True)
    family_said = models.TextField(blank=True)
    agreed_learning = models.TextField(blank=True)
    by_registered = models.BooleanField(default=False)
    given_on = models.DateField(null=True, blank=True)
    worker_says = models.TextField(blank=True, default="", db_default="")
    looked_again_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(worker=F("observer")), name="somebody_else_observes"),
            models.CheckConstraint(
                condition=Q(family_said="") | Q(consent=Consent.GIVEN.value), name="a_family_agrees_to_its_words"
            ),
            models.CheckConstraint(
                condition=Q(given_on=None)
                | (Q(given_on__gte=F("observed_on")) & ~Q(strengths="") & ~Q(focus="") & ~Q(agreed_learning="")),
                name="what_is_given_says_a_strength",
            ),
            models.CheckConstraint(
                condition=Q(worker_says="") | Q(given_on__isnull=False), name="a_worker_answers_what_they_were_given"
            ),
        ]
        indexes = [
            models.Index(fields=["worker", "-observed_on"], name="observation_of_worker"),
            models.Index(fields=["observer", "-observed_on"], name="observation_by_observer"),
        ]

    def __str__(self) -> str:
        return f"an observation of {self.observed_on}"


class ObservationSkill(Kept):
    """One skill that could be seen, by the sentence of the scale. A skill nobody could see has no row."""

    observation = models.ForeignKey(Observation, on_delete=models.PROTECT, related_name="skills")
    skill = models.CharField(max_length=16, choices=[(each.name.lower(), each.value) for each in Skill])
    number = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["observation", "skill"], name="a_skill_is_seen_once"),
            models.CheckConstraint(condition=Q(number__gte=1, number__lte=5), name="a_scale_from_one_to_five"),
        ]

    def __str__(self) -> str:
        return self.get_skill_display()

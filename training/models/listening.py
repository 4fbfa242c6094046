"""Listening to staff and partners: promises, three questions, answers without a name, and what was done about them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from camden.models import User
from camden.models.base import Kept
from training.rules.listening import Answer, Did, Whose


class Promise(Kept):
    """A promise to families, or a line of the staff charter, in the authority's words: from a day until a day."""

    code = models.SlugField(max_length=40)
    whose = models.CharField(max_length=8, choices=[(each.value, each.value) for each in Whose])
    words = models.TextField()
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    set_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code"], condition=Q(until_on=None), name="a_promise_holds_once"),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gt=F("from_on")), name="a_promise_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return self.words


class Survey(Kept):
    """A round of three questions: the first day they can be answered, and the last. What is shown is decided once."""

    opens_on = models.DateField(unique=True)
    closes_on = models.DateField()
    asked = models.CharField(max_length=8, choices=[(each.value, each.value) for each in Whose])
    set_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(closes_on__gte=F("opens_on")), name="a_round_closes_after_it_opens"),
        ]

    def __str__(self) -> str:
        return f"the questions of {self.opens_on}"


class Question(Kept):
    """One of three, in the authority's words, tied to the promise it asks about."""

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="questions")
    place = models.PositiveSmallIntegerField()
    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="+")
    words = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["survey", "place"], name="one_question_for_each_place"),
            models.CheckConstraint(condition=Q(place__gte=1, place__lte=3), name="three_questions_and_no_more"),
        ]

    def __str__(self) -> str:
        return self.words


class SurveyAnswer(models.Model):
    """What somebody said to one question: no key of a person, no moment, no order. The web never reads it.

    `mark` is without meaning and the same for the same person, so that a round can be judged against earlier ones; it
    is made with the service's secret. `path` is where they work, from the top down. Once its round is decided it is
    deleted.
    """

    id = models.UUIDField(primary_key=True)
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="answers")
    mark = models.CharField(max_length=64)
    path = ArrayField(models.BigIntegerField())
    answer = models.CharField(max_length=8, choices=[(each.value, each.value) for each in Answer])
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["question", "mark"], name="a_mark_answers_a_question_once"),
        ]

    def __str__(self) -> str:
        return "an answer"


class HasAnswered(models.Model):
    """That somebody has answered a round, so that nobody is asked twice. Not what, and not when."""

    id = models.UUIDField(primary_key=True)
    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "has answered"
        constraints = [
            models.UniqueConstraint(fields=["survey", "person"], name="somebody_answers_a_round_once"),
        ]

    def __str__(self) -> str:
        return "somebody answered"


class ShownAnswer(Kept):
    """What is shown of one question for one group once a round is over: a share in words, and words of five or more."""

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="shown")
    path = ArrayField(models.BigIntegerField())
    share = models.CharField(max_length=40)
    words = ArrayField(models.TextField(), default=list, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["question", "path"], name="a_group_is_shown_once"),
        ]

    def __str__(self) -> str:
        return self.share


class DecidedPeriod(Kept):
    """Which marks each shown figure is of, for judging later rounds. Only the job that decides reads it."""

    question = models.OneToOneField(Question, on_delete=models.PROTECT, related_name="decided")
    groups = models.JSONField(default=list)
    cells = models.JSONField(default=list)

    def __str__(self) -> str:
        return "how a round was decided"


class YouSaid(Kept):
    """Something people said, in the service's own words, and what was done about it. Everybody reads it once told."""

    words = models.TextField()
    did = models.CharField(max_length=20, choices=[(each.value, each.value) for each in Did], blank=True)
    what = models.TextField(blank=True)
    will_by_on = models.DateField(null=True, blank=True)
    told_on = models.DateField(null=True, blank=True)
    told_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "you said"
        constraints = [
            models.CheckConstraint(
                condition=Q(told_on=None, told_by=None)
                | (Q(told_on__isnull=False, told_by__isnull=False) & ~Q(did="") & ~Q(what="")),
                name="what_is_told_says_what_was_done_and_who_answers_for_it",
            ),
        ]

    def __str__(self) -> str:
        return self.words


class HeardIn(Kept):
    """The question something was heard in."""

    you_said = models.ForeignKey(YouSaid, on_delete=models.PROTECT, related_name="heard")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "heard in"
        constraints = [
            models.UniqueConstraint(fields=["you_said", "question"], name="something_is_heard_in_a_question_once"),
        ]

    def __str__(self) -> str:
        return "heard in a question"


class Nudge(Kept):
    """A word from a training lead to somebody with something missing: when, and from whom. They are told all of it."""

    class About(models.TextChoices):
        PIECES = "pieces", "Pieces of learning"
        REQUIRED = "required", "Required learning"

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    nudged_on = models.DateField()
    nudged_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=8, choices=About.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "about", "nudged_on"], name="one_word_a_day"),
        ]
        indexes = [models.Index(fields=["person", "-nudged_on"], name="nudge_of_person")]

    def __str__(self) -> str:
        return f"a word on {self.nudged_on}"

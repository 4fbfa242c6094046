"""Questions somebody will ask a family, and what they were answered; what was thought about a child, on their file."""

from datetime import date
from typing import Self

import pghistory
from django.db import models
from django.db.models import F, Q

from camden.models import User
from cases.models.case import OfCase, OfCaseQuerySet
from cases.models.marks import KeptFrom
from cases.models.member import Member
from cases.models.visit import Visit


class QuestionQuerySet(OfCaseQuerySet["Question"]):
    """Questions about questions."""

    def waiting(self) -> Self:
        """Neither asked nor put aside, the soonest first."""
        return self.filter(asked_on=None, put_aside_on=None).order_by("ask_by_on", "pk")

    def late(self, on: date) -> Self:
        """Waiting, and to be asked before that day."""
        return self.waiting().filter(ask_by_on__lt=on)


@pghistory.track()
class Question(OfCase, KeptFrom):
    """One question to a family: of whom, by whom, by when, in which first sentence (REFERENCE 5.2: from reflection on).

    It stands on the checklist of the next visit, which answers it. `asked_for_in` says in words where it came from;
    `whom` is as it was said ("Anisa, alone"). One that will not be asked after all is put aside, with the reason.
    """

    what = models.CharField(max_length=300)
    whom = models.CharField(max_length=160)
    first_sentence = models.TextField()
    ask_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ask_by_on = models.DateField()
    asked_for_in = models.CharField(max_length=120)
    planned_on = models.DateField()
    asked_on = models.DateField(null=True, blank=True)
    asked_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField(blank=True)
    visit = models.ForeignKey(Visit, null=True, blank=True, on_delete=models.PROTECT, related_name="questions")
    put_aside_on = models.DateField(null=True, blank=True)
    put_aside_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    put_aside_why = models.CharField(max_length=300, blank=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(asked_on=None, asked_by=None, answer="", visit=None)
                | (Q(asked_on__isnull=False, asked_by__isnull=False) & ~Q(answer="")),
                name="a_question_that_was_asked_has_an_answer",
            ),
            models.CheckConstraint(
                condition=Q(put_aside_on=None, put_aside_by=None, put_aside_why="")
                | (Q(put_aside_on__isnull=False, put_aside_by__isnull=False) & ~Q(put_aside_why="")),
                name="a_question_put_aside_says_who_and_why",
            ),
            models.CheckConstraint(
                condition=Q(asked_on=None) | Q(put_aside_on=None), name="a_question_is_asked_or_put_aside"
            ),
            models.CheckConstraint(
                condition=Q(ask_by_on__gte=F("planned_on")), name="a_question_is_asked_after_it_is_planned"
            ),
        ]
        indexes = [
            models.Index(fields=["case", "-planned_on", "-id"], name="question_of_case"),
            models.Index(
                fields=["ask_by", "ask_by_on"],
                condition=Q(asked_on=None, put_aside_on=None),
                name="question_waiting_of_worker",
            ),
        ]

    def __str__(self) -> str:
        return self.what


@pghistory.track()
class OversightNote(OfCase, KeptFrom):
    """What was thought about one child together, on that child's file, in words they may read at 25 (REFERENCE 5.4).

    `said` is a list of [heading, words]; `subject_id` the key of what was agreed. Brothers and sisters have notes of
    their own: what one child would want us to hear stands on that child's alone.
    """

    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    thought_on = models.DateField()
    thought_in = models.CharField(max_length=120)
    said = models.JSONField(default=list)
    subject_id = models.BigIntegerField(editable=False)
    agreed_on = models.DateField()
    agreed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["child", "subject_id"], name="one_note_of_what_was_thought_about_a_child")
        ]
        indexes = [models.Index(fields=["child", "-thought_on", "-id"], name="oversight_note_of_child")]

    def __str__(self) -> str:
        return f"What was thought together on {self.thought_on}"

"""Questions to a family: those that wait to be asked, what was answered, and what will not be asked any more."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from camden.rules.moments import day_away
from camden.rules.names import day_in_words
from cases.models import Case, Question
from cases.readings.marks import kept_in_short

MOST = 100  # of one family: years of asking


@dataclass(frozen=True)
class QuestionLine:
    """One question. Days in words, empty where there is none; `became` says in a sentence what came of it.

    `answer` is what was said or how it was met, or why nobody will ask; `visit_url` the visit that asked it.
    """

    pk: int
    what: str
    whom: str
    first_sentence: str
    planned_in: str
    asker: str
    day: str
    iso: str
    away: str
    is_mine: bool
    became: str
    answer: str
    visit_url: str
    kept_from: str


@dataclass(frozen=True)
class Questions:
    """A family's questions: those that wait, the soonest first; those asked and those put aside, the latest first."""

    waiting: tuple[QuestionLine, ...]
    asked: tuple[QuestionLine, ...]
    aside: tuple[QuestionLine, ...]

    def __bool__(self) -> bool:
        return bool(self.waiting or self.asked or self.aside)


def questions_of(case: Case, me: int, on: date) -> Questions:
    """Every question planned for this family; `me` is the key of who reads. One query."""
    people = ("ask_by", "asked_by", "put_aside_by")
    rows = list(Question.objects.filter(case=case).select_related(*people).order_by("-planned_on", "-pk")[:MOST])
    waiting = sorted((row for row in rows if not row.asked_on and not row.put_aside_on), key=_soonest)
    asked = sorted((row for row in rows if row.asked_on), key=lambda row: (str(row.asked_on), row.pk), reverse=True)
    aside = [row for row in rows if row.put_aside_on]
    return Questions(*(tuple(read_question(row, me, on) for row in part) for part in (waiting, asked, aside)))


def read_question(question: Question, me: int, on: date) -> QuestionLine:
    """One question of a record that was fetched, with whoever asks it."""
    is_open = not question.asked_on and not question.put_aside_on
    return QuestionLine(
        pk=question.pk,
        what=question.what,
        whom=question.whom,
        first_sentence="" if question.first_sentence == question.what else question.first_sentence,
        planned_in=question.asked_for_in,
        asker=question.ask_by.name,
        day=day_in_words(question.ask_by_on) if is_open else "",
        iso=question.ask_by_on.isoformat(),
        away=day_away(question.ask_by_on, on) if is_open else "",
        is_mine=question.ask_by_id == me,
        became=_became(question),
        answer=question.answer or question.put_aside_why,
        visit_url=reverse("cases:visit", args=[question.case_id, question.visit_id]) if question.visit_id else "",
        kept_from=kept_in_short(question),
    )


def _soonest(question: Question) -> tuple[date, int]:
    return question.ask_by_on, question.pk


def _became(question: Question) -> str:
    if question.asked_on and question.asked_by:
        return f"{question.asked_by.name} asked, {day_in_words(question.asked_on)}"
    if question.put_aside_on and question.put_aside_by:
        return f"{question.put_aside_by.name} put it aside, {day_in_words(question.put_aside_on)}"
    return ""

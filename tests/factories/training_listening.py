"""Rounds of listening for tests: answers as they lie in the database, and the job of the night."""

import uuid
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import time_machine

from tests.conftest import as_role
from tests.factories.training_floor import PromiseFactory, QuestionFactory, SurveyFactory
from training.models import Question, SurveyAnswer
from training.tasks import decide_rounds

LASTS = 13  # days after its first


def a_round(opens_on: date, *, lead: Any, asked: str = "staff", promises: list[Any] | None = None) -> list[Question]:
    """Three questions, of the same promises as before if they are given."""
    survey = SurveyFactory(opens_on=opens_on, closes_on=opens_on + timedelta(days=LASTS), asked=asked, set_by=lead)
    promises = promises or [PromiseFactory(whose=asked) for _ in range(3)]
    return [QuestionFactory(survey=survey, place=place, promise=each) for place, each in enumerate(promises, start=1)]


def said(question: Question, answers: Iterable[tuple[str, Any, str, str]]) -> None:
    """(mark, path, answer, words) each."""
    SurveyAnswer.objects.bulk_create(
        SurveyAnswer(id=uuid.uuid4(), question=question, mark=mark, path=list(path), answer=answer, words=words)
        for mark, path, answer, words in answers
    )


def the_night(on: date) -> None:
    """The job as Celery runs it, in the first hours of a day."""
    with time_machine.travel(f"{on} 04:30:00+00:00", tick=False), as_role("camden_worker"):
        decide_rounds()

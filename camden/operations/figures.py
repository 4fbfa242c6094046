"""Verbs about figures: a person says something about one of their own, and takes it back."""

from datetime import date, datetime

from django.db import transaction

from camden.audit import record
from camden.models import FigureAnswer, User


@transaction.atomic
def answer_figure(*, person: User, figure: str, words: str, on: date, at: datetime) -> FigureAnswer:
    """A sentence beside a figure of one's own. It takes the place of an earlier one, which is kept."""
    FigureAnswer.objects.filter(person=person, figure=figure, withdrawn_at=None).update(withdrawn_at=at)
    answer = FigureAnswer.objects.create(person=person, figure=figure, words=words, said_on=on)
    record(action="said something about a figure of their own", subject=answer)
    return answer


@transaction.atomic
def take_back_answer(*, person: User, figure: str, at: datetime) -> None:
    """Nothing is said beside it any more. Once, however often it is asked."""
    found = FigureAnswer.objects.filter(person=person, figure=figure, withdrawn_at=None).first()
    if found and FigureAnswer.objects.filter(pk=found.pk, withdrawn_at=None).update(withdrawn_at=at):
        record(action="took back what they said about a figure", subject=found)

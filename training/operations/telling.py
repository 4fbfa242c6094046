"""Verbs about what people said and what was done: write it down, tell it to all, and tell what became of it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from camden.audit import record
from camden.models import User
from camden.operations.refusals import NotDone
from camden.operations.versions import change
from training.models import HeardIn, Question, ShownAnswer, YouSaid
from training.rules import listening
from training.rules.listening import Did, not_yet_told
from training.rules.small_numbers import FEWEST, Group, Period


@transaction.atomic
def write_you_said(
    *,
    words: str,
    heard: Sequence[Question],
    by: User,
    on: date,
    did: str = "",
    what: str = "",
    will_by_on: date | None = None,
    is_told: bool = False,
    entry: YouSaid | None = None,
    version: int | None = None,
) -> YouSaid:
    """Write down something that was heard in questions, as a draft or told to all. Raises NotDone, Overtaken.

    What was told stays told: to change it is to tell it anew, on `on`. `did` is a code of Did or empty.
    """
    did = did or ""
    said: dict[str, Any] = {"words": words, "did": did, "what": what}
    said["will_by_on"] = will_by_on if did == Did.WILL else None
    is_told = is_told or bool(entry and entry.told_on)
    if is_told:
        said |= {"told_on": on, "told_by": by}
        if problems := _problems(said, heard, by):
            raise NotDone(" ".join(problems))
    kept: YouSaid = YouSaid.objects.create(**said) if entry is None else change(entry, version=version, **said)
    _heard(kept, heard)
    record(action="told people what was done" if is_told else "wrote down what people said", subject=kept)
    return kept


def _heard(entry: YouSaid, questions: Sequence[Question]) -> None:
    entry.heard.exclude(question__in=questions).delete()
    there = set(entry.heard.values_list("question", flat=True))
    HeardIn.objects.bulk_create(HeardIn(you_said=entry, question=each) for each in questions if each.pk not in there)


def _problems(said: dict[str, Any], heard: Sequence[Question], by: User) -> tuple[str, ...]:
    """What keeps it from being told: it must come from a figure that is shown, in the service's own words."""
    figures = tuple((each.survey_id, str(each.pk)) for each in heard)
    answers = ShownAnswer.objects.filter(question__in=heard)
    everybody = frozenset(str(number) for number in range(FEWEST))  # that a figure is shown is all that is asked here
    seen = {
        (each.question.survey_id, str(each.question_id)): Period((Group(tuple(each.path), everybody),))
        for each in answers.select_related("question")
    }
    written = [words for each in answers for words in each.words]
    did = Did(said["did"]) if said["did"] else None
    entry = listening.YouSaid(said["words"], figures, did, said["what"], by.name, said["told_on"], said["will_by_on"])
    return not_yet_told(entry, seen, written)

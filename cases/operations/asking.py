"""Verbs about questions to a family: plan one, write down what was answered, put one aside."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.rules.names import day_in_words
from cases.models import Case, ChronologyEntry, Member, Question, Visit
from cases.operations.chronology import note
from cases.operations.refusing import Refusal
from cases.rules.audience import Marks


class NotPlanned(Refusal):
    """A question that cannot be planned so. Says why, and about which answer."""


class NotAnswered(Refusal):
    """What cannot be said of a question. Says why, and about which answer."""


class AlreadySettled(Refusal):
    """Somebody else has asked already, or put the question aside."""


@transaction.atomic
def plan_question(
    *,
    case: Case,
    what: str,
    whom: str,
    first_sentence: str,
    ask_by: User,
    ask_by_on: date,
    asked_for_in: str,
    on: date,
    marks: Marks = Marks(),  # noqa: B008 - frozen
) -> Question:
    """A question to a family: it stands on the checklist of the next visit until somebody asks it, or puts it aside.

    `whom` is as it was said ("Anisa, alone"); `ask_by` will ask by `ask_by_on`; `asked_for_in` says where it came from
    ("Group supervision, 3 November"). `marks` say from whom it is kept. Raises NotPlanned.
    """
    if ask_by_on < on:
        raise NotPlanned(f"It is planned on {day_in_words(on)}: choose that day or a later one.", "ask_by_on")
    question = Question.objects.create(
        case=case,
        what=what,
        whom=whom,
        first_sentence=first_sentence,
        ask_by=ask_by,
        ask_by_on=ask_by_on,
        asked_for_in=asked_for_in,
        planned_on=on,
        is_kept_from_family=marks.is_kept_from_family,
        kept_from=list(marks.kept_from),
    )
    record(action="planned a question to a family", subject=question, case_id=case.pk)
    return question


@transaction.atomic
def answer_question(
    *,
    question: Question,
    answer: str,
    by: User,
    on: date,
    visit: Visit | None = None,
    children: Sequence[Member] = (),
    marks: Marks = Marks(),  # noqa: B008 - frozen
) -> None:
    """Somebody asked on that day, and this is what was said, or how the question was met: silence is an answer too.

    `visit` is where it was asked, if in a visit; the timeline of `children` says that it was asked, never the words.
    `marks` say from whom the answer is kept: the question is then kept from them too.
    Raises NotAnswered, AlreadySettled.
    """
    if not answer.strip():
        raise NotAnswered("Write what was answered, or how the question was met.", "answer")
    if on < question.planned_on:
        planned = day_in_words(question.planned_on)
        raise NotAnswered(f"The question was planned on {planned}. Check the day.", "asked_on")
    kept = Marks(question.is_kept_from_family, tuple(question.kept_from)) | marks
    settled = _settle(
        question,
        asked_on=on,
        asked_by=by,
        answer=answer.strip(),
        visit=visit,
        is_kept_from_family=kept.is_kept_from_family,
        kept_from=list(kept.kept_from),
    )
    _say(settled, f"{by.name} asked {settled.whom}: {settled.what}", by, on, children)
    record(action="wrote down what a family answered", subject=settled, case_id=settled.case_id)


@transaction.atomic
def put_question_aside(*, question: Question, why: str, by: User, on: date, children: Sequence[Member] = ()) -> None:
    """The question will not be asked after all, and why. Raises NotAnswered without a reason, AlreadySettled."""
    if not why.strip():
        raise NotAnswered("Write why, even if it is one line.", "why")
    settled = _settle(question, put_aside_on=on, put_aside_by=by, put_aside_why=why.strip())
    _say(settled, f"{by.name} will not ask {settled.whom} after all: {settled.what}", by, on, children)
    record(action="put a question to a family aside", subject=settled, case_id=settled.case_id)


def _settle(question: Question, **changes: object) -> Question:
    """Of two people at once, one is told."""
    waiting = Question.objects.filter(pk=question.pk, asked_on=None, put_aside_on=None)
    if not waiting.update(**changes, version=F("version") + 1):
        raise AlreadySettled("Somebody else has asked this already, or put it aside.")
    settled = Question.objects.get(pk=question.pk)
    settled.case = question.case
    return settled


def _say(question: Question, summary: str, by: User, on: date, children: Sequence[Member]) -> None:
    """One entry, without the answer: that is read with the question, by those from whom it is not kept."""
    note(
        case=question.case,
        on=on,
        kind=ChronologyEntry.Kind.AGREED,
        summary=summary,
        children=children,
        by=by,
        marks=Marks(question.is_kept_from_family, tuple(question.kept_from)),
    )

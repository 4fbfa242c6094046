"""A question to a family waits until somebody asks it or puts it aside, and that is said once."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from camden.principal import acting_as
from cases.models import ChronologyEntry, Question
from cases.operations.asking import (
    AlreadySettled,
    NotAnswered,
    NotPlanned,
    answer_question,
    plan_question,
    put_question_aside,
)
from cases.rules.audience import Marks
from tests.conftest import as_role


def planned(cast: SimpleNamespace, today: date, **more: Any) -> Question:
    """What the group asked Amara to find out."""
    words: dict[str, Any] = {
        "what": "Who notices first when Mum is sad?", "whom": "Anisa, alone",
        "first_sentence": "Who notices first when your mum is sad?", "ask_by": cast.amara,
        "ask_by_on": today + timedelta(days=7), "asked_for_in": "Group supervision, 3 November",
    }  # fmt: skip
    return plan_question(case=cast.case, on=today, **(words | more))


def test_a_question_waits_for_whoever_will_ask_it(cast: SimpleNamespace, today: date) -> None:
    with as_role("camden_app"), acting_as(cast.bilal):
        question = planned(cast, today)
        planned(cast, today, what="Sooner", ask_by_on=today)
        assert [each.what for each in Question.objects.waiting()] == ["Sooner", question.what]
        assert [each.what for each in Question.objects.late(today + timedelta(days=1))] == ["Sooner"]


def test_nobody_plans_to_have_asked_yesterday(cast: SimpleNamespace, today: date) -> None:
    with acting_as(cast.bilal), pytest.raises(NotPlanned, match="choose that day or a later one"):
        planned(cast, today, ask_by_on=today - timedelta(days=1))
    assert not Question.objects.exists()


def test_what_was_answered_stands_with_the_question_and_the_timeline_says_only_that_it_was_asked(
    cast: SimpleNamespace, today: date
) -> None:
    with as_role("camden_app"), acting_as(cast.amara):
        question = planned(cast, today, marks=Marks(kept_from=(cast.children[1].pk,)))
        answer_question(question=question, answer=" Zayd does. ", by=cast.amara, on=today, children=cast.children[:1])
    question.refresh_from_db()
    assert (question.answer, question.asked_by, question.asked_on) == ("Zayd does.", cast.amara, today)
    entry = ChronologyEntry.objects.get()
    assert entry.summary == "Amara Obi asked Anisa, alone: Who notices first when Mum is sad?"
    assert entry.kept_from == [cast.children[1].pk]
    assert list(entry.children.all()) == cast.children[:1]
    assert not Question.objects.waiting().exists()


def test_a_question_put_aside_says_why(cast: SimpleNamespace, today: date) -> None:
    with as_role("camden_app"), acting_as(cast.amara):
        question = planned(cast, today)
        with pytest.raises(NotAnswered):
            put_question_aside(question=question, why=" ", by=cast.amara, on=today)
        put_question_aside(question=question, why="Her aunt told us first.", by=cast.amara, on=today)
    question.refresh_from_db()
    assert (question.put_aside_why, question.asked_on) == ("Her aunt told us first.", None)


def test_it_is_settled_once_whoever_comes_second(cast: SimpleNamespace, today: date) -> None:
    with acting_as(cast.amara):
        question = planned(cast, today)
        answer_question(question=question, answer="Silence, and a smile.", by=cast.amara, on=today)
        for attempt in (
            lambda: answer_question(question=question, answer="Again", by=cast.bilal, on=today),
            lambda: put_question_aside(question=question, why="No need", by=cast.bilal, on=today),
        ):
            with pytest.raises(AlreadySettled):
                attempt()
    question.refresh_from_db()
    assert question.answer == "Silence, and a smile."


@pytest.mark.parametrize(("answer", "days"), [("  ", 0), ("Yes", -1)])
def test_no_answer_is_empty_or_older_than_its_question(
    cast: SimpleNamespace, today: date, answer: str, days: int
) -> None:
    with acting_as(cast.amara):
        question = planned(cast, today)
        with pytest.raises(NotAnswered):
            answer_question(question=question, answer=answer, by=cast.amara, on=today + timedelta(days=days))

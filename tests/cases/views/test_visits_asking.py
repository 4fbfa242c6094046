"""A planned question stands at the top of the form for a visit; the visit answers it, leaves it, or puts it aside."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import ChronologyEntry, Member, Question, Quote, Visit
from tests.cases.views.test_visits import said
from tests.factories.asking import QuestionFactory
from tests.factories.cases import ChildFactory
from tests.queries import of_the_page


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def url(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/visits/new/"


@pytest.fixture
def jamal(cast: SimpleNamespace) -> Member:
    return ChildFactory(case=cast.case, kind="adult", given_name="Jamal", born_on=None)


@pytest.fixture
def question(cast: SimpleNamespace) -> Question:
    return QuestionFactory(case=cast.case, ask_by=cast.amara)


def test_the_form_shows_what_to_ask_of_whom_and_how_to_begin_with_nothing_ticked(
    amara: Any, url: str, question: Question, read: Any
) -> None:
    page = read(amara.get(url))
    for words in ("Ask Anisa, alone: Who notices first", "Begin: “I was thinking about you", "Group supervision"):
        assert words in page.said
    assert f"told_{question.pk}" not in page.ticked
    amara.post(url, said_of(amara, question, None))
    assert not Question.objects.waiting().filter(pk=question.pk).exclude(asked_on=None).exists()


def said_of(cast: Any, question: Question, told: str | None, **more: str) -> dict[str, str]:
    return {f"told_{question.pk}": told or "", **{f"{name}_{question.pk}": words for name, words in more.items()}}


def test_the_visit_that_asks_answers_it_and_the_answer_can_be_her_own_words(
    cast: SimpleNamespace, amara: Any, url: str, question: Question, read: Any
) -> None:
    anisa = cast.children[0]
    told = said_of(cast, question, "asked", telling="Auntie does. Then me.", teller=str(anisa.pk))
    assert amara.post(url, said(cast, **told)).status_code == 302
    question.refresh_from_db()
    visit = Visit.objects.get()
    assert (question.answer, question.asked_on) == ("Auntie does. Then me.", date(2026, 11, 3))
    assert (question.asked_by, question.visit) == (cast.amara, visit)
    assert Quote.objects.get().speaker == anisa
    entry = ChronologyEntry.objects.exclude(kind="visit").get()
    assert "Auntie" not in entry.summary
    page = read(amara.get(f"/cases/{cast.case.pk}/questions/"))
    assert "Auntie does. Then me." in page.said
    assert visit.get_absolute_url() in page.links


def test_an_answer_that_is_not_for_jamal_is_kept_from_him_with_the_question(
    cast: SimpleNamespace, jamal: Member, amara: Any, url: str, question: Question
) -> None:
    told = said_of(cast, question, "asked", telling="She looked at the door.", tellingkept=str(jamal.pk))
    amara.post(url, said(cast, **told))
    question.refresh_from_db()
    assert question.kept_from == [jamal.pk]
    assert not Quote.objects.exists()


def test_not_today_leaves_it_waiting_and_not_any_more_says_why(
    cast: SimpleNamespace, amara: Any, url: str, question: Question, read: Any
) -> None:
    amara.post(url, said(cast, **said_of(cast, question, "not-today")))
    assert Question.objects.waiting().get() == question
    page = read(amara.post(url, said(cast, **said_of(cast, question, "aside"))))
    assert "Write why" in page.errors[f"aside_{question.pk}"]
    amara.post(url, said(cast, **said_of(cast, question, "aside", aside="She told us by herself.")))
    question.refresh_from_db()
    assert question.put_aside_why == "She told us by herself."
    assert "Ask Anisa, alone" not in read(amara.get(url)).said


@pytest.mark.parametrize(
    ("told", "more", "field", "words"),
    [
        ("asked", {}, "telling", "Silence is an answer too"),
        ("", {"telling": "Me"}, "told", "Choose “Asked”, or take out the answer."),
        ("asked", {"telling": "Me", "aside": "x"}, "told", "take out the reason"),
    ],
)
def test_half_an_answer_is_an_error_beside_it_and_nothing_is_written(
    cast: SimpleNamespace, amara: Any, url: str, question: Question, read: Any, told: str, more: Any,
    field: str, words: str,
) -> None:  # fmt: skip
    page = read(amara.post(url, said(cast, **said_of(cast, question, told, **more))))
    assert words in page.errors[f"{field}_{question.pk}"]
    assert not Visit.objects.exists()


def test_a_visit_before_the_question_was_planned_cannot_have_asked_it(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    later = QuestionFactory(case=cast.case, ask_by=cast.amara, planned_on=date(2026, 11, 3))
    told = said_of(cast, later, "asked", telling="Me.")
    page = read(amara.post(url, said(cast, **told, visited_on_quick="", visited_on="1 11 2026")))
    assert "after that visit" in page.errors[f"told_{later.pk}"]


def test_an_answer_typed_while_somebody_else_asked_is_shown_again_and_not_lost(
    cast: SimpleNamespace, amara: Any, url: str, question: Question, read: Any
) -> None:
    told = said_of(cast, question, "asked", telling="Auntie does.")
    Question.objects.filter(pk=question.pk).update(asked_on="2026-11-03", asked_by=cast.bilal, answer="Nobody.")
    page = read(amara.post(url, said(cast, **told)))
    assert "Auntie does." in page.said
    assert not Visit.objects.exists()
    assert amara.post(url, said(cast)).status_code == 302


def test_five_questions_ask_the_database_no_more_than_none(cast: SimpleNamespace, amara: Any, url: str) -> None:
    amara.get(url)
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            amara.get(url)
        counts.append(len(of_the_page(asked)))
        for number in range(5):
            QuestionFactory(case=cast.case, ask_by=cast.amara, what=f"{number}?")
    assert counts[0] == counts[1] <= 15

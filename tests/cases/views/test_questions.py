"""What waits to be asked of a family, and what came of it where no visit says so."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Member, PlannedVisit, Question
from tests.factories.asking import QuestionFactory
from tests.factories.cases import ChildFactory
from tests.queries import of_the_page


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def jamal(cast: SimpleNamespace) -> Member:
    return ChildFactory(case=cast.case, kind="adult", given_name="Jamal", born_on=None)


@pytest.fixture
def question(cast: SimpleNamespace) -> Question:
    return QuestionFactory(case=cast.case, ask_by=cast.amara)


def test_the_list_has_what_waits_first_what_was_asked_and_what_will_not_be(
    cast: SimpleNamespace, amara: Any, question: Question, read: Any
) -> None:
    url = f"/cases/{cast.case.pk}/questions/"
    of_bilal = {"case": cast.case, "ask_by": cast.bilal}
    QuestionFactory(**of_bilal, what="Who drove?", asked_on="2026-11-01", asked_by=cast.amara, answer="Nan.")
    aside = {"put_aside_on": "2026-11-01", "put_aside_by": cast.amara, "put_aside_why": "He moved."}
    QuestionFactory(**of_bilal, what="And then?", **aside)
    with CaptureQueriesContext(connection) as asked:
        page = read(amara.get(url))
    assert len(of_the_page(asked)) <= 9
    places = [page.said.index(words) for words in ("Still to ask", question.what, "Who drove?", "Nan.", "He moved.")]
    assert places == sorted(places)
    assert "you ask" in page.said
    assert f"{url}{question.pk}/answer/" in page.links


def test_what_was_answered_on_the_telephone_is_written_down_without_a_visit(
    cast: SimpleNamespace, jamal: Member, amara: Any, question: Question
) -> None:
    url = f"/cases/{cast.case.pk}/questions/{question.pk}/answer/"
    told = {"became": "asked", "asked_on_quick": "2026-11-03", "asked_on": "", "answer": "She laughed.", "why": ""}
    assert amara.post(url, told | {"kept": str(jamal.pk)}).status_code == 302
    question.refresh_from_db()
    assert (question.answer, question.asked_on, question.visit) == ("She laughed.", date(2026, 11, 3), None)
    assert question.kept_from == [jamal.pk]


def test_who_comes_second_reads_what_the_first_wrote_and_keeps_their_words(
    cast: SimpleNamespace, amara: Any, question: Question, read: Any
) -> None:
    url = f"/cases/{cast.case.pk}/questions/{question.pk}/answer/"
    amara.post(url, {"became": "aside", "why": "She told us by herself."})
    page = read(amara.post(url, {"became": "asked", "asked_on_quick": "2026-11-03", "asked_on": "", "answer": "Mine"}))
    for words in ("Somebody was here before you", "She told us by herself.", "Mine"):
        assert words in page.said


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"became": "asked", "asked_on_quick": "2026-11-03"}, "answer"),
        ({"became": "aside"}, "why"),
        ({"became": "aside", "why": "x", "answer": "y"}, "answer"),
    ],
)
def test_half_of_it_is_an_error_beside_the_other_half(
    cast: SimpleNamespace, amara: Any, question: Question, read: Any, sent: dict[str, str], field: str
) -> None:
    page = read(amara.post(f"/cases/{cast.case.pk}/questions/{question.pk}/answer/", sent))
    assert field in page.errors
    assert Question.objects.waiting().exists()


def test_my_day_says_what_to_ask_beside_the_visit_and_as_one_line_for_the_family(
    cast: SimpleNamespace, amara: Any, question: Question, read: Any
) -> None:
    PlannedVisit.objects.create(case=cast.case, worker=cast.amara, planned_by=cast.amara, planned_on="2026-11-03")
    page = read(
        amara.get("/my-day/"),
    )
    assert question.first_sentence in page.said
    assert "Ask Anisa, alone: Who notices first" in page.said
    QuestionFactory(case=cast.case, ask_by=cast.amara, what="Who drove?")
    assert "Ask 2 questions that were planned" in read(amara.get("/my-day/")).said


def test_a_question_kept_from_jamal_is_at_nobodys_door(
    cast: SimpleNamespace, jamal: Member, amara: Any, read: Any
) -> None:
    words = {"what": "Is he in the cupboard?", "first_sentence": "Is he here?", "kept_from": [jamal.pk]}
    QuestionFactory(case=cast.case, ask_by=cast.amara, **words)
    PlannedVisit.objects.create(case=cast.case, worker=cast.amara, planned_by=cast.amara, planned_on="2026-11-03")
    page = read(amara.get("/my-day/"))
    assert "cupboard" not in page.said
    assert "Is he here?" not in page.said
    assert "Ask what was planned" in page.said

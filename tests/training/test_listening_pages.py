"""Three questions on a page, answered once and without a name; and what people said, as everybody reads it."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from camden.models import Draft
from camden.models.draft import Submission
from camden.principal import acting_as
from camden.reminders import Standing
from camden.rules.moments import HERE
from tests.conftest import AppClient, as_role
from tests.factories.camden import UserFactory
from tests.factories.training_floor import SurveyFactory, round_of_three
from tests.factories.training_listening import a_round, said, the_night
from training.models import HasAnswered, ShownAnswer, SurveyAnswer
from training.reminders import due_for
from training.rules.listening import Answer

KEY, TAB = "6e4c1f0e-6b1f-4a43-9a3c-8f2f5a2f6f11", "0b0f7a52-5a69-4a0c-a1b5-0a3a3a4d2c9e"
OPEN_UNTIL = date(2026, 11, 14)


@pytest.fixture
def asked(learners: SimpleNamespace) -> list[Any]:
    return round_of_three(set_by=learners.imogen)


def page_of(asked: list[Any]) -> str:
    return f"/learning/questions/{asked[0].survey_id}/"


def words_of(asked: list[Any], answer: str = "Yes", words: str = "") -> dict[str, str]:
    return {f"answer_{each.pk}": answer for each in asked} | {f"words_{asked[0].pk}": words}


@contextmanager
def at(*moment: int) -> Iterator[None]:
    with time_machine.travel(datetime(*moment, tzinfo=HERE), tick=False):  # type: ignore[arg-type]
        yield


def lines(person: Any, on: date) -> list[Any]:
    """What listening says on somebody's day, as the web and as the job that writes letters."""
    with as_role("camden_worker"), acting_as(person):
        of_the_letter = [each for each in due_for(person, on) if each.kind != "learning"]
    with as_role("camden_app"), acting_as(person):
        found = [each for each in due_for(person, on) if each.kind != "learning"]
    assert found == of_the_letter
    return found


def test_three_questions_are_three_presses_and_a_button(
    learners: SimpleNamespace, asked: list[Any], browser_for: Any
) -> None:
    amara = browser_for(learners.amara)
    assert page_of(asked) in amara.get("/learning/").content.decode()
    page = amara.get(page_of(asked)).content.decode()
    assert page.count('type="radio"') == 12 and page.count("<textarea") == 3
    assert "Not for a worry about a child" in page and "Who can read what, and when" in page
    answer = amara.post(page_of(asked), words_of(asked, words="Fewer forms."), follow=True).content.decode()
    assert "Sent, without your name." in answer
    assert [(each.answer, each.words) for each in asked[0].answers.all()] == [("Yes", "Fewer forms.")]
    assert SurveyAnswer.objects.count() == 3
    assert page_of(asked) not in amara.get("/learning/").content.decode(), "nobody is asked twice"


def test_the_second_answer_of_the_same_person_changes_nothing(
    learners: SimpleNamespace, asked: list[Any], browser_for: Any
) -> None:
    browser_for(learners.amara).post(page_of(asked), words_of(asked))
    before = sorted(SurveyAnswer.objects.values_list())
    for _ in range(2):
        page = browser_for(learners.amara).post(page_of(asked), words_of(asked, "No", "Twice"), follow=True)
        assert "What you sent first stays as it was" in page.content.decode()
    assert sorted(SurveyAnswer.objects.values_list()) == before
    assert HasAnswered.objects.count() == 1


def test_the_page_never_shows_again_what_was_sent(
    learners: SimpleNamespace, asked: list[Any], browser_for: Any
) -> None:
    amara = browser_for(learners.amara)
    amara.post(page_of(asked), words_of(asked, "Seldom", "A canary of mine"))
    for path in (page_of(asked), "/learning/said/", "/learning/", "/my-day/", "/drafts/"):
        assert "canary" not in amara.get(path, follow=True).content.decode(), path


def test_not_this_time_is_an_answer(learners: SimpleNamespace, asked: list[Any], browser_for: Any) -> None:
    amara = browser_for(learners.amara)
    assert "three-questions" in [each.kind for each in lines(learners.amara, date(2026, 11, 3))]
    answer = amara.post(f"{page_of(asked)}not-this-time/", follow=True).content.decode()
    assert "That is fine. Nobody asks you about these again." in answer
    assert not SurveyAnswer.objects.exists()
    assert lines(learners.amara, date(2026, 11, 4)) == []
    assert page_of(asked) not in amara.get("/learning/").content.decode()


def test_it_is_one_quiet_line_never_late_and_soon_on_one_day(learners: SimpleNamespace, asked: list[Any]) -> None:
    stood = {}
    for days in range(-3, 40):
        on = date(2026, 11, 1) + timedelta(days=days)
        found = lines(learners.amara, on)
        assert len(found) <= 1
        if found:
            stood[on] = found[0].standing(on)
    assert (min(stood), max(stood)) == (date(2026, 11, 1), OPEN_UNTIL)
    assert [on for on, standing in stood.items() if standing is not Standing.AHEAD] == [OPEN_UNTIL]
    assert Standing.LATE not in stood.values()


def test_one_of_three_is_enough_none_is_asked_about_and_words_want_an_answer(
    learners: SimpleNamespace, asked: list[Any], browser_for: Any
) -> None:
    amara = browser_for(learners.amara)
    assert "Answer one of them, or leave it" in amara.post(page_of(asked), {"lot": "x"}).content.decode()
    alone = amara.post(page_of(asked), {f"words_{asked[1].pk}": "I wait."}).content.decode()
    assert "Choose one of the four as well" in alone and "I wait." in alone
    assert not HasAnswered.objects.exists()
    amara.post(page_of(asked), {f"answer_{asked[1].pk}": "No"})
    assert list(SurveyAnswer.objects.values_list("question", "answer")) == [(asked[1].pk, "No")]


def test_the_last_minute_counts_and_the_one_after_gives_the_words_back(
    learners: SimpleNamespace, asked: list[Any], browser_for: Any
) -> None:
    with at(2026, 11, 14, 23, 59, 59):
        browser_for(learners.amara).post(page_of(asked), words_of(asked))
    assert SurveyAnswer.objects.count() == 3
    with at(2026, 11, 15, 0, 0, 0):
        page = browser_for(learners.bilal).post(page_of(asked), words_of(asked, words="I was typing.")).content.decode()
    assert "closed at midnight" in page and "I was typing." in page and "Not this time" not in page
    assert SurveyAnswer.objects.count() == 3 and HasAnswered.objects.count() == 1


def test_an_answer_after_the_round_was_decided_is_not_kept(
    learners: SimpleNamespace, asked: list[Any], browser_for: Any
) -> None:
    UserFactory(is_system=True)
    the_night(date(2026, 11, 15))
    browser_for(learners.amara).post(page_of(asked), words_of(asked))  # whose clock is behind
    assert not SurveyAnswer.objects.exists()


def test_what_was_typed_is_a_draft_until_it_is_sent_and_none_afterwards(
    learners: SimpleNamespace, asked: list[Any], browser_for: Any
) -> None:
    amara, path = browser_for(learners.amara), page_of(asked)
    for key in (KEY, TAB):  # a second tab kept its own
        Draft.objects.create(
            author=learners.amara, key=key, form="training:answer", about=path, words={"words_1": ["A canary"]}
        )
    other = Draft.objects.create(author=learners.amara, key="5" * 32, form="cases:visit-new", about="/x/", words={})
    amara.post(path, words_of(asked) | {"_key": KEY, "lot": "x"})
    assert list(Draft.objects.all()) == [other]


def test_nobody_can_try_out_what_was_sent_from_the_note_that_something_was(
    learners: SimpleNamespace, asked: list[Any], browser_for: Any
) -> None:
    amara = browser_for(learners.amara)
    page = amara.get(page_of(asked)).content.decode()
    lot = page.partition('name="lot" value="')[2].partition('"')[0]
    assert len(lot) == 32 and lot not in amara.get(page_of(asked)).content.decode(), "another number each time"
    sent = words_of(asked, "No")
    amara.post(page_of(asked), sent | {"_key": KEY, "lot": lot})
    digest = Submission.objects.get().digest
    for answers in product(["", *(each.value for each in Answer)], repeat=3):
        guess = sent | {f"answer_{each.pk}": said_ for each, said_ in zip(asked, answers, strict=True)}
        for lots in ({}, {"lot": [""]}):
            text = json.dumps([{name: [value] for name, value in guess.items()} | lots, []], sort_keys=True)
            assert hashlib.sha256(text.encode()).hexdigest() != digest


def test_no_table_says_when_somebody_answered_beside_what(
    learners: SimpleNamespace, asked: list[Any], browser_for: Any
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from camden_recorded")
        before = cursor.fetchone()
        browser_for(learners.amara).post(page_of(asked), words_of(asked))
        cursor.execute("select count(*) from camden_recorded")
        assert cursor.fetchone() == before
    assert {field.name for field in HasAnswered._meta.fields} == {"id", "survey", "person"}


@pytest.mark.parametrize("browser", [AppClient, Client], ids=["both walls", "the first alone"])
def test_a_round_that_has_not_opened_does_not_exist(learners: SimpleNamespace, browser: type[Client]) -> None:
    ahead = round_of_three(set_by=learners.imogen, opens_on="2026-11-20", closes_on="2026-11-30")
    partners = round_of_three(set_by=learners.imogen, asked="partners", opens_on="2026-11-02")
    client = browser()
    client.force_login(learners.amara)
    for asked in (ahead, partners):
        assert client.get(page_of(asked)).status_code == client.post(page_of(asked), words_of(asked)).status_code == 404
        assert client.post(f"{page_of(asked)}not-this-time/").status_code == 404


@pytest.fixture
def decided(learners: SimpleNamespace) -> list[Any]:
    """Two rounds: in the pod nine people answered each time, elsewhere two."""
    UserFactory(is_system=True)
    pod, elsewhere = tuple(learners.pod.path), tuple(learners.elsewhere.path)
    promises = None
    for opens, answer in ((date(2026, 6, 1), "No"), (date(2026, 9, 7), "Yes")):
        asked = a_round(opens, lead=learners.imogen, promises=promises)
        promises = [each.promise for each in asked]
        people = [(f"mark {n}", pod if n < 9 else elsewhere, answer, "") for n in range(11)]
        said(asked[0], people)
        the_night(opens + timedelta(days=14))
    return asked


def test_everybody_reads_what_people_said_with_the_earlier_round_beside_it(
    learners: SimpleNamespace, decided: list[Any], browser_for: Any
) -> None:
    page = browser_for(learners.amara).get("/learning/said/").content.decode()
    question = page.partition(f'id="question-{decided[0].pk}"')[2].partition("</section>")[0]
    assert learners.pod.name in question and "Most or all" in question
    assert question.index("Most or all") < question.index("Few or none") < question.rindex("14 June 2026") + 1
    assert ShownAnswer.objects.filter(question=decided[1]).count() == 0
    assert "Too few people answered to show this." in page


def test_a_team_with_too_few_is_told_so_kindly(learners: SimpleNamespace, decided: list[Any], browser_for: Any) -> None:
    page = browser_for(learners.dan).get("/learning/said/").content.decode()
    assert "It is heard with the whole service." in page
    assert browser_for(learners.dan).get(f"/learning/said/{learners.pod.pk}/").status_code == 200
    assert browser_for(learners.dan).get("/learning/said/987654321/").status_code == 404


def test_nothing_said_yet_is_an_empty_page_with_words(learners: SimpleNamespace, browser_for: Any) -> None:
    assert "Nothing said yet" in browser_for(learners.amara).get("/learning/said/").content.decode()


def test_the_pages_of_listening_ask_few_questions(
    learners: SimpleNamespace, asked: list[Any], decided: list[Any], browser_for: Any
) -> None:
    for who, url, most in (
        ("amara", "/learning/said/", 13),
        ("amara", "/learning/you-said/", 8),
        ("amara", page_of(asked), 11),
        ("imogen", "/learning/promises/", 8),
        ("imogen", "/learning/rounds/", 8),
        ("imogen", "/learning/you-said/new/", 9),
    ):
        client = browser_for(getattr(learners, who))
        client.get(url)
        with CaptureQueriesContext(connection) as found:
            assert client.get(url).status_code == 200
        assert len([each for each in found if "authorization" not in each["sql"].lower()]) <= most, url


def test_a_survey_without_three_questions_is_answered_by_nobody(learners: SimpleNamespace, browser_for: Any) -> None:
    survey = SurveyFactory(set_by=learners.imogen)
    answer = browser_for(learners.amara).post(f"/learning/questions/{survey.pk}/not-this-time/", follow=True)
    assert answer.status_code == 200 and not HasAnswered.objects.exists()

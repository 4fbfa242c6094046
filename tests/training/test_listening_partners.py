"""A link without an account: three questions, once, for somebody of a school, a health service or the police."""

import base64
import threading
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client

from tests.conftest import as_role
from tests.factories.camden import UserFactory
from tests.factories.training_floor import round_of_three
from tests.factories.training_listening import the_night
from training.models import HasAnswered, ShownAnswer, SurveyAnswer
from training.operations import answer_by_link
from training.operations.marks import link_for, mark_of, read_link
from training.rules.listening import Answer

ANN = "ann@school.example.org"


@pytest.fixture
def asked(learners: SimpleNamespace) -> list[Any]:
    cache.clear()
    return round_of_three(set_by=learners.imogen, asked="partners")


def words_of(asked: list[Any], answer: str = "Yes") -> dict[str, str]:
    return {f"answer_{each.pk}": answer for each in asked}


def address(asked: list[Any], email: str = ANN) -> str:
    return f"/learning/ask/{link_for(asked[0].survey_id, email)}/"


def test_whoever_leads_learning_makes_a_link_for_each_address_and_none_is_kept(
    learners: SimpleNamespace, asked: list[Any], browser_for: Any
) -> None:
    imogen, path = browser_for(learners.imogen), f"/learning/rounds/{asked[0].survey_id}/links/"
    wrong = imogen.post(path, {"emails": f"{ANN}\nben at school"}).content.decode()
    assert "“ben at school” is no e-mail address" in wrong and ANN in wrong
    answer = imogen.post(path, {"emails": f"{ANN}\n{ANN.upper()}\n\nben@nhs.example.org"})
    page = answer.content.decode()
    assert page.count("/learning/ask/") == 2 and answer["Cache-Control"] == "no-store"
    for model in (SurveyAnswer, HasAnswered):
        assert not model.objects.exists()


def test_somebody_without_an_account_answers_once_and_nobody_is_bound(asked: list[Any]) -> None:
    guest, path = Client(), address(asked)
    page = guest.get(path)
    assert page.content.decode().count('type="radio"') == 12
    assert (page["Referrer-Policy"], page["Cache-Control"]) == ("strict-origin", "no-store")
    assert guest.post(path, words_of(asked)).url == "/learning/ask/thank-you/"
    before = sorted(SurveyAnswer.objects.values_list())
    again = Client().post(path, words_of(asked, "No") | {f"words_{asked[0].pk}": "What I wrote twice."})
    assert again.status_code == 404 and "What I wrote twice." in again.content.decode(), "nothing typed is lost"
    assert sorted(SurveyAnswer.objects.values_list()) == before and len(before) == 3
    assert not HasAnswered.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_one_link_pressed_on_two_connections_at_once_answers_once_every_time(cast: SimpleNamespace) -> None:
    """Each press says another thing of other questions: what is kept is one press, whole, and never some of both."""
    times, on = 60, date(2026, 11, 3)
    asked = round_of_three(set_by=cast.amara, asked="partners")
    tokens = [link_for(asked[0].survey_id, f"colleague{number}@school.example.org") for number in range(times)]
    presses = {
        "first": {asked[0].pk: (Answer.YES, "The first."), asked[1].pk: (Answer.YES, "The first.")},
        "second": {asked[1].pk: (Answer.NO, "The second."), asked[2].pk: (Answer.NO, "The second.")},
    }
    ready, taken, errors = threading.Barrier(2), {name: [False] * times for name in presses}, []

    def press(name: str) -> None:
        try:
            with as_role("camden_app"):
                for number, token in enumerate(tokens):
                    ready.wait(60)
                    taken[name][number] = answer_by_link(token=token, said=presses[name], on=on)
        except Exception as error:
            errors.append(error)
            ready.abort()
        finally:
            connection.close()

    threads = [threading.Thread(target=press, args=[name]) for name in presses]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert [sum(both) for both in zip(*taken.values(), strict=True)] == [1] * times
    kept: dict[str, set[tuple[int, str]]] = {}
    for mark, question, words in SurveyAnswer.objects.values_list("mark", "question", "words"):
        kept.setdefault(mark, set()).add((question, words))
    whole = [{(key, words) for key, (_, words) in said.items()} for said in presses.values()]
    assert len(kept) == times and all(each in whole for each in kept.values())


def test_every_link_that_is_not_open_answers_in_the_same_bytes(learners: SimpleNamespace, asked: list[Any]) -> None:
    used, ahead = address(asked), round_of_three(set_by=learners.imogen, asked="partners", opens_on="2026-11-10")
    staff = round_of_three(set_by=learners.imogen, opens_on="2026-11-02")
    Client().post(used, words_of(asked))
    forged = address(asked, "ben@nhs.example.org")[:-3] + "xx/"
    closed = [Client().get(path) for path in (used, address(ahead), address(staff), forged, "/learning/ask/nothing/")]
    assert {(each.status_code, each.content) for each in closed} == {(404, closed[0].content)}
    for path, own in ((address(ahead), ahead), (address(staff), staff), (forged, asked)):
        assert Client().post(path, words_of(own)).status_code == 404
    assert SurveyAnswer.objects.count() == 3


def test_a_link_ends_with_its_round(asked: list[Any]) -> None:
    for day, status in ((14, 200), (15, 404)):
        with time_machine.travel(f"2026-11-{day} 12:00:00+00:00", tick=False):
            assert Client().get(address(asked)).status_code == status


def test_a_link_says_nothing_of_its_address_and_its_mark_cannot_be_read_from_it(asked: list[Any]) -> None:
    token = link_for(asked[0].survey_id, ANN)
    _, mark = read_link(token) or (0, "")
    body = token.partition(":")[0]
    plain = base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)).decode()
    assert "ann" not in plain and mark not in plain and len(mark) == 64


def test_the_same_address_is_one_person_in_every_round_and_nobody_of_the_staff(
    learners: SimpleNamespace, settings: Any
) -> None:
    marks = {
        (read_link(link_for(survey, email)) or (0, ""))[1] for survey in (1, 2) for email in (ANN, f" {ANN.upper()}")
    }
    assert len(marks) == 1 and mark_of(learners.amara) not in marks
    mine = mark_of(learners.amara)
    settings.SECRET_KEY = "another key"  # noqa: S105 - of a test
    assert mark_of(learners.amara) == mine, "it outlives the key that signs sessions"
    settings.LISTENING_KEY = "another key"
    assert mark_of(learners.amara) != mine


def test_whoever_is_signed_in_beside_it_changes_nothing(
    learners: SimpleNamespace, asked: list[Any], browser_for: Any
) -> None:
    browser_for(learners.amara).post(address(asked), words_of(asked))
    assert {each.mark for each in SurveyAnswer.objects.all()}.isdisjoint({mark_of(learners.amara)})
    assert {tuple(each.path) for each in SurveyAnswer.objects.all()} == {()}


def test_what_five_partners_said_is_shown_to_everybody_and_of_four_nothing(
    learners: SimpleNamespace, asked: list[Any], browser_for: Any
) -> None:
    UserFactory(is_system=True)
    for number in range(5):
        said = words_of(asked[:1] if number == 4 else asked, "Mostly")
        Client().post(address(asked, f"colleague{number}@school.example.org"), said)
    the_night(date(2026, 11, 15))
    assert list(ShownAnswer.objects.values_list("question", "share")) == [(asked[0].pk, "most or all")]
    page = browser_for(learners.dan).get("/learning/said/").content.decode()
    assert "Schools, health and police" in page and "Most or all" in page

"""An occasion becomes a piece: one click where it happened, two fields, colleagues filled in, no word of a family."""

from datetime import date
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client

from tests.conftest import AppClient
from tests.factories.training import LearningFactory
from tests.factories.training_floor import CourseSessionFactory
from training.models import Learning, Piece

CANARY = "Shirin Khatun of Phoenix Road"
TWO = {"learned": "To wait for an answer.", "impact": "People say more."}
CONFERENCE = f"/learning/from-conference/77/?day={quote('20 October 2026')}"


@pytest.fixture
def learned(learners: SimpleNamespace) -> dict[str, str]:
    """What Amara learned from a course and from being observed. The family’s name stands wherever words can stand."""
    leaks = {"person": learners.amara, "title": f"A day about {CANARY}", "source": f"With {CANARY}"}
    people = ["Bilal Aziz", CANARY]
    LearningFactory(kind="course", source_key="course session 7", role_played="", peers=people, **leaks)
    LearningFactory(kind="observation", source_key="observation 7", role_played="Observed", peers=people, **leaks)
    return {
        "course": "/learning/from-course/7/",
        "observation": "/learning/from-observation/7/",
        "conference": CONFERENCE,
    }


SAYS = {
    "course": ("course", "A course or workshop. I took part.", ""),
    "observation": ("feedback", "A practice observation. I was observed.", "Bilal Aziz"),
    "conference": ("practice", "A family group conference. I took part.", ""),
}


@pytest.mark.parametrize("occasion", SAYS)
def test_an_occasion_is_a_piece_after_one_click_and_two_fields(
    learners: SimpleNamespace, learned: dict[str, str], browser_for: Any, occasion: str
) -> None:
    amara, url = browser_for(learners.amara), learned[occasion]
    page = amara.get(url).content.decode()
    assert page.count("<textarea") == 2
    activity, description, peers = SAYS[occasion]
    assert description in page
    assert amara.post(url, TWO).status_code == 302
    piece = Piece.objects.get()
    assert (piece.activity, piece.description, piece.peer_with) == (activity, description, peers)
    assert (piece.done_on, piece.recorded_on) == (date(2026, 10, 20), date(2026, 11, 3))
    assert piece.has_peer_reflection is bool(peers)
    again = amara.post(url, TWO, follow=True).content.decode()
    assert "You have written a piece about this already." in again
    assert Piece.objects.count() == 1
    assert "You have written a piece about it" in amara.get(url).content.decode()


def test_of_two_courses_the_page_says_which_and_the_piece_does_not(learners: SimpleNamespace, browser_for: Any) -> None:
    held = CourseSessionFactory(course__title="Working with interpreters", held_on=date(2026, 10, 20))
    LearningFactory(person=learners.amara, kind="course", source_key=f"course session {held.pk}", role_played="")
    amara, url = browser_for(learners.amara), f"/learning/from-course/{held.pk}/"
    assert "Working with interpreters" in amara.get(url).content.decode()
    amara.post(url, TWO)
    assert Piece.objects.get().description == "A course or workshop. I took part."


@pytest.mark.parametrize("occasion", SAYS)
def test_no_word_of_a_family_flows_from_an_occasion_into_a_piece(
    learners: SimpleNamespace, learned: dict[str, str], browser_for: Any, occasion: str
) -> None:
    amara = browser_for(learners.amara)
    sneaked = f"&name={quote(CANARY)}&place={quote(CANARY)}" if "?" in learned[occasion] else f"?name={quote(CANARY)}"
    url = learned[occasion] + sneaked
    main = amara.get(url).content.decode().partition("<main")[2]
    assert "Shirin" not in main
    amara.post(url, TWO)
    piece = Piece.objects.get()
    for path in ("", "text/"):
        assert "Shirin" not in amara.get(f"/learning/pieces/{piece.pk}/{path}").content.decode()
    assert not any("Shirin" in str(value) for value in Piece.objects.values_list().get())
    if occasion == "conference":
        noted = Learning.objects.get(kind="conference")
        assert not any("Shirin" in str(value) for value in Learning.objects.filter(pk=noted.pk).values_list().get())
        assert (noted.title, noted.source) == ("Family group conference", "Family group conference, 20 October 2026")


@pytest.mark.parametrize("occasion", SAYS)
def test_words_that_look_like_a_name_are_asked_about_once(
    learners: SimpleNamespace, learned: dict[str, str], browser_for: Any, occasion: str
) -> None:
    amara, said = browser_for(learners.amara), TWO | {"impact": "I sat with Shirin and waited."}
    assert "“Shirin” looks like a name" in amara.post(learned[occasion], said).content.decode()
    assert not Piece.objects.exists()
    assert amara.post(learned[occasion], said | {"looked": "on"}).status_code == 302


@pytest.mark.parametrize("browser", [AppClient, Client], ids=["both walls", "the first alone"])
@pytest.mark.parametrize("occasion", ["course", "observation"])
def test_nobody_makes_a_piece_of_what_another_learned(
    learners: SimpleNamespace, learned: dict[str, str], browser: type[Client], occasion: str
) -> None:
    for who in ("bilal", "dan", "imogen", "eve"):
        client = browser()
        client.force_login(getattr(learners, who))
        assert client.get(learned[occasion]).status_code == 404
        assert client.post(learned[occasion], TWO).status_code == 404


@pytest.mark.parametrize("day", ["", "soon", "31 2 2026", "20 October 2027", "3 Nov 1066", "1" * 60, CANARY])
def test_a_conference_without_a_day_that_was_is_nowhere(learners: SimpleNamespace, browser_for: Any, day: str) -> None:
    amara = browser_for(learners.amara)
    for send in (amara.get, amara.post):
        assert send(f"/learning/from-conference/77/?day={quote(day)}").status_code == 404
    assert not Learning.objects.exists()


def test_any_number_of_a_conference_answers_alike(learners: SimpleNamespace, browser_for: Any) -> None:
    """Nothing is asked of conferences, so nothing can be learned about them by trying numbers."""
    amara = browser_for(learners.amara)
    pages = {amara.get(CONFERENCE.replace("/77/", f"/{key}/")).status_code for key in (1, 77, 987_654_321)}
    assert pages == {200}
    assert not Learning.objects.exists(), "looking notes nothing"


def test_a_page_of_learning_leads_to_each_in_one_click(
    learners: SimpleNamespace, learned: dict[str, str], browser_for: Any
) -> None:
    page = browser_for(learners.amara).get("/learning/").content.decode()
    assert learned["course"] in page
    assert learned["observation"] in page


def test_the_two_newest_to_write_about_stand_open_and_the_rest_is_folded(
    learners: SimpleNamespace, browser_for: Any
) -> None:
    for day in range(1, 6):
        LearningFactory(person=learners.amara, learned_on=date(2026, 10, day), source_key=f"course session {day}")
    page = browser_for(learners.amara).get("/learning/").content.decode().partition("<main")[2]
    before, _, folded = page.partition("<details")
    assert [before.count("Turn it into a piece"), folded.count("Turn it into a piece")] == [2, 3]
    assert "from-course/5/" in before and "from-course/4/" in before and "3 more you could write about" in folded

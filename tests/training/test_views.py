"""A worker writes a piece from a supervision session; the service sees numbers."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from camden.access import Role
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.training import LearningFactory, PieceFactory
from tests.training.conftest import employ
from training.models import Learning, Piece

WORDS = {
    "activity": "supervision",
    "done_on": "20 10 2026",
    "description": "We thought about silence.",
    "learned": "To wait for an answer.",
    "impact": "People say more.",
    "peer_with": "Yael Sharon",
    "peer_changed": "I ask and then count to five.",
}


def test_a_piece_is_one_click_from_a_session_and_has_no_word_about_a_family(
    learners: SimpleNamespace, browser_for: Any
) -> None:
    learning = LearningFactory(person=learners.amara, peers=["Yael Sharon", "Bilal Aziz"])
    amara = browser_for(learners.amara)
    mine = amara.get("/learning/").content.decode()
    assert f"/learning/pieces/new/?from={learning.pk}" in mine
    assert mine.index("What you have become good at") < mine.index("What you have written")
    form = amara.get(f"/learning/pieces/new/?from={learning.pk}").content.decode()
    assert "Group supervision discussion. My part in it: consultant." in form
    assert "Yael Sharon, Bilal Aziz" in form
    assert amara.post(f"/learning/pieces/new/?from={learning.pk}", WORDS | {"final": "1"}).url == "/learning/"
    piece = Piece.objects.get()
    assert (piece.learning, piece.recorded_on, piece.has_peer_reflection) == (learning, date(2026, 11, 3), True)
    mine = amara.get("/learning/").content.decode()
    assert "<strong>1 of 2</strong> recorded. Still to come: one more piece, about something different." in mine
    assert "Write a piece from this" not in mine


def test_a_draft_may_be_empty_and_a_final_piece_says_what_is_missing(
    learners: SimpleNamespace, browser_for: Any
) -> None:
    amara = browser_for(learners.amara)
    few = {"activity": "reading", "done_on": "20 10 2026", "peer_with": "Bilal"}
    page = amara.post("/learning/pieces/new/", few | {"final": "1"}).content.decode()
    for sentence in ("Write what you learned.", "Write what it changed", "Say what talking with them changed"):
        assert sentence in page
    amara.post("/learning/pieces/new/", few | {"draft": "1"})
    piece = Piece.objects.get()
    assert piece.recorded_on is None
    amara.post(f"/learning/pieces/{piece.pk}/edit/", WORDS | {"final": "1"})
    piece.refresh_from_db()
    assert piece.recorded_on == date(2026, 11, 3)
    refused = amara.post(f"/learning/pieces/{piece.pk}/edit/", WORDS | {"learned": "x"}, follow=True).content.decode()
    assert "This piece is final: its words stay as they are." in refused
    piece.refresh_from_db()
    assert piece.learned == "To wait for an answer."


@pytest.mark.parametrize(("who", "is_asked"), [("amara", True), ("yael", False), ("bea", False)])
def test_only_those_registered_with_social_work_england_are_asked_for_pieces(
    learners: SimpleNamespace, browser_for: Any, who: str, is_asked: bool
) -> None:
    page = browser_for(getattr(learners, who)).get("/learning/").content.decode()
    assert ("of 2</strong> recorded" in page) is is_asked


def test_the_training_lead_sees_numbers_of_teams_and_no_names(learners: SimpleNamespace, browser_for: Any) -> None:
    for number in range(3):
        person = UserFactory(name=f"Nameless {number}")
        MembershipFactory(user=person, team=learners.elsewhere)
        employ(person, "swe")
        for _ in range(2 if number else 1):
            PieceFactory(person=person, peer_with="Dan", peer_changed="Much")
    page = browser_for(learners.imogen).get("/learning/service/").content.decode()
    assert "South team" in page
    assert "2 of 4 have recorded both pieces" in page
    assert "Primrose" not in page, "fewer than three registered people: a number would be about a person"
    assert "Nameless" not in page
    assert "Dan" not in page.replace("Dan Price", "")
    assert browser_for(learners.amara).get("/learning/service/").status_code == 403


def test_the_pages_ask_few_questions(learners: SimpleNamespace, browser_for: Any) -> None:
    for _ in range(5):
        PieceFactory(person=learners.amara, learning=LearningFactory(person=learners.amara))
    for who, url in (("amara", "/learning/"), ("amara", "/learning/pieces/new/"), ("imogen", "/learning/service/")):
        client = browser_for(getattr(learners, who))
        client.get(url)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(url).status_code == 200
        most = 15 if url == "/learning/" else 12  # of today's courses, of a round of questions, of programmes: one each
        assert len([each for each in asked if "authorization" not in each["sql"].lower()]) <= most, url


def test_a_training_lead_notes_a_workshop_and_each_worker_finds_it_once(
    learners: SimpleNamespace, browser_for: Any
) -> None:
    imogen = MembershipFactory(user__name="Imogen Tate", team=learners.service, role=Role.TRAINING_LEAD).user
    said = {"title": "Curiosity about fathers", "on_quick": "2026-11-03", "team": str(learners.pod.pk)}
    lead = browser_for(imogen)
    for _ in range(2):  # noted twice, learned once
        answer = lead.post("/learning/workshops/new/", said, follow=True).content.decode()
        assert "Noted for" in answer
    assert Learning.objects.filter(person=learners.amara, title="Curiosity about fathers").count() == 1
    assert not Learning.objects.filter(person=learners.dan).exists(), "another team was not there"
    assert "Curiosity about fathers" in browser_for(learners.amara).get("/learning/").content.decode()


def test_a_workshop_without_a_name_is_asked_for_it_and_a_worker_notes_none(
    learners: SimpleNamespace, browser_for: Any
) -> None:
    imogen = MembershipFactory(user__name="Imogen Tate", team=learners.service, role=Role.TRAINING_LEAD).user
    page = browser_for(imogen).post("/learning/workshops/new/", {"team": "x"}).content.decode()
    assert "Enter what it was called." in page
    assert browser_for(learners.amara).get("/learning/workshops/new/").status_code == 403

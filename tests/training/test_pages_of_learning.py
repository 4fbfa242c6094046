"""The pages of learning, by those who use them: a session becomes a piece, a piece is shown, a word goes out."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from camden.principal import acting_as
from tests.conftest import AppClient, as_role
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.training import LearningFactory, PieceFactory
from tests.factories.training_floor import (
    AbsenceFactory,
    BookingFactory,
    CertificateFactory,
    CourseFactory,
    CourseSessionFactory,
    JoiningDetailsFactory,
    ObservationFactory,
    ProgrammeFactory,
    RequiredItemFactory,
)
from tests.training.conftest import employ
from training.measures import loads
from training.models import Booking, Nudge, Piece, RequiredDone, RequiredRule

CANARY = "Shirin Khatun of Phoenix Road"
TWO = {"learned": "To wait for an answer.", "impact": "People say more."}


@pytest.fixture
def session_of_amara(learners: SimpleNamespace) -> Any:
    """What Amara learned in session 7. The family’s name stands wherever words can stand."""
    return LearningFactory(
        person=learners.amara,
        source_key="group supervision session 7",
        title=f"Group supervision about {CANARY}",
        source=f"Group supervision, {CANARY}",
        role_played="Reflecting team",
        peers=["Bilal Aziz", CANARY, "Yael Sharon"],
    )


def test_a_session_is_a_piece_after_one_click_and_two_fields(
    learners: SimpleNamespace, session_of_amara: Any, browser_for: Any
) -> None:
    amara = browser_for(learners.amara)
    assert "/learning/from-supervision/7/" in amara.get("/learning/").content.decode()
    page = amara.get("/learning/from-supervision/7/").content.decode()
    assert page.count("<textarea") == 2
    assert amara.post("/learning/from-supervision/7/", TWO).status_code == 302
    piece = Piece.objects.get()
    assert (piece.learning, piece.recorded_on, piece.has_peer_reflection) == (session_of_amara, date(2026, 11, 3), True)
    assert (piece.peer_with, piece.activity) == ("Bilal Aziz, Yael Sharon", "supervision")
    again = amara.post("/learning/from-supervision/7/", TWO, follow=True).content.decode()
    assert "You have written a piece from this session already" in again
    assert Piece.objects.count() == 1


def test_no_word_of_a_family_flows_from_a_session_into_a_piece(
    learners: SimpleNamespace, session_of_amara: Any, browser_for: Any
) -> None:
    amara = browser_for(learners.amara)
    assert "Shirin" not in amara.get("/learning/from-supervision/7/").content.decode()
    amara.post("/learning/from-supervision/7/", TWO)
    piece = Piece.objects.get()
    for path in ("", "text/"):
        assert "Shirin" not in amara.get(f"/learning/pieces/{piece.pk}/{path}").content.decode()
    assert not any("Shirin" in str(value) for value in Piece.objects.values_list().get())


def test_words_that_look_like_a_name_are_asked_about_once_and_never_refused(
    learners: SimpleNamespace, session_of_amara: Any, browser_for: Any
) -> None:
    amara, said = browser_for(learners.amara), TWO | {"impact": "I sat with Shirin and waited."}
    page = amara.post("/learning/from-supervision/7/", said).content.decode()
    assert "“Shirin” looks like a name" in page
    assert not Piece.objects.exists()
    assert amara.post("/learning/from-supervision/7/", said | {"looked": "on"}).status_code == 302
    assert Piece.objects.exists()


@pytest.mark.parametrize("browser", [AppClient, Client], ids=["both walls", "the first alone"])
def test_nobody_makes_a_piece_of_anothers_session(
    learners: SimpleNamespace, session_of_amara: Any, browser: type[Client]
) -> None:
    for who in ("bilal", "dan", "imogen", "eve"):
        client = browser()
        client.force_login(getattr(learners, who))
        assert client.get("/learning/from-supervision/7/").status_code == 404
        assert client.post("/learning/from-supervision/7/", TWO).status_code == 404


def test_a_piece_is_shown_to_a_colleague_and_taken_back(learners: SimpleNamespace, browser_for: Any) -> None:
    piece = PieceFactory(person=learners.amara)
    amara, dan = browser_for(learners.amara), browser_for(learners.dan)
    assert dan.get(f"/learning/pieces/{piece.pk}/").status_code == 404
    assert (
        "Nobody else here has this e-mail address"
        in amara.post(f"/learning/pieces/{piece.pk}/sharing/", {"person": "nobody@example.org"}).content.decode()
    )
    amara.post(f"/learning/pieces/{piece.pk}/sharing/", {"person": "DAN@example.org"})
    page = dan.get(f"/learning/pieces/{piece.pk}/").content.decode()
    assert "We thought about silence." in page
    assert "Amara Obi" in dan.get("/learning/").content.decode()
    for path in ("edit/", "text/", "sharing/"):
        assert dan.get(f"/learning/pieces/{piece.pk}/{path}").status_code == 404, "reading is all"
    share = piece.shares.get()
    assert dan.post(f"/learning/pieces/{piece.pk}/sharing/{share.pk}/ending/").status_code == 404
    amara.post(f"/learning/pieces/{piece.pk}/sharing/{share.pk}/ending/")
    assert dan.get(f"/learning/pieces/{piece.pk}/").status_code == 404


def test_the_text_to_paste_is_in_the_forms_order_without_peers_names(
    learners: SimpleNamespace, browser_for: Any
) -> None:
    piece = PieceFactory(person=learners.amara, peer_with="Bilal Aziz", peer_changed="I heard hope.")
    page = browser_for(learners.amara).get(f"/learning/pieces/{piece.pk}/text/").content.decode()
    text = page.partition('id="piece-text"')[2].partition("</div>")[0]
    parts = [
        "Type of activity",
        "Date",
        "What it was",
        "What I learned\n",
        "What good it has done",
        "from talking with a peer",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert "Bilal" not in text


def test_somebody_books_waits_and_moves_up(learners: SimpleNamespace, browser_for: Any) -> None:
    session = CourseSessionFactory(places=1)
    JoiningDetailsFactory(session=session)
    amara, dan = browser_for(learners.amara), browser_for(learners.dan)
    course = f"/learning/courses/{session.course_id}/"
    assert "Full" not in amara.get(course).content.decode()
    assert (
        "You have a place. How to join is on this page."
        in amara.post(f"/learning/dates/{session.pk}/place/", follow=True).content.decode()
    )
    assert "4711" in amara.get(course).content.decode()
    assert "3 December 2026: You have a place." in amara.get("/learning/courses/").content.decode()
    page = dan.post(f"/learning/dates/{session.pk}/place/", follow=True).content.decode()
    assert "You are on the waiting list. Nobody is before you." in page
    assert "4711" not in page
    assert "Amara" not in page
    assert dan.get(f"/learning/dates/{session.pk}/calendar/").status_code == 404
    assert b"The door code is 4711." in amara.get(f"/learning/dates/{session.pk}/calendar/").content
    amara.post(f"/learning/dates/{session.pk}/place/return/")
    assert "4711" in dan.get(course).content.decode()


def test_whose_required_learning_ends_before_that_date_comes_first(learners: SimpleNamespace, browser_for: Any) -> None:
    item = RequiredItemFactory()
    RequiredRule.objects.create(item=item, from_on=date(2026, 1, 1))
    RequiredDone.objects.create(person=learners.amara, item=item, done_on=date(2023, 11, 20), source="x")
    session = CourseSessionFactory(course=CourseFactory(item=item), places=1)
    browser_for(learners.amara).post(f"/learning/dates/{session.pk}/place/")
    assert Booking.objects.get().ends_on == date(2026, 11, 20)


def test_a_manager_answers_a_wish_of_their_own_people(learners: SimpleNamespace, browser_for: Any) -> None:
    session = CourseSessionFactory(course=CourseFactory(needs_agreement=True))
    browser_for(learners.amara).post(f"/learning/dates/{session.pk}/place/")
    wish = Booking.objects.get()
    assert "Amara Obi" in browser_for(learners.bilal).get("/learning/people/").content.decode()
    for browser in (AppClient, Client):
        for who, status in (("dan", 403), ("imogen", 403)):
            client = browser()
            client.force_login(getattr(learners, who))
            assert client.post(f"/learning/wishes/{wish.pk}/answer/", {"answer": "yes"}).status_code == status
        other = MembershipFactory(team=learners.elsewhere, role="team-manager").user
        client = browser()
        client.force_login(other)
        assert client.post(f"/learning/wishes/{wish.pk}/answer/", {"answer": "yes"}).status_code == 404
    browser_for(learners.bilal).post(f"/learning/wishes/{wish.pk}/answer/", {"answer": "yes"})
    assert Booking.objects.get().stands == "booked"


def test_a_manager_sees_two_of_two_and_not_a_word(learners: SimpleNamespace, browser_for: Any) -> None:
    for number in range(2):
        PieceFactory(person=learners.amara, learned=f"{CANARY} {number}", peer_with="Yael", peer_changed=CANARY)
    page = browser_for(learners.bilal).get("/learning/people/").content.decode()
    assert "Amara Obi" in page
    assert "2 of 2 recorded" in page
    assert "Complete" in page
    assert CANARY not in page
    assert "Dan Price" not in page.partition("<main")[2]


def test_who_has_not_submitted_gets_a_word_in_two_clicks_and_nobody_twice(
    learners: SimpleNamespace, browser_for: Any
) -> None:
    AbsenceFactory(person=learners.dan)
    lead = browser_for(learners.imogen)
    page = lead.get("/learning/radar/").content.decode()
    assert "0 of 3</strong> have recorded both pieces. 27 days to 30 November." in page
    assert "Send a word to 2 people" in page
    assert "Yael Sharon" not in page.partition("<main")[2], "another body has rules of its own"
    for _ in range(2):
        lead.post("/learning/radar/word/")
    assert set(Nudge.objects.values_list("person", flat=True)) == {learners.amara.pk, learners.bilal.pk}
    assert Nudge.objects.count() == 2
    assert "Send a word" not in lead.get("/learning/radar/").content.decode()
    mine = browser_for(learners.amara).get("/learning/").content.decode()
    assert "Imogen Tate sent you a word about your two pieces on 3 November 2026." in mine
    Nudge.objects.create(person=learners.amara, nudged_on=date(2026, 10, 20), nudged_by=learners.imogen, about="pieces")
    again = browser_for(learners.amara).get("/learning/").content.decode()
    assert again.count("sent you a word about") == 1, "the newest says it"
    for learned in ("One thing.", "Another."):
        PieceFactory(person=learners.amara, learned=learned, peer_with="Bilal Aziz", peer_changed="Much.")
    assert "sent you a word about" not in browser_for(learners.amara).get("/learning/").content.decode(), "answered"


def test_the_radar_has_names_and_no_words(learners: SimpleNamespace, browser_for: Any) -> None:
    PieceFactory(person=learners.amara, learned=CANARY, description=CANARY, impact=CANARY)
    ObservationFactory(worker=learners.amara, observer=learners.dan, strengths=CANARY, given_on=date(2026, 10, 13))
    ProgrammeFactory(person=learners.amara, assessor=learners.cora)
    page = browser_for(learners.imogen).get("/learning/radar/").content.decode()
    assert CANARY not in page
    assert "Amara Obi" in page
    assert "1 of 2" in page
    assert "Learning agreement: was wanted by 21 September 2026" in page


def test_the_passport_begins_with_what_somebody_is_good_at(learners: SimpleNamespace, browser_for: Any) -> None:
    LearningFactory(person=learners.amara, minutes=120)
    ObservationFactory(worker=learners.amara, observer=learners.dan, given_on=date(2026, 10, 13)).skills.create(
        skill="curiosity", number=4
    )
    RequiredRule.objects.create(item=RequiredItemFactory(), from_on=date(2026, 1, 1))
    CertificateFactory(session=CourseSessionFactory(), person=learners.amara)
    amara = browser_for(learners.amara)
    page = amara.get("/learning/passport/").content.decode()
    said = [
        "consultant, once",
        "2 hours of group supervision",
        "Curiosity: there throughout",
        "He did not write",
        "wanted since 5 April 2026",
    ]
    assert [words for words in said if words not in page] == []
    places = [page.index(words) for words in said]
    assert page.index("What you have become good at") < places[0]
    assert max(places[:4]) < places[4]
    certificate = page.partition("/learning/certificates/")[2].partition("/")[0]
    assert amara.get(f"/learning/certificates/{certificate}/").content.startswith(b"%PDF")
    assert browser_for(learners.dan).get(f"/learning/certificates/{certificate}/").status_code == 404


def test_a_caseload_reads_how_much_of_a_load_somebody_carries(learners: SimpleNamespace) -> None:
    ProgrammeFactory(person=learners.amara, assessor=learners.cora, started_on=date(2026, 9, 7))
    for who, says in (("bilal", {learners.amara.pk: 800}), ("amara", {learners.amara.pk: 800}), ("dan", {})):
        with as_role("camden_app"), acting_as(getattr(learners, who)):
            assert loads([learners.amara.pk, learners.dan.pk], date(2026, 11, 3)) == says


@pytest.mark.parametrize(
    ("who", "url", "most"),
    [
        ("amara", "/learning/passport/", 24),
        ("amara", "/learning/courses/", 12),
        ("bilal", "/learning/people/", 12),
        ("imogen", "/learning/radar/", 24),
    ],
)
def test_pages_ask_as_much_of_a_large_service_as_of_a_small_one(
    learners: SimpleNamespace, browser_for: Any, who: str, url: str, most: int
) -> None:
    def asked() -> int:
        client = browser_for(getattr(learners, who))
        client.get(url)
        with CaptureQueriesContext(connection) as found:
            assert client.get(url).status_code == 200
        return len([each for each in found if "authorization" not in each["sql"].lower()])

    few = asked()
    for _ in range(6):
        person = UserFactory()
        MembershipFactory(user=person, team=learners.pod)
        employ(person, "swe")
        PieceFactory(person=person)
        BookingFactory(session=CourseSessionFactory(), person=person)
        LearningFactory(person=learners.amara)
        ObservationFactory(worker=learners.amara, observer=person, given_on=date(2026, 10, 13))
    many = asked()
    assert many <= most, url
    assert many - few <= 4, "some parts of a page are only asked for when there is something in them"

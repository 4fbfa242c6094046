"""Phones post to a session without an account, learn nothing, and are shut out when it ends."""

import re
import uuid
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

from supervision.models import Discussion, DiscussionStep, Hypothesis, RoomQuestion, Session, SessionPulse
from supervision.operations.phones import code_of_session
from tests.conftest import AppClient, as_role
from tests.factories.cases import CaseFactory
from tests.factories.supervision import DiscussionFactory

JSON = {"headers": {"accept": "application/json"}}


@pytest.fixture
def talked_about(pod: SimpleNamespace, session: Session) -> Discussion:
    found = DiscussionFactory(session=session, case=pod.case, presenter=pod.amara, children=pod.children)
    move_on(found, "curiosity")
    return found


@pytest.fixture
def link(pod: SimpleNamespace, session: Session, talked_about: Discussion, browser_for: Any) -> str:
    niamh = browser_for(pod.niamh)
    niamh.post(f"/supervision/sessions/{session.pk}/join-code/", {"anew": "1"})
    session.refresh_from_db()
    assert code_of_session(session) in niamh.get(f"/supervision/sessions/{session.pk}/join-code/").content.decode()
    return f"/join/{code_of_session(session)}/"


def move_on(discussion: Discussion, step: str) -> None:
    DiscussionStep.objects.create(
        case=discussion.case,
        discussion=discussion,
        step=step,
        entered_at=timezone.now(),
        entered_by=discussion.presenter,
    )


def phone() -> AppClient:
    return AppClient()


def turn(link: str) -> Any:
    return phone().get(link, **JSON).json()


def sentence(link: str, **more: str) -> dict[str, str]:
    said = {"kind": "question", "text": "Who notices first?", "round": turn(link)["round"]}
    return said | {"client_key": str(uuid.uuid4())} | more


def test_a_question_from_a_phone_is_on_the_board_without_who_sent_it(link: str, talked_about: Discussion) -> None:
    before = SessionPulse.objects.get(session=talked_about.session).number
    answer = phone().post(link, sentence(link))
    assert answer.url == f"{link}?sent=1"
    question = RoomQuestion.objects.get()
    assert (question.text, question.discussion) == ("Who notices first?", talked_about)
    assert SessionPulse.objects.get(session=talked_about.session).number > before


def test_what_is_sent_twice_stands_once(link: str) -> None:
    said = sentence(link)
    for _ in range(3):
        assert phone().post(link, said, **JSON).json() == {"answer": "kept"}
    assert RoomQuestion.objects.count() == 1


def test_ideas_wait_until_they_are_asked_for(link: str, talked_about: Discussion) -> None:
    said = sentence(link, kind="idea", text="Perhaps silence keeps the peace")
    assert phone().post(link, said, **JSON).json() == {"answer": "not-yet"}
    assert not Hypothesis.objects.exists()
    move_on(talked_about, "reflecting")
    assert turn(link)["ideas"]
    assert phone().post(link, said, **JSON).json() == {"answer": "kept"}
    assert phone().post(link, said, **JSON).json() == {"answer": "kept"}
    assert Hypothesis.objects.get().status == "proposed"


def test_a_sentence_begun_for_one_family_never_goes_to_the_next(
    link: str, talked_about: Discussion, pod: SimpleNamespace, session: Session
) -> None:
    late = sentence(link)
    with time_machine.travel("2026-11-03T11:00:00Z", tick=False):
        after = DiscussionFactory(session=session, case=CaseFactory(team_ids=[pod.pod.pk]), presenter=pod.amara)
        move_on(after, "curiosity")
        assert turn(link)["round"] != late["round"]
        phone().post(link, late)
        phone().post(link, sentence(link, text="What do they hope?"))
    assert {q.discussion_id: q.text for q in RoomQuestion.objects.all()} == {
        talked_about.pk: "Who notices first?",
        after.pk: "What do they hope?",
    }


def test_a_phone_sees_no_fact_of_any_family(link: str, pod: SimpleNamespace, talked_about: Discussion) -> None:
    shown = phone().get(link).content.decode() + phone().get(link, **JSON).content.decode()
    shown += phone().post(link, sentence(link), follow=True).content.decode()
    facts = [pod.case.name, "Rahman", "Primrose", "supervision", pod.amara.name, pod.niamh.name, "Camden"]
    facts += [child.given_name for child in pod.children]
    seen = re.sub(r'href="[^"]*"|src="[^"]*"', "", shown)
    assert [fact for fact in facts if fact in seen] == []
    assert turn(link)["round"] not in (str(talked_about.pk), "")


def test_a_code_ends_with_its_session_and_gives_words_back(
    link: str, pod: SimpleNamespace, session: Session, browser_for: Any
) -> None:
    said = sentence(link)
    browser_for(pod.niamh).post(f"/supervision/sessions/{session.pk}/closure/")
    session.refresh_from_db()
    assert session.agreed_on
    answer = phone().post(link, said)
    assert answer.status_code == 404
    assert "Who notices first?" in answer.content.decode()
    assert phone().post(link, said, **JSON).json() == {"answer": "over"}
    assert not RoomQuestion.objects.exists()


def test_a_code_opens_nothing_on_another_day_nor_after_somebody_ended_it(
    link: str, pod: SimpleNamespace, session: Session, browser_for: Any
) -> None:
    never = phone().get("/join/1.never:was/")
    with time_machine.travel("2026-11-04T10:00:00Z", tick=False):
        assert phone().get(link).content == never.content
    niamh = browser_for(pod.niamh)
    niamh.post(f"/supervision/sessions/{session.pk}/join-code/", {"end": "1"})
    assert phone().get(link).content == never.content
    niamh.post(f"/supervision/sessions/{session.pk}/join-code/", {"anew": "1"})
    assert phone().get(link).status_code == never.status_code == 404


def test_a_key_without_our_signature_opens_nothing(link: str, session: Session) -> None:
    assert phone().get(f"/join/{session.pk}.{session.join_key}:forged/").status_code == 404


def test_without_a_key_the_two_functions_give_nothing_away(session: Session, talked_about: Discussion) -> None:
    with as_role("camden_app"), connection.cursor() as cursor:
        cursor.execute("select * from phone_state(%s, '', '2026-11-03', '{}')", [session.pk])
        assert cursor.fetchone()[0] is False
        with pytest.raises(ProgrammingError), transaction.atomic():
            cursor.execute("select app_phone_round('x', 1)")


def test_words_that_are_too_long_or_none_are_not_kept_and_not_lost(link: str) -> None:
    page = phone().post(link, sentence(link, text="Perhaps " * 60)).content.decode()
    assert "too long" in page
    assert "Perhaps Perhaps" in page
    assert "Write a sentence first." in phone().post(link, sentence(link, text=" ")).content.decode()
    assert not RoomQuestion.objects.exists()


def test_too_many_at_once_are_asked_to_try_again(link: str, settings: Any) -> None:
    settings.PHONE_RATES = {"phone-post": "2/m/key", "phone-look": "600/m/key"}
    answers = [phone().post(link, sentence(link), **JSON).status_code for _ in range(3)]
    assert answers == [200, 200, 429]


def test_only_who_holds_supervision_lets_phones_in(pod: SimpleNamespace, session: Session, browser_for: Any) -> None:
    assert browser_for(pod.amara).post(f"/supervision/sessions/{session.pk}/join-code/").status_code == 403
    session.refresh_from_db()
    assert session.join_key == ""

"""The room: one page on the wall, one scribe, and what changes reaches everybody who is there."""

import uuid
from datetime import UTC, date, datetime, time, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Question
from supervision.models import (
    Attendance,
    Discussion,
    DiscussionPart,
    DiscussionStep,
    GroupMember,
    Hypothesis,
    PromptEdit,
    RoomQuestion,
    Session,
)
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.supervision import DiscussionFactory, SessionFactory, settle_what_came_next
from tests.queries import of_the_page

MOST = 15
SCRIPT = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def found(pod: SimpleNamespace, session: Session) -> Discussion:
    """The Rahmans are brought to today's session; Amara presents."""
    said = {"dilemma": "How do we hear Anisa?", "useful": "A first sentence."}
    return DiscussionFactory(session=session, case=pod.case, presenter=pod.amara, children=pod.children, said=said)


def at(found: Discussion, what: str = "") -> str:
    return f"/supervision/discussions/{found.pk}/room/{what}"


def room(found: Discussion) -> str:
    return f"/supervision/sessions/{found.session_id}/room/?family={found.pk}"


def state(browser: Any, found: Discussion, **said: str) -> dict[str, Any]:
    words = {"family": str(found.pk), **said}
    answer = browser.get(f"/supervision/sessions/{found.session_id}/room/state/", words, **SCRIPT)
    assert answer.status_code == 200
    return answer.json()


def step(browser: Any, found: Discussion, *codes: str) -> None:
    for code in codes:
        assert browser.post(at(found, "step/"), {"step": code}).status_code == 302


def test_a_session_begins_in_two_clicks_and_one_scribe_takes_it_to_what_is_kept(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    niamh = browser_for(pod.niamh)
    way = f"/supervision/sessions/{found.session_id}/room/"
    assert f'href="{way}"' in niamh.get("/supervision/").content.decode(), "one click"
    assert f'href="{way}"' not in browser_for(pod.bilal).get("/supervision/").content.decode()
    page = niamh.get(room(found)).content.decode()
    assert "Begin the session" in page
    assert "How do we hear Anisa?" in page
    niamh.post(f"/supervision/sessions/{found.session_id}/room/beginning/")
    found.session.refresh_from_db()
    assert found.session.begun_at is not None
    niamh.post(at(found, "parts/"), {"accept": "1"})
    assert set(DiscussionPart.objects.values_list("part", flat=True)) == {"consultant", "action-planner", "scribe"}
    step(niamh, found, "presenting", "curiosity")
    niamh.post(at(found, "sentence/"), {"text": "Who notices first?", "as": "question"})
    step(niamh, found, "reflecting")
    for text in ("Perhaps silence keeps the peace", "I wonder whom Imran tells"):
        niamh.post(at(found, "sentence/"), {"text": text, "as": "idea", "key": str(uuid.uuid4())})
    step(niamh, found, "bells")
    kept = Hypothesis.objects.get(text="Perhaps silence keeps the peace")
    niamh.post(at(found, "bell/"), {"keep": kept.pk})
    danger = Hypothesis.objects.get(text="I wonder whom Imran tells")
    niamh.post(at(found, "bell/"), {"keep": danger.pk, "danger": "1"})
    kept.refresh_from_db()
    danger.refresh_from_db()
    assert (kept.status, kept.kept_by, kept.is_about_danger) == ("kept", "presenter", False)
    assert (danger.status, danger.kept_by, danger.is_about_danger) == ("kept", "supervisor", True)
    shown = niamh.get(room(found)).content.decode()
    assert "Amara keeps 1 of at most 3" in shown
    assert "Kept: about danger" in shown
    assert RoomQuestion.objects.get().text == "Who notices first?"


def test_a_session_of_a_later_day_does_not_begin_today(
    pod: SimpleNamespace, found: Discussion, browser_for: Any, today: date
) -> None:
    Session.objects.filter(pk=found.session_id).update(held_on=today + timedelta(days=2))
    niamh = browser_for(pod.niamh)
    assert "Begin the session" not in niamh.get(room(found)).content.decode()
    pressed = niamh.post(f"/supervision/sessions/{found.session_id}/room/beginning/", follow=True)
    stepped = niamh.post(at(found, "step/"), {"step": "presenting"}, follow=True)
    assert all("This session is on a later day." in page.content.decode() for page in (pressed, stepped))
    assert Session.objects.get(pk=found.session_id).begun_at is None
    assert not DiscussionStep.objects.exists()


def test_the_genogram_of_the_day_is_kept_once_when_the_presenter_begins(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    niamh = browser_for(pod.niamh)
    step(niamh, found, "presenting", "presenting", "curiosity", "presenting")
    found.refresh_from_db()
    assert found.genogram.pictured_on == found.held_on
    assert found.genogram.kept_for == "supervision"
    assert list(DiscussionStep.objects.order_by("pk").values_list("step", flat=True)) == [
        "presenting", "curiosity", "presenting",
    ]  # fmt: skip


def test_an_idea_waits_for_the_reflecting_conversation_and_a_bell_for_its_turn(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    niamh = browser_for(pod.niamh)
    step(niamh, found, "presenting")
    said = niamh.post(at(found, "sentence/"), {"text": "Perhaps", "as": "idea"}, **SCRIPT).json()
    assert said == {"problem": "Ideas are for the reflecting conversation. Move on to it first."}
    assert not Hypothesis.objects.exists()
    step(niamh, found, "reflecting")
    niamh.post(at(found, "sentence/"), {"text": "Perhaps", "as": "idea"}, **SCRIPT)
    said = niamh.post(at(found, "bell/"), {"keep": Hypothesis.objects.get().pk}, **SCRIPT).json()
    assert "The presenter keeps some at What rang bells." in said["problem"]


def test_a_fourth_idea_is_not_kept_and_one_is_put_back(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    niamh = browser_for(pod.niamh)
    rows = [Hypothesis.objects.create(case=pod.case, discussion=found, text=f"Perhaps {n}") for n in range(4)]
    step(niamh, found, "bells")
    answers = [niamh.post(at(found, "bell/"), {"keep": row.pk}, **SCRIPT).json()["problem"] for row in rows]
    assert answers == ["", "", "", "Three are kept already."]
    niamh.post(at(found, "bell/"), {"back": rows[0].pk})
    rows[0].refresh_from_db()
    assert (rows[0].status, rows[0].kept_by) == ("proposed", "")


def test_only_whoever_supervises_keeps_one_about_danger(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    row = Hypothesis.objects.create(case=pod.case, discussion=found, text="Perhaps")
    amara = browser_for(pod.amara)
    step(amara, found, "bells")
    assert "One about danger" not in amara.get(room(found)).content.decode()
    amara.post(at(found, "bell/"), {"keep": row.pk, "danger": "1"})
    row.refresh_from_db()
    assert (row.kept_by, row.is_about_danger) == ("presenter", False)


def test_a_question_of_the_library_is_noted_as_the_authority_words_it(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    words = "Who is first to see that it gets hard?"
    PromptEdit.objects.create(code="notices-first", kind="circular", words=words, edited_by=pod.niamh)
    niamh = browser_for(pod.niamh)
    niamh.post(at(found, "prompt/"), {"prompt": "notices-first"})
    asked = RoomQuestion.objects.get()
    assert (asked.text, asked.kind, asked.circular) == (words, "circular", "ranking")
    step(niamh, found, "curiosity")
    offered = niamh.get(room(found)).content.decode()
    assert 'value="notices-first"' not in offered, "what was asked is not offered again"
    niamh.post(at(found, "prompt/"), {"prompt": "no such question"})
    assert RoomQuestion.objects.count() == 1


def test_what_is_sent_twice_stands_once(pod: SimpleNamespace, found: Discussion, browser_for: Any) -> None:
    niamh, key = browser_for(pod.niamh), str(uuid.uuid4())
    step(niamh, found, "reflecting")
    for kind in ("idea", "question"):
        for _ in range(2):
            niamh.post(at(found, "sentence/"), {"text": "I wonder", "as": kind, "key": key}, **SCRIPT)
    assert Hypothesis.objects.count() == RoomQuestion.objects.count() == 1


def test_the_page_learns_what_others_did_and_is_told_nothing_when_nothing_happened(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    niamh, amara = browser_for(pod.niamh), browser_for(pod.amara)
    first = state(amara, found)
    assert state(amara, found, since=first["number"]) == {"number": first["number"]}
    step(niamh, found, "reflecting")
    niamh.post(at(found, "sentence/"), {"text": "Perhaps silence keeps the peace", "as": "idea"})
    after = state(amara, found, since=first["number"])
    assert after["number"] != first["number"]
    assert "Perhaps silence keeps the peace" in after["html"]


def looks(person: Any, page: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from camden_recordopened where user_id = %s and page = %s", [person.pk, page])
        return int(cursor.fetchone()[0])


def test_polls_cost_one_look_a_person_and_quarter_of_an_hour(
    pod: SimpleNamespace, found: Discussion, browser_for: Any, today: Any
) -> None:
    niamh, amara = browser_for(pod.niamh), browser_for(pod.amara)
    looked = state(amara, found)["looked"]
    for code in ("presenting", "curiosity", "reflecting"):
        step(niamh, found, code)
        assert "html" in state(amara, found, looked=looked)
    assert looks(pod.amara, "supervision:room-state") == 1
    assert "html" in state(niamh, found, looked=looked)
    assert looks(pod.niamh, "supervision:room-state") == 1, "another person's look is not one's own"
    with time_machine.travel(datetime.combine(today, time(10, 16), UTC), tick=False):
        state(amara, found, looked=looked)
    assert looks(pod.amara, "supervision:room-state") == 2


def test_somebody_from_whom_the_family_is_kept_finds_nothing_of_it(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    finn = browser_for(pod.finn)
    page = finn.get(f"/supervision/sessions/{found.session_id}/room/").content.decode()
    assert "Anisa" not in page
    assert "Rahman" not in page
    address = f"/supervision/sessions/{found.session_id}/room/state/"
    assert finn.get(address, {"family": found.pk}, **SCRIPT).status_code == 404
    for what in ("step/", "sentence/", "bell/", "parts/", "prompt/"):
        assert finn.post(at(found, what), {"step": "bells"}).status_code == 404


def test_a_colleague_who_is_not_there_does_not_find_the_room(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    bilal = browser_for(pod.bilal)
    assert bilal.get(room(found)).status_code == 404
    assert bilal.post(at(found, "step/"), {"step": "bells"}).status_code == 404


def test_the_scribe_writes_the_dilemma_and_a_second_scribe_reads_it_first(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    words = {"dilemma": "Whose quiet is it?", "useful": "", "resonance": "", "_version": str(found.words.version)}
    assert browser_for(pod.niamh).post(room(found), words).status_code == 302
    page = browser_for(pod.amara).post(room(found), words | {"dilemma": "Mine"}).content.decode()
    assert "changed this while you were writing" in page
    assert "Whose quiet is it?" in page
    assert "Mine" in page


def test_after_the_session_has_ended_the_room_leads_to_what_was_agreed(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    niamh = browser_for(pod.niamh)
    niamh.post(f"/supervision/sessions/{found.session_id}/closure/")
    assert niamh.get(room(found)).url == f"/supervision/sessions/{found.session_id}/"
    assert state(niamh, found)["ended"] == f"/supervision/sessions/{found.session_id}/"


def test_the_picture_on_the_wall_is_the_familys_unless_somebody_asks(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    niamh = browser_for(pod.niamh)
    page = niamh.get(room(found)).content.decode()
    assert "What the family may see." in page
    assert "<svg" in page
    assert "Only for people who work here." in niamh.get(f"{room(found)}&for=staff").content.decode()


@pytest.mark.parametrize("what", ["page", "state"])
def test_the_room_asks_as_much_for_two_people_as_for_twelve_with_forty_cards(
    pod: SimpleNamespace, found: Discussion, browser_for: Any, what: str
) -> None:
    niamh = browser_for(pod.niamh)
    step(niamh, found, "bells", "reflecting")  # where most is shown
    address = (
        room(found) if what == "page" else f"/supervision/sessions/{found.session_id}/room/state/?family={found.pk}"
    )
    counts = []
    for turn in range(2):
        niamh.get(address, **({} if what == "page" else SCRIPT))
        with CaptureQueriesContext(connection) as asked:
            assert niamh.get(address, **({} if what == "page" else SCRIPT)).status_code == 200
        counts.append(len(of_the_page(asked)))
        for number in range(8):
            person = UserFactory(name=f"Person {turn} {number}", email=f"person{turn}{number}@example.org")
            MembershipFactory(user=person, team=pod.pod)
            GroupMember.objects.create(group=pod.group, person=person, started_on=found.held_on)
            Attendance.objects.create(session=found.session, person=person, part="observer")
        Hypothesis.objects.bulk_create(
            Hypothesis(case=pod.case, discussion=found, text=f"Perhaps {turn} {number}") for number in range(40)
        )
    assert counts[0] == counts[1] <= MOST, counts


def test_the_room_opens_with_what_came_back_and_what_the_family_may_not_read_waits_for_people_who_work_here(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    last = SessionFactory(
        group=pod.group, held_on=found.held_on - timedelta(days=14), parts=[(pod.niamh, "supervisor")]
    )
    settle_what_came_next(pod.case, last, pod.amara)
    Question.objects.exclude(asked_on=None).update(is_kept_from_family=True)
    niamh = browser_for(pod.niamh)
    first = niamh.get(room(found)).content.decode()
    assert '<details class="opens-with" open>' in first and "Perhaps Anisa keeps the peace" in first
    assert "Auntie does." not in first and "The answer is not for everybody in the room." in first
    assert "Auntie does." in niamh.get(f"{room(found)}&for=staff").content.decode()
    step(niamh, found, "presenting")
    then = niamh.get(room(found)).content.decode()
    assert '<details class="opens-with">' in then, "it is looked at, and folded"
    assert f'href="/supervision/sessions/{found.session_id}/quick-round/"' in then

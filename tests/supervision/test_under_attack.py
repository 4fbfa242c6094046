"""Somebody tries: from whom a family is kept, a phone with a code that is no longer its own, who was not in a talk."""

import re
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from camden.access import Role
from camden.principal import acting_as
from supervision.models import (
    AgendaItem,
    Discussion,
    GroupMember,
    Hypothesis,
    NeedsAnotherSession,
    OneToOne,
    OneToOneWords,
    Position,
    RoomQuestion,
    Session,
)
from supervision.operations import bring_family
from supervision.operations.phones import code_of_session
from tests.conftest import AppClient, as_role
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.cases import CaseFactory, ChildFactory
from tests.factories.supervision import ConsultationFactory, DiscussionFactory, SessionFactory
from tests.supervision.test_operations import written
from tests.supervision.test_stays_in_the_room import STAYS, ended, tables_with
from tests.supervision.views.test_phones import link, move_on, sentence, talked_about
from training.models import Learning

__all__ = ["ended", "link", "talked_about"]
JSON = {"headers": {"accept": "application/json"}}
NAMES = ("Rahman", "Anisa", "Imran", "Zayd")


def shown(answer: Any) -> tuple[int, str]:
    """All a person could tell two answers apart by, without what is new in every answer."""
    page = b"".join(answer) if answer.streaming else answer.content
    return answer.status_code, re.sub(
        r'nonce="[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"|value="[\w:-]{36,}"', "", page.decode()
    )


def pages(session: Session) -> list[str]:
    """Every page of a session and its group."""
    of = f"/supervision/sessions/{session.pk}/"
    whose = f"/supervision/groups/{session.group_id}/"
    ways = ("", "room/", "agenda/", "quick-round/", "closure/", "reading/", "reflection/", "rating/", "agenda/new/")
    found = [f"{of}{way}" for way in ways] + [f"{whose}{way}" for way in ("", "trend/", "coverage/", "rhythm/")]
    return [*found, "/supervision/", "/my-day/", "/training/", f"{of}join-code/"]


@pytest.fixture
def other(pod: SimpleNamespace, session: Session, today: date) -> Any:
    """A family of the pod that everybody may read about, in depth in today's session."""
    case = CaseFactory(name="Novak", team_ids=[pod.pod.pk])
    child = ChildFactory(case=case, given_name="Ela", born_on=date(2015, 1, 1))
    found = DiscussionFactory(session=session, case=case, presenter=pod.amara, children=[child])
    move_on(found, "reflecting")
    return found


def test_to_whom_a_family_is_kept_from_a_session_with_it_reads_like_one_without(
    pod: SimpleNamespace, session: Session, other: Discussion, browser_for: Any, today: date
) -> None:
    finn = browser_for(pod.finn)
    state = f"/supervision/sessions/{session.pk}/room/state/?family={other.pk}"
    for url in pages(session):
        finn.get(url)  # what is seen for the first time is not compared
    before = [shown(finn.get(url)) for url in pages(session)]
    mark = finn.get(state, **JSON).json()["number"]
    with acting_as(pod.niamh):
        theirs = bring_family(
            session=session, case=pod.case, children=pod.children, presenter=pod.amara, depth="deep", reason="stuck"
        )
        written(pod, theirs)
    move_on(theirs, "reflecting")
    Hypothesis.objects.create(case=pod.case, discussion=theirs, text="Perhaps Anisa keeps the peace")
    RoomQuestion.objects.create(case=pod.case, discussion=theirs, text="Who notices Anisa?")
    NeedsAnotherSession.objects.create(case=pod.case, group=pod.group, since_on=today)
    after = [shown(finn.get(url)) for url in pages(session)]
    for url, one, two in zip(pages(session), before, after, strict=True):
        assert one == two, url
        assert not [name for name in NAMES if name in two[1]], url
    assert finn.get(f"{state}&since={mark}", **JSON).json() == {"number": mark}
    assert browser_for(pod.niamh).get(state, **JSON).json()["number"] != mark


def test_what_somebody_learned_in_a_session_does_not_tell_of_a_family_kept_from_them(
    pod: SimpleNamespace, ended: Discussion
) -> None:
    told = Learning.objects.get(person=pod.finn)
    said = " ".join(map(str, vars(told).values()))
    assert not [name for name in NAMES if name in said]
    assert tables_with("Rahman") & {"training_learning"} == set()


def test_of_a_family_that_needs_another_session_its_supervisor_alone_learns_and_not_why(
    pod: SimpleNamespace, session: Session, browser_for: Any, today: date
) -> None:
    NeedsAnotherSession.objects.create(case=pod.case, group=pod.group, since_on=today)
    says = "Needs another session"
    for person in (pod.amara, pod.yael, pod.finn, pod.bilal, pod.cora, pod.eve, pod.dan):
        with as_role("camden_app"), acting_as(person):
            assert not NeedsAnotherSession._base_manager.exists(), person
        browser = browser_for(person)
        for url in pages(session):
            page = shown(browser.get(url))[1]
            if person.pk != pod.bilal.pk or "rhythm" not in url:
                assert says not in page, (person, url)
    page = shown(browser_for(pod.niamh).get(f"/supervision/sessions/{session.pk}/agenda/"))[1]
    assert says in page and "Rahman" in page
    assert not [word for word in ("excluded", "kept from", "Finn") if word in page.partition("<main")[2]]


def test_a_family_is_refused_on_an_agenda_that_somebody_may_read_from_whom_it_is_kept(
    pod: SimpleNamespace, session: Session, browser_for: Any
) -> None:
    niamh, url = browser_for(pod.niamh), f"/supervision/sessions/{session.pk}/agenda/new/"
    niamh.post(url, {"case": pod.case.pk, "depth": "deep"})
    assert not AgendaItem.objects.filter(taken_off_on=None).exists()


def test_words_of_the_room_typed_on_its_page_stay_in_its_tables(
    pod: SimpleNamespace, session: Session, browser_for: Any
) -> None:
    found = DiscussionFactory(session=session, case=pod.case, presenter=pod.amara, children=pod.children)
    amara, url = browser_for(pod.amara), f"/supervision/discussions/{found.pk}/room-notes/"
    amara.get(url)
    amara.post(
        url,
        {
            "position": "quillfeather",
            "dissent": "wrenhollow",
            "lens": "class",
            "whose": "worker",
            "so_what": "mossgarnet",
        },
    )
    amara.post(f"/supervision/sessions/{session.pk}/reflection/", {"words": "brambleknot"})
    assert Position.objects.get().words == "quillfeather"
    for word in ("quillfeather", "wrenhollow", "mossgarnet", "brambleknot"):
        assert tables_with(word) <= {STAYS[word], f"{STAYS[word]}event"}, word
    assert "supervision_reflection" in tables_with("brambleknot")


def test_no_history_of_the_room_is_read_by_whoever_looks_after_the_system(
    ended: Discussion, pod: SimpleNamespace
) -> None:
    for table in STAYS.values():
        for role in ("camden_app", "camden_worker"):
            for person in (pod.eve, pod.bilal, pod.amara):
                with as_role(role), acting_as(person), connection.cursor() as cursor:
                    try:
                        with transaction.atomic():
                            cursor.execute(f"select count(*) from {table}event")
                            assert cursor.fetchone()[0] == 0, (table, role)
                    except DatabaseError:
                        pass  # no right to it, or no such table: as good


def test_a_guest_of_one_session_reads_nothing_of_another(
    pod: SimpleNamespace, ended: Discussion, browser_for: Any, today: date
) -> None:
    guest = UserFactory(name="Gita Guest")
    MembershipFactory(user=guest, team=pod.elsewhere, role=Role.SOCIAL_WORKER)
    GroupMember.objects.create(group=pod.group, person=guest, started_on=today, as_what="guest")
    SessionFactory(group=pod.group, held_on=today - timedelta(7), parts=[(guest, "observer")])
    browser = browser_for(guest)
    for url in (
        *pages(ended.session),
        f"/supervision/discussions/{ended.pk}/",
        f"/supervision/discussions/{ended.pk}/room-notes/",
    ):
        status, page = shown(browser.get(url))
        assert status in (403, 404) or url in ("/supervision/", "/my-day/", "/training/"), url
        assert not [word for word in (*STAYS, *NAMES) if word in page.lower() or word in page], url


def test_a_code_of_another_session_or_of_none_says_the_same_and_nothing(
    pod: SimpleNamespace, link: str, session: Session, talked_about: Discussion
) -> None:
    said = sentence(link)
    cold = SessionFactory(group=pod.group, parts=[(pod.niamh, "supervisor")])
    cold.join_key = "never-let-in"
    wrong = [
        f"/join/{code_of_session(cold)}/",
        f"/join/{session.pk}.x:forged/",
        "/join/x/",
        f"/join/{'9' * 400}.a:b/",
        "/join/%00%FF/",
    ]
    wrong.append(link[:-2] + "A/" if link[-2] != "A" else link[:-2] + "B/")
    for url in wrong:
        for answer in (AppClient().get(url), AppClient().post(url, said), AppClient().post(url, said, **JSON)):
            assert answer.status_code == 404
            assert not [
                name for name in (*NAMES, pod.amara.name, pod.group.name, "Primrose") if name in answer.content.decode()
            ]
        assert AppClient().get(url).content == AppClient().get(wrong[0]).content
    assert not RoomQuestion.objects.exists()


NASTY = [
    "<script>alert(1)</script>", "{{ settings.SECRET_KEY }}", "\x00", "\u202egnirts\u202c", "a" * 100_000, "\ufeff",
    "'; drop table cases_case; --", "&#x3c;img src=x onerror=alert(1)&#x3e;", "\r\nSet-Cookie: a=b",
]  # fmt: skip


def test_whatever_a_phone_sends_breaks_nothing_and_comes_back_as_words(
    pod: SimpleNamespace, link: str, talked_about: Discussion, browser_for: Any
) -> None:
    move_on(talked_about, "reflecting")
    for text in NASTY:
        for name in ("text", "round", "kind", "client_key"):
            said = sentence(link, kind="idea") | {name: text}
            for more in ({}, JSON):
                answer = AppClient().post(link, said, **more)
                assert answer.status_code in (200, 302, 404, 409)
                assert "<script>alert" not in answer.content.decode()
                assert not [each for each in NAMES if each in answer.content.decode()]
    room = f"/supervision/sessions/{talked_about.session_id}/room/?family={talked_about.pk}"
    page = browser_for(pod.niamh).get(room).content.decode()
    assert "&lt;script&gt;alert(1)" in page and "<script>alert" not in page and "<img src=x" not in page


def test_a_talk_of_two_is_read_by_nobody_else_and_named_nowhere(
    pod: SimpleNamespace, browser_for: Any, today: date
) -> None:
    talk = OneToOne.objects.create(worker=pod.amara, supervisor=pod.niamh, held_on=today)
    OneToOneWords.objects.create(one_to_one=talk, wellbeing="heronwhistle", learning="heronwhistle")
    for person in (pod.bilal, pod.cora, pod.eve, pod.yael, pod.dan):
        with as_role("camden_app"), acting_as(person):
            assert not OneToOne._base_manager.exists() and not OneToOneWords._base_manager.exists()
        browser = browser_for(person)
        gone = browser.get("/supervision/one-to-ones/987654/")
        assert shown(browser.get(f"/supervision/one-to-ones/{talk.pk}/")) == shown(gone)
        for url in ("/supervision/one-to-ones/", "/supervision/", "/my-day/", "/cases/find/?q=heronwhistle"):
            page = shown(browser.get(url))[1]
            assert "heronwhistle" not in page.replace('value="heronwhistle"', "").replace("“heronwhistle”", "")
    assert tables_with("heronwhistle") <= {"supervision_onetoonewords", "supervision_onetoonewordsevent"}


def test_a_consultation_without_names_carries_none_for_its_clinician(pod: SimpleNamespace, browser_for: Any) -> None:
    yael = UserFactory(name="Kay Clinician")
    MembershipFactory(user=yael, team=pod.elsewhere, role=Role.CLINICIAN)
    mine = ConsultationFactory(case=pod.case, asked_by=pod.amara, clinician=yael, consent="anonymous")
    theirs = ConsultationFactory(case=pod.case, asked_by=pod.amara, clinician=pod.yael, child=pod.children[0])
    browser = browser_for(yael)
    for way in ("", "writing/", "addendum/", "consent/", "visit/"):
        answer = browser.get(f"/supervision/consultations/{mine.pk}/{way}")
        page = shown(answer)[1]
        assert not [name for name in (*NAMES, f"/cases/{pod.case.pk}/") if name in page], way
        assert browser.get(f"/supervision/consultations/{theirs.pk}/{way}").status_code in (403, 404)
    for url in (
        "/supervision/consultations/",
        "/supervision/",
        "/my-day/",
        f"/cases/{pod.case.pk}/",
        "/cases/find/?q=Rahman",
    ):
        page = shown(browser.get(url))[1].replace('value="Rahman"', "").replace("“Rahman”", "")
        assert not [name for name in NAMES if name in page], url


def test_what_a_room_asks_every_two_seconds_is_answered_to_nobody_who_is_not_there(
    pod: SimpleNamespace, session: Session, talked_about: Discussion, browser_for: Any
) -> None:
    way = "/supervision/sessions/{}/room/state/?family={}"
    for person in (pod.bilal, pod.cora, pod.dan, pod.eve):
        browser = browser_for(person)
        none = shown(browser.get(way.format(987654, talked_about.pk)))
        assert none[0] in (403, 404)
        assert shown(browser.get(way.format(session.pk, talked_about.pk))) == none
    finn = browser_for(pod.finn)
    assert shown(finn.get(way.format(session.pk, talked_about.pk))) == shown(finn.get(way.format(session.pk, 987654)))

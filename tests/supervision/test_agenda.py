"""The night proposes an agenda; whoever supervises accepts it; nobody finds a family there that is kept from them."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from camden.operations.people import welcome_jobs
from camden.principal import acting_as
from cases.models import Case, Milestone
from cases.rules.happenings import Happened
from supervision.models import AgendaItem, AgendaRequest, Attendance, GroupMember, NeedsAnotherSession, Session
from supervision.operations.agenda import (
    NotOnThisAgenda,
    accept_agenda,
    ask_for_family,
    bring_agenda,
    change_place,
    put_on_agenda,
    take_off_agenda,
)
from supervision.readings.agenda_facts import counting, families
from supervision.rules.counting import Standing, Talk
from supervision.tasks import propose_agendas
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.cases import CaseFactory, ChildFactory, ExclusionFactory, InvolvementFactory
from tests.factories.supervision import DiscussionFactory, SessionFactory
from tests.queries import of_the_page

LATER = date(2026, 11, 10)


@pytest.fixture
def ahead(pod: SimpleNamespace) -> Any:
    """Next week's session of the pod, with everybody expected."""
    welcome_jobs()
    parts = [(pod.niamh, "supervisor"), (pod.yael, "consultant"), (pod.amara, "observer"), (pod.finn, "observer")]
    return SessionFactory(group=pod.group, parts=parts, held_on=LATER)


def _family(pod: SimpleNamespace, name: str, opened_on: date = date(2026, 9, 1)) -> Any:
    """A family of the pod with a child whom Amara leads for."""
    case = CaseFactory(name=name, opened_on=opened_on)
    child = ChildFactory(case=case, given_name=f"{name}’s child")
    InvolvementFactory(case=case, child=child, worker=pod.amara, team=pod.pod, started_on=opened_on)
    Case.objects.filter(pk=case.pk).update(team_ids=[pod.pod.pk])
    case.child = child
    return case


def _on(session: Session) -> set[int]:
    return set(AgendaItem.objects.filter(session=session, taken_off_on=None).values_list("case", flat=True))


def test_the_night_proposes_families_with_why_and_leaves_out_whoever_is_kept_from_a_reader(
    pod: SimpleNamespace, ahead: Session
) -> None:
    novak = _family(pod, "Novak", date(2026, 6, 1))
    propose_agendas()
    item = AgendaItem.objects.get(session=ahead)
    assert item.case_id == novak.pk and item.accepted_on is None
    assert item.why == ["late"] and item.words[0] == "Not talked about yet"
    need = NeedsAnotherSession.objects.get()
    assert (need.case_id, need.group_id, need.is_for_manager) == (pod.case.pk, pod.group.pk, False)


def test_asked_twice_the_night_writes_nothing_new(pod: SimpleNamespace, ahead: Session, today: date) -> None:
    _family(pod, "Novak")
    propose_agendas()
    propose_agendas()
    assert AgendaItem.objects.count() == 1 and NeedsAnotherSession.objects.count() == 1


def test_what_somebody_took_off_or_published_the_night_leaves_alone(
    pod: SimpleNamespace, ahead: Session, today: date
) -> None:
    _family(pod, "Novak")
    propose_agendas()
    item = AgendaItem.objects.get()
    with acting_as(pod.niamh):
        take_off_agenda(item=item, by=pod.niamh, on=today)
    propose_agendas()
    assert _on(ahead) == set()
    item.refresh_from_db()
    assert item.taken_off_by == pod.niamh
    Session.objects.filter(pk=ahead.pk).update(agenda_published_at="2026-11-03T10:00Z")
    other = _family(pod, "Vance")
    propose_agendas()
    assert other.pk not in _on(ahead)


def test_the_database_refuses_a_family_kept_from_a_reader_and_says_no_word_why(
    pod: SimpleNamespace, ahead: Session, today: date
) -> None:
    with pytest.raises(IntegrityError, match="not on this agenda"), transaction.atomic():
        AgendaItem.objects.create(session=ahead, case=pod.case, depth="quick", proposed_on=today)
    with acting_as(pod.niamh), pytest.raises(NotOnThisAgenda):
        put_on_agenda(session=ahead, case=pod.case, depth="deep", by=pod.niamh, on=today)


def test_a_family_kept_from_somebody_later_leaves_the_agenda_it_was_on(
    pod: SimpleNamespace, ahead: Session, today: date
) -> None:
    novak = _family(pod, "Novak")
    with acting_as(pod.niamh):
        put_on_agenda(session=ahead, case=novak, depth="deep", by=pod.niamh, on=today)
    assert _on(ahead) == {novak.pk}
    ExclusionFactory(case=novak, worker=pod.amara)
    assert _on(ahead) == set()
    assert NeedsAnotherSession.objects.filter(case=novak, is_for_manager=False).exists()


def test_a_family_that_is_restricted_later_leaves_it_too(pod: SimpleNamespace, ahead: Session, today: date) -> None:
    novak = _family(pod, "Novak")
    with acting_as(pod.niamh):
        put_on_agenda(session=ahead, case=novak, depth="deep", by=pod.niamh, on=today)
    Case.objects.filter(pk=novak.pk).update(is_restricted=True)
    assert _on(ahead) == set()


def test_where_it_is_the_supervisor_who_must_not_know_their_manager_does(
    pod: SimpleNamespace, ahead: Session, today: date
) -> None:
    novak = _family(pod, "Novak", date(2026, 6, 1))
    ExclusionFactory(case=novak, worker=pod.niamh)
    propose_agendas()
    assert NeedsAnotherSession.objects.get(case=novak).is_for_manager


def test_whoever_supervises_accepts_reorders_and_brings_the_families(
    pod: SimpleNamespace, ahead: Session, today: date
) -> None:
    novak, vance = _family(pod, "Novak", date(2026, 6, 1)), _family(pod, "Vance", date(2026, 7, 1))
    with acting_as(pod.amara):
        ask_for_family(case=vance, by=pod.amara, on=today)
    propose_agendas()
    with acting_as(pod.niamh):
        assert accept_agenda(session=ahead, by=pod.niamh, on=today) == 2
        assert accept_agenda(session=ahead, by=pod.niamh, on=today) == 0
        for _ in range(2):
            change_place(item=AgendaItem.objects.get(case=novak), place=2, by=pod.niamh)
        brought = bring_agenda(session=ahead, by=pod.niamh)
        assert len(bring_agenda(session=ahead, by=pod.niamh)) == 2
    assert AgendaRequest.objects.get().answered_on == today
    assert list(AgendaItem.objects.order_by("place").values_list("case", flat=True)) == [vance.pk, novak.pk]
    assert [(each.case_id, each.presenter_id) for each in brought] == [
        (vance.pk, pod.amara.pk),
        (novak.pk, pod.amara.pk),
    ]


def test_a_family_is_asked_for_once(pod: SimpleNamespace, today: date) -> None:
    with acting_as(pod.amara):
        first = ask_for_family(case=pod.case, by=pod.amara, on=today, why="I feel stuck")
        assert ask_for_family(case=pod.case, by=pod.bilal, on=today).pk == first.pk


def test_the_facts_of_a_family_are_those_since_it_was_last_thought_of_in_depth(
    pod: SimpleNamespace, session: Any, today: date
) -> None:
    novak = _family(pod, "Novak")
    heard = today - timedelta(days=10)
    before = SessionFactory(group=pod.group, held_on=heard)
    DiscussionFactory(
        session=before, case=novak, presenter=pod.amara, children=[novak.child], agreed_on=heard, agreed_by=pod.niamh
    )
    days = (heard - timedelta(1), heard + timedelta(1), heard + timedelta(2))
    for day in days:
        Milestone.objects.create(case=novak, child=novak.child, kind=Happened.MISSING, happened_on=day)
    Milestone.objects.create(case=novak, child=novak.child, kind=Happened.LETTER_BEFORE_PROCEEDINGS, happened_on=heard)
    rules, _ = counting()
    found = {each.key: each for each in families(pod.group, today, Case.objects.all(), rules)}[novak.pk]
    assert found.missing_times == 2 and found.standing is Standing.COURT
    assert found.since_on == heard and found.last_on == {Talk.DEEP: heard}
    assert found.present_by == {pod.amara.pk} and not found.kept_from


def test_the_facts_take_the_same_few_questions_however_many_families(
    pod: SimpleNamespace, today: date, django_assert_max_num_queries: Any
) -> None:
    for number in range(12):
        _family(pod, f"Family {number}")
    rules, _ = counting()
    with django_assert_max_num_queries(8):
        assert len(families(pod.group, today, Case.objects.all(), rules)) >= 12
    assert connection.vendor == "postgresql"


def test_niamh_accepts_and_publishes_in_one_press_and_amara_reads_it_without_the_family_kept_from_finn(
    pod: SimpleNamespace, ahead: Session, browser_for: Any
) -> None:
    novak = _family(pod, "Novak", date(2026, 6, 1))
    propose_agendas()
    url = f"/supervision/sessions/{ahead.pk}/agenda/"
    amara, niamh, finn = (browser_for(each) for each in (pod.amara, pod.niamh, pod.finn))
    assert "The agenda is not published yet" in amara.get(url).content.decode()
    page = niamh.get(url).content.decode()
    assert "Novak" in page and "Needs another session" in page and pod.case.name in page
    assert niamh.post(url, {"publish": "1"}).url == url
    for client in (amara, finn):
        page = client.get(url).content.decode()
        assert "Novak" in page and "Not talked about yet" in page
        assert pod.case.name not in page and "another session" not in page
        assert client.post(url, {"off": "1"}).status_code in (403, 404)
    assert AgendaItem.objects.get(case=novak).accepted_by == pod.niamh
    need = NeedsAnotherSession.objects.get()
    assert amara.post(url, {"planned": str(need.pk)}).status_code == 404
    niamh.post(url, {"planned": str(need.pk)})
    assert "Needs another session" not in niamh.get(url).content.decode()
    for press in ({"place": f"{AgendaItem.objects.get(case=novak).pk}:1"}, {"place": "x:y"}, {"off": "²"}, {}):
        assert niamh.post(url, press).status_code in (302, 404)


def test_the_agenda_takes_few_questions_however_many_families(
    pod: SimpleNamespace, ahead: Session, browser_for: Any
) -> None:
    for number in range(8):
        _family(pod, f"Family {number}", date(2026, 6, 1))
    propose_agendas()
    niamh = browser_for(pod.niamh)
    with CaptureQueriesContext(connection) as asked:
        assert niamh.get(f"/supervision/sessions/{ahead.pk}/agenda/").status_code == 200
    assert len(of_the_page(asked)) <= 10


def test_amara_asks_with_one_press_and_may_say_why(pod: SimpleNamespace, browser_for: Any) -> None:
    amara = browser_for(pod.amara)
    url = f"/cases/{pod.case.pk}/supervision/request/"
    assert amara.post(url, {"why": ""}).url == f"/cases/{pod.case.pk}/supervision/"
    assert "Asked already" in amara.get(url).content.decode()
    assert AgendaRequest.objects.get().asked_by == pod.amara
    assert browser_for(pod.finn).get(url).status_code == 404


def test_words_for_a_family_that_is_asked_for_already_come_back(pod: SimpleNamespace, browser_for: Any) -> None:
    amara, url = browser_for(pod.amara), f"/cases/{pod.case.pk}/supervision/request/"
    amara.post(url, {"why": "I feel stuck"})
    page = browser_for(pod.bilal).post(url, {"why": "Mum has stopped ringing"}).content.decode()
    assert "your words were not added" in page and "Mum has stopped ringing" in page
    assert AgendaRequest.objects.get().why == "I feel stuck"
    family = amara.get(f"/cases/{pod.case.pk}/supervision/").content.decode()
    assert "asked the group to think about this family" in family and "I feel stuck" in family
    assert url not in family


def test_a_guest_reads_the_agenda_of_the_session_they_are_invited_to_and_no_record(
    pod: SimpleNamespace, browser_for: Any, today: date
) -> None:
    guest = UserFactory(name="Gita Rao", email="gita@example.org")
    MembershipFactory(user=guest, team=pod.elsewhere, role="clinician")
    GroupMember.objects.create(group=pod.group, person=guest, as_what="guest", started_on=today)
    session = SessionFactory(group=pod.group, parts=[(pod.niamh, "supervisor"), (guest, "observer")])
    GroupMember.objects.filter(person=pod.finn).update(ended_on=today)  # from whom the family is kept
    with acting_as(pod.niamh):
        put_on_agenda(session=session, case=pod.case, depth="deep", by=pod.niamh, on=today)
    url, browser = f"/supervision/sessions/{session.pk}/agenda/", browser_for(guest)
    assert "Anisa" not in browser.get(url).content.decode(), "before it is published"
    Session.objects.update(agenda_published_at=datetime(2026, 11, 3, 9, tzinfo=UTC))
    page = browser.get(url).content.decode()
    assert "Anisa" in page and "Rahman" not in page
    assert f"/cases/{pod.case.pk}/" not in page
    ExclusionFactory(case=pod.case, worker=guest)
    assert "Anisa" not in browser.get(url).content.decode()


def test_a_consultation_is_asked_for_from_the_agenda(pod: SimpleNamespace, session: Session, browser_for: Any) -> None:
    GroupMember.objects.filter(person=pod.finn).update(ended_on=session.held_on)
    Attendance.objects.filter(person=pod.finn).delete()
    with acting_as(pod.niamh):
        put_on_agenda(session=session, case=pod.case, depth="deep", by=pod.niamh, on=session.held_on)
    page = browser_for(pod.niamh).get(f"/supervision/sessions/{session.pk}/agenda/").content.decode()
    assert f'href="/cases/{pod.case.pk}/consultations/new/"' in page

"""How a group meets: its days, who belongs to it, the session after this one, and whether that is enough."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from camden.principal import acting_as
from cases.models import Case
from supervision.models import Dissent, Group, GroupMember, Session
from supervision.operations.holding import Locked, hold_discussion, hold_session
from supervision.rules.rhythm import next_day
from tests.factories.camden import UserFactory
from tests.factories.cases import CaseFactory, ChildFactory, InvolvementFactory
from tests.factories.supervision import DiscussionFactory, SessionFactory
from tests.queries import of_the_page


def _typed(pod: SimpleNamespace, **more: str) -> dict[str, str]:
    members = GroupMember.objects.filter(group=pod.group, ended_on=None)
    said = {f"as_{each.person_id}": each.as_what for each in members} | {
        "name": "Primrose", "kind": "pod", "cadence_weeks": "1", "weekday": "1", "starts": "9.30", "minutes": "120",
        "senior": str(pod.niamh.pk), "clinician": str(pod.yael.pk), "new_email": "", "new_as": "worker",
    }  # fmt: skip
    return said | more


def test_a_group_meets_on_its_weekday_so_many_weeks_after_it_met_last() -> None:
    tuesday = date(2026, 11, 3)
    assert next_day(1, 1, tuesday, tuesday) == date(2026, 11, 10)
    assert next_day(1, 2, tuesday, tuesday) == date(2026, 11, 17)
    assert next_day(3, 1, tuesday, tuesday) == date(2026, 11, 12)
    assert next_day(0, 1, None, tuesday) == date(2026, 11, 9)
    assert next_day(1, 2, date(2026, 9, 1), tuesday) == date(2026, 11, 10)
    assert next_day(4, 1, date(2026, 12, 18), date(2026, 12, 18)) == date(2027, 1, 8), "not on Christmas nor New Year"


def test_niamh_says_how_the_group_meets_and_plans_the_next_session_with_one_press(
    pod: SimpleNamespace, browser_for: Any
) -> None:
    niamh, url = browser_for(pod.niamh), f"/supervision/groups/{pod.group.pk}/"
    assert niamh.post(f"{url}edit/", _typed(pod)).url == url
    group = Group.objects.get(pk=pod.group.pk)
    assert (group.weekday, group.cadence_weeks, str(group.starts)) == (1, 1, "09:30:00")
    assert "Every week on Tuesday at 09:30" in niamh.get(url).content.decode()
    for _ in range(2):  # pressed twice
        niamh.post(url, {"plan": "2026-11-10"})
    session = Session.objects.get()
    assert session.held_on == date(2026, 11, 10) and session.attendances.count() == 4
    assert session.supervisor == pod.niamh


def test_a_group_without_a_weekday_has_no_next_session_to_plan(pod: SimpleNamespace, browser_for: Any) -> None:
    niamh, url = browser_for(pod.niamh), f"/supervision/groups/{pod.group.pk}/"
    assert [niamh.post(url, sent).status_code for sent in ({}, {"plan": ""}, {"plan": "2026-11-10"})] == [200] * 3
    assert not Session.objects.exists()


def test_somebody_of_adult_social_care_joins_as_a_guest_and_finn_leaves(
    pod: SimpleNamespace, browser_for: Any, today: date
) -> None:
    guest = UserFactory(name="Ola Berg", email="ola@adults.example.org")
    niamh, url = browser_for(pod.niamh), f"/supervision/groups/{pod.group.pk}/edit/"
    said = _typed(pod, new_email="OLA@adults.example.org", new_as="guest", **{f"as_{pod.finn.pk}": ""})
    assert niamh.post(url, said).status_code == 302
    assert GroupMember.objects.get(group=pod.group, person=guest).as_what == "guest"
    assert GroupMember.objects.get(group=pod.group, person=pod.finn).ended_on == today
    assert browser_for(guest).get(f"/supervision/groups/{pod.group.pk}/").status_code in (403, 404)


def test_whoever_leads_the_group_does_not_leave_it_by_the_way(pod: SimpleNamespace, browser_for: Any) -> None:
    said = _typed(pod, **{f"as_{pod.niamh.pk}": ""})
    page = browser_for(pod.niamh).post(f"/supervision/groups/{pod.group.pk}/edit/", said).content.decode()
    assert "Choose who leads the group" in page
    assert GroupMember.objects.get(group=pod.group, person=pod.niamh).ended_on is None


def test_a_worker_of_the_pod_reads_the_group_and_changes_nothing(pod: SimpleNamespace, browser_for: Any) -> None:
    amara, url = browser_for(pod.amara), f"/supervision/groups/{pod.group.pk}/"
    assert "Who belongs to it" in amara.get(url).content.decode()
    amara.post(url, {"plan": "2026-11-10"})
    assert amara.post(f"{url}edit/", _typed(pod)).status_code in (403, 404)
    assert not Session.objects.exists()


def test_a_session_that_is_called_off_says_why_and_one_that_has_begun_is_not(
    pod: SimpleNamespace, browser_for: Any
) -> None:
    session = SessionFactory(group=pod.group, held_on=date(2026, 11, 10))
    begun = SessionFactory(group=pod.group, held_on=date(2026, 11, 3), begun_at="2026-11-03T09:00Z")
    niamh = browser_for(pod.niamh)
    for one in (session, begun):
        niamh.post(f"/supervision/sessions/{one.pk}/cancellation/", {"why": "Everybody is at a training day"})
        one.refresh_from_db()
    assert session.cancelled_why == "Everybody is at a training day" and begun.cancelled_on is None
    page = niamh.get(f"/supervision/sessions/{session.pk}/").content.decode()
    assert "Called off" in page and "Everybody is at a training day" in page
    assert "End the session" not in page and "Phones in the session" not in page
    with pytest.raises(Locked), acting_as(pod.niamh):
        hold_session(session)


def test_what_was_begun_in_a_session_that_is_called_off_is_written_no_more(
    pod: SimpleNamespace, browser_for: Any
) -> None:
    ahead = {"group": pod.group, "held_on": date(2026, 11, 10), "parts": [(pod.niamh, "supervisor")]}
    found = DiscussionFactory(session=SessionFactory(**ahead), case=pod.case, presenter=pod.niamh)
    Session.objects.update(cancelled_on=date(2026, 11, 3), cancelled_why="A training day")
    niamh, url = browser_for(pod.niamh), f"/supervision/discussions/{found.pk}/"
    for what in ("edit/", "kept-ideas/", "decisions/"):
        assert niamh.get(f"{url}{what}").url == url, what
    niamh.post(f"{url}edit/", {"dilemma": "Still typing"})
    niamh.post(f"{url}room-notes/", {"dissent": "Still typing"})
    found.words.refresh_from_db()
    assert found.words.dilemma == "" and not Dissent.objects.exists()
    with pytest.raises(Locked), acting_as(pod.niamh):
        hold_discussion(found)
    page = niamh.get(url).content.decode()
    assert "Write down what is said" not in page


def test_a_session_that_has_begun_is_not_offered_to_be_called_off(pod: SimpleNamespace, browser_for: Any) -> None:
    begun = SessionFactory(group=pod.group, begun_at="2026-11-03T09:00Z")
    ahead = SessionFactory(group=pod.group, held_on=date(2026, 11, 10))
    niamh = browser_for(pod.niamh)
    page = niamh.get(f"/supervision/groups/{pod.group.pk}/").content.decode()
    assert f"/supervision/sessions/{ahead.pk}/cancellation/" in page
    assert f"/supervision/sessions/{begun.pk}/cancellation/" not in page
    assert niamh.get(f"/supervision/sessions/{begun.pk}/cancellation/").url == f"/supervision/sessions/{begun.pk}/"


def test_the_forecast_says_who_would_be_late_and_why_in_few_questions(
    pod: SimpleNamespace, browser_for: Any, today: date
) -> None:
    for number in range(10):
        case = CaseFactory(name=f"Family {number}", opened_on=date(2026, 10, 1) if number else date(2026, 6, 1))
        child = ChildFactory(case=case)
        InvolvementFactory(case=case, child=child, worker=pod.amara, team=pod.pod, started_on=case.opened_on)
        Case.objects.filter(pk=case.pk).update(team_ids=[pod.pod.pk])
    niamh = browser_for(pod.niamh)
    with CaptureQueriesContext(connection) as asked:
        page = niamh.get(f"/supervision/groups/{pod.group.pk}/rhythm/").content.decode()
    assert "Family 0" in page and "Late before the first of these sessions." in page
    assert "Family 5" not in page
    assert len(of_the_page(asked)) <= 15

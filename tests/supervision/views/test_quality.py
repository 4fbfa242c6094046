"""Each says how they saw a session; the group reads its own trend, and nobody reads who said what."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from django.db import connection

from camden.principal import acting_as
from supervision.models import GroupMember, Session, SessionRating
from tests.conftest import as_role
from tests.factories.supervision import SessionFactory

SAID = {"source": "self", "band": "systemic", "plural": "2", "curious": "1", "conversation": "0"}


def rated(pod: SimpleNamespace, times: int, people: int) -> None:
    """So many sessions of which so many people said how they saw them."""
    there = [pod.niamh, pod.yael, pod.amara, pod.finn]
    for week in range(times):
        held_on = date(2026, 10, 27) - timedelta(weeks=week)
        session = SessionFactory(group=pod.group, held_on=held_on, parts=[(each, "observer") for each in there])
        for person in there[:people]:
            SessionRating.objects.create(
                session=session, person=person, source="self", band="green-shoots", items={"plural": 2}
            )


def test_amara_says_how_she_saw_it_and_may_change_her_mind(pod: SimpleNamespace, session: Session, browser_for: Any):
    amara = browser_for(pod.amara)
    url = f"/supervision/sessions/{session.pk}/rating/"
    said = amara.post(url, SAID, follow=True).content.decode()
    assert "Which conversation with the family comes next?" in said
    amara.post(url, SAID | {"band": "green-shoots", "plural": ""})
    row = SessionRating.objects.get()
    assert (row.person, row.band, row.items) == (pod.amara, "green-shoots", {"curious": 1, "conversation": 0})
    assert "checked" in amara.get(url).content.decode()


def test_nobody_rates_a_session_they_were_not_at_or_that_is_to_come(pod: SimpleNamespace, browser_for: Any):
    elsewhere = SessionFactory(group=pod.group, parts=[(pod.niamh, "supervisor")])
    ahead = SessionFactory(group=pod.group, held_on=date(2026, 11, 10), parts=[(pod.amara, "presenter")])
    amara = browser_for(pod.amara)
    assert amara.get(f"/supervision/sessions/{elsewhere.pk}/rating/").status_code == 404
    assert amara.get(f"/supervision/sessions/{ahead.pk}/rating/").status_code == 404


def test_a_trend_begins_with_five_sessions_of_which_three_people_spoke(pod: SimpleNamespace, browser_for: Any):
    amara, url = browser_for(pod.amara), f"/supervision/groups/{pod.group.pk}/trend/"
    rated(pod, times=4, people=3)
    rated(pod, times=3, people=2)
    assert "One more session" in amara.get(url).content.decode()
    rated(pod, times=1, people=4)
    page = amara.get(url).content.decode()
    assert "5 sessions" in page
    assert ">2.0<" in page
    assert not [each.name for each in (pod.niamh, pod.yael, pod.finn) if each.name in page]


def test_two_answers_say_nothing_even_to_the_page(pod: SimpleNamespace, browser_for: Any):
    rated(pod, times=9, people=2)
    assert (
        "A trend begins with"
        in browser_for(pod.amara).get(f"/supervision/groups/{pod.group.pk}/trend/").content.decode()
    )


def test_the_trend_is_the_groups_own(pod: SimpleNamespace, browser_for: Any):
    url = f"/supervision/groups/{pod.group.pk}/trend/"
    rated(pod, times=5, people=3)
    assert browser_for(pod.bilal).get(url).status_code == 404  # their manager
    GroupMember.objects.filter(person=pod.amara).update(ended_on=date(2026, 11, 1))
    assert browser_for(pod.amara).get(url).status_code == 404
    GroupMember.objects.filter(person=pod.finn).update(as_what="guest")
    assert browser_for(pod.finn).get(url).status_code == 404


def test_what_one_more_answer_says_is_not_to_be_had_by_looking_before_and_after(pod: SimpleNamespace, browser_for: Any):
    """A session is told once nobody can add to it, and whoever comes later adds nothing."""
    amara, url = browser_for(pod.amara), f"/supervision/groups/{pod.group.pk}/trend/"
    rated(pod, times=5, people=3)
    there = [pod.niamh, pod.yael, pod.amara, pod.finn]
    fresh = SessionFactory(group=pod.group, held_on=date(2026, 10, 28), parts=[(each, "observer") for each in there])

    def trend() -> str:
        return amara.get(url).content.decode().partition("<main")[2]

    before = trend()
    for session in (fresh, *Session.objects.exclude(pk=fresh.pk)):
        for person in (pod.niamh, pod.yael, pod.finn):
            browser_for(person).post(f"/supervision/sessions/{session.pk}/rating/", SAID)
            assert trend() == before
    assert SessionRating.objects.filter(session=fresh).count() == 3
    late = browser_for(pod.finn).get(f"/supervision/sessions/{Session.objects.earliest('held_on').pk}/rating/")
    assert "A week has passed" in late.content.decode()


def test_the_database_itself_leaves_out_a_week_in_which_people_still_say_it(pod: SimpleNamespace) -> None:
    rated(pod, times=2, people=3)
    with as_role("camden_app"), acting_as(pod.amara), connection.cursor() as cursor:
        cursor.execute("select distinct held_on from group_ratings(%s, 3, %s)", [pod.group.pk, date(2026, 10, 26)])
        assert cursor.fetchall() == [(date(2026, 10, 20),)]

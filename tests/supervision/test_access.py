"""Who reads what was said: through the record, or by having been there; and an exclusion beats both."""

from random import Random
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection

from camden.models import User
from camden.principal import acting_as
from supervision.models import Attendance, Discussion, Hypothesis, Session
from tests.conftest import as_role
from tests.factories.supervision import DiscussionFactory
from tests.guards.worlds import World, invent, sees, settle

TABLES = {
    "supervision_discussion": "id",
    "supervision_discussionwords": "discussion_id",
    "supervision_discussionchild": "discussion_id",
    "supervision_hypothesis": "discussion_id",
    "supervision_agreedaction": "discussion_id",
}
SAID = {"dilemma": "How do we hear Anisa?", "safety": "Farida is there tonight."}


def hears(world: World, person: int, record: int, there: set[tuple[int, int]]) -> bool:
    """Whether somebody reads what was said about a record: DESIGN 3, written down a second time.

    1. Nobody reads anything who is not active, or is excluded.
    2. Whoever sees the record reads it.
    3. Whoever was at the session reads it, and sees no more of the record for that.
    """
    if not world.people[person]:
        return False
    if any(e.person == person and e.of == record and not e.is_over for e in world.exclusions):
        return False
    return sees(world, person, record) or (person, record) in there


@pytest.fixture(autouse=True)
def tuesday() -> None:
    """No day of one's own here: who is on duty now is asked of the database's clock."""


@pytest.mark.django_db
def test_three_rules_agree_about_everybody_and_every_discussion() -> None:
    worlds = [invent(seed) for seed in range(60_000, 60_012)]
    settle(worlds)
    random = Random(7)
    there = set()
    for world in worlds:
        # A session for each record, so that being at one says nothing about another.
        for record in world.records:
            shared = Discussion.objects.select_related("session__group").get(pk=record)
            own = Session.objects.create(group=shared.session.group, held_on=shared.held_on, setting="room",
                                         supervisor_id=shared.presenter_id)  # fmt: skip
            Discussion.objects.filter(pk=record).update(session=own)
            for person in random.sample(list(world.people), random.choice((0, 1, 2))):
                Attendance.objects.create(session=own, person_id=person, part="observer")
                there.add((person, record))
    wrong = [line for world in worlds for person in world.people for line in _differences(world, person, there)]
    assert wrong == []
    answers = [(sees(w, p, r), hears(w, p, r, there)) for w in worlds for p in w.people for r in w.records]
    assert sum(not seen and heard for seen, heard in answers) > 20, "some hear of a family whose record they do not see"
    excluded = {(e.person, e.of) for w in worlds for e in w.exclusions if not e.is_over}
    assert excluded & there, "somebody was there and is excluded"


def _differences(world: World, person: int, there: set[tuple[int, int]]) -> list[str]:
    right = {record for record in world.records if hears(world, person, record, there)}
    user = User.objects.get(pk=person)
    mine = Discussion.objects.filter(pk__in=world.records)
    answers = {"Django": set(mine.visible_to(user).values_list("pk", flat=True))}
    with as_role("camden_app"), connection.cursor() as cursor:
        cursor.execute("select set_config('app.user_id', %s, true)", [str(person)])
        for table, key in TABLES.items():
            cursor.execute(f"select array(select {key} from {table} where {key} = any(%s))", [list(world.records)])
            answers[table] = set(cursor.fetchone()[0])
        cursor.execute("select set_config('app.user_id', '', true)")
    return [
        f"{who} says {record in answer} for person {person} and record {record}: {world.described(person, record)}"
        for who, answer in answers.items()
        for record in answer ^ right
    ]


@pytest.fixture
def said(pod: SimpleNamespace, session: Session) -> Discussion:
    """The Rahmans, with one idea kept and one not."""
    found = DiscussionFactory(session=session, case=pod.case, presenter=pod.amara, children=pod.children, said=SAID)
    for text, status in (("Perhaps silence keeps the peace", "kept"), ("Perhaps nobody asked", "proposed")):
        Hypothesis.objects.create(case=pod.case, discussion=found, text=text, status=status)
    return found


def test_a_clinician_who_was_there_reads_what_was_said_and_never_the_record(
    pod: SimpleNamespace, said: Discussion, browser_for: Any
) -> None:
    yael = browser_for(pod.yael)
    page = yael.get(f"/supervision/discussions/{said.pk}/")
    for words in ("How do we hear Anisa?", "Anisa, Imran and Zayd", "Farida is there tonight."):
        assert words in page.content.decode()
    assert b"Perhaps nobody asked" in yael.get(f"/supervision/discussions/{said.pk}/room-notes/").content
    assert "Rahman" not in page.content.decode()
    assert b"Anisa, Imran and Zayd" in yael.get("/supervision/").content
    closed = [
        f"/cases/{pod.case.pk}/",
        f"/cases/{pod.case.pk}/supervision/",
        f"/supervision/discussions/{said.pk}/edit/",
    ]
    assert {yael.get(url).status_code for url in closed} == {404}


def test_somebody_excluded_was_there_and_reads_nothing_of_that_family(
    pod: SimpleNamespace, said: Discussion, session: Session, browser_for: Any
) -> None:
    finn = browser_for(pod.finn)
    assert finn.get(f"/supervision/discussions/{said.pk}/").status_code == 404
    for url in (f"/supervision/sessions/{session.pk}/", "/supervision/"):
        page = finn.get(url)
        assert page.status_code == 200
        for word in ("Anisa", "Rahman", "Agreed", "Still being written"):
            assert word not in page.content.decode()


@pytest.mark.parametrize(("who", "status"), [("amara", 200), ("bilal", 200), ("cora", 200), ("dan", 404), ("eve", 403)])
def test_what_was_said_is_read_through_the_record(
    pod: SimpleNamespace, said: Discussion, browser_for: Any, who: str, status: int
) -> None:
    assert browser_for(getattr(pod, who)).get(f"/supervision/discussions/{said.pk}/").status_code == status


def test_ideas_that_were_not_kept_stay_with_those_who_were_there(
    pod: SimpleNamespace, said: Discussion, browser_for: Any
) -> None:
    url = f"/supervision/discussions/{said.pk}/"
    assert b"Perhaps nobody asked" in browser_for(pod.niamh).get(f"{url}room-notes/").content
    bilal = browser_for(pod.bilal)
    page = bilal.get(url).content
    assert b"Perhaps silence keeps the peace" in page
    assert b"Perhaps nobody asked" not in page
    assert b"room-notes" not in page
    assert bilal.get(f"{url}room-notes/").status_code == 404
    with as_role("camden_app"), acting_as(pod.bilal):
        assert [idea.text for idea in Hypothesis.objects.all()] == ["Perhaps silence keeps the peace"]


def test_a_clinician_cannot_write_about_a_family_whose_record_is_closed_to_them(
    pod: SimpleNamespace, said: Discussion
) -> None:
    with as_role("camden_app"), acting_as(pod.yael):
        assert Discussion.objects.count() == 1
        assert Discussion.objects.update(reason="court") == 0
        assert Hypothesis.objects.update(status="kept") == 0


def test_jobs_read_days_and_nobodys_words(said: Discussion) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select has_table_privilege('camden_worker', 'supervision_discussion', 'select')")
        assert cursor.fetchone() == (True,)
        for table in ("discussionwords", "discussionchild", "hypothesis", "agreedaction"):
            cursor.execute("select has_table_privilege('camden_worker', %s, 'select')", [f"supervision_{table}"])
            assert cursor.fetchone() == (False,)

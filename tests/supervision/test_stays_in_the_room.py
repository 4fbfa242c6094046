"""What stays in the room stays there: one word for each thing, looked for everywhere after the session has ended."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.urls import reverse

from camden.principal import acting_as
from supervision.models import (
    DifferenceNote,
    Discussion,
    Dissent,
    GroupMember,
    Hypothesis,
    Position,
    Reflection,
    RoomQuestion,
    Session,
    SessionWords,
)
from supervision.operations import bring_family, close_session
from supervision.operations.afterwards import reflect
from tests.conftest import as_role
from tests.guards.walk import urls
from tests.supervision.test_operations import asked_about, written

# A word nobody else uses for each thing that stays, and the tables in which it may lie.
STAYS = {
    "quillfeather": "supervision_position",
    "brambleknot": "supervision_reflection",
    "tanglewick": "supervision_sessionwords",
    "mossgarnet": "supervision_differencenote",
    "pebblethrush": "supervision_hypothesis",
    "wrenhollow": "supervision_dissent",
    "fernlantern": "supervision_roomquestion",
}
FLOWS = "marigoldsea"  # a kept idea, so that a test that finds nothing at all can fail


@pytest.fixture
def ended(pod: SimpleNamespace, session: Session, today: date) -> Discussion:
    """The Rahmans were talked about, everything was said, and the session has ended."""
    said = {"children": pod.children, "presenter": pod.amara, "depth": "deep", "reason": "stuck"}
    with acting_as(pod.niamh):
        found = bring_family(session=session, case=pod.case, **said)
        written(pod, found)
    of = {"case": pod.case, "discussion": found}
    Position.objects.create(**of, person=pod.amara, words="quillfeather")
    DifferenceNote.objects.create(**of, lens="class", whose="worker", so_what="mossgarnet")
    Dissent.objects.create(**of, person=pod.yael, words="wrenhollow")
    RoomQuestion.objects.create(**of, text="fernlantern")
    Hypothesis.objects.create(**of, text="Perhaps pebblethrush")
    kept = Hypothesis.objects.create(**of, text=f"Perhaps {FLOWS}", status="kept", kept_by="presenter")
    asked_about(pod, kept.pk)
    SessionWords.objects.update_or_create(session=session, defaults={"check_in": "tanglewick", "process": "tanglewick"})
    with as_role("camden_app"), acting_as(pod.amara):
        reflect(session=session, by=pod.amara, words="brambleknot")
    with as_role("camden_app"), acting_as(pod.niamh):
        assert close_session(session=session, by=pod.niamh, on=today) == []
    return found


def tables_with(word: str) -> set[str]:
    """Every table of the database that holds a word in any column: records, history, drafts, searches, jobs, logs."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace"
            " where n.nspname = 'public' and c.relkind in ('r', 'm')"
        )
        names = [name for (name,) in cursor.fetchall()]
        found = set()
        for name in names:
            cursor.execute(f"select exists (select 1 from {name} t where t::text ilike %s)", [f"%{word}%"])
            if cursor.fetchone()[0]:
                found.add(name.strip('"'))
    return found


def pages_of(case: int, child: int) -> list[str]:
    """Every page about the family or one of its children that has no other key: file, lists, prints, exports."""
    found = []
    for url in urls():
        if "case_pk" in url.keys and set(url.keys) <= {"case_pk", "pk"}:
            keys = {"case_pk": case} | ({"pk": child} if "pk" in url.keys else {})
            found.append(reverse(url.name, kwargs=keys))
        elif url.keys == ("pk",) and url.name.startswith("cases:"):
            found.append(reverse(url.name, kwargs={"pk": case}))
    return found


def test_no_table_but_its_own_holds_a_word_that_stays(ended: Discussion) -> None:
    for word, table in STAYS.items():
        assert tables_with(word) - {table, f"{table}event"} == set(), word
        assert table in tables_with(word), word
    assert {"cases_oversightnote", "cases_chronologyentry"} <= tables_with(FLOWS)


def test_no_page_of_the_family_or_a_child_says_it_to_a_manager_or_to_their_worker(
    pod: SimpleNamespace, ended: Discussion, browser_for: Any, caplog: Any
) -> None:
    said, shown = [], set()
    for person in (pod.bilal, pod.amara):
        browser = browser_for(person)
        for url in pages_of(pod.case.pk, pod.children[0].pk):
            answer = browser.get(url)
            page = b"".join(answer) if answer.streaming else answer.content
            said += [f"{word} on {url} to {person}" for word in STAYS if word.encode() in page.lower()]
            shown |= {url} if FLOWS.encode() in page else set()
    assert not said
    assert len(shown) >= 2, "what was kept stands on the child's file"
    assert not [word for word in STAYS if word in caplog.text]


def test_nobody_finds_it_by_searching(pod: SimpleNamespace, ended: Discussion, browser_for: Any) -> None:
    for person in (pod.bilal, pod.amara):
        for word in STAYS:
            page = browser_for(person).get(reverse("cases:find"), {"q": word}).content.decode()
            assert page.lower().count(word) <= page.lower().count(f'value="{word}"') + page.count(f"“{word}”"), word


def test_who_sees_the_record_and_was_not_there_reads_none_of_it(pod: SimpleNamespace, ended: Discussion) -> None:
    with as_role("camden_app"), acting_as(pod.bilal):
        for model in (Position, DifferenceNote, Dissent, RoomQuestion, Reflection, SessionWords):
            assert not model._base_manager.exists(), model
    with as_role("camden_app"), acting_as(pod.niamh):
        assert Position.objects.get().words == "quillfeather"
        assert not Reflection.objects.exists(), "that is Amara's own"


def test_who_left_the_group_reads_no_workers_position_and_nothing_of_how_it_worked(
    pod: SimpleNamespace, ended: Discussion, today: date, browser_for: Any
) -> None:
    there = f"/supervision/discussions/{ended.pk}/"
    GroupMember.objects.filter(person=pod.yael).update(ended_on=today)
    with as_role("camden_app"), acting_as(pod.yael):
        assert not Position.objects.exists()
        assert not SessionWords.objects.exists()
    pages = [there, f"/supervision/sessions/{ended.session_id}/", f"{there}room-notes/"]
    for page in (browser_for(pod.yael).get(url).content.decode() for url in pages):
        assert "quillfeather" not in page
        assert "tanglewick" not in page
        assert "brambleknot" not in page

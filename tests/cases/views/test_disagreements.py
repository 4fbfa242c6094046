"""Somebody in the family sees it differently, and that stands beside what we wrote."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import ChronologyEntry, Disagreement
from cases.operations.chronology import note
from cases.readings.disagreements import disagreements_of
from tests.factories.cases import VisitFactory
from tests.factories.record_notes import CaseNoteFactory
from tests.factories.record_voice import parent_of
from tests.queries import of_the_page

THEIRS = "She was asleep upstairs. Nobody asked me."


@pytest.fixture
def entry(cast: SimpleNamespace) -> ChronologyEntry:
    summary = "Amara visited at home: did not see Anisa"
    return note(case=cast.case, on=date(2026, 11, 1), kind="visit", summary=summary, children=cast.children[:1])


@pytest.fixture
def url(cast: SimpleNamespace, entry: ChronologyEntry) -> str:
    return f"/cases/{cast.case.pk}/entries/{entry.pk}/disagreement/new/"


def test_it_stands_wherever_the_entry_does(cast: SimpleNamespace, browser_for: Any, url: str, read: Any) -> None:
    shirin, amara = parent_of(cast.children, "Shirin"), browser_for(cast.amara)
    sent = {"who": str(shirin.pk), "words": THEIRS, "said_on_quick": "2026-11-03"}
    page = read(amara.post(url, sent, follow=True))
    assert "Shirin sees it differently" in page.said and THEIRS in page.said
    timeline = f"/cases/{cast.case.pk}/timeline/"
    for where in (cast.case.get_absolute_url(), cast.children[0].get_absolute_url(), url, timeline):
        assert THEIRS in read(amara.get(where)).said
    assert THEIRS not in read(amara.get(cast.children[1].get_absolute_url())).said
    told = ChronologyEntry.objects.get(kind="disagreement")
    assert told.summary == "Shirin sees it differently: visit of 1 November 2026"


def test_somebody_we_do_not_know_is_named(browser_for: Any, cast: SimpleNamespace, url: str, read: Any) -> None:
    amara = browser_for(cast.amara)
    sent = {"who": "other", "words": THEIRS, "said_on_quick": "2026-11-03"}
    assert "Write who it is." in read(amara.post(url, sent)).errors["said_by"]
    amara.post(url, sent | {"said_by": "Aunt Farida"})
    assert Disagreement.objects.get().said_by == "Aunt Farida"


def test_many_entries_are_asked_in_one_query(cast: SimpleNamespace, entry: ChronologyEntry, today: date) -> None:
    said = {"case": cast.case, "said_by": "x", "words": "y", "said_on": today, "recorded_by": cast.amara}
    for _ in range(3):
        Disagreement.objects.create(entry=entry, **said)
    with CaptureQueriesContext(connection) as captured:
        assert len(disagreements_of(cast.case, [entry.pk, 1, 2])[entry.pk]) == 3
    assert len(of_the_page(captured.captured_queries)) == 1


def test_a_note_shows_who_sees_it_differently(cast: SimpleNamespace, browser_for: Any, today: date, read: Any) -> None:
    row = CaseNoteFactory(case=cast.case, writer=cast.amara, kind="call", children=cast.children)
    told = note(case=cast.case, on=today, kind="call", summary="A call", children=[], subject_id=row.pk)
    said = {"said_by": "Aunt Farida", "words": THEIRS, "said_on": today, "recorded_by": cast.amara}
    Disagreement.objects.create(case=cast.case, entry=told, **said)
    assert THEIRS in read(browser_for(cast.amara).get(f"/cases/{cast.case.pk}/notes/{row.pk}/")).said


def test_a_visit_shows_who_sees_it_differently(cast: SimpleNamespace, browser_for: Any, today: date, read: Any) -> None:
    visit = VisitFactory(case=cast.case, worker=cast.amara)
    told = note(case=cast.case, on=today, kind="visit", summary="A visit", children=[], subject_id=visit.pk)
    said = {"said_by": "Aunt Farida", "words": THEIRS, "said_on": today, "recorded_by": cast.amara}
    Disagreement.objects.create(case=cast.case, entry=told, **said)
    assert THEIRS in read(browser_for(cast.amara).get(visit.get_absolute_url())).said

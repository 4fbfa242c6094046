"""On duty: what a record says to whoever sees it only for some hours, and the note they leave."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.db.models.functions import Now

from camden.models import Duty, RecordOpened
from cases.models import DutyNote
from tests.factories.camden import DutyFactory
from tests.factories.cases import CaseFactory, ChildFactory, InvolvementFactory

SENT = {"why": "Shirin rang at seven.", "done": "Police came.", "left_to_do": "Ring the housing office."}


@pytest.fixture
def dan(cast: SimpleNamespace, browser_for: Any) -> Any:
    """Of another team, on duty for the service."""
    DutyFactory(worker=cast.dan, team=cast.service)
    return browser_for(cast.dan)


def test_the_record_says_why_it_is_open_and_offers_the_note(cast: SimpleNamespace, dan: Any, read: Any) -> None:
    for address in (cast.case.get_absolute_url(), cast.children[0].get_absolute_url()):
        page = read(dan.get(address))
        assert "You see this family because you are on duty until" in page.said
        assert f"/cases/{cast.case.pk}/duty-notes/new/" in page.links


def test_its_own_workers_are_told_nothing_of_the_sort(
    cast: SimpleNamespace, dan: Any, browser_for: Any, read: Any
) -> None:
    DutyFactory(worker=cast.amara, team=cast.service)
    for person in (cast.amara, cast.bilal):
        assert "on duty" not in read(browser_for(person).get(cast.case.get_absolute_url())).said


def test_new_is_on_the_timeline_and_can_be_read_there(
    cast: SimpleNamespace, dan: Any, browser_for: Any, read: Any
) -> None:
    page = read(dan.post(f"/cases/{cast.case.pk}/duty-notes/new/", SENT, follow=True))
    assert "Dan Price left a hand-over note: Shirin rang at seven." in page.said
    note = DutyNote.objects.get()
    page = read(browser_for(cast.amara).get(f"/cases/{cast.case.pk}/duty-notes/{note.pk}/"))
    for words in SENT.values():
        assert words in page.said
    assert RecordOpened.objects.filter(user_id=cast.dan.pk, basis="duty").exists()


def test_new_asks_why_and_what_was_done_and_keeps_what_was_typed(cast: SimpleNamespace, dan: Any, read: Any) -> None:
    page = read(dan.post(f"/cases/{cast.case.pk}/duty-notes/new/", {"left_to_do": "Ring the housing office."}))
    assert set(page.errors) == {"why", "done"}
    assert page.filled["left_to_do"] == "Ring the housing office."
    assert not DutyNote.objects.exists()


def test_when_the_duty_is_over_the_record_is_closed_again(cast: SimpleNamespace, dan: Any) -> None:
    address = cast.case.get_absolute_url()
    assert dan.get(address).status_code == 200
    Duty.objects.update(ends_at=Now())
    assert dan.get(address).status_code == 404
    assert dan.post(f"{address}duty-notes/new/", SENT).status_code == 404


def test_a_restricted_record_is_not_opened_by_a_duty(cast: SimpleNamespace, dan: Any) -> None:
    cast.case.is_restricted = True
    cast.case.save()
    assert dan.get(cast.case.get_absolute_url()).status_code == 404


def test_my_teams_list_stays_my_teams_and_the_dutys_families_have_a_list_of_their_own(
    cast: SimpleNamespace, dan: Any, read: Any
) -> None:
    CaseFactory(name="Of Dan’s team", team_ids=[cast.elsewhere.pk])
    ours = ChildFactory(case=CaseFactory(name="Co-worked", team_ids=[cast.pod.pk]))
    InvolvementFactory(child=ours, worker=cast.dan, team=cast.elsewhere, role="co-worker")
    team, duty = read(dan.get("/cases/?show=team")).said, read(dan.get("/cases/?show=duty")).said
    assert "Of Dan’s team" in team and "Co-worked" in team and "Rahman" not in team
    assert "Of Dan’s team" in duty and "Rahman–Khatun" in duty


def test_without_a_duty_there_is_no_such_list(cast: SimpleNamespace, browser_for: Any, read: Any) -> None:
    page = read(browser_for(cast.bilal).get("/cases/?show=duty"))
    assert "?show=duty" not in page.links
    assert "My families" in page.said

"""A chair reads in five minutes why we meet, what was done since, and who was heard: before a meeting, and printed."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Action, BriefPart, Goal, ProtectionConference
from tests.factories.cases import CaseFactory, VisitFactory
from tests.factories.journey_protect import PlanSpellFactory, ProtectionConferenceFactory, settle_protection
from tests.factories.meetings import DisputeFactory, InvitedFactory, PlannedMeetingFactory
from tests.factories.record_voice import QuoteFactory, parent_of
from tests.queries import of_the_page


@pytest.fixture
def dawn(cast: SimpleNamespace, browser_for: Any) -> Any:
    settle_protection(cast)
    ProtectionConference.objects.update(planned_on="2026-11-12")
    return browser_for(cast.dawn)


def before(cast: SimpleNamespace) -> str:
    return f"{ProtectionConference.objects.get(case=cast.case, held_on=None).get_absolute_url()}before/"


def test_the_chair_reads_it_all_on_one_page(cast: SimpleNamespace, dawn: Any, read: Any) -> None:
    anisa, imran, _ = cast.children
    held = ProtectionConferenceFactory(case=cast.case, about=[anisa], held_on="2026-08-05", planned_on="2026-08-05")
    held.parts.update(outcome="plan", category="NEG", participation="PN6")
    PlanSpellFactory(child=anisa, protection=True, started_on="2026-08-05", conference=held)
    parent_of(cast.children, "Jamal", "father")
    by = {"written_by": cast.amara, "written_on": "2026-10-01"}
    BriefPart.objects.create(case=cast.case, kind="why", words="The flat is cold and loud.", **by)
    for day, how in (("2026-08-20", "alone"), ("2026-10-20", "with-others")):
        visit = VisitFactory(case=cast.case, worker=cast.amara, visited_on=date.fromisoformat(day))
        visit.parts.create(case=cast.case, child=anisa, seen=how)
    done = {"case": cast.case, "agreed_by": cast.amara, "keeper": cast.amara, "agreed_on": date(2026, 9, 1)}
    Action.objects.create(what="ring the school", closed_on="2026-09-05", closed_by=cast.amara, is_done=True, **done)
    Action.objects.create(what="find a bed for Imran", due_on="2026-10-01", **done)
    Goal.objects.create(
        case=cast.case, child=anisa, words="Anisa sleeps through.", set_on="2026-09-01", set_by=cast.amara
    )
    QuoteFactory(speaker=anisa, words="I want to be asked.")
    QuoteFactory(speaker=imran, words="Do not tell Dad.", is_kept_from_family=True)
    DisputeFactory(case=cast.case, raised_by=cast.dawn)
    InvitedFactory(conference=ProtectionConference.objects.get(held_on=None), name="Ms Lee", agency="education")
    url = before(cast)
    dawn.get(url)  # a process keeps the council's rules once it read them
    with CaptureQueriesContext(connection) as asked:
        said = read(dawn.get(url)).said
    for words in (
        "Anisa: child protection plan, neglect, since 5 August 2026 (2 months)", "The flat is cold and loud.",
        "Anisa: seen twice, alone once. Longest time between: 42 working days", "Longer than planned",
        "Ring the school", "Done 5 September 2026", "Find a bed for Imran", "Was due 1 October 2026",
        "Anisa sleeps through.", "Not talked about since it was set", "I want to be asked.",
        "Not to be shared: do not read it out", "Not spoken with yet: Jamal",
        "Anisa, 5 August 2026: did not come, and sent their views another way",
        "Not shared with the family yet: they should have it by 10 November 2026.",
        "Imran’s school place is still open", "Ms Lee", "Not for the family",
    ):  # fmt: skip
        assert words in said, words
    assert len(of_the_page(asked)) <= 15, [sql[:260] for sql in of_the_page(asked)]


def test_a_planned_review_has_the_same_page_and_counts_from_the_last_of_its_kind(
    cast: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    meeting = PlannedMeetingFactory(case=cast.case, arranged_by=cast.amara, kind="need-review")
    said = read(browser_for(cast.amara).get(f"{meeting.get_absolute_url()}before/")).said
    assert "Before the meeting" in said and "No plan runs at present" in said


def test_a_chair_sees_the_families_they_chair_and_no_other(cast: SimpleNamespace, dawn: Any, browser_for: Any) -> None:
    other = CaseFactory(name="Unknown", team_ids=[cast.elsewhere.pk])
    elsewhere = PlannedMeetingFactory(case=other, arranged_by=cast.dan)
    assert dawn.get(before(cast)).status_code == 200
    assert dawn.get(f"{elsewhere.get_absolute_url()}before/").status_code == 404
    assert browser_for(cast.dan).get(before(cast)).status_code == 404
    assert dawn.get(f"/cases/{cast.case.pk}/allocation/new/").status_code in (403, 404)


def test_the_conference_leads_there(cast: SimpleNamespace, dawn: Any) -> None:
    page = dawn.get(ProtectionConference.objects.get().get_absolute_url()).content.decode()
    assert before(cast) in page and "Raise something" in page

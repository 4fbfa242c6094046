"""A quick round: one page, a line a family; with a protection plan also each child’s voice and what keeps them safe."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Case, PlanSpell
from supervision.models import AgendaItem, Discussion, DiscussionChild, DiscussionWords
from tests.factories.cases import CaseFactory, ChildFactory, InvolvementFactory
from tests.factories.supervision import DiscussionFactory
from tests.queries import of_the_page


@pytest.fixture
def novak(pod: SimpleNamespace, session: Any, today: date) -> Any:
    """A family of the pod on today's agenda, for the quick round."""
    case = CaseFactory(name="Novak", opened_on=date(2026, 9, 1))
    case.child = ChildFactory(case=case, given_name="Ela", born_on=date(2015, 1, 1))
    InvolvementFactory(case=case, child=case.child, worker=pod.amara, team=pod.pod, started_on=date(2026, 9, 1))
    Case.objects.filter(pk=case.pk).update(team_ids=[pod.pod.pk])
    AgendaItem.objects.create(
        session=session, case=case, depth="quick", proposed_on=today, accepted_on=today, accepted_by=pod.niamh
    )
    return case


def _url(session: Any) -> str:
    return f"/supervision/sessions/{session.pk}/quick-round/"


def test_one_line_brings_the_family_with_its_worker_and_is_written(
    pod: SimpleNamespace, session: Any, novak: Any, browser_for: Any
) -> None:
    niamh, key = browser_for(pod.niamh), novak.pk
    page = niamh.get(_url(session)).content.decode()
    assert "Novak" in page and "If Ela were in the room" not in page
    said = {f"changed_{key}": "Ela sleeps", f"worry_{key}": "down", f"next_step_{key}": "Ring the school"}
    assert niamh.post(_url(session), said).url == f"/supervision/sessions/{session.pk}/"
    discussion = Discussion.objects.get(case=novak)
    assert (discussion.depth, discussion.presenter) == ("quick", pod.amara)
    words = DiscussionWords.objects.get(discussion=discussion)
    assert (words.changed, words.worry, words.next_step) == ("Ela sleeps", "down", "Ring the school")


def test_a_family_nobody_said_anything_about_is_not_brought(
    pod: SimpleNamespace, session: Any, novak: Any, browser_for: Any
) -> None:
    browser_for(pod.niamh).post(_url(session), {f"changed_{novak.pk}": ""})
    assert not Discussion.objects.exists()


def test_with_a_protection_plan_voice_and_safety_are_asked_too(
    pod: SimpleNamespace, session: Any, novak: Any, browser_for: Any
) -> None:
    PlanSpell.objects.create(
        case=novak, child=novak.child, basis="protection", started_on=date(2026, 9, 5), first_category="NEG",
        latest_category="NEG",
    )  # fmt: skip
    niamh = browser_for(pod.niamh)
    page = niamh.get(_url(session)).content.decode()
    assert "If Ela were in the room" in page and "Risk and safety" in page
    said = {f"voice_{novak.child.pk}": "Come on Fridays", f"safety_{novak.pk}": "Her aunt is there tonight."}
    niamh.post(_url(session), said)
    assert DiscussionChild.objects.get(child=novak.child).voice == "Come on Fridays"
    assert DiscussionWords.objects.get(case=novak).safety == "Her aunt is there tonight."


def test_two_who_write_at_once_do_not_undo_each_other(
    pod: SimpleNamespace, session: Any, novak: Any, browser_for: Any
) -> None:
    DiscussionFactory(session=session, case=novak, presenter=pod.amara, depth="quick", said={"changed": "Ela sleeps"})
    DiscussionWords.objects.update(next_step="Ring the school")
    niamh = browser_for(pod.niamh)
    niamh.post(_url(session), {f"changed_{novak.pk}": "Ela sleeps", f"next_step_{novak.pk}": "Ring her aunt"})
    words = DiscussionWords.objects.get()
    assert (words.changed, words.next_step) == ("Ela sleeps", "Ring her aunt")


def test_finn_finds_no_word_of_the_family_that_is_kept_from_him(
    pod: SimpleNamespace, session: Any, novak: Any, browser_for: Any
) -> None:
    DiscussionFactory(session=session, case=pod.case, presenter=pod.amara, depth="quick", children=pod.children)
    page = browser_for(pod.finn).get(_url(session)).content.decode()
    assert "Novak" in page and pod.case.name not in page
    assert pod.case.name in browser_for(pod.amara).get(_url(session)).content.decode()


def test_the_round_takes_few_questions_however_many_families(
    pod: SimpleNamespace, session: Any, novak: Any, browser_for: Any, today: date
) -> None:
    for number in range(10):
        case = CaseFactory(name=f"Family {number}")
        Case.objects.filter(pk=case.pk).update(team_ids=[pod.pod.pk])
        DiscussionFactory(session=session, case=case, presenter=pod.amara, depth="quick")
    niamh = browser_for(pod.niamh)
    with CaptureQueriesContext(connection) as asked:
        assert niamh.get(_url(session)).status_code == 200
    assert len(of_the_page(asked)) <= 15


def test_a_session_with_a_family_in_depth_alone_shows_no_record_on_this_page(
    pod: SimpleNamespace, session: Any, novak: Any, browser_for: Any
) -> None:
    """What is on the page is written down as opened: a family that is not, is not even read."""
    DiscussionFactory(session=session, case=pod.case, presenter=pod.amara, children=pod.children)
    DiscussionFactory(session=session, case=novak, presenter=pod.amara, children=[novak.child])
    page = browser_for(pod.niamh).get(_url(session)).content.decode()
    assert "No family in the quick round" in page

"""Plans, meetings and steps, driven through their pages."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Action, PlanMeeting, PlanSpell
from tests.cases.views.test_query_budgets import MOST
from tests.factories.cases import CaseFactory, ChildFactory
from tests.factories.deliberating import typed_decision
from tests.queries import of_the_page

TODAY = "2026-11-03"
BEGAN = date(2026, 9, 1)


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def bilal(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.bilal)


@pytest.fixture
def case(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/"


def keys(cast: SimpleNamespace) -> list[str]:
    return [str(child.pk) for child in cast.children]


def plans(cast: SimpleNamespace, basis: str = "need") -> list[PlanSpell]:
    category = {"first_category": "NEG", "latest_category": "EMO"} if basis == "protection" else {}
    return [
        PlanSpell.objects.create(case=cast.case, child=child, basis=basis, started_on=BEGAN, **category)
        for child in cast.children
    ]


def test_a_plan_begins_and_its_page_shows_who_agreed_and_how_often_we_visit(
    cast: SimpleNamespace, amara: Any, case: str, read: Any
) -> None:
    page = read(amara.get(f"{case}plans/new/"))
    assert "Anisa: no plan" in page.said and "20 under a child in need plan" in page.said
    said = {"children": keys(cast), "basis": "need", "started_on_quick": TODAY, "agreed": "Shirin, at home"}
    said |= typed_decision(cast.children)
    page = read(amara.post(f"{case}plans/new/", said | {"visit_every": "10"}, follow=True))
    for words in (
        "Child in need plan",
        "Shirin, at home",
        "every 10 working days, set for this plan",
        "Running",
    ):
        assert words in page.said
    spell = PlanSpell.objects.first()
    assert spell and spell.get_absolute_url() in read(amara.get(cast.children[0].get_absolute_url())).links
    page = read(amara.post(f"{case}plans/new/", said))
    assert "Anisa has a child in need plan since 3 November 2026" in page.errors["children"]


def test_what_a_plan_needs_is_said_beside_the_field(cast: SimpleNamespace, amara: Any, case: str, read: Any) -> None:
    page = read(amara.post(f"{case}plans/new/", {"x": "1"}))
    assert {"children", "basis", "started_on", "agreed"} <= set(page.errors)
    said = {"children": keys(cast), "basis": "need", "started_on_quick": TODAY, "agreed": "Shirin"}
    said |= typed_decision(cast.children)
    assert "not for fewer" in read(amara.post(f"{case}plans/new/", said | {"visit_every": "30"})).errors["visit_every"]
    assert read(amara.post(f"{case}plans/new/", said | {"visit_every": "soon"})).errors["visit_every"]
    assert read(amara.post(f"{case}plans/new/", said | {"basis": "protection"})).errors["basis"]
    assert not PlanSpell.objects.exists()


def test_visits_become_more_frequent_by_the_worker_and_less_by_a_manager(
    cast: SimpleNamespace, amara: Any, bilal: Any, read: Any
) -> None:
    url = f"{plans(cast)[0].get_absolute_url()}visits/"
    said = {"children": keys(cast)[:2]}
    assert amara.post(url, said | {"every": "5"}).status_code == 302
    assert PlanSpell.objects.filter(visit_every=5).count() == 2  # and not for the third
    page = read(amara.post(url, said | {"every": "8"}))
    assert "A manager decides on fewer visits." in page.errors["every"]
    assert bilal.post(url, said | {"every": "8"}).status_code == 302
    assert PlanSpell.objects.filter(visit_every=8).count() == 2


def test_a_manager_ends_a_plan_and_a_worker_reads_that(
    cast: SimpleNamespace, amara: Any, bilal: Any, read: Any
) -> None:
    url = f"{plans(cast)[0].get_absolute_url()}ending/"
    said = {"children": keys(cast), "ended_on_quick": TODAY, "end_reason": "no-longer-needed"}
    said |= typed_decision(cast.children)
    for answer in (amara.get(url), amara.post(url, said)):
        page = read(answer)
        assert "A manager ends this plan." in page.said and "end_reason" not in page.offered
    page = read(bilal.post(url, said, follow=True))
    assert "Ended 3 November 2026: no longer needed" in page.said
    assert "has ended already" in read(bilal.get(url)).said
    assert "ended" in read(bilal.get(url.replace("ending", "visits"))).said


def test_the_page_of_a_protection_plan_says_how_alone_it_ends(cast: SimpleNamespace, bilal: Any, read: Any) -> None:
    spell = plans(cast, "protection")[0]
    page = read(bilal.get(spell.get_absolute_url()))
    assert "ends at a review conference" in page.said and "Emotional abuse (at first neglect)" in page.said
    assert f"/cases/{cast.case.pk}/steps/new/" not in page.links
    url = f"{spell.get_absolute_url()}ending/"
    said = {"children": keys(cast), "ended_on_quick": TODAY, "end_reason": "no-longer-needed"}
    said |= typed_decision(cast.children)
    assert read(bilal.post(url, said)).errors["end_reason"]
    assert bilal.post(url, said | {"end_reason": "moved"}).status_code == 302


def test_a_meeting_is_written_down_with_what_was_agreed_and_its_record_is_sent(
    cast: SimpleNamespace, amara: Any, case: str, read: Any
) -> None:
    spell = plans(cast)[0]
    url = f"{case}meetings/new/?kind=need-review"
    assert read(amara.get(url)).ticked["kind"] == "need-review"
    said = {
        "kind": "need-review", "children": keys(cast), "held_on_quick": TODAY, "who_came": "Shirin, Ms Lee",
        "familys_words": "It is calmer.", "words": "Sleep first.", "what_1": "Ring the school",
        "keeper_1": str(cast.amara.pk), "due_1": "10 11 2026",
    }  # fmt: skip
    page = read(amara.post(url, said, follow=True))
    for words in ("Child in need review", "Shirin, Ms Lee", "It is calmer.", "Ring the school", "by 10 November 2026"):
        assert words in page.said
    assert Action.objects.get().keeper == cast.amara
    meeting = PlanMeeting.objects.get()
    sending = f"{meeting.get_absolute_url()}sending/"
    assert sending in page.links
    assert "The meeting was on" in read(amara.post(sending, {"sent_on_quick": "2026-11-02"})).errors["sent_on"]
    assert amara.post(sending, {"sent_on_quick": TODAY}).status_code == 302
    assert "sent already" in read(amara.post(sending, {"sent_on_quick": TODAY})).said
    assert "Record sent 3 November 2026" in read(amara.get(spell.get_absolute_url())).said


def test_what_is_agreed_has_somebody_who_does_it(cast: SimpleNamespace, amara: Any, case: str, read: Any) -> None:
    plans(cast)
    said = {"kind": "need-review", "children": keys(cast), "held_on_quick": TODAY, "who_came": "x", "words": "x"}
    for more, where in (
        ({"what_1": "Ring the school"}, "keeper_1"),
        ({"keeper_2": str(cast.amara.pk)}, "what_2"),
        ({"what_3": "x", "keeper_3": str(cast.amara.pk), "due_3": "2 11 2026"}, "due_3"),
        ({"what_1": "x", "keeper_1": str(cast.dan.pk)}, "keeper_1"),
    ):
        assert read(amara.post(f"{case}meetings/new/", said | more)).errors[where]
    page = read(amara.post(f"{case}meetings/new/", said | {"held_on_quick": "other", "held_on": "31 8 2026"}))
    assert "Anisa had no child in need plan on 31 August 2026" in page.errors["children"]
    assert not PlanMeeting.objects.exists()


def test_children_of_another_family_are_never_taken(cast: SimpleNamespace, bilal: Any, case: str, read: Any) -> None:
    other = ChildFactory(case=CaseFactory(team_ids=[cast.pod.pk]), given_name="Tamsin")
    for name in ("plans", "meetings", "steps"):
        page = read(bilal.post(f"{case}{name}/new/", {"children": [str(other.pk)]}))
        assert page.errors["children"] and "Tamsin" not in page.said


def test_a_record_without_children_says_so(cast: SimpleNamespace, bilal: Any, read: Any) -> None:
    empty = CaseFactory(team_ids=[cast.pod.pk])
    for name in ("plans", "meetings", "steps", "assessments"):
        assert "No children in this record yet" in read(bilal.get(f"/cases/{empty.pk}/{name}/new/")).said


def test_what_people_wrote_cannot_run(cast: SimpleNamespace, bilal: Any, case: str) -> None:
    plans(cast)
    bad = "<script>alert(1)</script>"
    said = {"kind": "need-review", "children": keys(cast), "held_on_quick": TODAY, "who_came": bad, "words": bad}
    url = bilal.post(f"{case}meetings/new/", said)["Location"]
    page = bilal.get(url).content.decode()
    assert "<script>alert" not in page and "&lt;script&gt;" in page


def test_pages_ask_the_database_few_questions(cast: SimpleNamespace, bilal: Any, case: str) -> None:
    spell = plans(cast)[0]
    said = {"kind": "need-review", "children": keys(cast), "held_on_quick": TODAY, "who_came": "x", "words": "x"}
    meeting = bilal.post(f"{case}meetings/new/", said)["Location"]
    pages = [f"{case}{name}/new/" for name in ("plans", "meetings", "steps")]
    pages += [f"{spell.get_absolute_url()}{end}" for end in ("", "visits/", "ending/")]
    pages += [meeting, f"{meeting}sending/"]
    counts = {}
    for url in pages:
        with CaptureQueriesContext(connection) as captured:
            assert bilal.get(url).status_code == 200
        counts[url] = len(of_the_page(captured))
    assert max(counts.values()) <= MOST, counts

"""What each page of a conference says, refuses and costs."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Relationship
from conferences.models import FamilyConference, FamilyPlan, Invitee, PlanAnswer, PlanItem
from tests.factories.cases import ChildFactory
from tests.factories.conferences import ConferenceFactory, fill
from tests.queries import of_the_page

pytestmark = pytest.mark.django_db
# BEGIN, COMMIT, session, person, principal and read event included. The overview asks for each of its subjects once:
# what keeps people safe, the clocks, the referral, who agreed to what, the people, the plan, dangers. A step asks for
# all that it could wait for.
BUDGETS = {
    # Stages, outcomes, timescales and days off beside the conferences: the clocks. What waits for a coordinator: two.
    "list": 15,
    "conference": 21,
    "stage": 19,
    "for-case": 13,
    # The children by home, whom to ask and who is around them (three), who coordinates, and why now.
    "new": 15,
    "plan": 16,
    "plan-story": 16,
    "plan-review-new": 12,
    "agreement": 32,
    "mandate": 15,
    "meeting": 11,
    "plan-paper": 20,  # every part of a plan is rows of its own; once agreed it is one
    "invitee": 12,  # contacts, who must not meet, and whether it is arranged
}


@pytest.fixture
def held(conferred: SimpleNamespace) -> SimpleNamespace:
    """The conference was held, with a row of everything."""
    conferred.conference = fill(
        ConferenceFactory(case=conferred.case, referred_by=conferred.amara, coordinator=conferred.samira, stage="held"),
        conferred.amara,
    )
    conferred.here = conferred.conference.get_absolute_url()
    return conferred


def tie_to(adult: Any, children: Any) -> None:
    for child in children:
        Relationship.objects.create(case=adult.case, one=adult, other=child, kind="mother")


@pytest.fixture
def counted() -> Any:
    def count(ask: Any) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert ask().status_code == 200
        return len(of_the_page(captured))

    return count


def addresses(held: SimpleNamespace) -> Iterator[tuple[str, Any, str]]:
    top = f"/cases/{held.case.pk}/conferences/"
    yield "list", held.samira, "/conferences/"
    yield "list", held.amara, "/conferences/"
    yield "for-case", held.amara, top
    yield "new", held.amara, f"{top}new/"
    yield "conference", held.samira, held.here
    yield "conference", held.amara, held.here
    yield "stage", held.samira, f"{held.here}stage/"
    yield "plan", held.samira, f"{held.here}plan/"
    yield "plan-paper", held.amara, f"{held.here}plan/paper/"
    yield "plan-story", held.amara, f"{held.here}plan/story/"
    yield "plan-story", held.samira, f"{held.here}plan/story/"
    yield "plan-review-new", held.samira, f"{held.here}plan/reviews/new/"
    yield "agreement", held.amara, f"{held.here}agreement/"
    yield "mandate", held.bilal, f"{held.here}mandate/"
    yield "meeting", held.samira, f"{held.here}meeting/"
    yield "invitee", held.samira, f"{top}invitees/{Invitee.objects.get().pk}/"


def test_each_page_asks_few_questions_however_many_people(
    held: SimpleNamespace, browser_for: Any, counted: Any
) -> None:
    found = {}
    for name, person, address in addresses(held):
        browser = browser_for(person)
        found[name] = max(found.get(name, 0), counted(lambda b=browser, a=address: b.get(a)))
    assert {name: asked for name, asked in found.items() if asked > BUDGETS[name]} == {}
    for number in range(12):
        own = {"case": held.case, "conference": held.conference}
        Invitee.objects.create(**own, name=f"Cousin {number}", side="father", kind="family")
        PlanItem.objects.create(**own, what="Come", who=f"Cousin {number}", whose="family")
        ConferenceFactory(case=held.case, referred_by=held.amara, coordinator=held.samira)
    for name, person, address in (("list", held.samira, "/conferences/"), ("conference", held.samira, held.here)):
        browser = browser_for(person)
        assert counted(lambda b=browser, a=address: b.get(a)) <= BUDGETS[name]


def test_each_person_lists_the_conferences_that_are_theirs_to_follow(
    held: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    def lists(name: str) -> bool:
        return held.here in read(browser_for(getattr(held, name)).get("/conferences/")).links

    people = ("amara", "bilal", "cora", "samira", "dan", "aroha", "ended", "excluded")
    assert [name for name in people if lists(name)] == ["amara", "bilal", "cora", "samira"]


def test_a_referral_without_a_word_about_safety_is_asked_for_it(
    held: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    new = f"/cases/{held.case.pk}/conferences/new/"
    amara = browser_for(held.amara)
    page = read(amara.post(new, {"reason": "Mum asks."}))
    assert {"children", "safety"} <= set(page.errors)
    assert page.filled["reason"] == "Mum asks."
    said = {"reason": "x", "children": [held.children[0].pk], "safety": "known", "asked_on_quick": "2026-11-03"}
    assert "safety_facts" in read(amara.post(new, said)).errors
    both = said | {"safety": "nothing-known", "safety_facts": "Bail"}
    assert "safety" in read(amara.post(new, both)).errors
    alone = said | {"safety": "nothing-known", "shared": "Mum works nights"}
    assert "shared_agreed_by" in read(amara.post(new, alone)).errors


def test_a_coordinator_is_not_told_before_somebody_said_yes(held: SimpleNamespace, browser_for: Any, read: Any) -> None:
    shirin = ChildFactory(case=held.case, given_name="Shirin", kind="adult", born_on=None)
    tie_to(shirin, held.children)
    place = held.samira.memberships.get()
    said = {"reason": "x", "children": [held.children[0].pk], "safety": "nothing-known", "coordinator": place.pk}
    said |= {"asked_on_quick": "2026-11-03", f"asked_{shirin.pk}": "thinking"}
    amara = browser_for(held.amara)
    new = f"/cases/{held.case.pk}/conferences/new/"
    assert "Nobody has said yes yet" in read(amara.post(new, said)).errors["coordinator"]
    assert amara.post(new, said | {"coordinator": ""}).status_code == 302
    assert FamilyConference.objects.with_stage().latest("pk").stage == "offered"


def test_an_excluded_coordinator_cannot_be_chosen(held: SimpleNamespace, browser_for: Any, read: Any) -> None:
    shirin = ChildFactory(case=held.case, given_name="Shirin", kind="adult", born_on=None)
    tie_to(shirin, held.children)
    said = {"reason": "x", "children": [held.children[0].pk], "safety": "nothing-known", f"asked_{shirin.pk}": "yes"}
    said |= {"coordinator": held.excluded.memberships.get().pk, "asked_on_quick": "2026-11-03"}
    before = FamilyConference.objects.count()
    page = read(browser_for(held.amara).post(f"/cases/{held.case.pk}/conferences/new/", said))
    assert "cannot take this record" in page.errors["coordinator"]
    assert FamilyConference.objects.count() == before


def test_the_coordinator_has_no_way_to_answer_a_plan(held: SimpleNamespace, browser_for: Any, read: Any) -> None:
    samira = browser_for(held.samira)
    FamilyConference.objects.update(plan_given_on="2026-11-02")
    page = read(samira.get(held.here))
    assert not [link for link in page.links if "agreement" in link or "mandate" in link]
    for noun in ("agreement", "mandate"):
        assert samira.post(f"{held.here}{noun}/", {"answer": "agreed", "words": "x"}).status_code == 403
    offered = read(samira.get(f"{held.here}stage/"))
    assert "Plan agreed" not in offered.said and "Plan not agreed" not in offered.said
    forced = {"to": "plan-agreed", "happened_on_quick": "2026-11-03"}
    assert "to" in read(samira.post(f"{held.here}stage/", forced)).errors


def test_the_worker_cannot_change_a_word_of_the_plan(held: SimpleNamespace, browser_for: Any, read: Any) -> None:
    amara = browser_for(held.amara)
    assert amara.post(f"{held.here}plan/", {"version": "1", "answer_1": "Ours"}).status_code == 403
    FamilyConference.objects.filter(pk=held.conference.pk).update(plan_given_on="2026-11-02")
    page = read(amara.get(f"{held.here}agreement/"))
    assert {"answer", "words", "will_change"} <= set(page.offered)
    assert not [name for name in page.offered if name and name.startswith(("answer_", "what_", "whose_", "who_"))]
    assert "Auntie comes on Thursdays." in page.said


def test_a_refusal_names_the_danger_and_who_decided_on_the_familys_paper(
    held: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    FamilyConference.objects.filter(pk=held.conference.pk).update(plan_given_on="2026-11-02")
    bilal = browser_for(held.bilal)
    empty = read(bilal.post(f"{held.here}agreement/", {"answer": "not-safe", "version": "1"})).errors
    assert {"words", "will_change"} <= set(empty)
    said = {"answer": "not-safe", "words": "Nobody is with Zayd at night yet.", "version": "1"}
    said["will_change"] = "Somebody grown up sleeps there."
    assert bilal.post(f"{held.here}agreement/", said).status_code == 302
    paper = read(browser_for(held.samira).get(f"{held.here}plan/paper/")).said
    assert "Nobody is with Zayd at night yet." in paper and "Bilal Aziz, 3 November 2026" in paper


def test_both_texts_are_shown_when_somebody_else_saved_the_plan(
    held: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    samira = browser_for(held.samira)
    PlanAnswer.objects.update(words="Farida comes on Thursdays, she says.")
    FamilyPlan.objects.update(version=2)
    mine = {"version": "1", "answer_1": "Nan comes on Mondays.", "contingency": "Ring Nan."}
    item = PlanItem.objects.get()
    mine |= {f"what_{item.pk}": item.what, f"whose_{item.pk}": item.keeper_id}
    page = read(samira.post(f"{held.here}plan/", mine))
    assert "Farida comes on Thursdays, she says." in page.said
    assert page.filled["answer_1"] == "Nan comes on Mondays." and page.filled["version"] == "2"
    assert PlanAnswer.objects.get().words.startswith("Farida")
    assert samira.post(f"{held.here}plan/", mine | {"version": page.filled["version"]}).status_code == 302
    assert PlanAnswer.objects.get().words == "Nan comes on Mondays."


def test_a_relatives_promise_is_given_no_day(held: SimpleNamespace, browser_for: Any, read: Any) -> None:
    said = {"version": "1", "what_new1": "Cook", "who_new1": "Farida", "whose_new1": "family", "due_new1": "10 11 2026"}
    page = read(browser_for(held.samira).post(f"{held.here}plan/", said))
    assert "Only what somebody who works here promises" in page.errors["due_new1"]


def test_nothing_counts_the_familys_time_alone_down(held: SimpleNamespace, browser_for: Any, read: Any) -> None:
    page = browser_for(held.samira).get(f"{held.here}meeting/").content.decode()
    assert "countdown" not in page and "timer" not in page and "minutes" not in page
    backwards = {"held_on_quick": "2026-11-03", "private_from": "15:00", "private_until": "14:00"}
    answer = browser_for(held.samira).post(f"{held.here}meeting/", backwards)
    assert "after the one it began at" in read(answer).errors["private_until"]


def test_papers_speak_of_brothers_and_sisters_and_of_no_bottom_lines(
    held: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    for address in (held.here, f"{held.here}plan/paper/"):
        said = read(browser_for(held.samira).get(address)).said.lower()
        assert "sibling" not in said and "bottom line" not in said and "refus" not in said

"""What stands still on its page, answered in one place; and a manager's decision from any row that is late."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cases.models import DriftAnswer, Oversight
from tests.factories.cases import CaseFactory, ChildFactory, EpisodeFactory, ExclusionFactory
from tests.factories.drift import long_plan, looked_at, overseen, seen_with_others, still_goal
from tests.factories.journey_remind import ClockFactory
from tests.factories.steps import stepped_down
from tests.queries import of_the_page

ANSWER = {"answer": "going-on", "words": "She asked us to stay until spring."}
DECISION = {"decision": "Ade goes on Thursday, after school.", "rationale": "He was seen at school.", "child": ""}


@pytest.fixture
def on(cast: SimpleNamespace) -> date:
    """Today by the clock on the wall, on which somebody looked at the family."""
    today = timezone.localdate()
    looked_at(cast.case, cast.children, cast.cora, on=today - timedelta(days=1))
    return today


@pytest.fixture
def plan(cast: SimpleNamespace, on: date) -> Any:
    return long_plan(cast.children[0], began=on - timedelta(days=400))


def until(on: date) -> dict[str, str]:
    return {"quiet_until_on": (on + timedelta(days=14)).isoformat()}


def test_the_page_names_each_sign_its_evidence_and_the_rows_it_comes_from(
    cast: SimpleNamespace, browser_for: Any, read: Any, plan: Any
) -> None:
    goal = still_goal(cast.case, cast.amara, cast.children[1])
    page = read(browser_for(cast.amara).get(f"/cases/{cast.case.pk}/drift/"))
    assert "The plan has run for a long time: Anisa Child in need plan, 12 months and more" in page.said
    assert "A goal does not move: Imran Sleep through the night" in page.said
    assert {plan.get_absolute_url(), f"/cases/{cast.case.pk}/drift/goal-still/{goal.pk}/"} <= set(page.links)
    assert "Note a decision" not in page.said


def test_answering_it_leads_back_and_the_answer_can_be_read_with_its_evidence(
    cast: SimpleNamespace, browser_for: Any, read: Any, plan: Any, on: date
) -> None:
    amara, drift = browser_for(cast.amara), f"/cases/{cast.case.pk}/drift/"
    sent = amara.post(f"{drift}plan-long/{plan.pk}/", ANSWER | until(on))
    assert (sent.status_code, sent["Location"]) == (302, drift)
    page = read(amara.get(drift))
    assert "Nothing stands still" in page.said and "Answered before" in page.said
    assert "She asked us to stay until spring." in page.said and "Quiet until" in page.said
    assert "Child in need plan since" in page.said


@pytest.mark.parametrize("left", ["answer", "words", "quiet_until_on"])
def test_an_answer_without_a_part_is_asked_again_and_loses_nothing(
    cast: SimpleNamespace, browser_for: Any, plan: Any, on: date, left: str
) -> None:
    typed = {name: said for name, said in (ANSWER | until(on)).items() if name != left}
    page = browser_for(cast.amara).post(f"/cases/{cast.case.pk}/drift/plan-long/{plan.pk}/", typed)
    assert page.status_code == 200 and "There is a problem" in page.content.decode()
    assert left == "words" or ANSWER["words"] in page.content.decode()
    assert not DriftAnswer.objects.exists()


def test_no_day_past_three_months_can_be_chosen(cast: SimpleNamespace, browser_for: Any, plan: Any, on: date) -> None:
    far = {"quiet_until_on": (on + timedelta(days=400)).isoformat()}
    page = browser_for(cast.amara).post(f"/cases/{cast.case.pk}/drift/plan-long/{plan.pk}/", ANSWER | far)
    assert "Choose one of these days." in page.content.decode()
    assert not DriftAnswer.objects.exists()


def test_two_who_answer_the_same_sign_lose_no_word_and_the_second_reads_the_first(
    cast: SimpleNamespace, browser_for: Any, read: Any, plan: Any, on: date
) -> None:
    address = f"/cases/{cast.case.pk}/drift/plan-long/{plan.pk}/"
    browser_for(cast.amara).post(address, ANSWER | until(on))
    bilal = browser_for(cast.bilal)
    assert ANSWER["words"] in read(bilal.get(address)).said
    assert bilal.post(address, ANSWER | until(on) | {"words": "I agree."}).status_code == 302
    assert set(DriftAnswer.objects.values_list("words", flat=True)) == {ANSWER["words"], "I agree."}


def test_what_moved_meanwhile_is_said_and_what_was_typed_stands_in_the_form(
    cast: SimpleNamespace, browser_for: Any, plan: Any, on: date
) -> None:
    plan.delete()
    amara, address = browser_for(cast.amara), f"/cases/{cast.case.pk}/drift/plan-long/{plan.pk or 9}/"
    page = amara.post(address, ANSWER | until(on)).content.decode()
    assert "This has moved since" in page and ANSWER["words"] in page
    assert amara.get(address).status_code == 404


def test_who_needs_a_decision_is_led_to_where_it_is_noted(
    cast: SimpleNamespace, browser_for: Any, read: Any, plan: Any, on: date
) -> None:
    bilal = browser_for(cast.bilal)
    sent = bilal.post(f"/cases/{cast.case.pk}/drift/plan-long/{plan.pk}/", ANSWER | until(on) | {"answer": "decide"})
    assert f"/oversight/new/?about=answered.{DriftAnswer.objects.get().pk}" in sent["Location"]
    assert "The plan has run for a long time. Child in need plan since" in read(bilal.get(sent["Location"])).said


@pytest.mark.parametrize("page", ["", "drift/", "plan/", "children/{child}/"])
def test_the_pages_of_the_family_say_quietly_how_many_things_stand_still(
    cast: SimpleNamespace, browser_for: Any, read: Any, plan: Any, page: str
) -> None:
    said = read(browser_for(cast.amara).get(f"/cases/{cast.case.pk}/{page.format(child=cast.children[0].pk)}"))
    assert f"/cases/{cast.case.pk}/drift/" in said.links or page == "drift/"
    assert ("1 thing stands still" in said.said) is (page != "drift/")


def test_a_childs_page_leaves_out_what_is_about_a_brother(
    cast: SimpleNamespace, browser_for: Any, read: Any, plan: Any
) -> None:
    assert "stands still" not in read(browser_for(cast.amara).get(cast.children[1].get_absolute_url())).said


def test_a_decision_from_a_late_clock_takes_two_clicks_and_names_the_row(
    cast: SimpleNamespace, browser_for: Any, read: Any, on: date
) -> None:
    ClockFactory(child=cast.children[1], due_on=on - timedelta(days=9), do_by=on - timedelta(days=9))
    bilal = browser_for(cast.bilal)
    for start in ("/my-day/", f"/cases/{cast.case.pk}/journey/"):
        page = read(bilal.get(start))
        (form,) = {link for link in page.links if "/oversight/new/?about=work.visit" in link}
        asked = read(bilal.get(form))
        assert "Visit: Imran, due" in asked.said and "(9 days late)" in asked.said
        assert bilal.post(form, DECISION | {"child": str(cast.children[1].pk)}).status_code == 302
    seen = Oversight.objects.latest("pk")
    assert seen.about.startswith("Visit: Imran, due") and seen.about_code == "CN2"
    assert seen.child == cast.children[1]


def test_the_ways_to_explain_a_late_clock_and_to_decide_about_it_stand_side_by_side(
    cast: SimpleNamespace, browser_for: Any, read: Any, on: date
) -> None:
    ClockFactory(child=cast.children[1], due_on=on - timedelta(days=9), do_by=on - timedelta(days=9))
    said = read(browser_for(cast.bilal).get(f"/cases/{cast.case.pk}/journey/")).said
    assert "Say what got in the way" in said and "Note a decision" in said
    assert "Note a decision" not in read(browser_for(cast.amara).get(f"/cases/{cast.case.pk}/journey/")).said


def test_a_decision_from_what_stands_still_takes_two_clicks(
    cast: SimpleNamespace, browser_for: Any, read: Any, plan: Any
) -> None:
    bilal = browser_for(cast.bilal)
    (form,) = [link for link in read(bilal.get("/my-day/drift/")).links if "/oversight/new/" in link]
    assert bilal.post(form, DECISION).status_code == 302
    seen = Oversight.objects.latest("pk")
    assert seen.about_code == "plan-long" and "12 months and more, Anisa" in seen.about


def test_without_a_row_one_says_oneself_what_it_is_about(cast: SimpleNamespace, browser_for: Any, on: date) -> None:
    bilal, new = browser_for(cast.bilal), f"/cases/{cast.case.pk}/oversight/new/"
    assert "Write what you looked at" in bilal.post(new, DECISION).content.decode()
    assert bilal.post(new, DECISION | {"about": "The whole record"}).status_code == 302
    assert Oversight.objects.latest("pk").about == "The whole record"


@pytest.mark.parametrize("about", ["work.nonsense", "drift.plan-long.9", "drift.x.y", "again.99", "again.x", "a" * 99])
def test_a_row_that_is_not_there_asks_instead(cast: SimpleNamespace, browser_for: Any, on: date, about: str) -> None:
    page = browser_for(cast.bilal).get(f"/cases/{cast.case.pk}/oversight/new/?about={about}")
    assert page.status_code == 200 and "What did you look at?" in page.content.decode()


def test_a_note_of_another_family_is_not_told_here(cast: SimpleNamespace, browser_for: Any, on: date) -> None:
    other = overseen(CaseFactory(team_ids=[cast.pod.pk]), cast.bilal, about="Another family’s plan")
    page = browser_for(cast.bilal).get(f"/cases/{cast.case.pk}/oversight/new/?about=again.{other.pk}")
    assert "Another family" not in page.content.decode()


def test_who_may_not_decide_has_no_such_form_and_reads_what_was_decided(
    cast: SimpleNamespace, browser_for: Any, read: Any, on: date
) -> None:
    amara = browser_for(cast.amara)
    assert amara.get(f"/cases/{cast.case.pk}/oversight/new/").status_code == 403
    page = read(amara.get(f"/cases/{cast.case.pk}/oversight/"))
    assert "We go on until spring." in page.said and "Cora Lynch" in page.said
    assert "Look again" not in read(amara.get(Oversight.objects.get().get_absolute_url())).said


def test_the_day_to_look_again_brings_it_back_to_the_manager_until_they_did(
    cast: SimpleNamespace, browser_for: Any, read: Any, on: date
) -> None:
    seen = overseen(cast.case, cast.bilal, on=on - timedelta(days=9), look_again_on=on)
    bilal = browser_for(cast.bilal)
    page = read(bilal.get("/my-day/"))
    assert "Look again at what you decided" in page.said and seen.get_absolute_url() in page.links
    assert "Look again at what you decided" not in read(browser_for(cast.cora).get("/my-day/")).said
    bilal.post(f"/cases/{cast.case.pk}/oversight/new/?about=again.{seen.pk}", DECISION)
    assert Oversight.objects.latest("pk").about == seen.about
    assert "Look again at what you decided" not in read(bilal.get("/my-day/")).said


@pytest.mark.parametrize("who", ["dan", "bilal"])
def test_strangers_and_whoever_is_kept_out_find_nothing(
    cast: SimpleNamespace, browser_for: Any, plan: Any, who: str
) -> None:
    ExclusionFactory(case=cast.case, worker=cast.bilal)
    seen = Oversight.objects.get()
    browser = browser_for(getattr(cast, who))
    for page in ("drift/", f"drift/plan-long/{plan.pk}/", "oversight/", f"oversight/{seen.pk}/"):
        assert browser.get(f"/cases/{cast.case.pk}/{page}").status_code == 404
    assert "Rahman" not in browser.get("/my-day/drift/").content.decode()


def test_the_list_ranks_nobody_and_counts_nobody(
    cast: SimpleNamespace, browser_for: Any, read: Any, plan: Any, on: date
) -> None:
    older = ChildFactory(case=CaseFactory(name="Zetterberg", team_ids=[cast.pod.pk]))
    long_plan(older, began=on - timedelta(days=500))
    long_plan(older2 := ChildFactory(case=older.case), began=on - timedelta(days=500))
    said = read(browser_for(cast.bilal).get("/my-day/drift/")).said
    assert said.index("Zetterberg") < said.index("Rahman–Khatun")
    assert cast.amara.name not in said and older2.given_name in said


def test_managers_read_how_steps_down_went_and_nobody_reads_it_of_so_few_that_one_could_tell(
    cast: SimpleNamespace, browser_for: Any, read: Any, on: date
) -> None:
    bilal = browser_for(cast.bilal)
    assert "Too few in a year to say anything" in read(bilal.get("/my-day/drift/")).said
    assert "How steps down went" not in read(browser_for(cast.amara).get("/my-day/drift/")).said
    for _ in range(12):
        child = ChildFactory(case=CaseFactory(team_ids=[cast.pod.pk]))
        stepped_down(child.case, [child], cast.bilal, moved_on=on - timedelta(days=300))
    said = read(bilal.get("/my-day/drift/")).said
    assert "12 in a year, each at least 6 months ago. 12 held for 6 months; after 0 more formal help followed." in said


@pytest.mark.parametrize("page", ["drift/", "oversight/", "oversight/new/", "drift/plan-long/{plan}/"])
def test_the_pages_stay_within_their_queries(cast: SimpleNamespace, browser_for: Any, plan: Any, page: str) -> None:
    amara = browser_for(cast.bilal)
    counts = []
    for _ in range(2):
        amara.get(f"/cases/{cast.case.pk}/{page.format(plan=plan.pk)}")
        with CaptureQueriesContext(connection) as captured:
            assert amara.get(f"/cases/{cast.case.pk}/{page.format(plan=plan.pk)}").status_code == 200
        counts.append(len(of_the_page(captured.captured_queries)))
        for number in range(6):
            still_goal(cast.case, cast.amara, words=f"Goal {number}")
            overseen(cast.case, cast.bilal)
        seen_with_others(cast.children[0], cast.amara, date(2026, 10, 1), date(2026, 10, 20))
    assert counts[0] == counts[1] <= 11


@pytest.mark.parametrize("who", ["amara", "bilal"])
def test_the_teams_page_asks_alike_for_one_family_and_for_forty(
    cast: SimpleNamespace, browser_for: Any, plan: Any, who: str
) -> None:
    browser, counts = browser_for(getattr(cast, who)), []
    for more in (0, 5, 34):
        for _ in range(more):
            child = ChildFactory(case=CaseFactory(team_ids=[cast.pod.pk]))
            EpisodeFactory(child=child)
            long_plan(child)
        browser.get("/my-day/drift/")
        with CaptureQueriesContext(connection) as captured:
            browser.get("/my-day/drift/")
        counts.append(len(of_the_page(captured.captured_queries)))
    assert counts[0] == counts[1] == counts[2] <= 9, "for a manager one is how steps down went"

"""Goals are said better, taken from an assessment, and get what is done for them; an action gets another day."""

import uuid
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from cases.models import Action, Assessment, ChronologyEntry, Goal, Writing, WritingPart
from tests.factories.cases import ActionFactory
from tests.factories.family_plans import planned

BEGAN, TODAY = date(2026, 9, 1), date(2026, 11, 3)


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def case(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/"


@pytest.fixture
def plan(cast: SimpleNamespace) -> SimpleNamespace:
    return planned(cast.case, cast.children, cast.amara)


def assessed(cast: SimpleNamespace, *, authorised: bool = True) -> None:
    """An assessment with what needs to change, for the family and for Imran."""
    days: dict[str, Any] = {"counts_from_on": BEGAN, "started_on": BEGAN}
    days |= {"submitted_on": BEGAN, "authorised_on": BEGAN} if authorised else {}
    made = Assessment.objects.create(case=cast.case, legal_basis="need", **days)
    text = Writing.objects.create(case=cast.case, paper="assessment", assessment=made, begun_on=BEGAN)
    by: dict[str, Any] = {"case": cast.case, "writing": text, "section": "change", "written_by": cast.amara}
    by |= {"written_at": "2026-09-01T09:00:00Z"}
    WritingPart.objects.create(words="- Room for four\n\n2. Anisa is eleven", **by)
    WritingPart.objects.create(words="• Imran asks for help at school", child=cast.children[1], **by)


def test_a_goal_says_the_worry_behind_it_and_how_everybody_will_know(amara: Any, case: str) -> None:
    said = {"words": "Room for four", "worry": "The winter.", "how_known": "No mattress."}
    assert amara.post(f"{case}goals/new/?from=plan", said)["Location"] == f"{case}plan/whole/"
    goal = Goal.objects.get()
    assert (goal.worry, goal.how_known) == ("The winter.", "No mattress.")


def test_lines_of_an_authorised_assessment_become_goals_at_once_and_are_not_offered_again(
    cast: SimpleNamespace, amara: Any, case: str, read: Any
) -> None:
    assessed(cast)
    page = read(amara.get(f"{case}goals/offered/"))
    assert "Room for four" in page.said and "For Imran" in page.said and "lines" not in page.ticked
    first = [part.pk for part in WritingPart.objects.order_by("pk")]
    assert read(amara.post(f"{case}goals/offered/", {"x": "1"})).errors["lines"]
    lines = [f"{first[0]}-0", f"{first[1]}-0"]
    assert amara.post(f"{case}goals/offered/", {"lines": lines}).status_code == 302
    goals = Goal.objects.order_by("pk").values_list("words", "child")
    assert list(goals) == [("Room for four", None), ("Imran asks for help at school", cast.children[1].pk)]
    left = read(amara.get(f"{case}goals/offered/")).said
    assert "Anisa is eleven" in left and "Room for four" not in left


def test_an_assessment_that_nobody_authorised_offers_nothing(
    cast: SimpleNamespace, amara: Any, case: str, read: Any
) -> None:
    assessed(cast, authorised=False)
    assert "No line of an authorised assessment" in read(amara.get(f"{case}goals/offered/")).said


def test_a_goal_is_said_better_and_two_people_see_both_texts(
    cast: SimpleNamespace, plan: SimpleNamespace, amara: Any, browser_for: Any, case: str, read: Any
) -> None:
    url = f"{case}goals/{plan.ours.pk}/edit/"
    page = read(amara.get(url))
    assert page.filled["words"] == "Everybody sleeps" or "Everybody sleeps" in page.said
    said = {"words": "Everybody sleeps in a bed", "worry": "", "how_known": "Three beds", "_version": "1"}
    assert amara.post(url, said).status_code == 302
    plan.ours.refresh_from_db()
    assert (plan.ours.words, plan.ours.how_known) == ("Everybody sleeps in a bed", "Three beds")
    assert "in other words" in ChronologyEntry.objects.latest("pk").summary
    other = read(browser_for(cast.bilal).post(url, said | {"words": "A bed each"}))
    assert "Everybody sleeps in a bed" in other.said and other.filled["words"] == "A bed each"
    plan.ours.refresh_from_db()
    assert plan.ours.words == "Everybody sleeps in a bed"


def test_what_is_done_for_a_goal_is_on_my_day_and_the_next_is_asked_at_once(
    cast: SimpleNamespace, plan: SimpleNamespace, amara: Any, case: str, read: Any
) -> None:
    url = f"{case}goals/{plan.hers.pk}/actions/new/"
    assert read(amara.post(url, {"what": ""})).errors["what"]
    said = {"what": "Ask the surgery", "keeper": str(cast.amara.pk), "due_on": "10 11 2026", "promised_to": "Anisa"}
    again = amara.post(url, said | {"and_another": "1", "_key": str(uuid.uuid4())})
    assert again["Location"] == url
    action = Action.objects.get(what="Ask the surgery")
    assert (action.goal, action.keeper, action.due_on) == (plan.hers, cast.amara, date(2026, 11, 10))
    assert (action.promised_to, list(action.children.all())) == ("Anisa", cast.children[:1])
    assert read(amara.post(url, said | {"due_on": "2 11 2026"})).errors["due_on"]


def test_an_action_of_a_goal_is_kept_from_whomever_the_goal_is_kept_from(
    cast: SimpleNamespace, plan: SimpleNamespace, amara: Any, case: str
) -> None:
    Goal.objects.filter(pk=plan.hers.pk).update(is_kept_from_family=True)
    said = {"what": "Ask the surgery", "keeper": str(cast.amara.pk)}
    amara.post(f"{case}goals/{plan.hers.pk}/actions/new/", said)
    assert Action.objects.get(what="Ask the surgery").is_kept_from_family
    loose = ActionFactory(case=cast.case, keeper=cast.amara, what="Bring the map")
    amara.post(f"{case}goals/{plan.hers.pk}/actions/", {"actions": [str(loose.pk)]})
    loose.refresh_from_db()
    assert (loose.goal, loose.is_kept_from_family) == (plan.hers, True)


def test_what_is_agreed_already_is_linked_and_never_taken_from_another_goal(
    cast: SimpleNamespace, plan: SimpleNamespace, amara: Any, case: str, read: Any
) -> None:
    loose = ActionFactory(case=cast.case, keeper=cast.amara, what="Bring the map")
    url = f"{case}goals/{plan.ours.pk}/actions/"
    page = read(amara.get(url)).said
    assert "Bring the map" in page and "Book an interpreter" not in page
    assert read(amara.post(url, {"actions": [str(plan.book.pk)]})).errors["actions"]
    assert amara.post(url, {"actions": [str(loose.pk)]}).status_code == 302
    assert Action.objects.get(pk=loose.pk).goal == plan.ours
    assert Action.objects.get(pk=plan.book.pk).goal == plan.hers


def test_another_day_keeps_the_first_and_says_why(
    cast: SimpleNamespace, plan: SimpleNamespace, amara: Any, case: str, read: Any
) -> None:
    url = f"{case}actions/{plan.book.pk}/day/"
    page = read(amara.get(url)).said
    assert "promised to Anisa: tell them" in " ".join(page.split())
    for day in ("10 11 2026", "17 11 2026"):
        said = {"due_on": day, "why": "The surgery rang back.", "_key": str(uuid.uuid4())}
        assert amara.post(url, said).status_code == 302
    plan.book.refresh_from_db()
    assert (plan.book.due_on, plan.book.first_due_on, plan.book.moved_times) == (
        date(2026, 11, 17), date(2026, 10, 1), 2,
    )  # fmt: skip
    entry = ChronologyEntry.objects.latest("pk").summary
    assert entry == "By 17 November 2026 instead of 10 November 2026: book an interpreter. The surgery rang back."
    assert "first agreed for 1 October 2026" in read(amara.get(f"{case}plan/whole/")).said


def test_a_first_day_is_no_move_and_a_day_that_is_over_none_at_all(
    cast: SimpleNamespace, amara: Any, case: str, read: Any
) -> None:
    action = ActionFactory(case=cast.case, keeper=cast.amara, due_on=None)
    url = f"{case}actions/{action.pk}/day/"
    assert read(amara.post(url, {"due_on": "2 11 2026", "why": "x"})).errors["due_on"]
    assert read(amara.post(url, {"due_on": "9 11 2026", "why": ""})).errors["why"]
    amara.post(url, {"due_on": "9 11 2026", "why": "Now we know."})
    action.refresh_from_db()
    assert (action.due_on, action.first_due_on, action.moved_times) == (date(2026, 11, 9), None, 0)
    assert "its day already" in read(amara.post(url, {"due_on": "9 11 2026", "why": "x"})).errors["due_on"]
    Action.objects.filter(pk=action.pk).update(closed_on=TODAY, closed_by=cast.amara, is_done=True)
    page = read(amara.post(url, {"due_on": "19 11 2026", "why": "Canary"}))
    assert "Done, 3 November 2026" in page.said and "Canary" in page.said

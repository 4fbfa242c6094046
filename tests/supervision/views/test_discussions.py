"""The record of one discussion: every child's voice in its own kind, risk and safety, what it took."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from cases.models import Visit, VisitChild
from supervision.models import Discussion, DiscussionChild, Hypothesis, Session
from tests.factories.cases import ChildFactory
from tests.factories.supervision import DiscussionFactory


@pytest.fixture
def found(pod: SimpleNamespace, session: Session) -> Discussion:
    """The Rahmans, presented by Amara."""
    return DiscussionFactory(session=session, case=pod.case, presenter=pod.amara, children=pod.children)


def url_of(found: Discussion) -> str:
    """The page of it."""
    return f"/supervision/discussions/{found.pk}/edit/"


def test_nobody_asks_what_a_baby_or_an_unborn_child_would_say(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    baby = ChildFactory(case=pod.case, given_name="Noor", born_on=date(2026, 6, 1))
    unborn = ChildFactory(case=pod.case, given_name="", born_on=None, expected_on=date(2027, 2, 1))
    for child in (baby, unborn):
        DiscussionChild.objects.create(case=pod.case, discussion=found, child=child)
    amara, anisa = browser_for(pod.amara), pod.children[0]
    page = amara.get(url_of(found)).content.decode()
    assert "Is this what we see of Noor, or what they will need?" in page
    assert "If Noor were in the room" not in page
    assert f"kind_{unborn.pk}" not in page, "there is one way to ask of an unborn child"
    said = {f"voice_{child.pk}": "Ask me" for child in (anisa, baby, unborn)}
    amara.post(url_of(found), said | {f"kind_{anisa.pk}": "shows", f"kind_{baby.pk}": "needs"})
    kinds = dict(DiscussionChild.objects.values_list("child", "kind"))
    assert (kinds[anisa.pk], kinds[baby.pk], kinds[unborn.pk]) == ("shows", "needs", "needs")
    refused = amara.post(url_of(found), said | {f"kind_{baby.pk}": "says"})
    assert refused.status_code == 200


def test_beside_each_voice_stands_when_the_child_was_last_seen_alone(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    for day in (date(2026, 10, 6), date(2026, 10, 20)):
        visit = Visit.objects.create(case=pod.case, worker=pod.amara, visited_on=day, kind="home")
        VisitChild.objects.create(case=pod.case, visit=visit, child=pod.children[0], seen="alone")
    page = browser_for(pod.amara).get(url_of(found)).content.decode()
    assert "Last seen alone on 20 October 2026." in page
    assert "Not seen alone yet." in page


def test_risk_is_said_in_parts_or_together_and_counts_either_way(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    amara = browser_for(pod.amara)
    amara.post(url_of(found), {"risk_worst": "He hits her", "safe_tonight": "Farida is there", "safety": ""})
    found.words.refresh_from_db()
    together = (
        "The worst that could really happen: He hits her.\nWhat keeps the children safe tonight: Farida is there."
    )
    assert found.words.safety == together
    amara.post(url_of(found), {"risk_worst": "He hits her", "safe_tonight": "They sleep there", "safety": together})
    found.words.refresh_from_db()
    assert found.words.safety.endswith("They sleep there."), "what was made of the parts follows them"
    amara.post(url_of(found), {"risk_worst": "He hits her", "safety": "Safe tonight."})
    found.words.refresh_from_db()
    assert found.words.safety == "Safe tonight."


def test_what_it_took_and_what_is_different_now_are_kept(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    browser_for(pod.amara).post(url_of(found), {"minutes_spent": "35", "resonance": "That I never asked Imran"})
    found.refresh_from_db()
    assert (found.minutes_spent, found.words.resonance) == (35, "That I never asked Imran")
    assert "That I never asked Imran" in browser_for(pod.amara).get(url_of(found)[:-5]).content.decode()


def test_what_the_supervisor_keeps_is_not_taken_back_by_saving(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    danger = Hypothesis.objects.create(case=pod.case, discussion=found, text="Perhaps he follows her", status="kept",
                                       kept_by="supervisor", is_about_danger=True)  # fmt: skip
    idea = Hypothesis.objects.create(case=pod.case, discussion=found, text="Perhaps silence keeps the peace")
    amara = browser_for(pod.amara)
    amara.post(url_of(found), {"kept": [str(idea.pk)]})
    idea.refresh_from_db()
    assert (idea.status, idea.kept_by) == ("kept", "presenter")
    amara.post(url_of(found), {"dilemma": "x"})
    idea.refresh_from_db()
    danger.refresh_from_db()
    assert (idea.status, idea.kept_by) == ("proposed", "")
    assert (danger.status, danger.kept_by) == ("kept", "supervisor")


def test_an_action_has_what_why_how_who_and_when_on_one_page(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    amara = browser_for(pod.amara)
    amara.post(url_of(found), {"what_1": "ask Anisa", "why_1": "She went quiet", "first_1": "Who notices?",
                               "keeper_1": str(pod.amara.pk), "due_1": "10 11 2026"})  # fmt: skip
    agreed = found.actions.get()
    assert (agreed.what, agreed.why, agreed.first_sentence, agreed.keeper, agreed.due_on) == (
        "ask Anisa", "She went quiet", "Who notices?", pod.amara, date(2026, 11, 10)
    )  # fmt: skip

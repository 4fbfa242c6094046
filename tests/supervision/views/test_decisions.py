"""A group reflects, and a manager decides."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from camden.models import Membership, User
from camden.principal import acting_as
from cases.models import ChronologyEntry, Decision, DecisionHeard
from supervision.models import Discussion, ManagementDecision, Session
from supervision.operations import AnsweredAlready, NotTheirs, answer_recommendation, say_decision
from supervision.reminders import due_for
from tests.conftest import as_role
from tests.factories.supervision import DiscussionFactory


@pytest.fixture
def found(pod: SimpleNamespace, session: Session) -> Discussion:
    """The Rahmans, presented by Amara."""
    return DiscussionFactory(session=session, case=pod.case, presenter=pod.amara, children=pod.children)


@pytest.fixture
def recommended(pod: SimpleNamespace, found: Discussion) -> ManagementDecision:
    """Niamh recommends an assessment to Bilal, the team manager."""
    with acting_as(pod.niamh):
        say_decision(discussion=found, by=pod.niamh, about="assessment", what="Assess anew", why="Much has changed",
                     for_manager=pod.bilal)  # fmt: skip
    return ManagementDecision.objects.get()


def url_of(found: Discussion) -> str:
    """The page of it."""
    return f"/supervision/discussions/{found.pk}/decisions/"


def test_a_senior_decides_the_next_steps_and_recommends_what_is_above_her(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    niamh = browser_for(pod.niamh)
    said = {"what": "We hold it as it is", "why": "Farida is there"}
    niamh.post(url_of(found), said | {"about": "risk"})
    decided = ManagementDecision.objects.get()
    assert (decided.authority, decided.for_manager, decided.said_by) == (1, None, pod.niamh)
    refused = niamh.post(url_of(found), said | {"about": "closure"}).content.decode()
    assert "This is for a team manager to decide. Choose one." in refused
    refused = niamh.post(url_of(found), said | {"about": "legal", "for_manager": pod.bilal.pk}).content.decode()
    assert "This is for a service manager to decide. Choose one." in refused
    niamh.post(url_of(found), said | {"about": "legal", "for_manager": pod.cora.pk})
    assert ManagementDecision.objects.get(about="legal").for_manager == pod.cora
    page = niamh.get(f"/supervision/discussions/{found.pk}/").content.decode()
    assert f"Waits for {pod.cora.name} to decide" in page


def test_a_worker_decides_nothing(pod: SimpleNamespace, found: Discussion, browser_for: Any) -> None:
    amara = browser_for(pod.amara)
    assert amara.get(url_of(found)).status_code == 403
    assert "Decide, or recommend" not in amara.get(f"/supervision/discussions/{found.pk}/").content.decode()


def test_the_named_manager_answers_in_words_and_the_timeline_says_so(
    pod: SimpleNamespace, recommended: ManagementDecision, browser_for: Any, today: date
) -> None:
    assert not ChronologyEntry.objects.filter(kind="oversight").exists(), "nothing on the file before the manager"
    bilal = browser_for(pod.bilal)
    assert "/supervision/recommendations/" in bilal.get("/supervision/").content.decode()
    assert "/supervision/recommendations/" not in browser_for(pod.amara).get("/supervision/").content.decode()
    assert "Assess anew" in bilal.get("/supervision/recommendations/").content.decode()
    url = f"/supervision/recommendations/{recommended.pk}/"
    refused = bilal.post(url, {"answer": ""}).content.decode()
    assert "Write what you say to it" in refused and "kept from the family until somebody" in refused
    assert bilal.post(url, {"answer": "Not yet: we ask the school first."}).url == "/supervision/recommendations/"
    recommended.refresh_from_db()
    assert (recommended.answered_on, recommended.answer) == (today, "Not yet: we ask the school first.")
    entry = ChronologyEntry.objects.get(kind="oversight")
    assert entry.summary.endswith("Not yet: we ask the school first.")
    assert set(entry.children.all()) == set(pod.children)
    assert entry.is_kept_from_family, "until somebody opens it, as the notes of a session"
    said = browser_for(pod.amara).get(f"/supervision/discussions/{recommended.discussion_id}/").content.decode()
    assert "Not yet: we ask the school first." in said


def test_the_manager_names_the_decision_they_made(
    pod: SimpleNamespace, recommended: ManagementDecision, browser_for: Any, today: date
) -> None:
    made = {"case": pod.case, "kind": "assessment", "made_on": today, "what": "We assess anew", "why": "It is time"}
    hers, his = Decision.objects.create(made_by=pod.cora, **made), Decision.objects.create(made_by=pod.bilal, **made)
    for each in (hers, his):
        waits = {"how": "not-yet", "ask_by_on": today, "recorded_by": pod.amara}
        DecisionHeard.objects.create(case=pod.case, decision=each, member=pod.children[0], **waits)
    url, bilal = f"/supervision/recommendations/{recommended.pk}/", browser_for(pod.bilal)
    bilal.post(url, {"answer": "", "decision": str(hers.pk)})
    recommended.refresh_from_db()
    assert recommended.decision is None, "another manager's decision is no answer of his"
    bilal.post(url, {"answer": "", "decision": str(his.pk)})
    recommended.refresh_from_db()
    assert (recommended.decision, recommended.answered_on) == (his, today)
    assert not ChronologyEntry.objects.filter(kind="oversight").exists(), "the decision is on the record already"
    assert "We assess anew" in bilal.get(url).content.decode()


def test_nobody_but_the_named_manager_sees_it_on_a_list_or_answers(
    pod: SimpleNamespace, recommended: ManagementDecision, browser_for: Any, today: date
) -> None:
    cora = browser_for(pod.cora)
    assert "Assess anew" not in cora.get("/supervision/recommendations/").content.decode()
    assert cora.get(f"/supervision/recommendations/{recommended.pk}/").status_code == 404
    with pytest.raises(NotTheirs), acting_as(pod.cora):
        answer_recommendation(recommendation=recommended, by=pod.cora, on=today, answer="Yes")


def test_what_was_answered_is_neither_answered_nor_said_again(
    pod: SimpleNamespace, found: Discussion, recommended: ManagementDecision, browser_for: Any, today: date
) -> None:
    niamh = browser_for(pod.niamh)
    again = f"{url_of(found)}?decision={recommended.pk}"
    said = {"about": "assessment", "why": "Much has changed", "for_manager": str(pod.bilal.pk)}
    niamh.post(again, said | {"what": "Assess the whole family anew"})
    recommended.refresh_from_db()
    assert recommended.what == "Assess the whole family anew"
    with acting_as(pod.bilal):
        answer_recommendation(recommendation=recommended, by=pod.bilal, on=today, answer="Yes")
        with pytest.raises(AnsweredAlready):
            answer_recommendation(recommendation=recommended, by=pod.bilal, on=today, answer="No")
    answered = browser_for(pod.bilal).post(f"/supervision/recommendations/{recommended.pk}/", {"answer": "Not today"})
    assert "nothing was changed" in answered.content.decode() and "Not today" in answered.content.decode()
    assert niamh.get(again).status_code == 404
    with pytest.raises(AnsweredAlready), acting_as(pod.niamh):
        say_decision(discussion=found, by=pod.niamh, about="assessment", what="x", why="y", for_manager=pod.bilal,
                     known=recommended.pk)  # fmt: skip


def test_a_manager_from_whom_the_family_is_kept_is_not_offered(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    with pytest.raises(NotTheirs), acting_as(pod.niamh):
        say_decision(discussion=found, by=pod.niamh, about="closure", what="End", why="It went well",
                     for_manager=pod.dan)  # fmt: skip
    assert f'value="{pod.dan.pk}"' not in browser_for(pod.niamh).get(url_of(found)).content.decode()


def test_a_recommendation_waits_for_five_working_days_or_until_the_day_that_is_said(
    pod: SimpleNamespace, found: Discussion, browser_for: Any, today: date
) -> None:
    niamh = browser_for(pod.niamh)
    assert "10 November 2026" in niamh.get(url_of(found)).content.decode(), "five working days after the third"
    said = {"about": "assessment", "what": "Assess anew", "why": "Much has changed", "for_manager": pod.bilal.pk}
    niamh.post(url_of(found), said | {"decide_by_on": "6 11 2026"})
    assert ManagementDecision.objects.get().decide_by_on == date(2026, 11, 6)
    with as_role("camden_app"), acting_as(pod.bilal):
        (line,) = [each for each in due_for(pod.bilal, today) if each.kind == "supervision-recommendation"]
    assert line.due_on == date(2026, 11, 6)
    assert "By 6 November 2026" in browser_for(pod.bilal).get("/supervision/recommendations/").content.decode()


@pytest.mark.parametrize("how", ["left", "moved", "past"])
def test_whoever_manages_the_team_answers_for_a_manager_who_left_or_whose_day_is_past_and_it_is_said_who(
    pod: SimpleNamespace, recommended: ManagementDecision, browser_for: Any, today: date, how: str
) -> None:
    cora, url = browser_for(pod.cora), f"/supervision/recommendations/{recommended.pk}/"
    assert cora.get(url).status_code == 404
    if how == "left":
        User.objects.filter(pk=pod.bilal.pk).update(is_active=False)
    elif how == "moved":
        Membership.objects.filter(user=pod.bilal).update(ended_on=today)
    else:
        ManagementDecision.objects.update(decide_by_on=today - timedelta(days=1))
    assert f"It was for {pod.bilal.name}" in cora.get("/supervision/recommendations/").content.decode()
    assert browser_for(pod.dan).get(url).status_code == 403
    cora.post(url, {"answer": "We ask the school first."})
    recommended.refresh_from_db()
    assert (recommended.answered_by, recommended.answer) == (pod.cora, "We ask the school first.")
    said = browser_for(pod.amara).get(f"/supervision/discussions/{recommended.discussion_id}/").content.decode()
    assert f"Answered by {pod.cora.name} for {pod.bilal.name}" in said


def test_the_database_lets_nobody_else_answer(
    pod: SimpleNamespace, recommended: ManagementDecision, today: date
) -> None:
    answer = {"answered_on": today, "answer": "Yes"}
    for person, by in ((pod.niamh, pod.niamh), (pod.niamh, pod.bilal), (pod.bilal, pod.cora)):
        with pytest.raises(IntegrityError), transaction.atomic(), as_role("camden_app"), acting_as(person):
            ManagementDecision.objects.filter(pk=recommended.pk).update(**answer, answered_by=by)
    with as_role("camden_app"), acting_as(pod.bilal):
        assert ManagementDecision.objects.filter(pk=recommended.pk).update(**answer, answered_by=pod.bilal)


def test_a_decision_is_withdrawn_with_a_reason_and_stays_to_be_read(
    pod: SimpleNamespace, found: Discussion, browser_for: Any, today: date
) -> None:
    with acting_as(pod.niamh):
        say_decision(discussion=found, by=pod.niamh, about="risk", what="We hold it", why="Farida is there")
    row = ManagementDecision.objects.get()
    url, niamh = f"/supervision/recommendations/{row.pk}/withdrawal/", browser_for(pod.niamh)
    assert url in niamh.get(f"/supervision/discussions/{found.pk}/").content.decode()
    assert browser_for(pod.amara).get(url).status_code == 403
    assert "Write why" in niamh.post(url, {"why": ""}).content.decode()
    Discussion.objects.update(agreed_on=today, agreed_by=pod.niamh)
    niamh.post(url, {"why": "Farida has moved away"})
    row.refresh_from_db()
    assert (row.withdrawn_on, row.withdrawn_by, row.withdrawn_why) == (today, pod.niamh, "Farida has moved away")
    entry = ChronologyEntry.objects.get(kind="oversight")
    assert entry.is_kept_from_family and "Farida has moved away" in entry.summary
    page = browser_for(pod.amara).get(f"/supervision/discussions/{found.pk}/").content.decode()
    assert "We hold it" in page and f"Withdrawn by {pod.niamh.name}, 3 November 2026: Farida has moved away" in page
    second = niamh.post(url, {"why": "Another reason"}).content.decode()
    assert "withdrawn already" in second and "Another reason" in second


def test_a_recommendation_that_was_withdrawn_waits_for_nobody(
    pod: SimpleNamespace, recommended: ManagementDecision, browser_for: Any, today: date
) -> None:
    browser_for(pod.niamh).post(f"/supervision/recommendations/{recommended.pk}/withdrawal/", {"why": "It is over"})
    bilal = browser_for(pod.bilal)
    assert "Assess anew" not in bilal.get("/supervision/recommendations/").content.decode()
    answered = bilal.post(f"/supervision/recommendations/{recommended.pk}/", {"answer": "Yes, do"}).content.decode()
    assert "withdrawn meanwhile" in answered and "Yes, do" in answered
    with as_role("camden_app"), acting_as(pod.bilal):
        assert not [each for each in due_for(pod.bilal, today) if each.kind == "supervision-recommendation"]

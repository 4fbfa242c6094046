"""What a worker is reminded of, and how a team's families are covered."""

from datetime import date, timedelta
from types import SimpleNamespace

from camden.principal import acting_as
from supervision.measures import coverage
from supervision.models import Discussion, ManagementDecision, Session
from supervision.reminders import due_for
from tests.conftest import as_role
from tests.factories.cases import CaseFactory, ChildFactory
from tests.factories.supervision import DiscussionFactory


def test_a_session_of_mine_today_and_one_to_end_tomorrow(pod: SimpleNamespace, session: Session, today: date) -> None:
    with as_role("camden_app"), acting_as(pod.amara):
        assert [each.text for each in due_for(pod.amara, today)] == ["Group supervision today"]
        assert due_for(pod.amara, today + timedelta(days=1)) == []
    with as_role("camden_app"), acting_as(pod.niamh):
        (one,) = due_for(pod.niamh, today + timedelta(days=1))
        assert (one.text, one.due_on) == ("End the session", date(2026, 11, 5))


def test_a_discussion_to_finish_is_due_two_working_days_after_the_session(
    pod: SimpleNamespace, session: Session, today: date
) -> None:
    DiscussionFactory(session=session, case=pod.case, presenter=pod.amara, children=pod.children)
    Session.objects.update(agreed_on=today, agreed_by=pod.niamh)
    for person in (pod.amara, pod.niamh):
        with as_role("camden_app"), acting_as(person):
            (one,) = due_for(person, today)
            assert (one.about, one.due_on, one.case_ids) == ("Rahman–Khatun", date(2026, 11, 5), (pod.case.pk,))
    with as_role("camden_app"), acting_as(pod.yael):
        assert due_for(pod.yael, today) == []


def test_a_family_counts_once_its_discussion_is_agreed(pod: SimpleNamespace, session: Session, today: date) -> None:
    old = date(2026, 3, 2)
    unheard = CaseFactory(team_ids=[pod.pod.pk], opened_on=old)
    DiscussionFactory(session=session, case=unheard, presenter=pod.amara, children=[ChildFactory(case=unheard)])
    with as_role("camden_app"), acting_as(pod.bilal):
        found = coverage(pod.team, today, user=pod.bilal)
        assert (found.families, found.within, found.weeks) == (2, 0, 8)
    Discussion.objects.update(agreed_on=today, agreed_by=pod.niamh)
    with as_role("camden_app"), acting_as(pod.bilal):
        found = coverage(pod.team, today, user=pod.bilal)
        assert (found.families, found.within, found.share) == (2, 1, 0.5)


def test_a_manager_is_reminded_of_what_a_group_recommends_and_nobody_else_is(
    pod: SimpleNamespace, session: Session, today: date
) -> None:
    found = DiscussionFactory(session=session, case=pod.case, presenter=pod.amara, children=pod.children)
    said = {"about": "plan", "what": "Review the plan", "why": "Much has changed", "said_by": pod.niamh}
    ManagementDecision.objects.create(case=pod.case, discussion=found, for_manager=pod.bilal, **said)
    (line,) = [each for each in due_for(pod.bilal, today) if each.kind == "supervision-recommendation"]
    assert (line.text, line.case_ids) == ("Decide what a group recommends", (pod.case.pk,))
    with as_role("camden_worker"), acting_as(pod.bilal):
        assert [each.url for each in due_for(pod.bilal, today) if each.kind == "supervision-recommendation"] == [
            line.url
        ]
    for person in (pod.niamh, pod.cora):
        assert not [each for each in due_for(person, today) if each.kind == "supervision-recommendation"]
    ManagementDecision.objects.update(answered_on=today, answer="We do")
    assert not [each for each in due_for(pod.bilal, today) if each.kind == "supervision-recommendation"]

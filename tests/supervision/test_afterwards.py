"""After a session: what I take from it is mine alone, and who was not there says that they have read it."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from camden.access import Role
from camden.principal import acting_as
from supervision.models import GroupMember, Reflection, Session, SessionReading
from supervision.reminders import due_for
from tests.conftest import as_role
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.supervision import DiscussionFactory


@pytest.fixture
def rosa(pod: SimpleNamespace) -> Any:
    """A worker of the pod and its group who could not come."""
    person = UserFactory(name="Rosa Begum", email="rosa@example.org")
    MembershipFactory(user=person, team=pod.pod, role=Role.SOCIAL_WORKER)
    GroupMember.objects.create(group=pod.group, person=person, started_on=date(2026, 1, 5))
    return person


def test_what_i_take_from_it_is_read_by_nobody_else(pod: SimpleNamespace, session: Session, browser_for: Any) -> None:
    url = f"/supervision/sessions/{session.pk}/reflection/"
    assert browser_for(pod.amara).post(url, {"words": "I was afraid"}).status_code == 302
    assert "I was afraid" in browser_for(pod.amara).get(url).content.decode()
    browser_for(pod.amara).post(url, {"words": "I was afraid, and said so"})
    assert Reflection.objects.get().words == "I was afraid, and said so"
    assert "afraid" not in browser_for(pod.niamh).get(url).content.decode()
    assert browser_for(pod.bilal).get(url).status_code in (403, 404)


def test_who_was_not_there_is_asked_to_read_it_once_and_the_group_sees_that_they_did(
    pod: SimpleNamespace, session: Session, rosa: Any, browser_for: Any, today: date
) -> None:
    with as_role("camden_app"), acting_as(rosa):
        assert due_for(rosa, today) == [], "not before it is agreed"
    Session.objects.update(agreed_on=today, agreed_by=pod.niamh)
    url = f"/supervision/sessions/{session.pk}/reading/"
    with as_role("camden_app"), acting_as(rosa):
        (one,) = due_for(rosa, today)
    assert (one.text, one.url, one.due_on) == ("Read what your group agreed", url, None)
    with as_role("camden_app"), acting_as(pod.amara):
        assert due_for(pod.amara, today) == [], "she was there"
    for _ in range(2):
        browser_for(rosa).post(url)
    assert SessionReading.objects.get().person == rosa
    with as_role("camden_app"), acting_as(rosa):
        assert due_for(rosa, today) == []
    assert "have read it: Rosa Begum" in browser_for(pod.niamh).get(url).content.decode()


def test_of_two_sessions_somebody_missed_the_later_is_named(
    pod: SimpleNamespace, session: Session, rosa: Any, today: date
) -> None:
    Session.objects.create(group=pod.group, held_on=date(2026, 10, 27), setting="room", supervisor=pod.niamh)
    Session.objects.update(agreed_on=today, agreed_by=pod.niamh)
    with as_role("camden_app"), acting_as(rosa):
        (one,) = due_for(rosa, today)
    assert one.about == "Primrose group, 3 November 2026"


def test_whoever_was_there_does_not_say_that_they_read_it(
    pod: SimpleNamespace, session: Session, browser_for: Any, today: date
) -> None:
    Session.objects.update(agreed_on=today, agreed_by=pod.niamh)
    browser_for(pod.amara).post(f"/supervision/sessions/{session.pk}/reading/")
    assert not SessionReading.objects.exists()


def test_the_page_that_ends_a_session_says_of_each_family_what_goes_where(
    pod: SimpleNamespace, session: Session, browser_for: Any
) -> None:
    found = DiscussionFactory(session=session, case=pod.case, presenter=pod.amara, children=pod.children)
    found.hypotheses.create(case=pod.case, text="Perhaps quiet keeps the peace", status="kept", kept_by="presenter")
    found.hypotheses.create(case=pod.case, text="Perhaps nobody kept this")
    found.actions.create(case=pod.case, what="Ring the school", keeper=pod.amara)
    page = browser_for(pod.niamh).get(f"/supervision/sessions/{session.pk}/closure/").content.decode()
    for said in (
        "A note on the file of Anisa, Imran and Zayd", "Amara Obi will ring the school", "1 idea that was not kept",
        "Perhaps quiet keeps the peace", "whom we ask, for what was kept", "It does not count until then.",
    ):  # fmt: skip
        assert said in page, said
    assert "nobody kept this" not in page

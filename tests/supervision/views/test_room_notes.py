"""What stays in the room: read by those who were there, and by nobody through the record."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection

from camden.principal import acting_as
from supervision.models import (
    Attendance,
    DifferenceNote,
    Discussion,
    Dissent,
    GroupMember,
    Hypothesis,
    Position,
    PromptEdit,
    Session,
)
from tests.conftest import as_role
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.supervision import DiscussionFactory

WORDS = "I dread this door, and my own father shouted like that."


@pytest.fixture
def found(pod: SimpleNamespace, session: Session) -> Discussion:
    """The Rahmans, presented by Amara."""
    return DiscussionFactory(session=session, case=pod.case, presenter=pod.amara, children=pod.children)


def url_of(found: Discussion) -> str:
    """The page of it."""
    return f"/supervision/discussions/{found.pk}/room-notes/"


def test_the_presenter_writes_a_position_that_the_record_never_shows(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    amara, bilal = browser_for(pod.amara), browser_for(pod.bilal)
    form = amara.get(url_of(found)).content.decode()
    assert "A court or a request for records may still ask for it." in form
    amara.post(url_of(found), {"position": WORDS})
    assert WORDS in browser_for(pod.yael).get(url_of(found)).content.decode(), "a clinician who was there"
    assert bilal.get(url_of(found)).status_code == 404
    for url in (
        f"/supervision/discussions/{found.pk}/",
        f"/cases/{pod.case.pk}/",
        f"/cases/{pod.case.pk}/supervision/",
    ):
        for browser in (amara, bilal):
            assert WORDS not in browser.get(url).content.decode(), url
    with as_role("camden_app"), acting_as(pod.bilal):
        assert not Position.objects.exists()


def test_whoever_left_the_group_reads_no_position(
    pod: SimpleNamespace, found: Discussion, browser_for: Any, today: date
) -> None:
    Position.objects.create(case=pod.case, discussion=found, person=pod.amara, words=WORDS)
    GroupMember.objects.filter(person=pod.yael).update(ended_on=today)
    assert WORDS not in browser_for(pod.yael).get(url_of(found)).content.decode()
    assert WORDS in browser_for(pod.niamh).get(url_of(found)).content.decode()


def test_what_was_spoken_is_not_written(pod: SimpleNamespace, found: Discussion, browser_for: Any) -> None:
    amara = browser_for(pod.amara)
    page = amara.post(url_of(found), {"position": WORDS, "was_spoken": "on"}).content.decode()
    assert "What was spoken is not kept." in page
    amara.post(url_of(found), {"position": WORDS})
    amara.post(url_of(found), {"position": "", "was_spoken": "on"})
    position = Position.objects.get()
    assert (position.words, position.was_spoken) == ("", True)
    assert "Spoken, not written." in browser_for(pod.niamh).get(url_of(found)).content.decode()


def test_only_the_presenter_is_asked_for_a_position(pod: SimpleNamespace, found: Discussion, browser_for: Any) -> None:
    niamh = browser_for(pod.niamh)
    assert "What this work does to me" not in niamh.get(url_of(found)).content.decode()
    niamh.post(url_of(found), {"position": WORDS, "was_spoken": ""})
    assert not Position.objects.exists()


def test_a_difference_is_noted_once_and_again_in_other_words(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    niamh = browser_for(pod.niamh)
    said = {"lens": "class", "whose": "worker", "seen": "visible", "voiced": "unvoiced", "so_what": "My car says it"}
    niamh.post(url_of(found), said)
    niamh.post(url_of(found), said | {"so_what": "Our words say it"})
    note = DifferenceNote.objects.get()
    assert (note.so_what, note.is_visible, note.is_voiced) == ("Our words say it", True, False)
    page = niamh.get(url_of(found)).content.decode()
    assert "Class: the worker’s" in page
    assert "It can be seen. It is not spoken of" in page
    refused = niamh.post(url_of(found), {"lens": "class", "so_what": "x"}).content.decode()
    assert "Choose whose difference it is." in refused


def test_somebody_sees_it_differently_with_their_name_beside_it(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    browser_for(pod.niamh).post(url_of(found), {"dissent": "I think it is more dangerous than we say"})
    page = browser_for(pod.amara).get(url_of(found)).content.decode()
    assert "Niamh Castellan" in page
    assert "more dangerous than we say" in page
    assert Dissent.objects.get().person == pod.niamh


def test_a_family_that_is_kept_from_somebody_is_like_none_at_all(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    assert browser_for(pod.finn).get(url_of(found)).status_code == 404
    assert browser_for(pod.dan).get(url_of(found)).status_code == 404


def test_after_the_session_was_agreed_it_is_there_to_read(
    pod: SimpleNamespace, found: Discussion, browser_for: Any, today: date
) -> None:
    Discussion.objects.filter(pk=found.pk).update(agreed_on=today, agreed_by=pod.niamh)
    page = browser_for(pod.amara).post(url_of(found), {"position": WORDS}).content.decode()
    assert "What was written stays as it is." in page
    assert "Save, for this room only" not in page
    assert not Position.objects.exists()


def test_a_clinician_and_a_guest_who_see_no_record_say_that_they_see_it_differently(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    guest = UserFactory(name="Gita Rao", email="gita@example.org")
    GroupMember.objects.create(group=pod.group, person=guest, as_what="guest", started_on=found.held_on)
    Attendance.objects.create(session=found.session, person=guest, part="observer")
    MembershipFactory(user=guest, team=pod.elsewhere, role="clinician")
    browser = browser_for(guest)
    page = browser.get(url_of(found)).content.decode()
    assert "I see it differently" in page and "Which difference?" not in page
    browser.post(url_of(found), {"dissent": "We should ask his doctor"})
    browser.post(url_of(found), {"dissent": "We should ask his doctor first"})
    said = Dissent.objects.get()
    assert (said.person, said.words, said.case) == (guest, "We should ask his doctor first", pod.case)
    assert "We should ask his doctor first" in browser_for(pod.niamh).get(url_of(found)).content.decode()
    for person in (pod.finn, pod.dan):
        with as_role("camden_app"), acting_as(person), connection.cursor() as cursor:
            cursor.execute("select say_differently(%s, 'x')", [found.pk])
            assert cursor.fetchone() == (False,), "kept from one, and the other was not there"


def test_differences_dissent_and_ideas_close_to_whoever_leaves_the_group(
    pod: SimpleNamespace, found: Discussion, browser_for: Any, today: date
) -> None:
    of = {"case": pod.case, "discussion": found}
    DifferenceNote.objects.create(**of, lens="class", whose="worker", so_what="mossgarnet")
    Dissent.objects.create(**of, person=pod.niamh, words="wrenhollow")
    Hypothesis.objects.create(**of, text="Perhaps pebblethrush")
    words = ("mossgarnet", "wrenhollow", "pebblethrush")
    before = browser_for(pod.yael).get(url_of(found)).content.decode()
    assert all(word in before for word in words)
    GroupMember.objects.filter(person=pod.yael).update(ended_on=today)
    after = browser_for(pod.yael).get(url_of(found)).content.decode()
    assert not [word for word in words if word in after]
    assert "It stays with the group" in after
    with as_role("camden_app"), acting_as(pod.yael):
        assert not any(model._base_manager.exists() for model in (DifferenceNote, Dissent, Hypothesis))


def test_a_difference_is_called_what_the_authority_calls_it(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    said = {"kind": "lens", "edited_by": pod.bilal}
    PromptEdit.objects.create(code="class", words="Money and standing", **said)
    PromptEdit.objects.create(code="race", is_off=True, **said)
    DifferenceNote.objects.create(case=pod.case, discussion=found, lens="class", whose="worker")
    DifferenceNote.objects.create(case=pod.case, discussion=found, lens="race", whose="team")
    page = browser_for(pod.niamh).get(url_of(found)).content.decode()
    assert "Money and standing: the worker’s" in page and ">Money and standing<" in page
    assert "Race: ours" in page, "what was noted before it was left out keeps its name"
    assert '<option value="race">' not in page

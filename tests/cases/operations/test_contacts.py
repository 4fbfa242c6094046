"""A contact is taken once, decided once, and whoever told us hears of it."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import ProgrammingError

from camden.models import Message
from camden.principal import acting_as
from cases.models import ChronologyEntry, Contact, Member, Referral, Relationship
from cases.operations.contacts import (
    DecidedBefore,
    NotDecided,
    NotTaken,
    decide_contact,
    log_feedback,
    open_family,
    take_contact,
)
from cases.rules.front_door import AdultSaid, ChildSaid, ContactSaid, PeopleSaid
from tests.conftest import as_role
from tests.factories.cases import CaseFactory, ChildFactory
from tests.factories.journey_door import ContactFactory

AT = datetime(2026, 11, 3, 10, tzinfo=UTC)
SAID = ContactSaid(
    received_at=AT - timedelta(hours=1), method="phone", source="2A", consent="given", worry="He was hungry again."
)


def taken(cast: SimpleNamespace, by: Any = None) -> Contact:
    return take_contact(case=cast.case, by=by or cast.amara, children=cast.children[:1], people=PeopleSaid(), said=SAID)


def decided(contact: Contact, by: Any, outcome: str = "information", **more: Any) -> Contact:
    return decide_contact(contact=contact, by=by, at=AT, outcome=outcome, rationale="We talked it over.", **more)


def test_a_new_family_gets_a_record_its_people_and_its_contact_in_one_go(cast: SimpleNamespace) -> None:
    people = PeopleSaid(
        (ChildSaid("Marlon", "Pike", date(2017, 4, 3), "M"), ChildSaid("Baby", "Pike", date(2027, 1, 9), "F")),
        (AdultSaid("Denise Anne Pike", "mother"),),
    )
    with as_role("camden_app"), acting_as(cast.amara):
        contact = open_family(team=cast.pod, by=cast.amara, people=people, said=SAID)
        case = contact.case
        assert (case.name, case.team_ids, case.opened_on) == ("Pike", [cast.pod.pk], date(2026, 11, 3))
        marlon, baby = contact.children.order_by("pk")
        assert (marlon.born_on, marlon.sex) == (date(2017, 4, 3), "M")
        assert (baby.expected_on, baby.born_on, baby.sex) == (date(2027, 1, 9), None, "U"), (
            "born in the future: expected"
        )
        mother = Member.objects.get(case=case, kind="adult")
        assert (mother.given_name, mother.family_name) == ("Denise Anne", "Pike")
        assert Relationship.objects.filter(one=mother, kind="mother").count() == 2
        entry = ChronologyEntry.objects.get(case=case)
        assert (entry.summary, entry.subject_id) == ("Contact about Marlon and Baby from school", contact.pk)


def test_a_family_without_a_name_is_called_by_what_is_known(cast: SimpleNamespace) -> None:
    with as_role("camden_app"), acting_as(cast.amara):
        people = PeopleSaid((ChildSaid("A boy of about 4"),))
        assert open_family(team=cast.pod, by=cast.amara, people=people, said=SAID).case.name == "A boy of about 4"


def test_nobody_opens_a_family_on_the_list_of_a_team_out_of_their_reach(cast: SimpleNamespace) -> None:
    people = PeopleSaid((ChildSaid("Marlon"),))
    with as_role("camden_app"), acting_as(cast.amara), pytest.raises(ProgrammingError, match="out of reach"):
        open_family(team=cast.elsewhere, by=cast.amara, people=people, said=SAID)


def test_a_contact_is_about_at_least_one_child(cast: SimpleNamespace) -> None:
    with as_role("camden_app"), acting_as(cast.amara):
        with pytest.raises(NotTaken, match="at least one child"):
            take_contact(case=cast.case, by=cast.amara, children=[], people=PeopleSaid(), said=SAID)
        with pytest.raises(NotTaken, match="at least one child"):
            open_family(team=cast.pod, by=cast.amara, people=PeopleSaid(), said=SAID)


def test_a_brother_who_was_not_in_the_record_is_added_with_the_contact(cast: SimpleNamespace) -> None:
    people = PeopleSaid((ChildSaid("Yusuf"),))
    with as_role("camden_app"), acting_as(cast.amara):
        contact = take_contact(case=cast.case, by=cast.amara, children=cast.children[:1], people=people, said=SAID)
    assert [child.given_name for child in contact.children.order_by("pk")] == ["Anisa", "Yusuf"]


def test_a_decision_says_who_what_when_and_why_and_may_change_the_rating(cast: SimpleNamespace) -> None:
    with as_role("camden_app"), acting_as(cast.bilal):
        decided(taken(cast), cast.bilal, rating="green")
        contact = Contact.objects.get()
    assert (contact.decided_by, contact.decided_at, contact.outcome) == (cast.bilal, AT, "information")
    assert (contact.rating, contact.version) == ("green", 2)
    last = ChronologyEntry.objects.order_by("pk").last()
    assert last and last.summary == "Bilal Aziz decided the contact about Anisa: information or advice given"


def test_whoever_answered_the_phone_may_decide(cast: SimpleNamespace) -> None:
    with as_role("camden_app"), acting_as(cast.bilal):
        contact = decided(taken(cast, cast.bilal), cast.bilal)
    assert contact.taken_by == contact.decided_by == cast.bilal


def test_two_managers_who_decide_at_once_make_one_decision(cast: SimpleNamespace) -> None:
    contact = ContactFactory(case=cast.case, taken_by=cast.amara, about=cast.children[:1])
    same = Contact.objects.get()  # as the second one opened it, before the first one decided
    with as_role("camden_app"), acting_as(cast.bilal):
        decided(contact, cast.bilal)
    with as_role("camden_app"), acting_as(cast.cora), pytest.raises(DecidedBefore):
        decided(same, cast.cora, "signpost")
    assert Contact.objects.get().outcome == "information"


def test_a_contact_about_a_child_not_in_need_becomes_a_referral_whose_day_begins_then(cast: SimpleNamespace) -> None:
    noor = ChildFactory(case=cast.case, given_name="Noor")
    contact = ContactFactory(case=cast.case, taken_by=cast.amara, about=[cast.children[0], noor])
    with as_role("camden_app"), acting_as(cast.bilal):
        decided(contact, cast.bilal, "referral")
        referral = Referral._base_manager.get()
        assert (referral.contact, referral.received_at, referral.source) == (contact, AT, "2A")
        assert list(referral.children.all()) == [noor], "Anisa is in need already"


def test_a_contact_about_children_in_need_is_for_their_worker_and_no_referral(cast: SimpleNamespace) -> None:
    contact = ContactFactory(case=cast.case, taken_by=cast.amara, about=cast.children[:1])
    with as_role("camden_app"), acting_as(cast.bilal):
        with pytest.raises(NotDecided, match="Anisa is in need already"):
            decided(contact, cast.bilal, "referral")
        assert Contact.objects.get().decided_at is None
        decided(contact, cast.bilal, "open-to-worker")
    message = Message.objects.get()
    assert (message.recipient, message.kind, message.subject_id) == (cast.amara, "contact", contact.pk)


def test_nothing_is_passed_to_a_worker_who_is_not_there(cast: SimpleNamespace) -> None:
    case = CaseFactory(team_ids=[cast.pod.pk])
    contact = ContactFactory(case=case, taken_by=cast.amara, about=[ChildFactory(case=case)])
    with as_role("camden_app"), acting_as(cast.bilal), pytest.raises(NotDecided, match="Nobody else works"):
        decided(contact, cast.bilal, "open-to-worker")


def test_the_referrer_hears_after_the_decision_and_once(cast: SimpleNamespace) -> None:
    contact = ContactFactory(case=cast.case, taken_by=cast.amara, about=cast.children[:1])
    with as_role("camden_app"), acting_as(cast.bilal):
        with pytest.raises(NotDecided, match="only after the decision"):
            log_feedback(contact=contact, by=cast.bilal, at=AT)
        decided(contact, cast.bilal)
        with pytest.raises(NotDecided, match="only after the decision"):
            log_feedback(contact=contact, by=cast.bilal, at=AT - timedelta(minutes=1))
        log_feedback(contact=contact, by=cast.bilal, at=AT, how="by phone")
        with pytest.raises(DecidedBefore):
            log_feedback(contact=contact, by=cast.bilal, at=AT)
    assert Contact.objects.get().told_by == cast.bilal
    last = ChronologyEntry.objects.order_by("pk").last()
    assert last and last.summary.endswith("told the referrer what came of the contact: by phone")


def test_a_decision_is_not_earlier_than_the_contact(cast: SimpleNamespace) -> None:
    contact = ContactFactory(case=cast.case, taken_by=cast.amara, received_at=AT + timedelta(hours=1))
    with as_role("camden_app"), acting_as(cast.bilal), pytest.raises(NotDecided, match="earlier"):
        decided(contact, cast.bilal)

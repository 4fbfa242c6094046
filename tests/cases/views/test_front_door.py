"""The front door: who waits, looking before a record is opened, taking and deciding contacts and referrals."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from camden.access import Role
from cases.models import Case, Contact, Episode, Member, Referral
from tests.factories.camden import MembershipFactory
from tests.factories.cases import CaseFactory, ChildFactory, ExclusionFactory
from tests.factories.journey_door import ContactFactory, ReferralFactory
from tests.queries import of_the_page

NOW = datetime(2026, 11, 3, 10, tzinfo=UTC)  # a Tuesday
DOOR = "/cases/front-door/"
NEW = "/cases/front-door/contacts/new/"
MOST = 15


@pytest.fixture
def bilal(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.bilal)


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


def told(cast: SimpleNamespace, number: int = 0, **more: Any) -> Contact:
    made: Contact = ContactFactory(
        case=cast.case, taken_by=cast.amara, about=[cast.children[number]], **{"rating": "amber"} | more
    )
    return made


def page_of(thing: Any, name: str) -> str:
    return reverse(f"cases:{name}", args=[thing.case_id, thing.pk])


def said(**more: Any) -> dict[str, Any]:
    sent = {
        "received_on_quick": "2026-11-03", "received_on": "", "received_time": "09:40", "method": "phone",
        "source": "2A", "consent": "given", "worry": "He was hungry again.", "rating": "red",
    }  # fmt: skip
    return {name: value for name, value in (sent | more).items() if value is not None}


def test_the_nearest_limit_comes_first_and_is_said_in_words(cast: SimpleNamespace, bilal: Any, read: Any) -> None:
    told(cast, 0, rating="green")
    told(cast, 1, rating="red", received_at=NOW - timedelta(hours=5))
    told(cast, 2, rating="red", received_at=NOW - timedelta(hours=1))
    page = read(bilal.get(DOOR)).said
    words = [
        "Late: it was to be decided by 09:00 today",
        "Decide by 13:00 today",
        "Decide by the end of Friday 6 November",
    ]
    places = [page.index(each) for each in words]
    assert places == sorted(places)
    assert page.index("Imran") < page.index("Zayd") < page.index("Anisa")
    assert "Contact received today 08:30, taken by Amara Obi" in page
    assert "Rahman, " not in page and "Anisa Rahman" not in page, "first names are enough here"


def test_what_nobody_rated_comes_before_everything(cast: SimpleNamespace, bilal: Any, read: Any) -> None:
    told(cast, 0, rating="red", received_at=NOW - timedelta(days=2))
    told(cast, 1, rating="")
    page = read(bilal.get(DOOR)).said
    assert page.index("Not rated yet") < page.index("Late: it was to be decided")


def test_each_tab_shows_its_own(cast: SimpleNamespace, bilal: Any, read: Any) -> None:
    decided = {"decided_at": NOW, "decided_by": cast.bilal, "rationale": "x"}
    told(cast, 0)
    told(cast, 1, outcome="signpost", **decided)
    told(cast, 2, outcome="referral", **decided)
    ReferralFactory(case=cast.case, about=[cast.children[2]], received_at=NOW - timedelta(days=1))
    shown = {
        show: read(bilal.get(f"{DOOR}?show={show}")).said for show in ("contacts", "referrals", "decided", "feedback")
    }
    assert "Anisa" in shown["contacts"] and "Imran" not in shown["contacts"]
    assert "Zayd" in shown["referrals"] and "Decide by the end of today" in shown["referrals"]
    assert "Imran" in shown["decided"] and "Zayd" in shown["decided"] and "Anisa" not in shown["decided"]
    assert "Imran" in shown["feedback"] and "Zayd" not in shown["feedback"], "who told us hears of the referral instead"
    assert (
        "Contacts to decide 1 Referrals to decide 1 Decided today 2 Waiting for feedback to the referrer 1"
        in shown["feedback"]
    )


def test_only_whoever_decides_is_led_to_a_decision(cast: SimpleNamespace, bilal: Any, amara: Any, read: Any) -> None:
    contact = told(cast)
    assert page_of(contact, "contact-decision") in read(bilal.get(DOOR)).links
    assert page_of(contact, "contact-decision") not in read(amara.get(DOOR)).links
    assert amara.get(page_of(contact, "contact-decision")).status_code == 403


def test_the_board_shows_nothing_of_a_record_that_is_not_open(
    cast: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    contact = told(cast)
    assert "Anisa" not in read(browser_for(cast.dan).get(DOOR)).said
    ExclusionFactory(case=cast.case, worker=cast.bilal)
    assert "Anisa" not in read(browser_for(cast.bilal).get(DOOR)).said
    assert browser_for(cast.dan).get(page_of(contact, "contact")).status_code == 404
    assert browser_for(cast.eve).get(DOOR).status_code == 403


def test_the_board_asks_the_same_however_many_wait(cast: SimpleNamespace, bilal: Any) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert bilal.get(DOOR).status_code == 200
        return len(of_the_page(captured))

    told(cast)
    few = asked()
    for number in (0, 1, 2):
        told(cast, number)
    assert asked() == few <= MOST


@pytest.mark.parametrize("name", ["contact", "contact-decision", "contact-feedback"])
def test_the_pages_of_a_contact_ask_little(cast: SimpleNamespace, bilal: Any, name: str) -> None:
    contact = told(cast)
    with CaptureQueriesContext(connection) as captured:
        assert bilal.get(page_of(contact, name)).status_code == 200
    assert len(of_the_page(captured)) <= MOST


@pytest.mark.parametrize("name", ["referral", "referral-decision", "referral-feedback"])
def test_the_pages_of_a_referral_ask_little(cast: SimpleNamespace, bilal: Any, name: str) -> None:
    referral = ReferralFactory(case=cast.case, about=cast.children)
    with CaptureQueriesContext(connection) as captured:
        assert bilal.get(page_of(referral, name)).status_code == 200
    assert len(of_the_page(captured)) <= MOST


def test_one_looks_before_one_opens(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    page = read(amara.get(NEW))
    assert "Do we know this family?" in page.said and "worry" not in page.offered
    found = read(amara.get(f"{NEW}?q=rahman"))
    assert f"/cases/{cast.case.pk}/contacts/new/" in found.links and "Anisa Rahman" in found.said
    assert "?new=1" in found.links
    born = read(amara.get(f"{NEW}?born=17+5+2015"))
    assert f"/cases/{cast.case.pk}/contacts/new/" in born.links
    assert "Nobody found" in read(amara.get(f"{NEW}?q=zzz")).said
    assert "Enter a name" in read(amara.get(f"{NEW}?q=")).errors["q"]
    assert "cannot read that day" in read(amara.get(f"{NEW}?born=abc")).errors["born"]


def test_looking_finds_nobody_of_another_team(cast: SimpleNamespace, browser_for: Any, read: Any) -> None:
    for asked in ("q=rahman", "born=17+5+2015"):
        page = read(browser_for(cast.dan).get(f"{NEW}?{asked}"))
        assert "Rahman" not in page.said and "Nobody found" in page.said


def test_a_new_family_is_opened_with_its_contact(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    sent = said(
        child_1_given="Marlon", child_1_family="Pike", child_1_day="3 4 2017", child_2_given="a girl of about 4"
    )
    sent |= {
        "team": str(cast.pod.pk),
        "adult_1_name": "Denise Pike",
        "adult_1_tie": "mother",
        "care_when_calling": "No texts.",
    }
    page = read(amara.post(f"{NEW}?new=1", sent, follow=True))
    assert "A new record is open: Pike" in page.said
    assert "Take care when you call No texts." in page.said and "Decide by 13:40 today" in page.said
    contact = Contact.objects.get()
    assert contact.received_at == datetime(2026, 11, 3, 9, 40, tzinfo=UTC)
    assert Member.objects.filter(case=contact.case).count() == 3


BAD: list[tuple[dict[str, Any], str, str]] = [
    ({"child_1_given": ""}, "child_1_given", "at least one child"),
    ({"received_time": "10:30"}, "received_time", "later than now, 10:00"),
    ({"received_time": "half ten"}, "received_time", "Enter a time"),
    ({"method": None}, "method", "Choose an answer"),
    ({"source": ""}, "source", "Choose who told us"),
    ({"consent": None}, "consent", "Choose an answer"),
    ({"worry": ""}, "worry", "even if it is one line"),
    ({"child_1_day": "3 4 2028"}, "child_1_day", "No baby is expected so far ahead"),
    ({"adult_1_tie": "mother"}, "adult_1_name", "Write the name"),
    ({"team": "999"}, "team", "one of the answers"),
    ({"rating": "purple"}, "rating", "one of the answers"),
]


@pytest.mark.parametrize(("wrong", "field", "sentence"), BAD)
def test_what_is_missing_is_said_beside_it_and_nothing_is_opened(
    cast: SimpleNamespace, amara: Any, read: Any, wrong: dict[str, Any], field: str, sentence: str
) -> None:
    sent = said(**{"child_1_given": "Marlon", "team": str(cast.pod.pk)} | wrong)
    page = read(amara.post(f"{NEW}?new=1", sent))
    assert sentence in page.errors[field]
    assert "He was hungry again." in page.filled["worry"] or field == "worry"
    assert not Contact.objects.exists() and Case.objects.count() == 1


def test_a_contact_about_a_known_family_ticks_its_children(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    url = reverse("cases:contact-for", args=[cast.case.pk])
    page = read(amara.get(url))
    assert "Anisa Rahman, 11 years" in page.said and "team" not in page.offered
    assert "at least one child" in read(amara.post(url, said())).errors["children"]
    sent = said(children=[str(cast.children[0].pk)], child_1_given="Yusuf")
    assert "Contact taken." in read(amara.post(url, sent, follow=True)).said
    assert Contact.objects.get().children.count() == 2


def test_a_child_of_another_record_is_no_answer(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    other = ChildFactory(given_name="Tamsin")
    page = read(amara.post(reverse("cases:contact-for", args=[cast.case.pk]), said(children=[str(other.pk)])))
    assert "one of the answers" in page.errors["children"] and not Contact.objects.exists()


def test_a_new_family_needs_a_team_with_a_list(cast: SimpleNamespace, browser_for: Any, read: Any) -> None:
    chair = MembershipFactory(team=cast.service, role=Role.REVIEWING_OFFICER).user
    assert "You belong to no team with a list" in read(browser_for(chair).get(f"{NEW}?new=1")).said
    page = read(browser_for(cast.cora).get(f"{NEW}?new=1"))
    assert "team" in page.offered, "whoever answers for the service chooses among its teams"


def test_a_manager_decides_and_the_second_one_sees_what_the_first_decided(
    cast: SimpleNamespace, bilal: Any, browser_for: Any, read: Any
) -> None:
    noor = ChildFactory(case=cast.case, given_name="Noor")
    contact: Contact = ContactFactory(case=cast.case, taken_by=cast.amara, about=[noor], rating="amber")
    url = page_of(contact, "contact-decision")
    page = read(
        bilal.post(url, {"outcome": "referral", "rationale": "We have to see her.", "rating": "red"}, follow=True)
    )
    assert "Referral to children’s social care" in page.said and "The referral it became" in page.said
    cora = browser_for(cast.cora)
    second = read(cora.post(url, {"outcome": "signpost", "rationale": "The food bank helps.", "rating": "amber"}))
    assert "Somebody was here before you, and nothing was changed." in second.said
    assert "Bilal Aziz, today 10:00" in second.said and "The food bank helps." in second.said
    assert Contact.objects.get().outcome == "referral"


def test_the_familys_worker_is_offered_by_name_and_only_while_there_is_one(
    cast: SimpleNamespace, bilal: Any, read: Any
) -> None:
    assert "Amara Obi hears of it." in read(bilal.get(page_of(told(cast), "contact-decision"))).said
    case = CaseFactory(team_ids=[cast.pod.pk])
    contact: Contact = ContactFactory(case=case, taken_by=cast.amara, about=[ChildFactory(case=case)])
    assert "own worker" not in read(bilal.get(page_of(contact, "contact-decision"))).said


def test_children_in_need_are_not_referred_again(cast: SimpleNamespace, bilal: Any, read: Any) -> None:
    url = page_of(told(cast), "contact-decision")
    page = read(bilal.post(url, {"outcome": "referral", "rationale": "x", "rating": ""}))
    assert "Anisa is in need already. Pass it to the family’s own worker." in page.errors["outcome"]


def test_who_was_told_is_noted_once(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    decided = {
        "outcome": "signpost",
        "decided_at": NOW - timedelta(minutes=30),
        "decided_by": cast.bilal,
        "rationale": "x",
    }
    url = page_of(told(cast, **decided), "contact-feedback")
    when = {"told_on_quick": "2026-11-03", "told_on": ""}
    early = read(amara.post(url, when | {"told_time": "09:00"}))
    assert "only after the decision" in early.errors["told_time"]
    page = read(amara.post(url, when | {"told_time": "09:45", "how": "by phone"}, follow=True))
    assert "The referrer was told: Amara Obi, today 09:45." in page.said
    assert "It is noted already." in read(amara.post(url, when | {"told_time": "09:50"})).said


def test_a_referral_is_decided_child_by_child(cast: SimpleNamespace, bilal: Any, read: Any) -> None:
    noor, sami = (ChildFactory(case=cast.case, given_name=name, family_name="Pike") for name in ("Noor", "Sami"))
    referral: Referral = ReferralFactory(case=cast.case, about=[noor, sami])
    url = page_of(referral, "referral-decision")
    sent = {"outcomes": ["assessment", "strategy"], "children": [str(noor.pk)], "primary_need": "N1", "rationale": "x"}
    page = read(bilal.post(url, sent, follow=True))
    assert "Single assessment, Strategy discussion" in page.said
    assert "A child in need: abuse, neglect or exploitation" in page.said and "No further action" in page.said
    assert "already decided" not in page.said
    again = read(bilal.post(url, sent | {"rationale": "And mine."}))
    assert "Somebody was here before you" in again.said and "And mine." in again.said
    assert Episode.objects.filter(part__referral=referral).count() == 2


WRONG: list[tuple[dict[str, Any], str, str]] = [
    ({"outcomes": []}, "outcomes", "Choose what the referral leads to"),
    ({"outcomes": ["no-further-action", "other"]}, "outcomes", "stands alone"),
    ({"outcomes": ["no-further-action"]}, "children", "nobody becomes a child in need"),
    ({"children": []}, "children", "for which children"),
    ({"primary_need": ""}, "primary_need", "main need"),
    ({"rationale": ""}, "rationale", "Write why"),
    ({"children": ["9999"]}, "children", "one of the answers"),
]


@pytest.mark.parametrize(("wrong", "field", "sentence"), WRONG)
def test_a_referrals_decision_that_says_too_little_is_refused(
    cast: SimpleNamespace, bilal: Any, read: Any, wrong: dict[str, Any], field: str, sentence: str
) -> None:
    noor = ChildFactory(case=cast.case, given_name="Noor")
    referral: Referral = ReferralFactory(case=cast.case, about=[noor])
    usual = {"outcomes": ["assessment"], "children": [str(noor.pk)], "primary_need": "N1", "rationale": "x"}
    page = read(bilal.post(page_of(referral, "referral-decision"), usual | wrong))
    assert sentence in page.errors[field]
    assert Referral._base_manager.get().decided_at is None


def test_who_told_of_a_referral_is_noted(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    facts = {"decided_at": NOW, "decided_by": cast.bilal, "rationale": "x", "outcomes": ["other"]}
    referral: Referral = ReferralFactory(case=cast.case, about=cast.children, **facts)
    url = page_of(referral, "referral-feedback")
    when = {"told_on_quick": "2026-11-03", "told_on": "", "told_time": "10:00"}
    assert "The referrer was told: Amara Obi" in read(amara.post(url, when, follow=True)).said
    assert "It is noted already." in read(amara.get(url)).said


def test_before_a_decision_there_is_nothing_to_tell(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    referral: Referral = ReferralFactory(case=cast.case, about=cast.children)
    assert "Nothing is decided yet" in read(amara.get(page_of(referral, "referral-feedback"))).said
    assert "Nothing is decided yet" in read(amara.get(page_of(told(cast), "contact-feedback"))).said


def test_a_record_nobody_leads_in_is_passed_on(cast: SimpleNamespace, bilal: Any, read: Any) -> None:
    case = CaseFactory(name="Pike", team_ids=[cast.pod.pk])
    url = reverse("cases:transfer", args=[case.pk])
    assert "Choose a team." in read(bilal.post(url, {"to": "", "why": "x"})).errors["to"]
    page = read(bilal.post(url, {"to": str(cast.elsewhere.pk), "why": "They moved."}, follow=True))
    assert "Passed on to South team." in page.said and "Front door" in page.said, "it is out of Bilal's sight"
    assert Case.objects.get(pk=case.pk).team_ids == [cast.elsewhere.pk]
    mine = read(bilal.post(reverse("cases:transfer", args=[cast.case.pk]), {"to": str(cast.elsewhere.pk), "why": "x"}))
    assert "Somebody leads here already" in mine.said


def test_the_day_of_a_contact_at_night_is_the_day_here(cast: SimpleNamespace, amara: Any) -> None:
    sent = said(received_on_quick="other", received_on="30 6 2026", received_time="00.30", child_1_given="Marlon")
    amara.post(f"{NEW}?new=1", sent | {"team": str(cast.pod.pk)})
    contact = Contact.objects.get()
    assert contact.received_at == datetime(2026, 6, 29, 23, 30, tzinfo=UTC)
    assert contact.case.opened_on == date(2026, 6, 30)

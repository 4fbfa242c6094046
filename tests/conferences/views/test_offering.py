"""The pages of an offer: three clicks and a paragraph, asking again, the settings."""

from types import SimpleNamespace
from typing import Any

import pytest

from cases.models import PlanSpell, Relationship
from conferences.models import (
    Brief,
    ConferenceSettings,
    ConferenceStage,
    DangerWord,
    FamilyAnswer,
    FamilyConference,
    MustHave,
    NetworkPerson,
    NotYetOffered,
    SafetyFact,
)
from tests.factories.cases import ChildFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def family(conferred: SimpleNamespace) -> SimpleNamespace:
    conferred.shirin = ChildFactory(
        case=conferred.case, given_name="Shirin", family_name="", kind="adult", born_on=None, language="Sylheti"
    )
    for child in conferred.children:
        Relationship.objects.create(
            case=conferred.case, one=conferred.shirin, other=child, kind="mother", parental_responsibility=True
        )
    conferred.top = f"/cases/{conferred.case.pk}/conferences/"
    conferred.here = conferred.conference.get_absolute_url()
    return conferred


def test_a_conference_is_offered_in_three_clicks_and_a_paragraph(
    family: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    amara = browser_for(family.amara)
    child = read(amara.get(family.children[0].get_absolute_url()))
    refer = next(link for link in child.links if "/conferences/new/" in link)  # the first click
    page = read(amara.get(refer))
    typed = {name: value for name, value in page.filled.items() if value}
    sent = typed | page.ticked  # of several ticks the last, which is one that the page brought along
    assert "safety" not in sent and "reason" not in sent
    # A paragraph; the second click says what is known of safety, the third sends.
    sent |= {"reason": "Shirin would like her own people round her.", "safety": "nothing-known"}
    answer = amara.post(refer, sent)
    assert answer.status_code == 302, answer.content.decode()
    conference = FamilyConference.objects.with_stage().latest("pk")
    assert conference.stage == "considered", "nobody was asked yet, and nothing says otherwise"
    assert conference.pk != family.conference.pk
    assert set(NetworkPerson.objects.filter(conference=conference).values_list("name", flat=True)) == {"Shirin"}
    offer = read(amara.get(f"{conference.get_absolute_url()}offer/")).said
    assert "Shirin: offer it, or say why not." in offer and "Anisa: ask what they think of it." in offer


def test_what_keeps_safe_and_what_must_happen_are_kept_as_rows_and_in_words(
    family: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    amara = browser_for(family.amara)
    said = {
        "reason": "x", "children": [family.children[0].pk], "asked_on_quick": "2026-11-03", "safety": "known",
        "kind_1": "order", "about_1": "Jamal", "bottom_lines": "He stays away.\n- Nan is there.",
        f"asked_{family.shirin.pk}": "yes", f"language_{family.shirin.pk}": "Sylheti",
        f"interpreter_{family.shirin.pk}": "Mrs Begum", f"shares_{family.shirin.pk}": ["reach", "school"],
    }  # fmt: skip
    page = read(amara.post(f"{family.top}new/", said))
    assert "Write what is so." in page.errors["what_1"] and page.filled["about_1"] == "Jamal"
    assert amara.post(f"{family.top}new/", said | {"what_1": "He must not come near."}).status_code == 302
    conference = FamilyConference.objects.latest("pk")
    assert SafetyFact.objects.get(conference=conference).kind == "order"
    assert Brief.objects.get(conference=conference).safety_facts == "An order of a court, Jamal: He must not come near."
    assert list(MustHave.objects.filter(conference=conference).values_list("words", flat=True)) == [
        "He stays away.",
        "Nan is there.",
    ]
    row = FamilyAnswer.objects.get(conference=conference)
    assert (row.member, row.has_responsibility, row.shares) == (family.shirin, True, ["reach", "school"])


def test_who_was_not_asked_is_not_left_out_without_a_reason(
    family: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    said = {"reason": "x", "children": [family.children[0].pk], "asked_on_quick": "2026-11-03"}
    said |= {"safety": "nothing-known", f"asked_{family.shirin.pk}": "not-asked"}
    page = read(browser_for(family.amara).post(f"{family.top}new/", said))
    assert "Write why Shirin was not asked." in page.errors[f"because_{family.shirin.pk}"]


@pytest.mark.parametrize("who", ["amara", "samira"])
def test_worker_and_coordinator_ask_again(who: str, family: SimpleNamespace, browser_for: Any, read: Any) -> None:
    browser = browser_for(getattr(family, who))
    page = read(browser.get(f"{family.here}askings/new/"))
    assert ("Imran" in page.said.split("Whom did you ask?")[1].split("Somebody else")[0]) == (who == "amara")
    said = {"who": "else", "answer": "no", "asked_on_quick": "2026-11-03", "words": "Not with him there."}
    assert "name" in read(browser.post(f"{family.here}askings/new/", said)).errors
    assert browser.post(f"{family.here}askings/new/", said | {"name": "Nan"}).status_code == 302
    row = FamilyAnswer.objects.latest("pk")
    assert (row.who, row.asked_by, row.words) == ("Nan", getattr(family, who), "Not with him there.")
    assert "Not with him there." in read(browser.get(f"{family.here}offer/")).said


def test_a_worker_is_not_offered_the_managers_decision(family: SimpleNamespace, browser_for: Any, read: Any) -> None:
    address = f"{family.here}not-taken-up/"
    said = {"why": "not-in-interest", "noted_on_quick": "2026-11-03", "evidence": "x"}
    assert "on its way to a meeting" in read(browser_for(family.amara).post(address, said)).said
    assert FamilyConference.objects.with_stage().get(pk=family.conference.pk).stage == "allocated"
    assert browser_for(family.bilal).post(address, said).status_code == 302
    found = FamilyConference.objects.with_stage().get(pk=family.conference.pk)
    assert found.stage == "exempt"
    paper = read(browser_for(family.samira).get(f"{family.here}offer/")).said
    assert "Not taken up, and why" in paper and "refus" not in paper.lower()


def test_the_childs_page_says_when_to_offer_one_and_not_yet_answers_it(
    family: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    PlanSpell.objects.create(case=family.case, child=family.children[0], basis="need", started_on="2026-11-02")
    amara, child = browser_for(family.amara), family.children[0].get_absolute_url()
    words = "a child in need plan began"
    assert words not in read(amara.get(child)).said  # one is under way
    ConferenceStage.objects.create(
        case=family.case, conference=family.conference, stage="closed", happened_on="2026-10-28", said_by=family.samira
    )
    ConferenceStage.objects.filter(stage="offered").update(happened_on="2026-09-01")
    page = read(amara.get(child))
    assert f"Offer a family group conference again: {words}." in page.said and f"{family.top}not-yet/" in page.links
    assert amara.post(f"{family.top}not-yet/", {"why": ""}).status_code == 200
    assert amara.post(f"{family.top}not-yet/", {"why": "They move on Friday."}).status_code == 302
    assert NotYetOffered.objects.get().threshold == "need"
    assert words not in read(amara.get(child)).said


def test_only_who_keeps_settings_sets_the_day_and_the_words(
    family: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    eve = browser_for(family.eve)
    assert browser_for(family.bilal).get("/settings/conferences/").status_code == 403
    assert "knows no other language" in read(eve.get("/settings/conferences/")).said
    said = {"commenced_on": "1 4 2027", "leave_to": "https://example.org/weather", "duty_phone": "020 7946 0999"}
    assert eve.post("/settings/conferences/", said).status_code == 302
    assert str(ConferenceSettings.objects.get().commenced_on) == "2027-04-01"
    court = read(browser_for(family.amara).get(f"{family.top}before-court/")).said
    assert "in force since 1 April 2027" in court and "020 7946 0999" in court
    assert eve.post("/settings/conferences/words/", {"words": "Miedo", "what": "add"}).status_code == 302
    assert "words" in read(eve.post("/settings/conferences/words/", {"words": "a1", "what": "add"})).errors
    assert DangerWord.objects.get().words == "miedo"

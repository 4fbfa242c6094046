"""*Afterwards*: links for one person each, how it is as the family says, and where the children are."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from camden.principal import acting_as
from camden.rules.dates import months_after
from conferences.models import FamilyLink, FamilyMeeting, Invitee, Outcome, OutcomeWords, PlanEdition
from conferences.reminders import due_for
from tests.conftest import AppClient, as_role
from tests.factories.journey_clocks import need_plan

pytestmark = pytest.mark.django_db
FULL = {"control": "7", "coping": "5", "timing": "end"}


@pytest.fixture
def on() -> date:
    """The database's own day."""
    return timezone.localdate()


@pytest.fixture
def met(conferred: SimpleNamespace, on: date) -> SimpleNamespace:
    """They met six months ago. Ngozi can be written to, Bernie cannot, Leon is a child."""
    own = {"case": conferred.case, "conference": conferred.conference}
    conferred.met_on = months_after(on, -6)
    FamilyMeeting.objects.create(**own, held_on=conferred.met_on)
    type(conferred.conference).objects.update(referred_on=months_after(on, -8))
    common = {"kind": "family", "came": True}
    conferred.ngozi = Invitee.objects.create(**own, **common, name="Ngozi", side="father", is_safe_to_write=True)
    conferred.bernie = Invitee.objects.create(**own, **common, name="Bernie", side="mother")
    Invitee.objects.create(**own, **common, name="Leon", side="mother", is_child=True, is_safe_to_write=True)
    PlanEdition.objects.create(**own, edition=1, agreed_on=conferred.met_on, content={"names": ["Anisa"]})
    return conferred


def page(of: SimpleNamespace, name: str = "afterwards", pk: int | None = None) -> str:
    return reverse(f"conferences:{name}", args=[of.case.pk, pk or of.conference.pk])


def _answered(of: SimpleNamespace, who: Invitee, words: str = "", **facts: Any) -> OutcomeWords:
    own = {"case": of.case, "conference": of.conference}
    outcome = Outcome.objects.create(**own, **{"timing": "ask-3", "answered_on": of.met_on, "by_link": True} | facts)
    return OutcomeWords.objects.create(**own, outcome=outcome, invitee=who, words=words)


def test_a_link_is_made_for_one_person_and_shown_once(met: SimpleNamespace, browser_for: Any, read: Any) -> None:
    samira = browser_for(met.samira)
    form = samira.get(page(met, "link-new")).content.decode()
    assert "Ngozi" in form and "Bernie</bdi>: We do not know a safe way" in form
    assert "Leon</bdi>: Give a child the plan on paper" in form
    shown = samira.post(page(met, "link-new"), {"who": str(met.ngozi.pk), "opens": "plan"})
    said = shown.content.decode()
    address = said.split('class="given__address">')[1].split("<")[0]
    assert shown["Cache-Control"] == "no-store"
    assert AppClient().get("/y/" + address.split("/y/")[1]).status_code == 200
    listed = samira.get(page(met)).content.decode()
    assert "Opened once" in listed and address.split("/y/")[1].strip("/") not in listed


@pytest.mark.parametrize("who", ["bernie", "nobody"])
def test_nobody_else_can_be_chosen(met: SimpleNamespace, browser_for: Any, read: Any, who: str) -> None:
    key = met.bernie.pk if who == "bernie" else 0
    answer = browser_for(met.samira).post(page(met, "link-new"), {"who": str(key), "opens": "plan"})
    assert "who" in read(answer).errors and not FamilyLink.objects.exists()


def test_without_an_agreed_plan_a_link_asks_only(met: SimpleNamespace, browser_for: Any, read: Any) -> None:
    PlanEdition.objects.all().delete()
    samira = browser_for(met.samira)
    assert "The plan is not agreed yet" in samira.get(page(met, "link-new")).content.decode()
    answer = samira.post(page(met, "link-new"), {"who": str(met.ngozi.pk), "opens": "plan"})
    assert "opens" in read(answer).errors
    samira.post(page(met, "link-new"), {"who": str(met.ngozi.pk), "opens": "asking"})
    assert FamilyLink.objects.get().timing == "ask-6"


def test_a_link_is_closed_by_a_press_and_only_by_a_press(met: SimpleNamespace, browser_for: Any) -> None:
    samira = browser_for(met.samira)
    samira.post(page(met, "link-new"), {"who": str(met.ngozi.pk), "opens": "plan"})
    closing = page(met, "link-closing", FamilyLink.objects.get().pk)
    looked = samira.get(closing)
    assert (looked.status_code, looked["Location"]) == (302, page(met)) and FamilyLink.objects.get().closed_on is None
    assert browser_for(met.amara).post(closing).status_code in (403, 404)
    samira.post(closing)
    assert FamilyLink.objects.get().closed_on == timezone.localdate()


def test_how_it_is_shows_what_changed_for_each_person(met: SimpleNamespace, browser_for: Any) -> None:
    _answered(met, met.ngozi, timing="start", control=3, coping=6, happy=None)
    _answered(met, met.ngozi, "We laugh more.", timing="ask-6", control=8, coping=6, happy=9)
    _answered(met, met.bernie, timing="ask-6", control=2)
    said = browser_for(met.samira).get(page(met)).content.decode()
    assert "5 more than at first" in said and "the same as at first" in said and "We laugh more." in said
    assert said.count("than at first") == 1, "nobody is held against somebody else’s answer"


def test_whoever_sees_the_record_reads_numbers_and_the_children_and_nobodys_words(
    met: SimpleNamespace, browser_for: Any, on: date
) -> None:
    for child in met.children:
        need_plan(child, months_after(on, -4))
    _answered(met, met.ngozi, "Canary words.", control=8)
    for who in (met.amara, met.bilal):
        said = browser_for(who).get(page(met)).content.decode()
        assert "8 of 10" in said and "Child in need plan" in said and "More formal help." in said
        for hidden in ("Canary words.", "Ngozi", "Bernie", "I have read it", "Make a link"):
            assert hidden not in said
    for who in (met.dan, met.aroha, met.ended, met.excluded):
        assert browser_for(who).get(page(met)).status_code == 404


@pytest.mark.parametrize("name", ["link-new", "outcome-new"])
def test_these_pages_are_the_coordinators_alone(met: SimpleNamespace, browser_for: Any, name: str) -> None:
    assert browser_for(met.samira).get(page(met, name)).status_code == 200
    for who in (met.amara, met.bilal, met.cora, met.dan, met.aroha):
        assert browser_for(who).get(page(met, name)).status_code in (403, 404)


def test_what_somebody_says_is_kept_and_a_danger_is_told(
    met: SimpleNamespace, browser_for: Any, read: Any, on: date
) -> None:
    samira = browser_for(met.samira)
    said = FULL | {"who": str(met.bernie.pk), "words": "He said he will kill her.", "answered_on": on.isoformat()}
    answer = samira.post(page(met, "outcome-new"), said, follow=True)
    assert "The children’s workers are told of the danger." in answer.content.decode()
    assert OutcomeWords.objects.get().invitee == met.bernie
    empty = samira.post(page(met, "outcome-new"), {"timing": "end"})
    assert set(read(empty).errors) >= {"who"}


def test_a_person_reads_each_answer_within_two_working_days(met: SimpleNamespace, browser_for: Any) -> None:
    words = _answered(met, met.ngozi, "It is hard.", answered_on=date(2026, 10, 30))
    with as_role("camden_worker"), acting_as(met.samira):
        (told,) = [each for each in due_for(met.samira, date(2026, 11, 2)) if each.kind == "family-answer"]
    assert (told.due_on, told.about, told.url) == (date(2026, 11, 3), "Anisa, Imran and Zayd", page(met))
    with as_role("camden_app"), acting_as(met.aroha):
        assert not due_for(met.aroha, date(2026, 11, 2))
    browser_for(met.samira).post(page(met, "outcome-reading", words.pk))
    with as_role("camden_app"), acting_as(met.samira):
        assert not [each for each in due_for(met.samira, date(2026, 11, 2)) if each.kind == "family-answer"]


def test_a_family_nobody_can_write_to_is_asked_by_voice(met: SimpleNamespace, on: date) -> None:
    def told(day: date) -> list[str]:
        with as_role("camden_worker"), acting_as(met.samira):
            return [each.text for each in due_for(met.samira, day) if each.kind == "family-by-voice"]

    assert told(on + timedelta(1)) == ["Ask how it is, by voice"]
    Invitee.objects.filter(pk=met.ngozi.pk).update(email="ngozi@example.org")
    assert told(on + timedelta(1)) == []
    Invitee.objects.filter(pk=met.ngozi.pk).update(email="")
    _answered(met, met.bernie, timing="ask-6")
    assert told(on + timedelta(1)) == []


def test_somebody_who_wants_no_more_is_asked_nothing_more(met: SimpleNamespace, browser_for: Any) -> None:
    samira = browser_for(met.samira)
    samira.post(page(met, "no-more", met.ngozi.pk))
    assert Invitee.objects.get(pk=met.ngozi.pk).wants_no_asking
    answer = samira.post(page(met, "link-new"), {"who": str(met.ngozi.pk), "opens": "asking"})
    assert "wants no more questions" in answer.content.decode() and not FamilyLink.objects.exists()


def test_an_empty_page_says_what_comes(conferred: SimpleNamespace, browser_for: Any) -> None:
    assert "Nobody has said yet how it is" in browser_for(conferred.samira).get(page(conferred)).content.decode()
    assert "It is too early to look" in browser_for(conferred.amara).get(page(conferred)).content.decode()

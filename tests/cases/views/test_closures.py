"""Ending the work with a family: what is open is shown first, and somebody else agrees."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.models import Assessment, AssessmentChild, Case, Closure, Decision, Episode, PlanSpell, ProtectionConference
from cases.models import ProtectionConferenceChild as OfConference
from tests.factories.cases import ActionFactory
from tests.factories.deliberating import typed_decision
from tests.factories.journey_door import ClosureFactory
from tests.factories.record_voice import parent_of
from tests.queries import of_the_page

BEGAN = date(2026, 9, 1)


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def url(cast: SimpleNamespace) -> str:
    return reverse("cases:closure-new", args=[cast.case.pk])


def said(cast: SimpleNamespace, **more: Any) -> dict[str, Any]:
    return {
        "children": [str(child.pk) for child in cast.children], "reason": "RC7", "closed_on_quick": "2026-11-03",
        "closed_on": "", "summary": "Steady since the summer.", "way_back": "They have our number.",
    } | more  # fmt: skip


def agreed(cast: SimpleNamespace) -> dict[str, Any]:
    """A manager agrees, and says who was heard."""
    return {"became": "agreed", "answer": "Well done."} | typed_decision(cast.children)


def decision_of(closure: Closure) -> str:
    return reverse("cases:closure-decision", args=[closure.case_id, closure.pk])


def open_things(cast: SimpleNamespace) -> None:
    """An assessment, a plan of need, a conference ahead and an action."""
    anisa, imran, zayd = cast.children
    assessment = Assessment.objects.create(case=cast.case, legal_basis="need", counts_from_on=BEGAN, started_on=BEGAN)
    for child in (anisa, imran):
        AssessmentChild.objects.create(case=cast.case, assessment=assessment, child=child, started_on=BEGAN)
    PlanSpell.objects.create(case=cast.case, child=zayd, basis="need", started_on=BEGAN)
    conference = ProtectionConference.objects.create(case=cast.case, kind="initial", planned_on=date(2026, 11, 9))
    OfConference.objects.create(case=cast.case, conference=conference, child=anisa)
    ActionFactory(case=cast.case, keeper=cast.amara)


def test_what_is_open_is_shown_first_and_what_bars_it_says_so(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    open_things(cast)
    page = read(amara.get(url)).said
    assert "The assessment of Anisa and Imran Has to end first" in page
    assert "A child protection conference about Anisa is ahead, on 9 November 2026" in page
    assert "Zayd’s child in need plan ends with the closing" in page
    assert "Agreed, and open: Ring the school" in page
    assert page.index("What is still open") < page.index("For which children")
    refused = read(amara.post(url, said(cast)))
    assert "The assessment of Anisa and Imran is open. It has to end first." in refused.errors["children"]
    assert not Closure.objects.exists()


def test_the_reason_a_step_down_gives_is_chosen_already(cast: SimpleNamespace, browser_for: Any) -> None:
    page = reverse("cases:closure-new", args=[cast.case.pk])
    form = browser_for(cast.amara).get(f"{page}?reason=RC9").context["form"]
    assert form["reason"].value() == "RC9"


def test_the_worker_asks_and_the_manager_agrees(
    cast: SimpleNamespace, amara: Any, browser_for: Any, url: str, read: Any
) -> None:
    page = read(amara.post(url, said(cast), follow=True))
    assert "A manager is asked to agree." in page.said and "They have our number." in page.said
    assert "It waits for a manager who did not ask for it." in page.said
    closure = Closure.objects.get()
    assert amara.get(decision_of(closure)).status_code == 403
    answer = browser_for(cast.bilal).post(decision_of(closure), agreed(cast), follow=True)
    assert "Agreed: the work has ended." in read(answer).said
    assert not Episode.objects.in_need().filter(case=cast.case).exists()


def test_given_back_it_says_what_is_missing(cast: SimpleNamespace, browser_for: Any, read: Any) -> None:
    closure: Closure = ClosureFactory(case=cast.case, asked_by=cast.amara, about=cast.children)
    bilal = browser_for(cast.bilal)
    assert "what is missing" in read(bilal.post(decision_of(closure), {"became": "given-back"})).errors["answer"]
    page = read(bilal.post(decision_of(closure), {"became": "given-back", "answer": "Who tells Anisa?"}, follow=True))
    assert "Bilal Aziz gave it back on 3 November 2026" in page.said and "Who tells Anisa?" in page.said
    second = read(browser_for(cast.cora).post(decision_of(closure), agreed(cast)))
    assert "Somebody was here before you" in second.said and "Well done." in second.said


def test_nobody_is_offered_their_own(cast: SimpleNamespace, browser_for: Any, read: Any) -> None:
    closure: Closure = ClosureFactory(case=cast.case, asked_by=cast.bilal, about=cast.children)
    bilal = browser_for(cast.bilal)
    assert decision_of(closure) not in read(bilal.get(closure.get_absolute_url())).links
    page = read(bilal.post(decision_of(closure), agreed(cast)))
    assert "somebody else has to agree" in page.said and "became" not in page.offered
    assert Closure.objects.get().decided_on is None


BAD: list[tuple[dict[str, Any], str, str]] = [
    ({"children": []}, "children", "at least one child"),
    ({"reason": ""}, "reason", "Choose why the work ends"),
    ({"reason": "RC8"}, "reason", "no assessment of Anisa"),
    ({"reason": "RC2"}, "children", "by itself"),
    ({"summary": ""}, "summary", "few lines"),
    ({"closed_on_quick": "other", "closed_on": "1 8 2026"}, "closed_on", "was referred on 20 August 2026"),
    ({"closed_on_quick": "other", "closed_on": "1 12 2026"}, "closed_on", "cannot be after today"),
]


@pytest.mark.parametrize(("wrong", "field", "sentence"), BAD)
def test_what_cannot_be_is_said_in_words(
    cast: SimpleNamespace, amara: Any, url: str, read: Any, wrong: dict[str, Any], field: str, sentence: str
) -> None:
    page = read(amara.post(url, said(cast, **wrong)))
    assert sentence in page.errors[field]


def test_where_nobody_is_in_need_there_is_nothing_to_close(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    Episode.objects.update(closed_on=BEGAN, closure_reason="RC7")
    assert "Nobody here is in need now" in read(amara.get(url)).said
    amara.post(url, said(cast))
    assert not Closure.objects.exists()


def test_statutory_work_ends_help_goes_on_and_at_its_end_the_record_closes(
    cast: SimpleNamespace, amara: Any, browser_for: Any, url: str, read: Any
) -> None:
    """From the step down to the last line of the record, each by whom it is for, in a browser."""
    shirin, on = parent_of(cast.children, "Shirin"), {"case": cast.case, "started_on": BEGAN}
    assessment = Assessment.objects.create(legal_basis="need", counts_from_on=BEGAN, **on)
    for child in cast.children:
        AssessmentChild.objects.create(assessment=assessment, child=child, ended_on=date(2026, 9, 20), **on)
        PlanSpell.objects.create(child=child, basis="need", **on)
    bilal, heard = browser_for(cast.bilal), typed_decision(cast.children, shirin)
    step = {
        "children": [str(child.pk) for child in cast.children], "to_basis": "early-help", "driver": "network",
        "moved_on_quick": "2026-11-03", "why": "Aunt Farida is there.", "keeps_worker": "yes",
        "decided_what": "The reviews end.", "agreed_by": [str(shirin.pk)], "agreed_how": "spoken",
    }  # fmt: skip
    page = read(bilal.post(f"/cases/{cast.case.pk}/steps/new/", step | heard, follow=True))
    way = f"{url}?reason=RC9"
    assert "Close it: help by agreement goes on" in page.said and way in page.links
    assert "Zayd’s help by agreement goes on, with Amara Obi" in read(amara.get(way)).said
    page = read(amara.post(url, said(cast, reason="RC9"), follow=True))
    goes_on = "Help by agreement goes on for Anisa, Imran and Zayd, with Amara Obi"
    assert f"Statutory work ends. {goes_on}" in page.said
    decide = decision_of(Closure.objects.get())
    assert "Does statutory work end on 3 November 2026?" in read(bilal.get(decide)).said
    page = read(bilal.post(decide, {"became": "agreed"} | heard, follow=True))
    assert f"Agreed: statutory work has ended. {goes_on}." in page.said
    assert Decision.objects.get(kind="closing").what == f"Statutory work with Anisa, Imran and Zayd ends. {goes_on}."
    runs = read(amara.get(url))
    assert "The record stays open while this goes on" in runs.said and "closed_on_quick" not in runs.offered
    assert amara.get(f"/cases/{cast.case.pk}/").status_code == 200, "the worker is still theirs"
    PlanSpell.objects.filter(basis="early-help").delete()  # as once it has ended
    last = {"closed_on_quick": "2026-11-03", "closed_on": ""}
    assert "how the family is left" in read(amara.post(url, last)).errors["words"]
    page = read(amara.post(url, last | {"words": "They have our number."}, follow=True))
    assert "The record is closed." in page.said
    assert Case.objects.get(pk=cast.case.pk).closed_on == date(2026, 11, 3)


def test_the_pages_of_a_closing_ask_little(cast: SimpleNamespace, browser_for: Any, url: str) -> None:
    open_things(cast)
    closure: Closure = ClosureFactory(case=cast.case, asked_by=cast.amara, about=cast.children)
    bilal = browser_for(cast.bilal)
    for page in (url, closure.get_absolute_url(), decision_of(closure)):
        with CaptureQueriesContext(connection) as captured:
            assert bilal.get(page).status_code == 200
        assert len(of_the_page(captured)) <= 15, page

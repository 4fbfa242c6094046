"""An assessment driven through its pages, by the worker who writes it and the manager who decides."""

import uuid
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from camden.principal import acting_as
from cases.models import Assessment, AssessmentChild, Member, Relationship, Writing
from cases.operations.assessments import start_assessment
from tests.cases.views.test_query_budgets import MOST, MOST_SENT
from tests.factories.cases import ChildFactory
from tests.factories.deliberating import typed_decision
from tests.queries import of_the_page

TODAY = "2026-11-03"


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def bilal(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.bilal)


@pytest.fixture
def assessment(cast: SimpleNamespace, today: Any) -> Assessment:
    """Begun today for all three children, counted from their referral."""
    referred = cast.children[0].episodes.get().referred_on
    facts = {"legal_basis": "need", "counts_from_on": referred, "started_on": today, "by": cast.amara}
    with acting_as(cast.amara):
        return start_assessment(case=cast.case, children=cast.children, **facts)


def step(assessment: Assessment, name: str) -> str:
    return f"{assessment.get_absolute_url()}{name}/"


def decision(cast: SimpleNamespace, **more: Any) -> dict[str, Any]:
    said: dict[str, Any] = {"became": "authorise", "decision": "Help with sleep and school.", "factors": ["4B"]}
    said |= typed_decision(cast.children)
    return said | {f"need_{child.pk}": "yes" for child in cast.children} | more


def test_an_assessment_goes_from_the_referral_to_authorised_given_back_once(
    cast: SimpleNamespace, amara: Any, bilal: Any, read: Any
) -> None:
    url = f"/cases/{cast.case.pk}/assessments/new/"
    page = read(amara.get(url))
    assert page.filled["counts_from_on"] == "20 August 2026"  # their referral, offered
    children = [str(child.pk) for child in cast.children]
    said = {"children": children, "legal_basis": "need", "counts_from_on": "20 8 2026", "started_on_quick": TODAY}
    answer = amara.post(url, said, follow=True)
    page = read(answer)
    assessment = Assessment.objects.get()
    assert answer.redirect_chain == [(assessment.get_absolute_url(), 302)]
    for words in (
        "Assessment of Anisa, Imran and Zayd", "Being written", "Friday 23 October 2026",
        "45 working days from the referral on 20 August 2026", "11 days late",
    ):  # fmt: skip
        assert words in page.said
    bilal.post(step(assessment, "checkpoint"), {"needs_all": "no", "note": "Two visits more."})
    amara.post(step(assessment, "sharing"), {"shared_on_quick": TODAY, "answer_words": "We are tired, that is all."})
    amara.post(step(assessment, "submission"), {"x": "1"})
    page = read(bilal.get(assessment.get_absolute_url()))
    for words in ("It can be finished sooner. Two visits more.", "We are tired, that is all.", "Waits for a manager"):
        assert words in page.said
    bilal.post(step(assessment, "authorisation"), {"became": "give-back", "decision": "What does Imran say?"})
    page = read(amara.get(assessment.get_absolute_url()))
    assert "Given back" in page.said and "What does Imran say?" in page.said
    amara.post(step(assessment, "submission"), {"x": "1"})
    bilal.post(step(assessment, "authorisation"), decision(cast, **{f"factors_{children[1]}": ["15A"]}))
    page = read(amara.get(assessment.get_absolute_url()))
    for words in ("Authorised", "Help with sleep and school.", "Self-harm", "Bilal Aziz gave the assessment back"):
        assert words in page.said
    assert f"/cases/{cast.case.pk}/plans/new/" in page.links  # what comes next
    factors = AssessmentChild.objects.order_by("child__born_on").values_list("factors", flat=True)
    assert list(factors) == [["4B"], ["4B", "15A"], ["4B"]]
    assert assessment.get_absolute_url() in read(amara.get(cast.children[0].get_absolute_url())).links


def test_each_parent_who_was_not_reached_is_named_with_why(
    cast: SimpleNamespace, amara: Any, assessment: Assessment, read: Any
) -> None:
    jamal = ChildFactory(case=cast.case, kind=Member.Kind.ADULT, given_name="Jamal", family_name="", born_on=None)
    Relationship.objects.create(case=cast.case, one=jamal, other=cast.children[0], kind="father")
    Writing.objects.all().delete()  # written elsewhere, as an imported one is
    url = step(assessment, "sharing")
    assert f"missed_{jamal.pk}" in read(amara.get(url)).offered
    said = {"shared_on_quick": TODAY, "answer_words": "Yes.", f"missed_{jamal.pk}": "His number does not work"}
    amara.post(url, said)
    assert "Jamal was not reached: His number does not work" in read(amara.get(assessment.get_absolute_url())).said
    again = read(amara.get(url))
    assert (again.filled["answer_words"], again.filled[f"missed_{jamal.pk}"]) == ("Yes.", "His number does not work")


def test_it_is_not_submitted_unshared_without_why(
    cast: SimpleNamespace, amara: Any, assessment: Assessment, read: Any
) -> None:
    page = read(amara.post(step(assessment, "submission"), {"why_not_shared": ""}))
    assert "Share it with the family first" in page.errors["why_not_shared"]
    amara.post(step(assessment, "submission"), {"why_not_shared": "They went abroad."})
    page = read(amara.get(assessment.get_absolute_url()))
    assert "It could not be shared with the family: They went abroad." in page.said


def test_whoever_submitted_it_reads_that_another_manager_decides(
    cast: SimpleNamespace, bilal: Any, assessment: Assessment, read: Any
) -> None:
    bilal.post(step(assessment, "submission"), {"why_not_shared": "They went abroad."})
    for answer in (
        bilal.get(step(assessment, "authorisation")),
        bilal.post(step(assessment, "authorisation"), decision(cast)),
    ):
        page = read(answer)
        assert "Another manager decides about it." in page.said
        assert "became" not in page.offered
    assert "Help with sleep and school." in page.said  # what was written is not lost
    assert Assessment.objects.get().authorised_on is None


def test_the_second_of_two_managers_reads_what_the_first_did(
    cast: SimpleNamespace, amara: Any, bilal: Any, browser_for: Any, assessment: Assessment, read: Any
) -> None:
    amara.post(step(assessment, "submission"), {"why_not_shared": "They went abroad."})
    url = step(assessment, "authorisation")
    cora = browser_for(cast.cora)
    key = read(cora.get(url)).filled["_key"]
    assert bilal.post(url, decision(cast)).status_code == 302
    page = read(cora.post(url, decision(cast, decision="My own words.", _key=key)))
    assert "authorised already" in page.said and "My own words." in page.said
    assert Assessment.objects.get().authorised_by == cast.bilal


@pytest.mark.parametrize(
    ("more", "where", "words"),
    [
        ({"factors": []}, "factors", "Anisa: Choose what was found"),
        ({"factors": ["21", "4B"]}, "factors", "stands alone"),
        ({"factors": ["18A"]}, "factors", "Choose"),
        ({"became": ""}, "became", "Choose whether to authorise it."),
        ({"decision": ""}, "decision", "Write what happens next"),
    ],
)
def test_what_a_decision_needs_is_said_beside_the_field(
    cast: SimpleNamespace, amara: Any, bilal: Any, assessment: Assessment, read: Any, more: Any, where: str, words: str
) -> None:
    amara.post(step(assessment, "submission"), {"why_not_shared": "They went abroad."})
    page = read(bilal.post(step(assessment, "authorisation"), decision(cast, **more)))
    assert words in page.errors[where]
    assert Assessment.objects.get().authorised_on is None


def test_a_child_of_whom_nothing_is_said_holds_the_decision_up(
    cast: SimpleNamespace, amara: Any, bilal: Any, assessment: Assessment, read: Any
) -> None:
    amara.post(step(assessment, "submission"), {"why_not_shared": "They went abroad."})
    zayd = cast.children[2].pk
    page = read(bilal.post(step(assessment, "authorisation"), decision(cast, **{f"need_{zayd}": ""})))
    assert "Choose whether Zayd is a child in need." in page.errors[f"need_{zayd}"]


def test_it_ends_without_being_authorised_and_says_why(
    cast: SimpleNamespace, bilal: Any, assessment: Assessment, read: Any
) -> None:
    page = read(bilal.post(step(assessment, "ending"), {"stopped_on_quick": "2026-11-02", "why": "Moved."}))
    assert "on or after 3 November 2026" in page.errors["stopped_on"]
    bilal.post(step(assessment, "ending"), {"stopped_on_quick": TODAY, "why": "They moved to Leeds."})
    page = read(bilal.get(assessment.get_absolute_url()))
    assert "Ended without being authorised" in page.said and "They moved to Leeds." in page.said
    assert "already" in read(bilal.get(step(assessment, "ending"))).said


def test_a_second_assessment_of_a_child_is_refused_in_words(
    cast: SimpleNamespace, amara: Any, assessment: Assessment, read: Any
) -> None:
    said = {"legal_basis": "need", "counts_from_on": "20 8 2026", "started_on_quick": TODAY}
    page = read(amara.post(f"/cases/{cast.case.pk}/assessments/new/", said | {"children": [str(cast.children[0].pk)]}))
    assert "Anisa has an assessment from 3 November 2026, which is open." in page.errors["children"]
    page = read(amara.post(f"/cases/{cast.case.pk}/assessments/new/", said))
    assert "Choose at least one child." in page.errors["children"]


def test_the_day_of_an_answered_referral_is_never_offered_again(
    cast: SimpleNamespace, amara: Any, assessment: Assessment, today: Any, read: Any
) -> None:
    url, parts = f"/cases/{cast.case.pk}/assessments/new/", AssessmentChild.objects.filter(assessment=assessment)
    parts.update(ended_on=today)
    Assessment.objects.update(stopped_on=today, stop_reason="They were away.")
    assert read(amara.get(url)).filled["counts_from_on"] == "20 August 2026", "one that was ended answered nothing"
    Assessment.objects.update(stopped_on=None, stop_reason="", authorised_on=today, authorised_by=cast.bilal)
    page = read(amara.get(url))
    assert not page.filled.get("counts_from_on") and page.ticked["legal_basis"] == "need"
    assert "Enter the day this one was asked for." in page.said
    parts.filter(child=cast.children[2]).delete()
    assert read(amara.get(url)).filled["counts_from_on"] == "20 August 2026", "Zayd's waits for its answer"


def test_a_child_of_another_family_is_never_taken(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    other = ChildFactory(given_name="Tamsin")
    said = {
        "legal_basis": "need",
        "counts_from_on": "20 8 2026",
        "started_on_quick": TODAY,
        "children": [str(other.pk)],
    }
    page = read(amara.post(f"/cases/{cast.case.pk}/assessments/new/", said))
    assert page.errors["children"] and "Tamsin" not in page.said
    assert not Assessment.objects.exists()


def test_only_managers_open_what_managers_decide(cast: SimpleNamespace, amara: Any, assessment: Assessment) -> None:
    for name in ("checkpoint", "authorisation", "ending"):
        assert amara.get(step(assessment, name)).status_code == 403
    for name in ("sharing", "submission"):
        assert amara.get(step(assessment, name), follow=True).status_code == 200


def test_pages_ask_the_database_few_questions(
    cast: SimpleNamespace, amara: Any, bilal: Any, assessment: Assessment
) -> None:
    Writing.objects.all().delete()  # written elsewhere, as an imported one is
    pages = {
        name: step(assessment, name) for name in ("checkpoint", "sharing", "submission", "ending", "authorisation")
    }
    pages |= {"detail": assessment.get_absolute_url(), "new": f"/cases/{cast.case.pk}/assessments/new/"}
    counts = {}
    for name, url in pages.items():
        with CaptureQueriesContext(connection) as captured:
            assert bilal.get(url).status_code == 200
        counts[name] = len(of_the_page(captured))
    assert max(counts.values()) <= MOST, counts
    with CaptureQueriesContext(connection) as captured:
        sent = {"shared_on_quick": TODAY, "answer_words": "Yes.", "_key": str(uuid.uuid4())}
        assert amara.post(step(assessment, "sharing"), sent).status_code == 302
    assert len(of_the_page(captured)) <= MOST_SENT + 4, of_the_page(captured)

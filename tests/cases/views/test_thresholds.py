"""A step up or down: the question on the page, who was heard and what it changed, and the yes of the family."""

import uuid
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from camden.access import Role
from camden.models import Draft
from cases.models import Consent, Decision, Involvement, PlanSpell, Quote, ThresholdMove
from tests.factories.camden import MembershipFactory
from tests.factories.record_voice import QuoteFactory, parent_of
from tests.queries import of_the_page

TODAY = "2026-11-03"
BEGAN = date(2026, 9, 1)
QUESTION = "What is the least formal help that could be enough, and what would the family rather have?"


@pytest.fixture
def bilal(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.bilal)


@pytest.fixture
def shirin(cast: SimpleNamespace) -> Any:
    return parent_of(cast.children, "Shirin")


@pytest.fixture
def url(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/steps/new/"


def plans(cast: SimpleNamespace, basis: str = "need") -> None:
    for child in cast.children:
        PlanSpell.objects.create(case=cast.case, child=child, basis=basis, started_on=BEGAN)


def step(cast: SimpleNamespace, shirin: Any, **more: Any) -> dict[str, Any]:
    said: dict[str, Any] = {
        "children": [str(child.pk) for child in cast.children], "to_basis": "early-help", "moved_on_quick": TODAY,
        "driver": "network", "why": "Aunt Farida is there each day.", "keeps_worker": "yes",
        "decided_what": "Amara still comes every other week; the reviews end.", "step_up_again_if": "He hides again.",
        "least_formal": "Their aunt, and school.", "why_not_least": "She asked us to stay until summer.",
        "family_would_rather": "Keep Amara, and no more meetings.",
        "agreed_by": [str(shirin.pk)], "agreed_how": "interpreted",
    }  # fmt: skip
    for person in (*cast.children, shirin):
        said |= {f"heard_{person.pk}_how": "in-person", f"heard_{person.pk}_words": f"{person.first_name} says yes.",
                 f"heard_{person.pk}_changed": "Amara stays."}  # fmt: skip
    return said | more


def test_the_question_is_on_the_page_and_the_whole_step_on_the_next(
    cast: SimpleNamespace, bilal: Any, shirin: Any, url: str, read: Any, browser_for: Any
) -> None:
    plans(cast)
    assert browser_for(cast.amara).get(url).status_code == 403
    page = read(bilal.get(url))
    assert QUESTION in page.said and "At present: Amara Obi." in page.said and page.ticked["keeps_worker"] == "yes"
    assert "Anisa: child in need plan since 1 September 2026" in page.said
    page = read(bilal.post(url, step(cast, shirin), follow=True))
    for words in (
        "Step down", "Family help plan", "Wednesday 3 February 2027", "Shirin says yes.", "Amara stays.",
        "He hides again.", "They keep their lead worker", "Keep Amara, and no more meetings.",
        "Statutory work ends with this step", "Their aunt, and school.", "She asked us to stay until summer.",
    ):  # fmt: skip
        assert words in page.said, words
    consent = Consent.objects.get()
    assert (consent.member, consent.purpose, consent.how) == (shirin, "help", "interpreted")
    assert "already" in read(bilal.post(url, step(cast, shirin))).errors["to_basis"]
    assert Decision.objects.get().subject_id == ThresholdMove.objects.get().pk


def test_nobody_is_stepped_without_being_heard_or_help_begun_without_a_yes(
    cast: SimpleNamespace, bilal: Any, shirin: Any, url: str, read: Any
) -> None:
    plans(cast)
    imran = cast.children[1]
    unheard = read(bilal.post(url, step(cast, shirin, **{f"heard_{imran.pk}_how": "", f"heard_{imran.pk}_words": ""})))
    assert "Imran" in unheard.errors[f"heard_{imran.pk}_how"]
    nobody = {f"heard_{person.pk}_how": "" for person in (*cast.children, shirin)}
    unheard = read(bilal.post(url, step(cast, shirin, **nobody)))
    assert set(nobody) <= set(unheard.errors), "all of them at once, each at their own row"
    assert "says yes" in read(bilal.post(url, step(cast, shirin, agreed_by=[]))).errors["agreed_by"]
    assert {"children", "to_basis", "why", "least_formal", "decided_what"} <= set(
        read(bilal.post(url, {"x": "1"})).errors
    )
    assert not ThresholdMove.objects.exists() and not Consent.objects.exists() and not Decision.objects.exists()


def test_the_familys_paper_prints_the_step_and_leaves_out_what_is_kept_from_them(
    cast: SimpleNamespace, bilal: Any, shirin: Any, url: str, read: Any
) -> None:
    plans(cast)
    anisa, father = cast.children[0], parent_of(cast.children, "Jamal", "father")
    heard = {
        f"heard_{anisa.pk}_words": "I am afraid on Sundays.",
        f"heard_{anisa.pk}_kept": [str(father.pk)],
        f"heard_{father.pk}_how": "not-reached",
        f"heard_{father.pk}_words": "No answer.",
    }
    said = step(cast, shirin, **heard)
    page = read(bilal.post(url, said, follow=True))
    assert "I am afraid on Sundays." in page.said
    paper = f"{ThresholdMove.objects.get().get_absolute_url()}paper/"
    assert paper in page.links
    page = read(bilal.get(paper))
    for words in ("What changes in our help", "Amara still comes every other week", "Shirin says yes.",
                  "Keep Amara, and no more meetings.", "yours to end"):  # fmt: skip
        assert words in page.said, words
    assert "afraid" not in page.said and "No answer" not in page.said


def test_the_familys_paper_leaves_out_our_own_words_that_repeat_what_is_kept_from_one_of_them(
    cast: SimpleNamespace, bilal: Any, shirin: Any, url: str, read: Any
) -> None:
    plans(cast)
    father = parent_of(cast.children, "Jamal", "father")
    QuoteFactory(speaker=cast.children[0], words="I am afraid on Sundays.", kept_from=[father.pk])
    said = step(cast, shirin, step_up_again_if="If “i am  afraid on sundays” comes back.",
                family_would_rather="Shirin: Anisa says I am afraid on Sundays.",
                **{f"heard_{father.pk}_how": "not-reached", f"heard_{father.pk}_words": "No answer."})  # fmt: skip
    bilal.post(url, said)
    page = read(bilal.get(f"{ThresholdMove.objects.get().get_absolute_url()}paper/"))
    assert "Amara still comes every other week" in page.said, "the rest of it is theirs"
    left_out = "not to be shared: What the family would rather have; When we would talk about more help again."
    assert "afraid" not in page.said.lower() and left_out in page.said


def test_protection_comes_at_once_and_nothing_is_typed_twice(
    cast: SimpleNamespace, bilal: Any, url: str, read: Any
) -> None:
    plans(cast)
    said = {"to_basis": "protection", "why": "Imran was hit last night.", "_key": str(uuid.uuid4())}
    page = read(bilal.post(url, said, follow=True))
    assert "A strategy discussion comes first" in page.said
    assert "Your words from" in page.said and "Imran was hit last night." in page.said  # put back by the script
    assert Draft.objects.filter(form="cases:strategy-new").count() == 1
    assert not ThresholdMove.objects.exists()


def test_a_step_up_names_a_lead_whom_a_social_worker_must_join(
    cast: SimpleNamespace, bilal: Any, shirin: Any, url: str, read: Any
) -> None:
    bea = MembershipFactory(user__name="Bea Novak", team=cast.pod, role=Role.FAMILY_HELP_PRACTITIONER).user
    Involvement.objects.update(worker=bea)
    plans(cast, "early-help")
    assert "Bea Novak leads and stays; a registered social worker joins" in read(bilal.get(url)).said
    page = read(bilal.post(url, step(cast, shirin, to_basis="need", driver="worry", agreed_by=[]), follow=True))
    assert "Step up" in page.said and "a registered social worker joins" in page.said
    assert "three months on" not in page.said


def test_words_on_the_record_are_there_to_be_taken(
    cast: SimpleNamespace, bilal: Any, shirin: Any, url: str, read: Any
) -> None:
    plans(cast)
    Quote.objects.create(case=cast.case, speaker=cast.children[0], words="I like Fridays.", said_on=date(2026, 10, 30))
    assert read(bilal.get(url)).filled[f"heard_{cast.children[0].pk}_words"] == "I like Fridays."


def test_the_pages_ask_few_questions(cast: SimpleNamespace, bilal: Any, shirin: Any, url: str) -> None:
    plans(cast)
    move = bilal.post(url, step(cast, shirin, _key=str(uuid.uuid4())))["Location"]
    counts = {}
    for page in (url, move, f"{move}paper/"):
        with CaptureQueriesContext(connection) as captured:
            assert bilal.get(page).status_code == 200
        counts[page] = len(of_the_page(captured))
    assert max(counts.values()) <= 15, counts

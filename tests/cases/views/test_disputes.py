"""What a chair raises is answered by whoever it is with, goes up one step at a time, and stands until it is settled."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import ChronologyEntry, Dispute
from tests.factories.camden import MembershipFactory
from tests.factories.cases import InvolvementFactory
from tests.factories.journey_protect import chair_of, settle_protection
from tests.factories.meetings import DisputeFactory, business_support
from tests.queries import of_the_page

ABOUT = "Imran’s school place is still open"
SAID = {"about": ABOUT, "words": "It was promised in May.", "wanted": "A place by December.", "stage": "worker"}
BY = {"answer_by_on": "10/11/2026"}


@pytest.fixture
def dawn(cast: SimpleNamespace, browser_for: Any) -> Any:
    settle_protection(cast)
    return browser_for(cast.dawn)


def test_it_goes_from_the_worker_to_the_manager_to_the_service_and_is_settled_by_whoever_raised_it(
    cast: SimpleNamespace, dawn: Any, browser_for: Any, read: Any
) -> None:
    case = f"/cases/{cast.case.pk}"
    url = dawn.post(f"{case}/disputes/new/", SAID | BY)["Location"]
    amara, bilal, cora = (browser_for(user) for user in (cast.amara, cast.bilal, cast.cora))
    for answers, others, words in (
        (amara, (bilal, cora), "I ring the school tomorrow."),
        (bilal, (amara, cora), "I wrote to admissions."),
        (cora, (amara, bilal), "The panel sits on Thursday."),
    ):
        assert ABOUT in read(answers.get("/my-day/")).said
        for other in others:
            assert f"raised: {ABOUT}" not in read(other.get("/my-day/")).said
            assert "they answer it" in other.post(f"{url}answer/", {"answer": "Not mine"}).content.decode()
        assert answers.post(f"{url}answer/", {"answer": words}).status_code == 302
        assert f"raised: {ABOUT}" not in read(answers.get("/my-day/")).said
        if answers is not cora:
            assert dawn.post(f"{url}further/", BY).status_code == 302
    assert (
        "only they take it further or settle it"
        in browser_for(_other_chair(cast)).post(f"{url}settling/", {"how": "Done"}).content.decode()
    )
    assert ABOUT in read(amara.get(f"{case}/reviews/")).said
    assert dawn.post(f"{url}settling/", {"how": "Imran starts on Monday."}).status_code == 302
    assert ABOUT not in read(amara.get(f"{case}/reviews/")).said
    said = read(dawn.get(url)).said
    for words in ("I ring the school tomorrow.", "I wrote to admissions.", "The panel sits on Thursday.",
                  "Dawn Ellery took it to the team manager",
                  "Settled 3 November 2026", "Imran starts on Monday."):  # fmt: skip
        assert words in said
    assert ChronologyEntry.objects.filter(case=cast.case, kind="dispute").count() == 7
    assert ABOUT in read(dawn.get(f"{case}/disputes/")).said


def _other_chair(cast: SimpleNamespace) -> Any:
    chair = chair_of(cast.service, "Colin Marsh")
    InvolvementFactory(child=cast.children[0], worker=chair.user, team=chair.team, role="reviewing-officer")
    return chair.user


def test_only_a_chair_or_reviewing_officer_raises_and_only_of_families_they_see(
    cast: SimpleNamespace, dawn: Any, browser_for: Any
) -> None:
    url = f"/cases/{cast.case.pk}/disputes/new/"
    assert dawn.get(url).status_code == 200
    for user in (cast.amara, cast.bilal, business_support(cast)):
        assert browser_for(user).get(url).status_code == 403
    assert browser_for(chair_of(cast.service, "Stranger").user).get(url).status_code == 404


def test_a_dispute_about_one_child_waits_for_the_worker_of_that_child(
    cast: SimpleNamespace, dawn: Any, browser_for: Any, read: Any
) -> None:
    rosa = MembershipFactory(user__name="Rosa Begum", team=cast.pod).user
    cast.children[1].involvements.update(ended_on="2026-11-01")
    InvolvementFactory(
        child=cast.children[1], worker=rosa, team=cast.pod, started_on="2026-11-01", change_reason="LEFTRL"
    )
    DisputeFactory(case=cast.case, raised_by=cast.dawn, child=cast.children[1])
    assert ABOUT in read(browser_for(rosa).get("/my-day/")).said
    assert f"raised: {ABOUT}" not in read(browser_for(cast.amara).get("/my-day/")).said


def test_of_two_answers_the_second_is_told_and_nothing_is_overwritten(
    cast: SimpleNamespace, dawn: Any, browser_for: Any
) -> None:
    url = DisputeFactory(case=cast.case, raised_by=cast.dawn).get_absolute_url()
    amara = browser_for(cast.amara)
    assert amara.post(f"{url}answer/", {"answer": "First."}).status_code == 302
    second = amara.post(f"{url}answer/", {"answer": "Second."})
    assert "Somebody was here before you" in second.content.decode() and "Second." in second.content.decode()
    assert Dispute.objects.get().answer == "First."


def test_a_day_that_has_passed_and_a_step_beyond_the_director_are_refused(cast: SimpleNamespace, dawn: Any) -> None:
    past = dawn.post(f"/cases/{cast.case.pk}/disputes/new/", SAID | {"answer_by_on": "1/11/2026"})
    assert past.status_code == 200 and not Dispute.objects.exists()
    url = DisputeFactory(case=cast.case, raised_by=cast.dawn, stage="director").get_absolute_url()
    assert "no step further" in dawn.post(f"{url}further/", BY).content.decode()


def test_these_pages_ask_few_questions(cast: SimpleNamespace, dawn: Any) -> None:
    url = DisputeFactory(case=cast.case, raised_by=cast.dawn).get_absolute_url()
    case = f"/cases/{cast.case.pk}/disputes/"
    for page in (url, f"{url}answer/", f"{url}further/", f"{url}settling/", case, f"{case}new/"):
        with CaptureQueriesContext(connection) as asked:
            assert dawn.get(page).status_code == 200
        assert len(of_the_page(asked)) <= 15, page

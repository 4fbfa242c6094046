"""An enquiry is concluded by a worker, and authorised or given back by a manager who did not conclude it."""

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from camden.principal import acting_as
from cases.models import ChronologyEntry, Enquiry
from cases.operations.enquiries import (
    AlreadyMoved,
    NotAuthorised,
    NotConcluded,
    authorise_enquiry,
    conclude_enquiry,
    give_enquiry_back,
)
from tests.factories.journey_protect import EnquiryFactory

TODAY = date(2026, 11, 3)


@pytest.fixture(autouse=True)
def signed_in(cast: SimpleNamespace) -> Iterator[None]:
    with acting_as(cast.amara):
        yield


@pytest.fixture
def enquiry(cast: SimpleNamespace) -> Enquiry:
    return again(EnquiryFactory(child=cast.children[0]))


def again(enquiry: Enquiry) -> Enquiry:
    """As the page fetches it."""
    return Enquiry.objects.select_related("case", "child").get(pk=enquiry.pk)


def concluded(enquiry: Enquiry, by: Any, outcome: str = "not-substantiated", **more: Any) -> Enquiry:
    why = "" if outcome == "conference" else "She is safe."
    said = {"on": TODAY, "outcome": outcome, "findings": "A burn from the kettle.", "why_no_conference": why, **more}
    return conclude_enquiry(enquiry=enquiry, version=enquiry.version, by=by, **said)


def test_a_worker_concludes_and_a_manager_authorises_that_no_conference_is_needed(
    cast: SimpleNamespace, enquiry: Enquiry
) -> None:
    row = concluded(enquiry, cast.amara)
    assert (row.outcome, row.concluded_by, row.ended_on) == ("not-substantiated", cast.amara, None)
    row = authorise_enquiry(enquiry=row, version=row.version, by=cast.bilal, on=TODAY, why_not_required="I agree.")
    assert (row.ended_on, row.ended_by) == (TODAY, cast.bilal)
    assert (row.not_required_on, row.not_required_by, row.not_required_why) == (TODAY, cast.bilal, "I agree.")
    said = list(ChronologyEntry.objects.filter(subject_id=row.pk).order_by("pk").values_list("summary", flat=True))
    assert said == [
        "Amara Obi concluded the enquiry about Anisa: not substantiated",
        "Bilal Aziz authorised the enquiry about Anisa. No conference is needed",
    ]


def test_an_enquiry_that_leads_to_a_conference_ends_and_leaves_the_conference_wanted(
    cast: SimpleNamespace, enquiry: Enquiry
) -> None:
    row = concluded(enquiry, cast.amara, "conference")
    row = authorise_enquiry(enquiry=row, version=row.version, by=cast.bilal, on=TODAY)
    assert (row.ended_on, row.not_required_on) == (TODAY, None)


def test_given_back_it_is_under_way_again_with_its_findings_and_the_timeline_says_why(
    cast: SimpleNamespace, enquiry: Enquiry
) -> None:
    row = concluded(enquiry, cast.amara)
    row = give_enquiry_back(enquiry=row, version=row.version, by=cast.bilal, on=TODAY, why="What does Anisa say?")
    assert (row.outcome, row.concluded_on, row.concluded_by, row.ended_on) == ("", None, None, None)
    assert row.findings.startswith("A burn from the kettle.")
    said = ChronologyEntry.objects.filter(subject_id=row.pk).order_by("-pk")[0]
    assert said.summary == "Bilal Aziz asks for more in the enquiry about Anisa: What does Anisa say?"
    assert Enquiry.pgh_event_model.objects.filter(pgh_obj=row, outcome="not-substantiated").exists()
    assert concluded(again(row), cast.amara, "conference").outcome == "conference"


def test_nobody_authorises_their_own_conclusion(cast: SimpleNamespace, enquiry: Enquiry) -> None:
    row = concluded(enquiry, cast.bilal, "conference")
    for refused in (
        lambda: authorise_enquiry(enquiry=row, version=row.version, by=cast.bilal, on=TODAY),
        lambda: give_enquiry_back(enquiry=row, version=row.version, by=cast.bilal, on=TODAY, why="x"),
    ):
        with pytest.raises(NotAuthorised, match="You wrote this conclusion, so another manager authorises it"):
            refused()
    with pytest.raises(IntegrityError, match="an_enquiry_is_authorised_by_another"), transaction.atomic():
        Enquiry.objects.filter(pk=row.pk).update(ended_on=TODAY, ended_by=cast.bilal)


def test_what_is_missing_is_said_in_words(cast: SimpleNamespace, enquiry: Enquiry) -> None:
    with pytest.raises(NotConcluded, match="why no conference") as why:
        concluded(enquiry, cast.amara, why_no_conference="")
    assert why.value.about == "why_no_conference"
    with pytest.raises(NotConcluded, match="The enquiry began on 2 November 2026") as why:
        concluded(enquiry, cast.amara, on=date(2026, 11, 1))
    assert why.value.about == "concluded_on"
    row = concluded(enquiry, cast.amara)
    with pytest.raises(NotAuthorised, match="why no conference") as why_not:
        authorise_enquiry(enquiry=row, version=row.version, by=cast.bilal, on=TODAY)
    assert why_not.value.about == "why_not_required"
    with pytest.raises(NotAuthorised, match="what is still needed"):
        give_enquiry_back(enquiry=row, version=row.version, by=cast.bilal, on=TODAY, why="")
    with pytest.raises(NotAuthorised, match="concluded on 3 November 2026"):
        give_enquiry_back(enquiry=row, version=row.version, by=cast.bilal, on=date(2026, 11, 2), why="x")


def test_no_stage_is_left_out_or_gone_through_twice(cast: SimpleNamespace, enquiry: Enquiry) -> None:
    def authorise(row: Enquiry) -> Enquiry:
        return authorise_enquiry(enquiry=row, version=row.version, by=cast.cora, on=TODAY, why_not_required="x")

    with pytest.raises(AlreadyMoved, match="no conclusion yet"):
        authorise(enquiry)
    row = concluded(enquiry, cast.amara)
    with pytest.raises(AlreadyMoved, match="has its conclusion already"):
        concluded(row, cast.dan)
    row = authorise(row)
    with pytest.raises(AlreadyMoved, match="authorised already"):
        authorise(row)
    with pytest.raises(AlreadyMoved, match="has its conclusion already"):
        concluded(row, cast.amara)


def test_of_two_who_conclude_at_once_the_second_is_told_and_the_first_stands(
    cast: SimpleNamespace, enquiry: Enquiry
) -> None:
    concluded(enquiry, cast.amara)
    with pytest.raises(AlreadyMoved, match="Somebody else changed this enquiry"):
        concluded(enquiry, cast.dan, "legal-action")
    assert again(enquiry).concluded_by == cast.amara

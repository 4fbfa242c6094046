"""How people of a record are related, through the browser."""

from types import SimpleNamespace
from typing import Any

import pytest

from cases.models import (
    ChronologyEntry,
    Relationship,
)
from tests.factories.record_people import AdultFactory

TODAY = "2026-11-03"


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def url(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/people/"


def test_a_mark_that_comes_later_follows_into_what_was_said_before(cast: SimpleNamespace, amara: Any, url: str) -> None:
    zayd = cast.children[2]
    amara.post(f"{url}new/?as=father&of={zayd.pk}", {"name": "Karim"})
    tie = Relationship.objects.get()
    edit = f"{url}relationships/{tie.pk}/edit/"
    amara.post(edit, {"kept_from": [str(cast.children[0].pk)], "_version": str(tie.version)})
    assert ChronologyEntry.objects.get(kind="people").kept_from == [cast.children[0].pk]
    tie.refresh_from_db()
    amara.post(edit, {"_version": str(tie.version)})
    assert Relationship.objects.get().kept_from == []
    assert ChronologyEntry.objects.get(kind="people").kept_from == [cast.children[0].pk]  # opened to nobody more


def test_how_two_are_related_is_said_completed_and_ended(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    jamal = AdultFactory(case=cast.case, given_name="Jamal", sex="M")
    anisa = cast.children[0]
    yes = {"parental_responsibility": "yes", "responsibility_basis": "registered", "responsible_from_on": "17 5 2015"}
    amara.post(f"{url}{jamal.pk}/relationships/new/", {"kind": "father", "others": [str(anisa.pk)], **yes})
    tie = Relationship.objects.get()
    assert "Jamal has parental responsibility for Anisa (registered as father or second parent) since 17 May 2015" in (
        read(amara.get(f"{url}{anisa.pk}/")).said
    )
    edit = f"{url}relationships/{tie.pk}/edit/"
    refused = read(amara.post(edit, {**yes, "responsible_until_on": "1 1 2014", "_version": "1"}))
    assert "Responsibility cannot end before it began" in refused.errors["responsible_until_on"]
    amara.post(edit, {"parental_responsibility": "no", "_version": str(tie.version)})
    assert "Jamal does not have parental responsibility" in read(amara.get(f"{url}{anisa.pk}/")).said
    tie.refresh_from_db()
    ending = f"{url}relationships/{tie.pk}/ending/"
    amara.post(ending, {"ended_on_quick": TODAY, "_version": str(tie.version)})
    assert "until 3 November 2026" in read(amara.get(f"{url}{anisa.pk}/")).said
    assert "Father" not in read(amara.get(url)).said


@pytest.mark.parametrize("is_of_the_other", [True, False], ids=["the child's page", "the father's page"])
def test_ending_a_tie_leads_back_to_the_page_it_was_ended_on(
    cast: SimpleNamespace, amara: Any, url: str, read: Any, is_of_the_other: bool
) -> None:
    jamal, anisa = AdultFactory(case=cast.case, given_name="Jamal", sex="M"), cast.children[0]
    tie = Relationship.objects.create(case=cast.case, one=jamal, other=anisa, kind="father")
    page = f"{url}{(anisa if is_of_the_other else jamal).pk}/"
    (ending,) = [link for link in read(amara.get(page)).links if "/ending/" in link and "relationships" in link]
    assert amara.post(ending, {"ended_on_quick": TODAY, "_version": str(tie.version)})["Location"] == page


@pytest.mark.parametrize(
    ("said", "field", "words"),
    [
        ({"kind": "mother", "others": []}, "others", "Choose at least one person"),
        ({"kind": "mother", "others": ["7"]}, "others", "Choose one of the answers"),
        ({"kind": "", "others": ["0"]}, "kind", "Choose what they are"),
        ({"responsibility_basis": "order"}, "parental_responsibility", "Say yes to parental responsibility"),
        ({"started_on": "1 1 2027"}, "started_on", "cannot be after today"),
    ],
)
def test_what_cannot_be_a_relationship_is_said(
    cast: SimpleNamespace, amara: Any, url: str, read: Any, said: dict[str, Any], field: str, words: str
) -> None:
    one, other = cast.children[:2]
    sent = {"kind": "kin", "others": [str(other.pk)]} | said
    assert words in read(amara.post(f"{url}{one.pk}/relationships/new/", sent)).errors[field]

"""Who works with a child beside the lead worker."""

from types import SimpleNamespace
from typing import Any

import pytest

from camden.access import Role
from cases.models import ChronologyEntry, Involvement
from tests.factories.camden import MembershipFactory
from tests.factories.deliberating import typed_decision


@pytest.fixture
def people(cast: SimpleNamespace) -> SimpleNamespace:
    """Rosa leads for Imran; Jo advises young people for the whole service; Tom stands in."""
    rosa = MembershipFactory(user__name="Rosa Begum", team=cast.pod)
    jo = MembershipFactory(user__name="Jo Marlowe", team=cast.service, role=Role.PERSONAL_ADVISER)
    tom = MembershipFactory(user__name="Tom Whitlock", team=cast.pod, role=Role.EARLY_CAREER_WORKER)
    Involvement.objects.filter(child=cast.children[1]).update(worker=rosa.user)
    return SimpleNamespace(rosa=rosa, jo=jo, tom=tom)


def involve(client: Any, child: Any, who: Any, role: str) -> Any:
    said = {"role": role, "who": str(who.pk), "started_on_quick": "2026-11-03", "started_on": ""}
    return client.post(f"{child.get_absolute_url()}involvements/new/", said, follow=True)


def test_the_count_of_changes_moves_only_when_a_lead_changes(
    cast: SimpleNamespace, people: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    """Two sisters have two leads; one of them also a co-worker and an adviser; then cover; then a new lead."""
    anisa, imran = cast.children[:2]
    ruth = browser_for(cast.bilal)
    for who, role in ((people.rosa, "co-worker"), (people.jo, "personal-adviser"), (people.tom, "cover")):
        assert "now works with Anisa too" in read(involve(ruth, anisa, who, role)).said
    page = read(ruth.get(anisa.get_absolute_url())).said
    assert "Lead workerAmara Obi, since 21 August 2026 The lead worker has never changed" in page
    for words in ("Rosa Begum, co-worker", "Jo Marlowe, personal adviser", "Tom Whitlock, cover for the lead worker"):
        assert f"{words}, since 3 November 2026" in page
    family = read(ruth.get(cast.case.get_absolute_url())).said
    assert "Lead workerAmara Obi" in family and "Lead workerRosa Begum" in family
    assert "Rosa Begum, co-worker" in family and "has changed" not in family
    assert "The lead worker has never changed" in read(ruth.get(imran.get_absolute_url())).said

    said = {"to": str(people.rosa.pk), "started_on_quick": "2026-11-03", "started_on": "", "reason": "CHCHAN"}
    said |= {"spoken": "discussed"} | typed_decision([anisa])
    ruth.post(f"{anisa.get_absolute_url()}allocation/", said)
    after = read(ruth.get(anisa.get_absolute_url())).said
    assert "Lead workerRosa Begum" in after
    assert "The lead worker has changed once; 2 lead workers in the last 12 months" in after
    assert "has never changed" in read(ruth.get(imran.get_absolute_url())).said


def test_ending_says_so_on_the_timeline_and_leaves_the_lead(
    cast: SimpleNamespace, people: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    anisa, ruth = cast.children[0], browser_for(cast.bilal)
    involve(ruth, anisa, people.jo, "personal-adviser")
    work = Involvement.objects.get(worker=people.jo.user)
    address = f"{cast.case.get_absolute_url()}involvements/{work.pk}/ending/"
    assert (
        "Enter a day on or after" in read(ruth.post(address, {"ended_on_quick": "other", "ended_on": "1 11 2026"})).said
    )
    page = read(ruth.post(address, {"ended_on_quick": "2026-11-03", "ended_on": ""}, follow=True))
    assert "Jo Marlowe no longer works with Anisa." in page.said
    assert ChronologyEntry.objects.filter(summary="Jo Marlowe stopped working with Anisa: personal adviser").exists()
    assert Involvement.objects.get(child=anisa, leads_now=True).worker == cast.amara
    assert ruth.get(address).status_code == 404, "it has ended"


def test_a_lead_ends_by_a_new_lead_and_not_here(cast: SimpleNamespace, browser_for: Any) -> None:
    lead = Involvement.objects.get(child=cast.children[0])
    address = f"{cast.case.get_absolute_url()}involvements/{lead.pk}/ending/"
    assert browser_for(cast.bilal).get(address).status_code == 404


def test_only_whoever_decides_may_involve_or_end(
    cast: SimpleNamespace, people: SimpleNamespace, browser_for: Any
) -> None:
    amara = browser_for(cast.amara)
    assert involve(amara, cast.children[0], people.rosa, "co-worker").status_code == 403
    assert b"Involve somebody" not in amara.get(cast.children[0].get_absolute_url()).content
    assert b"Involve somebody" in browser_for(cast.bilal).get(cast.children[0].get_absolute_url()).content


def test_new_asks_what_and_whom(cast: SimpleNamespace, people: SimpleNamespace, browser_for: Any, read: Any) -> None:
    page = read(browser_for(cast.bilal).post(f"{cast.children[0].get_absolute_url()}involvements/new/", {"role": ""}))
    assert page.errors["role"] == "Error: Choose what they will do."
    assert page.errors["who"] == "Error: Choose somebody."

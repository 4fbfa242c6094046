"""The list of families, and a family's page."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from cases.models import Case, Household, HouseholdMembership, Relationship
from cases.operations.chronology import note
from cases.readings.caseload import PAGE
from cases.readings.timeline import PAGE as ENTRIES
from tests.factories.cases import CaseFactory, ChildFactory, EpisodeFactory, HouseholdFactory


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


def test_list_shows_ones_own_families_first(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    CaseFactory(name="Okafor", team_ids=[cast.pod.pk])
    CaseFactory(name="Lindqvist", team_ids=[cast.elsewhere.pk])
    mine, team = read(amara.get("/cases/")).said, read(amara.get("/cases/?show=team")).said
    assert "Rahman–Khatun" in mine and "Anisa Rahman" in mine and "Okafor" not in mine
    assert "Rahman–Khatun" in team and "Okafor" in team
    assert "Lindqvist" not in mine + team


def test_list_shows_children_who_wait(cast: SimpleNamespace, browser_for: Any, read: Any) -> None:
    bilal = browser_for(cast.bilal)
    assert "Rahman" not in read(bilal.get("/cases/?show=waiting")).said
    EpisodeFactory(child=ChildFactory(case=cast.case, given_name="Noor"))
    assert "Noor" in read(bilal.get("/cases/?show=waiting")).said


def test_list_says_so_when_there_is_nothing(cast: SimpleNamespace, browser_for: Any, read: Any) -> None:
    dan = browser_for(cast.dan)
    assert "No family is yours at present" in read(dan.get("/cases/")).said
    assert "No families here" in read(dan.get("/cases/?show=team")).said
    assert "Nobody is waiting" in read(dan.get("/cases/?show=waiting")).said


NONSENSE = [
    "",
    "\x00",
    "😀",
    "x" * 5000,
    "مُحَمَّد",
    "../../etc",
    "20261399.42",
    "00010101.1",
    "99991231.1",
    "20261103.",
    "[]",
    "-1",
]


@pytest.mark.parametrize("nonsense", NONSENSE)
def test_list_takes_nonsense_for_the_first_page_of_ones_own(
    cast: SimpleNamespace, amara: Any, read: Any, nonsense: str
) -> None:
    plain = read(amara.get("/cases/")).said
    assert read(amara.get("/cases/", {"show": nonsense})).said == plain
    if not nonsense.startswith(("0001", "9999")):  # days there are, if long ago or far ahead
        assert read(amara.get("/cases/", {"after": nonsense})).said == plain
    assert read(amara.get("/cases/", {"after": nonsense, "show": "team"})).said
    assert read(amara.get(f"/cases/{cast.case.pk}/", {"after": nonsense})).said
    assert read(amara.get(cast.children[0].get_absolute_url(), {"after": nonsense})).said


def test_list_leads_on_to_older_families_and_stays_in_its_tab(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    for number in range(PAGE):
        CaseFactory(name=f"Older {number}", team_ids=[cast.pod.pk], opened_on=date(2026, 8, 1) - timedelta(days=number))
    page = read(amara.get("/cases/?show=team"))
    assert f"Older {PAGE - 2}" in page.said and f"Older {PAGE - 1}" not in page.said
    (older,) = [link for link in page.links if "after=" in link]
    page = read(amara.get(f"/cases/{older}"))
    assert f"Older {PAGE - 1}" in page.said and "Rahman" not in page.said
    assert not [link for link in page.links if "after=" in link]


def test_detail_shows_who_is_who_where_they_live_and_what_happened(
    cast: SimpleNamespace, amara: Any, read: Any, today: date
) -> None:
    shirin = ChildFactory(case=cast.case, kind="adult", given_name="Shirin", family_name="Khatun")
    Relationship.objects.create(case=cast.case, one=shirin, other=cast.children[0], kind="mother")
    note(case=cast.case, on=today, kind="visit", summary="Amara visited at home", children=[])
    page = read(amara.get(f"/cases/{cast.case.pk}/")).said
    for words in ("Anisa Rahman", "Imran Rahman", "Zayd Rahman", "Amara Obi", "mother of Anisa", "Somers Town"):
        assert words in page
    assert "In need since 20 August 2026" in page and "Amara visited at home" in page


def test_detail_offers_only_what_ones_role_may_do(cast: SimpleNamespace, browser_for: Any, read: Any) -> None:
    url = f"/cases/{cast.case.pk}/"
    worker, manager = (read(browser_for(who).get(url)).links for who in (cast.amara, cast.bilal))
    assert f"{url}visits/new/" in worker and f"{url}visits/new/" in manager
    allocations = [f"{child.get_absolute_url()}allocation/" for child in cast.children]
    assert not set(allocations) & set(worker)
    assert set(allocations) <= set(manager)


def test_detail_warns_of_an_address_that_must_not_be_shared(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    Household.objects.update(address="12 Elm Row", is_safe_to_share=False)
    assert "Do not share this address" in read(amara.get(f"/cases/{cast.case.pk}/")).said
    HouseholdMembership.objects.update(ended_on=date(2026, 11, 1))
    HouseholdFactory(case=cast.case, name="Elsewhere")


def test_detail_leads_on_to_what_happened_before(cast: SimpleNamespace, amara: Any, read: Any, today: date) -> None:
    for number in range(ENTRIES + 1):
        note(case=cast.case, on=today - timedelta(days=number), kind="visit", summary=f"Entry {number}.", children=[])
    page = read(amara.get(f"/cases/{cast.case.pk}/"))
    assert f"Entry {ENTRIES - 1}." in page.said and f"Entry {ENTRIES}." not in page.said
    (older,) = [link for link in page.links if "after=" in link]
    assert f"Entry {ENTRIES}." in read(amara.get(f"/cases/{cast.case.pk}/{older.split('#')[0]}")).said


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "مُحَمَّد", "A" * 80, "😀", "‮gnirts", "O'Brien & Söhne"])
def test_a_name_is_shown_as_it_is_and_never_runs(cast: SimpleNamespace, amara: Any, read: Any, name: str) -> None:
    child = ChildFactory(case=cast.case, given_name=name)
    Case.objects.update(name=name)
    for url in ("/cases/", f"/cases/{cast.case.pk}/", child.get_absolute_url(), f"/cases/{cast.case.pk}/visits/new/"):
        answer = amara.get(url)
        assert name in read(answer).said
        assert b"<script>alert" not in answer.content


def test_a_key_that_nothing_can_have_is_not_found(cast: SimpleNamespace, browser_for: Any) -> None:
    bilal = browser_for(cast.bilal)
    for key in (0, 2**31, 2**63 - 1, 2**63, 10**60):
        for path in ("", "children/1/", "visits/1/", "visits/new/", "children/1/allocation/"):
            assert (key, path, bilal.get(f"/cases/{key}/{path}").status_code) == (key, path, 404)
        for path in (f"children/{key}/", f"visits/{key}/", f"children/{key}/allocation/"):
            assert (path, bilal.get(f"/cases/{cast.case.pk}/{path}").status_code) == (path, 404)

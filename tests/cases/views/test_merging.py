"""One human being who was written down twice, through the browser."""

from types import SimpleNamespace
from typing import Any

import pytest

from cases.models import (
    Member,
)
from tests.factories.cases import CaseFactory
from tests.factories.record_people import AdultFactory, relates

TODAY = "2026-11-03"


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def url(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/people/"


@pytest.fixture
def shirin(cast: SimpleNamespace) -> Member:
    shirin = AdultFactory(case=cast.case, given_name="Shirin", family_name="Khatun", sex="F")
    relates(shirin, "mother", *cast.children, parental_responsibility=True, responsibility_basis="mother")
    return shirin


def test_two_are_seen_side_by_side_before_they_become_one(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, read: Any
) -> None:
    twin = AdultFactory(case=cast.case, given_name="Shireen", family_name="Khatun", sex="F", language="Bengali")
    first = f"{url}{shirin.pk}/merge/"
    assert f"?with={twin.pk}" in read(amara.get(first)).links
    page = f"{first}?with={twin.pk}"
    shown = read(amara.get(page))
    assert "Shireen Khatun" in shown.said
    assert "Bengali" in shown.said
    assert not shown.ticked
    assert "Choose which first names to keep for both" in read(amara.post(page, {"x": ""})).errors["given_name"]
    amara.post(page, {"given_name": "merged"})
    shirin.refresh_from_db()
    assert (shirin.name, shirin.language) == ("Shireen Khatun", "Bengali")  # chosen, and what only one had
    assert [each.name for each in Member.objects.filter(kind="adult")] == ["Shireen Khatun"]
    gone = amara.get(f"{url}{twin.pk}/")
    assert (gone.status_code, gone["Location"]) == (302, f"{url}{shirin.pk}/")
    assert amara.get(f"{url}{twin.pk}/edit/").status_code == 404
    undo = next(link for link in read(amara.get(f"{url}{shirin.pk}/")).links if "/undoing/" in link)
    amara.post(undo, {"x": ""})
    shirin.refresh_from_db()
    assert (shirin.name, shirin.language) == ("Shirin Khatun", "")
    assert Member.objects.filter(kind="adult").count() == 2
    assert "Somebody else has changed this already" in read(amara.post(undo, {"x": ""})).said


def test_whoever_is_known_in_another_family_is_tied_and_untied(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, read: Any
) -> None:
    page = f"{url}{shirin.pk}/elsewhere/"
    assert "No family that is open to you" in read(amara.get(page)).said
    there = AdultFactory(
        case=CaseFactory(name="Khan", team_ids=[cast.pod.pk]), given_name="Shirin", family_name="Khatun"
    )
    unseen = AdultFactory(
        case=CaseFactory(name="Hidden", team_ids=[cast.elsewhere.pk]), given_name="Shirin", family_name="Khatun"
    )
    assert "Hidden" not in read(amara.get(page)).said
    assert read(amara.post(page, {"other": str(unseen.pk)})).errors["other"]
    amara.post(page, {"other": str(there.pk)})
    assert Member.objects.get(pk=shirin.pk).person_id == there.person_id
    amara.post(f"{page}ending/", {"x": ""})
    assert Member.objects.get(pk=shirin.pk).person_id != there.person_id

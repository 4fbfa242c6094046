"""How to reach somebody, other names, who is around them, through the browser."""

from types import SimpleNamespace
from typing import Any

import pytest

from cases.models import (
    Alias,
    ContactPoint,
    Member,
    NetworkTie,
)
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


def test_another_name_that_is_kept_stands_on_their_own_page_only(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, read: Any
) -> None:
    sent = {"kind": "former", "family_name": "Begum", "kept_from": ["family"]}
    amara.post(f"{url}{shirin.pk}/names/new/", sent)
    assert "Begum" not in read(amara.get(url)).said
    shown = read(amara.get(f"{url}{shirin.pk}/")).said
    assert "Begum" in shown
    assert "Not to be shared with the family" in shown


def test_a_way_to_reach_somebody_says_whether_it_is_safe(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, read: Any
) -> None:
    sent = {"kind": "mobile", "value": "07700 900123", "remark": "text only"}
    amara.post(f"{url}{shirin.pk}/reach/new/", sent)
    point = ContactPoint.objects.get()
    assert point.is_safe is None
    assert "Nobody has asked whether it is safe" in read(amara.get(url)).said
    edit = f"{url}reach/{point.pk}/edit/"
    amara.post(edit, {**sent, "is_safe": "no", "kept_from": ["family"], "_version": str(point.version)})
    shown = read(amara.get(url)).said
    assert "Not safe: do not use" in shown
    assert "Not to be shared with the family" in shown
    point.refresh_from_db()
    ended = {"ended_on_quick": TODAY, "_version": str(point.version)}
    amara.post(f"{url}reach/{point.pk}/ending/", ended)
    assert "07700" not in read(amara.get(url)).said
    assert "07700" in read(amara.get(f"{url}{shirin.pk}/")).said


def test_other_names_and_those_around_are_kept(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, read: Any
) -> None:
    names, around = f"{url}{shirin.pk}/names/new/", f"{url}{shirin.pk}/network/new/"
    assert "Enter a name" in read(amara.post(names, {"kind": "former"})).errors["given_name"]
    amara.post(names, {"kind": "former", "family_name": "Begum"})
    assert "already" in read(amara.post(names, {"kind": "spelling", "family_name": "Begum"})).errors["given_name"]
    assert Alias.objects.count() == 1
    assert "Enter the name of the place" in read(amara.post(around, {"kind": "gp"})).errors["organisation"]
    amara.post(around, {"kind": "gp", "organisation": "Somers Town Practice", "phone": "020 7946 0000"})
    shown = read(amara.get(url)).said
    assert "Also called" in shown
    assert "Begum" in shown
    assert "Somers Town Practice" in shown
    tie = NetworkTie.objects.get()
    amara.post(f"{url}network/{tie.pk}/ending/", {"ended_on_quick": TODAY, "_version": str(tie.version)})
    assert "Somers Town Practice" not in read(amara.get(url)).said

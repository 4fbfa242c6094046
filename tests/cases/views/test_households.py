"""Homes and moves, through the browser."""

from types import SimpleNamespace
from typing import Any

import pytest

from cases.models import (
    ChronologyEntry,
    Household,
    HouseholdMembership,
)

TODAY = "2026-11-03"


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def url(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/people/"


def test_a_move_has_its_day_and_leaves_a_home(cast: SimpleNamespace, amara: Any, url: str, read: Any) -> None:
    anisa, imran, _ = cast.children
    sent = {
        "members": [str(anisa.pk), str(imran.pk)],
        "to": "new",
        "name": "Farida’s house",
        "address": "3 Secret Street",
        "is_safe_to_share": "no",
    }
    assert "Enter the day" in read(amara.post(f"{url}moves/new/", sent)).errors["moved_on"]
    assert Household.objects.count() == 1
    amara.post(f"{url}moves/new/", {**sent, "moved_on_quick": TODAY})
    stays = HouseholdMembership.objects.filter(member=anisa).order_by("pk")
    assert [(str(stay.household), str(stay.ended_on)) for stay in stays] == [
        ("Somers Town", TODAY),
        ("Farida’s house", "None"),
    ]
    entry = ChronologyEntry.objects.get(kind="people")
    assert entry.summary == "Anisa and Imran moved from Somers Town to Farida’s house"
    assert "Secret" not in entry.summary
    shown = read(amara.get(url)).said
    assert "Do not share this address" in shown
    again = {"members": [str(anisa.pk)], "to": str(stays[1].household_id), "moved_on_quick": TODAY}
    assert "Anisa lives there already" in read(amara.post(f"{url}moves/new/", again)).errors["members"]


def test_a_child_may_live_in_two_homes(cast: SimpleNamespace, amara: Any, url: str) -> None:
    home = Household.objects.create(case=cast.case, name="Dad’s flat")
    sent = {"members": [str(cast.children[0].pk)], "to": str(home.pk), "stays_too": "on"}
    amara.post(f"{url}moves/new/", sent)
    assert HouseholdMembership.objects.filter(member=cast.children[0], ended_on=None).count() == 2


def test_a_home_is_changed_by_one_at_a_time(cast: SimpleNamespace, amara: Any, url: str, read: Any) -> None:
    page = f"{url}homes/{cast.home.pk}/edit/"
    sent = {"name": "Somers Town", "address": "1 Flat", "is_safe_to_share": "no", "_version": str(cast.home.version)}
    amara.post(page, sent)
    assert "Both texts are here" in read(amara.post(page, {**sent, "address": "2 Flat"})).said
    assert Household.objects.get(pk=cast.home.pk).address == "1 Flat"
    assert "Choose whether" in read(amara.post(f"{url}homes/new/", {"name": "x"})).errors["is_safe_to_share"]

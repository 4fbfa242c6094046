"""Bare dated facts through the browser."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from cases.models import Milestone
from tests.factories.journey_protect import MilestoneFactory


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def url(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/facts/new/"


def said(cast: SimpleNamespace, **more: Any) -> dict[str, Any]:
    """Anisa went missing this morning, as the form sends it."""
    sent = {"what": "missing", "children": [str(cast.children[0].pk)], "happened_on_quick": "2026-11-03"}
    return sent | {"happened_clock": "8.05", "note": "Not at school."} | more


def test_a_fact_is_recorded_with_its_minute_and_found_on_the_timeline(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    shown = read(amara.post(url, said(cast), follow=True))
    fact = Milestone.objects.get()
    for words in ("Went missing", "3 November 2026 at 08:05", "Not at school.", "Amara Obi", "Recorded: went missing."):
        assert words in shown.said
    page = f"/cases/{cast.case.pk}/facts/{fact.pk}/"
    assert page in read(amara.get(cast.children[0].get_absolute_url())).links
    assert page not in read(amara.get(cast.children[1].get_absolute_url())).links


@pytest.mark.parametrize(
    ("more", "field", "words"),
    [
        ({"what": ""}, "what", "Choose what happened."),
        ({"children": []}, "children", "Choose at least one child."),
        ({"happened_clock": ""}, "happened_clock", "Enter the time: hours count from it."),
        ({"happened_clock": "11:00"}, "happened_clock", "Enter a time that has passed."),
        ({"happened_on_quick": "2026-11-04"}, "happened_on", "cannot be after today"),
        ({"happened_on_quick": "other", "happened_on": "1 1 2015"}, "happened_on", "Anisa was born on 17 May 2015"),
    ],
)
def test_what_a_fact_lacks_is_said_beside_the_answer(
    cast: SimpleNamespace, amara: Any, url: str, read: Any, more: dict[str, Any], field: str, words: str
) -> None:
    shown = read(amara.post(url, said(cast, **more)))
    assert words in shown.errors[field]
    assert shown.filled["note"] == "Not at school."
    assert not Milestone.objects.exists()


def test_where_only_the_day_counts_no_time_is_asked_for(cast: SimpleNamespace, amara: Any, url: str) -> None:
    amara.post(url, said(cast, what="final-order", happened_clock="", happened_on_quick="2026-11-02"))
    fact = Milestone.objects.get()
    assert (fact.kind, fact.happened_on, fact.happened_at) == ("final-order", date(2026, 11, 2), None)


def test_what_is_known_from_the_address_is_chosen_already(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    shown = read(amara.get(f"{url}?kind=returned&child={cast.children[1].pk}"))
    assert shown.ticked["children"] == str(cast.children[1].pk)
    assert 'value="returned" selected' in amara.get(f"{url}?kind=returned").content.decode()
    assert not read(amara.get(f"{url}?kind=nonsense&child=x")).ticked.get("children")


def test_taken_back_it_is_crossed_out_and_says_who_and_why(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    fact = MilestoneFactory(child=cast.children[0], recorded_by=cast.bilal)
    page = f"/cases/{cast.case.pk}/facts/{fact.pk}/"
    assert f"{page}striking/" in read(amara.get(page)).links
    assert "Write why it was not so" in read(amara.post(f"{page}striking/", {"why": ""})).errors["why"]
    shown = read(amara.post(f"{page}striking/", {"why": "She was at her aunt’s."}, follow=True))
    assert "Taken back" in shown.said
    assert "She was at her aunt’s." in shown.said
    assert f"{page}striking/" not in shown.links
    again = read(amara.post(f"{page}striking/", {"why": "Again."}))
    assert "Somebody else has taken this back already." in again.said
    assert Milestone.objects.get().struck_why == "She was at her aunt’s."

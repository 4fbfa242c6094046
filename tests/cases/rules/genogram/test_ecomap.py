"""The ecomap: agencies around a home, ties that do not cross, the same in words."""

from typing import Any
from xml.etree import ElementTree

import pytest

from cases.rules.genogram.ecomap import NoSuchHome, ecomap
from tests.cases.rules.genogram.conftest import facts


def elements(svg: str, key: str) -> dict[str, Any]:
    return {each.get(key): each for each in ElementTree.fromstring(svg).iter() if each.get(key)}


def test_agencies_stand_around_the_home_they_are_tied_to(half_siblings: dict[str, Any]) -> None:
    found = ecomap(facts(half_siblings), "h1")
    assert set(elements(found.svg, "data-agency")) == {"school", "camhs", "gp", "housing"}
    assert set(elements(found.svg, "data-person")) == set(half_siblings["households"][0]["members"])
    ties = {"school:kayla:strong", "camhs:kayla:weak", "gp:kelly:stressful", "housing:h1:stressful"}
    assert set(elements(found.svg, "data-tie")) == ties and found.crossings == 0


def test_strong_ties_have_three_lines(half_siblings: dict[str, Any]) -> None:
    assert ecomap(facts(half_siblings), "h1").svg.count('data-tie="school:kayla:strong"') == 3


def test_only_this_homes_ties_are_drawn(half_siblings: dict[str, Any]) -> None:
    assert not elements(ecomap(facts(half_siblings), "h2").svg, "data-tie")


def test_many_agencies_do_not_lie_on_one_another_nor_ties_cross(half_siblings: dict[str, Any]) -> None:
    members = half_siblings["households"][0]["members"]
    half_siblings["agencies"] = [{"id": f"a{at}", "name": f"Service number {at}"} for at in range(14)]
    half_siblings["ties"] = [{"agency": f"a{at}", "to": members[at % 6], "kind": "weak"} for at in range(14)]
    found = ecomap(facts(half_siblings), "h1")
    assert found.crossings == 0
    ovals = [each for each in ElementTree.fromstring(found.svg).iter() if each.tag.endswith("ellipse")]
    spots = [(float(each.get("cx", 0)), float(each.get("cy", 0))) for each in ovals]
    for at, (x, y) in enumerate(spots):
        assert all(((x - a) / 116) ** 2 + ((y - b) / 68) ** 2 > 1 for a, b in spots[at + 1 :])


def test_the_same_is_said_in_words(half_siblings: dict[str, Any]) -> None:
    found = ecomap(facts(half_siblings), "h1")
    said = elements(found.svg, "data-agency")["school"].get("aria-label")
    assert said == "Parkside School: strong link with Kayla Pike, energy goes both ways"
    rows = {(row.one, row.what, row.other) for row in found.rows}
    assert ("CAMHS", "weak link with", "Kayla Pike") in rows and len(rows) == 4


def test_a_home_without_agencies_is_drawn(half_siblings: dict[str, Any]) -> None:
    assert "No agencies are tied" in ecomap(facts(half_siblings), "h2").svg


def test_there_must_be_such_a_home(half_siblings: dict[str, Any]) -> None:
    with pytest.raises(NoSuchHome):
        ecomap(facts(half_siblings), "h9")

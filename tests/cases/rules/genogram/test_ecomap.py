"""The ecomap: agencies around a home, ties that do not cross, nothing on anything else, the same in words."""

import math
import random
from datetime import date
from itertools import combinations, pairwise, permutations
from typing import Any
from xml.etree import ElementTree

import pytest

from cases.rules.genogram.ecomap import UNASKED, NoSuchHome, ecomap
from cases.rules.genogram.ecomap_places import crossings, placed
from cases.rules.genogram.family import Agency, Family, Home, Person, Tie
from cases.rules.genogram.text import width
from tests.cases.rules.genogram.conftest import facts

ON = date(2026, 11, 3)
KINDS = ("strong", "moderate", "weak", "stressful", UNASKED)
FLOWS = ("none", "to", "from", "both")
HOSTILE = (
    "<script>alert(1)</script>", '"><svg onload=x>', "Ünïcödé & Söns", "مدرسة النور الابتدائية", "🦦" * 12,
    "Aberystwyth-Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Primary School and Nursery",
    "]]>", "\u202ereversed", "", "St Dominic’s", "one two three four five six seven eight nine ten eleven",
)  # fmt: skip


def elements(svg: str, key: str) -> dict[str, Any]:
    return {each.get(key): each for each in ElementTree.fromstring(svg).iter() if each.get(key)}


def around(people: int, agencies: int, seed: int, *, shared: float = 0.0, names: tuple[str, ...] = ()) -> Family:
    """An invented home: each agency is tied to somebody, some to others too."""
    chance = random.Random(seed)
    members = tuple(Person(f"m{at}", f"Person{at} Pike", birth=str(1980 + at)) for at in range(people))
    ties = []
    for at in range(agencies):
        first = chance.randrange(people)
        whom = {first} | {other for other in range(people) if chance.random() < shared}
        ties += [Tie(f"n{at}", f"m{who}", chance.choice(KINDS), chance.choice(FLOWS)) for who in sorted(whom)]
    called = names or tuple(f"Service number {at} of the borough" for at in range(agencies))
    homes = (Home("h1", "14 Lansdowne Gardens", tuple(person.id for person in members)),)
    return Family(ON, members, homes=homes, ties=tuple(ties),
                  agencies=tuple(Agency(f"n{at}", called[at % len(called)]) for at in range(agencies)))  # fmt: skip


def boxes(svg: str) -> dict[str, tuple[float, float, float, float]]:
    """Every name and every symbol: left, top, right, bottom."""
    found: dict[str, tuple[float, float, float, float]] = {}
    for at, each in enumerate(ElementTree.fromstring(svg).iter()):
        part, name = each.get("data-part"), each.tag.split("}")[1]
        if part in ("label", "home"):
            wide, x, y = width(each.text or "", 10.5), float(each.get("x", 0)), float(each.get("y", 0))
            found[f"{part} {at} {each.text}"] = (x - wide / 2, y - 8.5, x + wide / 2, y + 2.5)
        elif part == "symbol":
            x, y, half = _middle(each, name)
            found[f"symbol {at}"] = (x - half, y - half, x + half, y + half)
    return found


def _middle(each: Any, name: str) -> tuple[float, float, float]:
    if name == "circle":
        return float(each.get("cx", 0)), float(each.get("cy", 0)), float(each.get("r"))
    if name == "rect":
        half = float(each.get("width")) / 2
        return float(each.get("x", 0)) + half, float(each.get("y", 0)) + half, half
    points = [tuple(map(float, pair.split(","))) for pair in each.get("points").split()]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2, (max(xs) - min(xs)) / 2


def ovals(svg: str) -> dict[str, tuple[float, float, float, float]]:
    found = {}
    for key, group in elements(svg, "data-agency").items():
        oval = next(each for each in group if each.tag.endswith("ellipse"))
        found[key] = tuple(float(oval.get(name)) for name in ("cx", "cy", "rx", "ry"))
    return found


def faults(family: Family) -> dict[str, int]:
    """What must be 0: names and symbols on one another, ovals that touch, ties through anything not their own."""
    svg = ecomap(family, "h1").svg
    drawn, rings = boxes(svg), ovals(svg)
    people = {key: boxes(ElementTree.tostring(group, encoding="unicode"))
              for key, group in elements(svg, "data-person").items()}  # fmt: skip
    places = placed(sorted(people), sorted(rings), [(tie.agency, tie.to) for tie in family.ties])
    through = 0
    for (agency, who), way in places.ways.items():
        points = [_between(one, other, part / 4) for one, other in pairwise(way) for part in range(5)]
        for key, (x, y, rx, ry) in rings.items():
            through += key != agency and any(((a - x) / rx) ** 2 + ((b - y) / ry) ** 2 < 1 for a, b in points)
        for key, own in people.items():
            for name, box in own.items():
                if key != who or name.startswith("label"):
                    through += any(box[0] < a < box[2] and box[1] < b < box[3] for a, b in points)
    return {
        "names and symbols": sum(_touch(a, b) for a, b in combinations(drawn.values(), 2)),
        "ovals": sum(((x - a) / (rx * 2)) ** 2 + ((y - b) / (ry * 2)) ** 2 < 1
                     for (x, y, rx, ry), (a, b, *_) in combinations(rings.values(), 2)),
        "names outside their ovals": _outside(svg, rings),
        "ties": through,
    }  # fmt: skip


def _between(one: Any, other: Any, part: float) -> tuple[float, float]:
    return one[0] + (other[0] - one[0]) * part, one[1] + (other[1] - one[1]) * part


def _touch(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _outside(svg: str, rings: dict[str, tuple[float, float, float, float]]) -> int:
    count = 0
    for key, group in elements(svg, "data-agency").items():
        x, y, rx, ry = rings[key]
        for left, top, right, bottom in boxes(ElementTree.tostring(group, encoding="unicode")).values():
            corners = [(a, b) for a in (left, right) for b in (top, bottom)]
            count += any(((a - x) / rx) ** 2 + ((b - y) / ry) ** 2 > 1 for a, b in corners)
    return count


@pytest.mark.parametrize("agencies", range(1, 26))
def test_nothing_lies_on_anything_else(agencies: int) -> None:
    for people, shared in ((1, 0.0), (2, 0.3), (5, 0.2), (8, 0.0)):
        found = faults(around(people, agencies, seed=agencies * 10 + people, shared=shared))
        assert found == dict.fromkeys(found, 0), f"{people} people, {agencies} agencies, {shared} shared"


@pytest.mark.parametrize("agencies", [1, 7, 25])
def test_agencies_of_one_person_each_never_have_ties_that_cross(agencies: int) -> None:
    for people in (1, 2, 4, 6, 9):
        assert ecomap(around(people, agencies, seed=agencies), "h1").crossings == 0


def test_no_crossing_that_can_be_avoided_is_drawn() -> None:
    """Against every order of people and of agencies there is, each turned as it is drawn."""
    for seed in range(6):
        family = around(4, 5, seed, shared=0.35)
        links = sorted({(tie.agency, tie.to) for tie in family.ties})
        agencies = [agency.id for agency in family.agencies]
        fewest = min(_fewest(order, agencies, links) for order in permutations(("m1", "m2", "m3")))
        assert placed(["m0", "m1", "m2", "m3"], agencies, links).crossings <= fewest, seed


def _fewest(order: tuple[str, ...], agencies: list[str], links: list[tuple[str, str]]) -> int:
    seat = {who: math.tau * at / 4 - math.pi / 2 for at, who in enumerate(("m0", *order))}
    found = 99
    for ring in permutations(agencies[1:]):
        for turned in range(10):
            spot = {one: math.tau * (at + turned / 2) / 5 for at, one in enumerate((agencies[0], *ring))}
            found = min(found, crossings(seat, spot, links))
    return found


def test_what_is_counted_is_what_is_drawn() -> None:
    family = around(5, 9, 3, shared=0.3)
    places = placed(
        [f"m{at}" for at in range(5)], [f"n{at}" for at in range(9)], [(t.agency, t.to) for t in family.ties]
    )
    met = 0
    for (one, way), (other, far) in combinations(places.ways.items(), 2):
        if one[0] != other[0] and one[1] != other[1]:
            met += any(_cross(a, b, c, d) for a, b in pairwise(way) for c, d in pairwise(far))
    assert met == places.crossings


def _cross(a: Any, b: Any, c: Any, d: Any) -> bool:
    def side(p: Any, q: Any, r: Any) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def test_names_hostile_to_svg_are_drawn_as_words() -> None:
    family = around(3, len(HOSTILE), 1, names=HOSTILE)
    found = ecomap(family, "h1")
    assert faults(family) == dict.fromkeys(faults(family), 0)
    tags = {each.tag.split("}")[1] for each in ElementTree.fromstring(found.svg).iter()}
    assert tags <= {"svg", "title", "desc", "rect", "circle", "ellipse", "polygon", "path", "text", "g"}
    assert not [each for each in ElementTree.fromstring(found.svg).iter() if {"style", "onload"} & set(each.keys())]


def test_the_same_facts_in_any_order_give_the_same_bytes() -> None:
    family = around(5, 11, 4, shared=0.3)
    turned = Family(
        ON, family.persons[::-1], homes=family.homes, agencies=family.agencies[::-1], ties=family.ties[::-1]
    )
    assert ecomap(family, "h1").svg == ecomap(turned, "h1").svg


def test_a_tie_nobody_was_asked_about_is_plain_with_a_question_mark(half_siblings: dict[str, Any]) -> None:
    half_siblings["ties"] = [{"agency": "gp", "to": "kelly", "kind": UNASKED}]
    found = ecomap(facts(half_siblings), "h1")
    assert found.svg.count('data-tie="gp:kelly:unasked"') == 1
    assert 'data-part="unasked"' in found.svg and "nobody has said what it is" in found.rows[0].what


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


def test_the_same_is_said_in_words(half_siblings: dict[str, Any]) -> None:
    found = ecomap(facts(half_siblings), "h1")
    said = elements(found.svg, "data-agency")["school"].get("aria-label")
    assert said == "Parkside School: strong link, gives and takes, with Kayla Pike"
    rows = {(row.one, row.what, row.other) for row in found.rows}
    assert ("CAMHS", "weak link", "Kayla Pike") in rows and len(rows) == 4


def test_a_home_without_agencies_is_drawn(half_siblings: dict[str, Any]) -> None:
    assert "No agencies are tied" in ecomap(facts(half_siblings), "h2").svg


def test_there_must_be_such_a_home(half_siblings: dict[str, Any]) -> None:
    with pytest.raises(NoSuchHome):
        ecomap(facts(half_siblings), "h9")

"""Outlines of boxes, and loops around homes."""

from itertools import pairwise
from typing import Any

from cases.rules.genogram.draw_homes import name_spots
from cases.rules.genogram.drawing import draw
from cases.rules.genogram.homes import loops
from cases.rules.genogram.layout import laid_out
from cases.rules.genogram.outlines import holes, outline
from tests.cases.rules.genogram.conftest import facts
from tests.cases.rules.genogram.measuring import faults


def test_the_outline_of_two_boxes_that_overlap() -> None:
    corners = outline([(0, 0, 10, 10), (5, 5, 20, 10)])
    assert set(corners) == {(0, 0), (10, 0), (10, 5), (20, 5), (20, 10), (0, 10)}


def test_a_ring_has_a_hole_and_an_outer_edge() -> None:
    ring = [(0.0, 0.0, 30.0, 10.0), (0.0, 20.0, 30.0, 30.0), (0.0, 0.0, 10.0, 30.0), (20.0, 0.0, 30.0, 30.0)]
    assert holes(ring) == [[(10, 10, 20, 20)]]
    assert set(outline(ring)) == {(0, 0), (30, 0), (30, 30), (0, 30)}
    assert holes(ring[:3]) == []


def test_boxes_that_touch_at_a_corner_have_a_simple_outline() -> None:
    assert len(outline([(0, 0, 10, 10), (10, 10, 20, 20)])) == 4


def test_a_home_around_strangers_on_all_sides_lets_them_out(half_siblings: dict[str, Any]) -> None:
    half_siblings["ties"] = []
    half_siblings["households"] = [
        {"id": "odd", "label": "Odd", "members": ["keith", "lee", "ade", "mia", "bump", "folake", "dean"]},
        {
            "id": "all",
            "label": "All but one",
            "members": [p["id"] for p in half_siblings["persons"] if p["id"] != "kelly"],
        },
        {"id": "far", "label": "Far apart", "members": ["keith", "tyrone"]},
    ]
    assert faults(half_siblings, draw(facts(half_siblings)).svg) == {}


def test_no_line_goes_through_the_name_of_one_persons_home(half_siblings: dict[str, Any]) -> None:
    half_siblings["ties"] = []
    half_siblings["households"] = [
        {"id": f"h-{who['id']}", "label": f"{who['id']}’s flat", "members": [who["id"]]}
        for who in half_siblings["persons"][1::3]
        if not who.get("pregnancy")
    ]
    layout = laid_out(facts(half_siblings))
    spots = [spot.box for spot in name_spots(layout, loops(layout)) if spot]
    assert len(spots) >= 4
    pieces = [(line, *piece) for line in layout.lines.lines for piece in pairwise(line.points)]
    for left, top, right, bottom in spots:
        for _, (a, b), (c, d) in pieces:
            is_free = min(a, c) >= right or max(a, c) <= left or min(b, d) >= bottom or max(b, d) <= top
            assert is_free

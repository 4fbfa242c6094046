"""Outlines of boxes, and loops around homes."""

from typing import Any

from cases.rules.genogram.drawing import draw
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

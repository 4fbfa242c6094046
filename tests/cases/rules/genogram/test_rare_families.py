"""What hardly any record says is drawn by the same laws: siblings by birth in any row, no line on another."""

from typing import Any

import pytest

from cases.rules.genogram.drawing import draw
from cases.rules.genogram.frame import frame_of
from tests.cases.rules.genogram.conftest import facts
from tests.cases.rules.genogram.made import Made
from tests.cases.rules.genogram.measuring import crossings, faults, seen


def whose_brother_is_the_father(elder: str, younger: str) -> dict[str, Any]:
    """A woman, her son, and the child of both, who is said to be her partner's too."""
    made = Made()
    made.people(0, "gm:f:1950 dad:m:1978 ex:m:1977")
    made.people(1, "mum:f:1980")
    made.people(2, f"son:m:{elder} half:f:2003")
    made.people(3, f"child:f:{younger}")
    made.union("gm", "mum")
    made.union("mum dad", "son child")
    made.union("mum ex", "half")
    made.union("mum son", "child")
    return made.file("child", 9)


@pytest.mark.parametrize(("elder", "younger"), [("2000", "2015"), ("2015", "2000")])
def test_siblings_of_different_rows_stand_by_birth(elder: str, younger: str) -> None:
    family = whose_brother_is_the_father(elder, younger)
    assert frame_of(facts(family)).across == ((("son", "child") if elder < younger else ("child", "son")),)
    drawing = draw(facts(family))
    assert faults(family, drawing.svg) == {}
    assert crossings(drawing.svg) == drawing.crossings


@pytest.mark.parametrize("carers", range(1, 6))
def test_the_lines_of_many_carers_to_one_child_stand_apart(carers: int) -> None:
    made = Made()
    made.people(1, "mum:f:1980 " + " ".join(f"c{at}:f:1970" for at in range(carers)))
    made.people(2, "a:f:2010-01-01 b:m:2012-01-01")
    made.union("mum", "a b")
    for at in range(carers):
        made.union(f"c{at}", "a", "fostered")
    family = made.file("a", 9)
    svg = draw(facts(family)).svg
    assert faults(family, svg) == {}
    ends = sorted(points[-1][0] for _, _, child, points in seen(svg).lines if child == "a")
    assert len(ends) == carers + 1
    assert min(b - a for a, b in zip(ends, ends[1:], strict=False)) > 3

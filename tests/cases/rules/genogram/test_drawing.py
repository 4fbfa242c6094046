"""A drawing is correct: nobody missing, nobody twice, no line where it should not be, for unseen families too."""

import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from random import Random
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.rules.genogram.draw_workers import worker_rows
from cases.rules.genogram.drawing import Layers, draw
from cases.rules.genogram.family import Professional
from cases.rules.genogram.sharing import shared_with_family
from tests.cases.rules.genogram.conftest import NAMES, facts, sample
from tests.cases.rules.genogram.inventing import invented
from tests.cases.rules.genogram.measuring import crossings, faults, neighbours, seen
from tests.cases.rules.genogram.nasty import ALL

SEEDS = st.integers(0, 999)
HOSTILE = [
    "</text><script>alert(1)</script>",
    "\"><image href='x' onerror='alert(1)'>",
    "&amp; & &#60;b&#62; ]]>",
    "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh " + "x" * 80,
    "محمد بن عبد الله الأنصاري",
    "מרים \u202eכהן\u202c",
    "👩‍👩‍👧‍👦 🦄 Ọlájùmọ̀kẹ́",
    "欧阳娜娜 李",
    "\x00\x08\x1b \ud800 null",
    "e\u0301\u0302\u0303\u0304\u0305" * 30,
    "a\u200b\u200d\u2060\ufeff\u00adb",
    "\u200b\u200e\u2066",
    "]]><!--<!ENTITY x 'y'>-->",
    "' onload='alert(1)' x=\"",
]


@pytest.mark.parametrize("name", NAMES)
def test_the_sample_families_are_drawn_without_a_fault(name: str) -> None:
    family = sample(name)
    drawing = draw(facts(family))
    assert faults(family, drawing.svg) == {}
    assert crossings(drawing.svg) == drawing.crossings <= family["expect"]["crossings_max"]


@settings(max_examples=15, deadline=None)
@given(SEEDS)
def test_families_never_seen_are_drawn_without_a_fault(seed: int) -> None:
    family = invented(seed)
    drawing = draw(facts(family))
    assert faults(family, drawing.svg) == {}
    assert crossings(drawing.svg) == drawing.crossings


@pytest.mark.parametrize("made", ALL, ids=lambda made: made.__name__)
def test_families_that_are_hard_to_draw_have_no_fault(made: Callable[[], dict[str, Any]]) -> None:
    family = made()
    drawing = draw(facts(family))
    assert faults(family, drawing.svg) == {}
    assert crossings(drawing.svg) == drawing.crossings <= family["expect"]["crossings_max"]


@pytest.mark.parametrize(
    "made", [*ALL, *(partial(sample, name) for name in NAMES)], ids=[*(made.__name__ for made in ALL), *NAMES]
)
def test_a_partner_and_a_baby_flip_nobody(made: Callable[[], dict[str, Any]]) -> None:
    family = made()
    before = draw(facts(family))
    grown = next(who["id"] for who in family["persons"] if any(who["id"] in u["partners"] for u in family["unions"]))
    family["persons"] += [
        {"id": "new", "name": "Somebody New", "gender": "female", "birth": "1990", "death": None, "index": False},
        {"id": "baby", "name": "Baby New", "gender": "male", "birth": "2026-01-01", "death": None, "index": False},
    ]
    family["unions"].append({"id": "un", "partners": [grown, "new"], "kind": "cohabiting"})
    family["parentage"].append({"child": "baby", "union": "un", "kind": "birth"})
    after = draw(facts(family), last=before.order)
    stayed = [pair for pair in neighbours(after.order) if "new" not in pair and "baby" not in pair]
    assert set(neighbours(before.order)) <= set(stayed)


def test_twenty_invented_families_cross_seldom() -> None:
    drawn = [draw(facts(invented(seed)), layers=Layers(feelings=False)) for seed in range(20)]
    assert sum(drawing.crossings for drawing in drawn) <= 22


@pytest.mark.parametrize(("seed", "most"), [(50006, 0), (50051, 1)])
def test_a_crossing_is_dearer_than_four_people_between_partners(seed: int, most: int) -> None:
    assert draw(facts(invented(seed)), layers=Layers(feelings=False)).crossings <= most


@settings(max_examples=4, deadline=None)
@given(SEEDS, st.integers(0, 99))
def test_the_order_of_rows_changes_nothing(seed: int, other: int) -> None:
    family = invented(seed, most=20)
    svg = draw(facts(family)).svg
    chance = Random(other)
    for key in ("persons", "unions", "parentage", "multiple_births", "households", "emotional"):
        chance.shuffle(family[key])
    for each in (*family["unions"], *family["multiple_births"], *family["households"]):
        chance.shuffle(each["partners" if "partners" in each else "members"])
    assert draw(facts(family)).svg == svg


@settings(max_examples=4, deadline=None)
@given(SEEDS)
def test_from_the_stored_order_the_same_is_drawn_again(seed: int) -> None:
    family = facts(invented(seed))
    first = draw(family)
    assert draw(family, last=first.order).order == first.order


@settings(max_examples=6, deadline=None)
@given(SEEDS, st.integers(0, 99))
def test_nobody_changes_sides_when_somebody_is_added(seed: int, at: int) -> None:
    family = invented(seed)
    before = draw(facts(family))
    family["persons"] += [
        {"id": "new", "name": "Somebody New", "gender": "male", "birth": "1980", "death": None, "index": False},
        {"id": "baby", "name": "Baby New", "gender": "female", "birth": "2026-01-01", "death": None, "index": False},
    ]
    adults = sorted(who for who, row in family["expect"]["generations"].items() if row == 1)
    family["unions"].append({"id": "un", "partners": [adults[at % len(adults)], "new"], "kind": "cohabiting"})
    family["parentage"].append({"child": "baby", "union": "un", "kind": "birth"})
    family["expect"]["generations"] |= {"new": 1, "baby": 2}
    after = draw(facts(family), last=before.order)
    assert set(neighbours(before.order)) <= set(neighbours(after.order))
    assert faults(family, after.svg) == {}


def test_forebears_added_on_top_leave_everybody_in_their_order(half_siblings: dict[str, Any]) -> None:
    before = draw(facts(half_siblings))
    half_siblings["persons"].append({"id": "old", "name": "Edna Barlow", "gender": "female", "birth": "1930"})
    half_siblings["unions"].append({"id": "u0", "partners": ["old"]})
    half_siblings["parentage"].append({"child": "keith", "union": "u0"})
    after = draw(facts(half_siblings), last=before.order)
    assert after.order[0] == ("old",) and after.order[1:] == before.order


def test_a_nudge_is_kept(half_siblings: dict[str, Any]) -> None:
    order = draw(facts(half_siblings)).order
    pair = next((a, b) for a, b in neighbours(order) if {a, b} == {"marcus", "ade"})
    nudged = draw(facts(half_siblings), wishes=[(pair[1], pair[0])])
    assert (pair[1], pair[0]) in set(neighbours(nudged.order))


def test_birth_order_goes_before_a_nudge(half_siblings: dict[str, Any]) -> None:
    nudged = draw(facts(half_siblings), wishes=[("kayla", "jayden")])
    assert ("jayden", "kayla") in set(neighbours(nudged.order))


# ----- the marks of people and lines


def test_partnerships_have_their_slashes(half_siblings: dict[str, Any]) -> None:
    slashes = seen(draw(facts(half_siblings)).svg).slashes
    assert slashes == {"u2": 1, "u3": 2}


def test_twins_leave_the_bar_at_one_point() -> None:
    found = seen(draw(facts(sample("3_twins"))).svg)
    tops = {child: points[0] for _, is_descent, child, points in found.lines if is_descent and child}
    assert tops["ana"] == tops["rosa"] != tops["mis"]
    assert tops["max"] == tops["theo"] == tops["ella"]


def test_twins_on_either_side_of_midnight_stand_by_age(half_siblings: dict[str, Any]) -> None:
    days = {"kayla": "2010-09-12", "jayden": "2010-09-13"}
    for person in half_siblings["persons"]:
        person["birth"] = days.get(person["id"], person["birth"])
    half_siblings["multiple_births"].append({"kind": "fraternal", "members": ["kayla", "jayden"]})
    drawing = draw(facts(half_siblings))
    assert ("kayla", "jayden") in set(neighbours(drawing.order))
    assert faults(half_siblings, drawing.svg) == {}


def test_only_identical_twins_have_a_bar_between_them() -> None:
    svg = draw(facts(sample("3_twins"))).svg
    assert svg.count('data-part="identical"') == 1


def test_an_adopted_childs_whole_own_line_is_dashed() -> None:
    root = ElementTree.fromstring(draw(facts(sample("6_same_sex_adoption"))).svg)
    legs = [each for each in root.iter() if each.get("data-child") == "alfie"]
    dashed = {each.get("data-descent"): each.get("stroke-dasharray") for each in legs}
    assert dashed == {"u3": "6 4", "u4": None}


def test_a_leg_may_skip_a_row_when_a_grandparent_adopts(half_siblings: dict[str, Any]) -> None:
    half_siblings["parentage"].append({"child": "kayla", "union": "u1", "kind": "adopted"})
    assert faults(half_siblings, draw(facts(half_siblings)).svg) == {}


def test_a_line_that_comes_down_above_anothers_child_lies_not_on_its_leg() -> None:
    """An aunt who is known as a parent alone fosters; she has a partner besides, so her line has one place only."""
    family: dict[str, Any] = {
        "schema": "genogram/1", "as_of": "2026-11-21", "multiple_births": [], "households": [],
        "persons": [
            {"id": who, "name": who, "gender": "female", "birth": None, "death": None, "index": who == "c"}
            for who in ("a", "b", "c", "d", "e")
        ],
        "unions": [{"id": f"u{at}", "partners": partners} for at, partners in enumerate((["a", "b"], ["a"], ["d"]), 1)],
        "parentage": [
            {"child": "c", "union": "u1", "kind": "birth"},
            {"child": "c", "union": "u2", "kind": "fostered"},
            {"child": "e", "union": "u3", "kind": "birth"},
        ],
        "expect": {"generations": {"a": 0, "b": 0, "c": 1, "d": 0, "e": 1}},
    }  # fmt: skip
    assert faults(family, draw(facts(family)).svg) == {}


def test_partners_of_different_generations_are_joined(half_siblings: dict[str, Any]) -> None:
    half_siblings["unions"].append({"id": "odd", "partners": ["lee", "jayden"], "consanguineous": True})
    assert faults(half_siblings, draw(facts(half_siblings)).svg) == {}


def test_two_related_partners_have_a_double_bar(half_siblings: dict[str, Any]) -> None:
    half_siblings["unions"][4]["consanguineous"] = True
    found = seen(draw(facts(half_siblings)).svg)
    assert sum(union == "u5" and not is_descent for union, is_descent, _, _ in found.lines) == 2


def test_emotional_lines_keep_off_names_and_people_of_the_samples() -> None:
    for name in NAMES:
        found = seen(draw(facts(sample(name))).svg)
        ends = {(a, b) for a, b, _ in found.feelings}
        assert ends == {(each["a"], each["b"]) for each in sample(name)["emotional"]}
        for a, b, points in found.feelings:
            others = [box for who, [(_, box)] in found.symbols.items() if who not in (a, b)]
            boxes = [*others, *(box for _, box in found.labels)]
            touched = [box for box in boxes if any(_is_within(point, box) for point in points)]
            assert len(touched) == 0, (name, a, b)


def _is_within(point: tuple[float, float], box: tuple[float, float, float, float]) -> bool:
    return box[0] < point[0] < box[0] + box[2] and box[1] < point[1] < box[1] + box[3]


def test_who_works_with_them_is_a_layer_that_moves_nobody(half_siblings: dict[str, Any]) -> None:
    family = facts(half_siblings)
    worker = Professional("w2", "Ade <Fashola>", "Lead worker", ("kayla", "jayden"))
    family = replace(family, professionals=(worker,), responsible=(("kelly", "kayla"), ("dean", "jayden")))
    before, after = draw(family), draw(family, layers=Layers(professionals=True))
    assert before.layout.x == after.layout.x and before.order == after.order and after.height > before.height
    assert "Fashola" not in before.svg
    assert "1 Ade &lt;Fashola&gt;, lead worker: Kayla Pike, Jayden Pike" in after.svg
    assert after.svg.count("data-responsible=") == 1
    tied = {tie.to for tie in family.ties} | {"kayla", "jayden"}
    at_home = {who for home in family.homes if home.id in tied for who in home.members}
    assert after.svg.count("data-numbers=") == len(tied & family.by_id().keys() | at_home)
    said = [(row.one, row.what, row.other) for row in worker_rows(family)]
    assert ("Kelly Barlow", "has parental responsibility for", "Kayla Pike") in said
    assert ("Ade <Fashola>", "lead worker for", "Kayla Pike") in said
    assert draw(shared_with_family(family), layers=Layers(professionals=True)).svg.count("Fashola") == 0


def test_a_gender_in_own_words_and_a_death_without_a_day_are_written(half_siblings: dict[str, Any]) -> None:
    family = facts(half_siblings)
    persons = tuple(
        replace(who, says="non-binary", has_died=True) if who.id == "sophie" else who for who in family.persons
    )
    svg = draw(replace(family, persons=persons)).svg
    assert ">non-binary<" in svg and "1990–?" in svg
    assert "deceased" in seen(svg).parts["sophie"]


def test_a_pregnancy_says_its_month(half_siblings: dict[str, Any]) -> None:
    for person in half_siblings["persons"]:
        if person.get("pregnancy"):
            person["birth"] = "2027-02-06"
    assert "due Feb 2027" in draw(facts(half_siblings)).svg


def test_only_the_lines_of_one_person_are_drawn_on_wish(half_siblings: dict[str, Any]) -> None:
    found = seen(draw(facts(half_siblings), layers=Layers(of_person="dean")).svg)
    assert {(a, b) for a, b, _ in found.feelings} == {("kayla", "dean")}


def test_layers_move_nobody(half_siblings: dict[str, Any]) -> None:
    everything = draw(facts(half_siblings))
    bare = draw(facts(half_siblings), layers=Layers(households=False, feelings=False, legend=False))
    assert bare.layout.x == everything.layout.x and bare.layout.y == everything.layout.y
    assert not seen(bare.svg).homes and not seen(bare.svg).feelings


# ----- words


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_drawn_safely(name: str, half_siblings: dict[str, Any]) -> None:
    for person in half_siblings["persons"]:
        person["name"] = name
    for each in (*half_siblings["households"], *half_siblings["agencies"]):
        each["label"] = each["name"] = name
    svg = draw(facts(half_siblings)).svg
    root = ElementTree.fromstring(svg.encode())
    tags = {each.tag.rpartition("}")[2] for each in root.iter()}
    assert tags <= {"svg", "title", "desc", "g", "rect", "circle", "polygon", "path", "text"}
    assert not [key for each in root.iter() for key in each.attrib if key.startswith("on") or "href" in key]
    assert "\u202e" not in svg
    assert faults(half_siblings, svg) == {}


def test_everybody_can_be_reached_by_keyboard_and_says_who_they_are(half_siblings: dict[str, Any]) -> None:
    root = ElementTree.fromstring(draw(facts(half_siblings)).svg)
    said = {each.get("data-person"): each for each in root.iter() if each.get("data-person")}
    assert said["kayla"].get("aria-label") == "Kayla Pike, born 12 September 2010, child at the centre of this record"
    assert said["sandra"].get("aria-label") == "Sandra Barlow, born 1958, grandmother (mother's side)"
    assert {(each.get("tabindex"), each.get("role")) for each in said.values()} == {("0", "img")}
    assert root[0].text == "Genogram of Kayla Pike on 21 November 2026"
    assert root[1].text and "14 people; 1 pregnancy" in root[1].text


def test_a_drawing_needs_no_style_sheet_and_no_script(half_siblings: dict[str, Any]) -> None:
    svg = draw(facts(half_siblings)).svg
    assert "style" not in svg and "script" not in svg and "class=" not in svg


def test_the_key_names_only_what_is_there(half_siblings: dict[str, Any]) -> None:
    svg = draw(facts(half_siblings)).svg
    assert "divorced" in svg and "adopted" not in svg and "miscarriage" not in svg


def test_one_person_alone_is_a_drawing() -> None:
    alone = {"schema": "genogram/1", "as_of": "2026-11-21", "persons": [{"id": "a", "name": "Ana Li"}]}
    svg = draw(facts(alone)).svg
    assert [who for who in seen(svg).symbols] == ["a"]
    assert json.dumps(svg)


def test_thirty_five_names_can_be_read_on_a4() -> None:
    sizes = []
    for seed in range(6):
        drawing = draw(facts(invented(seed)))
        sizes.append(11 * min(277 / drawing.width, 180 / drawing.height) * 72 / 25.4)
    assert min(sizes) >= 8

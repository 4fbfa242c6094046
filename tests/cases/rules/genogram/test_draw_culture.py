"""Roots that people named: a colour, a dash and a letter each, in the drawing and in its legend."""

from typing import Any
from xml.etree import ElementTree

from cases.rules.genogram.draw_culture import COLOURS, DASHES, Root, roots_of
from cases.rules.genogram.drawing import Layers, draw
from tests.cases.rules.genogram.conftest import facts
from tests.cases.rules.genogram.measuring import faults


def drawn(family: dict[str, Any], said: dict[str, list[str]]) -> str:
    return draw(facts(family), layers=Layers(culture=roots_of(said))).svg


def test_the_same_words_are_one_root_and_letters_follow_the_alphabet() -> None:
    roots = roots_of({"m1": ["Welsh"], "m2": ["welsh", " Bengali "]})
    assert [(root.letter, root.words) for root in roots["m2"]] == [("A", "Bengali"), ("B", "Welsh")]


def test_a_root_is_told_by_its_letter_in_the_picture_and_in_the_legend(half_siblings: dict[str, Any]) -> None:
    svg = drawn(half_siblings, {"kayla": ["Bengali"], "kelly": ["Bengali", "Irish"]})
    groups = {each.get("data-culture") for each in ElementTree.fromstring(svg).iter()} - {None}
    assert groups == {"A", "AB"}
    assert ">A: Bengali<" in svg and ">B: Irish<" in svg


def test_no_two_of_the_first_roots_are_told_by_colour_alone() -> None:
    looks = [(Root("", "", at).colour, Root("", "", at).dash) for at in range(len(COLOURS) * len(DASHES) // 2)]
    assert len(set(looks)) == len(looks)
    assert len({dash for _, dash in looks[: len(DASHES)]}) == len(DASHES)


def test_the_layer_moves_nobody_and_breaks_nothing(half_siblings: dict[str, Any]) -> None:
    said = {person["id"]: ["Bengali", "Irish", "Welsh", "Somali"] for person in half_siblings["persons"]}
    svg = drawn(half_siblings, said)
    assert {name: count for name, count in faults(half_siblings, svg).items() if count} == {}
    root = ElementTree.fromstring(svg)
    top = float(root.get("viewBox", "").split()[1])
    arcs = [each for each in root.iter() if each.get("data-root")]
    assert arcs and all(float(each.get("d", "").split()[1].split("A")[0]) - 41 >= top for each in arcs)


def test_nothing_is_drawn_when_nobody_named_anything(half_siblings: dict[str, Any]) -> None:
    assert drawn(half_siblings, {}) == draw(facts(half_siblings)).svg


def test_what_was_told_is_escaped(half_siblings: dict[str, Any]) -> None:
    svg = drawn(half_siblings, {"kayla": ["<script>x</script>", "\u202eliar"]})
    assert "<script" not in svg and ElementTree.fromstring(svg) is not None

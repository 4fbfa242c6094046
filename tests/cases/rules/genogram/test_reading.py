"""A file is read, or what is wrong with it is said."""

import json
from typing import Any

import pytest

from cases.rules.genogram.reading import Unreadable, read

BAD: dict[str, tuple[Any, ...]] = {
    "must be a list": ("persons", {}),
    'must be "genogram/1"': ("schema", "genogram/2"),
    "whole day": ("as_of", "2026"),
    "no day of the calendar": ("as_of", "2026-02-30"),
    "holds 1 to": ("persons", []),
    "gender of": ("persons", 0, "gender", "f"),
    "pregnancy": ("persons", 0, "pregnancy", "yes"),
    "such as 2010-09-12": ("persons", 0, "birth", "12/9/2010"),
    "must be text": ("persons", 0, "name", 7),
    "must be a word": ("persons", 0, "id", "a b"),
    "one or two": ("unions", 0, "partners", ["keith", "keith"]),
    "as text": ("unions", 0, "partners", "keith"),
    'no person "nobody"': ("unions", 0, "partners", ["nobody"]),
    'no union "nowhere"': ("parentage", 0, "union", "nowhere"),
    'no agency "none"': ("ties", 0, "agency", "none"),
    "no person or household": ("ties", 0, "to", "none"),
    "own forebear": ("parentage", 0, "child", "sandra"),
    "members of the household": ("households", 0, "members", "kelly"),
}


@pytest.mark.parametrize("told", BAD)
def test_what_is_wrong_is_said_in_a_sentence(told: str, half_siblings: dict[str, Any]) -> None:
    *way, value = BAD[told]
    place: Any = half_siblings
    for key in way[:-1]:
        place = place[key]
    place[way[-1]] = value
    with pytest.raises(Unreadable) as found:
        read(json.dumps(half_siblings))
    assert told in str(found.value) and str(found.value).endswith(".")


def test_somebody_twice_is_refused(half_siblings: dict[str, Any]) -> None:
    half_siblings["persons"].append(half_siblings["persons"][0])
    with pytest.raises(Unreadable, match="2 times"):
        read(json.dumps(half_siblings))


@pytest.mark.parametrize("text", ["", "[]", "{", "null", "[" * 100_000, '{"schema": "genogram/1"}'])
def test_other_files_are_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        read(text)


def test_facts_come_in_one_order(half_siblings: dict[str, Any]) -> None:
    family = read(json.dumps(half_siblings))
    half_siblings["persons"].reverse()
    half_siblings["unions"][0]["partners"].reverse()
    assert read(json.dumps(half_siblings)) == family

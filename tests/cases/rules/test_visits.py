"""Visits in words, and what may be asked about a child of that age."""

import doctest
from datetime import date

import pytest

from cases.models import Visit, VisitChild
from cases.rules import visits
from cases.rules.visits import PLACES, in_a_row, visit_in_a_sentence, ways_to_be_seen

ON = date(2026, 11, 3)


def test_the_examples_in_the_code_are_true() -> None:
    assert doctest.testmod(visits).failed == 0


def test_every_place_a_visit_can_be_has_its_words() -> None:
    assert set(PLACES) == set(Visit.Kind.values)


@pytest.mark.parametrize(
    ("names", "said"),
    [([], ""), (["Anisa"], "Anisa"), (["Anisa", "Imran"], "Anisa and Imran"), (list("ABCD"), "A, B, C and D")],
)
def test_names_in_a_row(names: list[str], said: str) -> None:
    assert in_a_row(names) == said


@pytest.mark.parametrize(
    ("children", "said"),
    [
        ([("Leon", "alone")], "Ade visited at home: saw Leon alone"),
        ([("Leon", "alone"), ("Mia", "alone")], "Ade visited at home: saw Leon and Mia alone"),
        ([("Leon", "alone"), ("Mia", "with-others")], "Ade visited at home: saw Leon and Mia; Leon alone"),
        ([("Leon", "not-seen"), ("Mia", "alone")], "Ade visited at home: saw Mia alone; did not see Leon"),
        ([("Leon", "not-seen")], "Ade visited at home: did not see Leon"),
        ([("Baby", "unborn")], "Ade visited at home: talked about Baby"),
        ([("Leon", "with-others"), ("Baby", "unborn")], "Ade visited at home: saw Leon; talked about Baby"),
    ],
)
def test_a_visit_in_a_sentence_never_says_more_than_was_said(children: list, said: str) -> None:
    assert visit_in_a_sentence("Ade", "home", children) == said


@pytest.mark.parametrize("how", VisitChild.Seen.values)
def test_every_way_to_be_seen_makes_a_sentence(how: str) -> None:
    assert visit_in_a_sentence("Ade", "home", [("Leon", how)]).count("Leon") == 1


@pytest.mark.parametrize(
    ("born_on", "expected_on", "codes"),
    [
        (None, date(2027, 1, 1), ["unborn"]),
        (None, date(2026, 10, 1), ["unborn"]),
        (ON, None, ["observed", "asleep", "not-seen"]),
        (date(2024, 11, 4), None, ["observed", "asleep", "not-seen"]),
        (date(2024, 11, 3), None, ["alone", "with-others", "asleep", "not-seen"]),
        (None, None, ["alone", "with-others", "asleep", "not-seen"]),
    ],
)
def test_nobody_is_asked_whether_a_baby_was_seen_alone(born_on: date, expected_on: date, codes: list[str]) -> None:
    ways = ways_to_be_seen(born_on, expected_on, ON)
    assert [code for code, _ in ways] == codes
    assert set(codes) <= set(VisitChild.Seen.values)

"""Visits in words, and what may be asked about a child of that age."""

import doctest
from datetime import date

import pytest

from cases.models import Visit, VisitChild
from cases.rules import visits
from cases.rules.recording import VISIT_PURPOSE
from cases.rules.visit_prompts import PROMPTS, SYSTEMIC, prompts_of
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
        (date(2024, 11, 3), None, ["with-others", "alone", "asleep", "not-seen"]),
        (None, None, ["with-others", "alone", "asleep", "not-seen"]),
    ],
)
def test_nobody_is_asked_whether_a_baby_was_seen_alone(born_on: date, expected_on: date, codes: list[str]) -> None:
    ways = ways_to_be_seen(born_on, expected_on, ON)
    assert [code for code, _ in ways] == codes
    assert set(codes) <= set(VisitChild.Seen.values)


def test_alone_is_asked_from_the_age_the_authority_sets() -> None:
    assert "alone" not in dict(ways_to_be_seen(date(2022, 11, 4), None, ON, alone_from=4))
    assert "alone" in dict(ways_to_be_seen(date(2022, 11, 3), None, ON, alone_from=4))


def test_every_way_to_be_seen_has_its_words() -> None:
    assert set(visits.HOW_SEEN) == set(VisitChild.Seen.values)


def test_every_purpose_has_prompts_and_none_is_a_sentence_somebody_could_mistake_for_the_record() -> None:
    assert set(PROMPTS) == set(VISIT_PURPOSE)
    assert prompts_of("moon") == ()
    for hints in [*PROMPTS.values(), SYSTEMIC]:
        assert hints and not any(hint.endswith(".") for hint in hints)

"""How two people are related, in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from cases.models import Relationship
from cases.rules.codesets import SEX
from cases.rules.kinship_words import PARENTS, QUICK, is_mutual, related, what_one_is, what_other_is

KINDS = some.sampled_from(Relationship.Kind.values)
SEXES = some.sampled_from(["", *SEX])


@pytest.mark.parametrize(
    ("kind", "sex", "one", "other"),
    [
        ("mother", "F", "mother", "daughter"),
        ("mother", "M", "mother", "son"),
        ("parent", "U", "parent", "child"),
        ("step-parent", "F", "stepmother", "stepdaughter"),
        ("ex-partner", "M", "former partner", "former partner"),
        ("spouse", "F", "wife", "wife"),
        ("half-sibling", "", "half-brother or half-sister", "half-brother or half-sister"),
        ("aunt-or-uncle", "M", "uncle", "nephew"),
        ("grandparent", "F", "grandmother", "granddaughter"),
        ("special-guardian", "F", "special guardian", "in their special guardianship"),
    ],
)
def test_a_relationship_is_read_both_ways_and_fits_who_it_is_of(kind: str, sex: str, one: str, other: str) -> None:
    assert what_one_is(kind, sex) == one
    assert what_other_is(kind, sex) == other


@given(KINDS, SEXES)
def test_every_kind_has_words_both_ways_for_everybody(kind: str, sex: str) -> None:
    assert what_one_is(kind, sex)
    assert what_other_is(kind, sex)
    assert (what_one_is(kind, sex) == what_other_is(kind, sex)) == is_mutual(kind)


def test_what_one_tap_adds_is_a_kind_or_a_child() -> None:
    assert set(QUICK) - {"child"} <= set(Relationship.Kind.values)
    assert set(PARENTS) <= set(Relationship.Kind.values)


def test_a_sentence_names_all_of_them() -> None:
    assert related("mother", "Shirin", "F", ["Anisa", "Imran", "Zayd"]) == "Shirin is mother of Anisa, Imran and Zayd"

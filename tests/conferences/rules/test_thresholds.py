"""From dated facts to changes of threshold."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.rules.happenings import Happened as H
from conferences.rules.consent import Threshold as T
from conferences.rules.thresholds import FACTS, Fact, Spell, changes

ON = date(2026, 11, 3)


def day(ago: int) -> date:
    return ON - timedelta(days=ago)


def found(*facts: Fact, spells: tuple[Spell, ...] = ()) -> list[tuple[T, int]]:
    return [(each.threshold, (ON - each.on).days) for each in changes(spells, facts, on=ON)]


@pytest.mark.parametrize(
    ("spell", "threshold"),
    [("early-help", T.HELP), ("need", T.NEED), ("protection", T.PROTECTION), ("", T.ENQUIRY)],
)
def test_each_plan_and_each_enquiry_is_a_threshold_early_help_included(spell: str, threshold: T) -> None:
    assert found(spells=(Spell(spell, day(9)),)) == [(threshold, 9)]
    assert found(spells=(Spell(spell, day(9), day(1)),)) == []
    assert found(spells=(Spell(spell, day(-1)),)) == []


def test_a_child_who_came_home_is_asked_about_as_coming_home_and_not_as_in_care() -> None:
    began, home = Fact(H.LOOKED_AFTER_BEGAN, 1, day(90)), Fact(H.LOOKED_AFTER_ENDED, 1, day(5))
    assert found(began) == [(T.LOOKED_AFTER, 90)]
    assert found(began, home) == [(T.HOME_AGAIN, 5)]
    assert found(began, home, Fact(H.LOOKED_AFTER_BEGAN, 1, day(2))) == [(T.LOOKED_AFTER, 2)]
    brother = Fact(H.LOOKED_AFTER_BEGAN, 2, day(80))
    assert found(began, home, brother) == [(T.LOOKED_AFTER, 80), (T.HOME_AGAIN, 5)]


def test_a_letter_that_led_to_nothing_asks_nobody() -> None:
    letter = Fact(H.LETTER_BEFORE_PROCEEDINGS, 1, day(30))
    assert found(letter) == [(T.BEFORE_COURT, 30)]
    assert found(letter, Fact(H.PRE_PROCEEDINGS_ENDED, 1, day(1))) == []
    assert found(letter, Fact(H.PROCEEDINGS_ISSUED, 1, day(3))) == [(T.BEFORE_COURT, 30), (T.COURT, 3)]


FACT = st.builds(Fact, st.sampled_from(sorted(FACTS)), st.integers(1, 3), st.integers(-40, 400).map(day))
SPELL = st.builds(Spell, st.sampled_from(["early-help", "need", "protection", ""]), st.integers(-40, 400).map(day))


@given(st.lists(FACT, max_size=5), st.lists(SPELL, max_size=4))
def test_nothing_is_asked_about_a_day_that_is_to_come_and_the_order_of_rows_does_not_matter(
    facts: list[Fact], spells: list[Spell]
) -> None:
    told = changes(spells, facts, on=ON)
    assert all(each.on <= ON for each in told)
    assert told == changes(spells[::-1], facts[::-1], on=ON)

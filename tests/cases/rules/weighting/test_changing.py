"""One number changed: typed and read back as it was, and never to the point where one child more weighs less."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.rules.weighting import SHIPPED, scheme_on
from cases.rules.weighting.changing import (
    changed,
    in_words,
    problems_from,
    stored,
    typed,
    unit_in_words,
)
from cases.rules.weighting.rows import Unit

ON = date(2026, 11, 3)
LATER = date(2027, 2, 1)


@given(st.sampled_from(list(Unit)), st.integers(0, 1_000_000))
def test_a_number_is_typed_as_it_is_read(unit: Unit, amount: int) -> None:
    assert stored(unit, typed(unit, amount)) == amount
    assert "E" not in str(typed(unit, amount))


def test_every_number_says_what_it_counts() -> None:
    said = {code: in_words(rows[0]) for code, rows in SHIPPED.rows.items()}
    assert said["plan.in-need"] == "4 points" and said["travel.2"] == "1 point, from 60 minutes one way"
    assert said["zone.over"] == "115 of 100" and said["early-career.1"] == "80 of 100, until 6 months are over"
    assert said["early-career-children"] == "12 children, in the first 12 months"
    assert said["starting.1"] == "50 of 100, until 14 days are over"
    assert unit_in_words(Unit.WORKING_DAYS, 1) == "working day"


def test_a_number_holds_from_its_day_and_not_before() -> None:
    found = changed(SHIPPED, "plan.in-need", LATER, 5000, None, "Agreed")
    assert scheme_on(ON, found)["plan.in-need"].amount == 4000
    assert scheme_on(LATER, found)["plan.in-need"].amount == 5000
    assert scheme_on(LATER, found.without("plan.in-need", LATER))["plan.in-need"].amount == 4000


def test_the_second_number_stays_where_none_is_given() -> None:
    assert changed(SHIPPED, "travel.2", ON, 1500, None, "x").rows["travel.2"][-1].limit == 60
    assert changed(SHIPPED, "travel.2", ON, 1500, 75, "x").rows["travel.2"][-1].limit == 75


def test_what_becomes_nonsense_on_a_later_day_is_found_now() -> None:
    """The third child is to weigh 65 from February; with 60 for the second from today that would be more."""
    planned = changed(SHIPPED, "siblings.3", LATER, 65, None, "x")
    assert problems_from(planned, LATER) == ()
    wrong = problems_from(changed(planned, "siblings.2", ON, 60, None, "x"), ON)
    assert wrong == ("A further brother or sister cannot weigh more than the one before.",)
    assert problems_from(changed(SHIPPED, "siblings.2", ON, 60, None, "x"), ON) == ()


def test_an_unknown_number_is_no_number() -> None:
    with pytest.raises(KeyError):
        changed(SHIPPED, "plan.nothing", ON, 1, None, "x")


def test_points_are_typed_with_two_places_at_most() -> None:
    assert stored(Unit.POINTS, Decimal("2.75")) == 2750 and typed(Unit.POINTS, 2750) == Decimal("2.75")

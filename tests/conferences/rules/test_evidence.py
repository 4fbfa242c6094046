"""The arithmetic of a comparison, who is on which side of it, and what may be shown."""

from dataclasses import replace
from datetime import date, timedelta
from math import isclose, sqrt
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from camden.rules.dates import months_after
from conferences.rules.consent import Threshold
from conferences.rules.evidence import (
    FEWEST_FOR_INTERVAL,
    REFERRED_WITHIN,
    Followed,
    Side,
    apart_in_days,
    compare,
    difference,
    points_in_words,
    show,
    sides,
)
from conferences.rules.published import LIMITS, TRIAL, TRIAL_DAYS_IN_CARE
from conferences.rules.suppressing import FEWEST, is_few, shown, sum_shown

NEAR = 1e-9


@st.composite
def arms(draw: st.DrawFn) -> tuple[int, int, int, int]:
    """Counts of which every figure can be formed."""
    referred, other = draw(st.integers(2, 3000)), draw(st.integers(2, 3000))
    events, others = draw(st.integers(0, referred - 1)), draw(st.integers(1, other - 1))
    assume(events * other != others * referred)
    return events, referred, others, other


def test_the_figures_of_the_trial_come_out() -> None:
    found = compare(362, 1000, 448, 1000)
    assert round(found.risk_difference, 4) == -0.086
    assert (round(found.low, 3), round(found.high, 3)) == (-0.129, -0.043)
    assert (round(found.risk_ratio, 3), round(found.odds_ratio, 3)) == (0.808, 0.699)
    assert round(found.number_needed, 1) == 11.6 and round(found.relative, 3) == -0.192


def test_days_in_care_of_the_trial_come_out() -> None:
    found = apart_in_days(*TRIAL_DAYS_IN_CARE)
    assert (found.days, round(found.relative, 2)) == (-28, -0.24)
    for impossible in ((-1, 3), (3, -1), (3, 0)):
        with pytest.raises(ValueError):
            apart_in_days(*impossible)


@given(arms())
def test_every_figure_is_what_a_textbook_says(counts: tuple[int, int, int, int]) -> None:
    a, n, c, m = counts
    p, q, found = a / n, c / m, compare(*counts)
    error = sqrt(p * (1 - p) / n + q * (1 - q) / m)
    assert isclose(found.risk_difference, p - q, abs_tol=NEAR)
    assert isclose(found.low, p - q - 1.959964 * error, abs_tol=1e-6)
    assert isclose(found.high, p - q + 1.959964 * error, abs_tol=1e-6)
    assert isclose(found.risk_ratio, p / q, rel_tol=NEAR, abs_tol=NEAR)
    assert isclose(found.odds_ratio, (a * (m - c)) / ((n - a) * c), rel_tol=NEAR, abs_tol=NEAR)
    assert isclose(found.number_needed, 1 / abs(p - q), rel_tol=1e-6) and found.number_needed > 0
    assert found.low < found.risk_difference < found.high


@given(arms())
def test_the_other_way_round_is_the_same_difference_the_other_way(counts: tuple[int, int, int, int]) -> None:
    a, n, c, m = counts
    assume(a)
    one, two = compare(a, n, c, m), compare(c, m, a, n)
    assert isclose(one.risk_difference, -two.risk_difference) and isclose(one.low, -two.high)
    assert isclose(one.risk_ratio * two.risk_ratio, 1) and isclose(one.odds_ratio * two.odds_ratio, 1)
    assert isclose(one.number_needed, two.number_needed)


@pytest.mark.parametrize(
    "counts",
    [
        (1, 0, 1, 2),
        (0, 0, 0, 0),
        (3, 2, 1, 2),
        (1, 2, 3, 2),
        (-1, 2, 1, 2),
        (1, -2, 1, 2),
        (1.0, 2, 1, 2),
        (1, 2, 1.5, 3),
        (True, 2, 1, 3),
        (0, True, 1, 3),
        ("1", 2, 1, 3),
        (None, 2, 1, 3),
    ],
)
def test_impossible_counts_are_an_error(counts: tuple[Any, Any, Any, Any]) -> None:
    with pytest.raises(ValueError):
        compare(*counts)
    with pytest.raises(ValueError):
        difference(*counts)


@pytest.mark.parametrize(
    ("counts", "apart"),
    [((3, 10, 0, 10), 0.3), ((10, 10, 3, 10), 0.7), ((3, 10, 10, 10), -0.7), ((1, 3, 2, 6), 0.0), ((0, 9, 0, 9), 0.0)],
)
def test_a_figure_that_cannot_be_formed_is_an_error_and_the_difference_is_still_there(
    counts: tuple[int, int, int, int], apart: float
) -> None:
    with pytest.raises(ValueError):
        compare(*counts)
    assert isclose(difference(*counts).risk_difference, apart, abs_tol=NEAR)


def test_where_it_happened_to_nobody_who_was_referred_the_ratios_are_nought() -> None:
    found = compare(0, 40, 10, 40)
    assert (found.risk_ratio, found.odds_ratio, found.number_needed) == (0, 0, 4)


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 60), st.booleans())
def test_no_interval_below_thirty_families_a_side(a: int, b: int, c: int, d: int, sees_rows: bool) -> None:
    referred, other = Side(a, a + b), Side(c, c + d)
    found = show(referred, other, sees_rows=sees_rows)
    if min(referred.total, other.total) < FEWEST_FOR_INTERVAL:
        assert found.low is found.high is found.risk_ratio is found.number_needed is None and found.why
    if sees_rows and min(referred.total, other.total) >= FEWEST_FOR_INTERVAL:
        assert found.low is not None and found.high is not None


@given(st.integers(1, FEWEST - 1), st.integers(1, FEWEST - 1), st.integers(5, 90), st.integers(0, 90), st.booleans())
def test_who_sees_no_rows_cannot_tell_small_numbers_apart(
    one: int, two: int, rest: int, other: int, is_left: bool
) -> None:
    total = rest + FEWEST

    def seen(few: int) -> object:
        side = Side(total - few if is_left else few, total)
        both = side, Side(other, other + 30)
        return show(*both, sees_rows=False), show(*both[::-1], sees_rows=False)

    assert seen(one) == seen(two)
    assert show(Side(one, total), Side(0, 0), sees_rows=True).referred == Side(one, total)


DAY = date(2026, 1, 1)
families = st.lists(
    st.builds(
        lambda key, threshold, reached, referred, happened, lost: Followed(
            key,
            threshold,
            DAY + timedelta(reached),
            *(None if each is None else DAY + timedelta(reached + each) for each in (referred, happened, lost)),
        ),
        st.integers(1, 30),
        st.sampled_from([Threshold.BEFORE_COURT, Threshold.NEED]),
        st.integers(0, 300),
        st.none() | st.integers(0, 200),
        st.none() | st.integers(0, 500),
        st.none() | st.integers(0, 500),
    ),
    max_size=40,
)


@given(families, st.integers(0, 900))
def test_every_family_of_a_threshold_is_on_one_side_or_said_to_be_on_none(found: list[Followed], later: int) -> None:
    on = DAY + timedelta(later)
    both = sides(found, threshold=Threshold.BEFORE_COURT, months=6, on=on)
    keys = {each.key for each in found if each.threshold is Threshold.BEFORE_COURT}
    assert both.referred.total + both.other.total + both.too_early + both.lost + both.before == len(keys)
    assert both.referred.events <= both.referred.total and both.other.events <= both.other.total


@given(families)
def test_families_of_another_threshold_change_nothing(found: list[Followed]) -> None:
    on = DAY + timedelta(900)
    own = [each for each in found if each.threshold is Threshold.NEED]
    assert sides(found, threshold=Threshold.NEED, months=6, on=on) == sides(
        own, threshold=Threshold.NEED, months=6, on=on
    )


def test_who_lived_long_enough_to_be_referred_late_stays_with_the_others() -> None:
    late = Followed(1, Threshold.BEFORE_COURT, DAY, DAY + REFERRED_WITHIN + timedelta(1))
    soon = Followed(2, Threshold.BEFORE_COURT, DAY, DAY + REFERRED_WITHIN, months_after(DAY, 6))
    both = sides([late, soon], threshold=Threshold.BEFORE_COURT, months=12, on=date(2028, 1, 1))
    assert (both.referred, both.other) == (Side(1, 1), Side(0, 1))


def test_the_edges_of_following_a_family_are_counted_once() -> None:
    landmark = DAY + REFERRED_WITHIN
    end = months_after(landmark, 6)
    family = Followed(1, Threshold.NEED, DAY)

    def told(happened_on: date | None, on: date) -> tuple[int, int, int, int]:
        both = sides([replace(family, happened_on=happened_on)], threshold=Threshold.NEED, months=6, on=on)
        return both.other.events, both.other.total, both.before, both.too_early

    assert told(landmark, end) == (0, 0, 1, 0) and told(landmark + timedelta(1), end) == (1, 1, 0, 0)
    assert told(end, end) == (1, 1, 0, 0) and told(end + timedelta(1), end + timedelta(9)) == (0, 1, 0, 0)
    assert told(None, end) == (0, 1, 0, 0) and told(None, end - timedelta(1)) == (0, 0, 0, 1)


def test_nothing_knows_whether_a_family_met_or_said_no() -> None:
    assert not {"held_on", "declined_on", "accepted_on"} & set(Followed.__dataclass_fields__)


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 40), max_size=7))
def test_a_sum_never_gives_a_hidden_count_away(counts: dict[str, int]) -> None:
    found = shown(counts)
    hidden = [name for name, count in found.items() if count is None]
    assert all(found[name] is None for name, count in counts.items() if 0 < count < FEWEST)
    if hidden and sum_shown(counts) is not None:
        assert len(hidden) > 1 or not any(counts[name] for name in counts if name not in hidden)
        assert sum(counts[name] for name in hidden) >= FEWEST or all(
            not count for name, count in counts.items() if name not in hidden
        )


def test_one_hidden_count_takes_the_next_smallest_with_it() -> None:
    """Alone it could be worked out from the sum beside the row."""
    assert shown({"not now": 12, "no reply": 4, "distrust": 7}) == {"not now": 12, "no reply": None, "distrust": None}
    assert shown({"a": 2, "b": 2, "c": 9}) == {"a": None, "b": None, "c": None}, "two and two are four families"
    assert shown({"a": 3, "b": 3, "c": 9}) == {"a": None, "b": None, "c": 9}


@given(st.integers(0, 80), st.integers(0, 80))
def test_few_is_few_from_either_end(part: int, left: int) -> None:
    assert is_few(part, part + left) == is_few(left, part + left)


def test_the_trial_is_told_in_points_and_with_its_limits() -> None:
    assert TRIAL[0].in_words == "36.2% and 44.8%: 8.6 points fewer" and TRIAL[1].points == -12.5
    assert points_in_words(TRIAL[0].points / 100) == "8.6 points fewer" and points_in_words(0.01) == "1 point more"
    assert any("lots" in limit for limit in LIMITS)

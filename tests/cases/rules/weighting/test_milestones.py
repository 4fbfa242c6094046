"""Stretches of help from bare dated facts."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cases.rules.weighting.facts import Help
from cases.rules.weighting.milestones import KINDS, stretches_of

DAY = date(2026, 1, 5)


def of(what: Help, *told: tuple[str, int]) -> list[tuple[int, int | None]]:
    found = stretches_of((kind, DAY + timedelta(days=days)) for kind, days in told)
    return [
        ((each.started_on - DAY).days, (each.ended_on - DAY).days if each.ended_on else None)
        for each in found
        if each.what is what
    ]


def test_a_letter_runs_until_proceedings_and_they_until_the_final_order() -> None:
    told = (("proceedings-issued", 30), ("letter-before-proceedings", 0), ("final-order", 200))
    assert of(Help.PRE_PROCEEDINGS, *told) == [(0, 30)]
    assert of(Help.PROCEEDINGS, *told) == [(30, 200)]


def test_another_placement_ends_the_one_before() -> None:
    told = (("placement-started", 0), ("placement-started", 40), ("looked-after-ended", 90))
    assert of(Help.PLACEMENT, *told) == [(0, 40), (40, 90)]


def test_what_ends_on_the_day_it_begins_took_no_time() -> None:
    assert of(Help.LOOKED_AFTER, ("looked-after-began", 3), ("looked-after-ended", 3)) == []


def test_only_somebody_entitled_to_it_has_left_care() -> None:
    young = (("looked-after-began", 0), ("looked-after-ended", 50))
    assert of(Help.LEFT_CARE, *young) == []
    assert of(Help.LEFT_CARE, *young, ("leaving-care-eligible", 20)) == [(50, None)]


TOLD = st.lists(st.tuples(st.sampled_from(sorted(KINDS)), st.integers(0, 60).map(lambda n: DAY + timedelta(days=n))))


@given(told=TOLD)
def test_stretches_of_one_kind_never_overlap_and_order_makes_no_difference(told: list[tuple[str, date]]) -> None:
    found = stretches_of(told)
    assert stretches_of(reversed(told)) == found
    for what in Help:
        runs = [each for each in found if each.what is what]
        for one, after in zip(runs, runs[1:], strict=False):
            assert one.ended_on is not None and one.started_on < one.ended_on <= after.started_on

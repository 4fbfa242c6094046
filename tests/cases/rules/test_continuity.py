"""How often a worker changed."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cases.rules.continuity import (
    Spell,
    by_kind,
    changes_per_thousand_years,
    continuity,
    has_had_many,
    is_unsettled,
    months_together,
)

ON = date(2026, 11, 3)


def spells(*workers: int, began: date = date(2026, 1, 5), days: int = 30) -> list[Spell]:
    """One after the other, each for so many days; the last goes on."""
    starts = [began + timedelta(days=days * place) for place in range(len(workers))]
    return [
        Spell(worker, start, None if place == len(workers) - 1 else start + timedelta(days=days))
        for place, (worker, start) in enumerate(zip(workers, starts, strict=True))
    ]


def test_one_worker_is_no_change() -> None:
    found = continuity(spells(1), ON)
    assert (found.changes, found.workers_in_year, found.last_change_on) == (0, 1, None)


def test_there_and_back_are_two_changes_of_two_workers() -> None:
    found = continuity(spells(1, 2, 1), ON)
    assert (found.changes_in_year, found.workers_in_year) == (2, 2)
    assert is_unsettled(found.changes_in_year)
    assert not has_had_many(found.workers_in_year), "the national measure counts different people"


def test_the_same_worker_again_after_a_time_without_any_is_no_change() -> None:
    gap = [Spell(1, date(2026, 1, 5), date(2026, 2, 1)), Spell(1, date(2026, 4, 1))]
    assert continuity(gap, ON).changes == 0


def test_what_was_more_than_a_year_ago_counts_only_on_the_whole() -> None:
    found = continuity(spells(1, 2, 3, began=date(2024, 1, 5)), ON)
    assert (found.changes, found.changes_in_year, found.workers_in_year) == (2, 0, 1)


def test_a_change_still_to_come_does_not_count() -> None:
    assert continuity([Spell(1, date(2026, 1, 5), date(2026, 12, 1)), Spell(2, date(2026, 12, 1))], ON).changes == 0


@given(st.lists(st.integers(1, 4), min_size=1, max_size=8), st.randoms())
def test_order_makes_no_difference_and_changes_are_fewer_than_spells(workers: list[int], random) -> None:
    ordered = spells(*workers)
    shuffled = list(ordered)
    random.shuffle(shuffled)
    found = continuity(shuffled, ON)
    assert found == continuity(ordered, ON)
    assert found.changes_in_year <= found.changes < len(workers)
    assert 1 <= found.workers_in_year <= len(set(workers))


def test_changes_are_counted_by_years_of_work_and_by_kind() -> None:
    assert changes_per_thousand_years(3, 731) == 1498
    assert changes_per_thousand_years(3, 0) == 0
    assert by_kind(["MANAGE", "LEFTRL", "CHCHAN"]) == {"avoidable": 1, "asked for": 1, "other": 1}


def test_months_together_are_completed_months() -> None:
    assert months_together(date(2026, 5, 4), ON) == 5
    assert months_together(date(2026, 5, 3), ON) == 6
    assert months_together(date(2027, 1, 1), ON) == 0

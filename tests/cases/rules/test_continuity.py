"""How often a worker changed."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cases.rules.codesets import WORKER_CHANGE_REASON
from cases.rules.continuity import (
    Kind,
    Spell,
    before_confirming,
    by_kind,
    changes,
    changes_per_thousand_years,
    continuity,
    days_together,
    has_had_many,
    if_changed,
    is_unsettled,
    kind_of,
    lead_on,
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


def test_cover_is_no_change_of_worker() -> None:
    covered = [*spells(1), Spell(2, date(2026, 6, 1), date(2026, 7, 1), is_cover=True)]
    assert continuity(covered, ON) == continuity(spells(1), ON)
    lead = lead_on(covered, date(2026, 6, 15))
    assert lead and lead.worker == 1


def test_a_change_keeps_its_day_its_people_and_its_reason() -> None:
    led = [Spell(1, date(2026, 1, 5), date(2026, 3, 1), "FCONTA"), Spell(2, date(2026, 3, 1), reason="TSPROC")]
    (change,) = changes(led)
    assert (change.on, change.before, change.after) == (date(2026, 3, 1), 1, 2)
    assert change.kind is Kind.AVOIDABLE


def test_every_reason_of_the_national_list_is_one_sort_of_change() -> None:
    kinds = {kind: {code for code in WORKER_CHANGE_REASON if kind_of(code) is kind} for kind in Kind}
    assert kinds[Kind.AVOIDABLE] == {"MANAGE", "TSPROC", "ORGRST"}
    assert kinds[Kind.ASKED_FOR] == {"CHCHAN", "PCCHAN"}
    assert kinds[Kind.OTHER] == {"FCONTA", "LEFTRL", "ABSENC", "SWDIED", "OTHERS"}


def test_days_together_go_back_to_the_first_day_of_the_same_worker() -> None:
    back = [Spell(1, date(2026, 1, 5), date(2026, 2, 1)), Spell(1, date(2026, 4, 1))]
    assert days_together(back, ON) == (ON - date(2026, 1, 5)).days
    assert days_together(spells(1, 2, 1), ON) == (ON - date(2026, 3, 6)).days
    assert days_together([Spell(1, date(2026, 1, 5), date(2026, 2, 1))], ON) is None


def test_before_anybody_confirms_the_page_says_which_change_it_would_be() -> None:
    assert before_confirming("Anisa", [], 1, ON) == "This is no change of lead worker for Anisa."
    assert before_confirming("Anisa", spells(1), 1, ON) == "This is no change of lead worker for Anisa."
    assert before_confirming("Anisa", spells(1, 2), 3, ON) == (
        "This would be Anisa’s second change of lead worker in 12 months, and 2 in all. "
        "Two or more in a year unsettle a child."
    )
    long_ago = spells(1, 2, began=date(2021, 1, 1))
    assert before_confirming("Anisa", long_ago, 3, ON) == (
        "This would be Anisa’s first change of lead worker in 12 months, and 2 in all."
    )


@given(st.lists(st.integers(1, 4), max_size=6), st.integers(1, 5))
def test_what_is_said_before_is_what_is_so_after(workers: list[int], to: int) -> None:
    led = spells(*workers)
    said = if_changed(led, to, ON)
    done = [Spell(s.worker, s.started_on, ON if s.ended_on is None else s.ended_on) for s in led] + [Spell(to, ON)]
    assert said == continuity(done, ON)
    assert said.changes - continuity(led, ON).changes == (bool(workers) and workers[-1] != to)


@given(st.lists(st.integers(1, 4), min_size=1, max_size=8), st.data())
def test_cover_at_any_time_changes_nothing(workers: list[int], data) -> None:
    led = spells(*workers)
    began = data.draw(st.dates(date(2026, 1, 1), ON))
    cover = Spell(9, began, data.draw(st.one_of(st.none(), st.just(began + timedelta(days=20)))), is_cover=True)
    assert continuity([*led, cover], ON) == continuity(led, ON)
    assert changes([*led, cover]) == changes(led)
    assert days_together([*led, cover], ON) == days_together(led, ON)

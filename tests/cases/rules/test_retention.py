"""How long a record is kept: never shorter than any row says, and longer by everything more that is known."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from cases.rules.retention import (
    BY_HAD,
    ROWS,
    ChildFacts,
    From,
    Had,
    Time,
    child_until,
    record_until,
    years_after,
)

BORN, ENDED = date(2015, 5, 17), date(2026, 11, 3)
DAYS = some.dates(date(1990, 1, 1), date(2030, 1, 1))
TIMES = some.lists(some.builds(Time, some.sampled_from(Had), some.none() | DAYS), max_size=5).map(tuple)
CHILDREN = some.builds(ChildFacts, some.none() | DAYS, some.none() | DAYS, TIMES)


def facts(*times: Time, died_on: date | None = None, born_on: date | None = BORN) -> ChildFacts:
    return ChildFacts(born_on, died_on, times)


@pytest.mark.parametrize(
    ("had", "until"),
    [
        (Had.HELP, date(2045, 5, 17)),
        (Had.NEED, date(2045, 5, 17)),
        (Had.PROTECTION, date(2061, 11, 3)),
        (Had.LOOKED_AFTER, date(2090, 5, 17)),
        (Had.LEFT_CARE, date(2090, 5, 17)),
        (Had.ADOPTED, date(2126, 11, 3)),
    ],
)
def test_each_row_counts_as_its_source_says(had: Had, until: date) -> None:
    assert child_until(facts(Time(had, ENDED))).day == until


def test_of_all_a_child_ever_had_the_longest_counts() -> None:
    kept = child_until(facts(Time(Had.HELP, ENDED), Time(Had.LOOKED_AFTER, ENDED), Time(Had.PROTECTION, ENDED)))
    assert kept.because.row.had is Had.LOOKED_AFTER and len(kept.rows) == 3


def test_a_looked_after_child_who_died_young_is_kept_fifteen_years_from_the_death() -> None:
    died = date(2027, 1, 5)
    assert child_until(facts(Time(Had.LOOKED_AFTER, ENDED), died_on=died)).day == date(2042, 1, 5)
    grown = date(2050, 1, 5)
    assert child_until(facts(Time(Had.LOOKED_AFTER, ENDED), died_on=grown)).day == date(2090, 5, 17)


def test_what_cannot_be_counted_yet_has_no_day_and_says_why() -> None:
    running = child_until(facts(Time(Had.PROTECTION)))
    assert running.day is None and running.because.waits_for == "the end of our work"
    unborn = child_until(facts(Time(Had.NEED, ENDED), born_on=None))
    assert unborn.day is None and unborn.because.waits_for == "the birthday"


def test_a_birthday_on_the_29th_of_february_is_kept_no_day_too_short() -> None:
    assert years_after(date(2016, 2, 29), 75) == date(2091, 3, 1)
    assert years_after(date(2016, 2, 29), 4) == date(2020, 2, 29)


def test_the_law_stands_where_the_law_says_so_and_every_row_names_its_source() -> None:
    assert {row.had for row in ROWS if row.is_law} == {Had.LOOKED_AFTER, Had.ADOPTED}
    assert all(row.source for row in ROWS) and set(BY_HAD) == set(Had)


@given(child=CHILDREN)
def test_nothing_is_kept_shorter_than_any_single_row_says(child: ChildFacts) -> None:
    kept = child_until(child)
    assert all((kept.day or date.max) >= (row.day or date.max) for row in kept.rows)
    assert all((kept.day or date.max) >= (child_until(facts(t, born_on=child.born_on, died_on=child.died_on)).day
               or date.min) for t in child.times)  # fmt: skip


@given(child=CHILDREN, more=some.builds(Time, some.sampled_from(Had), some.none() | DAYS))
def test_whatever_more_a_child_had_never_shortens_it(child: ChildFacts, more: Time) -> None:
    longer = ChildFacts(child.born_on, child.died_on, (*child.times, more))
    if child.times:
        assert (child_until(longer).day or date.max) >= (child_until(child).day or date.max)


@given(child=CHILDREN, later=some.integers(1, 900))
def test_work_that_ended_later_never_shortens_it(child: ChildFacts, later: int) -> None:
    times = tuple(Time(t.had, t.ended_on + timedelta(later) if t.ended_on else None) for t in child.times)
    moved = ChildFacts(child.born_on, child.died_on, times)
    assert (child_until(moved).day or date.max) >= (child_until(child).day or date.max)


@given(children=some.lists(CHILDREN, min_size=1, max_size=4), another=CHILDREN)
def test_brothers_and_sisters_are_kept_as_long_as_the_one_kept_longest(
    children: list[ChildFacts], another: ChildFacts
) -> None:
    untils = [child_until(child) for child in children]
    day = record_until(untils, is_held=False)
    assert all((day or date.max) >= (until.day or date.max) for until in untils)
    with_another = record_until([*untils, child_until(another)], is_held=False)
    assert (with_another or date.max) >= (day or date.max)
    assert record_until(untils, is_held=True) is None


def test_only_protection_counts_from_the_last_day_of_all_work() -> None:
    kept = child_until(facts(Time(Had.PROTECTION, date(2020, 1, 6)), Time(Had.NEED, ENDED)))
    assert BY_HAD[Had.PROTECTION].counts_from is From.ENDING and kept.day == date(2061, 11, 3)

"""Who hears of a piece of work, and from which day on."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camden.rules.dates import Unit
from camden.rules.rows import Basis, Kind, Ladder, Owner, Timescale
from camden.rules.telling import People, Step, days_of_telling, told
from camden.rules.workdays import england

VISIT = Timescale(
    code="X1", title="See the child", kind=Kind.REPEAT, amount=10, unit=Unit.WORKING_DAYS, starts=("a",), meets=("b",),
    basis=Basis.LOCAL, source="here", warn_days=5, ladder=Ladder.WHOLE, work="visit",
)  # fmt: skip
LOCAL = replace(VISIT, ladder=Ladder.TO_MANAGER)
EVERYBODY = People(frozenset({1}), frozenset({2}), frozenset({3}), frozenset({4}))
FRIDAY = date(2026, 3, 13)


def hears(on: date, rule: Timescale = VISIT, people: People = EVERYBODY, **more: date) -> list[int]:
    days = days_of_telling(rule, do_by=FRIDAY, due_on=FRIDAY, calendar=england(), **more)
    return sorted(told(days, people, on))


@pytest.mark.parametrize(
    ("on", "who"),
    [
        (date(2026, 3, 5), []),
        (date(2026, 3, 6), [1]),  # five working days before
        (date(2026, 3, 12), [1]),
        (FRIDAY, [1, 2]),
        (date(2026, 3, 15), [1, 2]),  # a Sunday
        (date(2026, 3, 16), [1, 2, 3]),
        (date(2026, 3, 19), [1, 2, 3]),
        (date(2026, 3, 20), [1, 2, 3, 4]),
    ],
)
def test_word_of_it_goes_up_one_step_at_a_time(on: date, who: list[int]) -> None:
    assert hears(on) == who


def test_what_is_neither_law_nor_guidance_nor_safety_stops_at_the_team_manager() -> None:
    assert hears(date(2027, 3, 20), LOCAL) == [1, 2, 3]


def test_a_child_nobody_leads_for_is_the_team_managers_at_once_and_the_senior_practitioner_is_not_asked() -> None:
    nobody = replace(EVERYBODY, owner=frozenset(), has_lead=False)
    assert hears(date(2026, 3, 6), people=nobody) == [3]
    assert hears(FRIDAY, people=nobody) == [3]


def test_a_step_without_anybody_is_taken_by_the_next_above() -> None:
    assert hears(FRIDAY, people=replace(EVERYBODY, senior=frozenset())) == [1, 3]
    alone = People(owner=frozenset({1}), service=frozenset({4}))
    assert hears(date(2026, 3, 16), LOCAL, alone) == [1, 4]


def test_a_chairs_work_passes_no_senior_practitioner() -> None:
    assert hears(FRIDAY, replace(VISIT, owner=Owner.CHAIR)) == [1]
    assert hears(date(2026, 3, 16), replace(VISIT, owner=Owner.CHAIR)) == [1, 3]


def test_a_reason_for_putting_it_off_holds_the_others_back_but_never_for_what_goes_up_the_whole_ladder() -> None:
    until = {"put_off_until": date(2026, 3, 24)}
    assert hears(date(2026, 3, 20), VISIT, **until) == [1, 2, 3, 4]
    assert hears(date(2026, 3, 23), LOCAL, **until) == [1]
    assert hears(date(2026, 3, 24), LOCAL, **until) == [1, 2, 3]


def test_who_stands_on_two_steps_hears_once_on_the_lower_one() -> None:
    both = replace(EVERYBODY, senior=frozenset({1}))
    days = days_of_telling(VISIT, do_by=FRIDAY, due_on=FRIDAY, calendar=england())
    assert told(days, both, FRIDAY) == {1: Step.OWNER}


days_ = st.dates(date(2020, 1, 1), date(2040, 1, 1))
somebody = st.frozensets(st.integers(1, 6), max_size=2)
crowd = st.builds(People, somebody, somebody, somebody, somebody, st.booleans())
rules = st.builds(
    lambda warn, owner, ladder: replace(VISIT, warn_days=warn, owner=owner, ladder=ladder),
    st.integers(0, 20), st.sampled_from(Owner), st.sampled_from(Ladder),
)  # fmt: skip


@given(rules, crowd, days_, st.integers(0, 60), st.integers(0, 3))
def test_who_is_told_once_stays_told_and_nothing_late_is_told_to_nobody(
    rule: Timescale, people: People, due_on: date, days: int, weekend: int
) -> None:
    calendar = england()
    do_by = calendar.on_or_before(due_on)
    telling = days_of_telling(rule, do_by=do_by, due_on=due_on, calendar=calendar)
    assert list(telling.values()) == sorted(telling.values()), "no step hears before the one beneath"
    on = due_on + timedelta(days=days)
    now, later = told(telling, people, on), told(telling, people, on + timedelta(days=weekend))
    assert now.keys() <= later.keys()
    late = told(telling, people, due_on + timedelta(days=30))
    above = people.manager | people.service
    assert late or not above
    if rule.ladder is not Ladder.WHOLE and people.manager:
        assert Step.SERVICE not in late.values()

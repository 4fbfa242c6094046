"""How steady the workers of many children are."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.rules.codesets import WORKER_CHANGE_REASON
from cases.rules.continuity import Spell, lead_on
from cases.rules.steadiness import (
    ENGLAND_2024,
    ChildFacts,
    Days,
    Introduction,
    Share,
    agency,
    changes_of,
    concentration,
    introduced,
    kept_at_steps,
    last_year_end,
    many_workers,
    open_days,
    steadiness,
    steadiness_by,
    tenure,
    unsettled,
)

ON = date(2026, 11, 3)
AFTER = date(2025, 11, 3)
LONG = (Days(date(2020, 1, 1)),)


def child(key: int, *workers: int, reasons: tuple[str, ...] = (), days: int = 30, **more) -> ChildFacts:
    """Led by one worker after the other, each for so many days, the last since `days` before the day asked about."""
    starts = [ON - timedelta(days=days * place) for place in range(len(workers), 0, -1)]
    told = reasons or ("OTHERS",) * len(workers)
    ends = [*starts[1:], None]
    spells = tuple(Spell(*each) for each in zip(workers, starts, ends, told, strict=True))
    return ChildFacts(key, spells, **{"in_need": LONG, "looked_after": LONG} | more)


def test_the_national_measure_counts_people_and_the_index_counts_changes() -> None:
    back, through = child(1, 1, 2, 1), child(2, 1, 2, 3)
    assert many_workers([back, through], ON) == Share(1, 2, (2,))
    assert unsettled([back, through], ON) == Share(2, 2, (1, 2))


def test_the_national_measure_is_of_children_looked_after_on_31_march() -> None:
    assert last_year_end(ON) == date(2026, 3, 31)
    assert last_year_end(date(2026, 3, 30)) == date(2025, 3, 31)
    assert last_year_end(date(2026, 3, 31)) == date(2026, 3, 31)
    left = child(1, 1, 2, 3, looked_after=(Days(date(2020, 1, 1), ON),))
    assert many_workers([left, child(2, 1)], ON) == Share(0, 1)


def test_the_published_figure_is_27_per_cent() -> None:
    assert ENGLAND_2024.share.permille == 266
    assert Share(0, 0).permille is None


def test_changes_are_told_by_sort_and_by_years_of_need() -> None:
    reasons = ("FCONTA", "MANAGE", "CHCHAN", "LEFTRL", "TSPROC")
    found = changes_of([child(1, 1, 2, 3, 4, 5, reasons=reasons)], AFTER, ON)
    assert (found.avoidable, found.asked_for, found.other, found.all) == (2, 1, 1, 4)
    assert found.open_days == 365
    assert (found.per_thousand_years, found.avoidable_per_thousand_years) == (4002, 2001)


def test_days_in_need_count_once_and_only_in_the_time() -> None:
    assert open_days([Days(date(2020, 1, 1))], AFTER, ON) == 365
    assert open_days([Days(ON)], AFTER, ON) == 1
    assert open_days([Days(date(2020, 1, 1), date(2025, 11, 4))], AFTER, ON) == 0
    twice = [Days(date(2026, 1, 1), date(2026, 1, 11)), Days(date(2026, 1, 6), date(2026, 1, 16))]
    assert open_days(twice, AFTER, ON) == 15


def test_tenure_is_of_the_present_lead() -> None:
    found = tenure([child(1, 1, days=400), child(2, 1, days=200), child(3, 1, 2, days=10), ChildFacts(4)], ON)
    assert found.median_days == 200
    assert (found.half_year, found.year) == (Share(2, 3, (1, 2)), Share(1, 3, (1,)))
    assert tenure([], ON).median_days is None


def test_half_a_year_together_is_six_whole_months() -> None:
    on_the_day, a_day_short = (child(1, 1, days=(ON - date(2026, 5, day)).days) for day in (3, 4))
    assert (tenure([on_the_day], ON).half_year.count, tenure([a_day_short], ON).half_year.count) == (1, 0)


@pytest.mark.parametrize(("step", "kept"), [(-29, 1), (-30, 0), (-31, 0), (-58, 0), (-59, 1)])
def test_a_step_keeps_its_lead_when_nobody_takes_over_in_four_weeks(step: int, kept: int) -> None:
    # The lead changed 30 days ago.
    stepped = child(1, 1, 2, steps=(ON + timedelta(days=step),))
    assert kept_at_steps([stepped], AFTER, ON).count == kept


def test_a_step_where_nobody_led_before_does_not_count() -> None:
    assert kept_at_steps([child(1, 1, steps=(ON - timedelta(days=30),))], AFTER, ON) == Share(0, 0)


def test_an_introduction_is_joint_when_the_family_was_told_and_met_both() -> None:
    day = ON - timedelta(days=30)
    whole = Introduction(day, day, day, day)
    changed = child(1, 1, 2)
    assert introduced([replace(changed, introductions=(whole,))], AFTER, ON) == Share(1, 1, (1,))
    for gap in ("family_told_on", "goodbye_on", "hello_on"):
        half = replace(whole, **{gap: None})
        assert introduced([replace(changed, introductions=(half,))], AFTER, ON) == Share(0, 1)
    assert introduced([changed], AFTER, ON) == Share(0, 1)
    assert introduced([child(1, 1)], AFTER, ON) == Share(0, 0)


def test_agency_is_told_of_present_leads() -> None:
    through = child(1, 1)
    by_agency = replace(through, key=2, spells=tuple(replace(spell, is_agency=True) for spell in through.spells))
    assert agency([through, by_agency, ChildFacts(3)], ON) == Share(1, 2, (2,))


def test_one_face_is_a_thousand_and_four_faces_are_250() -> None:
    days = [ON - timedelta(days=each) for each in range(4)]
    one, four = (tuple(zip(days, workers, strict=True)) for workers in ((1, 1, 1, 1), (1, 2, 3, 4)))
    assert concentration([ChildFacts(1, visits=one)], AFTER, ON) == 1000
    assert concentration([ChildFacts(1, visits=four)], AFTER, ON) == 250
    assert concentration([ChildFacts(1, visits=one), ChildFacts(2, visits=four), ChildFacts(3)], AFTER, ON) == 625
    assert concentration([ChildFacts(1, visits=((date(2024, 1, 1), 1),))], AFTER, ON) is None


made = st.builds(
    child,
    st.integers(1, 40),
    st.integers(1, 3),
    st.integers(1, 3),
    st.integers(1, 3),
    reasons=st.tuples(*[st.sampled_from(list(WORKER_CHANGE_REASON))] * 3),
    days=st.integers(1, 300),
    in_need=st.sampled_from([LONG, (Days(date(2026, 6, 1)),), ()]),
    looked_after=st.sampled_from([LONG, ()]),
    steps=st.lists(st.dates(AFTER, ON), max_size=2).map(tuple),
    visits=st.lists(st.tuples(st.dates(AFTER, ON), st.integers(1, 3)), max_size=4).map(tuple),
)
many = st.lists(made, unique_by=lambda child: child.key, max_size=12)


@given(many)
def test_every_figure_reconciles_with_its_list(children: list[ChildFacts]) -> None:
    found = steadiness(children, ON)
    shares = (found.many_workers, found.unsettled, found.tenure.half_year, found.tenure.year)
    for share in (*shares, found.kept_at_steps, found.introduced, found.agency):
        assert share.count == len(share.keys) <= share.of


@given(many)
def test_groups_add_up_to_the_whole(children: list[ChildFacts]) -> None:
    def team(each: ChildFacts) -> int | None:
        lead = lead_on(each.spells, ON)
        return lead.worker % 2 if lead else None

    whole, parts = steadiness(children, ON), steadiness_by(children, team, ON).values()
    assert sum(part.changes.all for part in parts) == whole.changes.all
    assert sum(part.changes.open_days for part in parts) == whole.changes.open_days
    for figure in ("many_workers", "unsettled", "kept_at_steps", "introduced", "agency"):
        assert sum(getattr(part, figure).count for part in parts) == getattr(whole, figure).count
        assert sum(getattr(part, figure).of for part in parts) == getattr(whole, figure).of


@given(many, st.randoms())
def test_the_order_of_children_makes_no_difference_to_the_counts(children: list[ChildFacts], random) -> None:
    shuffled = list(children)
    random.shuffle(shuffled)
    first, second = steadiness(children, ON), steadiness(shuffled, ON)
    assert (first.changes, first.tenure.median_days, first.concentration) == (
        second.changes,
        second.tenure.median_days,
        second.concentration,
    )


@given(many)
def test_one_face_is_the_most_and_nothing_is_below_none(children: list[ChildFacts]) -> None:
    found = concentration(children, AFTER, ON)
    assert found is None or 0 < found <= 1000

"""What a caseload weighs."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.rules import weighting
from cases.rules.weighting import Addition, Duty, Plan, Terms, Weighed, Zone, capacity, score, weigh, zone

ON = date(2026, 11, 3)

children = st.builds(
    Weighed,
    plan=st.sampled_from(Plan),
    home=st.sampled_from([None, 1, 2, 3]),
    additions=st.frozensets(st.sampled_from(Addition)),
    minutes=st.integers(0, 200),
    complexity=st.integers(0, 5),
    has_co_worker=st.booleans(),
    is_helping=st.booleans(),
)
caseloads = st.lists(children, max_size=12)


def test_the_worked_example_of_the_scheme_is_77_4_and_healthy() -> None:
    long_term = [Weighed(Plan.LOOKED_AFTER_LONG, minutes=minutes) for minutes in (0, 0, 70)]
    protected = [Weighed(Plan.PROTECTION, home="one home")] * 3
    found = score([*protected, *[Weighed(Plan.IN_NEED)] * 6, Weighed(Plan.PROCEEDINGS), *long_term], Terms(), ON)
    assert (found.load, found.permille) == (77_400, 774)
    assert zone(774, ON) is Zone.HEALTHY
    assert [(part.words, weighting.in_points(part.points)) for part in found.parts] == [
        ("meetings, supervision and learning", "15"),
        ("3 children with a protection plan in one home: 7 + 4.9 + 3.5", "15.4"),
        ("6 children in need: 6 × 4", "24"),
        ("1 child in care proceedings", "10"),
        ("3 children looked after in a home that lasts: 3 × 4", "12"),
        ("children: long ways", "1"),
    ]


@given(caseloads, children)
def test_another_child_never_makes_a_caseload_lighter(present: list[Weighed], another: Weighed) -> None:
    assert weigh([*present, another], ON) >= weigh(present, ON)


@given(caseloads, st.randoms())
def test_the_order_of_children_makes_no_difference(present: list[Weighed], random) -> None:
    shuffled = list(present)
    random.shuffle(shuffled)
    assert score(shuffled, Terms(), ON) == score(present, Terms(), ON)


@given(st.sampled_from(Plan), st.integers(2, 6))
def test_brothers_and_sisters_in_one_home_weigh_less_than_strangers(plan: Plan, several: int) -> None:
    together, apart = ([Weighed(plan, home=home)] * several for home in (1, None))
    assert weigh(together, ON) < weigh(apart, ON)


@given(caseloads)
def test_what_a_score_is_made_of_adds_up_to_it(present: list[Weighed]) -> None:
    found = score(present, Terms(fte_permille=600), ON, list(Duty))
    assert found.load == sum(part.points for part in found.parts)


def test_brothers_and_sisters_in_different_homes_each_weigh_in_full() -> None:
    assert weigh([Weighed(Plan.PROCEEDINGS, home=1), Weighed(Plan.PROCEEDINGS, home=2)], ON) == 20_000
    assert weigh([Weighed(Plan.PROCEEDINGS, home=1)] * 3, ON) == 20_000  # 10 + 6 + 4


def test_two_workers_share_a_child() -> None:
    assert weigh([Weighed(Plan.PROTECTION, has_co_worker=True)], ON) == 4_900
    assert weigh([Weighed(Plan.PROTECTION, is_helping=True)], ON) == 2_800


@pytest.mark.parametrize(
    ("terms", "points"),
    [
        (Terms(), 100_000),
        (Terms(fte_permille=600), 60_000),
        (Terms(grade="senior-practitioner"), 60_000),
        (Terms(grade="manager"), 0),
        (Terms(programme_months=0), 80_000),
        (Terms(programme_months=6), 90_000),
        (Terms(programme_months=12), 100_000),
        (Terms(days_here=0), 50_000),
        (Terms(days_here=14), 75_000),
        (Terms(days_here=28), 100_000),
        (Terms(phased_return=50), 50_000),
        (Terms(programme_months=0, days_here=0), 40_000),
    ],
)
def test_capacity_follows_hours_grade_programme_and_start(terms: Terms, points: int) -> None:
    assert capacity(terms, ON) == points


@pytest.mark.parametrize(
    ("permille", "word"),
    [
        (0, Zone.ROOM),
        (699, Zone.ROOM),
        (700, Zone.HEALTHY),
        (899, Zone.HEALTHY),
        (900, Zone.FULL),
        (1000, Zone.FULL),
        (1001, Zone.OVER),
        (1150, Zone.OVER),
        (1151, Zone.UNSAFE),
    ],
)
def test_zones_begin_and_end_where_the_scheme_says(permille: int, word: Zone) -> None:
    assert zone(permille, ON) is word


def test_somebody_without_capacity_has_no_score() -> None:
    assert score([], Terms(grade="manager"), ON).permille is None

"""What a caseload weighs, and how it comes about."""

from collections import Counter
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cases.rules import weighting
from cases.rules.weighting import (
    SHIPPED,
    Addition,
    Duty,
    Plan,
    Terms,
    Weighed,
    Zone,
    capacity,
    early_career_breaches,
    explain,
    explain_capacity,
    score,
    weigh,
    zone,
)
from cases.rules.weighting.points import POINT

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


def by_the_reference(present: list[Weighed], duties: list[Duty], terms: Terms) -> Fraction:
    """The load in points as REFERENCE 9.2 words it, worked out again with fractions and without any row."""
    base = {
        "INFORMATION": 1, "EARLY_HELP": 3, "ASSESSMENT": 5, "IN_NEED": 4, "ENQUIRY": 8, "PROTECTION": 7,
        "PROCEEDINGS": 10, "LOOKED_AFTER_NEW": 8, "LOOKED_AFTER_SETTLING": 6, "LOOKED_AFTER_LONG": 4,
        "PRIVATE_FOSTERING": 3, "LEAVER_TO_21": Fraction("2.5"), "LEAVER_TO_25": 1, "CLOSING": 1,
    }  # fmt: skip
    plus = {"PRE_PROCEEDINGS": 2, "UNACCOMPANIED": 1, "PERMANENCE": 2, "ELIGIBLE": 1}
    extra = {"PRACTICE_EDUCATOR": 8, "EARLY_CAREER_MENTOR": 4, "CHAMPION": 2, "DUTY_WEEK": 5, "SUPERVISES_POD": 15}
    total = Fraction(15 * terms.fte_permille, 1000) + sum(extra[duty.name] for duty in duties)
    seen: Counter[object] = Counter()
    for child in sorted(present, key=lambda child: child.is_helping or child.has_co_worker * 0.5):
        share = Fraction(2, 5) if child.is_helping else Fraction(7, 10) if child.has_co_worker else Fraction(1)
        later = (
            (Fraction(3, 5), Fraction(2, 5)) if child.plan is Plan.PROCEEDINGS else (Fraction(7, 10), Fraction(1, 2))
        )
        rank = seen[child.home, child.plan] if child.home is not None else 0
        seen[child.home, child.plan] += 1
        total += base[child.plan.name] * (1, *later)[min(rank, 2)] * share
        total += (sum(plus[each.name] for each in child.additions) + min(child.complexity, 3)) * share
        total += 2 if child.minutes > 120 else 1 if child.minutes >= 60 else Fraction(child.minutes >= 30) / 2
    return total


@given(caseloads, st.lists(st.sampled_from(Duty), unique=True), st.sampled_from([1000, 800, 600, 400]))
@example([Weighed(Plan.PROTECTION, 1, has_co_worker=True), Weighed(Plan.PROTECTION, 1)], [Duty.CHAMPION], 600)
def test_every_caseload_weighs_what_the_reference_says(present: list[Weighed], duties: list[Duty], fte: int) -> None:
    terms = Terms(fte_permille=fte)
    found = score(present, terms, ON, duties)
    assert Fraction(found.load, POINT) == by_the_reference(present, duties, terms)


def test_a_senior_practitioner_with_a_pod_and_a_co_worker() -> None:
    together = [Weighed(Plan.PROTECTION, 1, frozenset({Addition.PRE_PROCEEDINGS}), has_co_worker=True)] * 2
    far = Weighed(Plan.IN_NEED, minutes=45, complexity=2)
    found = score([*together, far], Terms("senior-practitioner", 800), ON, [Duty.SUPERVISES_POD])
    # 12 + 15 + (7 + 4.9 + 2 × 2) × 0.7 + 4 + 0.5 + 2, of 100 × 0.8 × 0.6
    assert (found.load, found.capacity, found.permille) == (44_630, 48_000, 930)


@given(caseloads, st.lists(st.sampled_from(Duty), unique=True))
def test_the_explanation_adds_up_to_the_last_half_point_and_names_its_rows(
    present: list[Weighed], duties: list[Duty]
) -> None:
    parts = explain(present, Terms(), ON, duties)
    assert sum(part.points for part in parts) == score(present, Terms(), ON, duties).load
    assert all(part.row is not None and part.row.source for part in parts)


def test_the_explanation_says_each_child_and_each_reason() -> None:
    anisa = Weighed(Plan.PROTECTION, 1, minutes=70, name="Anisa", complexity=1, factors=("allegations",))
    imran = Weighed(Plan.PROTECTION, 1, has_co_worker=True, name="Imran")
    assert [(part.words, part.points, part.row.code) for part in explain([imran, anisa], Terms(), ON)] == [
        ("meetings, supervision and learning", 15_000, "stable"),
        (
            "Imran with a protection plan, second of 2 in one home: 70 of 100 of 7, shares with a co-worker: 70 of 100",
            3_430,
            "plan.protection",
        ),
        ("Anisa with a protection plan, first of 2 in one home: 100 of 100 of 7", 7_000, "plan.protection"),
        ("Anisa: allegations", 1_000, "complexity"),
        ("Anisa: a way from one hour, 70 minutes", 1_000, "travel.2"),
    ]


def test_a_fourth_factor_is_said_and_weighs_nothing() -> None:
    parts = explain([Weighed(Plan.IN_NEED, complexity=4)], Terms(), ON)
    assert [part.points for part in parts] == [15_000, 4_000, 1_000, 1_000, 1_000, 0]
    assert parts[-1].words == "1 child: a confirmed factor, where 3 count at most"


def test_who_covers_carries_no_points_until_a_row_says_so() -> None:
    covered = [Weighed(Plan.IN_NEED, is_covering=True, minutes=90)]
    assert weigh(covered, ON) == 0
    half = replace(SHIPPED.rows["shared.cover"][0], amount=50, since=date(2026, 11, 1))
    assert weigh(covered, ON, SHIPPED.with_own([half])) == 2_000


def test_a_capacity_is_explained_by_what_takes_from_it() -> None:
    terms = Terms("senior-practitioner", 600, days_here=3, phased_return=50)
    assert [(part.words, part.points) for part in explain_capacity(terms, ON)] == [
        ("full time", 100_000),
        ("works 60 of 100 of full time", -40_000),
        ("senior practitioner: 60 of 100", -24_000),
        ("first fortnight here: 50 of 100", -18_000),
        ("comes back step by step: 50 of 100", -9_000),
    ]
    assert capacity(Terms(is_away_long=True), ON) == 0


def test_early_in_a_career_nobody_holds_too_many_or_the_hardest_alone() -> None:
    first_year, second_year = Terms(programme_months=3), Terms(programme_months=14)
    many = [Weighed(Plan.IN_NEED)] * 13
    assert early_career_breaches(many, first_year, ON) == ("Leads for 13 children: 12 at most early in a career.",)
    assert early_career_breaches(many, second_year, ON) == early_career_breaches(many[1:], first_year, ON) == ()
    alone = [Weighed(Plan.PROTECTION), Weighed(Plan.IN_NEED, additions=frozenset({Addition.PRE_PROCEEDINGS}))]
    assert "alone for 2 children" in early_career_breaches(alone, second_year, ON)[0]
    assert early_career_breaches(alone, Terms(), ON) == ()
    assert early_career_breaches([Weighed(Plan.PROTECTION, has_co_worker=True)], first_year, ON) == ()
    assert early_career_breaches([Weighed(Plan.PROTECTION, is_helping=True)], first_year, ON) == ()

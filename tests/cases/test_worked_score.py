"""The worked score of REFERENCE 9.2, from the tables to the page, and what makes it up."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import transaction
from django.utils.html import strip_tags
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from camden.models import Absence
from cases import measures
from cases.models import Case, Household, HouseholdMembership, Milestone, PlanSpell
from cases.rules.carrying import COMPLEXITY, NOTED_DUTY
from cases.rules.weighting import Zone
from tests.factories.allocating import (
    ComplexityFactorFactory,
    ExtraDutyFactory,
    LocalWeightFactory,
    WayThereFactory,
)
from tests.factories.camden import EmploymentFactory, MembershipFactory
from tests.factories.cases import CaseFactory, ChildFactory, EpisodeFactory, InvolvementFactory

LONG_AGO = date(2024, 5, 1)


@pytest.fixture
def worked(cast: SimpleNamespace) -> Any:
    """Rosa, full time: three with protection plans in one home, six in need, one in court, three long looked after."""
    rosa = MembershipFactory(user__name="Rosa Begum", team=cast.pod).user
    EmploymentFactory(user=rosa, started_on=LONG_AGO)

    def child(case: Any = None) -> Any:
        found = ChildFactory(case=case or CaseFactory(team_ids=[cast.pod.pk]))
        EpisodeFactory(child=found, referred_on=LONG_AGO)
        InvolvementFactory(child=found, worker=rosa, team=cast.pod, started_on=date(2026, 2, 2))
        return found

    family = CaseFactory(team_ids=[cast.pod.pk])
    home = Household.objects.create(case=family, name="At home")
    for each in [child(family) for _ in range(3)]:
        HouseholdMembership.objects.create(case=family, household=home, member=each)
        PlanSpell.objects.create(
            case=family, child=each, basis="protection", started_on=date(2026, 3, 2), first_category="EMO",
            latest_category="EMO",
        )  # fmt: skip
    for _ in range(6):
        child()
    told(child(), "proceedings-issued", date(2026, 6, 1))
    for _ in range(3):
        looked_after = child()
        told(looked_after, "looked-after-began", LONG_AGO)
        told(looked_after, "placement-started", LONG_AGO)
    foster = Household.objects.create(case=looked_after.case, name="Foster home")
    HouseholdMembership.objects.create(case=looked_after.case, household=foster, member=looked_after)
    WayThereFactory(case=looked_after.case, household=foster, team=cast.team, noted_by=rosa)
    return rosa


def told(child: Any, kind: str, day: date) -> None:
    Milestone.objects.create(case=child.case, child=child, kind=kind, happened_on=day)


def load_of(cast: SimpleNamespace, worker: Any, on: date) -> measures.Caseload:
    found = measures.caseloads(cases=Case.objects.all(), team_ids=[cast.pod.pk], on=on, worker=worker.pk)
    return found[0]


def test_the_worked_score_comes_out_of_the_tables(cast: SimpleNamespace, worked: Any, today: date) -> None:
    """77.4: one of those looked after is 70 minutes away, from the base of the team above the pod."""
    load = load_of(cast, worked, today)
    assert (load.score.load, load.score.permille, load.zone) == (77_400, 774, Zone.HEALTHY)
    assert [(part.points, part.words) for part in load.score.parts] == [
        (15_000, "meetings, supervision and learning"),
        (15_400, "3 children with a protection plan in one home: 7 + 4.9 + 3.5"),
        (24_000, "6 children in need: 6 × 4"),
        (10_000, "1 child in care proceedings"),
        (12_000, "3 children looked after in a home that lasts: 3 × 4"),
        (1_000, "children: long ways"),
    ]
    assert (load.children, load.families) == (13, 11)
    assert sum(part.points for part in load.whole) == load.score.load, "child by child it is the same"
    assert sum(part.points for part in load.holds_up) == load.score.capacity == 100_000


def test_the_page_says_it_in_words_that_a_keyboard_opens(cast: Any, worked: Any, browser_for: Any) -> None:
    page = browser_for(cast.bilal).get(f"/teams/{cast.pod.pk}/people/{worked.pk}/")
    said = " ".join(strip_tags(page.content.decode()).split())
    assert "77.4 of 100: healthy" in said and "13 children in 11 families" in said
    assert "4.9" in said and "second of 3 in one home: 70 of 100 of 7" in said
    assert "<details" in page.content.decode() and "<summary" in page.content.decode()


def test_each_day_is_weighed_with_what_ran_that_day(cast: SimpleNamespace, worked: Any) -> None:
    """Before the conference the three were in need, and nobody was in court: 4 + 2.8 + 2, and seven times four."""
    load = load_of(cast, worked, date(2026, 2, 20)).score.load
    assert load == 15_000 + 8_800 + 7 * 4_000 + 13_000
    assert load_of(cast, worked, date(2026, 3, 2)).score.load == 15_000 + 15_400 + 7 * 4_000 + 13_000


def test_whoever_is_away_for_long_has_no_capacity_and_holds_all_the_same(cast: Any, worked: Any, today: date) -> None:
    Absence.objects.create(person=worked, from_on=date(2026, 11, 2), back_on=date(2026, 12, 14))
    load = load_of(cast, worked, today)
    assert (load.score.capacity, load.score.permille, load.zone) == (0, None, None)
    assert load.score.load == 77_400 and load.away == (date(2026, 11, 2), date(2026, 12, 14))
    assert load_of(cast, worked, date(2026, 11, 1)).score.capacity == 100_000
    assert load_of(cast, worked, date(2026, 12, 14)).score.capacity == 100_000


def test_this_councils_own_number_holds_from_its_day_until_it_is_taken_back(
    cast: SimpleNamespace, worked: Any, today: date
) -> None:
    own = LocalWeightFactory(set_by=cast.bilal, begins_on=date(2026, 11, 1), amount=5_000)
    assert load_of(cast, worked, today).score.load == 77_400 + 6_000
    assert load_of(cast, worked, date(2026, 10, 31)).score.load == 77_400, "a day before is weighed as it was"
    own.taken_back_at, own.taken_back_by = own.set_at, cast.bilal
    own.save()
    assert load_of(cast, worked, today).score.load == 77_400


PLANS = ["need", "protection", "proceedings", "looked-after"]
CHILDREN = st.lists(
    st.tuples(
        st.integers(0, 3),  # the family, and their home
        st.sampled_from(PLANS),
        st.integers(0, 5),  # confirmed factors
        st.booleans(),  # a co-worker beside
    ),
    max_size=8,
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    CHILDREN,
    st.lists(st.sampled_from([0, 29, 30, 59, 60, 120, 121, 300]), min_size=4, max_size=4),
    st.sets(st.sampled_from(sorted(NOTED_DUTY))),
)
def test_whatever_is_held_its_parts_add_up_to_the_score_to_the_last_half_point(
    cast: SimpleNamespace, browser_for: Any, children: list[Any], ways: list[int], duties: set[str]
) -> None:
    """The lines of the page, in short and child by child, are read as they are written and added up."""
    with transaction.atomic():
        rosa = drawn(cast, children, ways, duties)
        page = browser_for(cast.bilal).get(f"/teams/{cast.pod.pk}/people/{rosa.pk}/").context["load"]
        transaction.set_rollback(True)
    for lines in (page.parts, page.whole):
        assert sum(Decimal(points) for points, _ in lines) == Decimal(page.load), lines
    assert sum(Decimal(points) for points, _ in page.holds_up) == Decimal(page.capacity) == 100
    assert Decimal(page.score) == Decimal(page.load).quantize(Decimal("0.1"), ROUND_HALF_UP)


def drawn(cast: SimpleNamespace, children: list[Any], ways: list[int], duties: set[str]) -> Any:
    """A caseload as it was drawn, through the tables."""
    rosa = MembershipFactory(user__name="Rosa Begum", team=cast.pod).user
    ade = MembershipFactory(user__name="Ade Fashola", team=cast.pod).user
    EmploymentFactory(user=rosa, started_on=LONG_AGO)
    families: dict[int, Any] = {}
    for family, plan, factors, has_co_worker in children:
        case, home = families.get(family) or a_family(cast, rosa, ways[family])
        families[family] = case, home
        child = ChildFactory(case=case)
        HouseholdMembership.objects.create(case=case, household=home, member=child)
        EpisodeFactory(child=child, referred_on=LONG_AGO)
        InvolvementFactory(child=child, worker=rosa, team=cast.pod, started_on=date(2026, 2, 2))
        if has_co_worker:
            InvolvementFactory(child=child, worker=ade, team=cast.pod, role="co-worker", started_on=date(2026, 2, 2))
        if plan == "protection":
            PlanSpell.objects.create(
                case=case, child=child, basis=plan, started_on=date(2026, 3, 2), first_category="EMO",
                latest_category="EMO",
            )  # fmt: skip
        if plan in ("proceedings", "looked-after"):
            told(child, "proceedings-issued" if plan == "proceedings" else "looked-after-began", date(2026, 6, 1))
        for kind in sorted(COMPLEXITY)[:factors]:
            ComplexityFactorFactory(
                case=case, child=child, kind=kind, proposed_by=rosa, answer="yes", answered_on=date(2026, 10, 2),
                answered_by=cast.bilal,
            )  # fmt: skip
    for duty in duties:
        ExtraDutyFactory(person=rosa, duty=duty, noted_by=cast.bilal)
    return rosa


def a_family(cast: SimpleNamespace, worker: Any, minutes: int) -> Any:
    case = CaseFactory(team_ids=[cast.pod.pk])
    home = Household.objects.create(case=case, name="At home")
    WayThereFactory(case=case, household=home, team=cast.team, minutes=minutes, noted_by=worker)
    return case, home

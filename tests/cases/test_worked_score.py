"""The worked score of REFERENCE 9.2, from the tables to the page, and what makes it up."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils.html import strip_tags

from camden.models import Absence
from cases import measures
from cases.models import Case, Household, HouseholdMembership, Milestone, PlanSpell
from cases.rules.weighting import Zone
from tests.factories.allocating import LocalWeightFactory, WayThereFactory
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

"""The demo's conferences and a generated service's."""

from datetime import date, timedelta
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest

from camden.access import Role
from camden.principal import acting_as
from cases.models import Action, Involvement, Member
from conferences.management import seeding
from conferences.models import ConferenceChild, ConferenceStage, FamilyConference, PlanEdition, PlanItem
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.cases import CaseFactory, ChildFactory, InvolvementFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 3)


@pytest.fixture
def people(cast: SimpleNamespace) -> dict[str, Any]:
    named = {"Samira Yusuf": Role.CONFERENCE_COORDINATOR, "Ruth Adeyemi": Role.TEAM_MANAGER}
    made = {name: UserFactory(name=name) for name in named}
    for name, role in named.items():
        MembershipFactory(user=made[name], team=cast.service, role=role)
    return made


def test_the_demo_has_one_in_preparation_and_one_with_a_plan(cast: SimpleNamespace, people: dict[str, Any]) -> None:
    doyle = CaseFactory(name="Doyle–Okafor", team_ids=[cast.pod.pk])
    baby = ChildFactory(case=doyle, given_name="", family_name="", born_on=None, expected_on=TODAY + timedelta(35))
    InvolvementFactory(child=baby, worker=cast.amara, team=cast.pod)
    children = {child.given_name: child for child in cast.children}
    families = {
        "Rahman–Khatun": SimpleNamespace(case=cast.case, children=children, adults={}),
        "Doyle–Okafor": SimpleNamespace(case=doyle, children={"": baby}, adults={}),
    }
    system = UserFactory(name="Set-up", is_system=True)
    with acting_as(system):
        seeding.demo(SimpleNamespace(on=TODAY, people=people, families=families, teams={}))
    stands = FamilyConference.objects.with_stage().order_by("pk").values_list("case__name", "stage")
    assert list(stands) == [("Rahman–Khatun", "preparing"), ("Doyle–Okafor", "active")]
    actions = list(Action.objects.order_by("pk").values_list("what", "promised_to"))
    offer = "Offer Ngozi a viability assessment, to care for long"
    assert actions == [("Order the cot for Ngozi’s flat", "Ngozi"), (offer, "Ngozi")]
    assert PlanEdition.objects.get().content["edition"] == 1
    assert list(ConferenceChild.objects.filter(case=doyle).values_list("first_name", flat=True)) == ["the baby"]
    assert PlanItem.objects.filter(whose="family", promised=None, due_on=None).count() == 2


def test_a_generated_service_is_the_same_twice_and_opens_to_its_coordinators(
    cast: SimpleNamespace, people: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seeding, "SHARE", 1.0)
    records = [
        SimpleNamespace(
            case_id=cast.case.pk,
            child_ids=[child.pk for child in cast.children],
            worker_id=cast.amara.pk,
            team_id=cast.pod.pk,
            opened_on=TODAY - timedelta(days=300),
        )
    ] * 30
    drawn = []
    for _ in range(2):
        before = FamilyConference.objects.count()
        seeding.generate(SimpleNamespace(on=TODAY, random=Random(7), people=people, records=records, pods=[]))
        made = FamilyConference.objects.with_stage().order_by("pk")[before:]
        drawn.append(list(made.values_list("referred_on", "stage", "coordinator")))
    assert drawn[0] == drawn[1] and len(drawn[0]) == 30
    assert {stage for _, stage, _ in drawn[0]} >= {"declined", "active"}
    assert ConferenceStage.objects.filter(happened_on__gt=TODAY).count() == 0
    assert FamilyConference.objects.visible_to(people["Samira Yusuf"]).exists()
    assert Involvement.objects.filter(role="lead").count() == Member.objects.children().count()

"""The invented service has sessions to look at, in the demo and in bulk."""

from datetime import date
from random import Random
from types import SimpleNamespace

import pytest

from camden.access import Role
from camden.models import Employment
from camden.principal import acting_as
from cases.models import Action, ChronologyEntry
from supervision.management import seeding
from supervision.models import Attendance, Discussion, DiscussionChild, Group, GroupMember, Session
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.cases import CaseFactory, ChildFactory
from training.management import seeding as learning
from training.models import Learning, Piece


@pytest.fixture
def world(cast: SimpleNamespace, today: date) -> SimpleNamespace:
    """A stand-in for the world of a seed: the Rahmans, and the people of Primrose."""
    people = {}
    for name, role in (
        ("Niamh Castellan", Role.SENIOR_PRACTITIONER),
        ("Yael Sharon", Role.CLINICIAN),
        ("Ade Fashola", Role.SOCIAL_WORKER),
        ("Rosa Begum", Role.SOCIAL_WORKER),
    ):
        people[name] = UserFactory(name=name)
        MembershipFactory(user=people[name], team=cast.pod, role=role)
        Employment.objects.create(user=people[name], started_on="2026-01-05", grade="other", registered_with="swe")
    family = SimpleNamespace(case=cast.case, children={child.given_name: child for child in cast.children}, adults={})
    pod = SimpleNamespace(team=cast.pod, people=[people["Niamh Castellan"], people["Ade Fashola"]])
    records = []
    for _ in range(20):
        child = ChildFactory(case=CaseFactory(team_ids=[cast.pod.pk], opened_on=date(2026, 1, 5)))
        row = {"case_id": child.case_id, "child_ids": [child.pk], "worker_id": people["Ade Fashola"].pk}
        records.append(SimpleNamespace(team_id=cast.pod.pk, opened_on=date(2026, 1, 5), **row))
    return SimpleNamespace(
        on=today, random=Random(4), teams={"PRIMROSE": cast.pod}, people=people,
        families={"Rahman–Khatun": family}, pods=[pod], records=records,
    )  # fmt: skip


@pytest.mark.parametrize("is_system", [True, False])
def test_the_demo_has_a_session_that_ended_and_one_that_is_planned(world: SimpleNamespace, is_system: bool) -> None:
    if is_system:
        with acting_as(UserFactory(is_system=True)):
            seeding.demo(world)
            learning.demo(world)
    else:
        seeding.demo(world)
        learning.demo(world)
    ended, planned = Session.objects.order_by("held_on")
    assert (ended.agreed_on, planned.agreed_on) == (date(2026, 10, 29), None)
    group = Group.objects.get()
    assert group.weekday == planned.held_on.weekday() == ended.held_on.weekday()
    assert GroupMember.objects.get(person=world.people["Yael Sharon"]).as_what == "clinician"
    assert Discussion.objects.agreed().count() == 1
    assert Action.objects.get().keeper == world.people["Ade Fashola"]
    assert ChronologyEntry.objects.filter(kind=ChronologyEntry.Kind.REFLECTION).count() == 1
    assert Learning.objects.count() == 4
    assert Piece.objects.filter(recorded_on__isnull=False).count() == 3


def test_a_generated_service_is_heard_within_eight_weeks_but_for_a_few(world: SimpleNamespace) -> None:
    seeding.generate(world)
    learning.generate(world)
    heard = set(Discussion.objects.agreed().filter(held_on__gte=date(2026, 9, 8)).values_list("case", flat=True))
    assert len(heard) >= 16
    assert Attendance.objects.count() == Learning.objects.count() == 66
    assert DiscussionChild.objects.count() == 20
    assert Session.objects.open().count() == 1
    assert Piece.objects.count() > 0

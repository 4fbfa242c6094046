"""A pod that meets: Niamh leads, Yael joins as clinician, Amara presents; from Finn a family is kept."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine

from camden.access import Role
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.cases import ExclusionFactory
from tests.factories.supervision import GroupFactory, SessionFactory


@pytest.fixture(autouse=True)
def tuesday(today: Any) -> Iterator[None]:
    """Ten in the morning, and no second later."""
    with time_machine.travel(datetime.combine(today, time(10), UTC), tick=False):
        yield


@pytest.fixture
def pod(cast: SimpleNamespace) -> SimpleNamespace:
    """The cast with its supervision group. `finn` works in the pod and must not see the Rahmans' record."""
    for key, name, role in (
        ("niamh", "Niamh Castellan", Role.SENIOR_PRACTITIONER),
        ("yael", "Yael Sharon", Role.CLINICIAN),
        ("finn", "Finn Ash", Role.SOCIAL_WORKER),
    ):
        person = UserFactory(name=name, email=f"{key}@example.org")
        MembershipFactory(user=person, team=cast.pod, role=role)
        setattr(cast, key, person)
    ExclusionFactory(case=cast.case, worker=cast.finn)
    people = [cast.niamh, cast.yael, cast.amara, cast.finn]
    cast.group = GroupFactory(team=cast.pod, senior_practitioner=cast.niamh, clinician=cast.yael, people=people)
    return cast


@pytest.fixture
def session(pod: SimpleNamespace) -> Any:
    """Today's session with all four in the room."""
    parts = [(pod.niamh, "supervisor"), (pod.yael, "consultant"), (pod.amara, "presenter"), (pod.finn, "observer")]
    return SessionFactory(group=pod.group, parts=parts)

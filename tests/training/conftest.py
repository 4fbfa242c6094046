"""People who learn: Amara is registered with Social Work England, Yael with another body, Bea with none."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine

import camden.urls  # noqa: F401 - whatever is made while pages are loaded is made before a browser watches
from camden.access import Role
from camden.models import Employment
from tests.factories.camden import MembershipFactory, UserFactory

BODIES = {"amara": "swe", "bilal": "swe", "dan": "swe", "yael": "hcpc", "bea": ""}


@pytest.fixture(autouse=True)
def tuesday(today: Any) -> Iterator[None]:
    """Ten in the morning, and no second later."""
    with time_machine.travel(datetime.combine(today, time(10), UTC), tick=False):
        yield


@pytest.fixture
def learners(cast: SimpleNamespace) -> SimpleNamespace:
    """The cast with their employment, a clinician, a family help practitioner and a training lead."""
    for key, name, role, team in (
        ("yael", "Yael Sharon", Role.CLINICIAN, cast.pod),
        ("bea", "Bea Lindqvist", Role.FAMILY_HELP_PRACTITIONER, cast.pod),
        ("imogen", "Imogen Tate", Role.TRAINING_LEAD, cast.service),
    ):
        person = UserFactory(name=name, email=f"{key}@example.org")
        MembershipFactory(user=person, team=team, role=role)
        setattr(cast, key, person)
    for key, body in BODIES.items():
        employ(getattr(cast, key), body)
    return cast


def employ(person: Any, body: str) -> None:
    """An employment since the beginning of the year."""
    Employment.objects.create(user=person, started_on="2026-01-05", grade="social-worker", registered_with=body)

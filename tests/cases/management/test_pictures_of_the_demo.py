"""The genogram of every family of the demo is drawn without a fault, for people who work here and for the family."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pgtrigger
import pytest
from django.db import transaction

from camden.management import demo
from cases.management.families import EARLY_HELP, EIGHT
from cases.models import Case, Member
from cases.readings.genogram_facts import facts_of, member_key
from cases.rules.audience import FAMILY, STAFF
from cases.rules.genogram.drawing import draw
from tests.cases.rules.genogram.asked import as_file
from tests.cases.rules.genogram.measuring import crossings, faults

pytestmark = pytest.mark.django_db

TUESDAY = date(2026, 11, 3)
NAMES = [family.name for family in (*EIGHT, *EARLY_HELP)]


@pytest.fixture(scope="module", autouse=True)
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The demo as of the tests' day, made once for this file and taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        with pgtrigger.ignore():
            demo.build(TUESDAY)
        yield
        transaction.set_rollback(True)


@pytest.mark.parametrize("name", NAMES)
def test_every_family_of_the_demo_is_drawn_without_a_fault(name: str) -> None:
    case = Case.objects.get(name=name)
    for audience in (STAFF, FAMILY):
        family = facts_of(case, TUESDAY, audience)
        drawing = draw(family)
        assert faults(as_file(family), drawing.svg) == {}
        assert crossings(drawing.svg) == drawing.crossings


@pytest.mark.parametrize("name", NAMES)
def test_nobody_of_the_record_is_missing_from_ours(name: str) -> None:
    case = Case.objects.get(name=name)
    drawn = {member_key(who.id) for who in facts_of(case, TUESDAY).persons} - {None}
    assert drawn == set(Member.objects.filter(case=case).values_list("pk", flat=True))

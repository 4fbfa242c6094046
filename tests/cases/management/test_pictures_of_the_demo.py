"""The genogram of every family of the demo is drawn without a fault, for people who work here and for the family."""

from collections.abc import Iterator
from dataclasses import replace
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
from cases.rules.genogram.family import Family, Parentage, Person, Union
from tests.cases.rules.genogram.asked import as_file
from tests.cases.rules.genogram.measuring import crossings, faults, neighbours

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


@pytest.mark.parametrize("name", NAMES)
def test_a_partner_and_a_baby_flip_nobody_in_any_family_of_the_demo(name: str) -> None:
    case = Case.objects.get(name=name)
    for audience in (STAFF, FAMILY):
        before = facts_of(case, TUESDAY, audience)
        drawn = draw(before)
        for grown in sorted({who for union in before.unions for who in union.partners}):
            after = draw(with_partner_and_baby(before, grown), last=drawn.order)
            assert set(neighbours(drawn.order)) <= set(neighbours(after.order))


def with_partner_and_baby(family: Family, grown: str) -> Family:
    """The family in which somebody has a new partner, and a child with them."""
    return replace(
        family,
        persons=(*family.persons, Person("new", "Somebody New", birth="1990"), Person("baby", birth="2026-10-01")),
        unions=(*family.unions, Union("un", (grown, "new"), "cohabiting")),
        parentage=(*family.parentage, Parentage("baby", "un")),
    )

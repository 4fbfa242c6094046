"""People as a record knows them, and what can never be said of them."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import IntegrityError

from cases.models import HouseholdMembership, Member, Person, Relationship
from tests.factories.cases import CaseFactory, ChildFactory, HouseholdFactory

pytestmark = pytest.mark.django_db


def test_children_come_oldest_first_and_an_unborn_child_last() -> None:
    case = CaseFactory()
    unborn = ChildFactory(case=case, born_on=None, expected_on=date(2027, 1, 1))
    younger, older = (ChildFactory(case=case, born_on=date(year, 1, 1)) for year in (2020, 2010))
    ChildFactory(case=case, kind=Member.Kind.ADULT, born_on=date(1980, 1, 1))
    assert list(Member.objects.children()) == [older, younger, unborn]


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"born_on": date(2020, 1, 1), "expected_on": date(2020, 1, 1)}, "born_or_expected_never_both"),
        ({"born_on": date(2020, 1, 2), "died_on": date(2020, 1, 1)}, "death_is_not_before_birth"),
        ({"born_on": None, "expected_on": date(2027, 1, 1), "sex": "F"}, "sex_of_an_unborn_child_is_unknown"),
    ],
)
def test_what_can_never_be(facts: dict, constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        ChildFactory(**facts)


def test_somebody_without_a_name_is_called_by_their_number() -> None:
    child = ChildFactory(given_name="", family_name="", la_child_id="C000001")
    assert child.name == str(child) == "Name not recorded (C000001)"
    assert child.first_name == "C000001", "short, for a sentence"


def test_an_identity_holds_nothing_but_the_tie() -> None:
    assert [field.name for field in Person._meta.concrete_fields] == ["id"]
    one = ChildFactory()
    other = ChildFactory(person=one.person, given_name="Known otherwise there")
    assert one.person == other.person and one.name != other.name


def test_a_relationship_may_be_said_again_after_it_ended(cast: SimpleNamespace) -> None:
    anisa, imran, _ = cast.children
    tie = {"case": cast.case, "one": anisa, "other": imran, "kind": "sibling"}
    Relationship.objects.create(**tie, started_on=date(2026, 1, 1), ended_on=date(2026, 2, 1))
    Relationship.objects.create(**tie)
    with pytest.raises(IntegrityError, match="a_relationship_is_said_once"):
        Relationship.objects.create(**tie)


def test_somebody_lives_once_in_a_household_at_a_time_and_perhaps_in_two(cast: SimpleNamespace) -> None:
    anisa = cast.children[0]
    HouseholdFactory(case=cast.case, name="Grandmother's", people=[anisa])
    with pytest.raises(IntegrityError, match="lives_once_in_a_household"):
        HouseholdMembership.objects.create(case=cast.case, household=cast.home, member=anisa)


@pytest.mark.parametrize("model", [Relationship, HouseholdMembership])
def test_nothing_ends_before_it_starts(cast: SimpleNamespace, model: type) -> None:
    days = {"case": cast.case, "started_on": date(2026, 3, 2), "ended_on": date(2026, 3, 1)}
    anisa, imran, _ = cast.children
    what = {"one": anisa, "other": imran} if model is Relationship else {"household": cast.home, "member": anisa}
    with pytest.raises(IntegrityError, match="ends_after_it_starts"):
        model.objects.create(**days, **what)

"""A family's record and the people in it."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from camden.models import Recorded
from camden.principal import acting_as
from cases.models import Case, Household, HouseholdMembership, Member, Person, Relationship
from cases.operations.families import add_member, move_in, open_case, open_household, relate
from tests.conftest import as_role


def test_a_record_opens_on_the_list_of_a_team_within_reach(cast: SimpleNamespace, today: date) -> None:
    with as_role("camden_app"), acting_as(cast.bilal):
        case = open_case(name="Okafor", team=cast.pod, on=today)
    assert (case.team_ids, case.opened_on, case.is_restricted) == ([cast.pod.pk], today, False)
    assert Case.objects.visible_to(cast.amara).filter(pk=case.pk).exists()
    assert Recorded.objects.get().case_id == case.pk


@pytest.mark.parametrize("who", ["amara", "dan", "eve"])
def test_nobody_opens_a_record_for_a_team_out_of_reach(cast: SimpleNamespace, today: date, who: str) -> None:
    team = cast.elsewhere if who == "amara" else cast.team
    refused = pytest.raises(DatabaseError, match="team out of reach")
    with as_role("camden_app"), acting_as(getattr(cast, who)), refused, transaction.atomic():
        open_case(name="Okafor", team=team, on=today)
    assert Case.objects.count() == 1


def test_nobody_at_all_opens_a_record(cast: SimpleNamespace, today: date) -> None:
    with as_role("camden_app"), pytest.raises(DatabaseError, match="team out of reach"), transaction.atomic():
        open_case(name="Okafor", team=cast.pod, on=today)


def test_somebody_added_is_a_person_of_their_own(cast: SimpleNamespace) -> None:
    with as_role("camden_app"), acting_as(cast.amara):
        one = add_member(case=cast.case, kind=Member.Kind.ADULT, given_name="Shirin")
        other = add_member(case=cast.case, kind=Member.Kind.CHILD, given_name="Noor", born_on=date(2026, 1, 2))
    assert one.person != other.person
    assert Person.objects.filter(pk__in=[one.person_id, other.person_id]).count() == 2


def test_people_are_related_and_live_somewhere(cast: SimpleNamespace, today: date) -> None:
    anisa = cast.children[0]
    with as_role("camden_app"), acting_as(cast.amara):
        shirin = add_member(case=cast.case, kind=Member.Kind.ADULT, given_name="Shirin")
        relate(one=shirin, other=anisa, kind=Relationship.Kind.MOTHER, parental_responsibility=True)
        home = open_household(case=cast.case, name="Grandmother's", address="12 Elm Row", is_safe_to_share=False)
        move_in(member=shirin, household=home, on=today)
    assert str(Relationship.objects.get()) == "Shirin is mother of Anisa Rahman"
    assert Household.objects.get(pk=home.pk).is_safe_to_share is False
    assert HouseholdMembership.objects.get(member=shirin).started_on == today


def test_a_tie_is_said_once_and_never_with_oneself(cast: SimpleNamespace) -> None:
    anisa, imran, _ = cast.children
    with as_role("camden_app"), acting_as(cast.amara):
        relate(one=anisa, other=imran, kind=Relationship.Kind.SIBLING)
        with pytest.raises(IntegrityError, match="a_relationship_is_said_once"):
            relate(one=anisa, other=imran, kind=Relationship.Kind.SIBLING)
        with pytest.raises(IntegrityError, match="nobody_is_related_to_themselves"):
            relate(one=anisa, other=anisa, kind=Relationship.Kind.SIBLING)


def test_nobody_adds_to_a_record_they_do_not_see(cast: SimpleNamespace) -> None:
    with as_role("camden_app"), acting_as(cast.dan):
        for add in (
            lambda: add_member(case=cast.case, kind=Member.Kind.ADULT, given_name="Spy"),
            lambda: open_household(case=cast.case, name="x"),
            lambda: relate(one=cast.children[0], other=cast.children[1], kind=Relationship.Kind.SIBLING),
            lambda: move_in(member=cast.children[0], household=cast.home),
        ):
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                add()

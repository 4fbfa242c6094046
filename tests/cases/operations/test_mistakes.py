"""Slips: taken out of every list and search, never erased, taken back the same day by whoever made them."""

from collections.abc import Iterator
from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from camden.principal import acting_as
from cases.models import AsTold, ChronologyEntry, Household, HouseholdMembership, Member, Relationship
from cases.operations.adding import add_relative
from cases.operations.mistakes import NotAMistake, mistake_member, mistake_relationship, restore_member
from cases.readings.adding import Bond
from cases.readings.caseload import people_called
from cases.readings.legal import legal_tab
from cases.readings.mistakes import slip_of
from cases.readings.people import people_of, who_is_who
from tests.conftest import as_role
from tests.factories.record_people import AdultFactory, relates


@pytest.fixture(autouse=True)
def as_amara(cast: SimpleNamespace, farida: Member) -> Iterator[None]:
    with as_role("camden_app"), acting_as(cast.amara):
        yield


@pytest.fixture
def farida(cast: SimpleNamespace) -> Member:
    """Written down by a slip: mother of Anisa, and once together with Jamal."""
    farida = AdultFactory(case=cast.case, given_name="Farida", family_name="Quasimova", sex="F")
    relates(farida, "mother", cast.children[0], parental_responsibility=True)
    jamal = AdultFactory(case=cast.case, given_name="Jamal", sex="M")
    relates(farida, "partner", jamal, ended_on=date(2019, 5, 1))
    return farida


def found(name: str) -> list[int]:
    return [member for member, _ in people_called(name)]


def test_whoever_was_a_mistake_is_on_no_list_and_found_by_no_search(
    cast: SimpleNamespace, farida: Member, today: date
) -> None:
    assert found("Quasimova") == [farida.pk]
    assert "Farida" in str(legal_tab(cast.case, None, says_who_is_kept_out=False))
    mistake_member(member=farida, by=cast.amara, on=today)
    assert found("Quasimova") == []
    assert farida.pk not in [each.pk for each in people_of(cast.case)]
    assert "Farida" not in str(who_is_who(cast.case, today))
    assert "Farida" not in str(legal_tab(cast.case, None, says_who_is_kept_out=False))
    assert set(Relationship.objects.filter(one=farida).values_list("was_mistake", flat=True)) == {True}
    assert Member._base_manager.get(pk=farida.pk).given_name == "Farida"


def test_who_said_so_and_when_is_read_from_the_history(cast: SimpleNamespace, farida: Member, today: date) -> None:
    gone = mistake_member(member=farida, by=cast.amara, on=today)
    slip = slip_of(gone)
    assert slip and slip.words == "Amara Obi said so on 3 November 2026."


def test_what_the_timeline_says_of_them_is_struck_through(cast: SimpleNamespace, today: date) -> None:
    said = add_relative(case=cast.case, bonds=[Bond("father", cast.children[0])], by=cast.amara, on=today,
                        given_name="Karim")  # fmt: skip
    mistake_member(member=said.member, by=cast.amara, on=today)
    assert ChronologyEntry.objects.get(kind="people", subject_id=said.member.pk).struck_on == today


def test_somebody_of_whom_more_is_written_is_no_slip(cast: SimpleNamespace, farida: Member, today: date) -> None:
    home = Household.objects.get(pk=cast.home.pk)
    HouseholdMembership.objects.create(case=cast.case, household=home, member=farida)
    with pytest.raises(NotAMistake, match="where they live"):
        mistake_member(member=farida, by=cast.amara, on=today)
    with pytest.raises(NotAMistake):  # a child with a worker, in a referral
        mistake_member(member=cast.children[0], by=cast.amara, on=today)
    assert Member.objects.filter(pk__in=[farida.pk, cast.children[0].pk]).count() == 2


def test_a_mistake_is_taken_back_as_it_was(cast: SimpleNamespace, farida: Member, today: date) -> None:
    before = list(Relationship.objects.filter(one=farida).order_by("pk").values_list("kind", "ended_on", "was_mistake"))
    gone = mistake_member(member=farida, by=cast.amara, on=today)
    restore_member(member=gone, by=cast.amara, on=today)
    after = list(Relationship.objects.filter(one=farida).order_by("pk").values_list("kind", "ended_on", "was_mistake"))
    assert after == before
    assert before[1][1] == date(2019, 5, 1)  # what had ended before is ended still
    assert found("Quasimova") == [farida.pk]


def test_only_whoever_made_it_takes_it_back_and_only_that_day(
    cast: SimpleNamespace, farida: Member, today: date
) -> None:
    gone = mistake_member(member=farida, by=cast.amara, on=today)
    with pytest.raises(NotAMistake, match="Only Amara Obi"):
        restore_member(member=gone, by=cast.bilal, on=today)
    with pytest.raises(NotAMistake, match="Only Amara Obi"):
        restore_member(member=gone, by=cast.amara, on=today + timedelta(days=1))
    assert not Member.objects.filter(pk=farida.pk).exists()


def test_a_relationship_said_by_a_slip_leaves_the_lists_and_those_who_told_it_stay_to_be_read(
    cast: SimpleNamespace, farida: Member, today: date
) -> None:
    tie = Relationship.objects.get(one=farida, kind="mother")
    AsTold.objects.create(case=cast.case, kind="relationship", subject_id=tie.pk, told_by=cast.children[0],
                          told_on=today, recorded_by=cast.amara)  # fmt: skip
    mistake_relationship(relationship=tie, version=tie.version, by=cast.amara, on=today)
    tie.refresh_from_db()
    assert (tie.was_mistake, tie.ended_on) == (True, today)
    told = AsTold.objects.get()
    assert (told.undone_on, told.undone_by) == (today, cast.amara)

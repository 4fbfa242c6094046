"""Who must not see: an exclusion beats everything, and a restriction leaves those involved."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from camden.models import Recorded
from camden.principal import acting_as
from cases.models import Case, Exclusion, Involvement
from cases.operations.allocation import NotAllocated, end_involvement
from cases.operations.restrictions import exclude_worker, lift_exclusion, restrict
from tests.conftest import as_role
from tests.factories.cases import ExclusionFactory


def sees(person: Any) -> bool:
    """By both walls, each alone."""
    by_django = Case.objects.visible_to(person).exists()
    with as_role("camden_app"), acting_as(person):
        assert Case.objects.exists() == by_django
    return by_django


def test_an_exclusion_closes_the_record_even_to_its_lead(cast: SimpleNamespace, today: date) -> None:
    assert sees(cast.amara)
    with as_role("camden_app"), acting_as(cast.bilal):
        key = exclude_worker(case=cast.case, worker=cast.amara, reason="A cousin", on=today)
    assert not sees(cast.amara)
    assert sees(cast.bilal)
    assert Exclusion.objects.get(pk=key).reason == "A cousin"
    assert Recorded.objects.get().action == "excluded a worker"


def test_the_lead_sees_again_when_it_is_lifted_and_the_row_stays(cast: SimpleNamespace, today: date) -> None:
    exclusion = ExclusionFactory(case=cast.case, worker=cast.amara)
    with as_role("camden_app"), acting_as(cast.bilal):
        lift_exclusion(exclusion=exclusion, on=today)
    assert sees(cast.amara)
    exclusion.refresh_from_db()
    assert (exclusion.lifted_on, exclusion.stands_against, exclusion.worker) == (today, None, cast.amara)


def test_nobody_lifts_their_own_exclusion(cast: SimpleNamespace, today: date) -> None:
    exclusion = ExclusionFactory(case=cast.case, worker=cast.bilal)
    with as_role("camden_app"), acting_as(cast.bilal):
        with pytest.raises(DatabaseError, match="no such record"), transaction.atomic():
            lift_exclusion(exclusion=exclusion, on=today)
        assert not Exclusion.objects.exists(), "they do not even learn of it"
    assert not sees(cast.bilal)


def test_somebody_is_excluded_once_at_a_time(cast: SimpleNamespace, today: date) -> None:
    ExclusionFactory(case=cast.case, worker=cast.amara)
    with as_role("camden_app"), acting_as(cast.bilal), pytest.raises(IntegrityError, match="excluded_once"):
        exclude_worker(case=cast.case, worker=cast.amara, reason="Again", on=today)


def test_a_restricted_record_is_open_to_those_involved_and_nobody_else(cast: SimpleNamespace) -> None:
    with as_role("camden_app"), acting_as(cast.bilal):
        restrict(case=cast.case, restricted=True)
    assert sees(cast.amara)
    assert not sees(cast.bilal)
    assert not sees(cast.cora)
    with as_role("camden_app"), acting_as(cast.amara):
        restrict(case=cast.case, restricted=False)
    assert sees(cast.bilal) and sees(cast.cora)


def test_an_invisible_record_is_refused_like_none_at_all(cast: SimpleNamespace, today: date) -> None:
    exclusion = ExclusionFactory(case=cast.case, worker=cast.cora)
    nobody = Case(pk=987_654)
    said = set()
    with as_role("camden_app"), acting_as(cast.dan):
        for attempt in (
            lambda: exclude_worker(case=cast.case, worker=cast.amara, reason="x", on=today),
            lambda: exclude_worker(case=nobody, worker=cast.amara, reason="x", on=today),
            lambda: lift_exclusion(exclusion=exclusion, on=today),
            lambda: lift_exclusion(exclusion=Exclusion(pk=987_654, case=cast.case), on=today),
            lambda: restrict(case=cast.case, restricted=True),
            lambda: restrict(case=nobody, restricted=True),
        ):
            with pytest.raises(DatabaseError) as refusal, transaction.atomic():
                attempt()
            said.add((str(refusal.value).splitlines()[0], refusal.value.__cause__.pgcode))
    assert said == {("no such record", "P0002")}
    assert not Recorded.objects.exists()


def test_a_restricted_record_is_never_left_with_nobody_who_sees_it(cast: SimpleNamespace, today: date) -> None:
    with as_role("camden_app"), acting_as(cast.bilal):
        restrict(case=cast.case, restricted=True)
    with as_role("camden_app"), acting_as(cast.amara):
        leads = list(Involvement.objects.present().filter(case=cast.case))
        for involvement in leads[:-1]:
            end_involvement(involvement=involvement, on=today)
        with pytest.raises(NotAllocated, match="nobody else sees it"):
            end_involvement(involvement=leads[-1], on=today)
        with pytest.raises(IntegrityError, match="nobody would see"), transaction.atomic():
            exclude_worker(case=cast.case, worker=cast.amara, reason="A cousin", on=today)
    assert sees(cast.amara)


def test_a_record_with_nobody_involved_cannot_be_restricted(cast: SimpleNamespace, today: date) -> None:
    Involvement.objects.filter(case=cast.case).update(ended_on=today)
    with as_role("camden_app"), acting_as(cast.bilal):
        with pytest.raises(IntegrityError, match="nobody would see"), transaction.atomic():
            restrict(case=cast.case, restricted=True)
        assert not Case.objects.get(pk=cast.case.pk).is_restricted

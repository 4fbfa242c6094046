"""The family's record."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import IntegrityError, connection

from cases.models import Case
from cases.models.case import OfCase
from tests.factories.cases import CaseFactory, ChildFactory, EpisodeFactory, InvolvementFactory

pytestmark = pytest.mark.django_db


def test_everything_beneath_a_record_says_whose_it_is() -> None:
    """Row-level security reads `case_id`: empty, it would close the row to everybody; missing, open it to all."""
    beneath = [model for model in apps.get_app_config("cases").get_models() if issubclass(model, OfCase)]
    assert len(beneath) >= 12
    with connection.cursor() as cursor:
        for model in beneath:
            cursor.execute(
                "select attnotnull from pg_attribute where attrelid = %s::regclass and attname = 'case_id'",
                [model._meta.db_table],
            )
            assert (model.__name__, cursor.fetchone()) == (model.__name__, (True,))


def test_a_record_is_open_from_its_first_day_until_the_day_it_closes() -> None:
    case = CaseFactory(opened_on=date(2026, 8, 20), closed_on=date(2026, 10, 1))
    for day, is_open in ((19, False), (20, True)):
        assert Case.objects.open_on(date(2026, 8, day)).exists() == is_open
    assert case in Case.objects.open_on(date(2026, 9, 30))
    assert not Case.objects.open_on(date(2026, 10, 1)).exists()


def test_a_record_closes_after_it_opens() -> None:
    with pytest.raises(IntegrityError, match="case_closes_after_it_opens"):
        CaseFactory(opened_on=date(2026, 8, 20), closed_on=date(2026, 8, 19))


def test_a_record_waits_while_a_child_in_need_has_no_lead(cast: SimpleNamespace) -> None:
    assert not Case.objects.unallocated().exists()
    child = EpisodeFactory(child=ChildFactory(case=cast.case)).child
    assert list(Case.objects.unallocated()) == [cast.case]
    InvolvementFactory(child=child, worker=cast.dan, team=cast.elsewhere, is_cover=True)
    assert list(Case.objects.unallocated()) == [cast.case], "cover is no lead"
    InvolvementFactory(child=child, worker=cast.amara, team=cast.pod)
    assert not Case.objects.unallocated().exists()


def test_a_closed_record_and_a_child_not_in_need_wait_for_nobody() -> None:
    EpisodeFactory(closed_on=date(2026, 10, 1), closure_reason="RC1")
    EpisodeFactory(child__case__closed_on=date(2026, 10, 1))
    ChildFactory()
    assert not Case.objects.unallocated().exists()


def test_a_record_is_not_deleted_while_anything_hangs_beneath_it(cast: SimpleNamespace) -> None:
    with pytest.raises(IntegrityError):
        cast.case.delete()


def test_its_page(cast: SimpleNamespace) -> None:
    assert cast.case.get_absolute_url() == f"/cases/{cast.case.pk}/"
    assert str(cast.case) == "Rahman–Khatun"

"""Fetching is checking, and what was fetched was opened."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.http import Http404

from camden.audit import Opened
from cases.lookup import get_case, get_child, get_visit
from cases.models import Member
from tests.factories.cases import ChildFactory, VisitFactory


def request_of(user: Any) -> Any:
    return SimpleNamespace(user=user, opened=Opened())


def test_what_is_fetched_is_noted_as_opened(cast: SimpleNamespace) -> None:
    visit = VisitFactory(case=cast.case, worker=cast.amara)
    for fetch, keys, found in (
        (get_case, (cast.case.pk,), cast.case),
        (get_child, (cast.case.pk, cast.children[0].pk), cast.children[0]),
        (get_visit, (cast.case.pk, visit.pk), visit),
    ):
        request = request_of(cast.amara)
        assert fetch(request, *keys) == found
        assert request.opened.cases == {cast.case.pk}


def test_what_is_invisible_and_what_is_not_there_are_not_found_and_not_opened(cast: SimpleNamespace) -> None:
    visit = VisitFactory(case=cast.case, worker=cast.amara)
    for fetch, key in ((get_case, None), (get_child, cast.children[0].pk), (get_visit, visit.pk)):
        for case in (cast.case.pk, 987_654):
            request = request_of(cast.dan)
            with pytest.raises(Http404) as missing:
                fetch(request, *([case] if key is None else [case, key]))
            assert not str(missing.value)
            assert not request.opened.cases


@pytest.mark.parametrize("fetch", [get_child, get_visit])
def test_a_row_of_another_record_is_not_found_beneath_this_one(
    cast: SimpleNamespace, fetch: Callable[..., Any]
) -> None:
    other = ChildFactory(case__team_ids=[cast.pod.pk])
    visit = VisitFactory(case=other.case, worker=cast.amara)
    for key in (other.pk if fetch is get_child else visit.pk, 987_654):
        with pytest.raises(Http404):
            fetch(request_of(cast.amara), cast.case.pk, key)


def test_an_adult_is_no_child(cast: SimpleNamespace) -> None:
    mother = ChildFactory(case=cast.case, kind=Member.Kind.ADULT)
    with pytest.raises(Http404):
        get_child(request_of(cast.amara), cast.case.pk, mother.pk)


def test_fetching_a_visit_brings_its_worker_and_its_account(
    cast: SimpleNamespace, django_assert_num_queries: Any
) -> None:
    visit = VisitFactory(case=cast.case, worker=cast.amara, account="We baked.")
    assert cast.amara.scope_team_ids
    with django_assert_num_queries(2):
        found = get_visit(request_of(cast.amara), cast.case.pk, visit.pk)
        assert (found.worker.name, found.account.words, found.case.name) == ("Amara Obi", "We baked.", "Rahman–Khatun")

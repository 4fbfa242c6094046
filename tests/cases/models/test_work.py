"""Episodes, involvements, exclusions, visits: what the database refuses whoever writes it."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import IntegrityError, transaction

from cases.models import Episode, Involvement, VisitChild
from tests.factories.cases import (
    ChildFactory,
    EpisodeFactory,
    ExclusionFactory,
    InvolvementFactory,
    VisitFactory,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"closed_on": date(2026, 10, 1)}, "a_closing_has_its_day_and_its_reason"),
        ({"closure_reason": "RC1"}, "a_closing_has_its_day_and_its_reason"),
        ({"closed_on": date(2026, 8, 1), "closure_reason": "RC1"}, "daterange|range lower bound|closes_after"),
    ],
)
def test_an_episode_ends_once_with_its_reason_and_after_it_began(facts: dict, constraint: str) -> None:
    with pytest.raises(Exception, match=constraint):
        EpisodeFactory(**facts)


def test_a_childs_episodes_do_not_overlap_and_may_touch() -> None:
    closed = EpisodeFactory(referred_on=date(2026, 1, 1), closed_on=date(2026, 3, 1), closure_reason="RC1")
    EpisodeFactory(child=closed.child, referred_on=date(2026, 3, 1))
    with pytest.raises(IntegrityError, match="one_open_episode_for_each_child"), transaction.atomic():
        EpisodeFactory(child=closed.child, referred_on=date(2026, 5, 1))
    with pytest.raises(IntegrityError, match="episodes_of_a_child_do_not_overlap"):
        EpisodeFactory(
            child=closed.child, referred_on=date(2026, 2, 1), closed_on=date(2026, 2, 2), closure_reason="RC1"
        )


def test_a_child_whose_lead_ended_waits_again(cast: SimpleNamespace) -> None:
    anisa = cast.children[0]
    assert not Episode.objects.without_lead().exists()
    Involvement.objects.filter(child=anisa).update(ended_on=date(2026, 11, 1))
    assert [episode.child for episode in Episode.objects.without_lead()] == [anisa]


def test_only_a_lead_who_is_there_and_covers_for_nobody_leads_now(cast: SimpleNamespace) -> None:
    child = ChildFactory(case=cast.case)
    told = {"child": child, "worker": cast.amara, "team": cast.pod}
    for facts, leads in (
        ({"ended_on": date(2026, 9, 1)}, None),
        ({"is_cover": True}, None),
        ({"role": "co-worker"}, None),
        ({}, True),
    ):
        involvement = InvolvementFactory(**told, **facts)
        involvement.refresh_from_db()
        assert involvement.leads_now is leads


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"ended_on": date(2026, 8, 20)}, "involvement_ends_after_it_starts"),
        ({"role": "co-worker", "change_reason": "MANAGE"}, "only_a_change_of_lead_carries_a_reason"),
        ({"is_cover": True, "change_reason": "MANAGE"}, "only_a_change_of_lead_carries_a_reason"),
        ({}, "one_lead_for_each_child"),
    ],
)
def test_an_involvement_that_can_never_be(cast: SimpleNamespace, facts: dict, constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        InvolvementFactory(child=cast.children[0], worker=cast.dan, team=cast.elsewhere, **facts)


def test_present_work_lists_leads_first(cast: SimpleNamespace) -> None:
    told = {"child": cast.children[0], "team": cast.pod, "started_on": date(2026, 1, 5)}
    InvolvementFactory(**told, worker=cast.bilal, role="co-worker")
    InvolvementFactory(**told, worker=cast.dan, role="co-worker", ended_on=date(2026, 2, 1))
    present = Involvement.objects.filter(child=cast.children[0]).present()
    assert [involvement.worker for involvement in present] == [cast.amara, cast.bilal]


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"stands_against": None}, "an_exclusion_stands_until_it_is_lifted"),
        ({"lifted_on": date(2026, 10, 1), "stands_against": 1}, "an_exclusion_stands_until_it_is_lifted"),
        ({"lifted_on": date(2026, 8, 1)}, "exclusion_lifts_after_it_starts"),
    ],
)
def test_an_exclusion_stands_until_it_is_lifted(cast: SimpleNamespace, facts: dict, constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        ExclusionFactory(case=cast.case, worker=cast.amara, **facts)


def test_an_exclusion_never_stands_against_somebody_else(cast: SimpleNamespace) -> None:
    with pytest.raises(IntegrityError, match="an_exclusion_stands_until_it_is_lifted"):
        ExclusionFactory(case=cast.case, worker=cast.amara, stands_against=cast.bilal.pk)


def test_a_child_is_once_in_a_visit_and_seen_in_a_way_that_is_known(cast: SimpleNamespace) -> None:
    visit = VisitFactory(case=cast.case, worker=cast.amara)
    part = {"case": cast.case, "visit": visit, "child": cast.children[0]}
    with pytest.raises(IntegrityError, match="seen_is_said_in_one_of"), transaction.atomic():
        VisitChild.objects.create(**part, seen="through a window")
    VisitChild.objects.create(**part, seen="alone")
    with pytest.raises(IntegrityError, match="a_child_is_once_in_a_visit"):
        VisitChild.objects.create(**part, seen="alone")


def test_a_visit_says_its_page_and_never_its_words(cast: SimpleNamespace) -> None:
    visit = VisitFactory(case=cast.case, worker=cast.amara, account="Anisa cried")
    assert visit.get_absolute_url() == f"/cases/{cast.case.pk}/visits/{visit.pk}/"
    assert "Anisa" not in str(visit) + str(visit.account)

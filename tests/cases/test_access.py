"""Which records a person sees, one clause at a time. The guard of random worlds asks for all of them together."""

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser

from camden.access import Role
from cases.access import OPENS_THE_CASE, CaseScope
from cases.models import Case, Involvement, Member
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.cases import CaseFactory, ExclusionFactory, InvolvementFactory

pytestmark = pytest.mark.django_db


def sees(person: object) -> bool:
    return Case.objects.visible_to(person).exists()


def test_the_team_sees_the_record_and_so_do_those_above_it(cast: SimpleNamespace) -> None:
    Involvement.objects.all().delete()
    assert [name for name in ("amara", "bilal", "cora", "dan", "eve") if sees(getattr(cast, name))] == [
        "amara",
        "bilal",
        "cora",
    ]


def test_those_beneath_the_team_that_has_the_record_do_not_see_it(cast: SimpleNamespace) -> None:
    Involvement.objects.all().delete()
    Case.objects.update(team_ids=[cast.team.pk])
    assert not sees(cast.amara)
    assert sees(cast.bilal)


def test_nobody_sees_a_record_on_no_teams_list(cast: SimpleNamespace) -> None:
    Involvement.objects.all().delete()
    Case.objects.update(team_ids=[])
    assert not any(sees(getattr(cast, name)) for name in ("amara", "bilal", "cora", "dan", "eve"))


@pytest.mark.parametrize("scope", CaseScope)
def test_an_involvement_opens_the_record_according_to_its_scope(cast: SimpleNamespace, scope: CaseScope) -> None:
    worker = UserFactory()
    involvement = InvolvementFactory(
        child=cast.children[0], worker=worker, team=cast.elsewhere, role="other", scope=scope
    )
    assert sees(worker) == (scope in OPENS_THE_CASE) == (scope in ("full", "duty", "audit"))
    Involvement.objects.filter(pk=involvement.pk).update(ended_on="2026-10-30")
    assert not sees(worker)


def test_a_restriction_leaves_only_those_involved(cast: SimpleNamespace) -> None:
    Case.objects.update(is_restricted=True)
    assert sees(cast.amara)
    assert not sees(cast.bilal) and not sees(cast.cora)


def test_an_exclusion_beats_team_and_involvement_and_stands_against_nobody_else(cast: SimpleNamespace) -> None:
    ExclusionFactory(case=cast.case, worker=cast.amara)
    assert not sees(cast.amara)
    assert sees(cast.bilal)


def test_an_exclusion_from_one_record_leaves_the_others_open(cast: SimpleNamespace) -> None:
    other = CaseFactory(team_ids=[cast.pod.pk])
    ExclusionFactory(case=cast.case, worker=cast.amara)
    assert list(Case.objects.visible_to(cast.amara)) == [other]


def test_an_exclusion_that_was_lifted_opens_the_record_again(cast: SimpleNamespace) -> None:
    ExclusionFactory(case=cast.case, worker=cast.amara, lifted_on="2026-10-01")
    assert sees(cast.amara)


def test_somebody_inactive_and_somebody_unknown_see_nothing(cast: SimpleNamespace) -> None:
    cast.amara.is_active = False
    assert not sees(cast.amara)
    assert not sees(AnonymousUser())


def test_a_record_that_opens_in_two_ways_is_there_once(cast: SimpleNamespace) -> None:
    """Amara sees it by her team and by her work with each of three children."""
    MembershipFactory(user=cast.amara, team=cast.service, role=Role.SERVICE_MANAGER)
    assert list(Case.objects.visible_to(cast.amara)) == [cast.case]
    assert Member.objects.visible_to(cast.amara).count() == 3


def test_rows_beneath_a_record_are_seen_when_it_is(cast: SimpleNamespace) -> None:
    assert Member.objects.visible_to(cast.bilal).count() == 3
    assert not Member.objects.visible_to(cast.dan).exists()

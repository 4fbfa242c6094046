"""A referral that is accepted opens an episode of need."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from camden.models import Recorded
from camden.principal import acting_as
from cases.models import Case, ChronologyEntry, Episode
from cases.operations.referrals import accept_referral
from tests.conftest import as_role
from tests.factories.cases import ChildFactory


def test_an_accepted_referral_opens_an_episode_and_is_on_the_timeline(cast: SimpleNamespace, today: date) -> None:
    child = ChildFactory(case=cast.case, given_name="Noor")
    with as_role("camden_app"), acting_as(cast.bilal):
        episode = accept_referral(child=child, on=today, source="2A", primary_need="N4")
    assert (episode.referred_on, episode.closed_on) == (today, None)
    entry = ChronologyEntry.objects.get()
    assert entry.summary.startswith("Referral about Noor from ")
    assert list(entry.children.all()) == [child]
    assert Recorded.objects.get().subject == "cases.Episode"
    assert list(Case.objects.visible_to(cast.bilal).unallocated()) == [cast.case], "Noor waits for a worker"


def test_a_child_has_one_episode_at_a_time(cast: SimpleNamespace, today: date) -> None:
    with as_role("camden_app"), acting_as(cast.bilal), pytest.raises(IntegrityError, match="one_open_episode"):
        accept_referral(child=cast.children[0], on=today, source="2A", primary_need="N4")
    assert not ChronologyEntry.objects.exists()


def test_a_child_may_be_referred_again_on_the_day_of_the_closing_and_not_before(
    cast: SimpleNamespace, today: date
) -> None:
    child = cast.children[0]
    Episode.objects.filter(child=child).update(closed_on=today, closure_reason="RC1")
    with as_role("camden_app"), acting_as(cast.bilal):
        with pytest.raises(IntegrityError, match="do_not_overlap"):
            accept_referral(child=child, on=date(2026, 10, 1), source="2A", primary_need="N4")
        assert accept_referral(child=child, on=today, source="2A", primary_need="N4").pk


def test_nobody_refers_a_child_of_a_record_they_do_not_see(cast: SimpleNamespace, today: date) -> None:
    child = ChildFactory(case=cast.case)
    refused = pytest.raises(DatabaseError, match="row-level security")
    with as_role("camden_app"), acting_as(cast.dan), refused, transaction.atomic():
        accept_referral(child=child, on=today, source="2A", primary_need="N4")

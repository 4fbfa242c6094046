"""A referral that is accepted opens an episode of need."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from camden.models import Recorded
from camden.principal import acting_as
from cases.models import (
    Assessment,
    AssessmentChild,
    Case,
    ChronologyEntry,
    Episode,
    Member,
    Referral,
    ReferralChild,
)
from cases.operations.referrals import (
    ReferralDecidedBefore,
    ReferralRefused,
    accept_referral,
    decide_referral,
    log_referral_feedback,
)
from tests.conftest import as_role
from tests.factories.cases import ChildFactory, EpisodeFactory
from tests.factories.journey_door import ReferralFactory


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


AT = datetime(2026, 11, 3, 10, tzinfo=UTC)


@pytest.fixture
def referral(cast: SimpleNamespace) -> Referral:
    """About Noor and Sami, who are not in need yet; it came the afternoon before."""
    cast.noor, cast.sami = (ChildFactory(case=cast.case, given_name=name) for name in ("Noor", "Sami"))
    return ReferralFactory(case=cast.case, about=[cast.noor, cast.sami], received_at=AT - timedelta(hours=18))


def decide(referral: Referral, by: Any, **said: Any) -> None:
    usual: dict[str, Any] = {"outcomes": ["assessment"], "rationale": "To understand.", "primary_need": "N4"}
    decide_referral(referral=referral, by=by, at=AT, **usual | said)


def test_an_accepted_child_is_in_need_from_the_day_of_the_referral_and_assessed_from_then(
    cast: SimpleNamespace, referral: Referral
) -> None:
    with as_role("camden_app"), acting_as(cast.bilal):
        decide(referral, cast.bilal, accepted=[cast.noor])
        parts = {part.child: part.episode for part in ReferralChild.objects.filter(referral=referral)}
    assert parts[cast.noor].is_open and parts[cast.noor].referred_on == date(2026, 11, 2)
    assert parts[cast.sami].no_further_action, "who was not chosen is noted, and is not in need"
    assessment = Assessment._base_manager.get()
    assert (assessment.counts_from_on, assessment.started_on) == (date(2026, 11, 2), date(2026, 11, 3))
    assert [part.child for part in AssessmentChild.objects.all()] == [cast.noor]
    said = [entry.summary for entry in ChronologyEntry.objects.order_by("pk")]
    assert said == [
        "Bilal Aziz began an assessment of Noor",
        "Bilal Aziz decided the referral about Noor: single assessment",
    ]


def test_no_further_action_keeps_the_referral_and_opens_nothing(cast: SimpleNamespace, referral: Referral) -> None:
    with as_role("camden_app"), acting_as(cast.bilal):
        decide(referral, cast.bilal, outcomes=["no-further-action"], primary_need="")
        found = Episode.objects.filter(part__referral=referral)
        assert [(each.no_further_action, each.primary_need) for each in found] == [(True, ""), (True, "")]
    assert not Assessment._base_manager.exists()


@pytest.mark.parametrize(
    ("said", "about", "sentence"),
    [
        ({"outcomes": ["no-further-action", "other"]}, "outcomes", "stands alone"),
        ({"outcomes": ["no-further-action"], "accepted": "noor"}, "children", "nobody becomes"),
        ({"accepted": ""}, "children", "for which children"),
        ({"accepted": "noor", "primary_need": ""}, "primary_need", "main need"),
        ({"outcomes": []}, "outcomes", "leads to"),
        ({"outcomes": ["a new thing"]}, "outcomes", "leads to"),
    ],
)
def test_a_decision_that_says_two_things_is_refused_in_words(
    cast: SimpleNamespace, referral: Referral, said: dict[str, Any], about: str, sentence: str
) -> None:
    said = said | {"accepted": [cast.noor] if said.get("accepted") else []}
    with as_role("camden_app"), acting_as(cast.bilal), pytest.raises(ReferralRefused, match=sentence) as found:
        decide(referral, cast.bilal, **said)
    assert found.value.about == about


def test_two_managers_make_one_decision(cast: SimpleNamespace, referral: Referral) -> None:
    same = Referral._base_manager.get()
    with as_role("camden_app"), acting_as(cast.bilal):
        decide(referral, cast.bilal, accepted=[cast.noor])
    with as_role("camden_app"), acting_as(cast.cora), pytest.raises(ReferralDecidedBefore):
        decide(same, cast.cora, outcomes=["no-further-action"], primary_need="")
    assert Episode.objects.filter(part__referral=referral).count() == 2


def test_a_child_in_need_already_is_not_taken_twice(cast: SimpleNamespace, referral: Referral) -> None:
    EpisodeFactory(child=cast.noor, referred_on=date(2026, 11, 1))
    with as_role("camden_app"), acting_as(cast.bilal), pytest.raises(ReferralRefused, match="in need already, since"):
        decide(referral, cast.bilal, accepted=[cast.noor])


def test_a_referral_does_not_fall_into_time_that_closed_later(cast: SimpleNamespace, referral: Referral) -> None:
    EpisodeFactory(child=cast.noor, closed_on=date(2026, 11, 3), closure_reason="RC7")
    with as_role("camden_app"), acting_as(cast.bilal), pytest.raises(ReferralRefused, match="was in need until"):
        decide(referral, cast.bilal, accepted=[cast.noor])


def test_nobody_is_referred_more_than_forty_weeks_before_birth(cast: SimpleNamespace, referral: Referral) -> None:
    Member.objects.filter(pk=cast.noor.pk).update(born_on=None, expected_on=date(2027, 8, 10))
    cast.noor.refresh_from_db()
    with as_role("camden_app"), acting_as(cast.bilal), pytest.raises(ReferralRefused, match="40 weeks"):
        decide(referral, cast.bilal, accepted=[cast.noor])


def test_a_closed_record_is_open_again_when_a_child_of_it_is_in_need(cast: SimpleNamespace, referral: Referral) -> None:
    Case.objects.filter(pk=cast.case.pk).update(closed_on=date(2026, 10, 1))
    with as_role("camden_app"), acting_as(cast.bilal):
        decide(referral, cast.bilal, accepted=[cast.noor])
    assert Case.objects.get(pk=cast.case.pk).closed_on is None


def test_a_child_who_is_being_assessed_already_does_not_get_a_second(cast: SimpleNamespace, referral: Referral) -> None:
    began = date(2026, 10, 1)
    help_first = Assessment.objects.create(
        case=cast.case, legal_basis="early-help", counts_from_on=began, started_on=began
    )
    AssessmentChild.objects.create(case=cast.case, assessment=help_first, child=cast.noor, started_on=began)
    with as_role("camden_app"), acting_as(cast.bilal):
        decide(referral, cast.bilal, accepted=[cast.noor, cast.sami])
    second = Assessment.objects.exclude(pk=help_first.pk).get()
    assert list(second.children.all()) == [cast.sami]


def test_who_told_the_referrer_is_logged_once(cast: SimpleNamespace, referral: Referral) -> None:
    with as_role("camden_app"), acting_as(cast.bilal):
        with pytest.raises(ReferralRefused, match="only after"):
            log_referral_feedback(referral=referral, by=cast.bilal, at=AT)
        decide(referral, cast.bilal, accepted=[cast.noor])
        log_referral_feedback(referral=referral, by=cast.bilal, at=AT, how="by letter")
        with pytest.raises(ReferralDecidedBefore):
            log_referral_feedback(referral=referral, by=cast.bilal, at=AT)
    last = ChronologyEntry.objects.order_by("pk").last()
    assert last and last.summary == "Bilal Aziz told the referrer what came of the referral: by letter"

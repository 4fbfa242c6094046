"""Who sees a record only because they are on duty is told so, until when; others are not."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from django.db.models.functions import Now
from django.utils import timezone

from camden.models import User
from camden.rules.moments import until_in_words
from cases.models import Case
from cases.readings.duty import seen_on_duty_until
from tests.factories.camden import DutyFactory, MembershipFactory
from tests.factories.cases import InvolvementFactory


def said(cast: SimpleNamespace, person: Any) -> str:
    person = User.objects.get(pk=person.pk)
    case = Case.objects.visible_to(person).saying_whose(person).get()
    return seen_on_duty_until(case, person, timezone.now())


def test_only_duty_opens_it(cast: SimpleNamespace) -> None:
    duty = DutyFactory(worker=cast.dan, team=cast.service)
    duty.refresh_from_db()
    assert said(cast, cast.dan) == until_in_words(duty.ends_at, timezone.now())


def test_the_last_of_the_duties_that_reach_it_counts(cast: SimpleNamespace) -> None:
    DutyFactory(worker=cast.dan, team=cast.pod)
    longer = DutyFactory(worker=cast.dan, team=cast.team, ends_at=Now() + timedelta(hours=11))
    DutyFactory(worker=cast.dan, team=cast.elsewhere, ends_at=Now() + timedelta(hours=23))
    longer.refresh_from_db()
    assert said(cast, cast.dan) == until_in_words(longer.ends_at, timezone.now())


def test_a_team_or_work_of_ones_own_opens_it_too(cast: SimpleNamespace) -> None:
    for person in (cast.amara, cast.bilal, cast.cora):
        DutyFactory(worker=person, team=cast.service)
        assert said(cast, person) == ""
    DutyFactory(worker=cast.dan, team=cast.service)
    InvolvementFactory(child=cast.children[0], worker=cast.dan, team=cast.elsewhere, role="co-worker")
    assert said(cast, cast.dan) == ""


def test_a_consultation_opens_nothing_by_itself(cast: SimpleNamespace) -> None:
    DutyFactory(worker=cast.dan, team=cast.service)
    facts = {"child": cast.children[0], "worker": cast.dan, "team": cast.elsewhere, "role": "clinician"}
    InvolvementFactory(scope="consultation", **facts)
    assert said(cast, cast.dan)


def test_a_place_in_the_team_that_ended_opens_nothing(cast: SimpleNamespace) -> None:
    MembershipFactory(user=cast.dan, team=cast.pod, ended_on="2026-10-01")
    DutyFactory(worker=cast.dan, team=cast.service)
    assert said(cast, cast.dan)

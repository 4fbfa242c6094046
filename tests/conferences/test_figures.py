"""Reminders and figures: what waits, and nothing that blames."""

from datetime import date
from types import SimpleNamespace

import pytest

from camden.reminders import Standing
from conferences.measures import Offers, offers
from conferences.models import ConferenceStage, FamilyConference, PlanItem
from conferences.reminders import due_for
from tests.factories.conferences import ConferenceFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 3)


def test_a_referral_waits_for_the_coordinators_first_contact_and_then_no_more(conferred: SimpleNamespace) -> None:
    (reminder,) = due_for(conferred.samira, TODAY)
    assert (reminder.kind, reminder.about) == ("conference-referral", "Anisa, Imran and Zayd")
    assert reminder.url == conferred.conference.get_absolute_url()
    assert list(reminder.case_ids) == [conferred.case.pk]
    ConferenceStage.objects.create(
        case=conferred.case,
        conference=conferred.conference,
        stage="preparing",
        happened_on=TODAY,
        said_by=conferred.samira,
    )
    assert due_for(conferred.samira, TODAY) == []
    assert due_for(conferred.aroha, TODAY) == []


def test_a_plan_waits_for_the_worker_who_referred_and_is_never_late(conferred: SimpleNamespace) -> None:
    conference = ConferenceFactory(case=conferred.case, referred_by=conferred.amara, stage="held")
    FamilyConference.objects.filter(pk=conference.pk).update(plan_given_on=date(2026, 10, 1))
    (reminder,) = due_for(conferred.amara, TODAY)
    assert reminder.kind == "family-plan-waits" and reminder.url.endswith("/agreement/")
    assert reminder.standing(TODAY) is Standing.AHEAD
    assert due_for(conferred.bilal, TODAY) == []


def test_a_relatives_promise_is_nobodys_reminder(conferred: SimpleNamespace) -> None:
    conference = ConferenceFactory(case=conferred.case, referred_by=conferred.amara, stage="active")
    PlanItem.objects.create(
        case=conferred.case, conference=conference, what="Come on Saturdays", who="Ngozi", whose="family"
    )
    assert due_for(conferred.amara, TODAY) == []


def test_figures_count_conferences_and_not_steps(conferred: SimpleNamespace) -> None:
    ConferenceFactory(case=conferred.case, referred_by=conferred.amara, stage="active")
    expected = Offers(offered=2, accepted=2, held=1, agreed=1)
    assert offers(conferred.team, TODAY) == offers(conferred.service, TODAY) == expected
    assert offers(conferred.elsewhere, TODAY) == Offers(0, 0, 0, 0)
    assert offers(conferred.team, date(2028, 1, 1)) == Offers(0, 0, 0, 0)


def test_figures_take_two_questions(conferred: SimpleNamespace, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(2):  # type: ignore[operator]
        offers(conferred.team, TODAY)

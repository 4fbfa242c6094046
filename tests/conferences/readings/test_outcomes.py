"""What came of conferences: each child against the day of the referral, and every family at its thresholds."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from camden.principal import acting_as
from cases.models import Case, Episode, Relationship
from cases.rules.happenings import Happened as H
from cases.rules.ladder import Status
from conferences.models import (
    AgencyAnswer,
    FamilyConference,
    FamilyMeeting,
    Outcome,
    PlanItem,
    PlanReview,
    PromiseHeard,
)
from conferences.readings.journeys import Days, between, journeys_of
from conferences.readings.outcomes import followed, told_of
from conferences.rules.consent import Threshold
from conferences.rules.evidence import Side, sides
from conferences.rules.measuring import Share, measures
from tests.conftest import as_role
from tests.factories.cases import ChildFactory, HouseholdFactory
from tests.factories.conferences import ConferenceFactory
from tests.factories.journey_clocks import happened, need_plan, protection_plan

pytestmark = pytest.mark.django_db
REFERRED, MET, ON = date(2025, 3, 3), date(2025, 4, 7), date(2026, 11, 3)


@pytest.fixture
def met(conferred: SimpleNamespace) -> FamilyConference:
    """A conference that met nineteen months ago, for children who had a child protection plan then."""
    Episode.objects.filter(case=conferred.case).update(referred_on=date(2025, 1, 6))
    for child in conferred.children:
        protection_plan(child, date(2025, 2, 3), ended_on=date(2025, 10, 1), end_reason="step-down")
        need_plan(child, date(2025, 10, 1))
    conference = ConferenceFactory(
        case=conferred.case, referred_by=conferred.amara, coordinator=conferred.samira, referred_on=REFERRED,
        stage="active", threshold="protection",
    )  # fmt: skip
    FamilyMeeting.objects.create(
        case=conferred.case, conference=conference, held_on=MET, mothers_side=3, fathers_side=2, others=1,
        professionals=2, father_came=True, children_there=1, children_with_advocate=1,
    )  # fmt: skip
    return conference


def test_a_child_stands_a_year_later_where_the_record_says_and_not_where_it_says_today(met: FamilyConference) -> None:
    (told,) = told_of([met], ON)
    assert [child.steps for child in told.children] == [-1, -1, -1]
    (told,) = told_of([met], ON, months=3)
    assert [child.steps for child in told.children] == [0, 0, 0]


def test_a_conference_that_is_not_so_old_says_nothing_of_its_children(met: FamilyConference) -> None:
    (told,) = told_of([met], date(2026, 4, 6))
    assert told.children == []
    (told,) = told_of([met], date(2026, 4, 7))
    assert len(told.children) == 3


def test_care_proceedings_and_kin_are_counted_from_the_referral(
    conferred: SimpleNamespace, met: FamilyConference
) -> None:
    anisa, imran, zayd = conferred.children
    happened(anisa, H.LOOKED_AFTER_BEGAN, date(2025, 5, 1))
    happened(anisa, H.LOOKED_AFTER_ENDED, date(2025, 5, 31))
    happened(imran, H.LOOKED_AFTER_BEGAN, date(2025, 2, 1))
    happened(zayd, H.PROCEEDINGS_ISSUED, date(2025, 6, 2))
    ngozi = ChildFactory(case=met.case, kind="adult", given_name="Ngozi", family_name="")
    Relationship.objects.create(case=met.case, one=ngozi, other=anisa, kind="grandparent")
    home = HouseholdFactory(case=met.case, name="At Nan’s", people=[ngozi])
    home.memberships.create(case=met.case, member=anisa, started_on=date(2025, 5, 11))
    first, second, third = told_of([met], ON)[0].children
    assert (first.came_into_care, first.came_home, first.days_in_care, first.days_with_kin) == (True, None, 30, 20)
    assert (second.came_into_care, second.came_home) == (None, False)
    assert second.days_in_care == (date(2026, 4, 7) - REFERRED).days and second.days_with_kin == 0
    assert (first.proceedings, second.proceedings, third.proceedings) == (False, False, True)


def test_a_home_with_a_parent_in_it_is_no_kinship_care(conferred: SimpleNamespace, met: FamilyConference) -> None:
    anisa = conferred.children[0]
    happened(anisa, H.LOOKED_AFTER_BEGAN, date(2025, 5, 1))
    nan, mum = (ChildFactory(case=met.case, kind="adult", given_name=name, family_name="") for name in ("Nan", "Mum"))
    Relationship.objects.create(case=met.case, one=nan, other=anisa, kind="grandparent")
    Relationship.objects.create(case=met.case, one=mum, other=anisa, kind="mother")
    HouseholdFactory(case=met.case, name="Both", people=[nan, mum, anisa])
    assert told_of([met], ON)[0].children[0].days_with_kin == 0


def test_who_died_is_counted_as_no_step_down_even_where_the_day_is_not_known(
    conferred: SimpleNamespace, met: FamilyConference
) -> None:
    conferred.children[2].has_died = True
    conferred.children[2].save()
    assert [child.steps for child in told_of([met], ON)[0].children] == [-1, -1, None]


def test_all_that_the_measures_count_is_told(conferred: SimpleNamespace, met: FamilyConference) -> None:
    own: dict[str, Any] = {"case": met.case, "conference": met}
    AgencyAnswer.objects.create(**own, answer="awaiting", answered_by=conferred.amara, answered_on=MET)
    AgencyAnswer.objects.create(
        **own, answer="agreed", answered_by=conferred.amara, decided_by=conferred.bilal, answered_on=MET
    )
    items = [PlanItem.objects.create(**own, what=what, who="Nan", whose="family") for what in ("Tea", "School")]
    for day, went in ((date(2025, 6, 2), "part"), (date(2025, 8, 4), "done")):
        review = PlanReview.objects.create(**own, held_on=day, written_by=conferred.samira)
        PromiseHeard.objects.create(**own, review=review, item=items[0], went=went)
    for timing, control, happy in (("start", 3, None), ("start", 5, None), ("ask-6", 4, 7), ("ask-6", 9, 6)):
        Outcome.objects.create(**own, timing=timing, answered_on=MET, control=control, happy=happy)
    (told,) = told_of([met], ON)
    assert (told.key, told.threshold, told.offered_on) == (met.pk, Threshold.PROTECTION, REFERRED)
    assert (told.accepted_on, told.referred_on, told.held_on) == (REFERRED, REFERRED, MET)
    assert (told.is_agreed, told.is_first, told.promises, told.promises_done) == (True, True, 1, 1)
    assert told.there is not None and (told.there.family, told.there.children) == (6, 3)
    assert (told.happy, told.more_control, told.better_coping) == ([7, 6], [False, True], [])
    counted = measures([told], sees_rows=True)
    assert counted.happy == Share(1, 2) and counted.children.stepped_down == Share(3, 3)
    assert counted.per_professional == 3.0 and counted.days_to_meeting == 35


def test_a_second_conference_is_not_the_first_and_one_without_a_plan_was_not_agreed(
    conferred: SimpleNamespace, met: FamilyConference
) -> None:
    second = ConferenceFactory(case=met.case, referred_by=conferred.amara, referred_on=date(2026, 1, 5), stage="held")
    FamilyMeeting.objects.create(case=met.case, conference=second, held_on=date(2026, 2, 2))
    first, later = told_of([met, second], ON)
    assert (first.is_first, later.is_first) == (True, False)
    assert later.is_agreed is None and later.there is None
    assert later.threshold is Threshold.NEED, "it does not say, and a child in need plan came last"


def test_who_does_not_see_the_record_is_told_nothing_of_its_children(
    conferred: SimpleNamespace, met: FamilyConference
) -> None:
    for who in (conferred.samira, conferred.dan):
        with as_role("camden_app"), acting_as(who):
            assert not journeys_of({met.case_id}).happened and followed(ON) == []
    with as_role("camden_app"), acting_as(conferred.amara):
        assert journeys_of({met.case_id}).status(conferred.children[0].pk, ON) is Status.NEED
        assert {each.threshold for each in followed(ON)} == {Threshold.PROTECTION, Threshold.NEED}


def test_the_number_of_queries_does_not_grow_with_conferences(
    conferred: SimpleNamespace, met: FamilyConference, django_assert_num_queries: Any
) -> None:
    for one in (1, 4):
        for _ in range(one):
            ConferenceFactory(case=met.case, referred_by=conferred.amara, stage="held")
        every = list(FamilyConference.objects.order_by("pk"))
        with django_assert_num_queries(11):
            told_of(every, ON)
        with django_assert_num_queries(4):
            followed(ON)


def test_a_family_is_followed_from_each_threshold_and_an_offer_counts_whatever_they_answered(
    conferred: SimpleNamespace, met: FamilyConference
) -> None:
    happened(conferred.children[0], H.LETTER_BEFORE_PROCEEDINGS, date(2025, 3, 20))
    happened(conferred.children[1], H.LETTER_BEFORE_PROCEEDINGS, date(2025, 4, 2))
    happened(conferred.children[1], H.LOOKED_AFTER_BEGAN, date(2025, 9, 1))
    found = {each.threshold: each for each in followed(ON)}
    assert set(found) == {Threshold.PROTECTION, Threshold.NEED, Threshold.BEFORE_COURT, Threshold.LOOKED_AFTER}
    protection = found[Threshold.PROTECTION]
    assert (protection.key, protection.reached_on) == (met.case_id, date(2025, 2, 3))
    assert (protection.referred_on, protection.happened_on) == (REFERRED, date(2025, 9, 1))
    assert found[Threshold.BEFORE_COURT].reached_on == date(2025, 3, 20)
    assert found[Threshold.BEFORE_COURT].referred_on == date(2026, 10, 20), "the earlier one was not made because of it"
    met.threshold = "before-court"
    met.save()
    assert {each.threshold: each for each in followed(ON)}[Threshold.BEFORE_COURT].referred_on == REFERRED
    counted = sides(followed(ON), threshold=Threshold.BEFORE_COURT, months=12, on=ON)
    assert (counted.referred, counted.other) == (Side(1, 1), Side(0, 0))


def test_what_had_begun_before_is_there_on_the_day_of_the_threshold(conferred: SimpleNamespace) -> None:
    anisa, imran, _ = conferred.children
    happened(anisa, H.LOOKED_AFTER_BEGAN, date(2025, 1, 6))
    need_plan(imran, date(2025, 5, 5))
    (need,) = [each for each in followed(ON) if each.threshold is Threshold.NEED]
    assert need.happened_on == date(2025, 5, 5)
    assert sides([need], threshold=Threshold.NEED, months=12, on=ON).before == 1
    happened(anisa, H.LOOKED_AFTER_ENDED, date(2025, 5, 5))
    (need,) = [each for each in followed(ON) if each.threshold is Threshold.NEED]
    assert need.happened_on is None


def test_proceedings_can_be_followed_and_what_has_no_end_cannot(conferred: SimpleNamespace) -> None:
    need_plan(conferred.children[0], date(2025, 5, 5))
    happened(conferred.children[0], H.PROCEEDINGS_ISSUED, date(2025, 8, 4))
    found = {each.threshold: each for each in followed(ON, event=H.PROCEEDINGS_ISSUED)}
    assert found[Threshold.NEED].happened_on == date(2025, 8, 4)
    assert {each.happened_on for each in followed(ON)} == {None}
    with pytest.raises(KeyError):
        followed(ON, event=H.CHILD_SEEN)


def test_a_family_is_lost_when_the_last_of_its_episodes_ended_with_a_move(conferred: SimpleNamespace) -> None:
    for child in conferred.children:
        need_plan(child, date(2026, 9, 1))
    own = Episode.objects.filter(case=conferred.case)
    away = {"closed_on": date(2026, 10, 1), "closure_reason": "RC5"}
    own.filter(child=conferred.children[0]).update(**away)
    assert followed(ON)[0].lost_on is None, "two children are here still"
    own.update(**away)
    assert followed(ON)[0].lost_on == date(2026, 10, 1)
    assert followed(ON, cases=Case.objects.none()) == []


def test_times_between_two_kinds_of_facts() -> None:
    one, two, three = date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)
    facts = [("in", one), ("out", two), ("in", two), ("in", three), ("other", three)]
    assert between(facts, "in", "out") == [Days(one, two), Days(two, None)]
    assert between([("out", one)], "in", "out") == []
    assert Days(one, three).both(Days(None, two)) == Days(one, two)
    assert Days(one, two).both(Days(two, None)) is None

"""Verbs of conferences, where the walk does not go."""

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace

import pytest
from django.db import IntegrityError, transaction

from camden.access import Role
from camden.models import Membership, Message
from camden.principal import acting_as
from cases.models import Involvement
from conferences.models import (
    AgencyAnswer,
    Brief,
    ConferenceStage,
    FamilyConference,
    FamilyPlan,
    PlanAnswer,
    PlanItem,
)
from conferences.operations.plans import write_plan
from conferences.operations.referrals import NobodyAgreed, name_coordinator, refer
from conferences.operations.stages import NotThatWay, Overtaken, hold_meeting, move
from conferences.rules.stages import Stage
from conferences.rules.words import AnswerSaid, BriefWords, ItemWords, PlanWords
from tests.factories.conferences import ConferenceFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 3)
WORDS = BriefWords(reason="Mum asks for help.", safety="nothing-known")


@pytest.fixture(autouse=True)
def somebody_acts(cast: SimpleNamespace) -> Iterator[None]:
    """Whatever is done is written down as done by somebody who sees the record."""
    with acting_as(cast.bilal):
        yield


@pytest.fixture
def held(conferred: SimpleNamespace) -> FamilyConference:
    """A conference that was held today."""
    conference = ConferenceFactory(
        case=conferred.case, referred_by=conferred.amara, coordinator=conferred.samira, stage="ready"
    )
    hold_meeting(conference=conference, by=conferred.samira, on=TODAY)
    return conference


def plan(*items: ItemWords, answer: str = "Auntie comes.") -> PlanWords:
    return PlanWords(answers=[("Who can help?", answer)], items=list(items))


def asked(answer: str) -> AnswerSaid:
    return AnswerSaid("Shirin", "mother", answer, TODAY)


@pytest.mark.parametrize(
    ("answers", "stages"),
    [
        (["yes", "no"], ["offered", "accepted"]),
        (["no", "no"], ["offered", "declined"]),
        (["no", "thinking"], ["offered"]),
        ([], ["considered"]),
    ],
)
def test_one_yes_is_enough_and_a_no_counts_when_nobody_wants_time(
    cast: SimpleNamespace, answers: list[str], stages: list[str]
) -> None:
    said = [asked(answer) for answer in answers]
    refer(case=cast.case, children=cast.children, by=cast.amara, on=TODAY, words=WORDS, answers=said)
    assert list(ConferenceStage.objects.order_by("pk").values_list("stage", flat=True)) == stages


def test_no_coordinator_is_told_of_a_family_that_did_not_say_yes(conferred: SimpleNamespace) -> None:
    place = Membership.objects.get(user=conferred.aroha)
    said = {"case": conferred.case, "children": conferred.children, "by": conferred.amara, "on": TODAY}
    with pytest.raises(NobodyAgreed):
        refer(**said, words=WORDS, answers=[asked("thinking")], coordinator=place)
    assert not Message.objects.filter(recipient=conferred.aroha).exists()


def test_another_coordinator_gets_the_conference_and_the_first_loses_sight_of_it(conferred: SimpleNamespace) -> None:
    place = Membership.objects.get(user=conferred.aroha, role=Role.CONFERENCE_COORDINATOR)
    name_coordinator(
        conference=conferred.conference, children=conferred.children, membership=place, by=conferred.amara, on=TODAY
    )
    assert [FamilyConference.objects.visible_to(each).exists() for each in (conferred.samira, conferred.aroha)] == [
        False,
        True,
    ]
    assert Involvement.objects.filter(worker=conferred.aroha, ended_on=None).count() == 3
    assert Involvement.objects.filter(role="lead").count() == 3


def test_a_stage_that_does_not_follow_is_refused(conferred: SimpleNamespace) -> None:
    for to in (Stage.HELD, Stage.PLAN_AGREED, Stage.OFFERED):
        with pytest.raises(NotThatWay):
            move(conference=conferred.conference, to=to, by=conferred.samira, on=TODAY)
    with pytest.raises(NotThatWay):
        hold_meeting(conference=conferred.conference, by=conferred.samira, on=TODAY)


def test_the_meeting_can_be_corrected_and_is_one_meeting(held: FamilyConference, conferred: SimpleNamespace) -> None:
    again = hold_meeting(conference=held, by=conferred.samira, on=TODAY, place="The hall")
    again.refresh_from_db()
    assert again.place == "The hall"
    assert ConferenceStage.objects.filter(conference=held, stage="held").count() == 1


def test_two_people_who_write_the_plan_at_once_lose_nothing(held: FamilyConference) -> None:
    ngozi = ItemWords(None, "Have the children on Saturdays", "Ngozi", "family")
    write_plan(conference=held, words=plan(ngozi), version=0, on=TODAY)
    for version in (0, 7):
        with pytest.raises(Overtaken):
            write_plan(conference=held, words=plan(answer="Nobody."), version=version, on=TODAY)
    assert (PlanAnswer.objects.get().words, FamilyPlan.objects.get().version) == ("Auntie comes.", 1)
    farida = ItemWords(None, "Cook on Thursdays", "Farida", "family")
    write_plan(conference=held, words=plan(farida, answer="Auntie, on Thursdays."), version=1, on=TODAY)
    assert set(PlanItem.objects.values_list("who", flat=True)) == {"Ngozi", "Farida"}
    assert FamilyPlan.objects.get().version == 2


def test_a_promise_without_words_is_taken_out_and_kept(held: FamilyConference) -> None:
    write_plan(conference=held, words=plan(ItemWords(None, "Cook", "Farida", "family")), version=0, on=TODAY)
    key = PlanItem.objects.get().pk
    write_plan(conference=held, words=plan(ItemWords(key, "", "", "family")), version=1, on=TODAY)
    item = PlanItem.objects.get()
    assert (item.what, item.removed_on) == ("Cook", TODAY)


@pytest.mark.parametrize("also", [{"due_on": TODAY}, {"keeper": 1}])
def test_the_database_gives_a_relatives_promise_no_day_and_no_keeper(
    held: FamilyConference, conferred: SimpleNamespace, also: dict[str, object]
) -> None:
    facts = {"due_on": TODAY} if "due_on" in also else {"keeper": conferred.amara}
    with pytest.raises(IntegrityError, match="familys_own"), transaction.atomic():
        PlanItem.objects.create(case=held.case, conference=held, what="x", who="Nan", whose="family", **facts)


def test_the_database_wants_safety_said_a_danger_named_and_a_decider(
    held: FamilyConference, conferred: SimpleNamespace
) -> None:
    brief = Brief.objects.filter(conference=held)
    for facts in ({"safety": "known"}, {"safety_facts": "Bail"}, {"shared": "x"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            brief.update(**facts)
    own = {"case": held.case, "conference": held, "answered_by": conferred.amara, "answered_on": TODAY}
    for facts in ({"answer": "not-safe", "decided_by": conferred.amara}, {"answer": "agreed"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            AgencyAnswer.objects.create(**own, **facts)
    with pytest.raises(IntegrityError), transaction.atomic():
        ConferenceStage.objects.create(
            case=held.case, conference=held, stage="withdrawn", happened_on=TODAY, said_by=conferred.amara
        )

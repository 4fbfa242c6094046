"""The mandate before the meeting, and the answer to a family's plan in the room."""

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace

import pytest

from camden.models import Message
from camden.principal import acting_as
from cases.models import Action, ChronologyEntry
from conferences.models import (
    AgencyAnswer,
    ConferenceStage,
    FamilyConference,
    Mandate,
    MustHave,
    MustHaveLooked,
    PlanEdition,
    PlanItem,
    ResourceAnswer,
)
from conferences.operations.plans import write_plan
from conferences.operations.stages import NotThatWay, Overtaken
from conferences.rules.mandate import MayPromise
from conferences.rules.words import ItemWords, PlanWords, WishWords
from tests.conferences.operations.conftest import FARIDA, MIDWIFE, NGOZI, TODAY, Room

pytestmark = pytest.mark.django_db
BUS = WishWords(None, "Bus fares for Ngozi", 60, is_network_support=True)


@pytest.fixture(autouse=True)
def somebody_acts(cast: SimpleNamespace) -> Iterator[None]:
    """Whatever is done is written down as done by somebody who sees the record."""
    with acting_as(cast.bilal):
        yield


def test_nobody_gives_themselves_a_mandate_and_only_a_manager_gives_one(room: Room) -> None:
    for facts in ({"by": room.people.amara}, {"is_manager": False}):
        with pytest.raises(NotThatWay, match="a manager who is not the referrer"):
            room.mandate(**facts)
    assert not Mandate.objects.exists() and not MustHave.objects.exists()


def test_a_mandate_needs_what_keeps_the_children_safe_and_room_for_its_sums(room: Room) -> None:
    with pytest.raises(NotThatWay, match="even if it is one line"):
        room.mandate(must_haves=["  "])
    with pytest.raises(NotThatWay, match="room for Travel"):
        room.mandate(promises=[MayPromise("Travel", 300)])


def test_a_later_mandate_replaces_the_first_and_what_still_holds_is_left_alone(room: Room) -> None:
    room.mandate(must_haves=["No child interprets.", "Somebody comes every day."])
    kept = MustHave.objects.get(place=1)
    room.mandate(must_haves=["No child interprets.", "Farida comes every day."], up_to=500)
    now = MustHave.objects.filter(ended_on=None).order_by("place")
    assert [must.words for must in now] == ["No child interprets.", "Farida comes every day."]
    assert now[0].pk == kept.pk and MustHave.objects.get(words="Somebody comes every day.").ended_on == TODAY


def test_the_referrer_agrees_within_the_mandate_and_everything_follows_the_same_minute(room: Room) -> None:
    room.mandate(on=date(2026, 11, 2))
    cot = ItemWords(
        None, "Order the cot", "Amara Obi", "ours", keeper_id=room.people.amara.pk, promised_to="Ngozi",
        due_on=date(2026, 11, 12),
    )  # fmt: skip
    room.given(NGOZI, MIDWIFE, cot, wishes=(BUS,), could_care=[FARIDA])
    said = room.answer("agreed", by=room.people.amara, wishes=[(True, 60, "Travel", "")])
    assert (said.decided_by, said.mandate) == (room.people.bilal, Mandate.objects.get())
    assert ConferenceStage.objects.latest("pk").stage == "plan-agreed"
    edition = PlanEdition.objects.get()
    assert (edition.edition, edition.agreed_on, edition.content["edition"]) == (1, TODAY, 1)
    assert edition.content["wishes"][0]["is_agreed"] is True and edition.content["must_haves"][0]["is_met"] is True
    made = list(Action.objects.order_by("pk").values_list("what", "promised_to", "keeper"))
    offer = "Offer Farida a viability assessment, to care for a while"
    amara = room.people.amara.pk
    assert made == [("Order the cot", "Ngozi", amara), (offer, "Farida", amara)]
    assert PlanItem.objects.filter(promised=None).count() == 2  # a relative's and the midwife's stay theirs
    assert Message.objects.filter(recipient=room.people.samira, kind="family-plan-answered").count() == 1
    with pytest.raises(NotThatWay, match="No plan waits"):  # a second yes makes no second promise
        room.answer("agreed", by=room.people.amara)


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        ((True, 160, "Travel", ""), "Travel: £160, and up to £100 may be promised"),
        ((True, 10, "", ""), "nobody said that it may be promised"),
    ],
)
def test_what_goes_further_than_the_manager_said_waits_for_one_who_may(
    room: Room, wish: tuple[object, ...], why: str
) -> None:
    room.mandate()
    room.given(NGOZI, wishes=(BUS,))
    with pytest.raises(NotThatWay, match=why):
        room.answer("agreed", by=room.people.amara, wishes=[wish])
    assert not MustHaveLooked.objects.exists() and not ResourceAnswer.objects.exists()
    waits = room.answer("awaiting", by=room.people.amara, wishes=[wish], words="Bilal answers by Friday.")
    assert waits.decided_by is None and not PlanEdition.objects.exists()
    assert room.answer("agreed", by=room.people.bilal, wishes=[wish]).decided_by == room.people.bilal


@pytest.mark.parametrize("met", [None, False])
def test_nobody_agrees_while_something_that_keeps_the_children_safe_is_open(room: Room, met: bool | None) -> None:
    room.mandate()
    room.given(NGOZI)
    for person in (room.people.amara, room.people.bilal):
        with pytest.raises(NotThatWay, match="Nobody under eighteen interprets"):
            room.answer("agreed", by=person, met=met)
    assert not AgencyAnswer.objects.exists()


def test_a_mandate_given_after_the_meeting_does_not_let_the_worker_agree(room: Room) -> None:
    room.mandate(on=date(2026, 11, 4))
    room.given(NGOZI)
    with pytest.raises(NotThatWay, match="the plan waits for one"):
        room.answer("agreed", by=room.people.amara, on=date(2026, 11, 4))
    room.answer("awaiting", by=room.people.amara, words="Bilal answers by Friday.")
    assert FamilyConference.objects.get(pk=room.conference.pk).plan_given_on == TODAY


def test_a_danger_is_named_with_the_manager_who_decided_and_what_would_be_different(room: Room) -> None:
    room.mandate()
    room.given(NGOZI)
    words = {"words": "Nobody is with Zayd at night yet.", "will_change": "Somebody grown up sleeps there."}
    for lacking in ({}, {"decided_by": room.people.dan}):
        with pytest.raises(NotThatWay, match="the manager who decided it"):
            room.answer("not-safe", by=room.people.amara, met=False, **words, **lacking)
    with pytest.raises(NotThatWay, match="which danger is left"):
        room.answer("not-safe", by=room.people.bilal, met=False, words="Unsafe.", will_change="More.")
    said = room.answer("not-safe", by=room.people.amara, met=False, decided_by=room.people.bilal, **words)
    assert said.decided_by == room.people.bilal and "Somebody grown up sleeps there." in said.words
    assert "could not be agreed yet by Bilal Aziz" in ChronologyEntry.objects.latest("pk").summary
    room.given(NGOZI)  # the family may change its plan
    assert room.answer("agreed", by=room.people.bilal).answer == "agreed"


def test_neither_the_coordinator_nor_a_colleague_answers(room: Room) -> None:
    room.mandate()
    room.given(NGOZI)
    for name in ("samira", "cora", "dan"):
        for answer in ("agreed", "awaiting", "not-safe"):
            with pytest.raises(NotThatWay):
                room.answer(answer, by=getattr(room.people, name), words="x" * 20, will_change="x", is_manager=False)
    FamilyConference.objects.filter(pk=room.conference.pk).update(coordinator=room.people.bilal)
    room.conference.refresh_from_db()
    with pytest.raises(NotThatWay, match="somebody whose answer this is to give"):  # a manager who coordinates
        room.answer("awaiting", by=room.people.bilal, words="Later.")


def test_a_declined_wish_has_its_reason_and_asks_for_nothing_of_the_mandate(room: Room) -> None:
    room.mandate()
    room.given(NGOZI, wishes=(BUS,))
    with pytest.raises(NotThatWay, match="why not: Bus fares"):
        room.answer("agreed", by=room.people.amara, wishes=[(False, 0, "", "")])
    room.answer("agreed", by=room.people.amara, wishes=[(False, 500, "", "The school pays for it.")])
    assert ResourceAnswer.objects.get().cost == 0


def test_a_plan_that_was_changed_meanwhile_is_read_again_before_it_is_answered(room: Room) -> None:
    room.mandate()
    room.given(NGOZI)
    with pytest.raises(Overtaken):
        room.answer("agreed", by=room.people.amara, version=7)
    assert room.answer("agreed", by=room.people.amara, version=1).answer == "agreed"


def test_nobody_writes_a_plan_that_was_agreed(room: Room) -> None:
    room.mandate()
    room.given(NGOZI)
    room.answer("agreed", by=room.people.amara)
    with pytest.raises(NotThatWay):
        write_plan(conference=room.conference, words=PlanWords([], []), version=1, on=TODAY)


def test_a_promise_of_ours_without_a_day_waits_for_one(room: Room) -> None:
    room.mandate()
    room.given(ItemWords(None, "Order the cot", "Amara Obi", "ours", keeper_id=room.people.amara.pk))
    with pytest.raises(NotThatWay, match="by which day"):
        room.answer("agreed", by=room.people.amara)

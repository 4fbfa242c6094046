"""A conference that was held today, with a plan that can be agreed to and what a manager said before."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from conferences.models import FamilyConference
from conferences.operations.answers import answer_plan
from conferences.operations.mandate import give_mandate
from conferences.operations.plans import give_plan, write_plan
from conferences.operations.stages import hold_meeting
from conferences.readings.answering import to_answer
from conferences.rules.mandate import MayPromise
from conferences.rules.words import CareWords, ItemWords, LookSaid, PlanWords, WishAnswered, WishWords
from tests.factories.conferences import ConferenceFactory

TODAY = date(2026, 11, 3)


class Room:
    """The conference in the room: the family's plan, and the answers that may be given to it."""

    def __init__(self, people: SimpleNamespace, conference: FamilyConference) -> None:
        self.people, self.conference = people, conference

    def mandate(self, *, on: date = TODAY, by: Any = None, is_manager: bool = True, **facts: Any) -> None:
        """Bilal says what Amara may agree to."""
        said: dict[str, Any] = {"must_haves": ["Nobody under eighteen interprets."], "up_to": 200}
        said["promises"] = [MayPromise("Travel", 100), MayPromise("A course", 0)]
        said |= facts
        give_mandate(conference=self.conference, by=by or self.people.bilal, is_manager=is_manager, on=on, **said)

    def given(self, *items: ItemWords, wishes: tuple[WishWords, ...] = (), **facts: Any) -> None:
        """Samira writes the plan down and gives it."""
        words = PlanWords([("Who can help?", "Auntie comes.")], list(items), wishes=wishes, **facts)
        version = to_answer(self.conference).written.version
        write_plan(conference=self.conference, words=words, version=version, on=TODAY)
        give_plan(conference=self.conference, on=TODAY)
        self.conference = FamilyConference.objects.get(pk=self.conference.pk)

    def answer(self, answer: str, *, by: Any, met: bool | None = True, wishes: Any = (), **facts: Any) -> Any:
        """Somebody answers it: each must-have met, or not, or not looked at."""
        here = to_answer(self.conference)
        said: dict[str, Any] = {"words": "", "is_manager": by == self.people.bilal, "on": TODAY} | facts
        return answer_plan(
            case=self.people.case,
            conference=self.conference,
            answer=answer,
            by=by,
            looks=[LookSaid(must.pk, met, "Farida comes along.") for must in here.must_haves],
            wishes=[
                WishAnswered(wish.pk, *said_of) for wish, said_of in zip(here.written.wishes, wishes, strict=False)
            ],
            **said,
        )


NGOZI = ItemWords(None, "Sleep here on Saturdays", "Ngozi", "family", "Saturdays")
MIDWIFE = ItemWords(None, "Visit in the first week", "The midwife", "professional", "In the first week")
FARIDA = CareWords(None, "Farida", "Dad’s sister")


@pytest.fixture
def room(conferred: SimpleNamespace) -> Room:
    """The family met today."""
    conference = ConferenceFactory(
        case=conferred.case, referred_by=conferred.amara, coordinator=conferred.samira, stage="ready"
    )
    hold_meeting(conference=conference, by=conferred.samira, on=TODAY)
    return Room(conferred, conference)

"""What people of the demo's families said of our work, and what must be kept beyond its time."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Protocol

from camden.access import Role
from camden.models import User
from camden.rules.workdays import england
from cases.models import Case, Member
from cases.operations.complaints import acknowledge, answer, take_complaint
from cases.operations.retention import hold
from cases.rules.complaints import SaidOfUs


class Teller(Protocol):
    """What this needs of whoever tells a family."""

    case: Case
    world: Any

    def at_work(self, days: int) -> date:
        """That day, or the working day before it; never before the record was opened."""

    def one(self, given: str) -> Member:
        """Somebody of the family."""


@dataclass(frozen=True)
class Said:
    """What somebody said so many days ago, who wrote it down; a complaint may be acknowledged and answered."""

    days_ago: int
    kind: str
    who: str
    how: str
    words: str
    heard_by: str
    wanted: str = ""
    acknowledged: bool = False
    answer: str = ""
    learned: str = ""


SAID: dict[str, tuple[Said, ...]] = {
    "Rahman–Khatun": (
        Said(
            12, "compliment", "Farida", "phone",
            "Somebody came on the day they said, three times. We had stopped expecting that.", "Niamh Castellan",
        ),
        Said(
            8, "complaint", "Shirin", "spoken",
            "Two times the interpreter did not come, and Anisa had to speak for me. She is a child. There are things "
            "I do not want to say in front of her.", "Niamh Castellan",
            "The same interpreter each time, and nobody comes without her.", acknowledged=True,
        ),
    ),
    "Warsame": (
        Said(
            34, "complaint", "Hodan", "phone",
            "You rang me at work and everybody could hear. I could only say yes and no.", "Kwesi Boadi",
            "Ring after four, or send a message first.", acknowledged=True,
            answer="We are sorry. That was yours to tell, or not. From now on we ring after four, and a message "
            "comes first.",
            learned="On the first day we ask which hours and which number are safe to ring.",
        ),
        Said(
            5, "comment", "Mahad", "written", "Could the core group be after six? I come from Islington.",
            "Kwesi Boadi",
        ),
    ),
}  # fmt: skip
HELD: dict[str, str] = {"Levy–Grant": "A request for the record is open: nothing of it goes before it is answered."}


def tell_steps(teller: Teller) -> None:
    """After everything else of the family."""
    on = teller.world.on
    for said in SAID.get(teller.case.name, ()):
        _said(said, teller, on)
    if why := HELD.get(teller.case.name):
        hold(case=teller.case, why=why, by=_manager(teller), on=teller.at_work(1))


def _said(told: Said, teller: Teller, on: date) -> None:
    day = teller.at_work(told.days_ago)
    said = SaidOfUs(
        kind=told.kind,
        how=told.how,
        words=told.words,
        received_on=day,
        member=teller.one(told.who).pk,
        wanted=told.wanted,
    )
    made = take_complaint(case=teller.case, said=said, by=teller.world.people[told.heard_by], on=on)
    manager = _manager(teller)
    if told.acknowledged:
        acknowledge(complaint=made, day=min(england().add(day, 1), on), by=manager, on=on)
    if told.answer:
        answered = min(england().add(day, 6), on - timedelta(days=1))
        answer(
            complaint=made,
            words=told.answer,
            outcome="upheld",
            learned=told.learned,
            answered_on=answered,
            by=manager,
            on=on,
        )


def _manager(teller: Teller) -> User:
    """Whoever manages the service of the family's team, or above it."""
    people: list[User] = list(teller.world.people.values())
    return next(person for person in people if Role.TEAM_MANAGER in person.roles)

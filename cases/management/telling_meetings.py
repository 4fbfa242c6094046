"""Tells the demo's meetings to come, who is asked to them, and what chairs raised; days relative, as everywhere."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Protocol

from camden.rules.moments import HERE
from camden.rules.workdays import england
from cases.models import Case, Invitation, Member, PlannedMeeting, ProtectionConference
from cases.operations.disputes import answer_dispute, raise_dispute, take_further
from cases.operations.invitations import mark_invitation, put_on_list
from cases.operations.planned_meetings import arrange_meeting
from cases.readings.invitations import Asked
from cases.rules.inviting import needs_in_words


class Teller(Protocol):
    """What this needs of whoever tells a family."""

    case: Case
    world: Any

    def ago(self, days: int) -> date:
        """That many days before the day it is shown on."""

    def at_work(self, days: int) -> date:
        """That day, or the working day before it."""

    def one(self, given: str) -> Member:
        """Somebody of the family."""


@dataclass(frozen=True)
class Guest:
    """Somebody on a list: of the family by given name, anybody else with an agency."""

    who: str
    agency: str = ""
    how: str = ""
    answer: str = ""
    needs: tuple[str, ...] = ()
    other: str = ""
    reached_by: str = ""


@dataclass(frozen=True)
class Gathered:
    """A meeting so many working days ahead; without a kind, the conference that is booked."""

    kind: str
    ahead: int
    at: time
    place: str
    by: str
    guests: tuple[Guest, ...]


@dataclass(frozen=True)
class Raised:
    """Something a chair or reviewing officer raised; answered, and maybe taken one step further."""

    days_ago: int
    by: str
    about: str
    words: str
    wanted: str
    child: str
    answered_by: str = ""
    answer: str = ""
    further: bool = False


ADE, HANA, DAWN, COLIN = "Ade Fashola", "Hana Suzuki", "Dawn Ellery", "Colin Marsh"

MEETINGS: dict[str, tuple[Gathered, ...]] = {
    "Rahman–Khatun": (
        Gathered("need-review", 6, time(10, 30), "The family hub, room 2", ADE, (
            Guest("Shirin", how="spoken", answer="coming", needs=("interpreter", "apart"), other="Mrs Begum"),
            Guest("Jamal", how="letter", answer="online"),
            Guest("Anisa", how="spoken", answer="report", other="Her drawing goes first"),
            Guest("Farida", how="spoken", answer="coming"),
            Guest("Ms Okoro, Anisa’s school", "education", "email", "coming"),
            Guest("Nurse Adeola, health visitor", "health", "phone"),
            Guest(ADE, "social-care", "spoken", "coming"),
        )),
    ),
    "Warsame": (
        Gathered("core-group", 3, time(16, 0), "The youth hub in Kentish Town", HANA, (
            Guest("Hodan", how="phone", answer="coming", needs=("childcare",)),
            Guest("Abdi", how="spoken", answer="report", other="Says it to Delroy, who says it for him"),
            Guest("Mahad", how="phone", answer="coming"),
            Guest("Ms Ferreira, head of year", "education", "email", "coming"),
            Guest("PC Hale, exploitation team", "police", "email"),
        )),
    ),
    "Hoxha": (
        Gathered("", 0, time(), "", DAWN, (
            Guest("Drita", how="spoken", answer="coming", needs=("interpreter", "lift"),
                  other="She works nights: not before eleven"),
            Guest("Arben", how="spoken"),
            Guest("Blerta", how="spoken", answer="coming", other="Amir interprets into British Sign Language"),
            Guest("Leon", how="spoken", answer="report"),
            Guest("Fatos", how="phone", answer="coming"),
            Guest("Dr Shah, adult mental health", "health", "email", "coming"),
            Guest("Mr Penn, Blerta’s school", "education", "email", "report"),
            Guest("DC Imre, child abuse investigation", "police", "email"),
        )),
    ),
}  # fmt: skip
RAISED: dict[str, tuple[Raised, ...]] = {
    "Hoxha": (
        Raised(
            2, DAWN, "Blerta has not been heard without her brother yet",
            "All we know of what Blerta thinks came through Leon, who is nine. He should not have to, and she has"
            " words of her own.",
            "One visit with Amir interpreting, Leon at school, before the conference.", "Blerta",
        ),
    ),
    "Carter–Mensah": (
        Raised(
            16, COLIN, "Tyrell and Noah have not met since September",
            "The plan says every two weeks. Lorraine and Pauline both want it, and nobody has booked a room.",
            "Three dates, told to Tyrell.", "Tyrell", "Liam Docherty",
            "The centre has no room on Fridays. I asked for Wednesdays and have no answer yet.", further=True,
        ),
    ),
}  # fmt: skip


def tell_meetings(name: str, teller: Teller) -> None:
    """What is to come for this family, and what was raised about it."""
    for told in MEETINGS.get(name, ()):
        _gathered(told, teller)
    for raised in RAISED.get(name, ()):
        _raised(raised, teller)


def _gathered(told: Gathered, teller: Teller) -> None:
    on, by = teller.ago(0), teller.world.people[told.by]
    gathering: PlannedMeeting | ProtectionConference | None
    if told.kind:
        at = datetime.combine(england().add(on, told.ahead), told.at, HERE)
        case = teller.case
        gathering = arrange_meeting(case=case, kind=told.kind, planned_at=at, place=told.place, by=by, on=on)
    else:
        gathering = ProtectionConference.objects.filter(case=teller.case, held_on=None, called_off_on=None).first()
    if gathering is None:
        return
    gathering.case = teller.case
    asked = [
        Asked(guest.who, agency=guest.agency, reached_by=guest.reached_by)
        if guest.agency
        else Asked(teller.one(guest.who).name, member=teller.one(guest.who).pk)
        for guest in told.guests
    ]
    rows = put_on_list(gathering=gathering, people=asked, by=by)
    for row, guest in zip(rows, told.guests, strict=True):
        _marked(row, guest, by, on)


def _marked(row: Invitation, guest: Guest, by: Any, on: date) -> None:
    said = {"answer": guest.answer, "needs": needs_in_words(guest.needs, guest.other)}
    if guest.how:
        said["how"] = guest.how
    if guest.how or guest.answer:
        mark_invitation(invitation=row, version=row.version, by=by, on=on, **said)


def _raised(told: Raised, teller: Teller) -> None:
    people, began = teller.world.people, teller.at_work(told.days_ago)
    dispute = raise_dispute(
        case=teller.case, child=teller.one(told.child), about=told.about, words=told.words, wanted=told.wanted,
        answer_by_on=england().add(began, 5), by=people[told.by], on=began,
    )  # fmt: skip
    if told.answered_by:
        on = england().add(began, 3)
        answer_dispute(dispute=dispute, answer=told.answer, by=people[told.answered_by], on=on)
        if told.further:
            dispute.refresh_from_db()
            dispute.case = teller.case
            by_on = england().add(teller.ago(0), 3)
            take_further(dispute=dispute, answer_by_on=by_on, by=people[told.by], on=england().add(began, 5))

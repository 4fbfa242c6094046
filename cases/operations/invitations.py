"""Verbs about who is asked to a conference or meeting, what they answer and need, and who came."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.operations.versions import Overtaken, change
from cases.models import (
    ChronologyEntry,
    ContactPoint,
    Household,
    Invitation,
    Member,
    ProtectionConference,
    Release,
)
from cases.operations.chronology import note
from cases.operations.refusing import Refusal, in_words
from cases.readings.giving import kept_from, ways_of
from cases.readings.invitations import Asked, Gathering
from cases.rules.giving import gives_away
from cases.rules.inviting import FAR_KINDS
from cases.rules.protection import UNDER_FOUR, is_under_four
from cases.rules.recording import GIVEN_HOW

# How somebody was asked, by how the letter reached them.
_ASKED_BY = {"by-hand": "letter", "printed": "letter", "copied": "email", "posted": "post"}


class NotInvited(Refusal):
    """Somebody cannot be asked so. Says why in a sentence, and about which answer."""


@transaction.atomic
def put_on_list(*, gathering: Gathering, people: Sequence[Asked], by: User) -> list[Invitation]:
    """Put people on the list of a conference or meeting: nobody was asked yet. Raises NotInvited for somebody who is
    on it already, and where it was called off.
    """
    if gathering.called_off_on:
        raise NotInvited("This meeting was called off: nobody is asked to it.")
    twice = "is on the list already."
    there = ("somebody_is_asked_to_a_conference_once", "somebody_is_asked_to_a_meeting_once")
    made = []
    for asked in people:
        with in_words(NotInvited, dict.fromkeys(there, (f"{asked.name} {twice}", "people"))):
            made.append(
                Invitation.objects.create(
                    case=gathering.case, **_of(gathering), member_id=asked.member,
                    name="" if asked.member else asked.name.strip(), agency=asked.agency,
                    reached_by=asked.reached_by.strip(),
                )
            )  # fmt: skip
    if made:
        record(action="put people on the list of a meeting", subject=gathering, case_id=gathering.case_id)
    return made


@dataclass(frozen=True)
class Marked:
    """What is to change about one row of the list that was shown with this version: only the fields in `said`."""

    invitation: Invitation
    version: int
    said: Mapping[str, Any]


class NotMarked(Exception):
    """One row of a list could not be kept, so none was. `why` is a NotInvited or an Overtaken."""

    def __init__(self, marked: Marked, why: Exception) -> None:
        super().__init__(str(why))
        self.marked, self.why = marked, why


@transaction.atomic
def mark_list(*, marks: Sequence[Marked], by: User, on: date) -> None:
    """All that was said about the people on a list, or nothing. Raises NotMarked for the first that cannot be kept."""
    for marked in marks:
        try:
            mark_invitation(invitation=marked.invitation, version=marked.version, by=by, on=on, **marked.said)
        except (NotInvited, Overtaken) as why:
            raise NotMarked(marked, why) from why


@transaction.atomic
def mark_invitation(*, invitation: Invitation, version: int, by: User, on: date, **said: Any) -> Invitation:
    """What somebody answered and needs, how they were asked, or whether they came: only the fields in `said`.

    `how` notes the day and who asked. Raises NotInvited for a way that is not safe for this person, for a child's
    code that does not fit their age; camden.operations.versions.Overtaken when somebody was first.
    """
    if (how := said.get("how")) and how != invitation.how:
        if why := why_not_so(invitation.member, how):
            raise NotInvited(why, "how")
        said |= {"invited_on": on, "invited_by": by}
    code, child = said.get("participation", ""), invitation.member
    if code == UNDER_FOUR and child and not is_under_four(child.born_on, on):
        raise NotInvited(f"{child.first_name} is four or older. Choose how they took part.", "participation")
    row: Invitation = change(invitation, version=version, **said)
    record(action="marked an invitation", subject=row, case_id=row.case_id)
    return row


@transaction.atomic
def take_off(*, invitation: Invitation, by: User, on: date) -> None:
    """Somebody is not asked after all. The row stays, to be read. Raises NotInvited once they were marked as there."""
    waiting = Invitation.objects.filter(pk=invitation.pk, taken_off_on=None, attended="")
    if not waiting.update(taken_off_on=on, version=F("version") + 1):
        raise NotInvited("Whether they came is written down, or they were taken off before. Nothing was changed.")
    record(action="took somebody off the list of a meeting", subject=invitation, case_id=invitation.case_id)


@transaction.atomic
def give_letter(*, invitation: Invitation, words: str, number: str, how: str, by: User, on: date) -> Release:
    """A letter of invitation is given: kept word for word, and on the timeline when somebody of the family has it.

    `how` is a code of GIVEN_HOW. Raises NotInvited for a way that is not safe for this person, and where the letter
    says what is to be kept from them: an address, a name of an unsafe home, how to reach somebody, what is marked.
    """
    if invitation.taken_off_on:
        raise NotInvited("They are not asked to this meeting any more.")
    member = invitation.member
    if member is not None:
        ways = ways_of(member)
        if how not in ways.allowed:
            raise NotInvited(ways.refused or "There is no home to post it to.", "how")
    if kept := gives_away(f"{words} {number}", secrets_from(member, invitation.case_id)):
        who = member.first_name if member else invitation.name
        raise NotInvited(f"Take this out: it is not to be shared with {who}: “{kept[:60]}”.", "words")
    release = Release.objects.create(
        case=invitation.case, kind="invitation", title="Invitation", recipient=member, given_to=invitation.name,
        body={"words": words, "number": number, "version": _version(member)}, how=how, given_on=on, given_by=by,
    )  # fmt: skip
    Invitation.objects.filter(pk=invitation.pk).update(
        how=_ASKED_BY[how], invited_on=on, invited_by=by, version=F("version") + 1
    )
    if member is not None:
        note(
            case=invitation.case, on=on, kind=ChronologyEntry.Kind.GIVEN,
            summary=f"{by.name} gave {member.first_name} an invitation: {GIVEN_HOW[how].lower()}",
            children=[member] if member.kind == Member.Kind.CHILD else [], subject_id=release.pk, by=by,
        )  # fmt: skip
    record(action="gave an invitation", subject=release, case_id=invitation.case_id)
    return release


def why_not_so(member: Member | None, how: str) -> str:
    """Why somebody of the family is not to be asked in that way, in a sentence; empty when they may be. `how` is a
    code of INVITED_HOW. One query at most."""
    if member is None or how in ("spoken", "letter", ""):
        return ""
    if how == "post":
        ways = ways_of(member)
        return "" if "posted" in ways.allowed else ways.refused or f"We know no home of {member.first_name}."
    points = ContactPoint.objects.filter(member=member, ended_on=None, kind__in=FAR_KINDS[how], is_safe=True)
    way = "number" if how == "phone" else "e-mail address"
    return "" if points.exists() else f"We know no {way} that is safe for {member.first_name}. Ask them in person."


def secrets_from(member: Member | None, case_pk: int) -> list[str]:
    """What must not stand in a letter to somebody: what is marked, addresses and names of homes that are not to be
    shared, and every way to reach somebody else of the family. To somebody outside: those homes. Three queries."""
    homes = Household.objects.filter(case=case_pk, is_safe_to_share=False)
    named = [text for pair in homes.values_list("name", "address") for text in pair if text]
    if member is None:
        return named
    others = ContactPoint.objects.filter(case=case_pk).exclude(member=member)
    return [*kept_from(member), *named, *others.values_list("value", flat=True)]


def _of(gathering: Gathering) -> dict[str, Any]:
    return {"conference" if isinstance(gathering, ProtectionConference) else "meeting": gathering}


def _version(member: Member | None) -> str:
    return "child" if member and member.kind == Member.Kind.CHILD else "grown-up"

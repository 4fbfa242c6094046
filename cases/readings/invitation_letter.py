"""A letter of invitation to one person: the words it begins with, and how it may reach them."""

from dataclasses import dataclass

from camden.models import User
from cases.models import Invitation, Member, Release
from cases.readings.giving import ways_of
from cases.readings.invitations import Head
from cases.rules.giving import Ways, day_for_them, gives_away
from cases.rules.inviting import letter_to, needs_of
from cases.rules.recording import GIVEN_HOW


@dataclass(frozen=True)
class Letter:
    """What the form begins with. `care` says what was left out, and why; empty when nothing was."""

    words: str
    number: str
    ways: Ways
    care: str


def letter_for(invitation: Invitation, head: Head, secrets: list[str], user: User, children: str) -> Letter:
    """The words for this person, without a place that is to be kept from them. Three queries at most.

    `secrets` are what must not stand in it; `children` are named only to somebody who works with them.
    """
    member, care, place = invitation.member, "", head.place
    if place and gives_away(place, secrets):
        care = f"The place of this meeting is not to be shared with {member.first_name if member else 'them'}, so it"
        care += " is not in the letter. Choose another place, or talk with them about how they take part."
        place = ""
    day = day_for_them(head.on)
    if member is None:
        words = _to_a_professional(invitation.name, head, day, place, children, user.name)
        return Letter(words, _number(user), Ways(tuple(GIVEN_HOW), "", ()), care)
    words = letter_to(
        name=member.first_name, is_child=member.kind == Member.Kind.CHILD, kind=head.kind_code, day=day,
        hour=head.hour, place=place, needs=needs_of(invitation.needs)[0], signed=user.name,
    )  # fmt: skip
    return Letter(words, _number(user), ways_of(member), care)


def given_before(invitation: Invitation, most: int = 3) -> list[Release]:
    """The letters somebody of the family was given, the newest first. One query."""
    if invitation.member is None:
        return []
    found = Release.objects.filter(case=invitation.case_id, kind="invitation", recipient=invitation.member)
    return list(found.order_by("-pk")[:most])


def _number(user: User) -> str:
    last = Release.objects.filter(given_by=user, kind__in=("invitation", "agreed")).order_by("-pk").first()
    return str(last.body.get("number", "")) if last else ""


def _to_a_professional(name: str, head: Head, day: str, place: str, children: str, signed: str) -> str:
    when = f"on {day}{f' at {head.hour}' if head.hour else ''}{f', at {place}' if place else ''}"
    kind = head.kind[:1].lower() + head.kind[1:]
    asked = "If you cannot come, please send a short report or ring before: what you see, what works, what worries you."
    return "\n\n".join([f"Dear {name},", f"We ask you to come to the {kind} about {children}, {when}.", asked, signed])

"""The verb of the meeting: the family met, who of its people came, and the two times of its time alone."""

from collections.abc import Sequence
from datetime import date, time

from django.db import transaction
from django.db.models import F

from camden.models import User
from camden.operations.versions import Overtaken
from conferences.models import FamilyConference, FamilyMeeting, Invitee, NetworkPerson
from conferences.operations.stages import hold_meeting

_FACTS = frozenset({"place", "private_from", "private_until"})


@transaction.atomic
def note_meeting(
    *,
    conference: FamilyConference,
    by: User,
    on: date,
    place: str = "",
    private_from: time | None = None,
    private_until: time | None = None,
    came: set[int] | None = None,
    version: int | None = None,
) -> FamilyMeeting:
    """The family met on that day. `came` are keys of invitees; None leaves who came as it is.

    Who came stays with the coordinator, by name; what the record keeps are counts by side of the family. Raises
    camden.operations.versions.Overtaken when somebody else noted that day since, and NotThatWay before a preparation.
    """
    FamilyConference.objects.select_for_update().get(pk=conference.pk)
    before = FamilyMeeting.objects.filter(conference=conference, held_on=on).first()
    if before is not None and before.version != (version or 0):
        raise Overtaken(before, _FACTS)
    meeting = hold_meeting(
        conference=conference, by=by, on=on, place=place, private_from=private_from, private_until=private_until
    )
    if came is not None:
        invited = Invitee.objects.filter(conference=conference)
        invited.filter(pk__in=came).exclude(came=True).update(came=True, version=F("version") + 1)
        invited.exclude(pk__in=came).exclude(came=False).update(came=False, version=F("version") + 1)
        FamilyMeeting.objects.filter(pk=meeting.pk).update(**_counts(conference, list(invited)))
    return meeting


def _counts(conference: FamilyConference, invited: Sequence[Invitee]) -> dict[str, int | bool | None]:
    """How many came by side. Children are counted by themselves, professionals as professionals."""
    there = [one for one in invited if one.came]
    close = [one for one in there if one.kind != Invitee.Kind.PROFESSIONAL and not one.is_child]
    children = [one for one in invited if one.is_child]
    return {
        "mothers_side": sum(one.side == Invitee.Side.MOTHER for one in close),
        "fathers_side": sum(one.side == Invitee.Side.FATHER for one in close),
        "others": sum(one.side == Invitee.Side.OTHER for one in close),
        "professionals": sum(one.kind == Invitee.Kind.PROFESSIONAL for one in there),
        "father_came": _father_came(conference, invited),
        "children_there": sum(bool(one.came) for one in children),
        "children_with_advocate": sum(not one.came and bool(one.advocate) for one in children),
    }


def _father_came(conference: FamilyConference, invited: Sequence[Invitee]) -> bool | None:
    """None where there is no father who could be asked: he died, or nobody named him."""
    fathers = [one for one in invited if one.is_parent and one.side == Invitee.Side.FATHER]
    if fathers:
        return any(one.came for one in fathers)
    known = NetworkPerson.objects.filter(conference=conference, is_parent=True, side="father", removed_on=None)
    return False if known.filter(has_died=False).exists() else None

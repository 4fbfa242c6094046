"""Groups with their sessions, and the families they have not heard of for longest."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from camden.models import User
from camden.rules.names import day_in_words
from cases.models import Case
from supervision.measures import families_heard
from supervision.models import (
    Attendance,
    Group,
    Session,
)
from supervision.rules.rotation import Heard, in_weeks, longest_unheard, weeks_unheard

FEW = 3  # groups whose families are shown beside them


@dataclass(frozen=True)
class SessionLine:
    """A session on a list: its day in words, whether that is still to come, and whether this person takes part."""

    pk: int
    day: str
    is_ahead: bool
    is_here: bool = False


@dataclass(frozen=True)
class UnheardLine:
    """A family that has not been discussed for long."""

    pk: int
    name: str
    weeks: str
    was_ever: bool


@dataclass(frozen=True)
class GroupCard:
    """A group: who leads it, what is ahead, what was last, whom they have not heard of for longest."""

    pk: int
    name: str
    led_by: str
    ahead: tuple[SessionLine, ...]
    last: SessionLine | None
    unheard: tuple[UnheardLine, ...]
    is_mine: bool = False


def groups(found: Sequence[Any], user: User, on: date) -> tuple[GroupCard, ...]:
    """Each group with its sessions and the families of its team that this person may see."""
    seen = Session.objects.visible_to(user).filter(group__in=found)
    ahead: dict[int, list[SessionLine]] = defaultdict(list)
    there = Attendance.objects.filter(person=user, session=OuterRef("pk"))
    for session in seen.open().annotate(is_here=Exists(there)):
        ahead[session.group_id].append(_session(session, on))
    agreed = seen.filter(agreed_on__isnull=False).order_by("group_id", "-held_on", "-pk").distinct("group_id")
    last = {session.group_id: _session(session, on) for session in agreed}
    return tuple(
        GroupCard(
            pk=group.pk,
            is_mine=group.is_mine,
            name=group.name,
            led_by=group.senior_practitioner.name,
            ahead=tuple(ahead[group.pk]),
            last=last.get(group.pk),
            # Somebody with a whole service of groups opens the one they want to know about.
            unheard=unheard(group, user, on) if len(found) <= FEW else (),
        )
        for group in found
    )


def unheard(group: Group, user: User, on: date, most: int = 5) -> tuple[UnheardLine, ...]:
    """Families of the group's team that this person may see, those unheard for longest first."""
    first = longest_unheard(families_heard([group.team_id], on, user=user), most)
    names = _names([each.key for each in first], user)
    return tuple(_unheard(each, names[each.key], on) for each in first)


def _session(session: Any, on: date) -> SessionLine:
    is_here = getattr(session, "is_here", False)
    return SessionLine(session.pk, day_in_words(session.held_on), session.held_on > on, is_here)


def _unheard(family: Heard, name: str, on: date) -> UnheardLine:
    return UnheardLine(family.key, name, in_weeks(weeks_unheard(family, on)), family.last_on is not None)


def _names(keys: Sequence[int], user: User) -> dict[int, str]:
    """Names of families whose record this person sees; the others have none here."""
    return dict(Case.objects.visible_to(user).filter(pk__in=keys).values_list("pk", "name"))

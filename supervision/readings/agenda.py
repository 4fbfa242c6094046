"""The agenda of a session as pages show it: what the group reads, and what waits for whoever supervises."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import OuterRef, Q, Subquery

from camden.access import Role
from camden.models import User
from camden.rules.names import day_in_words
from cases.models import Case
from supervision.models import AgendaItem, AgendaRequest, Discussion, Group, NeedsAnotherSession, Session
from supervision.rules.agenda import Budget
from supervision.rules.words import in_a_row


@dataclass(frozen=True)
class AgendaLine:
    """A family on an agenda. `family` is empty for somebody who is expected and does not see the record: they read the
    `children`'s first names. `earlier` and `later` are the places the buttons move it to; 0 where there is none."""

    pk: int
    case_pk: int
    family: str
    is_deep: bool
    depth: str
    other_depth: str
    other_words: str
    words: tuple[str, ...]
    minutes: int
    needs_cover: bool
    is_accepted: bool
    earlier: int
    later: int
    children: str = ""


@dataclass(frozen=True)
class AgendaShown:
    """The whole of it. `waiting` counts what is proposed and not accepted; `is_over` says that time is not enough."""

    lines: tuple[AgendaLine, ...]
    minutes: int
    of_minutes: int
    waiting: int
    is_over: bool


@dataclass(frozen=True)
class ElsewhereLine:
    """A family that needs another session, without a word why."""

    pk: int
    case_pk: int
    family: str
    since: str


def agenda(session: Session, user: User, *, is_mine: bool) -> AgendaShown:
    """The families of a session this person sees: all for whoever supervises, what was accepted for the group."""
    found = AgendaItem.objects.visible_to(user).filter(session=session, taken_off_on=None)
    if not is_mine:
        found = found.filter(accepted_on__isnull=False)
    names = Case.objects.visible_to(user).filter(pk=OuterRef("case_id")).values("name")[:1]
    rows: list[Any] = list(found.annotate(family=Subquery(names)).order_by("place", "pk"))
    children = _children([row.pk for row in rows if not row.family])
    minutes = Budget().check_in + sum(row.minutes for row in rows)
    whole = session.group.minutes
    return AgendaShown(
        lines=tuple(_line(row, number, len(rows), children.get(row.pk, ())) for number, row in enumerate(rows, 1)),
        minutes=minutes,
        of_minutes=whole,
        waiting=sum(row.accepted_on is None for row in rows),
        is_over=minutes > whole,
    )


def elsewhere(groups: Sequence[Group], user: User) -> tuple[ElsewhereLine, ...]:
    """Families of these groups that need another session: for whoever supervises, or for their manager."""
    manages = user.team_ids_as(Role.TEAM_MANAGER, Role.SERVICE_MANAGER)
    mine = Q(is_for_manager=False, group__senior_practitioner=user) | Q(is_for_manager=True, group__team__in=manages)
    found = NeedsAnotherSession.objects.visible_to(user).filter(mine, group__in=groups, answered_on=None)
    names = Case.objects.visible_to(user).filter(pk=OuterRef("case_id")).values("name")[:1]
    rows: Any = found.annotate(family=Subquery(names)).order_by("since_on", "pk")
    return tuple(ElsewhereLine(row.pk, row.case_id, row.family, day_in_words(row.since_on)) for row in rows)


def asked_for(case: Case, user: User) -> AgendaRequest | None:
    """The request to talk about a family that waits, if there is one."""
    found = AgendaRequest.objects.visible_to(user).filter(case=case, wants="group", answered_on=None)
    return found.select_related("asked_by").first()


def families_to_add(session: Session, user: User, on: date) -> list[tuple[int, str]]:
    """Open families of the group's team that this person sees and that are not on the agenda yet, by name."""
    there = AgendaItem.objects.visible_to(user).filter(session=session, taken_off_on=None)
    seen = Case.objects.visible_to(user).open_on(on).filter(team_ids__contains=[session.group.team_id])
    return list(seen.exclude(pk__in=there.values("case")).order_by("name", "pk").values_list("pk", "name"))


def _children(items: Sequence[int]) -> dict[int, list[str]]:
    """First names of the children of these items, for somebody who was given the agenda. No question for none."""
    names: dict[int, list[str]] = defaultdict(list)
    if items:
        with connection.cursor() as cursor:
            cursor.execute("select * from agenda_children(%s::bigint[])", [list(items)])
            for item, name in cursor.fetchall():
                names[item].append(name)
    return names


def _line(row: Any, number: int, many: int, children: Sequence[str]) -> AgendaLine:
    deep = row.depth == Discussion.Depth.DEEP
    other = Discussion.Depth.QUICK if deep else Discussion.Depth.DEEP
    return AgendaLine(
        pk=row.pk,
        case_pk=row.case_id,
        family=row.family or "",
        is_deep=deep,
        depth=row.get_depth_display(),
        other_depth=other.value,
        other_words="In the quick round instead" if deep else "In depth instead",
        words=tuple(row.words),
        minutes=row.minutes,
        needs_cover=row.needs_cover,
        is_accepted=row.accepted_on is not None,
        earlier=number - 1,
        later=number + 1 if number < many else 0,
        children=in_a_row(list(children)) or "A family",
    )

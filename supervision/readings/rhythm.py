"""A group as its page shows it, and whether its rhythm is enough for its families."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from camden.models import User
from camden.rules.names import day_in_words
from cases.models import Case
from supervision.models import WEEKDAY, Attendance, Group, GroupMember, Session
from supervision.readings.agenda_facts import counting, families
from supervision.rules.agenda import Sitting
from supervision.rules.rhythm import Late, Meeting, forecast, next_day

AHEAD = 8
"""Sessions looked ahead: PR1 asks for every child within eight weeks."""


@dataclass(frozen=True)
class MemberLine:
    """Somebody who belongs to a group, as what and since when."""

    person: str
    as_what: str
    since: str


@dataclass(frozen=True)
class GroupShown:
    """A group: its rhythm in words, who belongs to it, what is ahead (key, day, whether it has begun), and the day it
    would meet next."""

    rhythm: str
    members: tuple[MemberLine, ...]
    ahead: tuple[tuple[int, str, bool], ...]
    next_on: date | None
    next_in_words: str


@dataclass(frozen=True)
class LateLine:
    """A family that would be late."""

    case_pk: int
    family: str
    due: str
    heard: str
    why: str


@dataclass(frozen=True)
class ForecastShown:
    """The sessions looked at, how many families are thought of in each, and who would be late."""

    sessions: tuple[tuple[str, int, int], ...]
    late: tuple[LateLine, ...]
    families: int


def group_shown(group: Group, user: User, on: date) -> GroupShown:
    """A group for somebody who belongs to it or whose team it is."""
    members = group.members.filter(ended_on=None, person__is_active=True).select_related("person")
    open_ = Session.objects.visible_to(user).open().filter(group=group, held_on__gte=on)
    ahead = list(open_)
    day = _next(group, [each.held_on for each in ahead], on)
    return GroupShown(
        rhythm=rhythm_in_words(group),
        members=tuple(
            MemberLine(each.person.name, each.get_as_what_display(), day_in_words(each.started_on))
            for each in members.order_by("person__name", "pk")
        ),
        ahead=tuple((each.pk, day_in_words(each.held_on), each.begun_at is not None) for each in ahead),
        next_on=day,
        next_in_words=day_in_words(day) if day else "",
    )


def rhythm_in_words(group: Group) -> str:
    """ "Every week on Tuesday at 09:30, for 120 minutes", as far as it is said."""
    words = group.get_cadence_weeks_display()
    if group.weekday is not None:
        words += f" on {WEEKDAY[group.weekday]}"
    if group.starts is not None:
        words += f" at {group.starts:%H:%M}"
    return f"{words}, for {group.minutes} minutes"


def forecast_shown(group: Group, user: User, on: date) -> ForecastShown:
    """What becomes of the families this person sees over the next sessions. For whoever supervises."""
    rules, budget = counting()
    known = families(group, on, Case.objects.visible_to(user), rules)
    meetings = _meetings(group, on)
    found = forecast(known, meetings, rules, budget)
    late = [each for each in (*found.late, *found.for_manager)]
    names = dict(Case.objects.visible_to(user).filter(pk__in=[each.family for each in late]).values_list("pk", "name"))
    return ForecastShown(
        sessions=tuple(
            (day_in_words(day), sum(item.talk == "deep" for item in agenda.items), len(agenda.items))
            for day, agenda in found.agendas.items()
        ),
        late=tuple(_late(each, names[each.family]) for each in late if each.family in names),
        families=len(known),
    )


def _late(late: Late, name: str) -> LateLine:
    heard = day_in_words(late.heard_on) if late.heard_on else "in none of these sessions"
    return LateLine(late.family, name, day_in_words(late.due_on), heard, late.words)


def _next(group: Group, planned: list[date], on: date) -> date | None:
    if group.weekday is None:
        return None
    last = max(planned, default=None)
    if last is None:
        held = Session.objects.filter(group=group, cancelled_on=None, held_on__lt=on).order_by("-held_on")
        last = held.values_list("held_on", flat=True).first()
    return next_day(group.weekday, group.cadence_weeks, last, on)


def _meetings(group: Group, on: date) -> list[Meeting]:
    """Sessions that are planned or called off, then those of the rhythm, until there are enough. One query."""
    belong = GroupMember.objects.filter(group=OuterRef("pk"), ended_on=None).order_by("pk").values("person")
    there = ArraySubquery(Attendance.objects.filter(session=OuterRef("pk")).order_by("pk").values("person"))
    ahead = Session.objects.filter(group=OuterRef("pk"), held_on__gte=on, agreed_on=None).order_by("held_on", "pk")
    told = JSONObject(pk="pk", held_on="held_on", cancelled_on="cancelled_on", people=there)
    found = Group.objects.annotate(belong=ArraySubquery(belong), ahead=ArraySubquery(ahead.values(as_object=told)))
    people, rows = found.values_list("belong", "ahead").get(pk=group.pk)
    members = frozenset(people)
    here = {row["pk"]: set(row["people"]) for row in rows}
    planned = [
        Session(pk=row["pk"], held_on=date.fromisoformat(row["held_on"]), cancelled_on=row["cancelled_on"])
        for row in rows
    ]
    days = {each.held_on: each for each in planned}
    day = max(days, default=on)
    weekday = group.weekday if group.weekday is not None else day.weekday()
    while len(days) < AHEAD:
        day = next_day(weekday, group.cadence_weeks, day, on)
        days[day] = Session(group=group, held_on=day)
    order = sorted(days)
    after = [*order[1:], order[-1] + timedelta(weeks=group.cadence_weeks)]
    readers = members | {group.senior_practitioner_id}
    return [
        Meeting(
            Sitting(
                day,
                next_on,
                supervisor=group.senior_practitioner_id,
                people=frozenset(here.get(days[day].pk or 0) or members),
                readers=readers,
                minutes=group.minutes,
            ),
            is_cancelled=days[day].cancelled_on is not None,
        )
        for day, next_on in zip(order, after, strict=True)
    ]

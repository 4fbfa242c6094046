"""Meetings of a team's families: those to come with who is asked, and those held whose record is still to be sent."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Q, Value
from django.urls import reverse

from camden.models import User
from camden.rules.names import day_in_words, display_name
from cases.models import Case, Invitation, PlanMeeting, ProtectionConference
from cases.readings.planned_meetings import MeetingToCome, asked_of, in_order
from cases.rules.journey import CONFERENCE_KIND, MEETING_KIND

AHEAD, BEHIND = 42, 60  # days: six weeks to come; records of the last two months
MOST = 60  # of each: the rest comes up as these pass


@dataclass(frozen=True)
class TeamMeeting:
    """A meeting to come. `still` are those on its list whom nobody has asked yet, `waits` those who have not answered.

    `asked` says how many are on the list; `list_href` leads to it.
    """

    meeting: MeetingToCome
    asked: int
    still: tuple[str, ...]
    waits: int
    list_href: str


@dataclass(frozen=True)
class RecordToSend:
    """A meeting or conference that was held and whose record nobody has sent yet."""

    what: str
    family: str
    case_pk: int
    day: str
    iso: str
    href: str


def meetings_to_come(user: User, on: date) -> tuple[TeamMeeting, ...]:
    """Those of records open to this person within six weeks, the soonest first. Two queries."""
    meetings, conferences = asked_of(_open_to(user), on, on + timedelta(days=AHEAD))
    rows = meetings.values_list("says").union(conferences.values_list("says"), all=True)
    lines = in_order([row for (row,) in rows], on)[:MOST]
    lists = _lists(lines)
    return tuple(_line(each, lists[each.of, each.pk]) for each in lines)


def records_to_send(user: User, on: date) -> tuple[RecordToSend, ...]:
    """Those of records open to this person held in the last two months, the oldest first. One query."""
    unsent = _open_to(user) & Q(record_sent_on=None, held_on__gte=on - timedelta(days=BEHIND), held_on__lte=on)
    columns = ("of", "pk", "kind", "case", "family", "held_on")
    found: Any = [
        model.objects.filter(unsent).order_by().annotate(of=Value(of), family=F("case__name")).values_list(*columns)
        for of, model in (("meeting", PlanMeeting), ("conference", ProtectionConference))
    ]
    rows = found[0].union(found[1], all=True).order_by("held_on", "of", "pk")
    return tuple(_to_send(*row) for row in rows[:MOST])


def _open_to(user: User) -> Q:
    return Q(case__in=Case.objects.visible_to(user).values("pk"))


def _lists(lines: Iterable[MeetingToCome]) -> dict[tuple[str, int], list[tuple[str, bool, bool]]]:
    """Of each meeting everybody on its list: (name, whether somebody asked them, whether they answered). One query."""
    of_meeting = Q(meeting__in=[each.pk for each in lines if each.of == "meeting"])
    of_conference = Q(conference__in=[each.pk for each in lines if each.of == "conference"])
    rows = Invitation.objects.filter(of_meeting | of_conference, taken_off_on=None).order_by("pk")
    found: dict[tuple[str, int], list[tuple[str, bool, bool]]] = defaultdict(list)
    names = ("member__given_name", "member__family_name", "member__la_child_id")
    for meeting, conference, name, invited_on, answer, *member in rows.values_list(
        "meeting", "conference", "name", "invited_on", "answer", *names
    ):
        key = ("meeting", meeting) if meeting else ("conference", conference)
        called = name or display_name(*(each or "" for each in member))
        found[key].append((called, invited_on is not None, bool(answer)))
    return found


def _line(meeting: MeetingToCome, people: list[tuple[str, bool, bool]]) -> TeamMeeting:
    return TeamMeeting(
        meeting=meeting,
        asked=len(people),
        still=tuple(name for name, is_asked, has_answered in people if not (is_asked or has_answered)),
        waits=sum(1 for _, is_asked, has_answered in people if is_asked and not has_answered),
        list_href=reverse("cases:invitations", args=[meeting.case_pk, meeting.of, meeting.pk]),
    )


def _to_send(of: str, pk: int, kind: str, case: int, family: str, held_on: date) -> RecordToSend:
    page = "cases:plan-meeting" if of == "meeting" else "cases:protection-conference"
    return RecordToSend(
        what=(MEETING_KIND | CONFERENCE_KIND)[kind],
        family=family,
        case_pk=case,
        day=day_in_words(held_on),
        iso=held_on.isoformat(),
        href=reverse(page, args=[case, pk]),
    )

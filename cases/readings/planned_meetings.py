"""Meetings and conferences that are to come, as pages show them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import JSONObject
from django.urls import reverse

from camden.models import User
from camden.rules.moments import HERE, day_here, moment_here
from camden.rules.names import day_in_words
from cases.models import Case, Invitation, Involvement, PlannedMeeting, ProtectionConference
from cases.rules.journey import CONFERENCE_KIND, CONFERENCE_WORK, MEETING_KIND
from cases.rules.planning import day_ahead, hour_in_words

AHEAD = 28  # days, on My day


@dataclass(frozen=True)
class MeetingToCome:
    """A meeting or conference that is to come, as one line. Day and time in words; a conference has no time here."""

    what: str
    href: str
    case_pk: int
    family: str
    day: str
    iso: str
    time: str
    work: str = ""
    """The work it is, as in the reminders."""
    of: str = ""
    """"meeting" or "conference", as in addresses; `pk` is its key."""
    pk: int = 0

    @property
    def when(self) -> str:
        """The day, and the hour where there is one."""
        return f"{self.day}, {self.time}" if self.time else self.day


@dataclass(frozen=True)
class PlannedMeetingReading:
    """A meeting that was arranged. `state` is "", "held" or "off"."""

    pk: int
    kind_code: str
    kind: str
    day: str
    iso: str
    time: str
    place: str
    arranged: str
    state: str
    called_off: str
    held_pk: int | None


def to_come(case: Case, on: date) -> tuple[MeetingToCome, ...]:
    """Meetings and conferences of a family from that day on, the soonest first. One query."""
    meetings, conferences = asked_of(Q(case=case), on)
    return in_order(
        [row for (row,) in meetings.values_list("says").union(conferences.values_list("says"), all=True)], on
    )


def of_mine(user: User, on: date) -> tuple[Any, Any]:
    """Questions for those of the families this person works with, within four weeks; `in_order` reads the rows."""
    mine = Q(case__in=Involvement.objects.present().filter(worker=user).values("case"))
    mine &= Q(case__in=Case.objects.visible_to(user).values("pk"))
    return asked_of(mine, on, on + timedelta(days=AHEAD))


def of_calendar(user: User, on: date) -> tuple[MeetingToCome, ...]:
    """Meetings and conferences from that day on of the families this person leads, those they chair, and those to whose
    list somebody put their name: for their calendar. One query."""
    leads = Q(case__in=Involvement.objects.filter(worker=user, leads_now=True).values("case"))
    on_list = Invitation.objects.filter(member=None, name=user.name, taken_off_on=None)
    seen = Q(case__in=Case.objects.visible_to(user).values("pk"))
    theirs = Q(Exists(on_list.filter(meeting=OuterRef("pk"))))
    meetings, _ = asked_of(seen & (leads | theirs), on)
    theirs = Q(Exists(on_list.filter(conference=OuterRef("pk"))))
    _, conferences = asked_of(seen & (leads | theirs | Q(pk__in=_chaired_by(user))), on)
    return in_order(
        [row for (row,) in meetings.values_list("says").union(conferences.values_list("says"), all=True)], on
    )


def _chaired_by(user: User) -> Any:
    return ProtectionConference.objects.filter(chair=user).values("pk")


def asked_of(which: Q, on: date, until: date | None = None) -> tuple[Any, Any]:
    """Questions whose one column `says` is what `in_order` reads: for meetings, and for conferences."""
    meetings: Any = PlannedMeeting.objects.filter(which, called_off_on=None, held_as=None)
    meetings = meetings.filter(planned_at__gte=moment_here(on, time.min))
    booked: Any = ProtectionConference.objects.filter(which, called_off_on=None, held_on=None, planned_on__gte=on)
    if until:
        meetings = meetings.filter(planned_at__lt=moment_here(until, time.min))
        booked = booked.filter(planned_on__lt=until)
    columns = {"pk": "pk", "kind": "kind", "case": "case_id", "family": "case__name"}
    at = JSONObject(of=Value("meeting"), at="planned_at", **columns)
    day = JSONObject(of=Value("conference"), day="planned_on", **columns)
    return meetings.order_by().values(says=at), booked.order_by().values(says=day)


def in_order(rows: Iterable[Mapping[str, Any]], on: date) -> tuple[MeetingToCome, ...]:
    """What was asked by `asked_of` as lines, the soonest first. No query."""
    return tuple(_line(row, on) for row in sorted(rows, key=_when))


def arranged_by_work(meetings: Iterable[MeetingToCome]) -> dict[tuple[int, str], str]:
    """For each family and work, when its next meeting is: "Arranged for Wednesday 25 November, 4 pm"."""
    found: dict[tuple[int, str], str] = {}
    for each in meetings:
        found.setdefault((each.case_pk, each.work), f"Arranged for {each.when}")
    return found


def read_planned_meeting(meeting: PlannedMeeting, on: date) -> PlannedMeetingReading:
    """No query: `arranged_by` comes with it."""
    state = "held" if meeting.held_as_id else "off" if meeting.called_off_on else ""
    off = f"{day_in_words(meeting.called_off_on)}: {meeting.called_off_why}" if meeting.called_off_on else ""
    return PlannedMeetingReading(
        pk=meeting.pk,
        kind_code=meeting.kind,
        kind=meeting.get_kind_display(),
        day=day_ahead(day_here(meeting.planned_at), on),
        iso=day_here(meeting.planned_at).isoformat(),
        time=hour_here(meeting.planned_at),
        place=meeting.place,
        arranged=f"{meeting.arranged_by.name}, {day_in_words(meeting.arranged_on)}",
        state=state,
        called_off=off,
        held_pk=meeting.held_as_id,
    )


def hour_here(at: datetime) -> str:
    """The time of day here, in words."""
    return hour_in_words(at.astimezone(HERE).time())


def _at(row: Mapping[str, Any]) -> datetime | None:
    return datetime.fromisoformat(row["at"]).astimezone(HERE) if row.get("at") else None


def _day(row: Mapping[str, Any]) -> date:
    at = _at(row)
    return at.date() if at else date.fromisoformat(row["day"])


def _when(row: Mapping[str, Any]) -> tuple[date, time, int]:
    at = _at(row)
    return _day(row), at.time() if at else time.min, row["pk"]


def _line(row: Mapping[str, Any], on: date) -> MeetingToCome:
    is_meeting, keys, at = row["of"] == "meeting", [row["case"], row["pk"]], _at(row)
    return MeetingToCome(
        what=(MEETING_KIND if is_meeting else CONFERENCE_KIND)[row["kind"]],
        href=reverse("cases:planned-meeting" if is_meeting else "cases:protection-conference", args=keys),
        case_pk=row["case"],
        family=row["family"],
        day=day_ahead(_day(row), on),
        iso=_day(row).isoformat(),
        time=hour_in_words(at.time()) if at else "",
        of=row["of"],
        pk=row["pk"],
        work=row["kind"] if is_meeting else CONFERENCE_WORK[row["kind"]],
    )

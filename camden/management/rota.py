"""Writes the duty rota of an invented service: this week's and the next one's."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from camden.models import Duty, Team, User

MORNING, EVENING = time(9), time(17)
DAYS = 14


def plan(*, team: Team, by_day: Sequence[User], by_night: Sequence[User], planned_by: User, on: date) -> list[Duty]:
    """A day duty on weekdays, and somebody out of hours at all other times: whoever asks, somebody is on duty.

    `by_day` and `by_night` take turns by the week. From the night before this week until two weeks later.
    """
    monday = on - timedelta(days=on.weekday())
    duties = []
    for number in range(-1, DAYS):
        day, week = monday + timedelta(days=number), max(0, number) // 7
        if day.weekday() < 5:
            duties.append(_duty(team, by_day[week % len(by_day)], Duty.Kind.DAY, _at(day, MORNING), _at(day, EVENING)))
        starts = EVENING if day.weekday() < 5 else MORNING
        ends = _at(day + timedelta(days=1), MORNING)
        duties.append(_duty(team, by_night[week % len(by_night)], Duty.Kind.OUT_OF_HOURS, _at(day, starts), ends))
    for duty in duties:
        duty.planned_by = planned_by
    return Duty.objects.bulk_create(duties)


def _duty(team: Team, worker: User, kind: str, starts_at: datetime, ends_at: datetime) -> Duty:
    return Duty(team=team, worker=worker, kind=kind, starts_at=starts_at, ends_at=ends_at)


def _at(day: date, hour: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, hour))
